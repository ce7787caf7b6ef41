"""The questions a line's deeds ask, and what the answers record."""

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from nursedesk.app import correct_questions, family_question
from nursedesk.app.asking import Asking, Unread, amount_of, titled
from nursedesk.app.core import Core
from nursedesk.desk import correct, line, run
from nursedesk.desk.line import Bag
from nursedesk.record.encounter import Access, Administration, Amount, Device, Encounter, StopReason
from nursedesk.record.events import AccessId, EncounterId, LineId, Source
from nursedesk.record.intervals import minute_of
from nursedesk.ui import words
from nursedesk.ui.board.card_words import access_words
from nursedesk.ui.board.reasons import reason_word
from nursedesk.ui.encounter.accesses_tab import next_access_id
from nursedesk.ui.encounter.typed_time import Problem, nudged, read_time
from nursedesk.ui.frame.typed_dates import expiry
from nursedesk.ui.hang.quantities import UNITS
from nursedesk.ui.hang.words import device
from nursedesk.ui.lines.deeds import Deed
from nursedesk.ui.lines.question import Asked, Offer, Question, Said

translate = QCoreApplication.translate
NEW = "+"
"""The option of an access that is not placed yet."""
_PLACED = (Device.PERIPHERAL, Device.PORT, Device.PICC, Device.MIDLINE, Device.TUNNELED_CVC)


def asking(core: Core, visit: Encounter, deed: Deed, name: LineId) -> Asking:
    """What a deed asks about a line of a visit."""
    makers = {
        Deed.RATE: _rate,
        Deed.BAG: _bag,
        Deed.ACCESS: _access,
        Deed.WASTE: _waste,
        Deed.STOP_AT: _stop_at,
        Deed.REASON: _reason,
        Deed.TAKE_BACK: _take_back,
        Deed.WRONG_DRUG: correct_questions.wrong_drug,
        Deed.WRONG_DOSE: correct_questions.wrong_dose,
        Deed.ELSEWHERE: correct_questions.elsewhere,
        Deed.FAMILY: family_question.family,
        Deed.NEVER_RAN: correct_questions.never_ran,
        Deed.WRONG_PATIENT: correct_questions.wrong_patient,
        Deed.WRONG_CHAIR: correct_questions.wrong_chair,
    }
    return makers[deed](core, visit, name)


def _rate(core: Core, visit: Encounter, name: LineId) -> Asking:
    one = run.line_of(visit, name)
    title, note = titled(core, visit, name, translate("Lines", "Change the rate of {drug}"))
    now = translate("Lines", "now {rate}").format(rate=words.dose(one.rate)) if one.rate else ""
    asked = (Asked("newRate", translate("Lines", "New rate"), hint=now, suffix="mL/h"),)

    def answer(found: Encounter, said: Said) -> None:
        rate = amount_of(said["newRate"], translate("Lines", "rate"), line.PER_HOUR)
        if rate.unit != line.PER_HOUR:
            raise Unread(translate("Lines", "A rate is in mL/h: type 125 or 125 mL/h."))
        line.change_rate(core.daybook, found, name, rate)

    return Asking(Question("rateDialog", title, note, asked, translate("Lines", "Change the rate")), answer)


def _bag(core: Core, visit: Encounter, name: LineId) -> Asking:
    one = run.line_of(visit, name)
    title, note = titled(core, visit, name, translate("Lines", "New bag of {drug}"))
    asked = (
        Asked("bagVolume", translate("Lines", "Volume"), hint=_plain(one.volume), suffix="mL"),
        Asked("bagLot", translate("Lines", "Lot"), hint=translate("Lines", "optional")),
        Asked("bagExpiry", translate("Lines", "Expires"), hint=translate("Lines", "06/2027, optional")),
    )

    def answer(found: Encounter, said: Said) -> None:
        volume = amount_of(said["bagVolume"], translate("Lines", "volume"), "mL") if said["bagVolume"] else None
        line.new_bag(core.daybook, found, name, Bag(volume, said["bagLot"], _expiry(said["bagExpiry"])))

    done = translate("Lines", "Hang the bag")
    return Asking(Question("bagDialog", title, note, asked, done, icon="hang"), answer)


