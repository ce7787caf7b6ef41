"""How the drugs page writes a container, a code's days and a favourite."""

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.favourites import Favourite
from nursedesk.coding.rulebook import DrugCode
from nursedesk.record.encounter import Container, Purpose
from nursedesk.ui import words
from nursedesk.ui.encounter.event_words import purpose_word
from nursedesk.ui.hang.words import route

translate = QCoreApplication.translate


def container_word(container: Container) -> str:
    """The container it comes in."""
    return {
        Container.SINGLE_DOSE: translate("Drugs", "single-dose container"),
        Container.MULTI_DOSE: translate("Drugs", "multiple-dose container"),
        Container.UNKNOWN: words.not_recorded(),
    }[container]


def payment_word(code: DrugCode) -> str:
    """Whether the code is paid for on its own under OPPS."""
    return translate("Drugs", "payable") if code.payable else translate("Drugs", "packaged")


def unit_words(code: DrugCode) -> str:
    """`per 10 mg`."""
    return translate("Drugs", "per {unit}").format(unit=words.dose(code.unit))


def days_words(code: DrugCode) -> str:
    """`in force 01-Jan-2017 to 31-Mar-2026`; an open end is said."""
    begin, end = code.effective_from, code.effective_to
    if begin is None and end is None:
        return translate("Drugs", "in force, first day not recorded")
    if end is None:
        return translate("Drugs", "in force since {begin}").format(begin=words.day(begin))
    if begin is None:
        return translate("Drugs", "in force until {end}").format(end=words.day(end))
    return translate("Drugs", "in force {begin} to {end}").format(begin=words.day(begin), end=words.day(end))


def favourite_words(one: Favourite) -> str:
    """`IV infusion · 400 mg · in sodium chloride 0.9 % · 250 mL · 1 h 00 min`."""
    parts = [
        route(one.route),
        purpose_word(one.purpose) if one.purpose is not Purpose.TREATMENT else "",
        words.dose(one.dose) if one.dose else "",
        translate("Drugs", "in {diluent}").format(diluent=one.diluent) if one.diluent else "",
        f"{words.number(one.volume)}{words.NBSP}mL" if one.volume is not None else "",
        f"{words.number(one.rate)}{words.NBSP}mL/h" if one.rate is not None else "",
        words.duration(one.minutes) if one.minutes is not None else "",
    ]
    return " · ".join(part for part in parts if part)
