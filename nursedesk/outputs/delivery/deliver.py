"""One way to send, whatever the destination is."""

from collections.abc import Callable
from datetime import datetime

from nursedesk.outputs.delivery.folder import drop
from nursedesk.outputs.delivery.mllp import send
from nursedesk.outputs.delivery.parcel import Answer, Folder, Mllp, Parcel


def deliver(to: Folder | Mllp, parcel: Parcel, clock: Callable[[], datetime]) -> Answer:
    """One attempt. Blocks for as long as the receiver's time-out at most; never raises for what the world does."""
    if isinstance(to, Folder):
        return drop(to.path, parcel)
    return send(to, parcel, clock)
