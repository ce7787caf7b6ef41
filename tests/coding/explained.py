"""Every word of a ticket as plain lines, and `tests/cases/tickets.txt`: what all worked cases say, whole.

The cases hold lines and the findings they are about. This file beside them holds the rest: every reason with its
numbers, every finding with its administrations, what became of each service. A change in it is read line by line
before it is kept: `python -m tests.coding.explained` writes it anew.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import ChargeTicket, Why

from tests.coding.cases import CASES, Case
from tests.coding.test_teaching import entries

FILES = ("published.toml", "teaching.toml", "sentences.toml", "clauses.toml")
WRITTEN = CASES / "tickets.txt"


def told(case: Case) -> Iterator[str]:
    """The ticket of a case: its lines with their reasons, its findings, its services."""
    ticket = code(case.encounter, load_rulebook(case.profile, case.settings))
    yield from _lines(ticket)
    for f in ticket.findings:
        about = f"[{','.join(f.administrations)}] {' '.join(f.lines)}"
        yield f"! {f.severity} {f.code} {f.rule} {about} {_params(f.params)}".rstrip()
    for p in ticket.placements:
        ids, beside = ",".join(p.administrations), ",".join(p.shared_with)
        yield f"= [{ids}] {p.role} {p.code or '-'} own {p.own} shared {p.shared} [{beside}] counted {p.counted}"


def _lines(ticket: ChargeTicket) -> Iterator[str]:
    for x in ticket.lines:
        name = "-".join((x.code, *x.modifiers))
        about = f"{x.system} {x.date} {x.minutes} min [{','.join(x.administrations)}] {' '.join(x.diagnoses)}"
        yield f"{name} ×{x.units} {about}".rstrip()
        yield from (f"  {_why(why)}" for why in x.why)


def _why(why: Why) -> str:
    return f"{why.rule} {why.key} {_params(why.params)}".rstrip()


def _params(params: Mapping[str, str | int]) -> str:
    return "; ".join(f"{name} {params[name]}" for name in sorted(params))


def worked() -> Iterator[tuple[str, Case]]:
    """Each case of every file, by its name in `tickets.txt`."""
    for name in FILES:
        for _, case in entries(name):
            yield f"{Path(name).stem} {case.id} {case.name}", case


def written() -> dict[str, list[str]]:
    """What the file says of each case."""
    found: dict[str, list[str]] = {}
    for block in WRITTEN.read_text("utf-8").split("\n\n"):
        name, *rest = block.strip().split("\n")
        found[name.removeprefix("# ")] = rest
    return found


def main() -> None:
    blocks = ("\n".join((f"# {name}", *told(case))) for name, case in worked())
    WRITTEN.write_text("\n\n".join(blocks) + "\n", "utf-8")


if __name__ == "__main__":
    main()
