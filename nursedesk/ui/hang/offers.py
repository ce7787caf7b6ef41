"""What the left list offers: the last visit, the favourites, what was found; and a line of it from the fields."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from nursedesk.catalog.scans import Candidate, Label
from nursedesk.coding.rulebook import Drug
from nursedesk.record.encounter import Amount, Route
from nursedesk.ui import words
from nursedesk.ui.hang import quantities as read
from nursedesk.ui.hang.choice_list import Entry, entry
from nursedesk.ui.hang.form import Choice, HangContext, Typed
from nursedesk.ui.hang.ndc import same_ndc
from nursedesk.ui.hang.quantities import Quantity
from nursedesk.ui.hang.reading import PUSHES
from nursedesk.ui.hang.search import find, named

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Offers:
    """The lines of one dialog: those that are hung, or those that are pushed."""

    context: HangContext
    push: bool

    def known(self) -> tuple[Choice, ...]:
        """The last visit's lines of this kind: only those may be preselected, a favourite must be pressed."""
        return tuple(one for one in self.context.last_visit if self._fits(one))

    def liked(self) -> tuple[Choice, ...]:
        """The favourites of this kind."""
        return tuple(one for one in self.context.favourites if self._fits(one))

    def _fits(self, one: Choice) -> bool:
        return (one.route in PUSHES) == self.push

    def at_first(self) -> list[Entry]:
        """Last visit and favourites, each under its heading."""
        entries = [Entry(self._last_visit_title())] if self.known() else []
        start = self._start_word()
        entries += [entry(one, self._in_words(one), start=start) for one in self.known()]
        entries += [Entry(translate("HangDialog", "Favourites"))] if self.liked() else []
        entries += [entry(one, self.display(one.drug), favourite=True, start=start) for one in self.liked()]
        return entries

    def _start_word(self) -> str:
        return translate("HangDialog", "Give") if self.push else translate("HangDialog", "Start")

    def _last_visit_title(self) -> str:
        on = self.context.last_visit_on
        titled = translate("HangDialog", "Last visit, {day}")
        return titled.format(day=words.day(on)) if on else translate("HangDialog", "Last visit")

    def _in_words(self, one: Choice) -> str:
        """A drug as it is written, with the others of its bag."""
        if not one.others:
            return self.display(one.drug)
        return " + ".join(self.display(drug.drug) for drug in (*one.others, one))

    def found(self, text: str) -> list[Entry]:
        """Drugs for the typed text, and the text itself when it can stand as a name."""
        hits = [self.as_usual(drug) for drug in find(text, self.context.drugs)]
        title = translate("HangDialog", "Found") if hits else translate("HangDialog", "Not in the drug table")
        entries = [Entry(title), *(entry(one, self.display(one.drug)) for one in hits)]
        if named(text, self.context.drugs) is None and may_be_a_name(text):
            as_typed = Choice(" ".join(text.split()), route=self.route())
            said = translate("HangDialog", "as typed, without a drug code")
            entries.append(Entry(as_typed.drug, as_typed, said))
        return entries

    def route(self) -> Route:
        """What a drug is given by when nothing else is known."""
        return PUSHES[0] if self.push else Choice("").route

    def display(self, name: str) -> str:
        """A drug as it is written."""
        drug = named(name, self.context.drugs)
        return drug.display if drug else name

    def title(self, typed: Typed, chosen: Choice | None) -> tuple[str, tuple[str, ...], bool]:
        """What stands over the fields: the drug, what is known of its order, else whether that is asked."""
        of_it = chosen if chosen and chosen.drug == typed.drug else None
        signed = (of_it.order_signed if of_it else None) or self.context.order_signed
        tags = order_tags(of_it, signed) if signed is not None and typed.drug else ()
        display = self.display(typed.drug) or translate("HangDialog", "Choose a drug")
        return display, tags, signed is None and bool(typed.drug)

    def toggled(self, typed: Typed) -> tuple[Choice, ...] | None:
        """The favourites with what stands in the fields, or without it; None while no drug stands there."""
        choice, liked = choice_of(typed), self.context.favourites
        place = place_among(choice, liked)
        if choice is None:
            return None
        return (*liked[:place], *liked[place + 1 :]) if place >= 0 else (*liked, choice)

    def as_usual(self, drug: Drug) -> Choice:
        """A drug found by its name, as it was given last or as a favourite, else bare."""
        every = (*self.known(), *self.liked())
        like = (one for one in every if one.drug.lower() == drug.name.lower())
        return next(like, Choice(drug.name, route=self.route()))

    def of_scan(self, label: Label, candidate: Candidate) -> Choice:
        """A scanned package as it was given last: the same package first, then the same drug, then bare."""
        same = (one for one in (*self.known(), *self.liked()) if same_ndc(one.ndc, label.ndc))
        return next(same, self.as_usual(candidate.drug))


def order_tags(chosen: Choice | None, signed: date) -> tuple[str, ...]:
    """What is known of the order: the day it was signed, and the dose."""
    day = f"{signed.day:02d}-{words.month(signed.month)}"
    tags = (translate("HangDialog", "order signed {day}").format(day=day),)
    if chosen is None or not chosen.dose:
        return tags
    return (*tags, translate("HangDialog", "ordered {dose}").format(dose=words.dose(chosen.dose)))


def choice_of(typed: Typed) -> Choice | None:
    """What stands in the fields as a line of the list; None while no drug does."""
    if not typed.drug.strip():
        return None
    dose, volume, rates = read.dose(typed.dose), read.volume(typed.volume), read.rate(typed.rate)
    every = read.step_minutes(typed.every)
    speeds = rates if isinstance(rates, tuple) else ()
    return Choice(
        drug=" ".join(typed.drug.split()),
        dose=Amount(dose.amount, typed.unit) if isinstance(dose, Quantity) else None,
        purpose=typed.purpose,
        route=typed.route,
        diluent=typed.diluent or None,
        volume=volume if isinstance(volume, Decimal) else None,
        rate=speeds[0] if speeds else None,
        then=speeds[1:],
        every=every if isinstance(every, int) and len(speeds) > 1 else None,
        minutes=typed.minutes,
        clinic_pump=typed.clinic_pump and typed.route is Route.PUMP,
    )


def place_among(choice: Choice | None, liked: Sequence[Choice]) -> int:
    """Where a line stands among the favourites, -1 when it is none: the same drug, dose, route and purpose."""
    if choice is None:
        return -1
    wanted = (choice.drug.lower(), choice.dose, choice.route, choice.purpose)
    keys = [(one.drug.lower(), one.dose, one.route, one.purpose) for one in liked]
    return keys.index(wanted) if wanted in keys else -1


def may_be_a_name(text: str) -> bool:
    """Whether typed text can stand as a drug's name: a misread barcode must not."""
    text = text.strip()
    letters = sum(c.isalpha() for c in text)
    return 2 < len(text) <= 80 and text.isprintable() and letters * 2 > len(text)
