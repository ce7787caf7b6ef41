"""The reference of the codes: `resources/reference` into plain values, refused whole when one row is wrong."""

import string
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from nursedesk.catalog.resources import path
from nursedesk.catalog.strict_csv import BadTable, Row, read_table
from nursedesk.coding.reference import (
    ADD_ONS,
    EVERY_CODE,
    PLACEHOLDERS,
    Correction,
    Entry,
    Grade,
    Kind,
    Note,
    OutsideCode,
    Published,
    Reference,
    RuleText,
    Section,
    Source,
    Topic,
)
from nursedesk.coding.rulebook import AdminCode

Made = TypeVar("Made")

_OPTIONAL = frozenset({"corrects", "rule"})
_SECTION = {"heading": str, "source": str, "columns": list, "entries": list}
_ENTRY = {"cells": list, "says": str, "source": str, "corrects": list}


def load_reference(codes: Mapping[str, AdminCode], folder: Path | None = None) -> Reference:
    """The reference under `folder` (default: the program's) for these codes; raises `BadTable`."""
    return _Loader(codes, folder or path("reference")).load()


class _Loader:
    """Reads the files in the order in which one names another: sources, corrections, rules, then the rest."""

    def __init__(self, codes: Mapping[str, AdminCode], folder: Path) -> None:
        self._codes, self._folder = codes, folder
        self._families = {code.family for code in codes.values()}
        self._sources: dict[str, Source] = {}
        self._corrections: dict[str, Correction] = {}
        self._rules: dict[str, RuleText] = {}

    def load(self) -> Reference:
        self._sources = {x.key: x for x in self._table("sources.csv", ("key", "title", "as_of", "grade"), _source)}
        said = self._table("corrections.csv", ("id", "about", "said", "holds", "source"), self._correction)
        self._corrections = {x.id: x for x in said}
        self._rules = {x.rule: x for x in self._table("rules.csv", ("rule", "says", "source"), self._rule)}
        notes = self._table("notes.csv", ("codes", "kind", "says", "rule", "source", "corrects"), self._note)
        published = self._table("published.csv", ("code", "fact", "value", "source"), self._published, key=2)
        outside = self._table("outside.csv", ("code", "label", "says", "source"), self._outside)
        topics = [self._topic(file) for file in sorted((self._folder / "topics").glob("*.toml"))]
        return Reference(
            sources=tuple(self._sources.values()),
            rules=tuple(self._rules.values()),
            corrections=tuple(self._corrections.values()),
            notes=notes,
            published=published,
            outside=outside,
            topics=tuple(sorted(topics, key=lambda topic: topic.order)),
        )

    def _table(
        self, name: str, columns: Sequence[str], make: Callable[[Row], Made], key: int = 1
    ) -> tuple[Made, ...]:
        """Every row of a CSV file, made; the first `key` columns name a row and may not come twice."""
        made: list[Made] = []
        seen: dict[tuple[str, ...], int] = {}
        for row in read_table(self._folder / name, columns):
            try:
                row.needed(*(column for column in columns if column not in _OPTIONAL))
                named = tuple(row[column] for column in columns[:key])
                # Notes are not named by their codes: several are about the same ones.
                if name != "notes.csv" and (first := seen.setdefault(named, row.number)) != row.number:
                    raise ValueError(f"{' '.join(named)} stands in line {first} already")
                made.append(make(row))
            except ValueError as wrong:
                raise row.refused(wrong) from None
        return tuple(made)

    def _correction(self, row: Row) -> Correction:
        return Correction(
            row["id"], row["about"], _text(row["said"]), _text(row["holds"]), self._from(row["source"])
        )

    def _rule(self, row: Row) -> RuleText:
        return RuleText(row["rule"], _text(row["says"]), self._from(row["source"]))

    def _note(self, row: Row) -> Note:
        codes = tuple(row["codes"].split())
        known = {EVERY_CODE, ADD_ONS, *self._families, *self._codes}
        if unknown := [code for code in codes if code not in known]:
            raise ValueError(f"no code or family {', '.join(unknown)} in the rule data")
        rules = tuple(row["rule"].split())
        if unknown := [rule for rule in rules if rule not in self._rules]:
            raise ValueError(f"no rule {', '.join(unknown)} in rules.csv")
        return Note(
            codes=codes,
            kind=Kind(row.one_of("kind", tuple(Kind))),
            says=_text(row["says"]),
            rules=rules,
            source=self._from(row["source"]),
            corrects=self._corrected(row["corrects"].split()),
        )

    def _published(self, row: Row) -> Published:
        if row["code"] not in self._codes:
            raise ValueError(f"no code {row['code']} in the rule data")
        return Published(row["code"], row["fact"], _text(row["value"]), self._from(row["source"]))

    def _outside(self, row: Row) -> OutsideCode:
        if row["code"] in self._codes:
            raise ValueError(f"{row['code']} is a code of the rule data, so not outside it")
        return OutsideCode(row["code"], row["label"], row["says"], self._from(row["source"]))

    def _from(self, key: str) -> Source:
        if key not in self._sources:
            raise ValueError(f"no source {key!r} in sources.csv")
        return self._sources[key]

    def _corrected(self, ids: Sequence[str]) -> tuple[Correction, ...]:
        if unknown := [x for x in ids if x not in self._corrections]:
            raise ValueError(f"no correction {', '.join(unknown)} in corrections.csv")
        return tuple(self._corrections[x] for x in ids)

    def _topic(self, file: Path) -> Topic:
        text = _read(file)
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError as wrong:
            raise BadTable(f"{file.name}: {wrong}") from None
        lines = _Lines(text)
        try:
            _known(data, {"title": str, "order": int, "section": list}, optional=())
        except ValueError as wrong:
            raise BadTable(f"{file.name} line 1: {wrong}") from None
        sections = [self._section(file, lines, n, one) for n, one in enumerate(data["section"])]
        return Topic(file.stem, data["title"], data["order"], tuple(sections))

    def _section(self, file: Path, lines: "_Lines", number: int, data: dict[str, Any]) -> Section:
        try:
            _known(data, _SECTION, optional=("columns",))
            self._from(data["source"])
        except ValueError as wrong:
            raise BadTable(f"{file.name} line {lines.section(number)}: {wrong}") from None
        columns = tuple(data.get("columns", ()))
        entries = []
        for place, one in enumerate(data["entries"]):
            try:
                entries.append(self._entry(one, columns, data["source"]))
            except ValueError as wrong:
                raise BadTable(f"{file.name} line {lines.entry(number, place)}: {wrong}") from None
        return Section(data["heading"], columns, tuple(entries))

    def _entry(self, data: dict[str, Any], columns: tuple[str, ...], source: str) -> Entry:
        _known(data, _ENTRY, optional=tuple(_ENTRY))
        cells = tuple(data.get("cells", ())) or (data.get("says", ""),)
        if "cells" in data and "says" in data:
            raise ValueError("cells and says in one entry")
        if len(cells) != max(len(columns), 1):
            raise ValueError(f"{len(cells)} cells for {max(len(columns), 1)} columns")
        corrects = self._corrected(data.get("corrects", ()))
        return Entry(tuple(map(_text, cells)), self._from(data.get("source", source)), corrects)


