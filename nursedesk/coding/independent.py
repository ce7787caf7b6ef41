"""Services beside the hierarchy (R7): injections, SC infusions, injectors, pumps, port flush."""

from collections.abc import Iterable

from nursedesk.coding.durations import Measure, next_minute, units
from nursedesk.coding.givings import COMPLEX, State
from nursedesk.coding.keys import FindingCode, WhyKey
from nursedesk.coding.services import Service, Visit
from nursedesk.coding.sheet import Charge, Outcome, Params, Sheet, about, code_of, found, joined
from nursedesk.coding.ticket import Role, Why
from nursedesk.record.encounter import Route


def place(visit: Visit) -> Sheet:
    """Every service outside the groups, by route."""
    by_route: dict[Route, list[Service]] = {}
    for service in visit.independent:
        by_route.setdefault(service.route, []).append(service)
    long_sc = [s for s in by_route.get(Route.SC_INFUSION, ()) if s.own >= visit.parameters.infusion_from]
    sheets = [_sc_infusions(long_sc, visit)]
    for service in visit.independent:
        if service.route in (Route.IM, Route.SC) or (
            service.route is Route.SC_INFUSION and service not in long_sc
        ):
            sheets.append(_injection(service, visit))
        elif service.route is Route.ON_BODY_INJECTOR:
            why = Why("R7.4", WhyKey.ON_BODY)
            sheets.append(_single(service, "other", "on_body_injector", Role.OTHER, (why,), visit))
        elif service.route is Route.PUMP:
            sheets.append(_pump(service, visit))
    sheets.extend(_refused(s, visit) for s in visit.refused)
    sheets.append(_port_flushes(by_route.get(Route.PORT_FLUSH, ()), visit))
    return joined(sheets)


def _single(
    service: Service, family: str, role: str, became: Role, reasons: tuple[Why, ...], visit: Visit
) -> Sheet:
    code = code_of(visit, family, role)
    minutes = service.own or None
    charge = Charge(code, 1, service.start, minutes, service.ids, (*reasons, *about(service, visit)))
    outcome = Outcome(service, became, codes=(code.code,), counted=service.own)
    return Sheet([charge], [outcome], [])


def _injection(service: Service, visit: Visit) -> Sheet:
    """IM or SC, and an SC infusion too short to be one (R7.1–R7.3)."""
    role, why = "therapeutic", Why("R7.1", WhyKey.INJECTION)
    if service.hormonal:
        role, why = "hormonal", Why("R7.2", WhyKey.INJECTION_HORMONAL)
    elif service.family == COMPLEX:
        role, why = "complex", Why("R7.2", WhyKey.INJECTION_COMPLEX)
    reasons: tuple[Why, ...] = (why,)
    if service.route is Route.SC_INFUSION:
        if service.open:
            reasons = (Why("R9.1", WhyKey.SC_NO_STOP, {"minutes": service.own}), why)
        else:
            params: Params = {"minutes": service.own, "under": visit.parameters.infusion_from}
            reasons = (Why("R7.3", WhyKey.SC_SHORT, params), why)
    return _single(service, "injection", role, Role.INJECTION, reasons, visit)


def _sc_infusions(infusions: list[Service], visit: Visit) -> Sheet:
    """The first has a first hour, any other continues it; one set-up code for a further site (R7.3)."""
    sheets = [_first_sc(s, visit) if n == 0 else _further_sc(s, visit) for n, s in enumerate(infusions)]
    for service in infusions:
        if any(g.administration.additional_pump_setups > 0 for g in service.parts):
            why = (Why("R7.3", WhyKey.SC_SETUP),)
            charge = Charge(code_of(visit, "sc", "setup"), 1, service.start, None, service.ids, why)
            sheets.append(Sheet([charge], [], []))
            break
    return joined(sheets)


