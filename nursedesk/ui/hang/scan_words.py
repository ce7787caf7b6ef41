"""The sentences about a scan: what it was, what was filled in, what to do now. One for each outcome."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.scans import Candidate, Damage, Field, Label
from nursedesk.record.encounter import Amount
from nursedesk.ui import words
from nursedesk.ui.hang.ndc import dashed

translate = QCoreApplication.translate


def two_codes() -> str:
    """One package that is charged with one of two codes."""
    return translate("Scan", "This package is charged with one of two codes. Choose the one for this patient.")


def two_packages() -> str:
    """Ten digits that two packages share."""
    return translate("Scan", "Two packages share this number. Compare with the label and choose.")


def unknown(label: Label) -> str:
    """A sound code the drug table does not have."""
    if not label.ndc:
        return translate(
            "Scan", "This is no US drug number. Type the drug’s name; lot and expiry from the label are kept."
        )
    return translate(
        "Scan",
        "This package is not in the drug table. Type the drug’s name; its number, lot and expiry are kept.",
    )


def missing_separator(lots: tuple[str, ...]) -> str:
    """The scanner drops the separator."""
    if not lots:
        return translate("Scan", "The scanner ran lot and serial number together. Type the lot from the label.")
    return translate(
        "Scan", "The scanner ran lot and serial number together. Choose the lot that stands on the label."
    )


def expired(on: date) -> str:
    """Refused, with the day."""
    return translate(
        "Scan", "This package expired on {day}. Nothing was filled in: take another one and scan that."
    ).format(day=words.day(on))


def bad_check_digit() -> str:
    """Misread."""
    return translate("Scan", "The code was misread: its check digit is wrong. Nothing was filled in; scan again.")


def not_a_drug(got: Field) -> str:
    """A person's code where a drug is wanted."""
    if got is Field.BADGE:
        return translate("Scan", "This is a badge, not a drug. Nothing was filled in: scan the bag or vial.")
    return translate("Scan", "This is a wristband, not a drug. Nothing was filled in: scan the bag or vial.")


def wrong_field(wanted: Field, got: Field) -> str:
    """A code of one sort in the field of another."""
    if wanted is Field.DRUG:
        return not_a_drug(got)
    if got is Field.BADGE:
        return translate("Scan", "This is a badge, not a patient. Nothing was filled in: scan the wristband.")
    if got is Field.WRISTBAND:
        return translate("Scan", "This is a wristband, not a badge. Nothing was filled in: scan the badge.")
    if wanted is Field.BADGE:
        return translate("Scan", "This is a drug’s code, not a badge. Nothing was filled in: scan the badge.")
    return translate("Scan", "This is a drug’s code, not a patient. Nothing was filled in: scan the wristband.")


def garbled(damage: Damage) -> str:
    """What is wrong with a code that cannot be trusted."""
    return {
        Damage.TOO_LONG: translate(
            "Scan", "That is longer than any code. Nothing was filled in: wait a moment and scan once."
        ),
        Damage.CONTROL_CHARACTERS: translate(
            "Scan", "The code holds characters no label has. Nothing was filled in; scan again, or type the drug."
        ),
        Damage.WRONG_KEYBOARD: translate(
            "Scan",
            "The scanner types for another keyboard, or Caps Lock is on. Nothing was filled in: "
            "turn Caps Lock off and scan again, or type the drug.",
        ),
        Damage.UNREADABLE: translate(
            "Scan", "The code begins like a drug’s and then breaks off. Nothing was filled in; scan again."
        ),
        Damage.NO_DRUG_NUMBER: translate(
            "Scan", "That code holds no drug number. Nothing was filled in: scan the other code on the package."
        ),
    }[damage]


def other_patient(name: str) -> str:
    """A wristband that is not the one of the visit."""
    return translate(
        "Scan", "This wristband is not {name}’s. Nothing was filled in: check who sits here, then go on."
    ).format(name=name)


def wristband_checked(time: str, name: str) -> str:
    """A quiet fact: the wristband is the visit's."""
    return translate("Scan", "Wristband checked {time} · {name}").format(time=time, name=name)


def candidate(one: Candidate) -> str:
    """A drug, its code and its package on one button."""
    return f"{one.drug.display} · {one.hcpcs}"


def candidate_facts(one: Candidate) -> str:
    """What tells packages apart: number of containers, content of each, NDC."""
    each = words.dose(content(one))
    count = one.package.containers
    held = each if count == 1 else translate("Scan", "{count} × {each}").format(count=count, each=each)
    return f"{held} · {dashed(one.package.ndc11)}"


def content(one: Candidate) -> Amount:
    """What one vial, bag or syringe of the package holds."""
    code = next(code for code in one.drug.codes if code.hcpcs == one.package.hcpcs)
    return Amount(code.unit.amount * one.package.units_each, code.unit.unit)
