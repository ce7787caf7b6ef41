"""Fields: a label above, 48 px of box, a quiet suffix, and one sentence below when something is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.icons import paint_icon
from nursedesk.ui.kit.surface import RADIUS, paint_ground
from nursedesk.ui.kit.text import Paragraph, Text

HEIGHT, LEAST = 48, 140
"""A field's height, and the least width of a choice from a list, px at 100 %."""
_HINT = "placeholder-text-color"
_CLEAR = "QLineEdit {{ background: transparent; border: 0; padding: 0; color: {ink}; {hint}: {quiet}; }}"
"""A style sheet that names a colour would make the hint half as strong, so the hint's is named too."""


class Box(QWidget):
    """The box around a line of input: icon left, suffix or key right, action colour while it has the focus."""

    def __init__(
        self, edit: QLineEdit, icon: str | None = None, suffix: str = "", key: str = "", size: float = 17
    ) -> None:
        super().__init__()
        self._size = size
        self._edit, self._icon, self._suffix, self._key = edit, icon, suffix, key
        self._wrong = False
        self._hints: tuple[str, ...] = ()
        edit.setParent(self)
        edit.setFrame(False)
        edit.installEventFilter(self)
        self.setFocusProxy(edit)
        self.setFixedHeight(max(theme.px(HEIGHT), HEIGHT))
        self._dress()

    def set_suffix(self, suffix: str) -> None:
        """The quiet word at the right end."""
        if suffix != self._suffix:
            self._suffix = suffix
            self._place()
            self.update()

    def set_hints(self, *hints: str) -> None:
        """Words that stand in the empty field, longest first: the first that is seen whole."""
        self._hints = hints
        self._place()

    def set_wrong(self, wrong: bool) -> None:
        """Border in the colour of something to put right."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def _dress(self) -> None:
        self._edit.setFont(theme.font(self._size, theme.MEDIUM if self._size > 15 else theme.REGULAR))
        worn = theme.current()
        self._edit.setStyleSheet(_CLEAR.format(ink=worn.ink, quiet=theme.hint(worn), hint=_HINT))

    def _place(self) -> None:
        left = theme.px(44 if self._icon else 15)
        right = theme.px(15)
        for word, size in ((self._suffix, 15), (self._key, 12)):
            if word:
                right += round(QFontMetricsF(theme.font(size)).horizontalAdvance(word)) + theme.px(12)
        self._edit.setGeometry(left - 2, 2, max(self.width() - left - right + 4, 0), self.height() - 4)
        room = self._edit.width() - 8
        fitting = (hint for hint in self._hints if self._edit.fontMetrics().horizontalAdvance(hint) <= room)
        if self._hints:
            self._edit.setPlaceholderText(next(fitting, self._hints[-1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.EnabledChange):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        focused = self._edit.hasFocus()
        border = colours.needs_stop_fill if self._wrong else colours.field_border
        border = colours.action_fill if focused else border
        painter = QPainter(self)
        ground = colours.surface if self._edit.isEnabled() else colours.tint
        off = colours.outlined and not self._edit.isEnabled()
        paint_ground(
            painter, QRectF(self.rect()), QColor(ground), QColor(theme.off_line(colours) if off else border),
            2 if focused else 1, RADIUS, dashed=off,
        )  # fmt: skip
        middle = self.height() / 2
        if self._icon:
            size = theme.px(20)
            paint_icon(
                painter, QRectF(theme.px(14), middle - size / 2, size, size), self._icon, QColor(colours.quiet)
            )
        if self._key:
            self._paint_key(painter, colours)
        elif self._suffix:
            metrics = QFontMetricsF(theme.font(15))
            painter.setFont(theme.font(15))
            painter.setPen(QColor(colours.quiet))
            x = self.width() - theme.px(15) - metrics.horizontalAdvance(self._suffix)
            painter.drawText(QPointF(x, middle + metrics.capHeight() / 2), self._suffix)

    def _paint_key(self, painter: QPainter, colours: theme.Theme) -> None:
        metrics = QFontMetricsF(theme.font(12, theme.MEDIUM))
        width = metrics.horizontalAdvance(self._key) + theme.px(14)
        tall = theme.px(24)
        box = QRectF(self.width() - theme.px(10) - width, (self.height() - tall) / 2, width, tall)
        paint_ground(painter, box, QColor(colours.surface), QColor(colours.line), 1, 5)
        painter.setFont(theme.font(12, theme.MEDIUM))
        painter.setPen(QColor(colours.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


class Field(QWidget):
    """A labelled line of input. `objectName` is on the QLineEdit, so tests and scanners type into it."""

    changed = Signal(str)
    entered = Signal(str)
    """Enter was pressed (a scanner ends with it)."""

    def __init__(
        self,
        label: str,
        *,
        name: str,
        text: str = "",
        hint: str = "",
        suffix: str = "",
        icon: str | None = None,
        key: str = "",
        secret: bool = False,
        size: float = 17,
        spoken: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(text)
        self.edit.setObjectName(name)
        self.edit.setAccessibleName(spoken or label)
        self.edit.setPlaceholderText(hint)
        if secret:
            self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.box = Box(self.edit, icon, suffix, key, size)
        self._label = Text(label, 13, theme.MEDIUM, "quiet")
        self._error = Paragraph("", 13, theme.MEDIUM, "needs_stop_text")
        self._error.setObjectName(f"{name}_error")
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        if label:
            column.addWidget(self._label)
        column.addWidget(self.box)
        column.addWidget(self._error)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit.textEdited.connect(self.changed)
        self.edit.returnPressed.connect(lambda: self.entered.emit(self.edit.text()))

    def text(self) -> str:
        """What is typed, without outer spaces."""
        return self.edit.text().strip()

    def set_text(self, text: str) -> None:
        """Put text in, when it is other text; `changed` is not emitted."""
        if text != self.edit.text():
            self.edit.setText(text)

    def set_suffix(self, suffix: str) -> None:
        """The quiet word at the right end."""
        self.box.set_suffix(suffix)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong and how to put it right; an empty sentence takes it away."""
        self._error.show_text(sentence)
        self._error.setVisible(bool(sentence))
        self.box.set_wrong(bool(sentence))
        self.edit.setAccessibleDescription(sentence)


