"""Doses that look like another unit or a figure too many, beside the last visit, the favourites, the table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Amount, Family
from nursedesk.ui import words
from nursedesk.ui.hang.form import Choice, HangContext, HangForm
from nursedesk.ui.hang.quantities import UNITS, same_in
from nursedesk.ui.hang.search import named

translate = QCoreApplication.translate

FAR = 10
"""So many times the usual, or less than one such part of it, is asked about."""
FEWEST_UNITS, MOST_UNITS = Decimal("0.05"), 10_000
"""Units of its code outside which a dose in another unit of mass than the code's is asked about …"""
WHOLE_FROM = 1
"""… and under one unit, where a unit is a whole milligram or more: such a drug is not given in mcg."""
THOUSAND = 1000
"""A microgram taken for a milligram: the slip that has a word of its own in every language."""
_SMALL = frozenset({"ug", "mg"})
"""The pair that is mistaken for one another."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A dose that was typed, and what it may have been meant to be."""

    typed: Amount
    other: Amount
    sentence: str


def doubt_of(drug: str, dose: Amount, context: HangContext) -> Doubt | None:
    """What is doubtful about a dose; None when it is like the ones before, or when nothing is known."""
    table = named(drug, context.drugs)
    if table is not None and table.family is Family.HYDRATION:
        # Bags of fluid come in every size.
        return None
    usual = [one for one in _usual(drug, table, context) if one is not None]
    if usual:
        return _beside_usual(dose, usual)
    return _beside_table(dose, table) if table is not None and table.codes else None


def doubts_in(form: HangForm, context: HangContext) -> tuple[Doubt | None, ...]:
    """One for each drug of the form, in its order."""
    return tuple(doubt_of(one.drug, one.dose, context) if one.dose else None for one in form.drugs)


def without(form: HangForm, doubts: Sequence[Doubt | None]) -> HangForm:
    """The same with the doubtful doses not charted yet."""
    drugs = zip(form.drugs, doubts, strict=True)
    return replace(form, drugs=tuple(replace(one, dose=None) if doubt else one for one, doubt in drugs))


def _usual(drug: str, table: Drug | None, context: HangContext) -> list[Amount | None]:
    """Doses of the drug at the last visit, then of the favourites."""
    lines: list[Choice] = []
    for one in (*context.last_visit, *context.favourites):
        lines += [one, *one.others]
    name = table.name if table else drug.strip().casefold()
    return [one.dose for one in lines if _is(one.drug, name, context.drugs)]


def _is(drug: str, name: str, drugs: tuple[Drug, ...]) -> bool:
    known = named(drug, drugs)
    return (known.name if known else drug.strip().casefold()) == name


def _beside_usual(dose: Amount, usual: Sequence[Amount]) -> Doubt | None:
    shares = [_times(dose, one) for one in usual]
    if any(share is not None and Decimal(1) / FAR < share < FAR for share in shares):
        return None
    first, share = usual[0], shares[0]
    slipped = Amount(dose.amount, first.unit)
    meant = _times(slipped, first)
    other = slipped if dose.unit != first.unit and meant and Decimal(1) / FAR < meant < FAR else first
    return Doubt(dose, other, _usual_sentence(dose, first, share))


def _usual_sentence(dose: Amount, usual: Amount, share: Decimal | None) -> str:
    named_ = {"dose": words.dose(dose), "usual": words.dose(usual)}
    if share is None:
        return translate("Doubt", "{dose}: the usual is {usual}.").format(**named_)
    if share >= 1:
        said = translate("Doubt", "{dose} is {times} times the usual {usual}.")
        return said.format(times=_figure(share), **named_)
    if share * THOUSAND == 1:
        return translate("Doubt", "{dose} is a thousandth of the usual {usual}.").format(**named_)
    said = translate("Doubt", "{dose} is one part in {times} of the usual {usual}.")
    return said.format(times=_figure(1 / share), **named_)


def _beside_table(dose: Amount, table: Drug) -> Doubt | None:
    """No dose is known: the unit its code counts in is."""
    unit = table.codes[0].unit
    units = _times(dose, unit)
    if unit.unit not in UNITS or dose.unit == unit.unit:
        return None
    fewest = 1 if unit.unit == "mg" and unit.amount >= WHOLE_FROM else FEWEST_UNITS
    if units is not None and ({dose.unit, unit.unit} != _SMALL or fewest <= units <= MOST_UNITS):
        return None
    said = translate("Doubt", "{dose}: this drug is counted in {unit}.")
    sentence = said.format(dose=words.dose(dose), unit=words.unit(unit.unit))
    return Doubt(dose, Amount(dose.amount, unit.unit), sentence)


def _times(dose: Amount, other: Amount) -> Decimal | None:
    """How many times the other it is; None where the two cannot be compared."""
    same = dose.amount if dose.unit == other.unit else same_in(dose.amount, dose.unit, other.unit)
    return same / other.amount if same is not None and other.amount else None


def _figure(share: Decimal) -> str:
    """`1,000`; one place behind the point where it is no whole number."""
    return words.number(share.quantize(Decimal(1)) if share >= 100 else share.quantize(Decimal("0.1")))
