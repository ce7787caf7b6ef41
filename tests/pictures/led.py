"""A station's window led by hand and pictured: each state it is brought to in one look or in several."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nursedesk.app import application
from nursedesk.app.hands import Hands
from nursedesk.app.language import speak
from nursedesk.app.looks import look_of
from nursedesk.app.shell import Shell
from nursedesk.app.station import Station
from nursedesk.desk import station_file
from nursedesk.outputs.languages import Language
from nursedesk.record.events import EncounterId, PersonId
from nursedesk.ui import theme
from nursedesk.ui.kit import DialogFrame
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from tests.desk.station import Clocks

NOW = datetime(2026, 11, 24, 19, 7, tzinfo=UTC)
PATIENCE_MS = 6_000
FEW_SETTLES = 3
QUICK = 60
"""How hard a PNG is packed: most of the time of a tour went into that."""


@dataclass(frozen=True, slots=True)
class View:
    """A look, and the folder of its pictures."""

    look: str
    into: Path


class PatientHands(Hands):
    """Hands that press only when the desk is ready for it: right after a dialog it keeps a second press away."""

    def press(self, name: str) -> None:
        self.wait(lambda: self._visible("secondPress") is None, "the desk takes presses")
        super().press(name)


class Led:
    """A program in one language and size of text, on the suite of a folder."""

    def __init__(self, folder: Path, language: str, percent: int, secret: str | None = None) -> None:
        self.folder, self.percent = folder, percent
        self._app = application(folder)
        speak(self._app, Language(language))
        theme.apply(self._app, theme.LIGHT, percent / 100)
        self.clocks = Clocks(wall=NOW)
        self.station = Station(self._app, folder, secret, self.clocks)
        self.hands = PatientHands(self.station.frame, PATIENCE_MS)
        self._speaks = language
        self._views: tuple[View, ...] = ()
        self._number = 0
        self.waits_for_disk = True
        """False while the disk takes nothing: the window is painted as it stands."""

    def keep_words(self) -> None:
        """The station's file says what was asked for: a suite that was just made says it otherwise."""
        station_file.change(
            self.folder,
            theme="light",
            text_percent=self.percent,
            screen_language=self._speaks,
            language=self._speaks,
        )

    @property
    def shell(self) -> Shell:
        assert self.station.shell is not None
        return self.station.shell

    def look_at(self, size: tuple[int, int], views: Iterable[View]) -> None:
        """What is pictured from now on is pictured so, numbered from 1; `size` of the window in px."""
        self.station.frame.resize(*size)
        self._views, self._number = tuple(views), 0
        for view in self._views:
            view.into.mkdir(parents=True, exist_ok=True)
        self._turn(self._views[0])

    def _turn(self, view: View) -> None:
        if theme.current().name != view.look:
            if self.station.shell is not None:
                self.shell.choose_look(look_of(view.look))
            else:
                theme.apply(self._app, theme.THEMES[view.look], self.percent / 100)

    # --- pictures ---

    def shot(self, name: str) -> None:
        """The window as it stands, with the menu that hangs over it if one does."""
        self._number += 1
        for view in self._views:
            self._turn(view)
            self.settle()
            self._picture().save(str(view.into / f"{self._number:02}-{name}.png"), "PNG", QUICK)
        self._turn(self._views[0])

    def _picture(self) -> QPixmap:
        frame = self.station.frame
        shown = frame.grab()
        menus = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not frame]
        painter = QPainter(shown)
        for menu in menus:
            painter.drawPixmap(frame.mapFromGlobal(menu.pos()), menu.grab())
        painter.end()
        return shown

    # --- who, where ---

    def come(self, person: str) -> None:
        """Somebody is at the desk, by password."""
        entrance = self.station.entrance
        assert entrance is not None and entrance.door is not None
        entrance.door.enter(PersonId(person), "password")
        entrance._come_in()
        self.settle()

    def in_chair(self, chair: str) -> EncounterId:
        """The visit in a chair where somebody sits."""
        visit = self.shell.core.daybook.in_chair(chair)
        assert visit is not None, f"nobody sits in chair {chair}"
        return EncounterId(visit.id)

    def go(self, page: str) -> None:
        """Turn to a page."""
        self.shell.window.show_page(page)
        self.settle()

    def bring(self, chair: str) -> None:
        """The card of a chair comes into sight."""
        self.settle()
        card = self.shell.board.page.card(chair)
        assert card is not None, f"the card of chair {chair} is shown"
        _into_sight(card)

    def show(self, name: str) -> None:
        """What lies below the fold comes into sight."""
        _into_sight(self.hands.find(name))

    def pass_(self, minutes: float) -> None:
        """Time goes by, and the desk notices; somebody is at it all the while."""
        self.clocks.pass_(minutes)
        self.station.idle.begin(self.station.frame.windowHandle())
        self.shell.tick()
        self.settle()

    def is_shown(self, name: str) -> bool:
        """Whether a widget of this name can be seen."""
        return any(one.isVisible() for one in self.station.frame.findChildren(QWidget, name))

    # --- in between ---

    def menu(self, button: str, name: str) -> None:
        """Press a button, picture the menu it opens, and put the menu away."""
        self.hands.press(button)
        menu = QApplication.activePopupWidget()
        assert menu is not None, f"{button} opens no menu"
        self.shot(name)
        menu.hide()
        self.settle()

    def settle(self) -> None:
        """Wait for the writer, the coder and what runs beside the window; delete what is to be deleted."""
        shell = self.station.shell
        if shell is not None and self.waits_for_disk:
            self.hands.wait(lambda: shell.core.daybook.waiting() == 0 and shell.looked(), "all is saved")
        self.paint()

    def paint(self) -> None:
        """Only what is to be painted, while the disk takes nothing."""
        self.hands.wait(lambda: not self.station.tasks.busy(), "nothing runs beside the window")
        self.repaint()

    def repaint(self) -> None:
        """Let Qt lay out and paint, and delete what waits for it."""
        for _ in range(FEW_SETTLES):
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def put_away(self) -> None:
        """What lies over the page goes, and so do menus."""
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.hide()
        for one in self.station.frame.findChildren(DialogFrame):
            if one.isVisible():
                one.cancelled.emit()
        self.settle()

    def close(self) -> None:
        """Shut the window; the next one is not to be dressed with it."""
        self.station.close()
        self.station.frame.close()
        self.station.frame.deleteLater()
        self.repaint()


def _into_sight(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(widget, 0, theme.px(16))


def reached(led: Led, states: Iterable[tuple[str, Callable[[Led], None]]]) -> list[str]:
    """Bring the program to each state; what could not be reached, by name and why."""
    wrong = []
    for name, way in states:
        try:
            way(led)
        except Exception as failure:
            wrong.append(f"{name} was not reached: {type(failure).__name__}: {failure}")
            led.shot(f"not-reached-{name.replace(' ', '-')}")
        led.put_away()
    return wrong
