"""The printed form's own words in a language; English words are the keys and what an unknown one stays."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from nursedesk.outputs import words_es_log, words_es_paper
from nursedesk.outputs.languages import Language, Say, english
from nursedesk.outputs.pictures.timeline_model import TimelineWords

WORDS: Mapping[str, str] = {**words_es_paper.WORDS, **words_es_log.WORDS}


def say_in(language: Language) -> Say:
    """What gives the form's words in a language."""
    return _spanish if language is Language.SPANISH else english


def _spanish(words: str) -> str:
    return WORDS.get(words, words)


def timeline_words(language: Language) -> TimelineWords:
    """The words on the timeline in a language."""
    plain = TimelineWords()
    if language is Language.ENGLISH:
        return plain
    say = say_in(language)
    return replace(plain, **{field.name: _said(getattr(plain, field.name), say) for field in fields(plain)})


def _said(value: Any, say: Say) -> Any:
    if isinstance(value, Mapping):
        return {key: say(words) for key, words in value.items()}
    return say(value)
