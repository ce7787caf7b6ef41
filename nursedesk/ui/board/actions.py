"""What a press on the board does: callables the assembling window hands in. None of them may wait."""

from collections.abc import Callable
from dataclasses import dataclass

Line = Callable[[str, str], None]
"""(encounter id, line id)"""
Visit = Callable[[str], None]
"""(encounter id)"""


@dataclass(frozen=True, slots=True)
class BoardActions:
    check_in: Callable[[str], None]
    """(chair)"""
    start: Line
    stop: Line
    pause: Line
    resume: Line
    hang: Visit
    push: Visit
    close: Visit
    open_encounter: Visit
    hand_over: Callable[[], None]
    undo: Callable[[], None]
    say_stop_reason: Callable[[str, str, str], None]
    """(encounter id, line id, a `StopReason`): said after the stop."""
    dismiss_notice: Callable[[str, str, str | None], None]
    """(encounter id, kind of notice, line id)"""
    act_on_notice: Callable[[str, str, str | None], None]
    """The second word of a chip was pressed: (encounter id, kind of notice, line id)."""
    line_deed: Callable[[str, str, str], None]
    """(encounter id, line id, a `Deed`)"""
    assign: Callable[[str, str], None]
    """(encounter id, nurse)"""
    move: Callable[[str, str], None]
    """(encounter id, chair)"""
    free: Visit
    """The patient has left."""
    take_out: Callable[[str], None]
    """(chair): out of service; the reason is asked."""
    put_back: Callable[[str], None]
    """(chair)"""
    arrive: Callable[[str, str], None]
    """(entry of the expected list, chair): checked in at once."""
    expected: Callable[[], None]
    """Today's list."""
