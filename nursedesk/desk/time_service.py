"""Whether a time server keeps this computer's clock, as far as the system says."""

import ctypes
import shutil
import subprocess
import sys

_UNSYNCHRONISED = 5
_TIMEX_BYTES = 512
"""More than any system's `struct timex`."""


def time_kept() -> bool | None:
    """True or False as the system says it; None when it does not say."""
    said = _timedatectl()
    return said if said is not None else _adjtimex()


def _timedatectl() -> bool | None:
    program = shutil.which("timedatectl")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 the system's own program, with nothing of anybody's in its arguments
            [program, "show", "--property=NTPSynchronized", "--value"],
            capture_output=True,
            text=True,
            timeout=5,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return {"yes": True, "no": False}.get(done.stdout.strip())


def _adjtimex() -> bool | None:
    """What the kernel says; asked with nothing to change."""
    if sys.platform != "linux":
        return None
    try:
        state = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else state != _UNSYNCHRONISED