class SearchField(Field):
    """A field without a label: magnifier left, a key cap right."""

    def __init__(
        self, hint: str, *, name: str, key: str = "", icon: str = "search", parent: QWidget | None = None
    ) -> None:
        super().__init__("", name=name, hint=hint, icon=icon, key=key, size=15, spoken=hint, parent=parent)


class _Digits(QValidator):
    """Takes the digits out of whatever is typed or pasted, and no more than there can be."""

    def __init__(self, most: int, parent: QObject) -> None:
        super().__init__(parent)
        self._most = most

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        digits = "".join(one for one in text if one.isascii() and one.isdigit())[: self._most]
        return QValidator.State.Acceptable, digits, place if digits == text else len(digits)


class PinField(Field):
    """A PIN: painted dots, digits only, `entered` on Enter or when six are in."""

    def __init__(
        self, label: str, *, name: str = "pinField", length: int = 6, parent: QWidget | None = None
    ) -> None:
        super().__init__(label, name=name, secret=True, size=22, parent=parent)
        self._length = length
        # Room for what is pasted with spaces: cut first, it would lose its last digits.
        self.edit.setMaxLength(4 * length)
        self.edit.setValidator(_Digits(length, self))
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhHiddenText)

    def add(self, digit: str) -> None:
        """A digit from the keypad."""
        if len(self.edit.text()) < self._length and digit.isdigit():
            self.edit.setText(self.edit.text() + digit)
            self.changed.emit(self.edit.text())

    def take_back(self) -> None:
        """Remove the last digit."""
        self.edit.backspace()
        self.changed.emit(self.edit.text())

    def clear(self) -> None:
        """Empty it."""
        self.edit.clear()


class Combo(QComboBox):
    """A QComboBox painted as a field: chevron right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(max(theme.px(HEIGHT), HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font(17, theme.MEDIUM))

    def minimumSizeHint(self) -> QSize:
        """A long word in its list does not take the room of what stands beside it."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(LEAST)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: a unit must not change because a hand passed over it."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        focused = self.hasFocus()
        border = colours.action_fill if focused else colours.field_border
        ground = colours.surface if self.isEnabled() else colours.tint
        off = colours.outlined and not self.isEnabled()
        paint_ground(
            painter, QRectF(self.rect()), QColor(ground), QColor(theme.off_line(colours) if off else border),
            2 if focused else 1, RADIUS, dashed=off,
        )  # fmt: skip
        size, pad = theme.px(18), theme.px(12)
        box = QRectF(self.width() - pad - size, (self.height() - size) / 2, size, size)
        paint_icon(painter, box, "chevron", QColor(colours.quiet))
        face = theme.font(17, theme.MEDIUM)
        metrics = QFontMetricsF(face)
        shown = self.currentText() or self.placeholderText()
        text = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, box.left() - theme.px(15) - 4)
        painter.setFont(face)
        painter.setPen(QColor(colours.ink if self.currentText() else theme.hint(colours)))
        painter.drawText(QPointF(theme.px(15), (self.height() + metrics.capHeight()) / 2), text)


class ComboField(QWidget):
    """A labelled choice from a list; `objectName` is on the QComboBox."""

    changed = Signal(str)
    """The key now chosen."""

    def __init__(
        self,
        label: str,
        options: Sequence[tuple[str, str]] = (),
        *,
        name: str,
        spoken: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`options` are (key, word) pairs."""
        super().__init__(parent)
        self.combo = Combo(self)
        self.combo.setObjectName(name)
        self.combo.setAccessibleName(spoken or label)
        self.combo.setPlaceholderText(hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        if label:
            column.addWidget(Text(label, 13, theme.MEDIUM, "quiet"))
        column.addWidget(self.combo)
        self.setFocusProxy(self.combo)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_options(options)
        self.combo.activated.connect(lambda _: self.changed.emit(self.choice()))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer these (key, word) pairs; the choice stays when it is still offered."""
        kept = self.choice()
        self.combo.clear()
        for key, word in options:
            self.combo.addItem(word, key)
        self.choose(kept)

    def choose(self, key: str) -> None:
        """Show a choice without announcing it."""
        self.combo.setCurrentIndex(max(self.combo.findData(key), 0 if not self.combo.placeholderText() else -1))

    def choice(self) -> str:
        """The key chosen, or an empty string."""
        value = self.combo.currentData()
        return value if isinstance(value, str) else ""
