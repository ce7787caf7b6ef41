"""A clock that shows what a test sets, so that midnight and the autumn hour can be had at will."""

from datetime import UTC, datetime, timedelta


class SettableClock:
    """A `Clock` that stands still until it is told otherwise; call it to read the aware UTC instant."""

    def __init__(self, instant: datetime) -> None:
        self.set(instant)

    def __call__(self) -> datetime:
        return self._instant

    def set(self, instant: datetime) -> None:
        """Show instant from now on, forwards or back; a naive one is refused as the program would refuse it."""
        if instant.tzinfo is None:
            raise ValueError("a clock shows aware instants only")
        self._instant = instant.astimezone(UTC)

    def advance(self, minutes: float = 0, **parts: float) -> datetime:
        """Move on by minutes (and any other parts of a timedelta) and return the new instant."""
        self.set(self._instant + timedelta(minutes=minutes, **parts))
        return self._instant
