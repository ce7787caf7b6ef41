"""How figures, times and other people's text are written on paper and in files: `2 h 15 min`, `24-Nov-2026`.

Instants are aware UTC; a zone is only for what is shown. Words are English unless `say` gives them in the form's
language, whatever the machine's, because a printed form must not change with the desk it came from.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime, timedelta, tzinfo
from decimal import Decimal

from nursedesk.outputs.languages import Say, english
from nursedesk.record.encounter import Amount

NOT_RECORDED = "Not recorded"

LONGEST = 400
"""Characters of one entry that paper shows; the record keeps the whole."""

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# ISMP's list of error-prone abbreviations: µg and IU are written out.
_UNITS = {
    "ug": "mcg",
    "[iU]": "units",
    "[IU]": "units",
    "k[iU]": "thousand units",
    "meq": "mEq",
}

# Marks that turn or hide the text around them, and joiners that only count between two visible characters.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_JOINERS = frozenset("\u200c\u200d")
_WHITE = re.compile(r"[ \t\r\n\u00a0\u0085\u2028\u2029\u3000]+")


def duration(minutes: int) -> str:
    """Charted minutes as `35 min` or `2 h 15 min`."""
    hours, rest = divmod(max(minutes, 0), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def number(value: Decimal) -> str:
    """A decimal without trailing zeros, with a leading one, with commas from 1,000 on (ISMP)."""
    if not value.is_finite():
        return "not a number"
    if value == 0:
        return "0"
    if not -12 <= value.adjusted() <= 12:
        return str(value)
    text = format(value, ",f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit(code: str, say: Say = english) -> str:
    """A UCUM unit in the words of the ward: `mcg`, `units`."""
    return say(_UNITS[code]) if code in _UNITS else visible(code)


def amount(value: Amount | None, say: Say = english) -> str:
    """`400 mg`, `60 mL/h`, `5,000 units`; empty when nothing was charted."""
    return "" if value is None else f"{number(value.amount)} {unit(value.unit, say)}".strip()


def day(value: date | None, say: Say = english) -> str:
    """`24-Nov-2026`, or that it was not recorded."""
    if value is None:
        return say(NOT_RECORDED)
    return f"{value.day:02}-{say(MONTHS[value.month - 1])}-{value.year:04}"


def local(instant: datetime, zone: tzinfo) -> datetime:
    """The instant in the zone; at the far ends of the calendar, where no zone can show it, as it is."""
    try:
        return instant.astimezone(zone)
    except OverflowError:
        return instant


def local_day(instant: datetime, zone: tzinfo) -> date:
    """The calendar day of an instant in the zone."""
    return local(instant, zone).date()


def clock(instant: datetime, zone: tzinfo) -> str:
    """`14:07`; `01:30 EST` in the hour an autumn night shows twice."""
    shown = local(instant, zone)
    twice = shown.replace(fold=0).utcoffset() != shown.replace(fold=1).utcoffset()
    return f"{shown:%H:%M} {shown.tzname()}" if twice else f"{shown:%H:%M}"


def clock_on(instant: datetime, zone: tzinfo, visit: date | None, say: Say = english) -> str:
    """`14:07`, with the day before it when that is not the day of the visit: `25-Nov 00:20`."""
    when = local_day(instant, zone)
    return clock(instant, zone) if when == visit else f"{day(when, say)[:6]} {clock(instant, zone)}"


def moment(instant: datetime, zone: tzinfo, say: Say = english) -> str:
    """`24-Nov-2026 14:31 EST`."""
    shown = local(instant, zone)
    return f"{day(shown.date(), say)} {shown:%H:%M} {shown.tzname()}"


def iso(instant: datetime, zone: tzinfo) -> str:
    """ISO 8601 with the zone's offset, to the second: `2026-11-24T14:31:05-05:00`."""
    return local(instant, zone).isoformat(timespec="seconds")


def offset(instant: datetime, zone: tzinfo) -> str:
    """`EST (UTC−05:00)`: the zone's name and offset at an instant."""
    shown = local(instant, zone)
    ahead = shown.utcoffset() or timedelta()
    sign = "−" if ahead < timedelta() else "+"
    hours, minutes = divmod(abs(ahead) // timedelta(minutes=1), 60)
    return f"{shown.tzname()} (UTC{sign}{hours:02}:{minutes:02})"


def person(people: Mapping[str, str], sign_in: str | None, say: Say = english) -> str:
    """`M. Ruiz RN` for a sign-in name; the name itself when the list does not know it."""
    return written(people.get(sign_in, sign_in), say) if sign_in else say(NOT_RECORDED)


def written(text: str | None, say: Say = english) -> str:
    """Other people's text on one line as it can be seen, or that there is none: never a blank."""
    return one_line(text or "") or say(NOT_RECORDED)


def one_line(text: str, most: int = LONGEST) -> str:
    """Text with every run of white space and line ends made one space, and the rest made visible.

    What is longer than `most` characters ends in how many more the record holds. Not to be done twice: a name in
    Hebrew or Arabic comes back between isolating marks, so that the figures beside it stay where they belong.
    """
    shown, more = text[:most], len(text) - most
    line = visible(_WHITE.sub(" ", shown).strip())
    line = f"{line} … [{more:,} more characters in the record]" if more > 0 else line
    return f"{_ISOLATE}{line}{_END_ISOLATE}" if _RIGHT_TO_LEFT & {*map(unicodedata.bidirectional, line)} else line


def visible(text: str, keep: str = "") -> str:
    """Text with control, direction and lone joining marks written out (`[U+202E]`): shown, not obeyed.

    `keep` names control characters to leave (line ends in a file that quotes them).
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(text, at, keep) for at in range(len(text)))


def _shown(text: str, at: int, keep: str) -> str:
    character = text[at]
    if character in keep or not _hidden(text, at):
        return character
    return f"[U+{ord(character):04X}]"


def _hidden(text: str, at: int) -> bool:
    character = text[at]
    if character in _JOINERS:
        return not (_holds(text, at - 1) and _holds(text, at + 1))
    if character in _BIDI:
        return True
    # Cf: zero-width space, byte-order mark. Cs: a lone surrogate. Co: what only one machine can draw.
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def _holds(text: str, at: int) -> bool:
    """Whether a joiner may lean on the character at `at`: a letter, mark or symbol that is really there."""
    return 0 <= at < len(text) and unicodedata.category(text[at])[0] in "LMNS"
