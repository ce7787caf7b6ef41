"""What a nurse saw of the patient at a moment: vital signs and reactions, noted with their time."""

from nursedesk.desk.daybook import Daybook
from nursedesk.desk.refusal import Refused
from nursedesk.record.encounter import Encounter, Status
from nursedesk.record.events import EncounterId, ReactionNoted, VitalsNoted

LIMITS = {
    "systolic": (30, 300),
    "diastolic": (10, 200),
    "pulse": (10, 300),
    "respirations": (2, 80),
    "saturation": (30, 100),
    "pain": (0, 10),
}
"""What a monitor can show of a living patient; anything else was mistyped."""
TEMPERATURES = {"Cel": (25, 45), "[degF]": (77, 113)}


def note_vitals(daybook: Daybook, encounter: Encounter, vitals: VitalsNoted) -> None:
    """Vital signs at this moment. Raises `Refused` when nothing was measured or a value cannot be one."""
    _open(encounter)
    measured = {name: getattr(vitals, name) for name in LIMITS if getattr(vitals, name) is not None}
    if not measured and vitals.temperature is None and not vitals.text.strip():
        raise Refused("nothing_measured")
    for name, value in measured.items():
        least, most = LIMITS[name]
        if not least <= value <= most:
            raise Refused("not_a_vital_sign", {"value": str(value)})
    if vitals.systolic is not None and vitals.diastolic is not None and vitals.diastolic >= vitals.systolic:
        raise Refused("pressures_swapped")
    if vitals.temperature is not None:
        least, most = TEMPERATURES.get(vitals.temperature.unit, (0, 0))
        if not least <= vitals.temperature.amount <= most:
            raise Refused("not_a_vital_sign", {"value": str(vitals.temperature.amount)})
    daybook.write(EncounterId(encounter.id), vitals)


def note_reaction(daybook: Daybook, encounter: Encounter, reaction: ReactionNoted) -> None:
    """What the patient reacted with, at this moment. Raises `Refused` when nothing is said."""
    _open(encounter)
    if not reaction.text.strip():
        raise Refused("nothing_written")
    if reaction.line is not None and reaction.line not in {one.line for one in encounter.administrations}:
        raise Refused("no_such_line", {"line": reaction.line})
    daybook.write(EncounterId(encounter.id), reaction)


def _open(encounter: Encounter) -> None:
    if encounter.status is not Status.OPEN:
        raise Refused("reopen_first")
