"""What a nurse does in the window, as far as the bad inputs need it."""

from nursedesk.record.encounter import Encounter
from nursedesk.record.events import EncounterId
from nursedesk.store.verify import verify
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.app.suite import Suite


def paste(suite: Suite, field: str, text: str) -> None:
    """Put text into a field as a paste does, and leave the field."""
    edit = suite.hands.find(field)
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    edit.insert(text)
    edit.textEdited.emit(edit.text())
    edit.editingFinished.emit()
    QApplication.processEvents()


def check_in(suite: Suite, name: str = "ROE, Jane", chair: str = "1") -> None:
    """Fill in the form of a chair and press; whether anybody sits there then is the desk's answer."""
    suite.hands.press(f"checkInButton_{chair}")
    paste(suite, "nameField", name)
    suite.hands.press("firstAccessField_peripheral")
    suite.hands.press("checkInButton")
    suite.settle()


def sitting(suite: Suite, chair: str = "1") -> Encounter | None:
    """The visit in a chair."""
    return suite.shell.core.daybook.in_chair(chair)


def seated(suite: Suite, chair: str = "1") -> Encounter:
    """The visit in a chair where somebody sits."""
    found = sitting(suite, chair)
    assert found is not None
    return found


def hang(suite: Suite, drug: str = "infliximab", dose: str = "400", chair: str = "1") -> None:
    """Hang a drug and press start."""
    suite.hands.press(f"hangButton_{chair}")
    suite.hands.type("drugField", drug)
    if is_shown(suite, "drugField_error"):
        as_typed(suite)
    paste(suite, "doseField", dose)
    suite.hands.press("orderField")
    suite.hands.press("startNowButton")
    suite.settle()


def calm(suite: Suite) -> None:
    """Wait until a press goes through again after a dialog came or went."""
    kept = suite.station.frame.findChildren(QWidget, "secondPress")
    suite.hands.wait(lambda: not any(one.isVisible() for one in kept), "presses go through")


def as_typed(suite: Suite) -> None:
    """The last of the drugs offered: the name as it was typed."""
    QTest.keyClick(suite.hands.find("drugField"), Qt.Key.Key_Down)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(suite.station.frame.focusWidget(), key)


def shown(suite: Suite, name: str) -> str:
    """The words of a label or the error under a field."""
    widget = suite.hands.find(name)
    said = getattr(widget, "text", None)
    assert said is not None, name
    return str(said()).replace("\N{NO-BREAK SPACE}", " ")


def is_shown(suite: Suite, name: str) -> bool:
    """Whether a widget of this name can be seen."""
    return any(one.isVisible() for one in suite.station.frame.findChildren(QWidget, name))


def stored(suite: Suite, encounter: str) -> list[str]:
    """The kinds of a visit's events in the record."""
    suite.settle()
    return [one.kind for one in suite.shell.core.desk.ledger.events_of(EncounterId(encounter))]


def all_stored(suite: Suite) -> int:
    """How many visits the record has."""
    suite.settle()
    return len(suite.shell.core.desk.ledger.visits(limit=100))


def is_clean(suite: Suite) -> bool:
    """Shut the desk and walk the whole record."""
    suite.settle()
    keys = suite.shell.core.desk.ledger.keys
    return verify(suite.folder, keys).clean


def edit_time(suite: Suite, event: str) -> None:
    """Open the editor of one event's time, as a press on its row does."""
    events = suite.shell.encounter.page.record.events
    assert events.select(event)
    events.setFocus()
    QTest.keyClick(events, Qt.Key.Key_Return)
    suite.settle()
