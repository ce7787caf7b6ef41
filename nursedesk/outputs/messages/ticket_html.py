"""A ticket as one HTML page that needs nothing else: the printed form's own words, for a screen and any printer.

Nothing is loaded and nothing runs; other people's text is escaped, its control and direction marks written out.
The title names the ticket, never the patient.
"""

from collections.abc import Iterable, Sequence
from html import escape

from nursedesk.outputs.barcode import QUIET_MODULES, NotEncodable, code128
from nursedesk.outputs.messages.html_style import STYLE
from nursedesk.outputs.messages.timeline_svg import timeline_svg
from nursedesk.outputs.paper.model import (
    Cell,
    ChargeGroup,
    ChargeRow,
    Entry,
    Field,
    Para,
    Run,
    Sheet,
    SignatureBox,
    Weight,
)

_GIVEN = (
    *("Drug, dose given, waste", "Route, diluent, volume, rate", "Access, site", "Start\nStop", "Min"),
    *("Interruptions", "Lot, expiry, NDC", "Started, stopped by; witness"),
)
_CHARGES = ("Code", "Our label", "Units", "Modifier", "Dx", "Minutes, NDC qty", "Why")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def ticket_html(sheet: Sheet, language: str = "en") -> str:
    """The page of a sheet."""
    title = f"{sheet.say('Charge ticket')} {sheet.number}".strip()
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="robots" content="noindex">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            "</head>",
            "<body><main>",
            *_parts(sheet),
            "</main></body>",
            "</html>",
            "",
        ]
    )


def _parts(sheet: Sheet) -> Iterable[str]:
    say = sheet.say
    yield _head(sheet)
    boxes = "".join(map(_fields, sheet.patient))
    yield f'<section class="grid" aria-label="{escape(say("Patient"))}">{boxes}</section>'
    yield _section(
        say("Drugs and fluids given"),
        say("times are clock minutes; minutes are running time, pauses out"),
        _given(sheet),
    )
    drawn = timeline_svg(sheet.timeline) if sheet.timeline else ""
    if drawn:
        note = say("hatched: minutes two lines share · dashes: paused · marks: minutes where the ticket changes")
        yield _section(say("Timeline"), note, drawn)
    yield _section(say("Charges"), sheet.charges_order, _charges(sheet))
    yield (
        '<div class="beside">'
        + _section(say("For the biller"), "", _entries(sheet.biller))
        + _section(say("Times"), sheet.times_note, _entries(sheet.times))
        + "</div>"
    )
    yield f'<div class="signatures">{_signature(sheet.signature)}{_signature(sheet.checker)}</div>'
    said = "".join(f"<p>{escape(line)}</p>" for line in sheet.footer)
    yield f'<footer><div>{said}</div><p class="which">{escape(sheet.footer_ticket)}</p></footer>'


def _head(sheet: Sheet) -> str:
    kind = sheet.status.value.lower()
    return (
        '<header><div class="site">'
        f"<h1>{escape(sheet.say('Charge ticket'))}</h1><p class='name'>{escape(sheet.site)}</p>"
        f"<p class='quiet'>{escape(sheet.site_detail)}</p></div>"
        f'<div class="status {kind}"><strong>{escape(sheet.say(sheet.status.value))}</strong>'
        f"<span>{escape(sheet.status_detail)}</span></div>{_barcode(sheet)}</header>"
    )


def _barcode(sheet: Sheet) -> str:
    """The ticket's number as bars, two units a module, with its quiet zones."""
    try:
        bars = code128(sheet.number)
    except NotEncodable:
        said = f"{sheet.say('No ticket number yet:')} {sheet.say('given when the visit is closed')}"
        return f'<div class="barcode"><p class="quiet">{escape(said)}</p></div>'
    wide = 2 * (bars.width + 2 * QUIET_MODULES)
    drawn = "".join(f"M{2 * (first + QUIET_MODULES)} 0h{2 * many}v60h-{2 * many}z" for first, many in bars.dark)
    number = escape(sheet.number)
    return (
        f'<div class="barcode"><svg viewBox="0 0 {wide} 60" preserveAspectRatio="none" role="img" '
        f'shape-rendering="crispEdges" aria-label="{number}"><path d="{drawn}"/></svg><p>{number}</p></div>'
    )


