"""The first choice: set up a suite, or look at the demo."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.marks import Drop
from nursedesk.ui.kit import FocusRing, Paragraph, Run, Segmented, Text, paint_ground, paint_icon, paint_runs


class Way(QAbstractButton):
    """A large card that is one button: an icon, a title, and what will happen."""

    def __init__(self, icon: str, title: str, words: str, *, filled: bool, name: str) -> None:
        super().__init__()
        self._icon, self._words, self._filled = icon, words, filled
        self.setText(title)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._ring = FocusRing(self)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(220))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        base = colours.action_fill if self._filled else colours.surface
        fill = theme.pressed(base) if self.isDown() else theme.hovered(base) if self.underMouse() else QColor(base)
        border = None if self._filled else QColor(colours.line_strong)
        paint_ground(painter, QRectF(self.rect()), fill, border)
        ink = colours.on_action if self._filled else colours.ink
        pad = theme.px(28)
        icon = theme.px(32)
        paint_icon(painter, QRectF(pad, pad, icon, icon), self._icon, QColor(ink))
        title = pad + icon + theme.px(34)
        role = "on_action" if self._filled else "ink"
        paint_runs(
            painter, QPointF(pad, title), (Run(self.text(), 22, theme.STRONG, role),), self.width() - 2 * pad
        )
        painter.setFont(theme.font(15))
        painter.setPen(QColor(ink if self._filled else colours.quiet))
        line = QFontMetricsF(theme.font(15)).height()
        room = QRectF(pad, title + theme.px(12), self.width() - 2 * pad, line * 4)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop), self._words)


class StartPage(QWidget):
    """Two big ways in."""

    set_up_chosen = Signal()
    demo_chosen = Signal()
    language_chosen = Signal(str)
    """`en` or `es`: the page is to be made anew in it."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcomeStart")
        set_up = Way(
            "edit",
            self.tr("Set up a suite"),
            self.tr(
                "Name it, name its chairs and its first people. About five minutes. Nothing leaves this computer."
            ),
            filled=True,
            name="setUpButton",
        )
        set_up.clicked.connect(self.set_up_chosen)
        demo = Way(
            "eye",
            self.tr("Look at the demo"),
            self.tr(
                "Twelve chairs and made-up patients, infusions running now. Press anything; it is all thrown away."
            ),
            filled=False,
            name="demoButton",
        )
        demo.clicked.connect(self.demo_chosen)
        self.setFocusProxy(set_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addStretch(2)
        column.addWidget(Drop(56))
        column.addWidget(Text(self.tr("Welcome to NurseDesk"), 34, theme.STRONG))
        words = self.tr(
            "One press when it happens: start and stop times at the chair, and the charge ticket they make, "
            "with the reason for every line."
        )
        about = Paragraph(words, 17, role="quiet")
        about.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column.addWidget(about)
        column.addSpacing(theme.px(20))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(set_up)
        row.addWidget(demo)
        column.addLayout(row)
        column.addSpacing(theme.px(12))
        # Each by its own name: whoever cannot read the page still finds hers.
        names = (("en", "English"), ("es", "Español"))
        languages = Segmented(names, name="welcomeLanguage", spoken=self.tr("Language of the screen"))
        languages.choose(language)
        languages.chosen.connect(self.language_chosen)
        column.addWidget(languages, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
