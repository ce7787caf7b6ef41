"""Findings as rows: what is wrong or worth knowing, and the one press that helps where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from nursedesk.coding.ticket import Finding, Severity
from nursedesk.outputs.pictures.timeline_build import line_of
from nursedesk.record.encounter import Administration, Encounter, LineState, Status
from nursedesk.ui import words
from nursedesk.ui.encounter.actions import EncounterContext, VialHint
from nursedesk.ui.encounter.early import Early, starts_before_check_in
from nursedesk.watch.look import Look

translate = QCoreApplication.translate


class FixKind(StrEnum):
    CHART_OPENED = "chart_opened"
    """Done at once: the favourites' vials."""
    TOLERATED = "tolerated"
    """Done at once for every drug it is about: it was tolerated, no reaction."""
    ORDER_ON_FILE = "order_on_file"
    """Done at once."""
    CHART_DOSE = "chart_dose"
    CHART_ACCESS = "chart_access"
    CHART_RESPONSE = "chart_response"
    CHART_FAMILY = "chart_family"
    """What kind of drug it is, where no table tells."""
    CHART_DIAGNOSIS = "chart_diagnosis"
    CORRECT_TIME = "correct_time"
    CORRECT_CHECK_IN = "correct_check_in"
    TIMES_RIGHT = "times_right"
    """Done at once: a person stands by times that a set clock made doubtful."""
    STOP_AT = "stop_at"
    """A stop that was never pressed."""
    SHOW_LINE = "show_line"
    """Points at the charge line it is about."""


