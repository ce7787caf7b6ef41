"""The suite's favourites: what is offered first, kept among its settings."""

from dataclasses import replace

from nursedesk.app.core import Core
from nursedesk.catalog.favourites import Favourite, as_text, favourites_of
from nursedesk.desk.refusal import Refused
from nursedesk.desk.set_up import change_facts
from nursedesk.ui.hang.form import Choice


def kept(core: Core) -> tuple[Choice, ...]:
    """The favourites in their order."""
    return tuple(choice(one) for one in favourites_of(core.daybook.suite.facts.favourites))


def keep(core: Core, choices: tuple[Choice, ...]) -> bool:
    """Record another list; a refusal is said."""
    texts = as_text(favourite(one) for one in choices)
    try:
        change_facts(core.daybook, replace(core.daybook.suite.facts, favourites=texts))
    except Refused as refused:
        core.say(core.refusal(refused))
        return False
    return True


def choice(one: Favourite) -> Choice:
    """A favourite as a line of the dialog's list."""
    return Choice(
        drug=one.drug,
        dose=one.dose,
        purpose=one.purpose,
        route=one.route,
        diluent=one.diluent,
        volume=one.volume,
        rate=one.rate,
        then=one.then,
        every=one.every,
        minutes=one.minutes,
        clinic_pump=one.clinic_pump,
    )


def favourite(one: Choice) -> Favourite:
    """A line of the dialog's list as a favourite: without what was only of one visit."""
    return Favourite(
        drug=one.drug,
        route=one.route,
        purpose=one.purpose,
        dose=one.dose,
        diluent=one.diluent,
        volume=one.volume,
        rate=one.rate,
        minutes=one.minutes,
        clinic_pump=one.clinic_pump,
        then=one.then,
        every=one.every,
    )