def _plain(amount: Amount | None) -> str:
    return words.number(amount.amount) if amount else ""


def _expiry(text: str) -> date | None:
    if not text:
        return None
    read = expiry(text)
    if read is None:
        raise Unread(translate("Lines", "That is no date: type it like 06/2027 or 2027-06-30."))
    return read


def _access(core: Core, visit: Encounter, name: LineId) -> Asking:
    one = run.line_of(visit, name)
    title, note = titled(core, visit, name, translate("Lines", "Change the access of {drug}"))
    known = tuple((access.id, access_words(access)) for access in visit.accesses if access.id != one.access)
    new = tuple((NEW + kind.value, _new_word(kind)) for kind in _PLACED)
    asked = (
        Asked("lineAccess", translate("Lines", "Runs through"), known[0][0] if known else "", options=known + new),
        Asked(
            "newAccessSite", translate("Lines", "Site, for a new one"), hint=translate("Lines", "22 g, left hand")
        ),
    )

    def answer(found: Encounter, said: Said) -> None:
        access = said["lineAccess"]
        if access.startswith(NEW):
            placed = Access(next_access_id(found.accesses), Device(access[1:]), said["newAccessSite"] or None)
            correct.place_access(core.daybook, found, placed)
            found, access = core.visit(found.id), placed.id
        line.change_access(core.daybook, found, name, AccessId(access))

    done = translate("Lines", "Change the access")
    return Asking(Question("accessDialog", title, note, asked, done), answer)


def _new_word(kind: Device) -> str:
    return translate("Lines", "a new one: {device}").format(device=device(kind))


def _waste(core: Core, visit: Encounter, name: LineId) -> Asking:
    title, note = titled(core, visit, name, translate("Lines", "Waste of {drug}"))
    drugs = tuple(one for one in visit.administrations if one.line == name)
    me = core.daybook.session.person.id
    people = tuple((one.id, one.signature) for one in core.daybook.suite.people if one.active and one.id != me)
    nobody = (("", translate("Lines", "Nobody, no witness")),)
    asked = (
        *_which(core, drugs),
        Asked("wasted", translate("Lines", "Thrown away"), hint="20 mg", suffix=_unit(drugs[0])),
        Asked("witness", translate("Lines", "Seen by"), options=nobody + people),
    )

    def answer(found: Encounter, said: Said) -> None:
        administration = said.get("wasteDrug") or drugs[0].id
        one = next(drug for drug in drugs if drug.id == administration)
        amount = amount_of(said["wasted"], translate("Lines", "amount"), one.dose.unit if one.dose else UNITS[0])
        correct.chart_waste(core.daybook, found, administration, amount, said["witness"] or None)

    return Asking(Question("wasteDialog", title, note, asked, translate("Lines", "Chart the waste")), answer)


def _which(core: Core, drugs: tuple[Administration, ...]) -> tuple[Asked, ...]:
    """Which of several drugs in one bag."""
    if len(drugs) < 2:
        return ()
    options = tuple((one.id, core.display(one.drug)) for one in drugs)
    return (Asked("wasteDrug", translate("Lines", "Drug"), options[0][0], options=options),)


def _unit(one: Administration) -> str:
    return words.unit(one.dose.unit) if one.dose else words.unit(UNITS[0])


def _stop_at(core: Core, visit: Encounter, name: LineId) -> Asking:
    one = run.line_of(visit, name)
    pump = line.is_pump(one)
    words_of = (
        translate("Lines", "{drug} was disconnected at") if pump else translate("Lines", "{drug} was stopped at")
    )
    title, note = titled(core, visit, name, words_of)
    offers, calculated = _calculated(core, visit, name)

    def instant(text: str) -> datetime | None:
        return read_time(text, core.now(), core.now(), core.zone).when

    def nudge(text: str, step: int) -> str:
        return words.clock_time(nudged(instant(text) or core.now(), step), core.zone)

    def answer(found: Encounter, said: Said) -> None:
        when = instant(said["stopTime"])
        if when is None:
            raise Unread(_time_words(core, said))
        same = calculated is not None and minute_of(calculated) == minute_of(when)
        by_sum = same and said["stopReason"] == _calculated_words()
        source = Source.CALCULATED if by_sum else Source.TYPED
        line.stop_at(core.daybook, found, name, when, said["stopReason"], source)

    asked = (
        Asked("stopTime", translate("Lines", "Time"), hint=translate("Lines", "-5m or 14:02"), nudged=nudge),
        Asked("stopReason", translate("Lines", "Why it is charted later"), hint=_hint()),
    )

    def hear(said: Said) -> str:
        return _time_words(core, said)

    done = translate("Lines", "Disconnected") if pump else translate("Lines", "Stop it then")
    return Asking(Question("stopAtDialog", title, note, asked, done, "close", offers, hear), answer)


