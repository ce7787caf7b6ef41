"""What a suite decides about scanning, charting, payers, second signatures and an idle desk, as panels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.catalog.barcodes import PatternProblem
from nursedesk.ui import theme
from nursedesk.ui.kit import CheckBox, Field, Panel, Paragraph, Segmented, Text
from nursedesk.ui.settings.charting_policy import ChartingPolicyPanel
from nursedesk.ui.settings.payer_policy import PayerPolicyPanel

translate = QCoreApplication.translate

CURTAIN, LOCK = ("1", "2", "5", "10"), ("5", "10", "15", "30")
"""Minutes one may choose."""


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The suite's decisions; minutes are whole."""

    wristband: str = ""
    badge: str = ""
    witness_waste: bool = False
    check: str = "off"
    """off | chemotherapy | biologics | every: which drugs want a second check."""
    second_blocks: bool = False
    """Whether a ticket waits for a second signature."""
    charting: tuple[tuple[str, str], ...] = ()
    payer_policy: tuple[int, int] = (0, 0)
    """Lines of the payer policy, and of how many payers."""
    """(item, warn | block) of what is charted of each drug."""
    curtain_minutes: int = 2
    lock_minutes: int = 10


@dataclass(frozen=True, slots=True)
class SiteActions:
    set_wristband: Callable[[str], str]
    """Answers with the sentence that refuses it, or an empty one; so does the badge's."""
    set_badge: Callable[[str], str]
    try_code: Callable[[str], str]
    """What a code is with the patterns that are set, in a sentence."""
    set_witness: Callable[[bool], None]
    set_check: Callable[[str], None]
    set_second_blocks: Callable[[bool], None]
    set_charting: Callable[[str, str], None]
    set_payer_policy: Callable[[str], str]
    """A file, or "" for none; answers with the sentence that refuses it, or an empty one."""
    """(item, off | warn | block)."""
    set_curtain: Callable[[int], None]
    set_lock: Callable[[int], None]


def pattern_words(problem: PatternProblem) -> str:
    """Why a pattern was not taken, and what to do."""
    return {
        PatternProblem.NO_EXPRESSION: translate(
            "SiteRules", "This is no regular expression: a bracket or sign is left open. The old one still serves."
        ),
        PatternProblem.TOO_LONG: translate(
            "SiteRules", "A pattern has up to 200 characters. The old one still serves."
        ),
        PatternProblem.TAKES_WORDS: translate(
            "SiteRules",
            "This would take typed names and doses for a code. Say which letters and how many digits it has.",
        ),
        PatternProblem.MAY_HANG: translate(
            "SiteRules", "A repeat inside a repeat can bring the desk to a halt. Write it without one."
        ),
    }[problem]


