"""The words of what-if, re-coding and the report of stop times, in plain English."""

from collections.abc import Mapping

from nursedesk.coding.durations import Measure

MEASURES: Mapping[str, str] = {
    Measure.INFUSION: "infusion",
    Measure.CONTINUED: "same drug again",
    Measure.CONCURRENT: "concurrent infusion",
    Measure.HYDRATION_FIRST: "hydration",
    Measure.HYDRATION_BESIDE: "hydration beside another service",
    Measure.SC: "infusion under the skin",
}
"""What the minutes of a boundary are counted of."""

NOTHING = "none"

WHAT_IF = "If everything stopped at {at}: {running}."
RUNNING = "{lines} would come down"
NONE_RUNNING = "nothing runs then, so it changes no more by time"
NEXT = "The ticket changes next at {at}, in {minutes} min, through {lines}:"
NO_NEXT = "Nothing that runs changes the ticket within the next {minutes} minutes."
NEXT_HIDDEN = "This site does not show at which minute a ticket changes next."

RECODED = "Visits of {first} to {last} coded again by profile {profile}, rule book {digest}:"
SIGNED = "version {version}, signed by {by} under profile {profile}, rule book {digest}"
DRAFT = "not signed; compared to a draft by this site's rules"
REOPENED = "reopened since and not signed again"
BLOCKED = "Would not be signable: {text} ({rule})"
SAME = "No difference."
COUNTED = (
    "Coded again: {signed} signed, {drafts} unsigned; {differing} differ. Still open and left out: {still_open}. "
    "Nothing was changed."
)
UNITS_HEADING = "Units by code, over all of them, where they differ"

AROUND = "Stops around the minutes where the ticket changes, {first} to {last}, profile {profile}."
STOPS = "{stops} lines charged by time came down, {near} of them within {window} minutes of such a minute."
DISTANCE = "Minutes past it (negative: before); . is none"
AUDITOR = (
    "Just before: the last {within} minutes that do not reach it; just past: the first {within} that do.",
    "At the minute: at the very first of these. Typed: times that were typed or calculated afterwards.",
)


def measure_text(measure: str) -> str:
    """`hydration beside another service`."""
    return MEASURES[measure]
