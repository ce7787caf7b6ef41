"""From a visit's events to the releases messages are made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nursedesk.catalog.drug_names import display_names
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.papers import as_signed, ticket_of
from nursedesk.desk.suite import Suite
from nursedesk.outputs.messages.release import Interface, Mapped, Release, Staff
from nursedesk.record.effective import effective
from nursedesk.record.events import Event, Signed


@dataclass(frozen=True, slots=True)
class Making:
    """What every release of a suite is made with."""

    suite: Suite
    rulebook: Rulebook
    interface: Interface = field(default_factory=Interface)
    mapped: Mapped = field(default_factory=dict)

    @property
    def people(self) -> dict[str, Staff]:
        return {one.id: Staff(one.id, one.name, one.credential) for one in self.suite.people}


def signed_versions(events: Iterable[Event]) -> tuple[int, ...]:
    """The versions of a visit's ticket that were signed, the first first."""
    return tuple(sorted({one.body.version for one in effective(events) if isinstance(one.body, Signed)}))


def release_of(events: Sequence[Event], making: Making, version: int | None = None) -> Release:
    """A signed version (the last unless one is named); the draft, version 0, when nothing is signed."""
    encounter, signed = as_signed(events, version)
    facts = making.suite.facts
    return Release(
        encounter=encounter,
        ticket=ticket_of(encounter, signed, making.rulebook),
        number=encounter.ticket_number or "",
        version=encounter.version if signed is not None else 0,
        site=encounter.site or facts.site,
        address=facts.address,
        npi=facts.npi,
        people=making.people,
        drugs=display_names(making.rulebook, (one.drug for one in encounter.administrations)),
        interface=making.interface,
        mapped=making.mapped,
    )


def chain_of(events: Sequence[Event], making: Making, versions: Iterable[int]) -> tuple[Release, ...]:
    """Releases of these versions, the earliest first."""
    return tuple(release_of(events, making, version) for version in sorted(set(versions)))
