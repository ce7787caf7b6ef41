"""The suite's decisions on scanning, second signatures and an idle desk: checked, then recorded as settings."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from nursedesk.app import payer_policy
from nursedesk.app.core import Core
from nursedesk.app.scanning import Scanning
from nursedesk.catalog.barcodes import pattern_problem
from nursedesk.catalog.scans import Field, FoundDrug, NotADrug, Plain, Scan, WrongField
from nursedesk.coding.charting import ITEMS
from nursedesk.desk.site_rules import site_rules
from nursedesk.desk.suite import SuiteFacts
from nursedesk.record.encounter import Family, SecondSign
from nursedesk.ui.hang.scan import taken
from nursedesk.ui.settings.site_rules import SiteActions, SiteRules, pattern_words

translate = QCoreApplication.translate

_BIOLOGICS = (Family.CHEMOTHERAPY.value, Family.COMPLEX_BIOLOGIC.value)
CHECKS = {
    "chemotherapy": (Family.CHEMOTHERAPY.value,),
    "biologics": _BIOLOGICS,
    "every": tuple(family.value for family in Family if family is not Family.HYDRATION),
}
"""Families whose drugs want a second check, by the choice's name."""


def rules_of(facts: SuiteFacts) -> SiteRules:
    """The decisions as the page shows them."""
    named = [name for name, families in CHECKS.items() if set(families) == set(facts.check_families)]
    on = SecondSign.CHECK in facts.second_sign
    return SiteRules(
        wristband=facts.wristband_pattern,
        badge=facts.badge_pattern,
        witness_waste=SecondSign.WASTE in facts.second_sign,
        second_blocks=facts.second_blocks,
        charting=charting_of(facts),
        payer_policy=payer_policy.counted(facts.payer_policy),
        check=(named[0] if named else "chemotherapy") if on else "off",
        curtain_minutes=facts.curtain_minutes,
        lock_minutes=facts.lock_minutes,
    )


def charting_of(facts: SuiteFacts) -> tuple[tuple[str, str], ...]:
    """What this site wants charted: its own choice, or what its profile asks for."""
    if facts.charting_policy is not None:
        return facts.charting_policy
    return tuple((item, "warn") for item in site_rules(facts).charting)


def _with(facts: SuiteFacts, item: str, how: str) -> tuple[tuple[str, str], ...]:
    """The policy with one item chosen anew, in our order; `off` leaves it out."""
    chosen = {**dict(charting_of(facts)), item: how}
    return tuple((one, chosen[one]) for one in ITEMS if chosen.get(one, "off") != "off")


def actions_of(core: Core, change: Callable[[SuiteFacts], None]) -> SiteActions:
    """What the page's choices do; `change` records other facts of the suite."""
    scanning = Scanning(core)

    def facts() -> SuiteFacts:
        return core.daybook.suite.facts

    def signs(what: SecondSign, wanted: bool) -> tuple[str, ...]:
        others = tuple(one for one in facts().second_sign if one != what)
        return (*others, what.value) if wanted else others

    def set_check(choice: str) -> None:
        families = CHECKS.get(choice, facts().check_families)
        second = signs(SecondSign.CHECK, choice != "off")
        change(replace(facts(), second_sign=second, check_families=families))

    return SiteActions(
        set_wristband=lambda text: _pattern(text, lambda kept: change(replace(facts(), wristband_pattern=kept))),
        set_badge=lambda text: _pattern(text, lambda kept: change(replace(facts(), badge_pattern=kept))),
        try_code=lambda text: _tried(scanning.read(text, Field.WRISTBAND), scanning.read(text, Field.BADGE), text),
        set_witness=lambda on: change(replace(facts(), second_sign=signs(SecondSign.WASTE, on))),
        set_check=set_check,
        set_second_blocks=lambda on: change(replace(facts(), second_blocks=on)),
        set_payer_policy=lambda file: payer_policy.taken(
            file, lambda text: change(replace(facts(), payer_policy=text))
        ),
        set_charting=lambda item, how: change(replace(facts(), charting_policy=_with(facts(), item, how))),
        set_curtain=lambda minutes: change(replace(facts(), curtain_minutes=minutes)),
        set_lock=lambda minutes: change(replace(facts(), lock_minutes=minutes)),
    )


def _pattern(text: str, keep: Callable[[str], None]) -> str:
    problem = pattern_problem(text)
    if problem is not None:
        return pattern_words(problem)
    keep(text)
    return ""


def _tried(as_wristband: Scan | WrongField, as_badge: Scan | WrongField, text: str) -> str:
    """What an example is: a wristband, a badge, a drug, or nothing that is known."""
    for read, said in (
        (as_wristband, translate("SiteRules", "A wristband. Its number is {number}.")),
        (as_badge, translate("SiteRules", "A badge. Its number is {number}.")),
    ):
        if isinstance(read, NotADrug):
            return said.format(number=read.number)
    if isinstance(as_wristband, Plain):
        return translate("SiteRules", "No code: words or a number somebody types.")
    if isinstance(as_wristband, WrongField):
        return translate("SiteRules", "A drug’s code.")
    return taken(as_wristband).sentence if not isinstance(as_wristband, FoundDrug) else text
