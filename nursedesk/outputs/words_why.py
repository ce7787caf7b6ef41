"""Why a line is on the ticket, in plain English: one sentence for every key of `coding.keys.WhyKey`."""

from collections.abc import Mapping

from nursedesk.coding.keys import WhyKey
from nursedesk.coding.ticket import Why
from nursedesk.outputs import formats

TIERS = {
    "complex-infusion": "complex infusion",
    "complex-push": "complex push",
    "therapeutic-infusion": "therapeutic infusion",
    "therapeutic-push": "therapeutic push",
    "hydration": "hydration",
}
FAMILIES = {
    "therapeutic": "therapeutic",
    "chemotherapy": "chemotherapy",
    "complex_biologic": "complex biologic",
    "hormonal_antineoplastic": "hormonal cancer drug",
    "hydration": "hydration",
}
CLASSES = {
    "antineoplastic": "cancer drug",
    "antineoplastic_antibody": "antibody against cancer",
    "monoclonal_antibody": "antibody",
    "anti_infective": "anti-infective",
    "oxazolidinone": "oxazolidinone",
    "anti_inflammatory": "anti-inflammatory",
    "analgesic": "analgesic or sedative",
    "electrolyte": "electrolytes and water",
    "globulin": "serum, toxoid or vaccine",
    "immunosuppressive": "immunosuppressive",
    "antiarrhythmic": "antiarrhythmic",
    "diagnostic": "diagnostic",
    "other_therapeutic": "another therapeutic substance",
}
"""Classes of ICD-10-PCS table 3E0 whose name alone would not do."""

SENTENCES: Mapping[str, str] = {
    WhyKey.INITIAL_ONLY: "initial: {tier}, the only service that can be",
    WhyKey.INITIAL_HIGHEST: "initial: {tier} ranks before everything else given here",
    WhyKey.INITIAL_EARLIEST: "initial: {tier}, earliest start",
    WhyKey.INITIAL_LONGEST: "initial: {tier}, longest",
    WhyKey.INITIAL_PRIMARY: "initial: {tier}, charted as the reason for the visit",
    WhyKey.FIRST_HOUR: "{minutes} min: first hour; next at {next}",
    WhyKey.ADDITIONAL_HOURS: "{minutes} min = first hour + {units}; next at {next}",
    WhyKey.SEQUENTIAL: "another drug, at no time beside one already placed: {minutes} min",
    WhyKey.SEQUENTIAL_NET: "another drug: {net} of its {own} min on its own, {shared} shared with {with}",
    WhyKey.CONCURRENT_SHARE: "{shared} of {own} min shared with {with}",
    WhyKey.CONCURRENT_NET: "{shared} of {own} min shared with {with}; {net} on its own, under {under}",
    WhyKey.CONCURRENT_HYDRATION: "{shared} min of fluid beside {with}, as this profile has it",
    WhyKey.OVERLAP_CHOICE: "by overlap = {setting}; {others} would make it {other}",
    WhyKey.CONTINUED: "{drug} ordered again: {minutes} min = {units} more; next at {next}",
    WhyKey.BESIDE_COMPLEX: "beside a complex initial service, so not initial itself",
    WhyKey.REDUCED: "stopped for a reaction or emergency after {minutes} min: modifier {modifier}",
    WhyKey.ONE_BAG: "one bag or syringe, one administration: {drugs}",
    WhyKey.PAYER_FAMILY: "{drug} is {family} for {payer}, by this site's policy: {reason}",
    WhyKey.PUSH_DOCUMENTED: "charted as a push",
    WhyKey.PUSH_SHORT_INFUSION: "infusion of {minutes} min, under {under}: a push",
    WhyKey.PUSH_NO_STOP: "stop not recorded; {minutes} min are closed: a push",
    WhyKey.PUSH_NEW: "{drug}: not given before here",
    WhyKey.PUSH_REPEAT: "{drug} again, {since} min after it last ended (more than {over})",
    WhyKey.HYDRATION_LEFT: "{left} of {total} min count; {removed} ran beside drugs",
    WhyKey.HYDRATION_STRETCH: "longest unbroken stretch {longest} of {left} min",
    WhyKey.HYDRATION_FIRST: "{minutes} min of hydration: first hour; next at {next}",
    WhyKey.HYDRATION_BESIDE: "{minutes} min of hydration beside another initial service = {units}; next at {next}",
    WhyKey.INJECTION: "one per ordered dose",
    WhyKey.INJECTION_COMPLEX: "complex drug, one per ordered dose",
    WhyKey.INJECTION_HORMONAL: "hormonal cancer drug, one per ordered dose",
    WhyKey.SC_SHORT: "infusion under the skin of {minutes} min, under {under}: an injection",
    WhyKey.SC_NO_STOP: "stop not recorded; {minutes} min are closed: an injection",
    WhyKey.SC_FIRST: "{minutes} min under the skin: first hour; next at {next}",
    WhyKey.SC_CONTINUED: "{minutes} min continue the first infusion under the skin = {units}; next at {next}",
    WhyKey.SC_SETUP: "a further pump set-up with a new site, once a visit",
    WhyKey.ON_BODY: "put on and started here",
    WhyKey.PUMP_CLINIC: "the clinic supplied the pump",
    WhyKey.PUMP_COMPLEX: "complex drug by pump, started here",
    WhyKey.PUMP_OTHER: "drug by pump, started here, in a facility",
    WhyKey.PORT_FLUSH: "nothing else given, no visit charge, once a visit",
    WhyKey.VISIT_MODIFIER: "second visit of the day: modifier {modifier}",
    WhyKey.SITE_MODIFIER: "access {access} is separate ({reason}): modifier {modifier}",
    WhyKey.DATED_TO_START: "ran over midnight: dated to its start",
    WhyKey.EM_CHARTED: "charted for this visit",
    WhyKey.EM_SEPARATE: "charted as separately identifiable: modifier {modifier}",
    WhyKey.EM_OFFERED: "not marked separately identifiable: no modifier {modifier}; mark it if it was",
    WhyKey.MODIFIER_ADDED: "modifier {modifier} added by a person: {reason}",
    WhyKey.DRUG_UNITS: "{given} ÷ {unit} = {units}",
    WhyKey.DRUG_UNITS_UP: "{given} ÷ {unit} = {units}, rounded up",
    WhyKey.WASTE_UNITS: "{units} whole units of {unit} left of {opened} after {given}",
    WhyKey.NO_WASTE: "single-dose, {opened} opened, no whole unit discarded",
    WhyKey.MULTI_DOSE: "multi-dose container: neither JW nor JZ",
    WhyKey.PACKAGED: "packaged in a facility (status N): neither JW nor JZ",
    WhyKey.PCS_CLASS: "{drug}: {class}, by the drug table",
    WhyKey.PCS_FAMILY: "{drug} is not in the drug table: taken as {class}",
    WhyKey.PCS_TIP: "access {access} ({device}): its tip lies in a {part}",
}


