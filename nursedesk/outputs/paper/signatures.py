"""The two boxes at the foot: who signed and what it means; who checked what was hung and who witnessed waste."""

from collections.abc import Iterable
from datetime import datetime

from nursedesk.outputs.formats import NOT_RECORDED, moment
from nursedesk.outputs.paper.given import Showing
from nursedesk.outputs.paper.model import Run, SheetStatus, SignatureBox, Weight, plain, strong
from nursedesk.record.encounter import Administration, Encounter

DRAFT = "A draft: figures may still change. Not for billing until a nurse has signed."


def signature(encounter: Encounter, status: SheetStatus, showing: Showing, meaning: str | None) -> SignatureBox:
    """The nurse's name, when it was put, what it means, and whether it attests to others' care."""
    say = showing.say
    if status is SheetStatus.DRAFT or encounter.signed_by is None or encounter.signed_at is None:
        return SignatureBox(say("Signature"), strong(say("Not signed")), say(DRAFT))
    who = (
        Run(showing.person(encounter.signed_by), Weight.STRONG),
        Run(f" · {moment(encounter.signed_at, showing.zone, say)}"),
    )
    said = say("Meaning: {meaning}").format(meaning=showing.written(say(meaning) if meaning else None))
    attested = say("Signed electronically, as an attestation")
    return SignatureBox(attested if encounter.signed_attestation else say("Signed electronically"), who, said)


def second_people(encounter: Encounter, showing: Showing) -> SignatureBox:
    """Second checks by person and time, then the witnesses of waste, signed or only named."""
    say = showing.say
    caption = say("Second checker, witness")
    names, said = [], []
    for (who, at), drugs in _checks(encounter.administrations, showing).items():
        names.append(showing.person(who))
        when = f", {showing.clock(at)}" if at else ""
        said.append(say("{who} checked {what}.").format(who=names[-1] + when, what=", ".join(drugs)))
    for one in encounter.administrations:
        if one.waste_witness:
            names.append(showing.person(one.waste_witness))
            said.append(_waste(one, names[-1], showing))
    if not said:
        none = say("No second check and no waste witness charted.")
        return SignatureBox(caption, plain(say(NOT_RECORDED)), none)
    return SignatureBox(caption, strong(", ".join(dict.fromkeys(names))), " ".join(said))


_Checks = dict[tuple[str, datetime | None], list[str]]


def _checks(given: Iterable[Administration], showing: Showing) -> _Checks:
    found: _Checks = {}
    for one in given:
        if one.checked_by:
            found.setdefault((one.checked_by, one.checked_at), []).append(showing.drug(one))
    return found


def _waste(one: Administration, who: str, showing: Showing) -> str:
    what = f"{showing.drug(one)} {showing.amount(one.wasted)}".strip()
    if one.waste_signed is None:
        return showing.say("{who} is named as witness of waste of {what}; not signed.").format(who=who, what=what)
    signed = showing.say("{who} witnessed waste of {what} and signed {when}.")
    return signed.format(who=who, what=what, when=showing.clock(one.waste_signed))