def _first_sc(service: Service, visit: Visit) -> Sheet:
    hours = units(Measure.SC, service.own, visit.parameters, visit.settings) - 1
    params: Params = {
        "minutes": service.own,
        "next": next_minute(Measure.SC, service.own, visit.parameters, visit.settings),
    }
    why = (Why("R7.3", WhyKey.SC_FIRST, params), *about(service, visit))
    timed = Measure.NONE if hours else Measure.SC
    first, additional = code_of(visit, "sc", Role.INITIAL), code_of(visit, "sc", "additional")
    charges = [Charge(first, 1, service.start, service.own, service.ids, why, (), timed)]
    if hours:
        more = (Why("R2.3", WhyKey.ADDITIONAL_HOURS, {**params, "units": hours}),)
        charges.append(Charge(additional, hours, service.start, service.own, service.ids, more, (), Measure.SC))
    codes = tuple(c.code.code for c in charges)
    return Sheet(charges, [Outcome(service, Role.SC_INFUSION, Measure.SC, codes, service.own)], [])


def _further_sc(service: Service, visit: Visit) -> Sheet:
    hours = units(Measure.SC_CONTINUED, service.own, visit.parameters, visit.settings)
    code = code_of(visit, "sc", "additional")
    lines = (code.code,) if hours else ()
    params: Params = {"drug": service.display, "minutes": service.own}
    finding = found(visit.rulebook, FindingCode.SECOND_SC_INFUSION, "R7.3", service.ids, lines, params)
    if not hours:
        return Sheet([], [Outcome(service, Role.UNCODED)], [finding])
    following = next_minute(Measure.SC_CONTINUED, service.own, visit.parameters, visit.settings)
    why = Why("R7.3", WhyKey.SC_CONTINUED, {"minutes": service.own, "units": hours, "next": following})
    reasons = (why, *about(service, visit))
    charge = Charge(code, hours, service.start, service.own, service.ids, reasons, (), Measure.SC_CONTINUED)
    outcome = Outcome(service, Role.SC_INFUSION, Measure.SC_CONTINUED, lines, service.own)
    return Sheet([charge], [outcome], [finding])


def _pump(service: Service, visit: Visit) -> Sheet:
    """An ambulatory pump is started (R7.6)."""
    if any(g.administration.clinic_supplied_pump for g in service.parts):
        return _single(service, "other", "pump_clinic", Role.OTHER, (Why("R7.6", WhyKey.PUMP_CLINIC),), visit)
    if service.family == COMPLEX:
        return _single(service, "other", "pump_complex", Role.OTHER, (Why("R7.6", WhyKey.PUMP_COMPLEX),), visit)
    return _single(service, "other", "pump_other", Role.OTHER, (Why("R7.6", WhyKey.PUMP_OTHER),), visit)


def _refused(service: Service, visit: Visit) -> Sheet:
    params: Params = {"drug": service.display, "missing": "facility"}
    finding = found(visit.rulebook, FindingCode.NOT_CODABLE, "R7.6", service.ids, (), params)
    return Sheet([], [Outcome(service, Role.UNCODED)], [finding])


def _port_flushes(flushes: Iterable[Service], visit: Visit) -> Sheet:
    """One code an encounter, and only for a visit with nothing else (R7.8)."""
    alone = not (
        visit.encounter.evaluation_and_management
        or visit.encounter.earlier_visit_same_day
        or any(
            g.state is not State.EXCLUDED and g.administration.route is not Route.PORT_FLUSH for g in visit.givens
        )
    )
    sheets = []
    for n, service in enumerate(flushes):
        if alone and n == 0:
            why = (Why("R7.8", WhyKey.PORT_FLUSH),)
            sheets.append(_single(service, "other", "port_flush", Role.OTHER, why, visit))
        else:
            params: Params = {"drug": service.display, "reason": "port-flush"}
            finding = found(visit.rulebook, FindingCode.BUNDLED, "R7.8", service.ids, (), params)
            sheets.append(Sheet([], [Outcome(service, Role.UNCODED)], [finding]))
    return joined(sheets)
