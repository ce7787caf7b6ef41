"""A queue with every kind of message in it, and a page that notes what was pressed."""

from collections.abc import Mapping
from datetime import timedelta

from nursedesk.record.posting_events import PostOutcome
from nursedesk.ui.posting.model import MessageRow, PostingActions, PostingModel
from nursedesk.ui.posting.page import PostingPage

from tests.ui.frame.sample_window import NEW_YORK, NOW

SETTINGS = {
    "destination": "mllp://billing.hospital.example:2575",
    "messages": "charges,administrations",
    "receiving_application": "BILLING",
    "receiving_facility": "HOSPITAL",
    "department": "3350",
    "charge_master": "",
}
SOON = NOW + timedelta(minutes=5)
ROWS = (
    MessageRow("QK1", "A-261124-004", 1, "charges", "ABBOTT, Grace"),
    MessageRow(
        "QK2",
        "A-261124-005",
        1,
        "charges",
        "NGUYEN, Linh",
        PostOutcome.REFUSED,
        "204 Unknown account",
        NOW,
        None,
        1,
    ),
    MessageRow(
        "QK3",
        "A-261124-006",
        2,
        "administrations",
        "HADDAD, Samira",
        PostOutcome.NO_ANSWER,
        "Sent, and no acknowledgement came (time is over).",
        NOW,
        SOON,
        3,
    ),
)
MODEL = PostingModel(ROWS, SETTINGS, may_change=True, may_post=True)


class Pressed:
    """What was pressed, in order."""

    def __init__(self, refusal: str = "") -> None:
        self.told: list[tuple[str, object]] = []
        self._refusal = refusal

    def actions(self) -> PostingActions:
        return PostingActions(
            send=lambda: self.told.append(("send", "")),
            again=lambda one: self.told.append(("again", one)),
            leave=lambda one: self.told.append(("leave", one)),
            keep=self._keep,
            back=lambda: self.told.append(("back", "")),
        )

    def _keep(self, said: Mapping[str, str]) -> str:
        self.told.append(("keep", dict(said)))
        return self._refusal


def page(model: PostingModel = MODEL, pressed: Pressed | None = None) -> PostingPage:
    made = PostingPage(NEW_YORK, (pressed or Pressed()).actions())
    made.show_model(model)
    return made
