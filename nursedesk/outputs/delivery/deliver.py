"""One way to send, whatever the destination is."""

from collections.abc import Callable
from datetime import datetime

from nursedesk.outputs.delivery.folder import drop
from nursedesk.outputs.delivery.mllp import Patience, always, send
from nursedesk.outputs.delivery.parcel import Answer, Folder, Mllp, Parcel


def deliver(
    to: Folder | Mllp,
    parcel: Parcel,
    clock: Callable[[], datetime],
    certificates: str = "",
    go_on: Callable[[], None] = always,
) -> Answer:
    """One attempt. Blocks as long as the receiver's time-out at most; raises only what `go_on` raises."""
    if isinstance(to, Folder):
        return drop(to.path, parcel)
    return send(to, parcel, clock, Patience(go_on=go_on, certificates=certificates))
