"""A scrolling column of rows, or one quiet sentence when there are none."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit import Paragraph


class ScrollColumn(QScrollArea):
    """Rows from the top; `head` stays above them when it is set."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._empty = Paragraph("", 14, theme.REGULAR, "quiet")
        self._empty.setContentsMargins(theme.px(20), theme.px(18), theme.px(20), theme.px(18))
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self._shown: list[QWidget] = []

    def needed_height(self) -> int:
        """Height at which every row is seen, px."""
        body = self.widget()
        if body is None:
            return 0
        return max(body.sizeHint().height(), body.heightForWidth(self.viewport().width()))

    def set_widgets(self, widgets: Sequence[QWidget], empty: str) -> None:
        """Show these rows; rows that are no longer among them are deleted."""
        for old in self._shown:
            self._column.removeWidget(old)
            if old not in widgets:
                old.hide()
                # Out of the tree at once: a row about to go must not be found by name.
                old.setParent(None)
                old.deleteLater()
        for place, widget in enumerate(widgets):
            self._column.insertWidget(place, widget)
            widget.show()
        self._shown = list(widgets)
        self._empty.show_text(empty)
        self._empty.setVisible(not widgets)
