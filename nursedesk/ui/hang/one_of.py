"""One of a few: side by side where they fit, in a list where they do not. What is chosen is never cut."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui.kit import ComboField, Segmented


class OneOf(QWidget):
    """Emits `chosen(key)` when a person picks another."""

    chosen = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str,
        spoken: str,
        size: float,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wide = Segmented(options, name=name, spoken=spoken, size=size, height=48)
        self._narrow = ComboField("", options, name=f"{name}List", spoken=spoken)
        self._wide.chosen.connect(self._said)
        self._narrow.changed.connect(lambda _: self._said(self._narrow.choice()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._wide)
        column.addWidget(self._narrow)
        self._narrow.hide()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def _said(self, key: str) -> None:
        self.choose(key)
        self.chosen.emit(key)

    def choose(self, key: str) -> None:
        """Show a choice, without announcing it."""
        self._wide.choose(key)
        self._narrow.choose(key)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self._wide.sizeHint().width() <= self.width()
        self._wide.setVisible(fits)
        self._narrow.setVisible(not fits)
