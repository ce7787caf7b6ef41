"""What fills a card's slot when no line does: a short list, or the one-line next step with its button."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nursedesk.ui import theme
from nursedesk.ui.board.card_parts import Item, ListModel, StepModel
from nursedesk.ui.board.line_row import fact_runs
from nursedesk.ui.board.metrics import Metrics, stop_size
from nursedesk.ui.kit import Button, Kind, PrimaryButton, Run, hairline, paint_runs, runs_width


class ListSlot(QWidget):
    """A title and up to two rows: given today, earlier today, all lines stopped."""

    def __init__(self, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._model = ListModel("", ())

    def show_list(self, model: ListModel) -> bool:
        """Show a list; False when it is the one shown."""
        if model == self._model:
            return False
        self._model = model
        rows = [" ".join(part for part in (item.name, item.detail, item.middle) if part) for item in model.items]
        self.setAccessibleName(". ".join((model.title, *rows)))
        self.update()
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        m, px = self._metrics, theme.px
        painter = QPainter(self)
        right = self.width() - px(m.right)
        title = (Run(self._model.title, m.fact, role="quiet"),)
        top = px(28 if m.slot > 120 else 22)
        paint_runs(painter, QPointF(px(m.left), top), title, right - px(m.left))
        step = (self.height() - top - px(8)) / 2
        for place, item in enumerate(self._model.items):
            base = top + step * place + step / 2 + px(m.list_text) * 0.36 + px(2)
            self._row(painter, item, base, right)
            if place and m.slot > 120:
                hairline(painter, px(m.left), right, top + step * place + px(2), theme.current())
        hairline(painter, px(m.left), right, self.height() - 1, theme.current())

    def _row(self, painter: QPainter, item: Item, base: float, right: int) -> None:
        m, px = self._metrics, theme.px
        name = [Run(item.name, m.list_text, theme.STRONG)]
        detail = Run(item.detail, m.list_text, gap=m.list_text * 0.35)
        wide = not m.room and self.width() > px(560)
        tail = Run(item.short if m.room or not wide else item.right, m.list_text, role="quiet")
        room = right - px(m.left) - runs_width((tail,)) - px(12)
        if not wide:
            runs = [*name, detail] if item.detail else name
            paint_runs(painter, QPointF(px(m.left), base), self._fitted(runs, room), room + 1)
        else:
            column = (right - px(m.left)) / 4.3
            end = paint_runs(painter, QPointF(px(m.left), base), name)
            x = max(px(m.left) + column, end + px(16))
            if item.detail:
                x = max(
                    paint_runs(painter, QPointF(x, base), (Run(item.detail, m.list_text),)) + px(24),
                    x + column * 0.75,
                )
            middle = (Run(item.middle, m.list_text, role="quiet"),)
            x = paint_runs(painter, QPointF(x, base), middle, right - x - runs_width((tail,)) - px(16))
            if item.short != item.middle and not item.detail:
                code = (Run(item.short, m.list_text, role="quiet", gap=28),)
                if x + runs_width(code) < right - runs_width((tail,)) - px(16):
                    paint_runs(painter, QPointF(x, base), code)
        paint_runs(painter, QPointF(right - runs_width((tail,)), base), (tail,))

    def _fitted(self, runs: list[Run], room: float) -> list[Run]:
        """Drug names shrink rather than end in dots."""
        size = runs[0].size
        while runs_width(runs) > room and size > 11:
            size -= 0.5
            runs = [Run(run.text, size, run.weight, run.role, run.gap) for run in runs]
        return runs


class StepSlot(QWidget):
    """The next step in one line, with the one button that does it."""

    check_in_pressed = Signal()
    hang_pressed = Signal()
    arrive_pressed = Signal()
    put_back_pressed = Signal()

    def __init__(self, chair: str, metrics: Metrics, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._metrics = metrics
        self._model = StepModel(())
        self._button: Button | None = None
        self._chair = chair

    def show_step(self, model: StepModel) -> bool:
        """Show a step; False when it is the one shown."""
        if model == self._model:
            return False
        if model.button != self._model.button:
            self._make_button(model.button)
        self._model = model
        self.setAccessibleName(" ".join(part.text for part in (*model.text, *model.note)))
        self._place()
        self.update()
        return True

    def _make_button(self, wanted: str) -> None:
        if self._button:
            self._button.hide()
            self._button.deleteLater()
            self._button = None
        tail = self._chair.replace(" ", "-")
        if wanted in ("check_in", "check_in_other") and not self._metrics.room:
            spoken = self.tr("Check in, chair {chair}").format(chair=self._chair)
            size = min(self._metrics.stop_text - 4, 20 * self._metrics.grown)
            self._button = PrimaryButton(
                self.tr("Check in"), name=f"checkInButton_{tail}", spoken=spoken, icon="check_in",
                size=size, parent=self,
            )  # fmt: skip
            if wanted == "check_in_other":
                self._button.set_kind(Kind.QUIET)
                self._button.set_text(self.tr("Somebody else"), spoken)
            self._button.clicked.connect(self.check_in_pressed)
        elif wanted == "hang":
            spoken = self.tr("Hang what was given last time, chair {chair}").format(chair=self._chair)
            self._button = Button(
                self.tr("Hang"), Kind.START, name=f"hangLastButton_{tail}", spoken=spoken,
                size=min(self._metrics.stop_text, 18 * self._metrics.grown), weight=theme.STRONG, parent=self,
            )  # fmt: skip
            self._button.clicked.connect(self.hang_pressed)
        elif wanted == "arrive":
            spoken = self.tr("Check in who is expected, chair {chair}").format(chair=self._chair)
            self._button = Button(
                self.tr("Check in"), Kind.PRIMARY, name=f"arriveButton_{tail}", spoken=spoken,
                size=min(self._metrics.stop_text, 18 * self._metrics.grown), weight=theme.STRONG, pad=12,
                parent=self,
            )  # fmt: skip
            self._button.clicked.connect(self.arrive_pressed)
        elif wanted == "put_back":
            spoken = self.tr("Back in service, chair {chair}").format(chair=self._chair)
            self._button = Button(
                self.tr("Back in service"), name=f"putBackButton_{tail}", spoken=spoken, pad=12,
                size=14 * self._metrics.grown, parent=self,
            )  # fmt: skip
            self._button.clicked.connect(self.put_back_pressed)
        if self._button:
            self._button.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        if not self._button:
            return
        wide, high = stop_size(self._metrics, self.screen().physicalDotsPerInch() if self.screen() else 96.0)
        wide = max(wide, self._button.sizeHint().width())
        self._button.setGeometry(
            self.width() - theme.px(self._metrics.right) - wide, (self.height() - high) // 2, wide, high
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        m, px = self._metrics, theme.px
        painter = QPainter(self)
        right = self.width() - px(m.right)
        room = (self._button.x() - px(16) if self._button else right) - px(m.left)
        model = self._model
        large = m.fact if model.quiet else (m.list_text if m.room else m.drug - 1)
        middle = self.height() / 2
        if not model.note:
            runs = fact_runs(model.text, large, "quiet" if model.quiet else "ink")
            paint_runs(painter, QPointF(px(m.left), middle + px(large) * 0.36), self._fitted(runs, room), room)
        elif model.button in ("hang", "arrive"):
            self._last_visit(painter, middle, room)
        else:
            runs = self._fitted(fact_runs(model.text, large, "ink"), room)
            paint_runs(painter, QPointF(px(m.left), middle - px(3)), runs, room)
            note = fact_runs(model.note, m.fact)
            paint_runs(painter, QPointF(px(m.left), middle + px(m.fact) + px(5)), note, room)
        hairline(painter, px(m.left), right, self.height() - 1, theme.current())

    def _last_visit(self, painter: QPainter, middle: float, room: float) -> None:
        """When above what, since the drug is what the eye should land on."""
        m, px = self._metrics, theme.px
        note = fact_runs(self._model.note, m.fact)
        paint_runs(painter, QPointF(px(m.left), middle - px(5)), note, room)
        runs = self._fitted(fact_runs(self._model.text, m.list_text + (0 if m.room else 4), "ink"), room)
        paint_runs(painter, QPointF(px(m.left), middle + px(m.list_text) + px(4)), runs, room)

    def _fitted(self, runs: tuple[Run, ...], room: float) -> tuple[Run, ...]:
        size = runs[0].size if runs else 12
        while runs_width(runs) > room and size > 12:
            size -= 0.5
            runs = tuple(Run(run.text, size, run.weight, run.role, run.gap) for run in runs)
        return runs
