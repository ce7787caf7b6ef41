"""A second start on the same data folder raises the first window instead of opening another."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 300


def _name(folder: Path) -> str:
    return "nursedesk-" + hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]


def ring(folder: Path) -> bool:
    """Ask the program that is open on this folder to show itself; False when there is none."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder))
    if not socket.waitForConnected(WAIT_MS):
        return False
    socket.write(b"show\n")
    socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return True


class DoorBell:
    """Listens for a second start."""

    def __init__(self, folder: Path, rung: Callable[[], None]) -> None:
        self._server = QLocalServer()
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._rung = rung
        self._server.newConnection.connect(self._answer)
        # A program that was killed leaves its socket behind; nobody listens there, since `ring` came first.
        QLocalServer.removeServer(_name(folder))
        self._server.listen(_name(folder))

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
        self._rung()

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
