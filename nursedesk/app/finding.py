"""The search of the top bar: patients here and in the record, chairs, tickets, drugs, and what can be done."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.commands import ACTION, Commands
from nursedesk.app.core import Core
from nursedesk.record.encounter import Encounter, Patient
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
    hits += _drugs(core, plain, likely=not hits)
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
    """The chair of that name first; one letter begins a name, more are anywhere in what is known."""
    here = [visit for visit in core.daybook.encounters() if visit.freed is None and visit.patient is not None]
    for visit in sorted(here, key=lambda one: wanted != (one.chair or "").casefold()):
        if visit.patient is not None and _meant(visit, visit.patient, wanted):
            chair = translate("Find", "chair {chair}").format(chair=visit.chair)
            mrn = f"MRN {visit.patient.mrn}" if visit.patient.mrn else ""
            detail = " · ".join(part for part in (chair, mrn) if part)
            yield Hit(visit.patient.name, detail, "encounter", visit.id)


def _meant(visit: Encounter, patient: Patient, wanted: str) -> bool:
    name = patient.name.casefold()
    if wanted == (visit.chair or "").casefold() or any(part.startswith(wanted) for part in name.split()):
        return True
    drugs = " ".join(one.drug for one in visit.administrations)
    return len(wanted) > 1 and wanted in f"{visit.chair} {name} {patient.mrn} {drugs}".casefold()


def _drugs(core: Core, text: str, *, likely: bool) -> Iterable[Hit]:
    """Drugs of the table as Hang finds them; a near miss only where it is `likely` that a drug is meant."""
    if len(text) < 3:
        return
    # Loaded at the first search: a start waits for no spelling.
    from nursedesk.ui.hang import search

    drugs = tuple({drug.name: drug for drug in core.rulebook().drugs.values()}.values())
    for drug in search.find(text, drugs, 3):
        if likely or search.surely(text, (drug,)):
            yield Hit(drug.display, translate("Find", "drug"), "drugs", drug.name)


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
