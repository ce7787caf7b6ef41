"""Findings: an icon, a sentence, its rule, and the one press that helps."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nursedesk.coding.ticket import Severity
from nursedesk.outputs.pictures.shapes import Shape, paint_shape
from nursedesk.ui import theme
from nursedesk.ui.encounter.finding_rows import FindingRow, Fix
from nursedesk.ui.kit import Button, Kind, Paragraph, Text, hairline, paint_icon

translate = QCoreApplication.translate
_LEFT, _RULE = 20, 40


class SeverityMark(QWidget):
    """To stop at, to fix, to know: shape and colour."""

    def __init__(self, severity: Severity, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self.setFixedSize(theme.px(22), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._severity is Severity.BLOCK:
            paint_shape(painter, box.adjusted(1, 1, -1, -1), Shape.TRIANGLE, QColor(colours.needs_stop_text))
        elif self._severity is Severity.WARN:
            paint_icon(painter, box, "warn", QColor(colours.attention_text))
        else:
            paint_icon(painter, box, "info", QColor(colours.quiet))


class FindingItem(QWidget):
    """One finding; emits `pressed` with its row."""

    pressed = Signal(object)

    def __init__(self, row: FindingRow, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"finding_{number}")
        said = ", ".join(part for part in (row.title, row.detail, row.rule) if part)
        self.setAccessibleName(f"{severity_word(row.severity)}: {said}")
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(_LEFT - 8), theme.px(4), theme.px(16), theme.px(5))
        line.setSpacing(theme.px(8))
        line.addLayout(self._mark(row))
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(1))
        texts.addStretch()
        texts.addWidget(Paragraph(row.title, 14, theme.MEDIUM))
        if row.detail:
            texts.addWidget(Paragraph(row.detail, 13, theme.REGULAR, "quiet"))
        texts.addStretch()
        line.addLayout(texts, 1)
        if row.also:
            self._add(row, row.also, Kind.QUIET, f"also_{number}", line)
        if row.fix:
            kind = Kind.TINT if row.severity is not Severity.INFO else Kind.QUIET
            self._add(row, row.fix, kind, f"fix_{number}", line)
        self.setMinimumHeight(theme.px(54))

    def _mark(self, row: FindingRow) -> QVBoxLayout:
        """How much it weighs, over its rule."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch()
        column.addWidget(SeverityMark(row.severity), 0, Qt.AlignmentFlag.AlignHCenter)
        rule = Text(row.rule, 12, theme.REGULAR, "quiet", align=Qt.AlignmentFlag.AlignHCenter)
        rule.setFixedWidth(theme.px(_RULE))
        if row.rule:
            column.addWidget(rule)
        column.addStretch()
        column.addSpacing(0)
        return column

    def _add(self, row: FindingRow, fix: Fix, kind: Kind, name: str, line: QHBoxLayout) -> None:
        button = Button(fix.word, kind, name=name, spoken=f"{fix.word}: {row.title}", pad=11)
        button.clicked.connect(lambda: self.pressed.emit(replace(row, fix=fix)))
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        hairline(QPainter(self), 0, self.width(), self.height() - 1, theme.current())


def severity_word(severity: Severity) -> str:
    """Said before a finding."""
    return {
        Severity.BLOCK: translate("EncounterFindings", "Blocks"),
        Severity.WARN: translate("EncounterFindings", "To fix"),
        Severity.INFO: translate("EncounterFindings", "To know"),
    }[severity]


class FindingsList(QScrollArea):
    """Emits `fix_pressed(FindingRow)`."""

    fix_pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingRow, ...] | None = None
        self.setObjectName("findingsList")
        self.setAccessibleName(self.tr("Findings"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show these findings; nothing is rebuilt when they are the ones shown."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        self._rows = wanted
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, row in enumerate(wanted, 1):
            item = FindingItem(row, number)
            item.pressed.connect(self.fix_pressed)
            column.addWidget(item)
        if not wanted:
            empty = Paragraph(self.tr("Nothing to fix, nothing to know."), 14, theme.REGULAR, "quiet")
            empty.setContentsMargins(theme.px(_LEFT), theme.px(16), theme.px(_LEFT), theme.px(16))
            column.addWidget(empty)
        column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def rows(self) -> tuple[FindingRow, ...]:
        """What is shown."""
        return self._rows or ()

    def buttons(self) -> list[Button]:
        """The presses that help, from the top."""
        body = self.widget()
        return body.findChildren(Button) if body else []

    def needed_height(self) -> int:
        """Height of all findings, px."""
        body = self.widget()
        return body.sizeHint().height() if body else 0
