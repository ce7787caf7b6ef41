"""The wiring of the shift page: a period of the record as rows, as the room's picture, as charts and as files."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.app.core import Core
from nursedesk.app.who import Identifier, entrants
from nursedesk.desk import station_file
from nursedesk.desk.refusal import Refused
from nursedesk.desk.roles import Deed, may
from nursedesk.desk.shift import LogFormat, Wish, logged, save_log, sign_off, signed_off
from nursedesk.desk.shift_charts import ChartWords, charts_of
from nursedesk.desk.shift_ends import last_end
from nursedesk.desk.suite import Person
from nursedesk.outputs.languages import Language
from nursedesk.outputs.paper.page import Paper
from nursedesk.outputs.pictures.charts import paint_chart
from nursedesk.outputs.pictures.files import Paint, PictureKind, picture_bytes
from nursedesk.outputs.pictures.gantt import (
    GanttModel,
    GanttWords,
    gantt_fitted,
    gantt_height,
    gantt_of,
    paint_gantt,
)
from nursedesk.outputs.pictures.timeline_style import TimelineStyle
from nursedesk.outputs.safe_files import FileNotWritten, write_file
from nursedesk.outputs.shift_log import Asked, Period
from nursedesk.outputs.shift_visits import Totals, entries
from nursedesk.outputs.words_paper import say_in
from nursedesk.record.encounter import Encounter
from nursedesk.record.events import Exported
from nursedesk.record.fold import fold
from nursedesk.ui.people.who import WhoDialog
from nursedesk.ui.shift.choosing import Stretch, Wanted
from nursedesk.ui.shift.model import Shift, shift
from nursedesk.ui.shift.page import ShiftPage, View
from nursedesk.ui.tasks import Progress, Reaction
from nursedesk.ui.words import clock_time, day

translate = QCoreApplication.translate

_STILL_SHOWN = timedelta(hours=2)
_DAYS = {Stretch.WEEK: 7, Stretch.MONTH: 31, Stretch.QUARTER: 92}
_WIDE = 1200
"""Design pixels of a saved picture."""
_CHART_HIGH = 480


class ShiftWiring:
    """Reads beside the window whatever is longer than a shift."""

    def __init__(self, core: Core, open_encounter: Callable[[str], None], host: QWidget) -> None:
        self._core, self._host = core, host
        core.put_away = self.close
        self._reading = self._counting = self._writing = 0
        self._charted: Wanted | None = None
        self.page = ShiftPage(core.zone, core.display)
        self.page.opened.connect(open_encounter)
        self.page.wanted_changed.connect(self.show)
        self.page.view_changed.connect(lambda _: self._show_view())
        self.page.export_chosen.connect(lambda path: self.export(Path(path)))
        self.page.export_cancelled.connect(self._cancel)
        self.page.sign_off_pressed.connect(self._ask_who)
        self._who = Identifier(core.door, core.tasks, self._failed)
        self._dialog: WhoDialog | None = None
        self.page.picture_chosen.connect(lambda path: self.save_picture(Path(path)))

    def period(self) -> Period:
        """The chosen stretch; a shift is from the site's last shift end, else from midnight or twelve hours ago.

        For two hours after its end a shift is still the one shown: it is looked through and signed off then.
        """
        now, wanted = self._core.now(), self.page.wanted()
        midnight = self._midnight(now)
        end = now + timedelta(minutes=1)
        if wanted.stretch is Stretch.SHIFT:
            ended = last_end(self._core.daybook.suite.facts.shift_ends, self._core.zone, now - _STILL_SHOWN)
            return Period(ended or min(midnight, now - timedelta(hours=12)), end)
        if wanted.stretch is Stretch.YESTERDAY:
            return Period(self._midnight(midnight - timedelta(hours=12)), midnight)
        days = _DAYS[wanted.stretch] - 1
        return Period(self._midnight(midnight + timedelta(hours=12) - timedelta(days=days)), end)

    def _midnight(self, at: datetime) -> datetime:
        day = at.astimezone(self._core.zone).date()
        return datetime.combine(day, time(), tzinfo=self._core.zone).astimezone(UTC)

    # --- what is shown ---

    def show(self) -> None:
        """The period's visits as they stand."""
        core = self._core
        core.looker.look(f"shift log, {self.page.wanted().stretch.value}")
        suite = core.daybook.suite
        nurses = tuple((one.id, one.signature) for one in suite.people if one.active)
        self.page.show_choices(nurses, suite.facts.chairs)
        core.tasks.cancel(self._reading)
        self._charted = None
        period = self.period()
        if self.page.wanted().stretch is Stretch.SHIFT:
            self._show_shift(self._read(period))
        else:
            reaction = Reaction(self._show_shift, self._failed)
            self._reading = core.tasks.run(lambda _: self._read(period), reaction)
        self._show_view()

    def _read(self, period: Period) -> Shift:
        core, wanted = self._core, self.page.wanted()
        found = core.desk.ledger.encounters_between(period.begin, period.end)
        encounters = tuple(one for one in (fold(events) for _, events in found) if _is_wanted(one, wanted))
        shown = shift(encounters, period.begin, period.end, core.daybook.suite.facts.zone, core.now())
        names = core.daybook.suite.signatures()
        visits = tuple(replace(one, nurse=names.get(one.nurse or "", one.nurse)) for one in shown.visits)
        return replace(shown, visits=visits)

    def _show_shift(self, shown: object) -> None:
        if isinstance(shown, Shift):
            self.page.show_shift(shown)

        self._show_signed_off()

    def _show_signed_off(self) -> None:
        core = self._core
        say = say_in(core.wording.language)
        said = signed_off(core.desk.ledger.reader, self.period(), core.daybook.suite, core.zone, say)
        words = translate("Shift", "Signed off by {who}").format(who=said)
        self.page.show_signed_off(words if said else "")

    def _ask_who(self) -> None:
        """A signature asks for the PIN, badge or password of whoever is at the desk."""
        core, me = self._core, self._core.daybook.session.person
        if not may(me, Deed.SIGN):
            core.say(core.refusal(Refused("not_allowed", {"name": me.name, "what": "ShiftSignedOff"})))
            return
        self.close()
        dialog = WhoDialog(
            self._host,
            tuple(one for one in entrants(core.door) if one.sign_in == me.id),
            lead=clock_time(core.now(), core.zone),
            title=translate("Shift", "Sign this shift off"),
            note=translate("Shift", "You looked through its lines, times and hand-overs."),
            safe=translate("Shift", "Signed as you, at this time. The log says so on every form of it."),
            verb=translate("Shift", "Sign off"),
            later=translate("Shift", "Not now"),
            first=me.id,
        )
        dialog.pin_given.connect(lambda name, pin: self._who.pin(dialog, name, pin, self._known))
        dialog.password_given.connect(lambda name, said: self._who.password(dialog, name, said, self._known))
        dialog.badge_given.connect(lambda badge: self._who.badge(dialog, badge, self._known))
        dialog.cancelled.connect(self.close)
        self._dialog = dialog
        dialog.show()
        dialog.raise_()
        dialog.begin()

    def close(self) -> None:
        """Put the question away; nothing is signed."""
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.hide()
            dialog.deleteLater()
            self.page.setFocus()

    def _known(self, person: Person, auth: str) -> None:
        core = self._core
        if self._dialog is not None and person.id != core.daybook.session.person.id:
            said = translate("Shift", "{name} is not at the desk: nothing was signed; sign in first.")
            self._dialog.show_sentence(said.format(name=person.signature))
            return
        self.close()
        at_the_desk = core.daybook.session
        core.daybook.session = replace(at_the_desk, auth=auth)
        try:
            self.sign_off()
        finally:
            core.daybook.session = at_the_desk

    def sign_off(self) -> None:
        """The person at the desk looked through the period that is shown; a refusal is said."""
        core = self._core
        try:
            sign_off(core.daybook, core.desk.ledger.reader, self.period())
        except Refused as refused:
            core.say(core.wording.refusal(refused.key, refused.params))
            return
        who = core.daybook.session.person.signature
        self.page.show_signed_off(translate("Shift", "Signed off by {who}").format(who=who))

    def _show_view(self) -> None:
        if self.page.view() is View.ROOM:
            self.page.room.show_room(self._room())
        elif self.page.view() is View.CHARTS:
            self._count()

    def _room(self) -> GanttModel:
        core, period, wanted = self._core, self.period(), self.page.wanted()
        if period.end - period.begin > timedelta(hours=36):
            # A picture of weeks shows nothing: the room is of the last day.
            period = Period(max(period.begin, self._midnight(core.now())), period.end)
        asked = Asked(
            period, core.daybook.suite.signatures(), core.zone, wanted.nurse, wanted.chair, as_of=core.now()
        )
        visits = entries(logged(core.desk.ledger.reader, period, None), asked)
        model = gantt_of(visits, period, core.zone, core.now(), core.display)
        chair, nobody = (
            translate("Shift", "Chair {name}"),
            translate("Shift", "Nobody was in a chair in this time."),
        )
        return replace(model, words=GanttWords(chair, nobody))

    def _count(self) -> None:
        """The charts of the period, counted beside the window, for those whose role compares visits."""
        core = self._core
        if not may(core.daybook.session.person, Deed.COMPARE):
            # Whoever counted for somebody else before must not be shown to this one.
            core.tasks.cancel(self._counting)
            self._charted = None
            self.page.charts.refuse(
                translate(
                    "Shift",
                    "Charts compare many visits: they are for charge nurses, billers, auditors and "
                    "administrators. Lines and Chairs show the shift to everybody.",
                )
            )
            return
        if self._charted == self.page.wanted():
            return
        core.tasks.cancel(self._counting)
        self.page.charts.say(translate("Shift", "Counting the visits of this period…"))
        period, rulebook, now = self.period(), core.rulebook(), core.now()
        reader, words = core.desk.ledger.reader, chart_words()
        reaction = Reaction(partial(self._counted, self.page.wanted()), self._failed, self._told_count)
        self._counting = core.tasks.run(
            lambda told: charts_of(reader, rulebook, period, core.zone, now, words, told), reaction
        )

    def _counted(self, wanted: Wanted, charts: object) -> None:
        if isinstance(charts, Mapping):
            self._charted = wanted
            self.page.charts.show_charts(charts)

    def _told_count(self, done: int, total: int) -> None:
        said = translate("Shift", "Counting the visits of this period: {done} of {total}")
        self.page.charts.say(said.format(done=f"{done:,}", total=f"{total:,}"))

    def _failed(self, failure: Exception) -> None:
        self.page.charts.say("")
        self._core.say(self._core.wording.fault(failure))

    # --- files ---

    def export(self, path: Path) -> bool:
        """Write the log of the period; its ending says the format. A refusal is said; the work goes on beside."""
        core, wanted = self._core, self.page.wanted()
        kind = path.suffix.lower().removeprefix(".")
        if kind not in set(LogFormat):
            core.say(translate("Shift", "A shift log is a PDF, XLSX, CSV or JSON file: nothing was written."))
            return False
        kept = station_file.read(core.folder)
        wish = Wish(
            self.period(),
            LogFormat(kind),
            core.daybook.session.person.id,
            core.now(),
            wanted.nurse,
            wanted.chair,
            Paper(kept.paper),
            Language(kept.language),
        )
        self.page.show_progress(translate("Shift", "Writing the shift log"))
        reader, suite, rulebook = core.desk.ledger.reader, core.daybook.suite, core.rulebook()

        def write(told: Progress) -> Totals:
            return save_log(path, reader, suite, rulebook, wish, told)

        reaction = Reaction(partial(self._written, path, kind), self._not_written, self._told_writing)
        self._writing = core.tasks.run(write, reaction)
        return True

    def _told_writing(self, done: int, total: int) -> None:
        self.page.show_progress(translate("Shift", "Writing the shift log"), done, total)

    def _written(self, path: Path, kind: str, totals: object) -> None:
        self.page.end_progress()
        self._core.daybook.write(None, Exported("shift log", kind))
        self._core.say(translate("Shift", "The shift log is in {path}.").format(path=path))

    def _not_written(self, failure: Exception) -> None:
        self.page.end_progress()
        self._core.say(self._core.wording.fault(failure))

    def _cancel(self) -> None:
        self._core.tasks.cancel(self._writing)
        self.page.end_progress()
        self._core.say(translate("Shift", "The shift log was given up: no file was written."))

    def save_picture(self, path: Path) -> bool:
        """Write the picture that is shown; its ending says the kind. A refusal is said."""
        core = self._core
        kind = path.suffix.lower().removeprefix(".")
        paint, height = self._picture()
        if kind not in set(PictureKind) or paint is None:
            core.say(translate("Shift", "A picture is a PNG, SVG or PDF file: nothing was written."))
            return False
        try:
            write_file(path, picture_bytes(paint, _WIDE, height, PictureKind(kind), "NurseDesk"), overwrite=True)
        except FileNotWritten as refused:
            core.say(core.wording.fault(refused))
            return False
        core.daybook.write(None, Exported(f"picture {self.page.view()}", kind))
        core.say(translate("Shift", "The picture is in {path}.").format(path=path))
        return True

    def _picture(self) -> tuple[Paint | None, int]:
        style = TimelineStyle(family="Inter Desk", gutter=96)
        room, chart = self.page.room.model, self.page.charts.chart
        if self.page.view() is View.ROOM and room is not None:
            room = gantt_fitted(room, _WIDE, style)
            return partial(paint_gantt, model=room, style=style), round(gantt_height(room, style))
        if self.page.view() is View.CHARTS and chart is not None:
            return partial(paint_chart, model=chart, style=style), _CHART_HIGH
        return None, 0


