"""The samples of pages, tables and messages: what `nursedesk ticket`, `export` and `charges` write."""

from collections.abc import Callable, Iterable

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.cli.sample_visits import visits_jsonl
from nursedesk.desk.demo.samples import (
    AMENDED,
    DRAFT,
    EVERYTHING,
    LONG_STAY,
    ONE_DRUG,
    PRESENT,
    Sample,
    Samples,
)
from nursedesk.desk.papers import Printing
from nursedesk.desk.posting.files import SUFFIXES, Asked, encounter_file, ticket_file
from nursedesk.desk.posting.releases import Making, chain_of
from nursedesk.outputs.languages import Language
from nursedesk.outputs.messages.charge_master import charge_master_csv
from nursedesk.outputs.messages.release import Interface, MappedCode

INTERFACE = Interface(receiving_application="BILLING", receiving_facility="HOSPITAL", department="3350")
MAPPED = {
    ("96413", ""): MappedCode("33500413", "3350", "685.00", "CHEMO INF 1ST HR"),
    ("96415", ""): MappedCode("33500415", "3350", "190.00", "CHEMO INF ADD HR"),
    ("96365", ""): MappedCode("33500365", "3350", "412.50", "THER INF 1ST HR"),
    ("96366", ""): MappedCode("33500366", "3350", "118.00", "THER INF ADD HR"),
    ("96375", ""): MappedCode("33500375", "3350", "164.00", "IV PUSH ADD DRUG"),
    ("J1745", ""): MappedCode("63600745", "0636", "93.10", "INFLIXIMAB 10 MG"),
}
"""A made-up site's numbers; other codes are left out on purpose, to show what `unmapped` looks like."""

Make = Callable[[Samples], bytes]


def message_samples() -> Iterable[Sample]:
    """Each file, in the order it is made."""
    for name, formats in (
        (ONE_DRUG, ("html", "csv", "fhir", "hl7")),
        (EVERYTHING, ("html", "csv", "json", "fhir", "hl7")),
        (AMENDED, ("html", "csv", "fhir")),
        (LONG_STAY, ("html", "csv", "hl7")),
        (DRAFT, ("html", "csv", "fhir")),
    ):
        for fmt in formats:
            yield Sample(f"ticket-{name}.{SUFFIXES[fmt]}", _ticket(name, fmt, Asked()))
    yield Sample(f"ticket-{AMENDED}.hl7", _ticket(AMENDED, "hl7", Asked(base=1)))
    yield Sample(f"ticket-{EVERYTHING}-es.html", _ticket(EVERYTHING, "html", Asked(), Language.SPANISH))
    for fmt in ("json", "fhir"):
        yield Sample(f"visit-{EVERYTHING}.{SUFFIXES[fmt]}", _visit(EVERYTHING, fmt))
    yield Sample("visits.jsonl", lambda samples: visits_jsonl())
    yield Sample(f"charges-{EVERYTHING}.csv", _charges(EVERYTHING, (1,)))
    yield Sample(f"charges-{AMENDED}.csv", _charges(AMENDED, (1, 2)))


def _making(samples: Samples) -> Making:
    return Making(samples.desk.daybook.suite, load_rulebook("cpt"), INTERFACE, MAPPED)


def _ticket(name: str, fmt: str, asked: Asked, language: Language = Language.ENGLISH) -> Make:
    printing = Printing("billing", PRESENT, "PDF", 0, language)
    return lambda samples: ticket_file(samples.events(name), fmt, _making(samples), printing, asked)


def _visit(name: str, fmt: str) -> Make:
    return lambda samples: encounter_file(samples.events(name), fmt, _making(samples))


def _charges(name: str, versions: tuple[int, ...]) -> Make:
    return lambda samples: charge_master_csv([chain_of(samples.events(name), _making(samples), versions)])
