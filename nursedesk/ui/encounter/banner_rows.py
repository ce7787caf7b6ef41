"""How the banner's buttons break into rows, and which facts have room beside a name."""

from collections.abc import Container, Sequence

from nursedesk.ui import theme
from nursedesk.ui.encounter.banner_model import BannerModel
from nursedesk.ui.kit import Button, Run, runs_width

Key = tuple[str, str]
"""(start or stop, line)."""


def fact_runs(model: BannerModel | None, room: int) -> tuple[Run, ...]:
    """As many whole facts as there is room for; the tip has them all."""
    runs: tuple[Run, ...] = ()
    for words in model.facts if model else ():
        longer = [*runs, Run("·", 14, role="quiet", gap=5)] if runs else []
        for text, strong in words:
            weight, role = (theme.STRONG, "ink") if strong else (theme.REGULAR, "quiet")
            longer.append(Run(text, 14, weight, role, gap=5 if longer else 0))
        if runs_width(longer) > room:
            break
        runs = tuple(longer)
    return runs


def with_gone(before: Sequence[Key], shown: Sequence[Key], gone: Container[Key]) -> list[Key]:
    """What is shown, in its order, with the places of what has gone where they were."""
    places = list(shown)
    for number, key in enumerate(before):
        if key in gone:
            earlier = next((k for k in reversed(before[:number]) if k in places), None)
            places.insert(0 if earlier is None else places.index(earlier) + 1, key)
    return places


def row_width(buttons: Sequence[Button], gap: int) -> int:
    """Width of buttons in one row, px."""
    return sum(b.sizeHint().width() for b in buttons) + gap * max(len(buttons) - 1, 0)


def rows_of(buttons: Sequence[Button], width: int, gap: int) -> list[list[Button]]:
    """Buttons broken into rows that fit; the last row holds the last buttons."""
    rows: list[list[Button]] = []
    for button in reversed(buttons):
        if rows and row_width([*rows[0], button], gap) <= width:
            rows[0].insert(0, button)
        else:
            rows.insert(0, [button])
    return rows
