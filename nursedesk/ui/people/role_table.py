"""Who may do what, as a table: the one the desk asks. Where columns have no room, the roles stand in words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from nursedesk.desk.suite import Role
from nursedesk.ui import theme
from nursedesk.ui.kit import Hairline, Panel, Paragraph, Text
from nursedesk.ui.people.words import role_table, role_word

COLUMN, DEED = 86, 210
"""Width of a role's column, and the least for what may be done, px at 100 %."""


class RoleTable(Panel):
    """One row per deed, one column per role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("roleTable", parent=parent)
        self.setAccessibleName(self.tr("Who may do what"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 22)
        column.setSpacing(theme.px(10))
        column.addWidget(Text(self.tr("Who may do what"), 17, theme.STRONG))
        self._table, self._words = self._make_table(), self._make_words()
        self._words.hide()
        column.addWidget(self._table)
        column.addWidget(self._words)

    def _make_table(self) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(0, 1)
        middle = Qt.AlignmentFlag.AlignHCenter
        for place, role in enumerate(Role, 1):
            heading = Paragraph(role_word(role), 12, theme.MEDIUM, "quiet")
            heading.setAlignment(middle | Qt.AlignmentFlag.AlignBottom)
            heading.setFixedWidth(theme.px(COLUMN))
            grid.addWidget(heading, 0, place)
        for number, (words, allowed) in enumerate(role_table()):
            grid.addWidget(Hairline(), 2 * number + 1, 0, 1, len(Role) + 1)
            grid.addWidget(Paragraph(words, 14), 2 * number + 2, 0)
            for place, (role, may) in enumerate(zip(Role, allowed, strict=True), 1):
                grid.addWidget(self._cell(words, role, may), 2 * number + 2, place)
        return table

    def _make_words(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for deed, allowed in role_table():
            column.addWidget(Hairline())
            column.addWidget(Paragraph(deed, 14))
            who = ", ".join(role_word(role) for role, may in zip(Role, allowed, strict=True) if may)
            column.addWidget(Paragraph(who, 14, role="running_text"))
        return box

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(len(Role) * (COLUMN + 8) + DEED) + 48
        self._table.setVisible(wide)
        self._words.setVisible(not wide)

    def _cell(self, deed: str, role: Role, may: bool) -> Text:
        cell = Text(
            "✓" if may else "–", 15, theme.STRONG, "running_text" if may else "quiet",
            align=Qt.AlignmentFlag.AlignHCenter,
        )  # fmt: skip
        said = self.tr("{role}: yes, {deed}") if may else self.tr("{role}: no, {deed}")
        cell.setAccessibleName(said.format(role=role_word(role), deed=deed))
        return cell
