"""A vein fails and its line goes on through another: one initial, unless a reason for both is charted."""

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.coding.engine import code
from nursedesk.coding.ticket import Role
from nursedesk.record.encounter import Access, Device
from nursedesk.record.events import AccessChanged, AccessId, AccessPlaced, LineId
from nursedesk.record.fold import fold

from tests.record.visit import Visit


def moved(reason: str | None) -> Visit:
    """Infliximab on A from 09:00, through B from 10:00 on; iron sucrose on B after it."""
    visit = Visit().open()
    visit.say(AccessPlaced(Access("A", Device.PERIPHERAL, "22 g, left hand")), "08:52")
    visit.hang("L1", "infliximab")
    visit.say(AccessChanged(LineId("L1"), AccessId("A")), "08:56")
    visit.start("L1", "09:00")
    visit.pause("L1", "09:55")
    visit.say(AccessPlaced(Access("B", Device.PERIPHERAL, "22 g, right hand", reason)), "09:58")
    visit.say(AccessChanged(LineId("L1"), AccessId("B")), "09:59")
    visit.resume("L1", "10:00")
    visit.stop("L1", "11:05", segment=2)
    visit.hang("L2", "iron sucrose", when="11:06")
    visit.say(AccessChanged(LineId("L2"), AccessId("A" if reason else "B")), "11:07")
    visit.start("L2", "11:08")
    visit.stop("L2", "11:40")
    return visit


@pytest.mark.parametrize(("reason", "initials"), [(None, 1), ("incompatible drugs", 2)])
def test_initials_after_a_moved_vein(reason: str | None, initials: int) -> None:
    visit = fold(moved(reason).events)
    assert [one.access for one in visit.administrations] == ["B", "A" if reason else "B"]
    roles = [placement.role for placement in code(visit, load_rulebook("cpt")).placements]
    assert roles.count(Role.INITIAL) == initials
    assert (Role.SEQUENTIAL in roles) == (initials == 1)


def test_the_minutes_before_and_after_the_move_are_one_infusion() -> None:
    visit = fold(moved(None).events)
    ticket = code(visit, load_rulebook("cpt"))
    (initial,) = [one for one in ticket.placements if one.role is Role.INITIAL]
    assert initial.own == 120
