"""What the desk says is missing, as titles, reasons and the presses that put it right."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.ticket import Finding
from nursedesk.desk.close import TOLD, Lack
from nursedesk.desk.close import Missing as Found
from nursedesk.desk.held_back import HeldLine
from nursedesk.desk.second_sign import Wanted
from nursedesk.outputs.words_findings import finding_text
from nursedesk.record.encounter import Administration, Encounter, LineState, Press, SecondSign, WaitingPress
from nursedesk.ui import words
from nursedesk.ui.close.model import Fix, FixButton, FixKind, Missing

translate = QCoreApplication.translate

Display = Callable[[str], str]
"""A drug's name as it is shown (tall-man)."""
Say = Callable[[Finding], str]
"""A finding as a sentence in the reader's language."""


def missing_items(
    found: Sequence[Found],
    encounter: Encounter,
    display: Display,
    say: Say = finding_text,
    held: Sequence[HeldLine] = (),
) -> tuple[Missing, ...]:
    """The rows of the page's first section, in the desk's order; `held` is what the draft lacks by them."""
    by_id = {one.id: one for one in encounter.administrations}
    zone = ZoneInfo(encounter.time_zone)
    items = []
    for one in found:
        about = [by_id[name] for name in one.administrations if name in by_id]
        if one.lack is Lack.PRESS:
            items += [_press(press, about, zone, display) for press in encounter.presses if _of(press, about)]
        elif one.lack is Lack.STILL_UP and about:
            items.append(_still_up(about[0], zone, display))
        elif one.lack is Lack.RESPONSE:
            items.append(_response(about, display, one.blocks))
        elif one.finding is not None:
            row = _finding(one.finding, about, one.blocks, display, say)
            items.append(_with_held(row, one.finding, held))
    return tuple(items)


def _with_held(row: Missing, found: Finding, held: Sequence[HeldLine]) -> Missing:
    """With the charge lines that come once it is charted: `Held back: J1745 × 40 · R9.4`."""
    waiting = [
        one for one in held if found.code in one.lacks and set(one.administrations) & set(found.administrations)
    ]
    if not waiting:
        return row
    said = translate("Close", "Not recorded · held back: {lines} · {rule}")
    return replace(row, why=said.format(lines=held_lines(waiting), rule=found.rule))


def held_lines(held: Sequence[HeldLine]) -> str:
    """`J1745 × 40, J1200`: units where they are known."""
    return ", ".join(one.code if one.units is None else f"{one.code} × {one.units}" for one in held)


def _of(press: WaitingPress, about: Sequence[Administration]) -> bool:
    return press.line == next((one.line for one in about), None)


def _press(press: WaitingPress, about: Sequence[Administration], zone: ZoneInfo, display: Display) -> Missing:
    words_of = {
        Press.START: translate("Close", "Start of {drug} was pressed {time}: whose press?"),
        Press.STOP: translate("Close", "Stop of {drug} was pressed {time}: whose press?"),
        Press.PUSH: translate("Close", "Push of {drug} was pressed {time}: whose press?"),
    }
    drug = listed([display(one.drug) for one in about[:1]])
    said = words_of[press.press]
    if press.line is None:
        said = translate("Close", "A push was pressed {time}, its drug not said: whose press?")
    return Missing(
        f"press:{press.event}",
        said.format(drug=drug, time=words.clock_time(press.at, zone)),
        translate(
            "Close", "At the locked station, by somebody not named. It counts once somebody says it was hers."
        ),
        True,
        (
            FixButton(translate("Close", "It was me"), Fix(FixKind.CLAIM, (press.event,))),
            FixButton(
                translate("Close", "Discard…"),
                Fix(FixKind.DISCARD, (press.event,)),
                translate("Close", "Why it did nothing"),
            ),
        ),
    )


def second_items(
    wanted: Sequence[Wanted], encounter: Encounter, display: Display, blocks: bool = False
) -> tuple[Missing, ...]:
    """What a second person has yet to sign for, as rows of the same section; `blocks`: the ticket waits for it."""
    by_id = {one.id: one for one in encounter.administrations}
    items = []
    for want in wanted:
        drug = display(by_id[want.administration].drug) if want.administration in by_id else want.administration
        waste = translate("Close", "Waste of {drug}: second signature")
        check = translate("Close", "Check of {drug}: second signature")
        title = waste if want.what is SecondSign.WASTE else check
        ids = (want.administration, want.what.value)
        leave = FixButton(translate("Close", "Close without it"), Fix(FixKind.LEAVE, ids))
        items.append(
            Missing(
                f"second:{want.target}",
                title.format(drug=drug),
                translate("Close", "Not recorded. The site’s policy asks a second person to sign."),
                blocks,
                (
                    FixButton(translate("Close", "A colleague signs…"), Fix(FixKind.SECOND_SIGN, ids)),
                    *(() if blocks else (leave,)),
                ),
            )
        )
    return tuple(items)


