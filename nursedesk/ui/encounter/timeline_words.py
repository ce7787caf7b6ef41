"""The timeline's words in the reader's language."""

from PySide6.QtCore import QCoreApplication

from nursedesk.outputs.pictures.timeline_model import TimelineWords
from nursedesk.record.encounter import Access, Device, Purpose
from nursedesk.ui.board.card_words import access_words

translate = QCoreApplication.translate


def timeline_words() -> TimelineWords:
    """Words for the screen; paper has its own."""
    return TimelineWords(
        access=translate("Timeline", "Access {id}"),
        no_access=translate("Timeline", "No access recorded"),
        other_routes=translate("Timeline", "Other routes"),
        placed=translate("Timeline", "placed {time}"),
        minutes=translate("Timeline", "{minutes} min"),
        hours=translate("Timeline", "{hours} h {minutes} min"),
        paused=translate("Timeline", "paused {duration}"),
        min_mark=translate("Timeline", "min · {time}"),
        planned_end=translate("Timeline", "planned end {time}"),
        shared=translate("Timeline", "{shared} of {own} min shared"),
        shared_as=translate("Timeline", "{shared} of {own} min shared: {role}"),
        concurrent=translate("Timeline", "concurrent"),
        sequential=translate("Timeline", "sequential"),
        now_time=translate("Timeline", "now {time}"),
        not_charged=translate("Timeline", "not charged"),
        stop_missing=translate("Timeline", "stop not recorded"),
        pushes=translate("Timeline", "Pushes"),
        running=translate("Timeline", "running"),
        spoken_bar=translate("Timeline", "{title}, {lane}: {spans}"),
        spoken_span=translate("Timeline", "{begin} to {end}"),
        spoken_mark=translate("Timeline", "{time} {title}, {lane}"),
        purposes={
            Purpose.KEEP_OPEN: translate("Timeline", "keep open"),
            Purpose.CARRIER: translate("Timeline", "carrier"),
            Purpose.FLUSH: translate("Timeline", "flush"),
            Purpose.INTEGRAL: translate("Timeline", "part of a procedure"),
        },
        devices={device: access_words(Access("", device)) for device in Device},
    )
