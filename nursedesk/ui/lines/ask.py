"""The dialog of a short question: fields, offers, one button. A refusal is said in it, and nothing is lost."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.frame.top_bar import bar_height
from nursedesk.ui.kit import (
    Button,
    ComboField,
    DialogFrame,
    Field,
    Kind,
    Paragraph,
    PrimaryButton,
    QuietButton,
    ScrollArea,
)
from nursedesk.ui.kit.dialog import EDGE
from nursedesk.ui.lines.question import Asked, Offer, Question, Said

WIDE, TALL = 560, 320
"""Width, and a height to begin with: what is asked says how high it is, px at 100 %."""


class AskDialog(DialogFrame):
    """Emits `said` with what was typed; Enter in the last field presses the button."""

    said = Signal(object)

    def __init__(self, host: QWidget, question: Question) -> None:
        super().__init__(
            host,
            name=question.name,
            title=question.title,
            note=question.note,
            size=QSize(theme.px(WIDE), theme.px(TALL)),
            clear_top=bar_height(),
        )
        self._question = question
        self._fields: dict[str, Field | ComboField] = {}
        self._sentence = Paragraph("", 14, theme.MEDIUM, "quiet")
        self._sentence.setObjectName("askSentence")
        self._inside = inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(EDGE, theme.px(12), EDGE, theme.px(12))
        column.setSpacing(theme.px(14))
        if question.offers:
            column.addLayout(self._offers())
        for asked in question.asked:
            column.addWidget(self._field(asked))
        column.addWidget(self._sentence)
        column.addStretch(1)
        self.body.addWidget(ScrollArea(inside), 1)
        self._make_foot()
        self._sentence.setMinimumHeight(theme.px(20) if question.hear else 0)
        self._hear()
        self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """Where the keyboard begins: the first field that is empty, else the first."""
        fields = list(self._fields.values())
        return next((one for one in fields if isinstance(one, Field) and not one.text()), fields[0])

    def _offers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        for offer in self._question.offers:
            button = QuietButton(offer.word, name=offer.name)
            button.clicked.connect(lambda _=False, one=offer: self._fill(one))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _fill(self, offer: Offer) -> None:
        for key, value in offer.fills.items():
            found = self._fields[key]
            if isinstance(found, Field):
                found.set_text(value)
            else:
                found.choose(value)
        self._hear()
        self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field(self, asked: Asked) -> Field | ComboField:
        name = f"{asked.key}Field"
        if asked.options:
            combo = ComboField(asked.label, asked.options, name=name, hint=asked.hint)
            if asked.value:
                combo.choose(asked.value)
            combo.changed.connect(lambda _: self._hear())
            self._fields[asked.key] = combo
            return combo
        field = Field(asked.label, name=name, text=asked.value, hint=asked.hint, suffix=asked.suffix)
        field.changed.connect(lambda _: self._hear())
        field.entered.connect(lambda _: self._entered(asked.key))
        if asked.nudged is not None:
            field.edit.installEventFilter(self)
        self._fields[asked.key] = field
        return field

    def _make_foot(self) -> None:
        cancel = Button(self.tr("Cancel"), Kind.PLAIN, name="askCancel")
        cancel.clicked.connect(self.cancelled)
        question = self._question
        self.done_button = PrimaryButton(question.done, name="askDone", icon=question.icon, size=17, height=56)
        self.done_button.clicked.connect(self._done)
        row = QHBoxLayout()
        row.addWidget(cancel)
        row.addStretch()
        row.addWidget(self.done_button)
        self.foot.addLayout(row)

    def values(self) -> Said:
        """What stands in the fields."""
        return {
            key: found.text() if isinstance(found, Field) else found.choice()
            for key, found in self._fields.items()
        }

    def _hear(self) -> None:
        hear = self._question.hear
        self._tell(hear(self.values()) if hear else "", wrong=False)

    def refuse(self, sentence: str) -> None:
        """Say why it was not taken; everything typed stays."""
        self._tell(sentence, wrong=True)

    def _tell(self, sentence: str, *, wrong: bool) -> None:
        self._sentence.set_role("needs_stop_text" if wrong else "quiet")
        self._sentence.show_text(sentence)
        self._sentence.setVisible(bool(sentence) or self._question.hear is not None)
        self.hug(self._inside)

    def _entered(self, key: str) -> None:
        """Enter goes to the next field that is empty, and from the last one to the button."""
        keys = list(self._fields)
        later = [self._fields[one] for one in keys[keys.index(key) + 1 :]]
        empty = next((one for one in later if isinstance(one, Field) and not one.text()), None)
        if empty is not None:
            empty.edit.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._done()

    def _done(self) -> None:
        self.said.emit(self.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and isinstance(watched, QLineEdit)
        ):
            step = {int(Qt.Key.Key_Up): 1, int(Qt.Key.Key_Down): -1}.get(event.key())
            asked = next((one for one in self._question.asked if f"{one.key}Field" == watched.objectName()), None)
            if step is not None and asked is not None and asked.nudged is not None:
                watched.setText(asked.nudged(watched.text(), step))
                self._hear()
                return True
        return super().eventFilter(watched, event)
