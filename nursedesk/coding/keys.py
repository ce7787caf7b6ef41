"""Every key a `Why` can carry and every finding code the coder can give, with the parameters of each.

`outputs` renders each key into a sentence and a test holds that none is missing. Minutes and units are `int`;
everything else is `str`. Drug names are as the table displays them (several joined by ", ").
"""

from enum import StrEnum


class WhyKey(StrEnum):
    # --- which service is the initial one (on the line of the initial code)
    INITIAL_ONLY = "initial-only"
    INITIAL_HIGHEST = "initial-highest"
    INITIAL_EARLIEST = "initial-earliest"
    INITIAL_LONGEST = "initial-longest"
    INITIAL_PRIMARY = "initial-primary"
    # --- infusions
    FIRST_HOUR = "first-hour"
    ADDITIONAL_HOURS = "additional-hours"
    SEQUENTIAL = "sequential"
    SEQUENTIAL_NET = "sequential-net"
    CONCURRENT_SHARE = "concurrent-share"
    CONCURRENT_NET = "concurrent-net"
    CONCURRENT_HYDRATION = "concurrent-hydration"
    OVERLAP_CHOICE = "overlap-choice"
    CONTINUED = "continued"
    BESIDE_COMPLEX = "beside-complex"
    REDUCED = "reduced"
    ONE_BAG = "one-bag"
    PAYER_FAMILY = "payer-family"
    # --- pushes
    PUSH_DOCUMENTED = "push-documented"
    PUSH_SHORT_INFUSION = "push-short-infusion"
    PUSH_NO_STOP = "push-no-stop"
    PUSH_NEW = "push-new"
    PUSH_REPEAT = "push-repeat"
    # --- hydration
    HYDRATION_LEFT = "hydration-left"
    HYDRATION_STRETCH = "hydration-stretch"
    HYDRATION_FIRST = "hydration-first"
    HYDRATION_BESIDE = "hydration-beside"
    # --- independent services
    INJECTION = "injection"
    INJECTION_COMPLEX = "injection-complex"
    INJECTION_HORMONAL = "injection-hormonal"
    SC_SHORT = "sc-short"
    SC_NO_STOP = "sc-no-stop"
    SC_FIRST = "sc-first"
    SC_CONTINUED = "sc-continued"
    SC_SETUP = "sc-setup"
    ON_BODY = "on-body"
    PUMP_CLINIC = "pump-clinic"
    PUMP_COMPLEX = "pump-complex"
    PUMP_OTHER = "pump-other"
    PORT_FLUSH = "port-flush"
    # --- modifiers and dates
    VISIT_MODIFIER = "visit-modifier"
    SITE_MODIFIER = "site-modifier"
    DATED_TO_START = "dated-to-start"
    EM_CHARTED = "em-charted"
    EM_SEPARATE = "em-separate"
    EM_OFFERED = "em-offered"
    MODIFIER_ADDED = "modifier-added"
    # --- drugs
    DRUG_UNITS = "drug-units"
    DRUG_UNITS_UP = "drug-units-up"
    """The same where the doses are no whole number of units."""
    WASTE_UNITS = "waste-units"
    NO_WASTE = "no-waste"
    MULTI_DOSE = "multi-dose"
    PACKAGED = "packaged"
    # --- inpatient
    PCS_CLASS = "pcs-class"
    PCS_FAMILY = "pcs-family"
    PCS_TIP = "pcs-tip"


TIERS = ("complex-infusion", "complex-push", "therapeutic-infusion", "therapeutic-push", "hydration")
"""The values of the parameter `tier`, highest first (R3.2)."""

