"""Where the desk meets the world outside: file dialogs, printers, the time between two looks at a queue."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from nursedesk.app import closing, downtime, printing
from nursedesk.outputs.paper.printing import Outcome
from nursedesk.outputs.paper.queues import Queue
from PySide6.QtWidgets import QFileDialog

PRINTER = "Suite-Laser-2"


@contextmanager
def outside(folder: Path) -> Iterator[list[str]]:
    """File dialogs name a new file in `folder` or are put away; yields the printers that were sent something."""
    sent: list[str] = []
    numbers = itertools.count(1)

    def save(*asked: object, **_: object) -> tuple[str, str]:
        kinds = str(asked[3]) if len(asked) > 3 else ""
        kind = kinds.split(";;")[0]
        # Every third time somebody thinks better of it.
        number = next(numbers)
        ending = kind[kind.find("*.") + 2 : -1] if "*." in kind else "out"
        return (str(folder / f"{number}.{ending}"), kind) if number % 3 else ("", "")

    def send(sheet: object, printer: str, *_: object) -> Outcome:
        sent.append(printer)
        return Outcome(True, f"Sent 1 copy to “{printer}”. Did it come out?")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(QFileDialog, "getSaveFileName", save)
        patch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))
        patch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
        patch.setattr(QFileDialog, "exec", lambda _: 0)
        for room, name in (
            (closing, "default_printer"),
            (printing, "default_printer"),
            (downtime, "default_printer"),
        ):
            patch.setattr(room, name, lambda: PRINTER)
        for room in (printing, downtime):
            patch.setattr(room, "printers", lambda: (PRINTER,))
        for room in (closing, printing):
            patch.setattr(room, "print_ticket", send)
        patch.setattr(downtime, "print_downtime", send)
        patch.setattr(printing, "queue_of", lambda name: Queue(name, there=name == PRINTER))
        yield sent
