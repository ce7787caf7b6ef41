"""The search of the top bar: patients here and in the record, chairs, tickets, drugs, and what can be done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.commands import ACTION, Commands
from nursedesk.app.core import Core
from nursedesk.ui.frame.model import Hit
from nursedesk.ui.words import day

translate = QCoreApplication.translate

MOST = 7


def find(core: Core, commands: Commands, text: str) -> Sequence[Hit]:
    """What these letters may mean, the likeliest first."""
    wanted = text.strip().casefold()
    if not wanted:
        return ()
    plain = text.strip()
    hits = [*_in_chairs(core, wanted), *commands.find(plain), *_in_record(core, plain), *_tickets(core, plain)]
    hits += _drugs(core, wanted)
    once = {hit.key: hit for hit in reversed(hits)}
    return tuple(reversed(once.values()))[:MOST]


def go(
    hit: Hit,
    commands: Commands,
    show: Callable[[str], None],
    open_encounter: Callable[[str], None],
    drugs: QWidget,
) -> None:
    """Show what was found, or do it."""
    if hit.page == "encounter":
        open_encounter(hit.key)
    elif hit.page == "drugs" and hit.key:
        show(hit.page)
        _open_drug(drugs, hit.key)
    elif hit.page == ACTION:
        commands.run(hit.key)
    else:
        show(hit.page)


def _open_drug(holder: QWidget, name: str) -> None:
    """The drug on its page, which the holder has made by now."""
    from nursedesk.ui.drugs.page import DrugsPage

    page = holder.findChild(DrugsPage)
    if page is not None:
        page.open_drug(name)


def _in_chairs(core: Core, wanted: str) -> Iterable[Hit]:
    for visit in core.daybook.encounters():
        if visit.freed is not None or visit.patient is None:
            continue
        drugs = " ".join(one.drug for one in visit.administrations)
        words = f"{visit.chair} {visit.patient.name} {visit.patient.mrn} {drugs}".casefold()
        if wanted == (visit.chair or "").casefold() or (len(wanted) > 1 and wanted in words):
            chair = translate("Find", "chair {chair}").format(chair=visit.chair)
            yield Hit(visit.patient.name, f"{chair} · MRN {visit.patient.mrn}", "encounter", visit.id)


def _drugs(core: Core, wanted: str) -> Iterable[Hit]:
    """Drugs of the table by the beginning of any word of their names."""
    if len(wanted) < 3:
        return
    found: dict[str, Hit] = {}
    for name, drug in core.rulebook().drugs.items():
        if any(word.startswith(wanted) for word in name.casefold().replace("-", " ").split()):
            found.setdefault(drug.name, Hit(drug.display, translate("Find", "drug"), "drugs", drug.name))
    yield from list(found.values())[:3]


def _in_record(core: Core, text: str) -> Iterable[Hit]:
    for visit in core.desk.ledger.visits(name=text, limit=MOST):
        # By its id: a visit that is not in memory is not read for being listed.
        core.looker.glance(f"search result {visit.id}")
        yield Hit(
            visit.patient_name,
            _facts(visit.date_of_service, visit.ticket_number),
            "encounter",
            visit.id,
        )


def _tickets(core: Core, text: str) -> Iterable[Hit]:
    for ticket in core.desk.ledger.tickets(number=text.upper()):
        signed = ticket.signed_by or translate("Find", "not signed")
        yield Hit(ticket.number, _facts(ticket.date_of_service, signed), "encounter", ticket.encounter)


def _facts(iso: str | None, more: str | None) -> str:
    """The day as it is read everywhere, and what else is known; what is missing leaves no dot."""
    return " · ".join(part for part in (day(date.fromisoformat(iso)) if iso else "", more) if part)
