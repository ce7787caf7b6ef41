"""What an auditor wants charted of each administration (R13), and what of it is missing."""

from collections.abc import Callable, Mapping
from functools import lru_cache

from nursedesk.coding.amounts import divided, measured
from nursedesk.coding.givings import HYDRATION, Given
from nursedesk.record.encounter import Access, Container, Device, LineState, Purpose, Route

Asked = Callable[[Given, Access | None], bool]
"""Whether an item is asked of an administration and is not there."""

_PREPARED, _FLUSH = LineState.PREPARED, Route.PORT_FLUSH
_IV = (Route.IV_INFUSION, Route.IV_PUSH)
_RUNNING = (Route.IV_INFUSION, Route.SC_INFUSION)
_ANSWERED = (Purpose.TREATMENT, Purpose.PROPHYLAXIS, Purpose.DIAGNOSTIC)


def _blank(text: str | None) -> bool:
    return text is None or not text.strip()


def _unstopped(given: Given) -> bool:
    a = given.administration
    if a.route not in _RUNNING:
        return False
    return any([s.stop is None and s.start is not None for s in a.segments])


def _response(given: Given, access: Access | None) -> bool:
    """Asked once it has ended, and of drugs only."""
    a = given.administration
    if a.response is not None and a.response.strip():
        return False
    if a.route is _FLUSH or a.purpose not in _ANSWERED or given.family == HYDRATION:
        return False
    return not _unstopped(given)


def _waste(given: Given, access: Access | None) -> bool:
    return _single_dose(given) and given.administration.opened is None


def _single_dose(given: Given) -> bool:
    container = given.administration.container
    if container is Container.UNKNOWN and given.drug is not None:
        container = given.drug.container
    return container is Container.SINGLE_DOSE


def _opened_less(given: Given) -> bool:
    """Whether single-dose containers opened hold less than was given of them."""
    dose, opened = given.administration.dose, given.administration.opened
    if dose is None or opened is None or given.dose is None or not _single_dose(given):
        return False
    held = measured(opened)
    of_it = None if held is None else divided(given.dose, dose.unit, held, opened.unit)
    return of_it is not None and of_it[0] > of_it[1]


_ANTINEOPLASTIC = "J9"
"""The section of HCPCS codes in which most drugs are antineoplastic, and some are not."""
ALWAYS = FAMILY, OPENED = "family", "opened"
"""Asked whatever the site's policy says: what a drug is, where nothing tells (R1.2); all that was opened, where it
is less than what was given (R11.3)."""


def _family_asked(given: Given) -> bool:
    """Whether a code of that section is charted of a drug no table knows, and nobody said what it is."""
    a = given.administration
    if a.family is not None or not a.hcpcs:
        return False
    return a.hcpcs.strip().upper().startswith(_ANTINEOPLASTIC)


ITEMS: Mapping[str, Asked] = {
    "order": lambda given, access: given.administration.order_on_file is not True,
    "dose": lambda given, access: given.dose is None and given.administration.route is not Route.PORT_FLUSH,
    "access": lambda given, access: (
        given.administration.route in _IV and (access is None or access.device is Device.UNKNOWN)
    ),
    "site": lambda given, access: given.administration.route in _IV and (access is None or _blank(access.site)),
    "volume": lambda given, access: given.administration.route in _RUNNING and given.administration.volume is None,
    "rate": lambda given, access: given.administration.route in _RUNNING and given.administration.rate is None,
    "stop": lambda given, access: _unstopped(given),
    "waste": _waste,
    "response": _response,
    "lot": lambda given, access: _blank(given.administration.lot),
    "ndc": lambda given, access: _blank(given.administration.ndc),
    "nurse": lambda given, access: _blank(given.administration.started_by),
}
"""What a site's charting policy can ask for, in the order it is named."""


@lru_cache(maxsize=64)
def asked_for(wanted: tuple[str, ...]) -> tuple[tuple[str, Asked], ...]:
    """Each wanted item with what finds it missing."""
    return tuple((item, ITEMS[item]) for item in wanted)


def missing(given: Given, access: Access | None, asked: tuple[tuple[str, Asked], ...]) -> str:
    """What is wanted and not charted of one administration, joined by "+"; "" when nothing is."""
    if given.administration.state is _PREPARED:
        return ""
    items = []
    for item, lacks in asked:
        if lacks(given, access):
            items.append(item)  # a comprehension would be one more call, for every drug of every visit
    if given.drug is None and _family_asked(given):
        items.insert(0, FAMILY)
    if given.administration.opened is not None and _opened_less(given):
        items.append(OPENED)
    return "+".join(items)
