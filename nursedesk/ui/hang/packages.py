"""What a scanned package puts into the fields, and several drugs in one bag or syringe."""

import re
from collections.abc import Callable
from dataclasses import replace

from nursedesk.catalog.charted import generic_name
from nursedesk.catalog.scans import Candidate, Label
from nursedesk.record.encounter import Amount
from nursedesk.ui import words
from nursedesk.ui.hang.form import Now, Typed, TypedDrug
from nursedesk.ui.hang.ndc import dashed
from nursedesk.ui.hang.reading import bag_of, cleared, into
from nursedesk.ui.hang.scan_words import content

_COUNTED = re.compile(r"(\d{1,3}) x (.+)", re.ASCII)


def labelled(typed: Typed, label: Label) -> Typed:
    """With what the label says of number, lot and expiry."""
    return replace(
        typed,
        ndc=dashed(label.ndc),
        lot=label.lot,
        expiry=words.day(label.expiry) if label.expiry else "",
    )


def scanned(before: Typed, fresh: Typed, label: Label, candidate: Candidate, now: Now) -> Typed:
    """The fields after a scan: one more container of the drug that stands there, else another drug."""
    each = content(candidate)
    if before.each == each and before.drug == fresh.drug and before.hcpcs == candidate.hcpcs:
        return _one_more(before, label, each)
    same = generic_name(before.drug).lower() == generic_name(fresh.drug).lower()
    # Of the drug that stands there already only the label is news: a dose that was typed stays.
    typed = replace(before, drug=fresh.drug) if same else into(before, fresh)
    day = now.at.astimezone(now.zone).date()
    bag = "" if before.others else bag_of(candidate.drug, each, day)
    typed = replace(typed, hcpcs=candidate.hcpcs, each=each, opened="", volume=bag or typed.volume)
    if bag and not typed.dose:
        typed = replace(typed, dose=bag, unit="mL")
    return labelled(typed, label)


def _one_more(before: Typed, label: Label, each: Amount) -> Typed:
    counted = _COUNTED.fullmatch(before.opened)
    count = int(counted[1]) + 1 if counted else 2
    lots = [lot for lot in before.lot.split(" + ") if lot]
    if label.lot and label.lot not in lots:
        lots.append(label.lot)
    return replace(before, opened=f"{count} x {each.amount:f}", lot=" + ".join(lots))


def another_drug(typed: Typed) -> Typed:
    """The drug in the fields joins the others of its bag; the fields are free for the next."""
    one = typed.one()
    others = (*typed.others, one) if one.drug.strip() else typed.others
    return replace(cleared(typed), others=others)


def without(typed: Typed, place: int) -> Typed:
    """The bag without one of its other drugs."""
    return replace(typed, others=(*typed.others[:place], *typed.others[place + 1 :]))


def bag_words(typed: Typed, display: Callable[[str], str]) -> tuple[str, ...]:
    """The other drugs of the bag: `ondansetron 8 mg`."""
    return tuple(_words(one, display) for one in typed.others)


def _words(one: TypedDrug, display: Callable[[str], str]) -> str:
    dose = f" {one.dose}{words.NBSP}{words.unit(one.unit)}" if one.dose else ""
    return f"{display(one.drug)}{dose}"
