"""Prepare a bag or syringe, hang it and start it, or push it."""

import uuid
from dataclasses import dataclass, replace

from nursedesk.desk.daybook import PRESSED, Daybook, Told
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import may_chart
from nursedesk.desk.second_sign import Wanted, sign
from nursedesk.desk.suite import Person
from nursedesk.record.encounter import Access, Amount, Encounter, Purpose, RateStep, Route, SecondSign
from nursedesk.record.events import (
    AccessId,
    AccessPlaced,
    Body,
    DrugHung,
    EncounterId,
    Event,
    EventId,
    LineId,
    PersonId,
    Prepared,
    Pushed,
    Started,
)

AT_ONCE = frozenset({Route.IV_PUSH, Route.IM, Route.SC, Route.ON_BODY_INJECTOR, Route.PORT_FLUSH, Route.ORAL})
"""Routes that are complete the moment they are given."""


@dataclass(frozen=True, slots=True)
class Hang:
    """What is asked when a drug is hung or pushed; a drug's name and a route are enough."""

    route: Route
    drugs: tuple[DrugHung, ...]
    purpose: Purpose = Purpose.TREATMENT
    access: AccessId | None = None
    new_access: Access | None = None
    """Placed with it, when the patient had none that fits."""
    diluent: str | None = None
    volume: Amount | None = None
    rate: Amount | None = None
    steps: tuple[RateStep, ...] = ()
    """Rates planned one after the other, the first is `rate`; empty for one rate."""
    ordered_minutes: int | None = None
    order_on_file: bool | None = None
    additional_pump_setups: int = 0
    clinic_supplied_pump: bool = False
    checked_by: PersonId | None = None
    """Who did the second check; her PIN or badge has been asked and was right."""
    checked_auth: str = "pin"
    """pin | badge"""


def prepare(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A bag is ready and hangs; it starts later."""
    line = next_line(daybook, encounter)
    _record(daybook, encounter, "prepared", form, _prepared(line, form))
    return line


def hang_and_start(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A bag is hung and runs from this moment."""
    line = next_line(daybook, encounter)
    _record(daybook, encounter, "started", form, _prepared(line, form), Started(line))
    return line


def push(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A push, injection or flush is given at this moment."""
    line = next_line(daybook, encounter)
    _record(daybook, encounter, "pushed", form, _prepared(line, form), Pushed(line))
    return line


def push_then(
    daybook: Daybook, encounter: Encounter, form: Hang, claim: Body, then: Told
) -> tuple[LineId, tuple[EventId, ...]]:
    """A push at a time that was fixed before it was said what was pushed: `claim` counts from now, the push from
    `then`. Returns its line and all that was written. Raises `Refused`.
    """
    checker, line = _checker(daybook, form), next_line(daybook, encounter)
    prepared = _prepared(line, form)
    ready = replace(then, supersedes=None)
    said = [(claim, PRESSED), *((body, ready) for body in (*_placed(form), prepared)), (Pushed(line), then)]
    events = daybook.write_as(
        EncounterId(encounter.id), [(EventId(str(uuid.uuid4())), body, told) for body, told in said]
    )
    if checker is not None:
        _sign_check(daybook, encounter, form, prepared, events, checker)
    return line, tuple(event.header.event_id for event in events)


def _record(
    daybook: Daybook, encounter: Encounter, kind: str, form: Hang, prepared: Prepared, *begun: Body
) -> None:
    """One press; the second check is signed by who did it, for what was hung."""
    checker = _checker(daybook, form)
    events = daybook.act(kind, EncounterId(encounter.id), prepared.line, *_placed(form), prepared, *begun)
    if checker is not None:
        _sign_check(daybook, encounter, form, prepared, events, checker)


def _sign_check(
    daybook: Daybook,
    encounter: Encounter,
    form: Hang,
    prepared: Prepared,
    events: tuple[Event, ...],
    checker: Person,
) -> None:
    hung = next(one.header for one in events if isinstance(one.body, Prepared))
    want = Wanted(SecondSign.CHECK, prepared.drugs[0].administration, hung.event_id, hung.actor)
    sign(daybook, daybook.encounter(EncounterId(encounter.id)), want, checker, form.checked_auth)


def _checker(daybook: Daybook, form: Hang) -> Person | None:
    """Who did the second check: somebody else, who works at the chairs. Raises `Refused` before anything hangs."""
    if form.checked_by is None:
        return None
    person = daybook.suite.person(form.checked_by)
    if person is None or not may_chart(person):
        raise Refused("no_such_nurse", {"name": form.checked_by})
    if person.id == daybook.session.person.id:
        raise Refused("same_person")
    return person


def next_line(daybook: Daybook, encounter: Encounter) -> LineId:
    """`A3`: the station's letter and the count of lines it has prepared for this visit, undone ones included."""
    events = daybook.events(EncounterId(encounter.id))
    mine = [one for one in events if isinstance(one.body, Prepared) and one.header.station_id == daybook.station]
    return LineId(f"{daybook.station}{len(mine) + 1}")


def _placed(form: Hang) -> tuple[Body, ...]:
    return (AccessPlaced(form.new_access),) if form.new_access else ()


def _prepared(line: LineId, form: Hang) -> Prepared:
    if not form.drugs or not all(drug.drug.strip() for drug in form.drugs):
        raise Refused("no_drug")
    several = len(form.drugs) > 1
    drugs = tuple(
        replace(drug, administration=f"{line}.{place}" if several else line)
        for place, drug in enumerate(form.drugs, 1)
    )
    return Prepared(
        line=line,
        route=form.route,
        drugs=drugs,
        purpose=form.purpose,
        access=AccessId(form.new_access.id) if form.new_access else form.access,
        diluent=form.diluent,
        volume=form.volume,
        rate=form.rate,
        ordered_minutes=form.ordered_minutes,
        order_on_file=form.order_on_file,
        additional_pump_setups=form.additional_pump_setups,
        clinic_supplied_pump=form.clinic_supplied_pump,
        steps=form.steps or None,
    )