def _is_wanted(visit: Encounter, wanted: Wanted) -> bool:
    if wanted.chair is not None and visit.chair != wanted.chair:
        return False
    people = {visit.nurse} | {by for one in visit.administrations for by in (one.started_by, one.stopped_by)}
    return wanted.nurse is None or wanted.nurse in people


def chart_words() -> ChartWords:
    """The words of the charts in the language of the screen."""
    return ChartWords(
        chairs=translate("Shift", "Chairs in use, by hour of the day"),
        chairs_note=translate(
            "Shift",
            "average over the minutes that have passed; days counted: {days}; "
            "a chair with several lines counts once",
        ),
        occupied=translate("Shift", "somebody in the chair"),
        running=translate("Shift", "something running"),
        chairs_unit=translate("Shift", "chairs"),
        late=translate("Shift", "Minutes past the planned end, by hour of the stop"),
        late_note=translate(
            "Shift", "{minutes} min over {lines} lines that ran longer than ordered or than volume and rate say"
        ),
        late_series=translate("Shift", "minutes past the plan"),
        late_unit=translate("Shift", "min"),
        times=translate("Shift", "Stops not charted and times charted late, by week"),
        times_note=translate("Shift", "weeks from Monday; by the day a visit began"),
        missing=translate("Shift", "stop missing or calculated"),
        entered=translate("Shift", "late entry"),
        corrected=translate("Shift", "correction"),
        times_unit=translate("Shift", "times"),
        boundaries=translate("Shift", "Stops around the minutes where a ticket changes"),
        boundaries_note=translate(
            "Shift", "{near} of {stops} timed lines came down within {window} min of one; profile {profile}"
        ),
        pressed=translate("Shift", "pressed as it happened"),
        typed=translate("Shift", "typed or calculated afterwards"),
        boundaries_unit=translate("Shift", "stops"),
        mark=translate("Shift", "the ticket changes here"),
        nothing=translate("Shift", "Nothing to show in this period."),
        day=day,
    )
