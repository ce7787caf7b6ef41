"""The printed ticket as plain values: every word and figure on it, section by section, without a page or a font.

Text in it is ready to print: control and direction marks are written out, and nothing is ever blank.
"""

from dataclasses import dataclass
from enum import StrEnum

from nursedesk.outputs.languages import Say, english
from nursedesk.outputs.pictures.timeline_model import TimelineModel


class SheetStatus(StrEnum):
    DRAFT = "DRAFT"
    SIGNED = "SIGNED"
    AMENDED = "AMENDED"


class Weight(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    """Smaller and grey-free: labels and second lines."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    weight: Weight = Weight.PLAIN
    struck: bool = False
    """The original of a corrected time: it stays readable under its line."""


Para = tuple[Run, ...]
Cell = tuple[Para, ...]
"""Paragraphs, one under the other."""


def plain(text: str) -> Para:
    """One paragraph of plain text."""
    return (Run(text),)


def strong(text: str) -> Para:
    """One paragraph of strong text."""
    return (Run(text, Weight.STRONG),)


@dataclass(frozen=True, slots=True)
class SiteHeader:
    """What a site prints at the top: its name, one line of address, its NPI."""

    name: str
    address: str = ""
    npi: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled box of the patient grid; `span` is its width in seventy-seconds of the row."""

    label: str
    value: Para
    span: int


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One drug or fluid: a cell for each column of `GIVEN_COLUMNS`."""

    drug: Cell
    route: Cell
    access: Cell
    times: Cell
    minutes: Cell
    interruptions: Cell
    lot: Cell
    people: Cell


@dataclass(frozen=True, slots=True)
class ChargeRow:
    code: str
    label: str
    units: str
    modifiers: str
    dx: str
    quantity: str
    why: str
    struck: bool = False
    """Of the version before: no longer charged so."""


@dataclass(frozen=True, slots=True)
class ChargeGroup:
    """Charge lines under one revenue code; heading "" for an office's claim lines."""

    heading: str
    rows: tuple[ChargeRow, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A labelled line of a box: what it is about, and the words."""

    head: str
    body: Cell


@dataclass(frozen=True, slots=True)
class SignatureBox:
    caption: str
    who: Para
    meaning: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole printed ticket."""

    site: str
    site_detail: str
    status: SheetStatus
    status_detail: str
    """`version 1 · original`, `version 2 · COPY 1`, `not signed`."""
    number: str
    """Ticket number for the barcode; empty before the visit is closed."""
    patient: tuple[tuple[Field, ...], ...]
    running_head: str
    """Who and which visit, for the head of every further page."""
    given: tuple[GivenRow, ...]
    timeline: TimelineModel | None
    charges_order: str
    """`facility order, grouped by revenue code` or `claim lines`."""
    charges: tuple[ChargeGroup, ...]
    visit_services: str
    """What stands in the E/M row when no E/M line was charged; empty when one was."""
    biller: tuple[Entry, ...]
    times: tuple[Entry, ...]
    times_note: str
    """What holds of every time that the box does not name; empty when it names none."""
    signature: SignatureBox
    checker: SignatureBox
    footer: tuple[str, str]
    footer_ticket: str
    """`A-261124-007 · version 1`."""
    say: Say = english
    """The language of the words that are the form's own."""
