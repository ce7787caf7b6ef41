"""RAS^O17: what was given, an RXA for each stretch of running time, with its start and stop.

The dose of an administration that was paused stands once, in the last of its stretches: a receiver that adds the
amounts up gets the dose that was given.
"""

from collections.abc import Iterable

from nursedesk.outputs.formats import unit
from nursedesk.outputs.messages import hl7
from nursedesk.outputs.messages.changes import Chain, Stretch, same_patient, stretches
from nursedesk.outputs.messages.hl7 import Hl7Message
from nursedesk.outputs.messages.release import Release, control_id, ndc11, plain, shown
from nursedesk.record.encounter import Administration, Device, Route, StopReason

KIND = "RAS^O17"
ADDED, UPDATED, DELETED = "A", "U", "D"
NOT_KNOWN = "999"
"""RXA-6 when the amount was not recorded: the standard's own value."""
_LONGEST_NUMBER = 16
_ROUTES = {
    Route.IV_INFUSION: ("IV", "Intravenous"),
    Route.IV_PUSH: ("IV", "Intravenous"),
    Route.IM: ("IM", "Intramuscular"),
    Route.SC: ("SC", "Subcutaneous"),
    Route.SC_INFUSION: ("SC", "Subcutaneous"),
    Route.ON_BODY_INJECTOR: ("SC", "Subcutaneous"),
    Route.PUMP: ("IV", "Intravenous"),
    Route.PORT_FLUSH: ("IV", "Intravenous"),
    Route.ORAL: ("PO", "Oral"),
}
_Told = tuple[str, Stretch, Release]
"""RXA-21, the stretch, and the release it is told from."""


def ras(chain: Chain) -> tuple[Hl7Message, ...]:
    """The messages that bring a receiver from the version it has to the chain's last; none when all stands."""
    now = chain[-1]
    told = [(ADDED, one, now) for one in _timed(now)]
    if len(chain) == 1:
        return tuple(_messages(chain, (("administrations", now, told),)))
    before = chain[-2]
    if not same_patient(before, now):
        gone = [(DELETED, one, before) for one in _timed(before)]
        return tuple(_messages(chain, (("withdrawals", before, gone), ("administrations", now, told))))
    return tuple(_messages(chain, (("administrations", now, _changed(before, now)),)))


def _changed(before: Release, now: Release) -> list[_Told]:
    had = {one.name: one for one in _timed(before)}
    has = {one.name: one for one in _timed(now)}
    gone = [(DELETED, one, before) for name, one in had.items() if name not in has]
    changed = [
        (UPDATED if name in had else ADDED, one, now)
        for name, one in has.items()
        if name not in had or _fields(had[name], before) != _fields(one, now)
    ]
    return [*gone, *changed]


def _timed(release: Release) -> tuple[Stretch, ...]:
    """Stretches with a start and a stop: RXA must have both, and neither is made up."""
    return tuple(one for one in stretches(release) if one.segment.start and one.segment.stop)


def untimed(release: Release) -> int:
    """How many stretches lack a start or a stop and are in no message."""
    return len(stretches(release)) - len(_timed(release))


def _messages(chain: Chain, wanted: Iterable[tuple[str, Release, list[_Told]]]) -> Iterable[Hl7Message]:
    now = chain[-1]
    base = chain[-2].version if len(chain) > 1 else 0
    for what, under, told in wanted:
        if told:
            control = control_id(now.site, now.number, now.version, base, what)
            yield Hl7Message(KIND, control, _text(now, under, control, told))


def _text(now: Release, under: Release, control: str, told: list[_Told]) -> str:
    left = untimed(now)
    said = [f"{left} stretches without a start or a stop are not in this message."] if left else []
    return "".join(
        [
            hl7.head(now, KIND, "RAS_O17", control),
            hl7.note(1, said),
            hl7.patient(under),
            hl7.visit(under),
            *(_order(one) for one in told),
        ]
    )


def _order(told: _Told) -> str:
    action, stretch, release = told
    given = stretch.given
    sender = hl7.short(release.interface.sending_application)
    order = {
        1: "RE",
        3: hl7.parts(hl7.value(stretch.number(release.encounter.id)), sender),
        4: hl7.parts(hl7.value(release.encounter.id), sender),
        12: hl7.provider(release.encounter.ordering_provider),
    }
    fields = _fields(stretch, release) | {21: action, 22: hl7.instant(release.made, release.zone)}
    return hl7.segment("ORC", order) + hl7.segment("RXA", fields) + _route(given, release)


def _fields(stretch: Stretch, release: Release) -> dict[int, str]:
    given, zone = stretch.given, release.zone
    amount = plain(given.dose.amount) if given.dose and given.dose.amount.is_finite() else NOT_KNOWN
    known = given.dose is not None and amount != NOT_KNOWN and len(amount) <= _LONGEST_NUMBER
    people = (release.staff(one) for one in dict.fromkeys((given.started_by, given.stopped_by)))
    diagnosis = release.encounter.diagnoses[0] if release.encounter.diagnoses else ""
    return {
        1: "0",
        2: str(stretch.part),
        3: hl7.instant(stretch.segment.start, zone),
        4: hl7.instant(stretch.segment.stop, zone),
        5: _drug(given, release),
        6: "0" if not stretch.last else amount if known else NOT_KNOWN,
        7: hl7.coded(given.dose.unit, unit(given.dose.unit), "UCUM") if given.dose and known else "",
        9: hl7.parts("", hl7.value(_notes(stretch))),
        10: hl7.repeats(hl7.staff(one) for one in people),
        11: hl7.location(release),
        15: hl7.value(given.lot),
        16: hl7.day(given.expiry),
        19: hl7.coded(diagnosis, "", "I10"),
        20: "CP" if stretch.last and given.stop_reason is StopReason.COMPLETED else "PA",
    }


def _notes(stretch: Stretch) -> str:
    given = stretch.given
    said = [f"part {stretch.part} of {stretch.parts}"] if stretch.parts > 1 else []
    if stretch.parts > 1 and not stretch.last:
        said.append(f"the dose stands in part {stretch.parts}")
    if stretch.last and given.stop_reason is not StopReason.COMPLETED:
        said.append(f"stopped: {given.stop_reason.value.replace('_', ' ')}")
    if stretch.last and given.wasted and given.wasted.amount.is_finite():
        said.append(f"wasted {plain(given.wasted.amount)} {unit(given.wasted.unit)}")
    if stretch.last and given.response:
        said.append(shown(given.response))
    return "; ".join(said)


def _drug(given: Administration, release: Release) -> str:
    name = hl7.value(release.drug(given))
    codes = [(ndc11(given.ndc), "NDC")] if given.ndc else []
    hcpcs = release.hcpcs(given)
    codes += [(hcpcs, "HCPCS")] if hcpcs else []
    found = [part for code, system in codes for part in (hl7.value(code), name, system)]
    return hl7.parts(*(found or ("", name or "UNKNOWN")))


def _route(given: Administration, release: Release) -> str:
    code, words = _ROUTES[given.route]
    access = next((one for one in release.encounter.accesses if one.id == given.access), None)
    device = access.device.value.replace("_", " ") if access and access.device is not Device.UNKNOWN else ""
    fields = {
        1: hl7.parts(code, words, "HL70162"),
        2: hl7.parts("", hl7.value(access.site)) if access and access.site else "",
        3: hl7.parts("", device),
        4: hl7.parts("IVP", "IV Push", "HL70165") if given.route is Route.IV_PUSH else "",
    }
    return hl7.segment("RXR", fields)
