"""The wiring of the tickets and shift pages: rows from the record."""

from PySide6.QtCore import QCoreApplication

from nursedesk.app.core import Core

translate = QCoreApplication.translate

__all__ = ["Core"]
