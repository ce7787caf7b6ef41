"""Close, tickets and shift with a made-up day in them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from nursedesk.catalog.drugs import load_drugs
from nursedesk.record.encounter import Amount, Label, LineState, Purpose, Route, Status
from nursedesk.ui.close.model import CloseActions, CloseModel, Fix, FixButton, FixKind, Missing, SentJob
from nursedesk.ui.close.page import ClosePage
from nursedesk.ui.main_window import MainWindow
from nursedesk.ui.shift.model import Shift, ShiftLine, ShiftVisit
from nursedesk.ui.shift.page import ShiftPage
from nursedesk.ui.tickets.model import TicketRow, TicketState
from nursedesk.ui.tickets.page import TicketsPage
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.ui.frame.sample_window import NEW_YORK, NOW, at, nothing, window


def missing_response() -> Missing:
    ids = ("A1",)
    return Missing(
        "response:A1",
        "Response to zoledronic acid",
        "Not recorded. The site’s charting policy asks for it · R13",
        False,
        (
            FixButton("Tolerated, no reaction", Fix(FixKind.TOLERATED, ids)),
            FixButton("Reaction…", Fix(FixKind.REACTION, ids), "What happened, and when"),
            FixButton("Close without it", Fix(FixKind.LEAVE, ids)),
        ),
    )


def close_model(**more: object) -> CloseModel:
    """Ingrid Berg, with one thing missing."""
    made = CloseModel(
        "e8",
        "8",
        "BERG, Ingrid",
        date(1949, 10, 11),
        "F",
        "40 15 630",
        datetime(2026, 11, 24, 19, 2, tzinfo=UTC),
        (missing_response(),),
        ("96365 × 1", "96361 × 1", "J3489 × 4", "J7040 × 1"),
        "A-261124-006",
        1,
        "J. Doe RN",
        "America/New_York",
        "Suite-Laser-2",
        job=SentJob("e5", "A-261124-005", datetime(2026, 11, 24, 18, 47, tzinfo=UTC)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def paper(encounter: str, width: int) -> QImage:
    """A stand-in for the ticket's painter: lines where words will be."""
    page = QImage(width, round(width * 11 / 8.5), QImage.Format.Format_RGB32)
    page.fill(0xFFFFFFFF)
    painter = QPainter(page)
    for row in range(30):
        painter.fillRect(
            width // 18, width // 12 + row * width // 26, width * (9 + row % 6) // 16, width // 90, 0xFFD9D9D9
        )
    painter.end()
    return page


CLOSE_ACTIONS = CloseActions(nothing, nothing, nothing, nothing, nothing, nothing, paper)


def close(model: CloseModel | None = None) -> MainWindow:
    page = ClosePage(CLOSE_ACTIONS)
    made = window(encounter=page)
    made.show_page("encounter")
    page.show_model(model or close_model())
    return made


def close_blocked() -> QWidget:
    """Four things are missing, two of them block."""
    up = Missing(
        "up:A2",
        "cefTRIAXone is still up",
        "Since 13:20. If the bag is down, stop it; the time can be corrected.",
        True,
        (FixButton("Stop now", Fix(FixKind.STOP_LINE, ("A2",))), FixButton("Open", Fix(FixKind.OPEN))),
    )
    dose = Missing(
        "no-dose:A3",
        "Dose of inFLIXimab",
        "Not recorded · R11.1",
        True,
        (
            FixButton("Type the dose…", Fix(FixKind.CHART_DOSE, ("A3",)), "400 mg"),
            FixButton("Open", Fix(FixKind.OPEN)),
        ),
    )
    made = close(close_model(missing=(up, dose, missing_response()), job=None))
    page = made.findChild(ClosePage, "signDialog")
    page.findChild(QAbstractButton, "fix_chart_dose_no-dose:A3").click()
    page.findChild(QLineEdit, "pinField").setText("489150")
    page.findChild(QAbstractButton, "printButton").click()
    return made


def close_ready() -> QWidget:
    made = close(close_model(missing=(), job=None))
    made.findChild(QLineEdit, "pinField").setText("4891")
    return made


