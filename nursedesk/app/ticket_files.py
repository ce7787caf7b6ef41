"""A ticket as a file in any format but PDF, saved where a person says; each is noted in the record."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from nursedesk.app.core import Core
from nursedesk.catalog.strict_csv import BadTable
from nursedesk.desk.papers import Printing
from nursedesk.desk.posting.files import Asked, NothingToSend, ticket_file
from nursedesk.desk.posting.post import office
from nursedesk.desk.refusal import Refused
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.record.events import EncounterId, Exported

translate = QCoreApplication.translate


def filters() -> dict[str, str]:
    """What the file dialog offers → the format."""
    return {
        translate("TicketFiles", "Web page (*.html)"): "html",
        translate("TicketFiles", "Spreadsheet, a row a charge (*.csv)"): "csv",
        translate("TicketFiles", "FHIR R4 bundle (*.json)"): "fhir",
        translate("TicketFiles", "HL7 v2.5.1: charges and administrations (*.hl7)"): "hl7",
        translate("TicketFiles", "NurseDesk ticket (*.json)"): "json",
    }


def ask(core: Core, parent: QWidget, encounter_id: str) -> None:
    """Ask where the file goes and in which format, and put it there. The dialog asks before it replaces one."""
    offered = filters()
    number = core.visit(encounter_id).ticket_number or "draft"
    asked = translate("TicketFiles", "Save the ticket as a file")
    path, chosen = QFileDialog.getSaveFileName(
        parent, asked, str(Path.home() / f"{number}.html"), ";;".join(offered)
    )
    if path:
        fmt = offered.get(chosen, "html")
        meant = with_suffix(Path(path), fmt)
        # The dialog asked about the name that was typed, not about another one.
        save(core, encounter_id, fmt, meant, overwrite=meant == Path(path))


def with_suffix(path: Path, fmt: str) -> Path:
    """The path with the ending of its format, where it has another format's or none."""
    ending = {"fhir": ".json", "json": ".json"}.get(fmt, f".{fmt}")
    known = (".html", ".csv", ".json", ".hl7")
    return path.with_suffix(ending) if path.suffix in known or not path.suffix else path


def save(core: Core, encounter_id: str, fmt: str, path: Path, *, overwrite: bool = False) -> bool:
    """Write the file and say where it is, or why it is not; returns whether it is there."""
    visit = core.visit(encounter_id)
    events = core.daybook.events(EncounterId(encounter_id))
    printing = Printing(core.daybook.session.person.id, core.now(), "PDF", visit.copies)
    try:
        making = office(core.desk.ledger.reader, core.daybook.suite, core.rulebook()).making
        write_file(path, ticket_file(events, fmt, making, printing, Asked()), overwrite=overwrite)
        core.daybook.write(EncounterId(encounter_id), Exported(f"ticket {visit.ticket_number}", fmt))
    except (FileNotWritten, NothingToSend, BadTable) as refused:
        core.say(core.wording.fault(refused))
        return False
    except Refused as refused:
        core.say(core.refusal(refused))
        return False
    core.say(translate("TicketFiles", "The ticket is in {path}.").format(path=path))
    return True