@dataclass(frozen=True, slots=True)
class Fix:
    kind: FixKind
    word: str
    line: str = ""
    administration: str = ""
    vials: VialHint | None = None
    code: str = ""
    labelled: bool = False
    """About a time that was charted late, corrected or calculated."""
    administrations: tuple[str, ...] = ()
    """All it is about, where what several drugs lack alike is put right with one press."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    code: str
    severity: Severity
    title: str
    detail: str
    """What else there is to say; may be empty."""
    fix: Fix | None
    also: Fix | None = None
    """The other way, where one press does not fit everybody."""
    rule: str = ""
    """`R13`."""


_TIMES = frozenset(
    {
        "missing-stop",
        "hold-missing-stop",
        "stop-before-start",
        "same-drug-self-overlap",
        "over-24-hours",
        "late-entry",
        "calculated-stop",
        "clock-suspect",
        "under-16-minutes",
        "not-codable",
    }
)
_STOPS = frozenset({"missing-stop", "hold-missing-stop"})
_LABELLED = frozenset({"late-entry", "calculated-stop", "clock-suspect"})
_DIAGNOSES = frozenset({"no-diagnosis", "invalid-diagnosis", "unspecified-diagnosis"})
_ALIKE = frozenset({"charting-incomplete", "no-order", "no-dose", "access-not-charted"})
"""What several drugs may lack alike."""
_ORDER = {Severity.BLOCK: 0, Severity.WARN: 1, Severity.INFO: 2}


def finding_rows(encounter: Encounter, look: Look | None, context: EncounterContext) -> tuple[FindingRow, ...]:
    """Blocking ones first, then to fix, then to know. A closed visit is put right after it is reopened."""
    rows = [_row(alike, encounter, context) for alike in _alike(look.ticket.findings if look else ())]
    rows += early_rows(encounter, context)
    return tuple(sorted(rows, key=lambda row: _ORDER[row.severity]))


def _alike(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """Findings that say the same of several drugs together, where the first of them stood."""
    groups: dict[object, tuple[Finding, ...]] = {}
    for place, finding in enumerate(findings):
        said = tuple(sorted((name, value) for name, value in finding.params.items() if name != "drug"))
        key = (finding.code, finding.severity, finding.rule, said) if finding.code in _ALIKE else place
        groups[key] = (*groups.get(key, ()), finding)
    return list(groups.values())


def _row(alike: tuple[Finding, ...], encounter: Encounter, context: EncounterContext) -> FindingRow:
    known = {a.id: a for a in encounter.administrations}
    finding = alike[0]
    about = tuple(known[a] for one in alike for a in one.administrations if a in known)
    fix = _fix(finding, about[0] if about else None, context)
    if encounter.status is not Status.OPEN and fix and fix.kind is not FixKind.SHOW_LINE:
        fix = None
    detail = ""
    if fix and fix.vials:
        say = translate("EncounterFindings", "favourites say {vials}")
        detail = say.format(vials=fix.vials.text.split(",")[0])
    drugs = list(dict.fromkeys(str(one.params["drug"]) for one in alike if "drug" in one.params))
    if len(drugs) > 1:
        several = translate("EncounterFindings", "{number} drugs").format(number=len(drugs))
        finding, detail = finding._replace(params={**finding.params, "drug": several}), ", ".join(drugs)
    if fix:
        fix = replace(fix, administrations=tuple(one.id for one in about))
    row = FindingRow(finding.code, finding.severity, context.finding(finding), detail, fix, rule=finding.rule)
    return _with_other_way(row)


def early_rows(encounter: Encounter, context: EncounterContext) -> list[FindingRow]:
    """Starts before the check-in: one of the two times is wrong, or they stand with the reason that was given."""
    return [_early(one, encounter.status is Status.OPEN, context) for one in starts_before_check_in(encounter)]


def _early(one: Early, open_: bool, context: EncounterContext) -> FindingRow:
    title = translate("EncounterFindings", "{drug}: started {start}, before the check-in {opened}")
    said = title.format(
        drug=context.drug(one.drug),
        start=words.clock_time(one.start, context.zone),
        opened=words.clock_time(one.opened, context.zone),
    )
    kept = translate("EncounterFindings", "charted so: “{reason}”").format(reason=one.reason)
    detail = (
        kept if one.reason else translate("EncounterFindings", "one of the two times is put right, or both stand")
    )
    check_in = Fix(FixKind.CORRECT_CHECK_IN, translate("EncounterFindings", "Correct check-in"), one.line)
    start = Fix(FixKind.CORRECT_TIME, translate("EncounterFindings", "Correct start"), one.line)
    fixes = (check_in, start) if open_ else (None, None)
    return FindingRow("before-check-in", Severity.INFO, said, detail, *fixes)


def _with_other_way(row: FindingRow) -> FindingRow:
    """Times in doubt are right as they are, a drug was tolerated: one press; the other says what was otherwise."""
    fix = row.fix
    if fix is not None and row.code == "clock-suspect":
        right = Fix(FixKind.TIMES_RIGHT, translate("EncounterFindings", "Times are right"), fix.line)
        return replace(row, fix=right, also=replace(fix, word=translate("EncounterFindings", "Correct")))
    if fix is not None and fix.kind is FixKind.CHART_RESPONSE:
        well = replace(fix, kind=FixKind.TOLERATED, word=translate("EncounterFindings", "Tolerated"))
        return replace(row, fix=well, also=replace(fix, word=translate("EncounterFindings", "Write")))
    return row


def summary(rows: tuple[FindingRow, ...]) -> str:
    """`nothing blocks · 2 to fix · 2 to know`."""
    counts = {severity: sum(row.severity is severity for row in rows) for severity in Severity}
    if not rows:
        return translate("EncounterFindings", "nothing to fix")
    blocks = translate("EncounterFindings", "nothing blocks")
    if counts[Severity.BLOCK]:
        blocks = translate("EncounterFindings", "{number} block").format(number=counts[Severity.BLOCK])
    parts = [blocks]
    if counts[Severity.WARN]:
        parts.append(translate("EncounterFindings", "{number} to fix").format(number=counts[Severity.WARN]))
    if counts[Severity.INFO]:
        parts.append(translate("EncounterFindings", "{number} to know").format(number=counts[Severity.INFO]))
    return " · ".join(parts)


def _fix(finding: Finding, about: Administration | None, context: EncounterContext) -> Fix | None:
    line, one = (line_of(about), about.id) if about else ("", "")
    if finding.code == "waste-missing" and about:
        vials = context.vials.get(about.id)
        if vials:
            return Fix(FixKind.CHART_OPENED, vials.text, line, one, vials)
        return Fix(FixKind.CHART_DOSE, translate("EncounterFindings", "Chart vials"), line, one)
    if (finding.code == "no-order" or finding.params.get("missing") == "order") and about:
        return Fix(FixKind.ORDER_ON_FILE, translate("EncounterFindings", "Order on file"), line, one)
    if finding.code == "no-dose" and about:
        return Fix(FixKind.CHART_DOSE, translate("EncounterFindings", "Chart dose"), line, one)
    if finding.code == "access-not-charted":
        return Fix(FixKind.CHART_ACCESS, translate("EncounterFindings", "Chart access"), line, one)
    if finding.code in _DIAGNOSES:
        return Fix(FixKind.CHART_DIAGNOSIS, translate("EncounterFindings", "Diagnoses"))
    if finding.code in _STOPS and about and about.state in (LineState.RUNNING, LineState.PAUSED):
        return Fix(FixKind.STOP_AT, translate("EncounterFindings", "Stopped earlier"), line, one)
    if finding.code in _TIMES and about:
        return Fix(FixKind.CORRECT_TIME, _time_word(finding), line, one, labelled=finding.code in _LABELLED)
    return _incomplete(finding, line, one) or _pointer(finding)


def _time_word(finding: Finding) -> str:
    if finding.severity is Severity.INFO or finding.code == "late-entry":
        return translate("EncounterFindings", "Open")
    return translate("EncounterFindings", "Correct time")


def _incomplete(finding: Finding, line: str, one: str) -> Fix | None:
    """What the site's charting policy misses (R13): the first thing missing has its place."""
    if finding.code != "charting-incomplete":
        return None
    missing = str(finding.params.get("missing", "")).split("+")
    for part, kind, word in (
        ("family", FixKind.CHART_FAMILY, translate("EncounterFindings", "Say which kind")),
        ("response", FixKind.CHART_RESPONSE, translate("EncounterFindings", "Chart response")),
        ("order", FixKind.ORDER_ON_FILE, translate("EncounterFindings", "Order on file")),
        ("dose", FixKind.CHART_DOSE, translate("EncounterFindings", "Chart dose")),
        ("access", FixKind.CHART_ACCESS, translate("EncounterFindings", "Chart access")),
    ):
        if part in missing:
            return Fix(kind, word, line, one)
    return Fix(FixKind.CHART_DOSE, translate("EncounterFindings", "Chart"), line, one)


def _pointer(finding: Finding) -> Fix | None:
    if not finding.lines:
        return None
    return Fix(FixKind.SHOW_LINE, translate("EncounterFindings", "Show line"), code=finding.lines[0])
