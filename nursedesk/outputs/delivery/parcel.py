"""What is handed over and what came of it; and where to, as a person types it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from nursedesk.outputs.formats import visible
from nursedesk.record.posting_events import PostOutcome

LONGEST_SAID = 300
"""Characters of a receiver's words that are kept."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message ready to go. `name` is a plain file name; `hl7` whether it can go over MLLP."""

    name: str
    control_id: str
    data: bytes
    hl7: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one attempt; `said` is for the person who looks at the queue."""

    outcome: PostOutcome
    said: str = ""


Send = Callable[[Parcel], Answer]


@dataclass(frozen=True, slots=True)
class Mllp:
    host: str
    port: int
    tls: bool = False

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'mllps' if self.tls else 'mllp'}://{host}:{self.port}"


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    def __str__(self) -> str:
        return str(self.path)


class BadDestination(ValueError):
    """No destination can be called so; the message is for the person."""


def destination(text: str) -> Mllp | Folder:
    """`mllp://host:port`, `mllps://` for an encrypted one, or a folder's whole path. Raises `BadDestination`."""
    wanted = text.strip()
    if not wanted or not wanted.isprintable():
        raise BadDestination("A destination is a folder or mllp://host:port: nothing was changed; type one.")
    if "://" in wanted:
        return _mllp(wanted)
    path = Path(wanted)
    if not path.is_absolute():
        raise BadDestination(f"“{wanted}” is not a whole path: nothing was changed; type it from its beginning.")
    return Folder(path)


def _mllp(wanted: str) -> Mllp:
    try:
        parts = urlsplit(wanted)
        host, port = parts.hostname, parts.port
    except ValueError:
        parts, host, port = SplitResult("", "", "", "", ""), None, None
    plain = not (parts.path.strip("/") or parts.query or parts.fragment or parts.username)
    if parts.scheme not in ("mllp", "mllps") or not host or not port or not plain:
        raise BadDestination(
            f"“{wanted}” is not mllp://host:port: nothing was changed; type it like mllp://hl7:2575."
        )
    return Mllp(host, port, parts.scheme == "mllps")


def words(text: str) -> str:
    """A receiver's words on one line as they can be shown."""
    return visible(" ".join(text.split()))[:LONGEST_SAID]
