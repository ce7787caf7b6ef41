"""What else can be done at a chair: its lines, its nurse, its place; and a chair that cannot be used."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from nursedesk.record.encounter import Encounter, Route
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_line import drug_words
from nursedesk.ui.board.card_model import CardModel, lines_of
from nursedesk.ui.board.card_parts import Names
from nursedesk.ui.kit import State
from nursedesk.ui.lines.deeds import UP_FIRST, MenuLine, add_lines, add_visit

translate = QCoreApplication.translate


def menu_lines(visit: Encounter, names: Names) -> tuple[MenuLine, ...]:
    """The lines of a visit for a menu, those that are up first."""
    lines = [
        MenuLine(one[0].line or one[0].id, drug_words(one, names), one[0].state, one[0].route is Route.PUMP)
        for one in lines_of(visit)
    ]
    return tuple(sorted(lines, key=lambda line: UP_FIRST.index(line.state)))


def chair_menu(
    parent: QWidget,
    model: CardModel,
    nurses: Sequence[tuple[str, str]],
    free: Sequence[str],
    actions: BoardActions,
) -> QMenu:
    """The menu of a chair as it stands; it goes away when it is closed."""
    menu = QMenu(parent)
    menu.setObjectName("chairMenu")
    menu.aboutToHide.connect(menu.deleteLater)
    visit, encounter = model.source.encounter, model.encounter
    if visit is None or encounter is None:
        _add_free(menu, model, actions)
        return menu
    add_lines(menu, menu_lines(visit, model.source.names), lambda *said: actions.line_deed(encounter, *said))
    menu.addSeparator()
    nurse = menu.addMenu(translate("Board", "Nurse"))
    nurse.setObjectName("nurseMenu")
    for who, name in nurses:
        action = nurse.addAction(name)
        action.setObjectName(f"assign_{who}")
        action.setCheckable(True)
        action.setChecked(who == visit.nurse)
        action.triggered.connect(lambda _=False, one=who: actions.assign(encounter, one))
    place = menu.addMenu(translate("Board", "Move to chair"))
    place.setObjectName("moveMenu")
    place.setEnabled(bool(free))
    for chair in free:
        action = place.addAction(chair)
        action.setObjectName(f"moveTo_{chair}")
        action.triggered.connect(lambda _=False, one=chair: actions.move(encounter, one))
    leave = menu.addAction(translate("Board", "The patient has left the chair"))
    leave.setObjectName("freeChairAction")
    leave.triggered.connect(lambda: actions.free(encounter))
    add_visit(menu, lambda *said: actions.line_deed(encounter, *said))
    return menu


def _add_free(menu: QMenu, model: CardModel, actions: BoardActions) -> None:
    if model.state is State.OUT:
        back = menu.addAction(translate("Board", "Back in service"))
        back.setObjectName("putBackAction")
        back.triggered.connect(lambda: actions.put_back(model.chair))
        return
    check_in = menu.addAction(translate("Board", "Check in …"))
    check_in.triggered.connect(lambda: actions.check_in(model.chair))
    out = menu.addAction(translate("Board", "Take out of service …"))
    out.setObjectName("takeOutAction")
    out.triggered.connect(lambda: actions.take_out(model.chair))
