"""Close and sign with real presses: what blocks, what is asked once, the PIN, paper and PDF."""

from dataclasses import replace

import pytest
from nursedesk.ui.close.model import CloseActions, CloseModel, Fix, FixButton, FixKind, Missing, SignForm
from nursedesk.ui.close.page import ClosePage
from nursedesk.ui.close.paper_view import PaperView
from nursedesk.ui.close.sections import SectionHead
from nursedesk.ui.frame.second_press import QUIET_MS
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.frame.sample_pages import close_model, paper
from tests.ui.frame.sample_window import NOW, window

LEFT = Qt.MouseButton.LeftButton
DOSE = Missing(
    "no-dose:A3",
    "Dose of inFLIXimab",
    "Not recorded · R11.1",
    True,
    (FixButton("Type the dose…", Fix(FixKind.CHART_DOSE, ("A3",)), "400 mg"),),
)


class Desk:
    """What the page asked for."""

    def __init__(self) -> None:
        self.did: list[tuple[object, ...]] = []
        self.widths: list[int] = []

    def actions(self) -> CloseActions:
        return CloseActions(
            fix=lambda encounter, fix: self.did.append(("fix", encounter, fix)),
            sign=lambda form: self.did.append(("sign", form)),
            save_pdf=lambda encounter: self.did.append(("pdf", encounter)),
            print_again=lambda encounter: self.did.append(("print", encounter)),
            came_out=lambda encounter: self.did.append(("came out", encounter)),
            free=lambda encounter: self.did.append(("free", encounter)),
            render_preview=self.render,
        )

    def render(self, encounter: str, width: int) -> QImage:
        self.widths.append(width)
        return paper(encounter, width)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ClosePage:
    made = ClosePage(desk.actions())
    held = window(encounter=made)
    qtbot.addWidget(held)
    held.show()
    held.show_page("encounter")
    return made


def show(page: ClosePage, **more: object) -> CloseModel:
    model = close_model(**more)
    page.show_model(model)
    return model


def press(qtbot: QtBot, page: ClosePage, name: str) -> None:
    found = page.findChild(QAbstractButton, name)
    assert found is not None, name
    qtbot.mouseClick(found, LEFT)


def pin(page: ClosePage) -> QLineEdit:
    found = page.findChild(QLineEdit, "pinField")
    assert found is not None
    return found


def sentence(page: ClosePage) -> str:
    shown = page.findChild(QLabel, "signSentence")
    return shown.text() if shown.isVisible() else ""


def test_with_nothing_missing_a_pin_and_enter_sign(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=())
    assert pin(page).window().focusWidget() is pin(page)
    qtbot.keyClicks(pin(page), "489150")
    qtbot.keyClick(pin(page), Qt.Key.Key_Return)
    assert desk.did == [("sign", SignForm("e8", "489150", True))]


def test_the_keyboard_is_in_the_pin_when_the_page_is_shown_after_its_visit(
    qtbot: QtBot, page: ClosePage, desk: Desk
) -> None:
    held = page.window()
    held.show_page("board")  # type: ignore[attr-defined]
    show(page, missing=())
    page.begin()
    held.show_page("encounter")  # type: ignore[attr-defined]
    assert held.focusWidget() is pin(page)


def test_it_is_not_signed_twice(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=())
    qtbot.keyClicks(pin(page), "489150")
    press(qtbot, page, "printButton")
    press(qtbot, page, "printButton")
    qtbot.keyClick(pin(page), Qt.Key.Key_Return)
    assert len(desk.did) == 1


def test_what_blocks_is_never_signed(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=(DOSE,))
    qtbot.keyClicks(pin(page), "489150")
    press(qtbot, page, "printButton")
    assert desk.did == []
    assert "blocks" in sentence(page)


def test_a_missing_response_is_one_press(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page)
    press(qtbot, page, "fix_tolerated_response:A1")
    assert desk.did == [("fix", "e8", Fix(FixKind.TOLERATED, ("A1",)))]


def test_a_fix_that_wants_words_opens_a_line_for_them(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=(DOSE,))
    press(qtbot, page, "fix_chart_dose_no-dose:A3")
    line = page.findChild(QLineEdit, "fixText_no-dose:A3")
    assert line.window().focusWidget() is line
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.did == []
    qtbot.keyClicks(line, "400 mg")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert desk.did == [("fix", "e8", Fix(FixKind.CHART_DOSE, ("A3",), "400 mg"))]
    page.refuse_fix("no-dose:A3", "This is not a number.")
    assert line.accessibleDescription() == "This is not a number."


def test_what_does_not_block_is_asked_once(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page)
    qtbot.keyClicks(pin(page), "489150")
    press(qtbot, page, "printButton")
    assert desk.did == []
    assert sentence(page).startswith("Response to zoledronic acid")
    press(qtbot, page, "printButton")
    assert desk.did == [("sign", SignForm("e8", "489150", True))]


def test_a_pin_half_typed_stays_when_something_was_put_right(qtbot: QtBot, page: ClosePage) -> None:
    model = show(page)
    qtbot.keyClicks(pin(page), "489")
    page.show_model(replace(model, missing=()))
    assert pin(page).text() == "489"
    page.show_model(replace(model, encounter="e9"))
    assert pin(page).text() == ""


