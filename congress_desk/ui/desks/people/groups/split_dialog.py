"""Splitting the delegates into discussion groups: how, what comes out, and then it is done."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QWidget,
)

from congress_desk.actions.people.groups import apply_split
from congress_desk.domain.people.groups import SplitGroup, split_people
from congress_desk.domain.people.person import Person, Status
from congress_desk.i18n import tr
from congress_desk.ui.desks.people.people_view import PeopleView
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.table_model import RecordTableModel, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

USUAL, MOST, USUAL_SIZE = 2, 60, 30
WIDTH, HEIGHT = 820, 560


class SplitDialog(FormDialog):
    """Shows the groups as they would be at each change of the settings, and applies them."""

    def __init__(self, acts: Acts, view: PeopleView, parent: QWidget | None) -> None:
        title, submit = tr("Split the delegates into discussion groups"), tr("Create these groups")
        super().__init__(title, submit, parent, acts=acts)
        self._view = view
        self.groups: tuple[SplitGroup, ...] = ()
        self.number = WholeNumber()
        self.together = QRadioButton(tr("Keep delegations together as far as sizes allow"))
        self.mixed = QRadioButton(tr("Mix: every delegation spread evenly over the groups"))
        self.everybody = QCheckBox(tr("Also those without a vote, and those absent throughout"))
        self.preview = DataTable(
            "splitPreview", tr("Preview of the groups"), RecordTableModel(_columns(), self),
            long=(4,), parent=self,
        )  # fmt: skip
        self._add_fields()
        self.add_body(self.preview)
        be_large(self, WIDTH, HEIGHT)
        self.submitted.connect(self._on_submitted)
        self._work_out()

    @property
    def people(self) -> tuple[Person, ...]:
        """Return whom the groups are made of."""
        if self.everybody.isChecked():
            return self._view.people
        there = (Status.PRESENT, Status.ABSENT)
        voters = self._view.voters
        return tuple(p for p in self._view.people if p.id in voters and p.status in there)

    def _add_fields(self) -> None:
        self.number.setRange(1, MOST)
        likely = len(self._view.groups) or -(-len(self.people) // USUAL_SIZE)
        self.number.setValue(min(max(likely, USUAL), MOST))
        self.number.setFixedWidth(theme.px(90))
        self.add_field(tr("Number of groups"), self.number, "groupNumber")
        self.number.selectAll()
        for box, name in (
            (self.together, "keepTogether"),
            (self.mixed, "mixDelegations"),
            (self.everybody, "alsoWithoutVote"),
        ):
            self.add_field("", box, name)
            box.setAccessibleName(box.text())
        ways = QButtonGroup(self)
        ways.addButton(self.together)
        ways.addButton(self.mixed)
        self.together.setChecked(True)
        self.number.valueChanged.connect(self._work_out)
        self.together.toggled.connect(self._work_out)
        self.everybody.toggled.connect(self._work_out)

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
        self.say(
            tr("{count} people, {moving} of them in another group than now. Heads and"
               " secretaries stay in theirs.", count=len(self.people), moving=moving),
            "muted",
        )  # fmt: skip

    def _on_submitted(self) -> None:
        split = {person.id: group.name for group in self.groups for person in group.people}
        if split:
            self.run(apply_split, split)
        else:
            self.refuse_words(tr("There is nobody to split."), self.number)


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