def leaving(core: Core, visit: Encounter, name: LineId) -> Asking:
    """The patient has left and the line has no stop: it is asked, filled in with now."""
    made = _stop_at(core, visit, name)
    now = words.clock_time(core.now(), core.zone)
    asked = tuple(replace(one, value=now) if one.key == "stopTime" else one for one in made.question.asked)
    done = translate("Lines", "Stop it, free the chair")
    return Asking(replace(made.question, asked=asked, done=done), made.answer)


def _hint() -> str:
    return translate("Lines", "more than 5 minutes ago needs a reason")


def _calculated_words() -> str:
    return translate("Lines", "calculated from volume and rate")


def _calculated(core: Core, visit: Encounter, name: LineId) -> tuple[tuple[Offer, ...], datetime | None]:
    """The one offer there may be: never made from the planned length, and never ahead of now."""
    when = line.calculated_stop(visit, core.daybook.events(EncounterId(visit.id)), name)
    if when is None or when > core.now():
        return (), None
    at = words.clock_time(when, core.zone)
    word = translate("Lines", "{time}, calculated from volume and rate").format(time=at)
    return (Offer("calculatedStop", word, {"stopTime": at, "stopReason": _calculated_words()}),), when


def _time_words(core: Core, said: Said) -> str:
    """What was read of a typed time, or what is wrong with it."""
    now = core.now()
    read = read_time(said["stopTime"], now, now, core.zone)
    if read.when is not None:
        ago = round((now - read.when).total_seconds() / 60)
        at = words.clock_time(read.when, core.zone)
        return translate("Lines", "{time}, {length} ago").format(time=at, length=words.duration(max(ago, 0)))
    return {
        Problem.EMPTY: translate("Lines", "Type -5m, or a time such as 14:02."),
        Problem.AHEAD: translate("Lines", "That is still to come."),
        Problem.WHICH: translate("Lines", "The clock showed that minute twice: add the zone, as in 01:30 EST."),
        Problem.NEVER: translate("Lines", "The clock never showed that minute."),
    }.get(
        read.problem or Problem.EMPTY, translate("Lines", "Not a time. Type -5m, or 24-hour time such as 14:02.")
    )


def _reason(core: Core, visit: Encounter, name: LineId) -> Asking:
    one = run.line_of(visit, name)
    title, note = titled(core, visit, name, translate("Lines", "Why {drug} was stopped"))
    options = tuple((reason.value, reason_word(reason)) for reason in StopReason)
    asked = (Asked("stopReasonChoice", translate("Lines", "Reason"), one.stop_reason.value, options=options),)

    def answer(found: Encounter, said: Said) -> None:
        run.say_stop_reason(core.daybook, found, name, StopReason(said["stopReasonChoice"]))

    return Asking(Question("stopReasonDialog", title, note, asked, translate("Lines", "Save the reason")), answer)


def _take_back(core: Core, visit: Encounter, name: LineId) -> Asking:
    title, note = titled(core, visit, name, translate("Lines", "Take the stop of {drug} back"))
    hint = translate("Lines", "stopped the wrong line")
    asked = (Asked("takeBackReason", translate("Lines", "Why"), hint=hint),)
    offers = tuple(
        Offer(f"takeBack_{number}", word, {"takeBackReason": word})
        for number, word in enumerate((hint, translate("Lines", "the line was started again")), 1)
    )

    def answer(found: Encounter, said: Said) -> None:
        line.take_stop_back(core.daybook, found, name, said["takeBackReason"])

    done = translate("Lines", "The line runs on")
    return Asking(Question("takeBackDialog", title, note, asked, done, "undo", offers), answer)
