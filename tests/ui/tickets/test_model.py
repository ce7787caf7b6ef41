"""Which tickets are shown, in what order."""

from datetime import date

from nursedesk.ui.tickets.model import Show, TicketRow, TicketState, shown, to_finish

ROWS = (
    TicketRow("e1", "A-261124-001", "ROE, Jane", "40 21 877", date(2026, 11, 24), TicketState.PRINTED, 1),
    TicketRow("e2", "A-261124-002", "LEE, Kim", "40 19 302", date(2026, 11, 24), TicketState.TO_SIGN, 0),
    TicketRow("e3", "A-261123-009", "BERG, Ingrid", "40 15 630", date(2026, 11, 23), TicketState.SENT, 2),
    TicketRow("e4", "A-261123-010", "PATEL, Ravi", "40 11 011", date(2026, 11, 23), TicketState.SIGNED, 1),
)


def numbers(show: Show, text: str = "") -> list[str]:
    return [r.encounter for r in shown(ROWS, show, text)]


def test_the_newest_is_first() -> None:
    assert numbers(Show.ALL) == ["e2", "e1", "e4", "e3"]


def test_what_wants_somebody_is_to_finish() -> None:
    assert numbers(Show.TO_FINISH) == ["e2", "e3"]
    assert numbers(Show.DONE) == ["e1", "e4"]
    assert to_finish(ROWS) == 2


def test_every_word_must_be_there() -> None:
    assert numbers(Show.ALL, "roe 40 21") == ["e1"]
    assert numbers(Show.ALL, "261123 berg") == ["e3"]
    assert numbers(Show.ALL, "roe lee") == []
