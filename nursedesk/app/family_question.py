"""The question what kind of drug something is: asked where no table tells, and where a person overrides one."""

from PySide6.QtCore import QCoreApplication

from nursedesk.app.asking import Asking, Unread, titled
from nursedesk.app.core import Core
from nursedesk.app.correct_questions import chosen_drug, reasons, which_drug, why
from nursedesk.coding.givings import given_of
from nursedesk.desk import mistakes
from nursedesk.record.encounter import Administration, Encounter, Family
from nursedesk.record.events import LineId
from nursedesk.ui.family_words import family_word
from nursedesk.ui.lines.question import Asked, Question, Said

translate = QCoreApplication.translate

KINDS = (
    Family.THERAPEUTIC,
    Family.CHEMOTHERAPY,
    Family.COMPLEX_BIOLOGIC,
    Family.HORMONAL_ANTINEOPLASTIC,
    Family.HYDRATION,
)


def family(core: Core, visit: Encounter, line: LineId) -> Asking:
    """What kind of drug a line gave; over a table or the payer's policy it wants a reason."""
    drugs = tuple(one for one in visit.administrations if one.line == line)
    title, note = titled(core, visit, line, translate("Correct", "What kind of drug is {drug}?"))
    unknown = all(core.rulebook().drug_of(one.hcpcs, one.drug) is None for one in drugs)
    # Nothing is chosen where nobody knows: a guess would decide what is charged.
    hint = translate("Correct", "choose the kind")
    kind = Asked("drugFamily", translate("Correct", "Charged as"), hint=hint, options=_options())
    reason = why(translate("Correct", "in no drug table")) if unknown else why()
    asked = (*which_drug(core, drugs), kind, reason)

    def answer(found: Encounter, said: Said) -> None:
        if not said.get("drugFamily"):
            raise Unread(translate("Correct", "No kind is chosen, so nothing was changed: choose one."))
        one = chosen_drug(drugs, said)
        mistakes.chart_family(core.daybook, found, one.id, Family(said["drugFamily"]), said["correctionReason"])

    def hear(said: Said) -> str:
        return _now(core, visit, chosen_drug(drugs, said))

    offers = reasons(translate("Correct", "as the payer wants it"), translate("Correct", "as it was ordered"))
    done = translate("Correct", "Save the kind")
    return Asking(Question("familyDialog", title, note, asked, done, offers=offers, hear=hear), answer)


def _options() -> tuple[tuple[str, str], ...]:
    return tuple((one.value, _option(one)) for one in KINDS)


def _option(one: Family) -> str:
    """`complex: chemotherapy`: which codes, and what for."""
    if one in (Family.CHEMOTHERAPY, Family.HORMONAL_ANTINEOPLASTIC):
        return translate("Correct", "complex: {kind}").format(kind=family_word(one))
    return family_word(one)


def _now(core: Core, visit: Encounter, one: Administration) -> str:
    """What it is charged as until then, and by whom."""
    given = given_of(one, visit, core.rulebook(), None)
    kind = family_word(given.chosen_family)
    if one.family is not None:
        return translate("Correct", "Charted as {kind}.").format(kind=kind)
    if given.by_payer is not None:
        said = translate("Correct", "Now {kind}, by the site’s policy for {payer}.")
        return said.format(kind=kind, payer=visit.payer)
    if given.drug is not None:
        return translate("Correct", "Now {kind}, by the drug table.").format(kind=kind)
    return translate("Correct", "In no drug table: charged as {kind} until somebody says.").format(kind=kind)
