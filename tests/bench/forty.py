"""A suite of forty chairs with two drugs running at each, and the clocks it was made by."""

from datetime import UTC, datetime
from pathlib import Path

from nursedesk.desk import hang
from nursedesk.desk.check_in import CheckIn, check_in
from nursedesk.desk.daybook import Session
from nursedesk.desk.set_up import NewPerson, set_up
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.encounter import Access, Amount, Device, Patient, Route, Setting
from nursedesk.record.events import DrugHung, PersonId

from tests.desk.station import Clocks

CHAIRS = 40
NURSE = Person(PersonId("jdoe"), "Jordan Doe", "RN", (Role.NURSE,))
CLOCKS = Clocks(wall=datetime(2026, 11, 24, 13, tzinfo=UTC))


def make_forty(folder: Path) -> tuple[Path, str]:
    """The suite, closed again, and its keys in hexadecimal digits."""
    facts = SuiteFacts(site="Forty", zone="America/New_York", chairs=tuple(str(n) for n in range(1, CHAIRS + 1)))
    people = [NewPerson(NURSE, "start and stop")]
    made = set_up(folder, facts, people, "a quiet place", use_keyring=False, read_clock=CLOCKS)
    book = made.desk.daybook
    book.session = Session(NURSE, "s1", "password")
    for chair in facts.chairs:
        access = Access("A", Device.PORT, "right chest")
        asked = CheckIn(chair, Patient(f"ROE, Jane {chair}", chair), Setting.OUTPATIENT_FACILITY, access=access)
        visit = check_in(book, asked)
        for drug, dose in (("oxaliplatin", 150), ("leucovorin", 700)):
            hung = (DrugHung("", drug, dose=Amount(dose, "mg")),)
            form = hang.Hang(Route.IV_INFUSION, hung, access="A", ordered_minutes=120, order_on_file=True)
            hang.hang_and_start(book, book.encounter(visit), form)
        CLOCKS.pass_(seconds=100)
    keys = made.desk.ledger.keys
    made.desk.ledger.close()
    return folder, f"{keys.master.hex()} {keys.signing.hex()}"
