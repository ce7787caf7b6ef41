"""The samples of what is printed and drawn: tickets, the shift log, the room. Called within a painting."""

import tempfile
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

from nursedesk.catalog.drug_names import display_names
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.rulebook import Rulebook
from nursedesk.desk.demo import people as who
from nursedesk.desk.demo.samples import AMENDED, DRAFT, EVERYTHING, LONG_STAY, ONE_DRUG, PRESENT, Sample, Samples
from nursedesk.desk.papers import Printing, ticket_sheet
from nursedesk.desk.shift import LogFormat, Wish, logged, write_log
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.paper.paint import lay_out
from nursedesk.outputs.paper.pdf import pdf_bytes
from nursedesk.outputs.pictures.files import PictureKind, picture_bytes
from nursedesk.outputs.pictures.gantt import gantt_fitted, gantt_height, gantt_of, paint_gantt
from nursedesk.outputs.pictures.timeline_style import TimelineStyle
from nursedesk.outputs.shift_log import Asked, Period
from nursedesk.outputs.shift_visits import entries


def paper_samples() -> Iterable[Sample]:
    """Each file, in the order it is made."""
    for name in (ONE_DRUG, EVERYTHING, AMENDED, LONG_STAY, DRAFT):
        yield Sample(f"ticket-{name}.pdf", _ticket(name, Paper.LETTER, Language.ENGLISH))
    yield Sample(f"ticket-{EVERYTHING}-a4.pdf", _ticket(EVERYTHING, Paper.A4, Language.ENGLISH))
    yield Sample(f"ticket-{EVERYTHING}-es.pdf", _ticket(EVERYTHING, Paper.LETTER, Language.SPANISH))


def _ticket(name: str, paper: Paper, language: Language) -> Callable[[Samples], bytes]:
    def make(samples: Samples) -> bytes:
        printing = Printing("billing", PRESENT, "PDF", 0, language)
        page = ticket_sheet(samples.events(name), samples.desk.daybook.suite, load_rulebook("cpt"), printing)
        return pdf_bytes(lay_out(page, paper))

    return make


def shift_samples() -> Iterable[Sample]:
    """The log of the made-up day in every format, and the room's picture."""
    for kind in LogFormat:
        yield Sample(f"shift-log.{kind}", _shift_log(kind))
    for picture in PictureKind:
        yield Sample(f"room.{picture}", _room(picture))


def _shift_log(kind: LogFormat) -> Callable[[Samples], bytes]:
    def make(samples: Samples) -> bytes:
        suite, reader = samples.desk.daybook.suite, samples.desk.ledger.reader
        wish = Wish(_day(), kind, who.RUIZ.id, PRESENT, checkpoint="A · 338 · 5e07fe523a9217a6")
        with tempfile.TemporaryFile() as file:
            write_log(file, reader, suite, load_rulebook("cpt"), wish)
            file.seek(0)
            return file.read()

    return make


def _room(kind: PictureKind) -> Callable[[Samples], bytes]:
    def make(samples: Samples) -> bytes:
        suite, rulebook = samples.desk.daybook.suite, load_rulebook("cpt")
        asked = Asked(_day(), suite.signatures(), ZoneInfo(suite.facts.zone), as_of=PRESENT)
        visits = entries(logged(samples.desk.ledger.reader, asked.period, None), asked)
        display = partial(_written, rulebook)
        style = TimelineStyle(family="Inter Desk", gutter=96)
        model = gantt_fitted(gantt_of(visits, asked.period, asked.zone, PRESENT, display), 1200, style)
        paint = partial(paint_gantt, model=model, style=style)
        return picture_bytes(paint, 1200, round(gantt_height(model, style)), kind, "NurseDesk")

    return make


def _written(rulebook: Rulebook, drug: str) -> str:
    return display_names(rulebook, (drug,))[drug]


def _day() -> Period:
    return Period(PRESENT - timedelta(hours=12), PRESENT)
