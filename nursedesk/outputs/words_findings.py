"""What the coder found, in plain English: facts about record and charge, one line for every finding code."""

from collections.abc import Mapping

from nursedesk.coding.keys import FindingCode
from nursedesk.coding.ticket import Finding
from nursedesk.outputs.words_why import spoken

SENTENCES: Mapping[str, str] = {
    FindingCode.NOT_CODABLE: "{drug}: not charged; {missing}",
    FindingCode.STOP_BEFORE_START: "{drug}: the stop is before the start; not charged until corrected",
    FindingCode.SAME_DRUG_SELF_OVERLAP: "{drug}: two infusions of it run at once for {minutes} min",
    FindingCode.OVER_24_HOURS: "{drug}: {minutes} running minutes, more than a day",
    FindingCode.HOLD_MISSING_STOP: "{drug}: stop not recorded; not charged until it is",
    FindingCode.ADD_ON_WITHOUT_PRIMARY: "{code} needs one of {primaries} on the same ticket",
    FindingCode.MODIFIER_25_MISPLACED: "{code} is no visit code: modifier {modifier} has no place on it",
    FindingCode.INPATIENT_CPT: "{code} has no place on an inpatient stay",
    FindingCode.UNDER_16_MINUTES: "{drug}: infusion of {minutes} min, under {from}; charged as a push",
    FindingCode.HYDRATION_OVERLAPS_DRUG: "{drug}: {minutes} min ran beside {with} and do not count as hydration",
    FindingCode.HYDRATION_UNDER_31_MINUTES: "hydration of {minutes} min, under {from}; not charged",
    FindingCode.SAME_DRUG_SHORT_DOSE: "{drug} again for {minutes} min, not more than {over}; no further charge",
    FindingCode.CONCURRENT_UNREPORTED: "{drug}: {minutes} min beside another drug; one such infusion is charged",
    FindingCode.CONCURRENT_CHEMOTHERAPY: "{drug}: {shared} of {own} min shared with {with}; {net} alone: no code",
    FindingCode.SAME_DRUG_PUSH_UNCODED: "{drug} pushed again; not charged: {reason}",
    FindingCode.SECOND_SC_INFUSION: "{drug}: {minutes} min under the skin continue the first such infusion",
    FindingCode.MISSING_STOP: "{drug}: stop not recorded; {minutes} min are closed and count",
    FindingCode.CALCULATED_STOP: "{drug}: the stop was calculated from volume and rate",
    FindingCode.TIE_BREAK_CHANGES_TICKET: (
        "initial by {tie_break} is {drug}; were it {other}: {then} instead of {now}"
    ),
    FindingCode.LONGER_THAN_ORDERED: "{drug}: ran {minutes} min, ordered {ordered}; the reason belongs on record",
    FindingCode.MODIFIER_CONFLICT: "{code}: {reason}",
    FindingCode.MUE_EXCEEDED: "{code}: {units} units in a day, more than the {limit} payers expect",
    FindingCode.NCCI_PAIR: "{beside} beside {code} on one day: {reason}",
    FindingCode.NO_ORDER: "{drug}: order not recorded",
    FindingCode.NO_DOSE: "{drug}: dose not recorded; no drug line",
    FindingCode.NO_HCPCS: "{drug}: no drug line; {reason}",
    FindingCode.CODE_ENDED: "{drug}: {code} ended on {ended}{successor}",
    FindingCode.WASTE_MISSING: "{drug}: opened amount not recorded, so neither JW nor JZ on {code}",
    FindingCode.WASTE_UNWITNESSED: "{drug}: what was discarded of {code} has no witness",
    FindingCode.UNSPECIFIED_DIAGNOSIS: "diagnosis {code} is unspecified; a more exact one may be on record",
    FindingCode.INVALID_DIAGNOSIS: "diagnosis {code}: {reason}",
    FindingCode.NO_DIAGNOSIS: "no diagnosis is recorded",
    FindingCode.ACCESS_NOT_CHARTED: "{drug}: {reason}",
    FindingCode.CHARTING_INCOMPLETE: "{drug}: {missing} not recorded",
    FindingCode.CLOCK_SUSPECT: "times from a clock that may have been wrong: {times}",
    FindingCode.LATE_ENTRY: "times charted late or corrected: {times}",
    FindingCode.ADD_ON_BOUNDARY: "{minutes} min, close to {boundary}, where the units change",
    FindingCode.DIFFERS_FROM_CPT: "{code}: {units} by this profile, {cpt_units} by the coding rules (cpt)",
    FindingCode.FAMILY_PAYER_VARIABLE: "{drug}: payers differ; here it is {family}",
    FindingCode.BUNDLED: "{drug}: recorded, not charged separately; {reason}",
    FindingCode.CROSSES_MIDNIGHT: "{drug}: ran over midnight; dated to its start",
    FindingCode.SECOND_INITIAL: "{code}: a second initial service, because access {access} is separate ({reason})",
}

