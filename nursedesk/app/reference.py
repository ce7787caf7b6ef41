"""The reference page's wiring: made when it is first shown, since most days nobody asks."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nursedesk.app.core import Core


class ReferenceWiring:
    """What each code is for."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self.page = QWidget()
        self._column = QVBoxLayout(self.page)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._made = False

    def show(self) -> None:
        """Have the page there."""
        if self._made:
            return
        from nursedesk.catalog.reference import load_reference
        from nursedesk.ui.reference.page import ReferencePage

        rulebook = self._core.rulebook()
        inner = ReferencePage(load_reference(rulebook.codes), rulebook)
        self._column.addWidget(inner)
        self.page.setFocusProxy(inner)
        self._made = True
