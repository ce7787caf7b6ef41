"""The two heavy buttons at the foot of the dialog."""

from nursedesk.outputs.pictures.shapes import Shape
from nursedesk.ui import theme
from nursedesk.ui.kit import Button, PrimaryButton

TALL = 76
LARGE = 1.75
"""From this text scale on they are set narrower, so that both are whole beside the rest of the foot."""


def prepare_button(words: str) -> Button:
    """A bag is ready and starts later."""
    pad = 16 if theme.scale() >= LARGE else 36
    return Button(words, shape=Shape.DIAMOND, name="prepareButton", size=17, height=TALL, pad=pad)


def start_button(push: bool) -> PrimaryButton:
    """Start now, or give now; its words say the time."""
    large = theme.scale() >= LARGE
    shape, icon = (None, "push") if push else (Shape.START, None)
    size = 17 if large else 20
    button = PrimaryButton("", name="startNowButton", shape=shape, icon=icon, size=size, height=TALL)
    button.setMinimumWidth(theme.px(200 if large else 264))
    return button
