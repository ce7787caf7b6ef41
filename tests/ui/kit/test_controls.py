"""The kit's controls: one press, one signal; nothing repainted for nothing; reachable by keyboard and by glove."""

from collections.abc import Callable

import pytest
from nursedesk.ui import kit, theme
from nursedesk.ui.kit.icon_paths import ICONS
from nursedesk.ui.kit.icons import outline
from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot


class CountingText(kit.Text):
    """A text that counts its paints."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        super().paintEvent(event)


Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Put widgets into a window that lives as long as the test."""
    kept: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        kept.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


@pytest.mark.parametrize("kind", list(kit.Kind), ids=str)
@pytest.mark.parametrize("name", list(theme.THEMES))
def test_every_button_paints_and_is_pressed_once(
    qtbot: QtBot, shown: Show, qapp: QApplication, kind: kit.Kind, name: str
) -> None:
    theme.apply(qapp, theme.THEMES[name])
    button = kit.Button("Hang", kind, icon="hang", name="b")
    window = shown(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert not button.grab().toImage().isNull()
    button.setEnabled(False)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    window.grab()
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_keyboard(qtbot: QtBot, shown: Show, key: Qt.Key) -> None:
    button = kit.QuietButton("Hang", name="b")
    shown(button)
    with qtbot.waitSignal(button.clicked, timeout=1000):
        qtbot.keyClick(button, key)


def test_states_look_different(qtbot: QtBot, shown: Show) -> None:
    stop = kit.StopButton("Stop", name="s", spoken="Stop infliximab, chair 3")
    shown(stop)
    looks = [stop.grab().toImage()]
    stop.set_state(overdue=True)
    looks.append(stop.grab().toImage())
    stop.set_state(outline=True)
    looks.append(stop.grab().toImage())
    stop.set_state(overdue=True, outline=True)
    assert stop.grab().toImage() == looks[-1]
    stop.setDown(True)
    looks.append(stop.grab().toImage())
    stop.setDown(False)
    stop.setEnabled(False)
    looks.append(stop.grab().toImage())
    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])
    assert stop.accessibleName() == "Stop infliximab, chair 3"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_target_is_large_enough(qtbot: QtBot, shown: Show, qapp: QApplication, scale: float) -> None:
    theme.apply(qapp, theme.LIGHT, scale)
    segmented = kit.Segmented((("a", "A"), ("b", "B")), name="seg")
    widgets = [
        kit.Button("x"), kit.PrimaryButton("x"), kit.QuietButton("x"),
        kit.IconButton("back", name="i", spoken="Back"),
        kit.Chip("under 16 min"), kit.CheckBox("x", name="c"), kit.Toggle("x", name="t"), segmented,
        kit.StopButton("Stop", name="s", spoken="Stop"),
    ]  # fmt: skip
    shown(*widgets)
    for widget in widgets:
        assert widget.sizeHint().height() >= 44 or widget.height() >= 44, widget
        assert widget.width() >= 44, widget
    theme.apply(qapp, theme.LIGHT)


def test_text_repaints_only_for_other_words(qtbot: QtBot, shown: Show) -> None:
    text = CountingText("1 h 27 min", 26)
    window = shown(text)
    window.repaint()
    before = text.paints
    assert not text.set_runs("1 h 27 min")
    QApplication.processEvents()
    assert text.paints == before
    assert text.set_runs("1 h 28 min")
    QApplication.processEvents()
    assert text.paints == before + 1
    assert text.text() == "1 h 28 min"


def test_runs_read_as_one_sentence(qtbot: QtBot) -> None:
    text = kit.Text((kit.Run("1", 40), kit.Run("h", 22)))
    qtbot.addWidget(text)
    assert text.text() == "1 h"


def test_a_chip_is_dismissed_or_acted_on_but_never_both(qtbot: QtBot, shown: Show) -> None:
    chip = kit.Chip("overlap: concurrent", action="Sequential", name="noticeChip_3_2")
    window = shown(chip)
    heard: list[str] = []
    chip.dismissed.connect(lambda: heard.append("dismissed"))
    chip.action_pressed.connect(lambda: heard.append("action"))
    second = window.findChild(QWidget, "noticeChip_3_2_action")
    assert second is not None
    qtbot.mouseClick(second, Qt.MouseButton.LeftButton)
    assert heard == ["action"]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=chip.rect().center() / 3)
    assert heard == ["action", "dismissed"]
    assert not chip.set_notice("overlap: concurrent", kit.Tone.FACT, "Sequential")
    assert chip.set_notice("no order yet", kit.Tone.ATTENTION)
    assert second.isHidden()