WHY_PARAMS: dict[WhyKey, tuple[str, ...]] = {
    # tier: one of TIERS. Only candidate / only one of the highest tier / earliest or longest of several / chosen.
    WhyKey.INITIAL_ONLY: ("tier",),
    WhyKey.INITIAL_HIGHEST: ("tier",),
    WhyKey.INITIAL_EARLIEST: ("tier",),
    WhyKey.INITIAL_LONGEST: ("tier",),
    WhyKey.INITIAL_PRIMARY: ("tier",),
    # next: the minute at which the next additional-hour unit comes.
    WhyKey.FIRST_HOUR: ("minutes", "next"),  # 75 min: first hour; next unit at 91
    WhyKey.ADDITIONAL_HOURS: ("minutes", "units", "next"),  # 135 min = first hour + 1; next at 151
    WhyKey.SEQUENTIAL: ("minutes",),  # another drug, not overlapping
    WhyKey.SEQUENTIAL_NET: ("own", "shared", "net", "with"),  # 40 of its own after 20 of 60 shared with X
    WhyKey.CONCURRENT_SHARE: ("own", "shared", "with"),  # 50 of 50 min shared with X
    WhyKey.CONCURRENT_NET: ("own", "shared", "net", "with", "under"),  # only 15 of its own (under 16)
    WhyKey.CONCURRENT_HYDRATION: ("shared", "with"),  # reference-card: fluid beside X
    # setting: the one that was used; others: those under which it would be `other` (one of OVERLAP_ROLES).
    WhyKey.OVERLAP_CHOICE: ("setting", "others", "other"),
    WhyKey.CONTINUED: ("minutes", "units", "next", "drug"),  # X again: 45 min = 1 more hour; next at 91
    WhyKey.BESIDE_COMPLEX: (),  # never an initial code beside a complex initial service
    WhyKey.REDUCED: ("minutes", "modifier"),  # stopped for a reaction after 12 min: 53
    WhyKey.ONE_BAG: ("drugs",),  # the drugs of one bag or syringe are one administration
    WhyKey.PAYER_FAMILY: ("drug", "family", "payer", "reason"),  # the site's policy and its reason
    WhyKey.PUSH_DOCUMENTED: ("minutes",),
    WhyKey.PUSH_SHORT_INFUSION: ("minutes", "under"),  # infusion of 14 min, under 16: a push
    WhyKey.PUSH_NO_STOP: ("minutes",),  # stop not charted: only `minutes` closed minutes count
    WhyKey.PUSH_NEW: ("drug",),
    WhyKey.PUSH_REPEAT: ("drug", "since", "over"),  # same drug, 45 min after the last of it ended (over 30)
    WhyKey.HYDRATION_LEFT: ("total", "removed", "left"),  # 120 of 180 min left; 60 beside drugs not counted
    WhyKey.HYDRATION_STRETCH: ("left", "longest"),  # contiguous_only
    WhyKey.HYDRATION_FIRST: ("minutes", "next"),
    WhyKey.HYDRATION_BESIDE: ("minutes", "units", "next"),  # beside another initial service
    WhyKey.INJECTION: (),
    WhyKey.INJECTION_COMPLEX: (),
    WhyKey.INJECTION_HORMONAL: (),
    WhyKey.SC_SHORT: ("minutes", "under"),  # SC infusion of 12 min, under 16: an injection
    WhyKey.SC_NO_STOP: ("minutes",),
    WhyKey.SC_FIRST: ("minutes", "next"),
    WhyKey.SC_CONTINUED: ("minutes", "units", "next"),  # a second SC infusion continues the first
    WhyKey.SC_SETUP: (),
    WhyKey.ON_BODY: (),
    WhyKey.PUMP_CLINIC: (),
    WhyKey.PUMP_COMPLEX: (),
    WhyKey.PUMP_OTHER: (),
    WhyKey.PORT_FLUSH: (),
    WhyKey.VISIT_MODIFIER: ("modifier",),  # a second visit the same day
    WhyKey.SITE_MODIFIER: ("modifier", "access", "reason"),
    WhyKey.DATED_TO_START: (),  # ran over midnight
    WhyKey.EM_CHARTED: (),
    WhyKey.EM_SEPARATE: ("modifier",),
    WhyKey.EM_OFFERED: ("modifier",),  # not marked separately identifiable: offered, never assumed
    WhyKey.MODIFIER_ADDED: ("modifier", "reason"),  # by a person, with her reason
    WhyKey.DRUG_UNITS: ("given", "unit", "units"),  # "400 mg", "10 mg", 40: 400 mg ÷ 10 mg = 40
    WhyKey.DRUG_UNITS_UP: ("given", "unit", "units"),  # several doses: "6 × 1 g = 6 g; 6 g"
    WhyKey.WASTE_UNITS: ("opened", "given", "unit", "units"),  # 9 whole units left of 400 mg after 305 mg
    WhyKey.NO_WASTE: ("opened",),  # single-dose, nothing whole left: JZ
    WhyKey.MULTI_DOSE: (),  # neither JW nor JZ
    WhyKey.PACKAGED: (),  # packaged under OPPS: neither JW nor JZ
    WhyKey.PCS_CLASS: ("drug", "class"),  # class: as the drug table has it
    WhyKey.PCS_FAMILY: ("drug", "class"),  # not in the drug table: from its family and purpose
    WhyKey.PCS_TIP: ("access", "device", "part"),  # the tip of a PICC lies in a central vein
}

OVERLAP_ROLES = ("concurrent", "sequential")