_WORDED = frozenset({"tier", "family", "class", "part", "device"})
"""Parameters that hold a word of the coder's."""


def why_text(why: Why) -> str:
    """`135 min = first hour + 1; next at 151`: one line, without the rule's number."""
    return SENTENCES[why.key].format_map(spoken(why.params))


def spoken(params: Mapping[str, str | int]) -> Mapping[str, str | int]:
    """Parameters as a sentence may hold them: the coder's words in English, other people's text on one line."""
    for name, value in params.items():
        if type(value) is not int and (name in _WORDED or not is_plain(str(value))):
            return _spoken_all(params)
    return params


def as_it_is(key: str) -> str:
    """The sentence of a key none of whose parameters is put in other words; "" where one is."""
    sentence = SENTENCES[key]
    return "" if any(f"{{{name}}}" in sentence for name in _WORDED) else sentence


def _spoken_all(params: Mapping[str, str | int]) -> dict[str, str | int]:
    return {name: value if type(value) is int else _spoken(name, str(value)) for name, value in params.items()}


def _spoken(name: str, value: str) -> str:
    if name == "tier":
        return TIERS[value]
    if name == "family":
        return FAMILIES.get(value, value)
    if name == "class":
        return CLASSES.get(value, value)
    if name in ("part", "device"):
        return value.replace("_", " ")
    return value if is_plain(value) else formats.one_line(value)


def is_plain(value: str) -> bool:
    """Whether a text goes into a sentence as it is: on one line, short, nothing to be made visible."""
    return value.isascii() and value.isprintable() and len(value) <= formats.LONGEST
