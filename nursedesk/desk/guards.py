"""What is always written as it happens, and what stands for ever: asked of everything before it is recorded."""

from collections.abc import Iterable
from datetime import datetime

from nursedesk.desk.refusal import Refused
from nursedesk.record import events as ev
from nursedesk.record.events import Body, Event

STANDS = (
    *(ev.Signed, ev.Closed, ev.Reopened, ev.Witnessed, ev.Posted),
    *(ev.Printed, ev.PrintConfirmed, ev.Exported, ev.Viewed, ev.Discarded),
)
"""Nothing changes these: a signed ticket has a next version, a closed visit is reopened."""

AT_THE_PRESS = (*STANDS, ev.Claimed, ev.Tapped, ev.SignedIn, ev.SignedOut, ev.Locked, ev.GlassBroken)
"""These happen when they are pressed: nobody can say another time for them."""


def require_honest(body: Body, when: datetime | None, said_before: Iterable[Event]) -> None:
    """Raises `Refused` for a time said for what happens at the press, and for a change of what stands."""
    if when is not None and isinstance(body, AT_THE_PRESS):
        raise Refused("not_back_dated")
    if isinstance(body, ev.Corrected) and isinstance(body.body, STANDS):
        raise Refused("stands")
    if isinstance(body, ev.Corrected | ev.Voided):
        target = next((one for one in said_before if one.header.event_id == body.target), None)
        if target is not None and isinstance(target.body, STANDS):
            raise Refused("stands")
