"""What else can be done at a chair: its lines, its nurse, its place; and a chair that cannot be used."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from nursedesk.record.encounter import Encounter, Route
from nursedesk.ui.board.actions import BoardActions
from nursedesk.ui.board.card_line import drug_words
from nursedesk.ui.board.card_model import CardModel, lines_of
from nursedesk.ui.board.card_parts import Names
from nursedesk.ui.kit import Menu, State
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
) -> Menu:
    """The menu of a chair as it stands; it goes away when it is closed."""
    menu = Menu("chairMenu", parent)
    visit, encounter = model.source.encounter, model.encounter
    if visit is None or encounter is None:
        _add_free(menu, model, actions)
        return menu
    add_lines(menu, menu_lines(visit, model.source.names), lambda *said: actions.line_deed(encounter, *said))
    menu.addSeparator()
    nurse = menu.add_menu(translate("Board", "Nurse"), "nurseMenu")
    for who, name in nurses:
        nurse.add_choice(name, who == visit.nurse, partial(actions.assign, encounter, who), f"assign_{who}")
    place = menu.add_menu(translate("Board", "Move to chair"), "moveMenu")
    place.setEnabled(bool(free))
    for chair in free:
        place.add(chair, partial(actions.move, encounter, chair), f"moveTo_{chair}")
    left = translate("Board", "The patient has left the chair")
    menu.add(left, partial(actions.free, encounter), "freeChairAction")
    add_visit(menu, lambda *said: actions.line_deed(encounter, *said))
    return menu


def _add_free(menu: Menu, model: CardModel, actions: BoardActions) -> None:
    if model.state is State.OUT:
        back = translate("Board", "Back in service")
        menu.add(back, partial(actions.put_back, model.chair), "putBackAction")
        return
    menu.add(translate("Board", "Check in…"), partial(actions.check_in, model.chair), "checkInAction")
    menu.add(translate("Board", "Take out of service…"), partial(actions.take_out, model.chair), "takeOutAction")
