"""The messages' wiring, imported and made when somebody looks at them or the desk has been open for a minute."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from nursedesk.app.core import Core

if TYPE_CHECKING:
    from nursedesk.app.posting import PostingWiring

SOON_MS = 60_000


class MessagesLater(QObject):
    """Holds the place of the wiring; from the first minute on it looks at what is due by itself."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._made: PostingWiring | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(lambda: self.now().send_due())
        self._soon.start(SOON_MS)

    def now(self) -> "PostingWiring":
        """The wiring."""
        if self._made is None:
            from nursedesk.app.posting import PostingWiring

            self._made = PostingWiring(self._core, self)
        return self._made

    def rest(self) -> None:
        """The desk closes: nothing more is begun."""
        self._soon.stop()
        if self._made is not None:
            self._made.rest()
