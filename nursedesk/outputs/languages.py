"""The languages a printed form can be in. English words are the keys: `say` gives them in another language."""

from collections.abc import Callable
from enum import StrEnum

Say = Callable[[str], str]
"""Gives our own English words in the language of the form; other people's text never goes through it."""


class Language(StrEnum):
    ENGLISH = "en"
    SPANISH = "es"


def english(words: str) -> str:
    """The words as they are."""
    return words
