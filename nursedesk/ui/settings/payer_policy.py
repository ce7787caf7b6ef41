"""The site's payer policy: which family a payer takes a drug for, as a table somebody keeps in a file."""

from collections.abc import Callable

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from nursedesk.ui import theme
from nursedesk.ui.kit import Panel, Paragraph, QuietButton, Text


class PayerPolicyPanel(Panel):
    """Calls `choose(file)`, or `choose("")` to go without; the answer is the sentence that refuses it, or none."""

    def __init__(self, choose: Callable[[str], str]) -> None:
        super().__init__("payerPolicyPanel")
        self._choose = choose
        self._state = Paragraph("", 15, theme.MEDIUM)
        self._state.setObjectName("payerPolicyState")
        self._refusal = Paragraph("", 14, theme.MEDIUM, "needs_stop_text")
        self._refusal.setObjectName("payerPolicyRefusal")
        self._refusal.hide()
        self._file = QuietButton(self.tr("Choose a CSV file…"), name="payerPolicyFile", height=48)
        self._file.setAccessibleName(self.tr("Choose the file of the payer policy"))
        self._away = QuietButton(self.tr("Go without"), name="payerPolicyAway", height=48)
        self._away.setAccessibleName(self.tr("Go without a payer policy"))
        self._file.clicked.connect(self._ask)
        self._away.clicked.connect(lambda: self.take(""))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(10))
        buttons.addWidget(self._file)
        buttons.addWidget(self._away)
        buttons.addStretch()
        said = self.tr(
            "Columns: payer, drug, family, reason, effective_from, effective_to, source. The reason is printed on "
            "the ticket. For tickets from now on; a signed ticket keeps the rules it was coded by."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(theme.px(8))
        column.addWidget(Text(self.tr("What payers take drugs for"), 17, theme.STRONG))
        column.addWidget(self._state)
        column.addWidget(self._refusal)
        column.addLayout(buttons)
        column.addWidget(Paragraph(said, 13, role="quiet"))

    def _ask(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self._file.accessibleName(), "", self.tr("Tables (*.csv);;All files (*)")
        )
        if file:
            self.take(file)

    def take(self, file: str) -> None:
        """Take a file's table for the policy, or say in red why it is not taken; "" goes without one."""
        refusal = self._choose(file)
        self._refusal.show_text(refusal)
        self._refusal.setVisible(bool(refusal))

    def show_policy(self, lines: int, payers: int, may_change: bool) -> None:
        """How many lines of how many payers serve; only an administrator changes them."""
        none = self.tr("None: the drug table’s families stand for every payer.")
        some = self.tr("Lines: {lines} · payers: {payers}").format(lines=lines, payers=payers)
        self._state.show_text(some if lines else none)
        self._file.setVisible(may_change)
        self._away.setVisible(may_change and bool(lines))
