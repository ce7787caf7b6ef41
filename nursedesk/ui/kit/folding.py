"""A name that has no room in one line stands in two: it is never cut."""

from nursedesk.ui import theme


def folded(text: str, size: float, weight: int, room: float) -> tuple[str, ...]:
    """The text in as few lines of `room` px as it needs, broken between words; a longer word stands alone."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and theme.advance(longer, size, weight) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)
