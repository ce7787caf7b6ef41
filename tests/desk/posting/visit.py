"""A visit that is signed, amended and posted, told through the use cases."""

from dataclasses import dataclass, field
from decimal import Decimal

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk import close, correct, hang, run
from nursedesk.desk.posting.facts import Kind
from nursedesk.desk.posting.post import begin, settle
from nursedesk.desk.posting.queue import Outgoing, outgoing
from nursedesk.desk.posting.releases import Making
from nursedesk.outputs.delivery.parcel import Answer
from nursedesk.record.encounter import Amount, Container, Patient, Route
from nursedesk.record.events import AccessId, DrugHung, EncounterId, Event, PatientCorrected
from nursedesk.record.posting_events import PostOutcome

from tests.desk.station import Station, infliximab

BOTH = (Kind.CHARGES, Kind.ADMINISTRATIONS)


@dataclass
class Told:
    """One visit with two hours of infliximab, signed once."""

    station: Station = field(default_factory=Station)
    rulebook: Rulebook = field(default_factory=lambda: load_rulebook("cpt"))
    id: EncounterId = field(default=EncounterId(""))

    def __post_init__(self) -> None:
        station = self.station
        self.id = station.seat()
        line = hang.hang_and_start(station.daybook, station.encounter(self.id), infliximab())
        correct.set_diagnoses(station.daybook, station.encounter(self.id), ("K50.90",))
        station.pass_(120)
        run.stop(station.daybook, station.encounter(self.id), line)
        correct.chart_response(station.daybook, station.encounter(self.id), line, "tolerated")
        self.sign()

    @property
    def making(self) -> Making:
        return Making(self.station.daybook.suite, self.rulebook)

    @property
    def events(self) -> tuple[Event, ...]:
        return self.station.daybook.events(self.id)

    def sign(self) -> None:
        close.sign(self.station.daybook, self.station.encounter(self.id), self.rulebook)
        self.station.pass_(1)

    def amend(self) -> None:
        """A push that was forgotten, and the next signature."""
        self._reopen()
        drug = DrugHung("", "diphenhydramine", dose=_mg("25"), opened=_mg("50"), container=Container.SINGLE_DOSE)
        form = hang.Hang(Route.IV_PUSH, (drug,), access=AccessId("A"), order_on_file=True)
        hang.push(self.station.daybook, self.station.encounter(self.id), form)
        self.sign()

    def correct_patient(self) -> None:
        """The visit was charted under the wrong patient."""
        self._reopen()
        self.station.daybook.write(self.id, PatientCorrected(Patient("LEE, Kim", "40 19 302")))
        self.sign()

    def sign_again(self) -> None:
        """Taken up and signed again with nothing changed."""
        self._reopen()
        self.sign()

    def _reopen(self) -> None:
        close.reopen(self.station.daybook, self.station.encounter(self.id), "something was forgotten")
        self.station.pass_(1)

    def waiting(self, *kinds: Kind) -> tuple[Outgoing, ...]:
        return outgoing(self.events, self.making, kinds or BOTH)

    def attempt(self, one: Outgoing, outcome: PostOutcome, said: str = "") -> None:
        """One attempt and what came of it; TRYING is an attempt that nothing was heard of again."""
        begin(self.station.daybook, one, "mllp://billing:2575")
        if outcome is not PostOutcome.TRYING:
            settle(self.station.daybook, one, "mllp://billing:2575", Answer(outcome, said))
        self.station.pass_(seconds=1)

    def post_all(self, outcome: PostOutcome = PostOutcome.ACCEPTED, *kinds: Kind) -> None:
        for one in self.waiting(*kinds):
            self.attempt(one, outcome)


def _mg(amount: str) -> Amount:
    return Amount(Decimal(amount), "mg")
