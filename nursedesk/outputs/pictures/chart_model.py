"""What a bar chart shows, as plain values: titles, labels along it, series, and the words of each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of bars; `values` has one for each label of the chart."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class ChartModel:
    """Bars side by side, or one on the other when `stacked`; at most three series can be told apart."""

    title: str
    note: str
    """What is counted, and of what."""
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""
    stacked: bool = False
    mark: int | None = None
    """Before the bars of this label stands a line: the minute where the ticket changes."""
    mark_words: str = ""
    nothing: str = "Nothing to show in this period."

    @property
    def highest(self) -> float:
        """The tallest bar, whole stacks counted as one."""
        columns = zip(*(one.values for one in self.series), strict=True)
        return max((sum(column) if self.stacked else max(column) for column in columns), default=0.0)

    def spoken(self) -> str:
        """The chart in words, for assistive tools: every label that has something."""
        said = []
        for at, label in enumerate(self.labels):
            parts = [f"{one.name} {plain_number(one.values[at])}" for one in self.series if one.values[at]]
            if parts:
                said.append(f"{label}: {', '.join(parts)}")
        return f"{self.title}. " + ("; ".join(said) or self.nothing)


def plain_number(value: float) -> str:
    """`12` or `1.5`: no more digits than tell something, and a whole number always in one way."""
    value = round(value, 1)
    return f"{value:,.0f}" if value == round(value) or value >= 100 else f"{value:,.1f}"
