"""The one table from how a time is known to what the contract calls it and how screen and paper label it."""

from datetime import timedelta

from nursedesk.record.encounter import Label, StopSource
from nursedesk.record.events import Event, Source

LATE_AFTER = timedelta(minutes=5)
"""A typed time older than this when it was recorded is a late entry."""

SOURCES: dict[Source, tuple[StopSource, Label | None]] = {
    Source.PRESSED: (StopSource.OBSERVED, None),
    Source.TYPED: (StopSource.OBSERVED, Label.LATE_ENTRY),
    Source.CALCULATED: (StopSource.CALCULATED, Label.CALCULATED),
    Source.IMPORTED: (StopSource.OBSERVED, Label.LATE_ENTRY),
}


def stop_source(source: Source, corrected: bool) -> StopSource:
    """What the contract's `stop_source` is for a time known in this way."""
    if corrected and source is not Source.CALCULATED:
        return StopSource.CORRECTED
    return SOURCES[source][0]


def label_of(event: Event) -> Label | None:
    """How the time of an uncorrected event is labelled; None when it was observed as it happened."""
    label = SOURCES[event.header.source][1]
    if label is Label.LATE_ENTRY and event.header.recorded - event.header.occurred <= LATE_AFTER:
        return None
    return label
