"""The sentences of the hang and push dialogs: units as they are spoken, and why a typed quantity was not taken."""

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Access, Device, Family, Purpose, Route
from nursedesk.ui.hang.quantities import Refusal


def refusal(why: Refusal, what: str) -> str:
    """One sentence: what is wrong with the typed `what` (`dose`, `volume`, `rate`) and how to write it."""
    tr = QCoreApplication.translate
    sentences = {
        Refusal.EMPTY: tr("Quantities", "The {what} is not typed yet."),
        Refusal.NOT_A_NUMBER: tr("Quantities", "This is not a number. Write the {what} like 400 or 0.5."),
        Refusal.NOT_PLAIN_DIGITS: tr("Quantities", "Use the plain digits 0 to 9 for the {what}."),
        Refusal.COMMA: tr("Quantities", "Write 1.5 with a point, or 1,000 with three figures after the comma."),
        Refusal.NO_LEADING_ZERO: tr("Quantities", "Put a zero before the point: 0.5, not .5."),
        Refusal.LOST_POINT: tr("Quantities", "A zero in front may be a lost point. Write 5 or 0.5."),
        Refusal.EXPONENT: tr("Quantities", "Write the {what} out in full, without an e."),
        Refusal.SUM: tr("Quantities", "Write one {what}, not a sum: 0.3, not 0.1+0.2."),
        Refusal.NEGATIVE: tr("Quantities", "The {what} cannot be less than zero."),
        Refusal.ZERO: tr("Quantities", "The {what} must be more than zero."),
        Refusal.TOO_LONG: tr("Quantities", "This has more figures than a {what} has. Check it against the label."),
        Refusal.UNKNOWN_UNIT: tr(
            "Quantities", "This unit does not fit the {what}. Type the number and choose the unit."
        ),
        Refusal.NOT_A_LENGTH: tr("Quantities", "Write a time like 17:37, or a length like 3 h 30 or 90."),
        Refusal.OVER_A_DAY: tr("Quantities", "A planned end lies within 24 hours."),
    }
    return sentences[why].format(what=what)


def device(kind: Device) -> str:
    """A device in the few letters of a segmented button."""
    tr = QCoreApplication.translate
    return {
        Device.PERIPHERAL: tr("Access", "PIV"),
        Device.MIDLINE: tr("Access", "Midline"),
        Device.PICC: tr("Access", "PICC"),
        Device.PORT: tr("Access", "Port"),
        Device.TUNNELED_CVC: tr("Access", "Tunneled CVC"),
        Device.NONTUNNELED_CVC: tr("Access", "Non-tunneled CVC"),
        Device.DIALYSIS_CATHETER: tr("Access", "Dialysis catheter"),
        Device.SUBCUTANEOUS: tr("Access", "Subcutaneous"),
        Device.UNKNOWN: tr("Access", "Device not recorded"),
    }[kind]


def purpose(kind: Purpose) -> str:
    """A purpose in one or two words."""
    tr = QCoreApplication.translate
    return {
        Purpose.TREATMENT: tr("Purpose", "Treatment"),
        Purpose.PROPHYLAXIS: tr("Purpose", "Prophylaxis"),
        Purpose.DIAGNOSTIC: tr("Purpose", "Diagnostic"),
        Purpose.HYDRATION: tr("Purpose", "Hydration"),
        Purpose.CARRIER: tr("Purpose", "Carrier"),
        Purpose.FLUSH: tr("Purpose", "Flush"),
        Purpose.KEEP_OPEN: tr("Purpose", "Keep open"),
        Purpose.INTEGRAL: tr("Purpose", "Part of a procedure"),
    }[kind]


def route(kind: Route) -> str:
    """A route in one or two words."""
    tr = QCoreApplication.translate
    return {
        Route.IV_INFUSION: tr("Route", "IV infusion"),
        Route.IV_PUSH: tr("Route", "IV push"),
        Route.IM: tr("Route", "IM"),
        Route.SC: tr("Route", "SC"),
        Route.SC_INFUSION: tr("Route", "SC infusion"),
        Route.ON_BODY_INJECTOR: tr("Route", "On-body injector"),
        Route.PUMP: tr("Route", "Pump"),
        Route.PORT_FLUSH: tr("Route", "Port flush"),
        Route.ORAL: tr("Route", "Oral"),
    }[kind]


def family_note(drug: Drug | None, purpose_of: Purpose, push: bool) -> str:
    """One quiet fact about how the record will be read; never advice on how long to run it."""
    tr = QCoreApplication.translate
    if push and drug is not None:
        return tr("HangNote", "Complete at once: the record takes the time of the press.")
    if purpose_of in (Purpose.KEEP_OPEN, Purpose.CARRIER):
        return tr("HangNote", "Recorded with its times, and not charged.")
    if purpose_of is Purpose.HYDRATION:
        return tr("HangNote", "Hydration: minutes beside a drug are recorded and not counted twice.")
    if drug is None:
        return tr(
            "HangNote", "Not in this suite’s drug table: it is charted as typed and a biller sees a finding."
        )
    if drug.payer_variable:
        return tr("HangNote", "Payers differ on this drug; the site’s policy for this payer decides.")
    return tr("HangNote", "Charged as {family}. Only minutes that run count.").format(family=_family(drug.family))


def _family(kind: Family) -> str:
    tr = QCoreApplication.translate
    return {
        Family.THERAPEUTIC: tr("Family", "a therapeutic infusion"),
        Family.CHEMOTHERAPY: tr("Family", "chemotherapy"),
        Family.COMPLEX_BIOLOGIC: tr("Family", "a complex biologic"),
        Family.HORMONAL_ANTINEOPLASTIC: tr("Family", "a hormonal antineoplastic"),
        Family.HYDRATION: tr("Family", "hydration"),
    }[kind]


def steps(first: str, last: str) -> str:
    """A rate raised in steps."""
    return QCoreApplication.translate("Quantities", "{first} to {last} mL/h in steps").format(
        first=first, last=last
    )


def access(one: Access) -> str:
    """`A · PIV 22 g, left hand`: an access on a button."""
    gap = " " if one.site and one.site[0].isdigit() else ", "
    placed = f"{device(one.device)}{gap}{one.site}" if one.site else device(one.device)
    return f"{one.id} · {placed}"