class FindingCode(StrEnum):
    """The findings of coding-rules §18."""

    NOT_CODABLE = "not-codable"
    STOP_BEFORE_START = "stop-before-start"
    SAME_DRUG_SELF_OVERLAP = "same-drug-self-overlap"
    OVER_24_HOURS = "over-24-hours"
    HOLD_MISSING_STOP = "hold-missing-stop"
    ADD_ON_WITHOUT_PRIMARY = "add-on-without-primary"
    MODIFIER_25_MISPLACED = "modifier-25-misplaced"
    INPATIENT_CPT = "inpatient-cpt"
    UNDER_16_MINUTES = "under-16-minutes"
    HYDRATION_OVERLAPS_DRUG = "hydration-overlaps-drug"
    HYDRATION_UNDER_31_MINUTES = "hydration-under-31-minutes"
    SAME_DRUG_SHORT_DOSE = "same-drug-short-dose"
    CONCURRENT_UNREPORTED = "concurrent-unreported"
    CONCURRENT_CHEMOTHERAPY = "concurrent-chemotherapy"
    SAME_DRUG_PUSH_UNCODED = "same-drug-push-uncoded"
    SECOND_SC_INFUSION = "second-sc-infusion"
    MISSING_STOP = "missing-stop"
    CALCULATED_STOP = "calculated-stop"
    TIE_BREAK_CHANGES_TICKET = "tie-break-changes-ticket"
    LONGER_THAN_ORDERED = "longer-than-ordered"
    MODIFIER_CONFLICT = "modifier-conflict"
    MUE_EXCEEDED = "mue-exceeded"
    NCCI_PAIR = "ncci-pair"
    NO_ORDER = "no-order"
    NO_DOSE = "no-dose"
    NO_HCPCS = "no-hcpcs"
    CODE_ENDED = "code-ended"
    WASTE_MISSING = "waste-missing"
    WASTE_UNWITNESSED = "waste-unwitnessed"
    UNSPECIFIED_DIAGNOSIS = "unspecified-diagnosis"
    INVALID_DIAGNOSIS = "invalid-diagnosis"
    NO_DIAGNOSIS = "no-diagnosis"
    ACCESS_NOT_CHARTED = "access-not-charted"
    CHARTING_INCOMPLETE = "charting-incomplete"
    CLOCK_SUSPECT = "clock-suspect"
    LATE_ENTRY = "late-entry"
    ADD_ON_BOUNDARY = "add-on-boundary"
    DIFFERS_FROM_CPT = "differs-from-cpt"
    FAMILY_PAYER_VARIABLE = "family-payer-variable"
    BUNDLED = "bundled"
    CROSSES_MIDNIGHT = "crosses-midnight"
    SECOND_INITIAL = "second-initial"