def _fields(row: Sequence[Field]) -> str:
    boxes = "".join(
        f'<div style="grid-column:span {one.span}"><dt>{escape(one.label)}</dt><dd>{_para(one.value)}</dd></div>'
        for one in row
    )
    return f'<dl class="row">{boxes}</dl>'


def _section(title: str, note: str, body: str) -> str:
    quiet = f' <small class="quiet">{escape(note)}</small>' if note else ""
    return f"<section><h2>{escape(title)}{quiet}</h2>{body}</section>"


def _given(sheet: Sheet) -> str:
    rows = [
        "".join(
            f"<td{kind}>{_cell(cell)}</td>"
            for cell, kind in (
                (row.drug, ""),
                (row.route, ""),
                (row.access, ""),
                (row.times, ' class="right"'),
                (row.minutes, ' class="right"'),
                (row.interruptions, ""),
                (row.lot, ""),
                (row.people, ""),
            )
        )
        for row in sheet.given
    ] or [f'<td colspan="8"><strong>{escape(sheet.say("None charted"))}</strong></td>']
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<table class="given">{_table_head(sheet, _GIVEN)}<tbody>{body}</tbody></table>'


def _charges(sheet: Sheet) -> str:
    groups = "".join(map(_group, sheet.charges))
    if not groups:
        nothing = escape(sheet.say("No charge line"))
        groups = f'<tr><td><strong>{escape(sheet.say("None"))}</strong></td><td colspan="6">{nothing}</td></tr>'
    if sheet.visit_services:
        groups += f'<tr><td><strong>E/M</strong></td><td colspan="6">{escape(sheet.visit_services)}</td></tr>'
    return f'<table class="charges">{_table_head(sheet, _CHARGES)}<tbody>{groups}</tbody></table>'


def _table_head(sheet: Sheet, columns: Sequence[str]) -> str:
    heads = "".join(f"<th>{escape(sheet.say(column)).replace(chr(10), '<br>')}</th>" for column in columns)
    return f"<thead><tr>{heads}</tr></thead>"


def _group(group: ChargeGroup) -> str:
    band = f'<tr class="band"><th colspan="7">{escape(group.heading)}</th></tr>' if group.heading else ""
    return band + "".join(map(_charge, group.rows))


def _charge(row: ChargeRow) -> str:
    texts = (row.code, row.label, row.units, row.modifiers, row.dx, row.quantity, row.why)
    kinds = ("code", "", "code right", "", "", "", "why")
    cells = "".join(
        f'<td class="{kind}">{_struck(escape(text), row.struck)}</td>'
        for text, kind in zip(texts, kinds, strict=True)
    )
    return f"<tr>{cells}</tr>"


def _entries(entries: Iterable[Entry]) -> str:
    rows = "".join(f"<div><dt>{escape(one.head)}</dt><dd>{_cell(one.body)}</dd></div>" for one in entries)
    return f'<dl class="entries">{rows}</dl>'


def _signature(box: SignatureBox) -> str:
    return (
        f'<div><p class="quiet">{escape(box.caption)}</p><p class="who">{_para(box.who)}</p>'
        f'<p class="quiet">{escape(box.meaning)}</p></div>'
    )


def _cell(cell: Cell) -> str:
    return "".join(f"<p>{_para(paragraph)}</p>" for paragraph in cell)


def _para(paragraph: Para) -> str:
    return "".join(map(_run, paragraph))


def _run(run: Run) -> str:
    tag = {Weight.STRONG: "strong", Weight.QUIET: "small"}.get(run.weight)
    words = _struck(escape(run.text), run.struck)
    return f"<{tag}>{words}</{tag}>" if tag else words


def _struck(words: str, struck: bool) -> str:
    return f"<s>{words}</s>" if struck else words