def test_a_choice_is_announced_only_when_a_person_makes_it(qtbot: QtBot, shown: Show) -> None:
    choice = kit.Segmented((("mine", "My chairs"), ("room", "Room")), name="d")
    shown(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("mine")
    with qtbot.waitSignal(choice.chosen, timeout=1000) as heard:
        qtbot.mouseClick(choice.part("room"), Qt.MouseButton.LeftButton)
    assert heard.args == ["room"]
    with qtbot.waitSignal(choice.chosen, timeout=1000) as heard:
        qtbot.keyClick(choice, Qt.Key.Key_Left)
    assert heard.args == ["mine"] and choice.choice() == "mine"


def test_a_field_says_what_is_wrong(qtbot: QtBot, shown: Show) -> None:
    field = kit.Field("Volume", name="volumeField", suffix="mL")
    shown(field)
    with qtbot.waitSignal(field.changed, timeout=1000):
        qtbot.keyClicks(field.edit, "500 ")
    assert field.text() == "500"
    field.set_error("Volume must be a number of mL.")
    assert field.edit.accessibleDescription() == "Volume must be a number of mL."
    assert field.findChild(QWidget, "volumeField_error").isVisible()  # type: ignore[union-attr]
    field.set_error("")
    assert field.findChild(QWidget, "volumeField_error").isHidden()  # type: ignore[union-attr]
    with qtbot.waitSignal(field.entered, timeout=1000):
        qtbot.keyClick(field.edit, Qt.Key.Key_Return)


def test_a_choice_from_a_list_keeps_what_is_still_offered(qtbot: QtBot, shown: Show) -> None:
    field = kit.ComboField("Unit", (("mg", "mg"), ("g", "g")), name="doseUnitField")
    shown(field)
    field.choose("g")
    field.set_options((("g", "g"), ("ug", "mcg")))
    assert field.choice() == "g"


def test_the_wheel_never_changes_a_choice(qtbot: QtBot, shown: Show) -> None:
    field = kit.ComboField("Unit", (("mg", "mg"), ("g", "g")), name="doseUnitField")
    shown(field)
    middle = QPointF(field.combo.rect().center())
    wheel = QWheelEvent(
        middle, middle, QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.combo, wheel)
    assert field.choice() == "mg"


@pytest.mark.parametrize("pasted", ["27 19 46", " 271946\n", "27-19-46", "271946271946"])
def test_a_pin_that_is_pasted_with_spaces_loses_no_digit(qtbot: QtBot, shown: Show, pasted: str) -> None:
    pin = kit.PinField("PIN of J. Doe RN")
    shown(pin)
    said = []
    pin.changed.connect(said.append)
    QApplication.clipboard().setText(pasted)
    pin.edit.paste()
    assert pin.edit.text() == "271946"
    assert said == ["271946"]


def test_a_pin_comes_from_keys_or_the_keypad(qtbot: QtBot, shown: Show) -> None:
    pin, pad = kit.PinField("PIN of J. Doe RN"), kit.Keypad()
    window = shown(pin, pad)
    pad.digit_pressed.connect(pin.add)
    pad.back_pressed.connect(pin.take_back)
    pin.edit.setFocus()
    for digit in "1234567":
        qtbot.mouseClick(window.findChild(QWidget, f"keypad_{digit}"), Qt.MouseButton.LeftButton)
    assert pin.edit.text() == "123456"
    qtbot.mouseClick(window.findChild(QWidget, "keypadBack"), Qt.MouseButton.LeftButton)
    assert pin.edit.text() == "12345"
    assert pin.edit.hasFocus() or not window.isActiveWindow()
    assert "1" not in pin.edit.displayText()


def test_check_boxes_take_a_press_anywhere_in_their_row(qtbot: QtBot, shown: Show) -> None:
    box = kit.CheckBox("Print 1 copy", name="printBox", note="on Suite-Laser-2")
    shown(box)
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()


def test_a_dialog_covers_its_host_and_esc_cancels(qtbot: QtBot) -> None:
    host = QWidget()
    host.resize(1280, 800)
    qtbot.addWidget(host)
    dialog = kit.DialogFrame(
        host, name="hangDialog", title="Hang for SCHMIDT, Otto", size=QSize(1098, 710), clear_top=64
    )
    host.show()
    assert dialog.geometry().top() == 64
    assert dialog.panel.size() == QSize(1098, 710)
    host.resize(900, 600)
    assert dialog.rect().contains(dialog.panel.geometry())
    with qtbot.waitSignal(dialog.cancelled, timeout=1000):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_tab_goes_round_inside_a_dialog(qtbot: QtBot, shown: Show) -> None:
    host = shown(kit.QuietButton("Behind", name="behind"))
    host.resize(900, 700)
    dialog = kit.DialogFrame(host, name="d", title="Hang", size=QSize(600, 500))
    field = kit.Field("Dose", name="doseField")
    dialog.body.addWidget(field)
    dialog.foot.addWidget(kit.PrimaryButton("Start now", name="startNowButton"))
    dialog.show()
    field.edit.setFocus()
    seen = []
    for _ in range(7):
        focused = QApplication.focusWidget()
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert set(seen) == {"doseField", "startNowButton", "d_away"}
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().objectName() in seen


def test_the_ring_follows_the_keyboard_and_not_the_pointer(qtbot: QtBot, shown: Show) -> None:
    one, two = kit.QuietButton("One", name="one"), kit.QuietButton("Two", name="two")
    window = shown(one, two)
    two.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    rings = window.findChildren(QWidget, "focusRing")
    visible = [ring for ring in rings if ring.isVisible()]
    assert [ring.geometry().center() for ring in visible] == [two.geometry().center()]
    one.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not [ring for ring in rings if ring.isVisible()]


def test_every_icon_lies_inside_its_grid() -> None:
    for name in ICONS:
        stroked, filled = outline(name)
        box = stroked.boundingRect().united(filled.boundingRect())
        assert box.left() >= 1 and box.right() <= 23, name
        assert box.top() >= 1 and box.bottom() <= 23, name


def test_every_state_has_its_own_shape(qtbot: QtBot) -> None:
    pictures = []
    for state in kit.State:
        pill = kit.StatePill(state, "")
        qtbot.addWidget(pill)
        pill.resize(60, 30)
        mono = pill.grab().toImage().convertToFormat(pill.grab().toImage().Format.Format_Mono)
        pictures.append(mono)
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


def test_enter_held_down_presses_once(shown: Show) -> None:
    button = kit.StopButton("Stop", name="s", spoken="Stop infliximab, chair 3")
    shown(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    for repeat in (False, True, True):
        held = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeat)
        QApplication.sendEvent(button, held)
    assert pressed == [True]


def test_the_ring_goes_with_its_button(shown: Show) -> None:
    button, other = kit.QuietButton("Hang", name="b"), kit.QuietButton("Push", name="c")
    window = shown(button, other)
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.findChild(QWidget, "focusRing") is not None
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert window.findChild(QWidget, "focusRing") is None


def test_a_tag_is_never_squeezed(shown: Show) -> None:
    tag = kit.Tag("LATE ENTRY")
    assert tag.minimumSizeHint() == tag.sizeHint()


def test_every_part_of_the_kit_can_be_named() -> None:
    assert all(hasattr(kit, part) for part in kit.__all__)
    assert set(kit.__all__) == set(kit._HOME_OF)
    assert not hasattr(kit, "Carousel")


def contrast(one: QColor, other: QColor) -> float:
    """Of two opaque colours, as WCAG 2 counts it."""

    def light(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_a_dialog_stands_out_from_the_page_it_covers(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, theme.THEMES[name])
    try:
        host = QWidget()
        host.resize(600, 400)
        qtbot.addWidget(host)
        frame = kit.DialogFrame(host, name="tried", title="Tried", size=QSize(300, 200))
        host.show()
        frame.show()
        QApplication.processEvents()
        image = host.grab().toImage()
        edge = image.pixelColor(frame.panel.x() - 1, frame.panel.geometry().center().y())
        outside = image.pixelColor(frame.panel.x() - 20, frame.panel.geometry().center().y())
        inside = image.pixelColor(frame.panel.x() + 8, frame.panel.geometry().center().y())
        assert max(contrast(edge, outside), contrast(inside, outside)) >= 1.8
    finally:
        theme.apply(qapp, theme.LIGHT)


def test_a_tip_shows_marks_and_obeys_none() -> None:
    assert kit.plain_tip("<b>kettle</b> 5 mg") == "<p>&lt;b&gt;kettle&lt;/b&gt; 5 mg</p>"
    assert kit.plain_tip("R&D 5 mg") == "R&D 5 mg"