def test_a_short_pin_is_asked_for(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=())
    qtbot.keyClicks(pin(page), "48x9")
    assert pin(page).text() == "489"
    press(qtbot, page, "printButton")
    assert desk.did == []
    assert "six digits" in sentence(page)


def test_a_wrong_pin_says_that_nothing_was_signed(qtbot: QtBot, page: ClosePage) -> None:
    show(page, missing=())
    qtbot.keyClicks(pin(page), "489150")
    press(qtbot, page, "printButton")
    page.wrong_pin(3)
    assert sentence(page) == "Wrong PIN. Nothing was signed. 3 tries are left."
    assert pin(page).text() == ""
    assert pin(page).window().focusWidget() is pin(page)


def test_after_ten_wrong_pins_the_password_signs(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=(), asks_password=True)
    assert not pin(page).isVisible()
    word = page.findChild(QLineEdit, "signPasswordField")
    qtbot.keyClicks(word, "harbor lantern")
    qtbot.keyClick(word, Qt.Key.Key_Return)
    assert desk.did == [("sign", SignForm("e8", "harbor lantern", True))]


def test_no_copy_is_printed_when_none_is_wanted(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=())
    press(qtbot, page, "printBox")
    assert page.findChild(QAbstractButton, "printButton").text() == "Sign"
    qtbot.keyClicks(pin(page), "489150")
    press(qtbot, page, "printButton")
    assert desk.did == [("sign", SignForm("e8", "489150", False))]


def test_without_a_printer_it_is_signed_and_the_pdf_works(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, missing=(), printer=None)
    assert page.findChild(QAbstractButton, "printButton").text() == "Sign"
    press(qtbot, page, "pdfButton")
    assert desk.did == [("pdf", "e8")]


def test_signed_it_can_only_be_printed_and_saved(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, signed_at=NOW)
    assert not pin(page).isVisible()
    assert page.findChild(QAbstractButton, "printButton").text() == "Print"
    press(qtbot, page, "printButton")
    assert desk.did == [("print", "e8")]


def test_the_second_half_of_a_double_press_on_sign_prints_no_further_copy(
    qtbot: QtBot, page: ClosePage, desk: Desk
) -> None:
    show(page, missing=())
    show(page, missing=(), signed_at=NOW)
    press(qtbot, page, "printButton")
    assert desk.did == []
    button = page.findChild(QAbstractButton, "printButton")
    qtbot.waitUntil(lambda: bool(button.click() or desk.did), timeout=10 * QUIET_MS)
    assert desk.did == [("print", "e8")]


def test_the_last_job_asks_whether_it_came_out(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    model = show(page)
    press(qtbot, page, "cameOutButton")
    press(qtbot, page, "printAgainButton")
    assert desk.did == [("came out", "e5"), ("print", "e5")]
    page.show_model(replace(model, job=None))
    assert not page.findChild(QAbstractButton, "cameOutButton").isVisible()


def test_leaving_signs_nothing(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page)
    for name in ("notNowButton", "closeBackButton"):
        with qtbot.waitSignal(page.left):
            press(qtbot, page, name)
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(pin(page), Qt.Key.Key_Escape)
    assert desk.did == []


def test_the_paper_is_drawn_once_for_a_size(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page)
    qtbot.waitUntil(lambda: bool(desk.widths))
    assert all(width >= 200 for width in desk.widths)


@pytest.mark.parametrize("width", [760, 900, 1184])
def test_the_name_of_the_patient_is_never_cut(page: ClosePage, width: int) -> None:
    show(page)
    page.resize(width, 700)
    page.grab()
    name = next(one for one in page.findChildren(QLabel) if one.text() == "BERG, Ingrid")
    assert name.width() >= name.sizeHint().width()


def test_the_paper_is_drawn_once_for_each_change(qtbot: QtBot, page: ClosePage, desk: Desk) -> None:
    show(page, drawn="first")
    qtbot.waitUntil(lambda: bool(desk.widths))
    qtbot.waitUntil(lambda: not page.findChild(PaperView).drawing())
    drawn = len(desk.widths)
    for _ in range(4):
        show(page, drawn="first")
    qtbot.waitUntil(lambda: not page.findChild(PaperView).drawing())
    assert len(desk.widths) == drawn
    for _ in range(4):
        show(page, drawn="second")
    qtbot.waitUntil(lambda: not page.findChild(PaperView).drawing())
    assert len(desk.widths) == drawn + 1


def test_what_is_held_back_is_said_with_the_charges(page: ClosePage) -> None:
    show(page, held="J1745 × 40", lines=("96365 × 1",))
    assert any(one.text() == "96365 × 1 · held back: J1745 × 40" for one in page.findChildren(QLabel))
    show(page)
    assert not any("held back" in one.text() for one in page.findChildren(QLabel))


def test_the_steps_follow_one_another(page: ClosePage) -> None:
    page.resize(1700, 1000)
    show(page)
    page.grab()
    heads = [page.mapToGlobal(one.mapTo(page, one.rect().topLeft())).y() for one in page.findChildren(SectionHead)]
    last = page.findChild(QWidget, "missing_" + close_model().missing[0].key)
    end = page.mapToGlobal(last.mapTo(page, last.rect().bottomLeft())).y()
    assert sorted(heads)[1] - end < 60, "the ticket stands under what is missing, not at the other end"
