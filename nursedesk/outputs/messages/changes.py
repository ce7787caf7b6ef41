"""What a new version of a ticket takes back and adds, beside the version another system has already.

A chain is the versions that went out, oldest first, and at its end the one that goes now.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from nursedesk.outputs.messages.release import Charge, Release, charges
from nursedesk.record.encounter import Administration, Patient, Segment

Chain = Sequence[Release]


@dataclass(frozen=True, slots=True)
class Posting:
    """A charge under the id it is known by: the id of the version that first brought it."""

    transaction: str
    charge: Charge


@dataclass(frozen=True, slots=True)
class Changes:
    """`taken_back` is what the receiver has and must not keep; `added` what it does not have yet."""

    taken_back: tuple[Posting, ...]
    added: tuple[Posting, ...]


def charge_changes(chain: Chain) -> Changes:
    """What the last release of the chain changes in what the ones before it brought.

    A line that bills the same stays as it was posted. When the patient is another one, everything is taken back
    and brought anew.
    """
    *before, now = chain
    if not before:
        return Changes((), postings(chain))
    had, has = postings(before), postings(chain)
    if same_patient(before[-1], now):
        kept = {one.transaction for one in had} & {one.transaction for one in has}
    else:
        kept = set()
    gone = tuple(one for one in had if one.transaction not in kept)
    return Changes(gone, tuple(one for one in has if one.transaction not in kept))


def postings(chain: Chain) -> tuple[Posting, ...]:
    """The charges of the last release of a chain, each with the id the receiver knows it by."""
    known: tuple[Posting, ...] = ()
    before: Release | None = None
    for release in chain:
        left = list(known) if before is None or same_patient(before, release) else []
        found = []
        for charge in charges(release):
            same = next((one for one in left if one.charge.billed == charge.billed), None)
            if same is not None:
                left.remove(same)
            name = same.transaction if same else f"{release.number}.{release.version}.{charge.place}"
            found.append(Posting(name, charge))
        known, before = tuple(found), release
    return known


def same_patient(one: Release, other: Release) -> bool:
    """Whether a biller would put both into one account; a corrected spelling is the same patient."""

    def who(patient: Patient) -> tuple[str, ...]:
        return (patient.mrn,) if patient.mrn else (patient.name, str(patient.birth_date))

    return who(one.patient) == who(other.patient)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One segment of one administration: `part` of `parts`, from 1."""

    given: Administration
    segment: Segment
    part: int
    parts: int

    @property
    def name(self) -> str:
        """Its name within the visit."""
        return f"{self.given.id}.{self.part}"

    def number(self, encounter: str) -> str:
        """Its name among all visits."""
        return f"{encounter}-{self.name}"

    @property
    def last(self) -> bool:
        return self.part == self.parts


def stretches(release: Release) -> tuple[Stretch, ...]:
    """Every stretch of running time of the visit, and every push, in the order of the record."""
    return tuple(
        Stretch(one, segment, part, len(one.segments))
        for one in release.encounter.administrations
        for part, segment in enumerate(one.segments, 1)
    )
