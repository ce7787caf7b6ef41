"""Diagnoses by words: our own short labels for the codes that an infusion suite reports most."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from nursedesk.catalog import resources
from nursedesk.catalog.strict_csv import read_table


@dataclass(frozen=True, slots=True)
class DiagnosisWords:
    code: str
    words: str


@cache
def diagnosis_words() -> tuple[DiagnosisWords, ...]:
    """Every row, in the file's order. Raises `BadTable` with file, line and reason."""
    rows = read_table(resources.path("rules", "diagnosis_words.csv"), ("code", "words", "source"))
    found: dict[str, DiagnosisWords] = {}
    for row in rows:
        try:
            row.needed("code", "words", "source")
        except ValueError as wrong:
            raise row.refused(wrong) from None
        if row["code"] in found:
            raise row.refused(f"{row['code']} is there twice")
        found[row["code"]] = DiagnosisWords(row["code"], row["words"])
    return tuple(found.values())


def find_diagnoses(
    text: str, known: Iterable[DiagnosisWords] | None = None, most: int = 6
) -> tuple[DiagnosisWords, ...]:
    """Those whose code begins so, then those that hold every typed word, one letter wrong forgiven.

    Of those that hold the words equally well the shortest first: it says the least that was not typed.
    """
    plain = " ".join(text.casefold().split())
    if len(plain) < 2:
        return ()
    listed = tuple(known) if known is not None else diagnosis_words()
    code = plain.replace(".", "").replace(" ", "")
    by_code = [one for one in listed if one.code.replace(".", "").casefold().startswith(code)]
    scored = [
        (score, len(one.words.split()), place, one)
        for place, one in enumerate(listed)
        if (score := _score(plain, one)) is not None
    ]
    by_words = [one for *_, one in sorted(scored, key=lambda found: found[:3])]
    return tuple(dict.fromkeys((*by_code, *by_words)))[:most]


def _score(plain: str, one: DiagnosisWords) -> int | None:
    """How many letters are wrong in all; None when a typed word is not there."""
    words = one.words.casefold().replace("(", " ").replace(")", " ").split()
    total = 0
    for typed in plain.split():
        wrong = min((_wrong(typed, word) for word in words), default=9)
        if wrong > 1:
            return None
        total += wrong
    return total


def _wrong(typed: str, word: str) -> int:
    """0 for the beginning of a word, 1 with one letter wrong, missing, too many or swapped, else more."""
    if word.startswith(typed):
        return 0
    if len(typed) < 4:
        return 9
    for length in (len(typed), len(typed) - 1, len(typed) + 1):
        if _one_apart(typed, word[:length]):
            return 1
    return 9


def _one_apart(one: str, other: str) -> bool:
    first = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, rest_other = one[first:], other[first:]
    if len(one) == len(other):
        swapped = rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:]
        return rest[1:] == rest_other[1:] or (len(rest) > 1 and swapped)
    return rest[1:] == rest_other if len(one) > len(other) else rest == rest_other[1:]
