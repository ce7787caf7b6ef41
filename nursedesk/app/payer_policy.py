"""A payer policy from a file: read, checked whole, then kept among the suite's settings as its text."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.payer_policy import PayerPolicy
from nursedesk.catalog.rulebook import BadTable, payer_policies_in

translate = QCoreApplication.translate

LARGEST = 1_000_000
"""Bytes; a suite has hundreds of such lines, and each change of the setting keeps the whole text."""


def counted(text: str) -> tuple[int, int]:
    """Lines and payers of a policy that is kept."""
    policies: tuple[PayerPolicy, ...] = payer_policies_in(text)
    return len(policies), len({one.payer.casefold() for one in policies})


def taken(file: str, keep: Callable[[str], None]) -> str:
    """Keep the file's table ("" keeps none); answers with the sentence that refuses it, or an empty one."""
    if not file:
        keep("")
        return ""
    try:
        path = Path(file)
        if path.stat().st_size > LARGEST:
            return translate("PayerPolicy", "This file is far too large for a payer policy: nothing was changed.")
        text = path.read_text(encoding="utf-8-sig")
        if not payer_policies_in(text):
            return translate("PayerPolicy", "This file has no line: nothing was changed.")
    except (OSError, UnicodeDecodeError):
        return translate(
            "PayerPolicy", "This file cannot be read as text: nothing was changed; save the table as CSV (UTF-8)."
        )
    except BadTable as wrong:
        return translate("PayerPolicy", "Nothing was changed: {reason}.").format(reason=wrong)
    keep(text)
    return ""
