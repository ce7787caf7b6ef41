"""In a low window a dialog's head and foot leave its lists and fields what height there is."""

from nursedesk.ui import theme
from nursedesk.ui.kit import DialogFrame

LOW = 600
"""Height of a dialog's room, px at 100 %, under which everything around lists and fields is lower."""
HEAD, HEAD_LOW = 68, 52
FOOT, FOOT_LOW = 14, 8
"""Room above and below what stands in the foot."""
RING = 6
"""Of that room, what the foot's own row has round its buttons: the keyboard's ring would be cut there else, px."""


def lower(dialog: DialogFrame) -> bool:
    """Fit head and foot to the height there is; whether that is low."""
    low = dialog.height() < theme.px(LOW)
    head, edge = dialog.head.parentWidget(), FOOT_LOW if low else FOOT
    if head is not None:
        head.setFixedHeight(theme.px(HEAD_LOW) if low else max(theme.px(HEAD), HEAD))
    dialog.foot.setContentsMargins(24 - RING, edge - RING, 24 - RING, edge - RING)
    return low