class SiteRulesPanels(QObject):
    """Five panels, for the page to place; each choice takes effect and is recorded at once."""

    def __init__(self, actions: SiteActions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.charting = ChartingPolicyPanel(actions.set_charting)
        self.payers = PayerPolicyPanel(actions.set_payer_policy)
        self.scanning, self.idle, self.second = self._scanning(), self._idle(), self._second()

    def _scanning(self) -> QWidget:
        panel = Panel("scanningPanel")
        column = _column(panel, self.tr("Scanning"))
        _explain(column, self.tr("Regular expressions. What is to be read as the number stands in (?P<number>…)."))
        column.addSpacing(theme.px(12))
        hint = r"MRN(?P<number>\d{8})"
        self._wristband = Field(self.tr("Wristband"), name="wristbandPatternField", hint=hint)
        self._badge = Field(self.tr("Badge"), name="badgePatternField", hint=r"B-\d{4}")
        self._example = Field(self.tr("Scan or type one to try it"), name="tryCodeField", icon="scan")
        self._said = Paragraph("", 15, theme.MEDIUM)
        self._said.setObjectName("tryCodeSentence")
        self._said.hide()
        for field, keep in (
            (self._wristband, self._actions.set_wristband),
            (self._badge, self._actions.set_badge),
        ):
            field.edit.setMaxLength(400)
            field.edit.editingFinished.connect(lambda field=field, keep=keep: self._keep(field, keep))
        self._example.edit.setMaxLength(400)
        self._example.changed.connect(lambda _: self._try())
        self._example.entered.connect(lambda _: self._example.edit.selectAll())
        for part in (self._wristband, self._badge, self._example, self._said):
            column.addWidget(part)
            column.addSpacing(theme.px(10))
        return panel

    def _keep(self, field: Field, keep: Callable[[str], str]) -> None:
        if field.isEnabled():
            field.set_error(keep(field.text()))
            self._try()

    def _try(self) -> None:
        text = self._example.edit.text()
        said = self._actions.try_code(text) if text.strip() else ""
        self._said.show_text(said)
        self._said.setVisible(bool(said))

    def _second(self) -> QWidget:
        panel = Panel("secondPanel")
        column = _column(panel, self.tr("A second person signs"))
        column.addSpacing(theme.px(10))
        self._witness = CheckBox(self.tr("For waste, with the witness’s own PIN"), name="witnessField")
        self._witness.clicked.connect(lambda on: self._actions.set_witness(on))
        column.addWidget(self._witness)
        checks = (
            ("off", self.tr("None")),
            ("chemotherapy", self.tr("Chemotherapy")),
            ("biologics", self.tr("+ Biologics")),
            ("every", self.tr("Every")),
        )
        self._check = _choice(
            column, self.tr("Second check before it runs"), checks, "secondCheckField", self._actions.set_check
        )
        _explain(column, self.tr("A colleague compares drug, dose and bag, and puts in her or his own PIN."))
        column.addSpacing(theme.px(10))
        words = self.tr("The ticket waits for a missing signature")
        self._waits = CheckBox(words, name="secondBlocksField")
        self._waits.clicked.connect(lambda on: self._actions.set_second_blocks(on))
        column.addWidget(self._waits)
        return panel

    def _idle(self) -> QWidget:
        panel = Panel("idlePanel")
        column = _column(panel, self.tr("When nobody touches the desk"))
        minutes = tuple((one, self.tr("{count} min").format(count=one)) for one in CURTAIN)
        self._curtain = _choice(
            column,
            self.tr("Names are hidden after"),
            minutes,
            "curtainField",
            lambda one: self._actions.set_curtain(int(one)),
        )
        minutes = tuple((one, self.tr("{count} min").format(count=one)) for one in LOCK)
        self._lock = _choice(
            column, self.tr("It locks after"), minutes, "lockField", lambda one: self._actions.set_lock(int(one))
        )
        _explain(column, self.tr("Timers go on, and every line can be stopped by one tap."))
        return panel

    def show_rules(self, rules: SiteRules, may_change: bool) -> None:
        """Show the suite's decisions; only an administrator changes them."""
        self._wristband.set_text(rules.wristband)
        self._badge.set_text(rules.badge)
        self._witness.setChecked(rules.witness_waste)
        self._check.choose(rules.check)
        self._waits.setChecked(rules.second_blocks)
        self.charting.show_policy(rules.charting, may_change)
        self.payers.show_policy(*rules.payer_policy, may_change)
        self._curtain.choose(str(rules.curtain_minutes))
        self._lock.choose(str(rules.lock_minutes))
        minutes = (self._curtain, self._lock)
        for part in (self._wristband, self._badge, self._witness, self._check, self._waits, *minutes):
            part.setEnabled(may_change)


def _column(panel: Panel, title: str) -> QVBoxLayout:
    column = QVBoxLayout(panel)
    column.setContentsMargins(24, 18, 24, 22)
    column.setSpacing(0)
    column.addWidget(Text(title, 17, theme.STRONG))
    return column


def _explain(column: QVBoxLayout, sentence: str) -> None:
    column.addSpacing(theme.px(6))
    column.addWidget(Paragraph(sentence, 13, role="quiet"))


def _choice(
    column: QVBoxLayout, words: str, options: Sequence[tuple[str, str]], name: str, chosen: Callable[[str], None]
) -> Segmented:
    column.addSpacing(theme.px(16))
    column.addWidget(Text(words, 13, theme.MEDIUM, "quiet"))
    column.addSpacing(theme.px(5))
    part = Segmented(options, name=name, spoken=words)
    part.chosen.connect(chosen)
    column.addWidget(part)
    return part