MISSING = {
    "segment": "no time is recorded",
    "start": "the start is not recorded",
    "real-time": "a time is one no clock showed",
    "order": "there is no order",
    "facility": "this pump is charged in a facility only",
    "visit-code": "it is no visit code (E/M)",
}
CHARTED = {
    "family": "what kind of drug it is (therapeutic, chemotherapy …)",
    "order": "order",
    "dose": "dose",
    "access": "access",
    "site": "site of the access",
    "volume": "diluent and volume",
    "rate": "rate",
    "stop": "stop",
    "waste": "opened amount",
    "response": "response",
    "opened": "all that was opened (it is less than the dose)",
    "lot": "lot",
    "ndc": "NDC",
    "nurse": "who gave it",
}
REASONS: Mapping[str, Mapping[str, str]] = {
    FindingCode.SAME_DRUG_PUSH_UNCODED: {
        "office": "an office has no code for a repeat",
        "complex": "a complex drug has no code for a repeat",
        "too-soon": "too soon after it last ended",
    },
    FindingCode.NO_HCPCS: {
        "unknown": "no drug code is known",
        "unit": "the code's unit is not known or does not fit the dose",
        "many": "several codes fit; the NDC or the container decides",
        "not-yet": "its code is not in force on that day",
    },
    FindingCode.ACCESS_NOT_CHARTED: {
        "none": "access not recorded",
        "device": "kind of access not recorded",
        "no-vein": "its access ends in no vein",
    },
    FindingCode.MODIFIER_CONFLICT: {
        "beside-administration": "never charged beside an administration",
        "shape": "{modifier} is not written as a modifier is; left off",
        "no-reason": "modifier {modifier} left off: no reason is recorded for it",
        "counted": "modifier {modifier} left off: it is worked out from what was opened and given",
        "setting": "modifier {modifier} left off: it is not reported in this setting",
        "unlisted": "modifier {modifier} is on the line as charted, but no rule is known for it",
        "place": "modifier {modifier} left off: it has no place on such a line",
        "extra-hours": "modifier {modifier} left off: it is not for additional hours",
        "not-stopped": "modifier {modifier} left off: nothing recorded says it was stopped early",
        "together": "modifier {modifier} left off: another of its kind is on the line",
        "no-line": "modifier {modifier} left off: there is no line it could stand on",
    },
    FindingCode.NCCI_PAIR: {
        "never": "the two are never paid together",
        "apart": "only where they are apart, with a modifier that says so",
        "visit": "only where the visit is separately identifiable and marked so (modifier 25)",
    },
    FindingCode.INVALID_DIAGNOSIS: {
        "shape": "not written as a diagnosis code is",
        "unknown": "not in that year's list",
        "heading": "a heading, too short to be billed",
        "not-yet": "in force only from {day}",
        "ended": "ended on {day}{successor}",
    },
    FindingCode.BUNDLED: {
        "carrier": "it carried another drug",
        "flush": "a flush",
        "keep-open": "it kept the line open",
        "oral": "given by mouth",
        "hydration-push": "fluid given as a push",
        "integral": "part of another procedure",
        "port-flush": "a port flush beside other services",
    },
}


def finding_text(finding: Finding) -> str:
    """`cefTRIAXone: order not recorded`: one line, without the rule's number."""
    params = dict(spoken(finding.params))
    reasons = REASONS.get(finding.code)
    if reasons is not None:
        if finding.code == FindingCode.INVALID_DIAGNOSIS and params["successor"]:
            params["successor"] = f"; now {params['successor']}"
        params["reason"] = reasons[str(params["reason"])].format_map(params)
    elif finding.code == FindingCode.CHARTING_INCOMPLETE:
        params["missing"] = ", ".join(CHARTED[item] for item in str(params["missing"]).split("+"))
    elif finding.code == FindingCode.TIE_BREAK_CHANGES_TICKET:
        params |= {name: params[name] or "none" for name in ("now", "then")}
    elif finding.code == FindingCode.NOT_CODABLE:
        params["missing"] = " and ".join(MISSING[part] for part in str(params["missing"]).split("+"))
    elif finding.code == FindingCode.CODE_ENDED:
        params["successor"] = _successor(params)
    elif finding.code == FindingCode.DIFFERS_FROM_CPT:
        for name in ("units", "cpt_units"):
            params[name] = f"× {params[name]}" if params[name] else "none"
    return SENTENCES[finding.code].format_map(params)


def _successor(params: Mapping[str, str | int]) -> str:
    if not params["successor"]:
        return ""
    unit = f", per {params['unit']}" if params["unit"] else ""
    return f"; now {params['successor']}{unit}"
