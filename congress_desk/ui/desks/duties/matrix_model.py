"""The table of members by sessions: a cell has what a member does there, line by line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from congress_desk.domain.duties.plan import Deed, DutySession
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import organ_key
from congress_desk.i18n import tr
from congress_desk.ui.desks.duties.words import deed_text, organ_text, post_titles, session_text
from congress_desk.ui.model_index import Index

NOWHERE = QModelIndex()
LINES = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CellLine:
    """A line of a cell: struck when another does it, with `remark` saying who, or for whom."""

    deed: Deed
    text: str
    struck: bool = False
    remark: str = ""


class MatrixModel(QAbstractTableModel):
    """Rows are memberships, those that ended as long as they have something; columns sessions."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.duties: tuple[Duty, ...] = ()
        self.sessions: tuple[DutySession, ...] = ()
        self._cells: dict[tuple[int, str], tuple[CellLine, ...]] = {}
        self._titles: dict[int, str] = {}

    def show_view(self, view: DutiesView) -> None:
        """Show the members in the order of their organs."""
        self.beginResetModel()
        cells: dict[tuple[int, str], list[CellLine]] = {}
        for deed in view.deeds:
            for duty_id, line in _lines(deed):
                cells.setdefault((duty_id, deed.session.key), []).append(line)
        busy = {duty_id for duty_id, _ in cells}
        self.duties = tuple(
            duty
            for group in view.groups
            for duty in (*group.members, *group.left)
            if not duty.until or duty.id in busy
        )
        self.sessions = view.sessions
        self._cells = {place: tuple(lines) for place, lines in cells.items()}
        self._titles = post_titles(view)
        self.endResetModel()

    def duty(self, row: int) -> Duty:
        """Return the membership of a row."""
        return self.duties[row]

    def lines(self, index: Index) -> tuple[CellLine, ...]:
        """Return what stands in a cell."""
        if not index.isValid():
            return ()
        place = (self.duties[index.row()].id, self.sessions[index.column()].key)
        return self._cells.get(place, ())

    def whole(self, index: Index) -> Deed | None:
        """Return what the member was given for the whole session of a cell."""
        duty_id = self.duties[index.row()].id
        found = (line.deed for line in self.lines(index))
        return next((d for d in found if not d.planned and d.given_to.id == duty_id), None)

    def place(self, duty_id: int, session: str | None) -> QModelIndex:
        """Return the cell of a member in a session, the first one when it is not said which."""
        rows = [duty.id for duty in self.duties]
        keys = [found.key for found in self.sessions]
        if duty_id not in rows:
            return QModelIndex()
        column = keys.index(session) if session in keys else 0
        return self.index(rows.index(duty_id), column)

    def title(self, row: int) -> tuple[str, str]:
        """Return the name of a member, and the organ with the title."""
        duty = self.duties[row]
        organ = organ_text(organ_key(duty), self._titles)
        below = tr("{organ} · left", organ=organ) if duty.until else organ
        return duty.name, below

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.duties)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.sessions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        lines = self.lines(index)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return "\n".join(_words(line) for line in lines)
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.duties[index.row()].name
                session = session_text(self.sessions[index.column()]).replace("\n", " ")
                cell_text = "; ".join(_words(line) for line in lines) or tr("nothing")
                return f"{name}, {session}: {cell_text}"
            case Qt.ItemDataRole.EditRole:
                whole = self.whole(index)
                return whole.assignment.what if whole else ""
            case _ if role == LINES:
                return lines
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return session_text(self.sessions[section]) if section < len(self.sessions) else None
        return "\n".join(self.title(section)) if section < len(self.duties) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not self.duties[index.row()].until:
            found |= Qt.ItemFlag.ItemIsEditable
        return found


def _lines(deed: Deed) -> list[tuple[int, CellLine]]:
    """Return the lines of an assignment, by membership: of who was given it, and who does it."""
    text = deed_text(deed)
    if not deed.relieved:
        return [(deed.given_to.id, CellLine(deed=deed, text=text))]
    by = deed.duty.name if deed.duty else tr("nobody yet")
    struck = CellLine(deed=deed, text=text, struck=True, remark=f"→ {by}")
    found = [(deed.given_to.id, struck)]
    if deed.duty is not None:
        remark = tr("for {name}", name=deed.given_to.name)
        found.append((deed.duty.id, CellLine(deed=deed, text=text, remark=remark)))
    return found


def _words(line: CellLine) -> str:
    return f"{line.text} ({line.remark})" if line.remark else line.text
