"""Prepare a bag or syringe, hang it and start it, or push it."""

from dataclasses import dataclass, replace

from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Access, Amount, Encounter, Purpose, Route
from nursedesk.record.events import (
    AccessId,
    AccessPlaced,
    Body,
    DrugHung,
    EncounterId,
    LineId,
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
    ordered_minutes: int | None = None
    order_on_file: bool | None = None
    additional_pump_setups: int = 0
    clinic_supplied_pump: bool = False


def prepare(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A bag is ready and hangs; it starts later."""
    line = next_line(daybook, encounter)
    daybook.act("prepared", EncounterId(encounter.id), line, *_placed(form), _prepared(line, form))
    return line


def hang_and_start(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A bag is hung and runs from this moment."""
    line = next_line(daybook, encounter)
    bodies = (*_placed(form), _prepared(line, form), Started(line))
    daybook.act("started", EncounterId(encounter.id), line, *bodies)
    return line


def push(daybook: Daybook, encounter: Encounter, form: Hang) -> LineId:
    """A push, injection or flush is given at this moment."""
    line = next_line(daybook, encounter)
    bodies = (*_placed(form), _prepared(line, form), Pushed(line))
    daybook.act("pushed", EncounterId(encounter.id), line, *bodies)
    return line


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
    )