def _still_up(one: Administration, zone: ZoneInfo, display: Display) -> Missing:
    ids, drug = (one.id,), display(one.drug)
    look = FixButton(translate("Close", "Open"), Fix(FixKind.OPEN, ids))
    if one.state is LineState.PREPARED:
        return Missing(
            f"up:{one.id}",
            translate("Close", "{drug} was not started").format(drug=drug),
            translate("Close", "Prepared {time}. It is charged only when it has run.").format(
                time=words.clock_time(one.prepared, zone)
            ),
            True,
            (FixButton(translate("Close", "Not given: take it off"), Fix(FixKind.REMOVE_LINE, ids)), look),
        )
    since = next((s.start for s in one.segments if s.start), None)
    return Missing(
        f"up:{one.id}",
        translate("Close", "{drug} is still up").format(drug=drug),
        translate("Close", "Since {time}. If the bag is down, stop it; the time can be corrected.").format(
            time=words.clock_time(since, zone)
        ),
        True,
        (FixButton(translate("Close", "Stop now"), Fix(FixKind.STOP_LINE, ids)), look),
    )


def _response(about: Sequence[Administration], display: Display, blocks: bool) -> Missing:
    ids = tuple(one.id for one in about)
    names = listed(list(dict.fromkeys(display(one.drug) for one in about)))
    return Missing(
        "response:" + ",".join(ids),
        translate("Close", "Response to {drugs}").format(drugs=names),
        translate("Close", "Not recorded. The site’s charting policy asks for it · R13"),
        blocks,
        (
            FixButton(translate("Close", "Tolerated, no reaction"), Fix(FixKind.TOLERATED, ids)),
            FixButton(
                translate("Close", "Reaction…"),
                Fix(FixKind.REACTION, ids),
                translate("Close", "What happened, and when"),
            ),
            *(() if blocks else (FixButton(translate("Close", "Close without it"), Fix(FixKind.LEAVE, ids)),)),
        ),
    )


def _finding(found: Finding, about: Sequence[Administration], blocks: bool, display: Display, say: Say) -> Missing:
    ids = found.administrations
    drug = listed([display(one.drug) for one in about[:1]])
    key = f"{found.code}:{','.join(ids)}"
    look = FixButton(translate("Close", "Open"), Fix(FixKind.OPEN, ids))
    if found.code == "no-order":
        title = translate("Close", "Order for {drug}").format(drug=drug)
        buttons = (FixButton(translate("Close", "Order is on file"), Fix(FixKind.ORDER_ON_FILE, ids)), look)
        return Missing(
            key, title, translate("Close", "Not recorded · {rule}").format(rule=found.rule), blocks, buttons
        )
    if found.code == "no-dose":
        title = translate("Close", "Dose of {drug}").format(drug=drug)
        typed = FixButton(
            translate("Close", "Type the dose…"), Fix(FixKind.CHART_DOSE, ids), translate("Close", "400 mg")
        )
        return Missing(
            key, title, translate("Close", "Not recorded · {rule}").format(rule=found.rule), blocks, (typed, look)
        )
    if found.code == "clock-suspect":
        right = FixButton(translate("Close", "Times are right"), Fix(FixKind.TIMES_RIGHT, ids))
        return Missing(key, _sentence(say(found)), found.rule, blocks, (right, look))
    if found.code in TOLD and not blocks:
        return _told(found, about, display, say)
    leave = () if blocks else (FixButton(translate("Close", "Close without it"), Fix(FixKind.LEAVE, ids)),)
    return Missing(key, _sentence(say(found)), found.rule, blocks, (look, *leave))


def _told(found: Finding, about: Sequence[Administration], display: Display, say: Say) -> Missing:
    """What a charge lacks, listed with the press that leads to where it is charted."""
    ids = found.administrations
    title, press = translate("Close", "Diagnosis"), translate("Close", "Add it")
    if found.code != "no-diagnosis":
        title = translate("Close", "Amount opened of {drug}").format(
            drug=listed([display(one.drug) for one in about[:1]])
        )
    leave = FixButton(translate("Close", "Close without it"), Fix(FixKind.LEAVE, (*ids, found.code)))
    fixes = (FixButton(press, Fix(FixKind.OPEN, ids)), leave)
    why = f"{_sentence(say(found))} · {found.rule}"
    return Missing(f"{found.code}:{','.join(ids)}", title, why, False, fixes, asks_again=False)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] if text[:1].islower() and ":" not in text[:24] else text


def listed(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(names) < 2:
        return "".join(names)
    last = translate("Close", "{first} and {last}")
    return last.format(first=", ".join(names[:-1]), last=names[-1])
