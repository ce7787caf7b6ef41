"""Painting without a screen: for commands that make a PDF or a picture."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from nursedesk.outputs.paper.page import use_fonts


@contextmanager
def painting(fonts: Path) -> Iterator[None]:
    """Have a Qt application to paint with, and the fonts of a folder: the one there is, or one off screen."""
    there = QGuiApplication.instance()
    if there is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        there = QGuiApplication(["nursedesk"])
        use_fonts(fonts)
    yield
    del there
