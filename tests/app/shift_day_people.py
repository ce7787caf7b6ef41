"""Thirty made-up patients of one day: what each is given, and what goes wrong; in minutes of the shift."""

from dataclasses import dataclass

from nursedesk.desk.set_up import NewPerson
from nursedesk.desk.suite import Person, Role, SuiteFacts
from nursedesk.record.events import PersonId

from tests.app.suite import PASSWORD

NURSES = {"jdoe": "271946", "mruiz": "580314", "tadeyemi": "394072", "pkhan": "662805"}
"""Sign-in names and PINs."""
_NAMES = ("Jordan Doe", "Maria Ruiz", "Tola Adeyemi", "Priya Khan")
PEOPLE = tuple(
    NewPerson(Person(PersonId(one), name, "RN", (Role.NURSE,)), PASSWORD, pin)
    for (one, pin), name in zip(NURSES.items(), _NAMES, strict=True)
)
LISTED = dict(zip(NURSES, (name.casefold() for name in _NAMES), strict=True))
"""As the sign-in page lists them."""
CHAIRS = tuple(str(number) for number in range(1, 13))
# In compressed time nobody touches the desk for minutes: the test locks it when it means to.
FACTS = SuiteFacts(
    site="Elm Street Infusion", zone="America/New_York", chairs=CHAIRS, curtain_minutes=600, lock_minutes=600
)
HOURS = 9


@dataclass(frozen=True)
class Bag:
    """Hung `at` and taken down at `stop`; a push has no stop. `typed` is a dose, for what is no favourite."""

    drug: str
    at: int
    stop: int | None = None
    typed: str = ""


@dataclass(frozen=True)
class Patient:
    name: str
    chair: str
    nurse: str
    arrives: int
    bags: tuple[Bag, ...]
    leaves: int
    trouble: str = ""
    """`forgotten`, `unseen`, `left`: a stop that nobody pressed; `reaction`, `interrupted`, `locked`, `undo`."""

    def moved(self, by: int, chair: str, name: str, nurse: str, trouble: str) -> "Patient":
        """The same care for somebody else, later."""
        bags = tuple(
            Bag(one.drug, one.at + by, one.stop + by if one.stop is not None else None, one.typed)
            for one in self.bags
        )
        return Patient(name, chair, nurse, self.arrives + by, bags, self.leaves + by, trouble)


_CARE = (
    Patient("", "", "", 0, (Bag("iron sucrose", 6, 43),), 46),
    Patient("", "", "", 0, (Bag("ceftriaxone", 4, 36), Bag("ondansetron", 38)), 42),
    Patient("", "", "", 0, (Bag("diphenhydramine", 5), Bag("infliximab", 12, 133)), 137),
    Patient("", "", "", 0, (Bag("sodium chloride 0.9 % 1,000 ml", 7, 128), Bag("ondansetron", 20)), 131),
    Patient("", "", "", 0, (Bag("vedolizumab", 8, 41, typed="300"),), 45),
    Patient("", "", "", 0, (Bag("methylprednisolone", 4, 36), Bag("infliximab", 40, 162)), 166),
)
TROUBLES = {
    2: "reaction",
    3: "forgotten",
    7: "locked",
    9: "unseen",
    10: "interrupted",
    12: "undo",
    17: "reaction",
    20: "left",
    22: "forgotten",
    25: "unseen",
    27: "interrupted",
}


def patients() -> tuple[Patient, ...]:
    """Twelve in the morning, twelve at noon, six in the afternoon."""
    names = tuple(NURSES)
    made = []
    for number in range(30):
        chair = number % len(CHAIRS)
        wave = number // len(CHAIRS)
        by = wave * 185 + chair * 9 + number % 3
        care = _CARE[(number + wave) % len(_CARE)]
        who = f"PATIENT{number + 1:02}, {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number % 26]}."
        made.append(care.moved(by, CHAIRS[chair], who, names[chair // 3], TROUBLES.get(number, "")))
    return tuple(made)
