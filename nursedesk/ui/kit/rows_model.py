"""A list model for rows that are plain values: what is shown is repainted only where a row has changed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

ROW = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """`key` names a row across updates; `spoken` is what assistive tools and searches read."""

    def __init__(
        self, key: Callable[[Any], str], spoken: Callable[[Any], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: tuple[Any, ...] = ()
        self._key, self._spoken = key, spoken

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows. A selection survives when its row is still there at its place."""
        wanted = tuple(rows)
        if [self._key(row) for row in wanted] != [self._key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = wanted
            self.endResetModel()
            return
        before, self._rows = self._rows, wanted
        for place, (old, new) in enumerate(zip(before, wanted, strict=True)):
            if old != new:
                index = self.index(place)
                self.dataChanged.emit(index, index)

    def rows(self) -> tuple[Any, ...]:
        """What is shown."""
        return self._rows

    def place_of(self, key: str) -> int:
        """The place of a row, -1 when it is not there."""
        return next((place for place, row in enumerate(self._rows) if self._key(row) == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row)
        return None
