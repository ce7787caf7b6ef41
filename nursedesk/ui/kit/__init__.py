"""The parts every page is built of, painted in the theme's colours. Pages import them from here.

A part's module is read when the part is first named: the sign-in page does not wait for what it does not show.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nursedesk.ui.kit.buttons import (
        TARGET,
        Button,
        IconButton,
        Kind,
        PrimaryButton,
        QuietButton,
        StartButton,
        StopButton,
    )
    from nursedesk.ui.kit.chip import Chip, Tone
    from nursedesk.ui.kit.dialog import DialogFrame, Foot
    from nursedesk.ui.kit.fields import Combo, ComboField, Field, PinField, SearchField
    from nursedesk.ui.kit.focus import FocusRing
    from nursedesk.ui.kit.icons import icon, paint_icon
    from nursedesk.ui.kit.keypad import Keypad
    from nursedesk.ui.kit.menu import Menu
    from nursedesk.ui.kit.panel import EdgePanel, Hairline, PageHead, Panel
    from nursedesk.ui.kit.pill import State, StatePill, Tag, edge_colour
    from nursedesk.ui.kit.rows import ListRow, paint_list_row
    from nursedesk.ui.kit.scroll import ScrollArea
    from nursedesk.ui.kit.segmented import Segmented
    from nursedesk.ui.kit.surface import hairline, paint_ground, paint_panel
    from nursedesk.ui.kit.text import Paragraph, Run, Text, paint_runs, plain_tip, runs_width
    from nursedesk.ui.kit.toggles import CheckBox, Toggle

_HOMES = {
    "buttons": "TARGET Button IconButton Kind PrimaryButton QuietButton StartButton StopButton",
    "chip": "Chip Tone",
    "dialog": "DialogFrame Foot",
    "fields": "Combo ComboField Field PinField SearchField",
    "focus": "FocusRing",
    "icons": "icon paint_icon",
    "keypad": "Keypad",
    "menu": "Menu",
    "panel": "EdgePanel Hairline PageHead Panel",
    "pill": "State StatePill Tag edge_colour",
    "rows": "ListRow paint_list_row",
    "scroll": "ScrollArea",
    "segmented": "Segmented",
    "surface": "hairline paint_ground paint_panel",
    "text": "Paragraph Run Text paint_runs plain_tip runs_width",
    "toggles": "CheckBox Toggle",
}
_HOME_OF = {part: home for home, parts in _HOMES.items() for part in parts.split()}

__all__ = [
    "TARGET",
    "Button",
    "CheckBox",
    "Chip",
    "Combo",
    "ComboField",
    "DialogFrame",
    "EdgePanel",
    "Field",
    "FocusRing",
    "Foot",
    "Hairline",
    "IconButton",
    "Keypad",
    "Kind",
    "ListRow",
    "Menu",
    "PageHead",
    "Panel",
    "Paragraph",
    "PinField",
    "PrimaryButton",
    "QuietButton",
    "Run",
    "ScrollArea",
    "SearchField",
    "Segmented",
    "StartButton",
    "State",
    "StatePill",
    "StopButton",
    "Tag",
    "Text",
    "Toggle",
    "Tone",
    "edge_colour",
    "hairline",
    "icon",
    "paint_ground",
    "paint_icon",
    "paint_list_row",
    "paint_panel",
    "paint_runs",
    "plain_tip",
    "runs_width",
]


def __getattr__(part: str) -> object:
    """The part, from its module; Python asks once for each."""
    if part not in _HOME_OF:
        raise AttributeError(part)
    found: object = getattr(import_module(f"{__name__}.{_HOME_OF[part]}"), part)
    globals()[part] = found
    return found
