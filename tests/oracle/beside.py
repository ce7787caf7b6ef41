"""The services beside the groups (§7): injections, infusions under the skin, pumps, the port flush."""

from typing import TYPE_CHECKING

from tests.oracle.charted import Given

if TYPE_CHECKING:
    from tests.oracle.reference import Visit


def independent(visit: "Visit") -> None:
    coded = sorted((x for x in visit.given if x.coded), key=lambda x: x.order)
    infused = [x for x in coded if x.route == "sc_infusion" and x.run >= 16]
    for x in coded:
        if x.route in ("im", "sc") or (x.route == "sc_infusion" and x not in infused):
            injection(visit, x)
        elif x.route == "on_body_injector":
            visit.add("96377", x.start)  # R7.4
        elif x.route == "pump":
            pump(visit, x)
    for number, x in enumerate(infused):
        under_the_skin(visit, x, number)
    for x in [x for x in infused if x.setups > 0][:1]:
        visit.add("96371", x.start)  # R7.3
    port_flush(visit, [x for x in coded if x.route == "port_flush"])


def injection(visit: "Visit", x: Given) -> None:
    """R7.1, R7.2."""
    if x.family == "complex":
        visit.add("96402" if x.hormonal else "96401", x.start)
    else:
        visit.add("96372", x.start)


def under_the_skin(visit: "Visit", x: Given, number: int) -> None:
    """R7.3."""
    before = 60 if number else 0
    if number == 0:
        visit.add("96369", x.start)
    else:
        visit.find("second-sc-infusion", x)
    visit.add("96370", x.start, visit.additional(x.run + before))
    if x.ordered is not None:
        visit.ordered(x, visit.additional(x.run + before), visit.additional(x.ordered + before))


def pump(visit: "Visit", x: Given) -> None:
    """R7.6."""
    if x.clinic_pump:
        visit.add("G0498", x.start)
    elif x.family == "complex":
        visit.add("96416", x.start)
    elif visit.office:
        visit.find("not-codable", x)
    else:
        visit.add("C8957", x.start)


def port_flush(visit: "Visit", flushes: list[Given]) -> None:
    """R7.8."""
    others = [x for x in visit.given if x.route != "port_flush"]
    em = visit.raw.get("evaluation_and_management")
    if not flushes:
        return
    if others or em or visit.raw.get("earlier_visit_same_day"):
        visit.find("bundled", *flushes)
    else:
        visit.add("96523", flushes[0].start)
        visit.find("bundled", *flushes[1:])