FINDING_PARAMS: dict[FindingCode, tuple[str, ...]] = {
    # missing: one or more of MISSING, joined by "+".
    FindingCode.NOT_CODABLE: ("drug", "missing"),
    FindingCode.STOP_BEFORE_START: ("drug",),
    FindingCode.SAME_DRUG_SELF_OVERLAP: ("drug", "minutes"),
    FindingCode.OVER_24_HOURS: ("drug", "minutes"),
    FindingCode.HOLD_MISSING_STOP: ("drug",),
    FindingCode.ADD_ON_WITHOUT_PRIMARY: ("code", "primaries"),  # primaries joined by ", "
    FindingCode.MODIFIER_25_MISPLACED: ("code", "modifier"),
    FindingCode.INPATIENT_CPT: ("code",),
    FindingCode.UNDER_16_MINUTES: ("drug", "minutes", "from"),
    FindingCode.HYDRATION_OVERLAPS_DRUG: ("drug", "minutes", "with"),  # minutes of hydration not counted
    FindingCode.HYDRATION_UNDER_31_MINUTES: ("minutes", "from"),
    FindingCode.SAME_DRUG_SHORT_DOSE: ("drug", "minutes", "over"),
    FindingCode.CONCURRENT_UNREPORTED: ("drug", "minutes"),
    FindingCode.CONCURRENT_CHEMOTHERAPY: ("drug", "own", "shared", "net", "with"),
    FindingCode.SAME_DRUG_PUSH_UNCODED: ("drug", "reason"),  # reason: one of PUSH_REASONS
    FindingCode.SECOND_SC_INFUSION: ("drug", "minutes"),
    FindingCode.MISSING_STOP: ("drug", "minutes"),
    FindingCode.CALCULATED_STOP: ("drug",),
    # drug: initial now; other: otherwise. now, then: the lines that differ, "96366 × 2, 96375 × 1".
    FindingCode.TIE_BREAK_CHANGES_TICKET: ("tie_break", "drug", "other", "now", "then"),
    FindingCode.LONGER_THAN_ORDERED: ("drug", "minutes", "ordered"),
    # code: of the line, else the drug's name. reason: one of CONFLICT_REASONS; modifier: "" for the first of them.
    FindingCode.MODIFIER_CONFLICT: ("code", "reason", "modifier"),
    FindingCode.MUE_EXCEEDED: ("code", "units", "limit"),
    FindingCode.NCCI_PAIR: ("code", "beside", "reason"),  # reason: one of PAIR_REASONS
    FindingCode.NO_ORDER: ("drug",),
    FindingCode.NO_DOSE: ("drug",),
    FindingCode.NO_HCPCS: ("drug", "reason"),  # reason: one of HCPCS_REASONS
    FindingCode.CODE_ENDED: ("drug", "code", "ended", "successor", "unit"),  # "" where the table names none
    FindingCode.WASTE_MISSING: ("drug", "code"),
    FindingCode.WASTE_UNWITNESSED: ("drug", "code"),
    FindingCode.UNSPECIFIED_DIAGNOSIS: ("code",),
    # reason: one of DIAGNOSIS_REASONS; day: when it began or ended; "" where there is none, as with successor.
    FindingCode.INVALID_DIAGNOSIS: ("code", "reason", "day", "successor"),
    FindingCode.NO_DIAGNOSIS: (),
    FindingCode.ACCESS_NOT_CHARTED: ("drug", "reason"),  # reason: one of ACCESS_REASONS
    FindingCode.CHARTING_INCOMPLETE: ("drug", "missing"),  # of charting.ITEMS and charting.ALWAYS, joined by "+"
    FindingCode.CLOCK_SUSPECT: ("times",),
    FindingCode.LATE_ENTRY: ("times",),  # how many times of that line
    FindingCode.ADD_ON_BOUNDARY: ("minutes", "boundary"),
    FindingCode.DIFFERS_FROM_CPT: ("code", "units", "cpt_units"),
    FindingCode.FAMILY_PAYER_VARIABLE: ("drug", "family"),
    FindingCode.BUNDLED: ("drug", "reason"),  # reason: one of BUNDLED_REASONS
    FindingCode.CROSSES_MIDNIGHT: ("drug",),
    FindingCode.SECOND_INITIAL: ("code", "access", "reason"),
}

MISSING = ("segment", "start", "real-time", "order", "facility", "visit-code")
"""No time at all; a start; a time no clock ever showed; the order; a facility (pump that is not complex, R7.6);
an E/M code (R10)."""

PUSH_REASONS = ("office", "complex", "too-soon")
"""No code for a repeat in an office; none for a complex drug; 30 minutes or less after the last of it ended."""

HCPCS_REASONS = ("unknown", "unit", "many", "not-yet")
"""No code known; its unit unknown or not comparable with the dose; several in force; not in force on that day."""

ACCESS_REASONS = ("none", "device", "no-vein")
"""No access; its kind unknown; one that ends in no vein, in an inpatient stay (R16)."""

CONFLICT_REASONS = (
    *("beside-administration", "shape", "no-reason", "counted", "setting", "unlisted", "place"),
    *("extra-hours", "not-stopped", "together", "no-line"),
)
"""A visit code that never stands beside an administration. Of a modifier a person adds: written as none is; no
reason; JW and JZ, which are worked out; not for this setting; not in the table (put on all the same); not for this
line; not for additional hours; nothing says it stopped early; another of its kind is there; no line for it."""

PAIR_REASONS = ("never", "apart", "visit")
"""Never together; only with a modifier that says they are apart; a visit code, only when marked separate."""

DIAGNOSIS_REASONS = ("shape", "unknown", "heading", "not-yet", "ended")
"""Written as no code is; not in the list of its year; a heading, not a code; not in force on the day."""

BUNDLED_REASONS = ("carrier", "flush", "keep-open", "oral", "hydration-push", "integral", "port-flush")

_IV = ("initial", "additional", "sequential", "push_initial", "push")
CODE_ROLES: frozenset[tuple[str, str]] = frozenset(
    [(family, role) for family in ("therapeutic", "complex") for role in _IV]
    + [("therapeutic", "concurrent"), ("therapeutic", "push_repeat")]
    + [("hydration", "initial"), ("hydration", "additional")]
    + [("sc", "initial"), ("sc", "additional"), ("sc", "setup")]
    + [("injection", kind) for kind in ("therapeutic", "complex", "hormonal")]
    + [("other", kind) for kind in ("on_body_injector", "pump_clinic", "pump_complex", "pump_other", "port_flush")]
)
"""Family and role of every code the coder asks the rule data for."""
