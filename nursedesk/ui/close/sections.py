"""The heads of the three sections, and the first of them: what is missing, each one press away."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.close.model import FixButton, FixKind, Missing, blocking
from nursedesk.ui.kit import Button, Field, Kind, Paragraph, QuietButton, Text, paint_icon


class Badge(QWidget):
    """A number in a disc, or a check when the section is settled."""

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._tone = number, "ink"
        self.setFixedSize(theme.px(24), theme.px(24))

    def show_tone(self, tone: str) -> None:
        """`attention`, `done` or `ink`."""
        if tone != self._tone:
            self._tone = tone
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, ink = {
            "attention": (colours.attention_tint, colours.attention_text),
            "done": (colours.running_tint, colours.running_text),
            "ink": (colours.stop_fill, colours.stop_text),
        }[self._tone]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        area = QRectF(self.rect())
        painter.drawEllipse(area)
        if self._tone == "done":
            paint_icon(painter, area.adjusted(4.5, 4.5, -4.5, -4.5), "close", QColor(ink), 2.6)
            return
        painter.setFont(theme.font(12, theme.STRONG))
        painter.setPen(QColor(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, str(self._number))


class SectionHead(QWidget):
    """Badge, title, a quiet fact at the right."""

    def __init__(self, number: int, title: str, wraps: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.badge = Badge(number)
        self._wrapped = Paragraph("", 14, role="quiet") if wraps else None
        self.title = Text(title, 15, theme.STRONG)
        self.fact = Text("", 14, role="quiet", align=Qt.AlignmentFlag.AlignRight)
        grows = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.badge)
        row.addWidget(self.title)
        row.addWidget(self._wrapped or self.fact, 1)
        if self._wrapped is not None:
            self.fact.setParent(self)
            self.fact.hide()
            self._wrapped.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str) -> None:
        """The quiet fact."""
        if self._wrapped is not None:
            self._wrapped.show_text(text)
        else:
            self.fact.set_runs(text)


class MissingItem(QWidget):
    """One missing thing: its title, why, and its presses; a press that wants words opens a line for them."""

    fix_pressed = Signal(object)
    line_opened = Signal(object)
    """The field that wants words, so that it can be brought into sight."""

    def __init__(self, item: Missing, large: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fix = self.fix_pressed.emit
        self._asked: FixButton | None = None
        self.setObjectName(f"missing_{item.key}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.px(6))
        column.setSpacing(2)
        title = Paragraph(item.title, 20 if large else 16, theme.STRONG)
        column.addWidget(title)
        column.addWidget(Paragraph(item.why, 14, role="quiet"))
        column.addSpacing(theme.px(10 if large else 6))
        row = QHBoxLayout()
        row.setSpacing(8)
        for number, button in enumerate(item.buttons):
            row.addWidget(self._button(button, number, item, large))
        row.addStretch(1)
        column.addLayout(row)
        self._line = Field("", name=f"fixText_{item.key}", spoken=item.title)
        self._line.edit.setMaxLength(400)
        self._line.entered.connect(self._typed)
        self._line.hide()
        column.addWidget(self._line)

    def _button(self, button: FixButton, number: int, item: Missing, large: bool) -> Button:
        name = f"fix_{button.fix.kind}_{item.key}"
        spoken = f"{button.label}: {item.title}"
        height = 52 if large else 44
        plain = button.fix.kind in (FixKind.LEAVE, FixKind.OPEN)
        if number == 0 and not plain:
            made = Button(button.label, Kind.TINT, name=name, spoken=spoken, weight=theme.STRONG, height=height)
        elif plain:
            made = Button(button.label, Kind.PLAIN, name=name, spoken=spoken, height=height)
        else:
            made = QuietButton(button.label, name=name, spoken=spoken, height=height)
        made.clicked.connect(lambda: self._press(button))
        return made

    def _press(self, button: FixButton) -> None:
        if button.hint is None:
            self._fix(button.fix)
            return
        self._asked = button
        self._line.edit.setPlaceholderText(button.hint)
        self._line.show()
        self.line_opened.emit(self._line)
        self._line.edit.setFocus(Qt.FocusReason.TabFocusReason)

    def _typed(self, text: str) -> None:
        if self._asked is None:
            return
        if text.strip():
            self._fix(replace(self._asked.fix, text=text.strip()))
        else:
            self._line.set_error(self.tr("Nothing is typed yet."))

    def refuse(self, sentence: str) -> None:
        """What was typed could not be taken."""
        self._line.set_error(sentence)


class MissingSection(QWidget):
    """Section 1. Grows with what is missing, scrolls when it is much."""

    fix_pressed = Signal(object)
    """A Fix."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = SectionHead(1, "")
        self._items: dict[str, MissingItem] = {}
        self._shown: tuple[Missing, ...] | None = None
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(theme.px(36), 0, 4, 0)
        self._column.setSpacing(theme.px(14))
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 12)
        whole.setSpacing(theme.px(16))
        whole.addWidget(self.head)
        whole.addWidget(self._scroll, 1)

    def sizeHint(self) -> QSize:
        """As much as is missing takes; the page gives less where it has less, and this scrolls."""
        width = max(self._scroll.viewport().width(), 200)
        inside = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else -1
        tall = max(inside, self._inside.sizeHint().height())
        return QSize(400, theme.px(68) + (tall if self._shown else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Show what is missing; rows that stay are left alone, so that a line being typed stays too."""
        wanted = tuple(missing)
        if wanted == self._shown:
            return
        self._shown = wanted
        for key in [key for key in self._items if key not in {m.key for m in wanted}]:
            gone = self._items.pop(key)
            gone.setParent(None)
            gone.deleteLater()
        for place, item in enumerate(wanted):
            if item.key not in self._items:
                self._items[item.key] = self._item(item, len(wanted) == 1)
                self._column.insertWidget(place, self._items[item.key])
        self._scroll.setVisible(bool(wanted))
        self.setMinimumHeight(theme.px(190) if wanted else 0)
        grows = QSizePolicy.Policy.Preferred if wanted else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Preferred, grows)
        self._say(wanted)
        self.updateGeometry()

    def _item(self, item: Missing, large: bool) -> MissingItem:
        made = MissingItem(item, large)
        made.fix_pressed.connect(self.fix_pressed)
        made.line_opened.connect(self._reveal)
        return made

    def _reveal(self, field: QWidget) -> None:
        self._inside.adjustSize()
        self._scroll.ensureWidgetVisible(field, 0, theme.px(12))

    def _say(self, missing: tuple[Missing, ...]) -> None:
        count, blocks = len(missing), blocking(missing)
        title = self.tr("Nothing is missing")
        if count:
            title = self.tr("One thing is missing") if count == 1 else self.tr("{count} things are missing")
        self.head.title.set_runs(title.format(count=count))
        fact = self.tr("nothing blocks") if not blocks else self.tr("{count} block the signature")
        if blocks == 1:
            fact = self.tr("blocks the signature") if count == 1 else self.tr("one blocks the signature")
        self.head.fact.set_runs(fact.format(count=blocks) if count else "")
        self.head.badge.show_tone("attention" if count else "done")

    def refuse(self, key: str, sentence: str) -> None:
        """What was typed for one of them could not be taken."""
        if key in self._items:
            self._items[key].refuse(sentence)

    def begin(self) -> bool:
        """Put the keyboard on the first press; False when there is none."""
        for item in self._items.values():
            for button in item.findChildren(Button):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False
