"""How pictures look on paper and in grey: black on white, two greys, nothing a photocopier loses."""

from collections.abc import Mapping

from nursedesk.outputs.pictures.timeline_style import TimelineStyle

GREYS: Mapping[str, str] = {
    "surface": "#FFFFFF",
    "sunk": "#ECECEC",
    "ink": "#000000",
    "quiet": "#404040",
    "line": "#D9D9D9",
    "line_strong": "#8C8C8C",
    "running_fill": "#404040",
    "attention_text": "#000000",
    "needs_stop_fill": "#000000",
    "needs_stop_text": "#000000",
    "action_fill": "#404040",
    "on_action": "#FFFFFF",
    "timeline_segment": "#D9D9D9",
    "timeline_second": "#FFFFFF",
    "timeline_finished": "#ECECEC",
}


def paper_style(scale: float, family: str = "Inter Desk", gutter: float = 84.0) -> TimelineStyle:
    """The style of a page; `scale` is how many of the page's units a design pixel takes."""
    return TimelineStyle(GREYS, family, scale, gutter)
