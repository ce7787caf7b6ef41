"""Charted minutes to units (R2.2–R2.5, R4.4, R6.3, R7.3): the one place where time becomes money."""

from enum import StrEnum

from nursedesk.coding.rulebook import Parameters, RepeatInfusion, Settings


class Measure(StrEnum):
    """What the minutes of a service are counted as."""

    INFUSION = "infusion"
    """First hour, then additional hours; below it is a push."""
    CONTINUED = "continued"
    """A further dose of a drug already infused: additional hours only (R4.4)."""
    CONCURRENT = "concurrent"
    HYDRATION_FIRST = "hydration_first"
    HYDRATION_BESIDE = "hydration_beside"
    SC = "sc"
    SC_CONTINUED = "sc_continued"
    """A second subcutaneous infusion of the visit (R7.3)."""
    NONE = "none"
    """No units by time."""


def additional(minutes: int, parameters: Parameters, settings: Settings) -> int:
    """Additional-hour units of a service whose first hour has its own code (R2.3)."""
    past = minutes - parameters.hour
    if past < settings.additional_hour_from:
        return 0
    return past // parameters.hour + (past % parameters.hour >= settings.additional_hour_from)


_FIRST_HOUR = frozenset({Measure.INFUSION, Measure.SC, Measure.HYDRATION_FIRST, Measure.CONTINUED})
"""One unit, and the additional hours on top."""
_INFUSION_LONG = frozenset({Measure.INFUSION, Measure.SC, Measure.CONCURRENT})
_HYDRATION_LONG = frozenset({Measure.HYDRATION_FIRST, Measure.HYDRATION_BESIDE})


def units(measure: Measure, minutes: int, parameters: Parameters, settings: Settings) -> int:
    """All time units of a service, first hour included; 0 while it is too short for the first."""
    if minutes < first_minute(measure, parameters, settings):
        return 0
    if measure in _FIRST_HOUR:
        return 1 + additional(minutes, parameters, settings)
    if measure is Measure.HYDRATION_BESIDE:
        return max(1, additional(minutes + parameters.hour, parameters, settings))
    if measure is Measure.SC_CONTINUED:
        return additional(minutes + parameters.hour, parameters, settings)
    return 1 if measure is Measure.CONCURRENT else 0


def first_minute(measure: Measure, parameters: Parameters, settings: Settings) -> int:
    """The first minute that earns anything as this measure."""
    if measure in _INFUSION_LONG:
        return parameters.infusion_from
    if measure in _HYDRATION_LONG:
        return parameters.hydration_from
    if measure is Measure.CONTINUED:
        if settings.repeat_infusion is RepeatInfusion.FROM_16:
            return parameters.infusion_from
        return parameters.repeat_infusion_over + 1
    return settings.additional_hour_from if measure is Measure.SC_CONTINUED else 0


def next_minute(measure: Measure, minutes: int, parameters: Parameters, settings: Settings) -> int:
    """The next minute at which there is one more unit; 0 when there never is."""
    have = units(measure, minutes, parameters, settings)
    if have == 0:
        return first_minute(measure, parameters, settings)
    if measure is Measure.CONCURRENT:
        return 0
    return parameters.hour * have + settings.additional_hour_from