class _Lines:
    """Where sections and entries of a topic's file begin: an entry is a line that opens with a brace."""

    def __init__(self, text: str) -> None:
        self._sections: list[tuple[int, list[int]]] = []
        for number, line in enumerate(text.splitlines(), 1):
            if line.strip() == "[[section]]":
                self._sections.append((number, []))
            elif line.lstrip().startswith("{") and self._sections:
                self._sections[-1][1].append(number)

    def section(self, number: int) -> int:
        return self._sections[number][0] if number < len(self._sections) else 1

    def entry(self, section: int, number: int) -> int:
        entries = self._sections[section][1] if section < len(self._sections) else []
        return entries[number] if number < len(entries) else self.section(section)


def _source(row: Row) -> Source:
    as_of = row.day("as_of")
    if as_of is None:
        raise ValueError("as_of is missing")
    return Source(row["key"], row["title"], as_of, Grade(row.one_of("grade", tuple(Grade))))


def _text(text: str) -> str:
    """A text that is there, with braces only around names of thresholds."""
    if not isinstance(text, str) or not text.strip():
        raise ValueError("an empty text")
    try:
        named = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    except ValueError:
        raise ValueError(f"a brace without its other half in {text!r}") from None
    if unknown := sorted(named - PLACEHOLDERS):
        raise ValueError(f"no threshold {', '.join(unknown) or '{}'}; there are {', '.join(sorted(PLACEHOLDERS))}")
    return text


def _known(data: Mapping[str, object], kinds: Mapping[str, type], optional: Sequence[str]) -> None:
    if unknown := sorted(set(data) - set(kinds)):
        raise ValueError(f"unknown key {', '.join(unknown)}")
    if missing := [name for name in kinds if name not in data and name not in optional]:
        raise ValueError(f"{', '.join(missing)} missing")
    if wrong := [name for name, value in data.items() if type(value) is not kinds[name]]:
        raise ValueError(f"{', '.join(wrong)} of the wrong kind")


def _read(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise BadTable(f"{file.name} cannot be read: {wrong}") from None