TICKETS = (
    TicketRow(
        "e8",
        "A-261124-006",
        "BERG, Ingrid",
        "40 15 630",
        date(2026, 11, 24),
        TicketState.TO_SIGN,
        0,
        "8",
        "M. Ruiz RN",
        ("96365 × 1", "96361 × 1", "J3489 × 4", "J7040 × 1"),
        1,
    ),
    TicketRow(
        "e1",
        "A-261124-005",
        "NGUYEN, Linh",
        "40 18 112",
        date(2026, 11, 24),
        TicketState.SENT,
        1,
        "4",
        "J. Doe RN",
        ("96413 × 1", "96415 × 2", "96375 × 2", "J1745 × 40"),
        2,
        at(13, 47),
    ),
    TicketRow(
        "e2",
        "A-261124-004",
        "SILVA, Marta",
        "40 16 300",
        date(2026, 11, 24),
        TicketState.AMENDED,
        1,
        "11",
        "T. Adeyemi RN",
        ("96365 × 1", "96366 × 1", "J2350 × 300"),
        0,
        at(12, 5),
    ),
    TicketRow(
        "e3",
        "A-261124-002",
        "ABBOTT, Grace",
        "40 12 954",
        date(2026, 11, 24),
        TicketState.PRINTED,
        1,
        "4",
        "M. Ruiz RN",
        ("96365 × 1", "96375 × 1", "J0696 × 8"),
        0,
        at(11, 1),
    ),
    TicketRow(
        "e4",
        "A-261123-011",
        "KIM, Soo-Jin",
        "40 10 021",
        date(2026, 11, 23),
        TicketState.SIGNED,
        2,
        "2",
        "J. Doe RN",
        ("96360 × 1", "96361 × 1"),
        0,
        at(8, 15),
    ),
)


def tickets(rows: tuple[TicketRow, ...] = TICKETS) -> QWidget:
    page = TicketsPage(NEW_YORK)
    page.show_rows(rows)
    return window(tickets=page)


def display(name: str) -> str:
    """A drug's name as the table shows it."""
    return next((d.display for d in load_drugs() if d.name == name), name)


def line(
    drug: str, dose: str, unit: str, start: datetime | None, stop: datetime | None = None, **more: object
) -> ShiftLine:
    minutes = round(((stop or NOW) - start).total_seconds() // 60) if start else None
    state = LineState.STOPPED if stop else LineState.RUNNING
    made = ShiftLine(
        drug,
        drug,
        Amount(Decimal(dose), unit),
        Purpose.TREATMENT,
        Route.IV_INFUSION,
        state,
        start,
        stop,
        minutes,
        (),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def shift_of(*visits: ShiftVisit) -> Shift:
    return Shift(at(7, 0), at(19, 0), "America/New_York", visits)


VISITS = (
    ShiftVisit(
        "e3",
        "4",
        "ABBOTT, Grace",
        at(8, 5),
        at(8, 20),
        at(10, 51),
        at(10, 58),
        Status.SIGNED,
        "A-261124-002",
        "M. Ruiz RN",
        (
            line("ceftriaxone", "2", "g", at(8, 20), at(8, 55)),
            line("ondansetron", "4", "mg", at(8, 14), minutes=None, route=Route.IV_PUSH, state=LineState.GIVEN),
            line(
                "sodium chloride 0.9 %",
                "1000",
                "mL",
                at(8, 56),
                at(10, 51),
                purpose=Purpose.HYDRATION,
                labels=(Label.LATE_ENTRY,),
            ),
        ),
    ),
    ShiftVisit(
        "e2",
        "2",
        "MORENO, Luisa",
        at(11, 2),
        at(11, 8),
        None,
        None,
        Status.OPEN,
        None,
        "J. Doe RN",
        (
            line("sodium chloride 0.9 %", "30", "mL/h", at(11, 8), purpose=Purpose.KEEP_OPEN),
            line("infliximab", "400", "mg", at(11, 30), minutes=135),
            line("magnesium sulfate", "2", "g", at(12, 55), at(13, 45), labels=(Label.CORRECTION,)),
        ),
    ),
    ShiftVisit(
        "e8",
        "8",
        "BERG, Ingrid",
        at(12, 36),
        at(12, 50),
        at(14, 2),
        at(14, 4),
        Status.CLOSED,
        "A-261124-006",
        "M. Ruiz RN",
        (
            line("zoledronic acid", "4", "mg", at(12, 50), at(13, 12)),
            line("sodium chloride 0.9 %", "500", "mL", at(13, 14), at(14, 2), purpose=Purpose.HYDRATION),
        ),
    ),
)


def shift_page() -> QWidget:
    page = ShiftPage(NEW_YORK, display)
    page.show_shift(shift_of(*VISITS))
    made = window(shift=page)
    made.show_page("shift")
    return made
