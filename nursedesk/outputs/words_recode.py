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
NONE_RUNNING = "nothing runs then"
NEXT = "The ticket changes next at {at}, in {minutes} min, through {lines}:"
NO_NEXT = "Nothing that runs changes the ticket within the next {minutes} minutes."
NO_NEXT_STOPPED = "Nothing runs, so the ticket changes no more by time."
NEXT_HIDDEN = "This site does not show at which minute a ticket changes next."

RECODED = (
    "Closed visits of {first} to {last} coded again by profile {profile}, rule book {digest}. Nothing is changed."
)
SIGNED = "version {version}, signed by {by} under profile {profile}"
DRAFT = "not signed; compared to a draft by this site's rules"
REOPENED = "reopened since and not signed again"
BLOCKED = "Would not be signable: {text} ({rule})"
SAME = "No difference."
COUNTED = (
    "{signed} signed and {drafts} unsigned visits coded again: {differing} differ; {still_open} more are open."
)
UNITS_HEADING = "Units by code, over all of them, where they differ"

AROUND = "Stops around the minutes where the ticket changes, {first} to {last}, profile {profile}."
STOPS = "{stops} lines charged by time came down, {near} of them within {window} minutes of such a minute."
DISTANCE = "Minutes past it (negative: before); . is none"
AUDITOR = (
    "Just before: the last {within} minutes that do not reach it. "
    "Just past: the first {within} that do, the minute itself included. "
    "Typed: times of those that were typed or calculated afterwards, not pressed."
)


def measure_text(measure: str) -> str:
    """`hydration beside another service`."""
    return MEASURES[measure]
