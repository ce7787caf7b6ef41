"""The sentences of the reference in another language, as they were translated one by one."""

import csv
from collections.abc import Mapping
from pathlib import Path

from nursedesk.catalog import resources


def load_reference_words(language: str, folder: Path | None = None) -> Mapping[str, str]:
    """English sentence → the same in `language`; empty where nobody has translated them."""
    file = (folder or resources.path("i18n")) / f"reference_{language}.csv"
    if not file.is_file():
        return {}
    with file.open(encoding="utf-8", newline="") as opened:
        return {row["english"]: row["translation"] for row in csv.DictReader(opened)}
