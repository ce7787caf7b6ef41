"""The head of Close: whose visit it is, and the last print job that nobody has confirmed."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme, words
from nursedesk.ui.close.model import CloseModel, blocking
from nursedesk.ui.frame.patient_name import PatientName
from nursedesk.ui.kit import IconButton, PageHead, QuietButton, State, StatePill, Text


class CloseHead(PageHead):
    """Whose visit it is, and the last print job that nobody has confirmed."""

    back_pressed = Signal()
    came_out_pressed = Signal(str)
    again_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("closeHead", parent)
        self._job, self._ready = "", False
        back = IconButton("back", name="closeBackButton", spoken=self.tr("Back"))
        back.clicked.connect(self.back_pressed)
        self._chair = Text("", 34, theme.STRONG)
        self._chair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._name = PatientName()
        self._name.setObjectName("closeName")
        self._said: list[str] = []
        self._facts = Text("", 13, role="quiet")
        self._pill = StatePill(State.READY, self.tr("Ready to close"))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._facts)
        names.addStretch(1)
        for part in (back, self._chair):
            self.left.addWidget(part)
        self.left.addLayout(names)
        self.left.addWidget(self._pill)
        self.left.addStretch(1)
        self._make_job()

    def _make_job(self) -> None:
        self._sent = Text("", 14, role="quiet", align=Qt.AlignmentFlag.AlignRight)
        self._question = Text(self.tr("Did it come out?"), 14, role="quiet", align=Qt.AlignmentFlag.AlignRight)
        self._asking = QWidget()
        column = QVBoxLayout(self._asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._sent)
        column.addWidget(self._question)
        column.addStretch(1)
        self._yes = QuietButton(self.tr("Yes"), name="cameOutButton", spoken=self.tr("Yes, it came out"))
        self._again = QuietButton(self.tr("Print again"), name="printAgainButton")
        self._yes.clicked.connect(lambda: self.came_out_pressed.emit(self._job))
        self._again.clicked.connect(lambda: self.again_pressed.emit(self._job))
        self.right.setSpacing(8)
        for part in (self._asking, self._yes, self._again):
            self.right.addWidget(part)

    def show_model(self, model: CloseModel) -> None:
        """Show the visit and the job."""
        self._chair.set_runs(model.chair)
        self._name.show_name(model.name)
        zone = ZoneInfo(model.zone)
        facts = [words.day(model.birth_date)]
        facts += [model.sex] if model.sex else []
        facts += [f"MRN {model.mrn}"] if model.mrn else []
        if model.last_stop:
            facts.append(self.tr("last stop {time}").format(time=words.clock_time(model.last_stop, zone)))
        self._said = facts
        up = blocking(model.missing) > 0
        word = self.tr("Signed") if model.signed_at else self.tr("Ready to close")
        self._pill.set_state(State.READY, word)
        self._ready = not up or model.signed_at is not None
        job = model.job
        self._job = job.encounter if job else ""
        if job:
            sent = self.tr("{number} was sent {time}.")
            self._sent.set_runs(sent.format(number=job.number, time=words.clock_time(job.sent, zone)))
        for part in (self._asking, self._yes, self._again):
            part.setVisible(job is not None)
        self._fit()

    def _fit(self) -> None:
        """Where room is short the pill goes, then the number sent; the name has two lines and is never cut."""
        self._pill.hide()
        self._sent.show()
        others = self.minimumSizeHint().width() - self._name.minimumSizeHint().width() + self.left.spacing()
        question = self._question.sizeHint().width() if self._job else 0
        asking = max(self._sent.sizeHint().width(), question) if self._job else 0
        room, whole = self.width() - others - asking, self._name.whole_width()
        self._pill.setVisible(self._ready and self._pill.sizeHint().width() + self.left.spacing() + whole <= room)
        if self._job and whole > room:
            self._sent.hide()
            room += asking - question
        self._name.show_name(self._name.text(), room)
        facts = self._said
        while len(facts) > 1 and theme.advance(" · ".join(facts), 13) > max(room, self._name.sizeHint().width()):
            facts = facts[:-1]
        self._facts.set_runs(" · ".join(facts))
        self._facts.setToolTip(" · ".join(self._said))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
