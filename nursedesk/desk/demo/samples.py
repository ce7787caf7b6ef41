"""Made-up visits that show what leaves the desk: one drug, everything at once, an amended ticket, a long stay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import close, correct
from nursedesk.desk.clock import Reading, StationClock
from nursedesk.desk.daybook import Daybook
from nursedesk.desk.demo import people as who
from nursedesk.desk.demo.teller import GivenClock, Visit, amount, bag, keep_open, syringe, tell
from nursedesk.desk.open_desk import OpenDesk, on_ledger
from nursedesk.desk.set_up import set_up
from nursedesk.record.encounter import Access, Device, Encounter, Purpose
from nursedesk.record.events import EncounterId, Event

PRESENT = datetime(2026, 11, 24, 20, 0, tzinfo=UTC)
"""Three in the afternoon at the made-up site: the same files whenever they are made."""

ONE_DRUG, EVERYTHING, AMENDED, LONG_STAY, DRAFT = "one-drug", "everything", "amended", "long-stay", "draft"
BAGS = 60
_REACTION = "flushing and itch, paused, completed without further reaction"


@dataclass(frozen=True, slots=True)
class Samples:
    """The made-up suite, open, and its visits by name."""

    desk: OpenDesk
    visits: Mapping[str, EncounterId]

    def events(self, name: str) -> tuple[Event, ...]:
        """Everything that was recorded of a visit."""
        return self.desk.ledger.events_of(self.visits[name])


@dataclass(frozen=True, slots=True)
class Sample:
    """A file by its name, and how it is made from the visits."""

    name: str
    make: Callable[[Samples], bytes]


def make_samples(folder: Path, rulebook: Rulebook) -> Samples:
    """The visits, told through the use cases into a real record in an empty folder."""
    present = Reading(PRESENT, "samples", 10_000_000_000)
    clock = GivenClock(present, timedelta(days=10))
    made = set_up(folder, who.FACTS, who.PEOPLE, who.SECRETS["passphrase"], use_keyring=False, read_clock=clock)
    book = made.desk.daybook
    book.clock = StationClock(clock)
    visits = {
        ONE_DRUG: _one_drug(Visit(book, rulebook, "1", who.SCHMIDT, who.ADEYEMI, "Medicare Part B")),
        EVERYTHING: _everything(Visit(book, rulebook, "2", who.MORENO, who.RUIZ)),
        AMENDED: _amended(Visit(book, rulebook, "3", who.ABBOTT, who.DOE, "Medicare Part B")),
        LONG_STAY: _long_stay(Visit(book, rulebook, "4", who.LEE, who.DOE)),
        DRAFT: _draft(Visit(book, rulebook, "5", who.PATEL, who.DOE)),
    }
    tell(clock, visits.values())
    desk = on_ledger(made.desk.ledger, lambda: present)
    return Samples(desk, {name: visit.id for name, visit in visits.items()})


def _one_drug(visit: Visit) -> Visit:
    visit.arrive(300, site="22 g, left hand")
    visit.chart(299, lambda book, one: correct.set_diagnoses(book, one, ("G35.D",)))
    visit.hang(
        280,
        "drug",
        bag(
            "ocrelizumab",
            "600 mg",
            opened="600 mg",
            volume="500 mL",
            minutes=210,
            lot="K7731A",
            ndc="50242-150-01",
        ),
    )
    visit.stop(66, "drug")
    visit.respond(64)
    visit.sign(60, printed=False)
    return visit


def _everything(visit: Visit) -> Visit:
    """Pushes with waste, a pause for a reaction, a second access, hydration, a late entry and a correction."""
    visit.arrive(290)
    visit.chart(289, lambda book, one: correct.set_diagnoses(book, one, ("K50.90", "E83.42", "E86.0")))
    visit.hang(286, "saline", keep_open())
    visit.push(280, syringe("diphenhydramine", "25 mg", "112408"))
    visit.chart(279, _wasted)
    visit.push(277, syringe("methylprednisolone", "40 mg", "HX4410"))
    visit.hang(
        262,
        "drug",
        bag(
            "infliximab",
            "400 mg",
            opened="400 mg",
            volume="250 mL",
            rate="125 mL/h",
            minutes=145,
            lot="KJT9F21",
            ndc="57894-030-01",
        ),
    )
    visit.pause(206, "drug")
    visit.retime(204, "Paused", "drug", 214, "with patient, flushing and itch")
    visit.resume(192, "drug")
    second = Access("B", Device.PERIPHERAL, "24 g, right hand", separate_reason=None)
    visit.chart(186, lambda book, one: correct.place_access(book, one, second))
    visit.hang(
        177,
        "magnesium",
        bag(
            "magnesium sulfate",
            "2 g",
            opened="2 g",
            volume="50 mL",
            rate="60 mL/h",
            minutes=50,
            access="B",
            lot="6128803",
            ndc="00409-6729-24",
            diluent="premixed",
        ),
    )
    visit.stop(120, "magnesium", by=who.DOE)
    visit.retime(111, "Stopped", "magnesium", 127, "bag empty, seen at bedside")
    visit.stop(96, "drug", by=who.DOE)
    visit.hang(
        92,
        "fluid",
        bag(
            "sodium chloride 0.9 %",
            "500 mL",
            opened="500 mL",
            hcpcs="J7040",
            purpose=Purpose.HYDRATION,
            minutes=60,
            lot="Y40117",
            diluent=None,
        ),
    )
    visit.stop(28, "fluid")
    visit.stop(26, "saline")
    visit.respond(25)
    visit.chart(24, lambda book, one: correct.chart_response(book, one, visit.lines["drug"], _REACTION))
    visit.sign(22, printed=False)
    return visit


def _wasted(book: Daybook, one: Encounter) -> None:
    push = next(given for given in one.administrations if given.drug == "diphenhydramine")
    correct.chart_dose(book, one, push.id, amount("25 mg"), amount("50 mg"), push.container)
    correct.chart_waste(book, book.encounter(EncounterId(one.id)), push.id, amount("25 mg"), str(who.DOE.id))


def _amended(visit: Visit) -> Visit:
    """Signed, then a push that was forgotten and a dose that was wrong."""
    visit.arrive(372, Device.PICC, "right upper arm")
    visit.chart(370, lambda book, one: correct.set_diagnoses(book, one, ("M86.171",)))
    visit.hang(
        366,
        "drug",
        bag("vancomycin", "1.25 g", opened="1.5 g", volume="250 mL", rate="167 mL/h", minutes=90, lot="VC7719"),
    )
    visit.stop(270, "drug")
    visit.respond(229)
    visit.sign(226, printed=False)
    visit.at(90, lambda: close.reopen(visit.daybook, visit.encounter, "push of ondansetron was not charted"))
    visit.push(88, syringe("ondansetron", "4 mg", "ON8841"))
    visit.chart(86, _dose_corrected)
    visit.respond(85)
    visit.sign(84, printed=False)
    return visit


def _dose_corrected(book: Daybook, one: Encounter) -> None:
    given = one.administrations[0]
    correct.chart_dose(book, one, given.id, amount("1 g"), amount("1 g"), given.container)


def _long_stay(visit: Visit) -> Visit:
    """Sixty bags, one after the other, over midnight."""
    first = 60 * 30
    visit.arrive(first + 20, Device.PORT, "right chest")
    visit.chart(first + 10, lambda book, one: correct.set_diagnoses(book, one, ("N10",)))
    for number in range(BAGS):
        ago = first - number * 27
        name = f"bag {number + 1}"
        visit.hang(
            ago, name, bag("cefazolin", "1 g", opened="1 g", volume="50 mL", minutes=20, lot=f"CZ{number:04}")
        )
        visit.stop(ago - 21, name)
    visit.respond(12)
    visit.sign(10, printed=False)
    return visit


def _draft(visit: Visit) -> Visit:
    """Closed by nobody yet: a bag is still up."""
    visit.arrive(66)
    visit.chart(60, lambda book, one: correct.set_diagnoses(book, one, ("N10",)))
    visit.hang(
        47,
        "drug",
        bag("ceftriaxone", "2 g", opened="2 g", volume="50 mL", rate="100 mL/h", minutes=30, lot="CX2093"),
    )
    return visit
