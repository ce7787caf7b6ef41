"""Every minute, what commands beside the open desk have noted goes into the record."""

from PySide6.QtCore import QObject, QTimer

from nursedesk.app.core import Core
from nursedesk.store.beside import take_beside
from nursedesk.ui.tasks import Reaction

LOOKS_EVERY_MS = 60_000


class Beside(QObject):
    """Looks beside the window; what the disk refuses waits for the next look, or for the next start."""

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._looking = QTimer(self)
        self._looking.setInterval(LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.look)

    def begin(self) -> None:
        """From now on."""
        self._looking.start()

    def rest(self) -> None:
        """The desk is closing."""
        self._looking.stop()

    def look(self) -> None:
        """Take what there is."""
        ledger = self._core.desk.ledger
        self._core.tasks.run(lambda _: take_beside(ledger), Reaction(lambda _: None, lambda _: None))
