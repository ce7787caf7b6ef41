"""Widgets of one test are gone before the next: a new style sheet would otherwise dress them all again."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Let Qt delete what a test's end has asked it to."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
