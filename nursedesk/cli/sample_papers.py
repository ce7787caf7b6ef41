"""The samples of what is printed, as PDF: called within a painting."""

from collections.abc import Callable, Iterable

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.desk.demo.samples import AMENDED, DRAFT, EVERYTHING, LONG_STAY, ONE_DRUG, PRESENT, Sample, Samples
from nursedesk.desk.papers import Printing, ticket_sheet
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.paper.paint import lay_out
from nursedesk.outputs.paper.pdf import pdf_bytes


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
