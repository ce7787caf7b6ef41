"""A list with what is filled in beside it: the list scrolls alone where there is room, else all of it as one."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from nursedesk.ui import theme
from nursedesk.ui.kit.scroll import Fluid, ScrollArea

LEAST = 64
"""px before text scale: a row of the list is seen, or the list does not scroll alone."""


class Pane(ScrollArea):
    """`head` over and `foot` under `rows`; neither is ever lower than it wants to be.

    `needed` is the height at which every row is seen, px.
    """

    _forms: tuple[QWidget, ...] = ()
    """None yet while the area takes its content in, and is told of that."""

    def __init__(
        self,
        name: str,
        rows: QWidget,
        needed: Callable[[], int],
        *,
        head: QWidget | None = None,
        foot: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        body = Fluid()
        super().__init__(body, parent=parent)
        self.setObjectName(name)
        self._rows, self._needed = rows, needed
        # What a list would like to be is not asked: it is as high as is left, or as all its rows.
        rows.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._forms = tuple(form for form in (head, foot) if form is not None)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (head, rows, foot):
            if part is not None:
                column.addWidget(part, 1 if part is rows else 0)
        for form in self._forms:
            form.installEventFilter(self)

    def share(self) -> None:
        """The list gets what is left, or all it needs where that is too little."""
        forms = sum(_height(form, self.viewport().width()) for form in self._forms if not form.isHidden())
        alone = self.viewport().height() - forms >= theme.px(LEAST)
        self._rows.setMinimumHeight(theme.px(LEAST) if alone else max(self._needed(), theme.px(44)))

    def reveal(self, part: QWidget) -> None:
        """Bring a part into sight, in the place it has with all that is open now."""
        self._settle(part)
        self.ensureWidgetVisible(part, 0, theme.px(8))

    def _settle(self, part: QWidget) -> None:
        """Give everything from a part outwards its place now, not in the next turns of the loop."""
        body = self.widget()
        inner: QWidget | None = part
        while inner is not None:
            layout = inner.layout()
            if layout is not None:
                layout.activate()
            if inner is body:
                break
            inner = inner.parentWidget()
        self.share()
        whole = body.layout() if body is not None else None
        if body is not None and whole is not None:
            whole.activate()
            room = self.viewport().size()
            body.resize(room.width(), max(room.height(), body.minimumSizeHint().height()))
            whole.activate()

    def showEvent(self, event: QShowEvent) -> None:
        """Now that every control has its face, and with it its height."""
        super().showEvent(event)
        for form in self._forms:
            self._settle(form)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A form that opens, closes or says what is wrong wants another height."""
        if watched in self._forms and event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self.share()
        return super().eventFilter(watched, event)


def _height(form: QWidget, width: int) -> int:
    return form.heightForWidth(width) if form.hasHeightForWidth() else form.sizeHint().height()
