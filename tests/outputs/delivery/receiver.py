"""A small MLLP receiver on loopback that does, connection by connection, what a test tells it to."""

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterable
from types import TracebackType

START, END = b"\x0b", b"\x1c\x0d"


class Receiver:
    """Knows: AA, AE, AR, CA, garbage, other, silent, hang up, hang up at once, trickle, huge.

    The last behaviour stays. `taken` are the messages it keeps, by control id: one sent twice is kept once.
    """

    def __init__(self, *behaviours: str, port: int = 0, tls: ssl.SSLContext | None = None) -> None:
        self._behaviours = list(behaviours) or ["AA"]
        self._tls = tls
        self.taken: dict[str, str] = {}
        self.frames: list[str] = []
        self._done = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", port))
        self.port = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> "Receiver":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._done.set()
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join(5)
        assert not self._thread.is_alive()

    def _serve(self) -> None:
        while not self._done.is_set():
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            behaviour = self._behaviours.pop(0) if len(self._behaviours) > 1 else self._behaviours[0]
            with connection, contextlib.suppress(OSError):
                connection.settimeout(5)
                if self._tls is not None:
                    with self._tls.wrap_socket(connection, server_side=True) as private:
                        self._one(private, behaviour)
                else:
                    self._one(connection, behaviour)

    def _one(self, connection: socket.socket, behaviour: str) -> None:
        if behaviour == "hang up at once":
            return
        got = b""
        while END not in got:
            piece = connection.recv(4096)
            if not piece:
                return
            got += piece
        text = got.split(START, 1)[1].split(END)[0].decode("utf-8")
        self.frames.append(text)
        control = text.split("\r")[0].split("|")[9]
        if behaviour in ("AA", "CA", "silent", "hang up", "other"):
            self.taken[control] = text
        for piece in self._answer(behaviour, control):
            connection.sendall(piece)

    def _answer(self, behaviour: str, control: str) -> Iterable[bytes]:
        if behaviour == "silent":
            self._done.wait(5)
        elif behaviour == "garbage":
            yield b"HTTP/1.1 400 Bad Request\r\n\r\n"
        elif behaviour == "huge":
            yield START + b"A" * 200_000
        elif behaviour == "trickle":
            for byte in acknowledgement("AA", control):
                yield bytes([byte])
                if self._done.wait(0.01):
                    return
        elif behaviour == "other":
            yield acknowledgement("AA", "SOMETHINGELSE")
        elif behaviour != "hang up":
            yield acknowledgement(behaviour, control)


def acknowledgement(code: str, control: str) -> bytes:
    """An acknowledgement as receivers send them."""
    error = "" if code in ("AA", "CA") else "ERR|||204^Unknown key identifier|E||||Account is closed\r"
    head = "MSH|^~\\&|BILLING|HOSPITAL|NURSEDESK|ELM|20261124143200||ACK^P03^ACK|R1|P|2.5.1\r"
    return START + f"{head}MSA|{code}|{control}\r{error}".encode() + END
