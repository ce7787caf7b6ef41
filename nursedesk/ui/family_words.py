"""Which kind of drug something is, in a word or two."""

from PySide6.QtCore import QCoreApplication

from nursedesk.record.encounter import Family

translate = QCoreApplication.translate


def family_word(family: Family) -> str:
    """Which administration codes the drug is charged with, in a word or two."""
    return {
        Family.THERAPEUTIC: translate("Drugs", "therapeutic"),
        Family.CHEMOTHERAPY: translate("Drugs", "chemotherapy"),
        Family.COMPLEX_BIOLOGIC: translate("Drugs", "complex biologic"),
        Family.HORMONAL_ANTINEOPLASTIC: translate("Drugs", "hormonal antineoplastic"),
        Family.HYDRATION: translate("Drugs", "hydration"),
    }[family]
