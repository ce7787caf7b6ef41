"""A quiet press of the banner: beside a Stop as high as it, in a low window as low as a press may be."""

from PySide6.QtWidgets import QWidget

from nursedesk.ui.kit import QuietButton

PRESS, LOW_PRESS = 52, 44


class BannerButton(QuietButton):
    """A quiet button that gives up its icon, never its word, where the banner is narrow."""

    def __init__(self, text: str, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(text, icon=icon, name=name, height=PRESS, parent=parent)
        self._icon_name = icon

    def set_words_only(self, compact: bool) -> None:
        """Word alone, or icon and word."""
        mark = None if compact and self.text() else self._icon_name
        if mark != self._mark:
            self._mark, self._pad = mark, 12 if compact else 16
            self.updateGeometry()
            self.update()

    def set_low(self, low: bool) -> None:
        """As high as any press, or as high as a Stop."""
        height = LOW_PRESS if low else PRESS
        if height != self._height:
            self._height = height
            self.updateGeometry()
