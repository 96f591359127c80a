"""Parting the delegates into discussion groups: how, what comes out, and then it is done."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.actions.people.groups import apply_split
from congress_desk.domain.people.groups import SplitGroup, split_people
from congress_desk.domain.people.person import Person, Status
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.look import theme
from congress_desk.ui.records.data_table import DataTable
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber

USUAL, MOST, USUAL_SIZE = 2, 60, 30
WIDTH, HEIGHT = 820, 560


class SplitDialog(QDialog):
    """Shows the groups as they would be at each change of the settings, and applies them."""

    def __init__(self, acts: Acts, view: PeopleView, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Split the delegates into discussion groups"))
        self._acts, self._view = acts, view
        self.groups: tuple[SplitGroup, ...] = ()
        self.number = WholeNumber()
        self.together = QRadioButton(tr("Keep delegations together as far as sizes allow"))
        self.mixed = QRadioButton(tr("Mix: every delegation spread evenly over the groups"))
        self.everybody = QCheckBox(tr("Also those without a vote, and those absent throughout"))
        self.preview = DataTable(
            "splitPreview", tr("Preview of the groups"), RecordTableModel(_columns(), self),
            long=(4,), parent=self,
        )  # fmt: skip
        self.said = QLabel()
        self.submit = make_button(
            tr("Create these groups"), self._on_submitted, name="applySplit", role="primary"
        )
        self.submit.setDefault(True)
        self.leave = make_button(tr("Cancel"), self.reject, name="leaveSplit")
        self._set_up()
        self._lay_out()
        self._work_out()
        self.number.setFocus()

    @property
    def people(self) -> tuple[Person, ...]:
        """Return whom the groups are made of."""
        if self.everybody.isChecked():
            return self._view.people
        there = (Status.PRESENT, Status.ABSENT)
        voters = self._view.voters
        return tuple(p for p in self._view.people if p.id in voters and p.status in there)

    def _set_up(self) -> None:
        self.number.setObjectName("groupNumber")
        self.number.setAccessibleName(tr("Number of groups"))
        self.number.setRange(1, MOST)
        likely = len(self._view.groups) or -(-len(self.people) // USUAL_SIZE)
        self.number.setValue(min(max(likely, USUAL), MOST))
        self.number.selectAll()
        self.together.setObjectName("keepTogether")
        self.mixed.setObjectName("mixDelegations")
        self.everybody.setObjectName("alsoWithoutVote")
        self.together.setChecked(True)
        ways = QButtonGroup(self)
        ways.addButton(self.together)
        ways.addButton(self.mixed)
        self.number.valueChanged.connect(lambda _: self._work_out())
        self.together.toggled.connect(lambda _: self._work_out())
        self.everybody.toggled.connect(lambda _: self._work_out())
        self._acts.busy_changed.connect(self.submit.setDisabled)

    def _work_out(self) -> None:
        names = split_names(self._view, self.number.value())
        settled = {
            p.id: self._view.group_of(p) for p in self._view.people if p.group_id and p.group_role
        }
        together = self.together.isChecked()
        self.groups = split_people(self.people, names, together=together, settled=settled)
        self.preview.show_records(self.groups)
        moving = sum(
            self._view.group_of(person) != group.name
            for group in self.groups
            for person in group.people
        )
        self._say(
            tr("{count} people, {moving} of them in another group than now. Heads and"
               " secretaries stay in theirs.", count=len(self.people), moving=moving),
            "muted",
        )  # fmt: skip

    def _on_submitted(self) -> None:
        split = {person.id: group.name for group in self.groups for person in group.people}
        if not split:
            self._say(tr("There is nobody to split."), "wrong")
            return
        self._acts.run(apply_split, split, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self._say("\n".join(map(problem_text, value.problems)), "wrong")
        else:
            self.accept()

    def _say(self, words: str, tone: str) -> None:
        theme.set_tone(self.said, tone)
        self.said.setText(words)

    def _lay_out(self) -> None:
        self.said.setObjectName("splitSaid")
        self.said.setWordWrap(True)
        self.number.setFixedWidth(theme.px(90))
        title = QLabel(tr("Number of groups"))
        title.setBuddy(self.number)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(title)
        row.addWidget(self.number)
        row.addStretch(1)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[theme.px(20)] * 4)
        page.setSpacing(theme.px(8))
        page.addLayout(row)
        for part in (self.together, self.mixed, self.everybody):
            page.addWidget(part)
        page.addWidget(self.preview, 1)
        page.addWidget(self.said)
        page.addLayout(button_row(None, self.leave, self.submit))
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))


def split_names(view: PeopleView, number: int) -> list[str]:
    """Return names for this many groups: those there are, then new ones with the next numbers."""
    names = [group.name for group in view.groups][:number]
    taken = {name.casefold() for name in names}
    for i in range(1, MOST * 2):
        if len(names) >= number:
            break
        name = tr("Group {number}", number=i)
        if name.casefold() not in taken:
            names.append(name)
    return names


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("In group"), text=lambda group: group.name),
        TableColumn(title=tr("People"), text=lambda group: str(len(group.people)), number=True),
        TableColumn(title=tr("Women"), text=lambda group: str(group.women), number=True),
        TableColumn(
            title=tr("Delegations"), text=lambda group: str(len(group.delegations)), number=True
        ),
        TableColumn(title=tr("Which"), text=_which),
    )


def _which(group: SplitGroup) -> str:
    return ", ".join(
        f"{name or tr('(no delegation)')} ({count})" for name, count in group.delegations
    )
