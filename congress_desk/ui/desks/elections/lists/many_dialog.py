"""Many people onto a list at once: marked in the register, or pasted from Excel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from congress_desk.actions.elections.lists import add_candidates
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.people.person import Person
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.domain.text.name_order import ballot_order_key
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.look import theme
from congress_desk.ui.records.form_dialog import FormDialog
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.buttons import make_button

_WIDTH, _ROWS = 620, 12
_PERSON = Qt.ItemDataRole.UserRole


class ManyCandidatesDialog(FormDialog):
    """A filter over people with a tick each; what is ticked goes onto the list in one act."""

    def __init__(self, acts: Acts, election: Election, parent: QWidget | None) -> None:
        super().__init__(
            tr("Add many people to the list"), tr("Add"), parent, acts=acts, leave=tr("Close")
        )
        self._election = election
        self._on_list = {(fold(c.name), c.born) for c in election.candidates}
        self.setMinimumWidth(theme.px(_WIDTH))
        self.filter = self.add_line(
            tr("Show only"), "manyFilter", hint=tr("name, unit or office, with or without accents")
        )
        self.people = QListWidget()
        self.people.setMinimumHeight(theme.px(_ROWS * 28))
        self.add_field(tr("Choose from"), self.people, "manyPeople")
        self.paste = make_button(
            tr("Paste people copied in Excel"), self._on_paste, name="pastePeople", icon="copy"
        )
        self.form.addRow("", self.paste)
        self.filter.textChanged.connect(self._on_filter)
        self.people.itemChanged.connect(self._on_ticked)
        self.submitted.connect(self._on_submitted)
        acts.session.ask(register, done=self._on_register)
        self._on_ticked()

    @property
    def ticked(self) -> tuple[Person, ...]:
        """Return who is ticked, whether in sight or not."""
        items = (self.people.item(row) for row in range(self.people.count()))
        return tuple(
            item.data(_PERSON) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _on_register(self, people: tuple[Person, ...]) -> None:
        voters = (person for person in people if person.has_vote)
        ordered = sorted(voters, key=lambda p: ballot_order_key(p.name, p.born))
        self._show(ordered, Qt.CheckState.Unchecked)
        self._on_filter()

    def _show(self, people: Iterable[Person], state: Qt.CheckState, *, first: bool = False) -> int:
        shown = 0
        for person in people:
            key = (fold(person.name), person.born)
            if key in self._on_list:
                continue
            self._on_list.add(key)
            item = QListWidgetItem(_line(person))
            item.setData(_PERSON, person)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(state)
            self.people.insertItem(shown if first else self.people.count(), item)
            shown += 1
        self._on_ticked()
        return shown

    def _on_filter(self) -> None:
        wanted = fold(self.filter.text())
        for row in range(self.people.count()):
            item = self.people.item(row)
            item.setHidden(bool(wanted) and wanted not in fold(item.text()))

    def _on_paste(self) -> None:
        """Put the people of the clipboard on top, ticked; tick those who are there already."""
        # The readers of workbooks are loaded when something is pasted, not with the desk.
        from congress_desk.imports.register.pasted import read_pasted

        found = read_pasted(QApplication.clipboard().text())
        if isinstance(found, Refusal):
            self.refuse(found)
            return
        pasted = [line.person for line in found.lines]
        known = {(fold(p.name), p.born) for p in pasted}
        for row in range(self.people.count()):
            item = self.people.item(row)
            person = item.data(_PERSON)
            if (fold(person.name), person.born) in known:
                item.setCheckState(Qt.CheckState.Checked)
        self._show(pasted, Qt.CheckState.Checked, first=True)
        self.filter.clear()
        told = [problem_text(each) for each in found.problems]
        told.insert(0, tr("{count} people pasted", count=len(pasted)))
        self.say("\n".join(told), "look" if found.problems else "holds")

    def _on_ticked(self) -> None:
        count = len(self.ticked)
        self.submit.setEnabled(count > 0)
        self.submit.setText(tr("Add {count} people", count=count))

    def _on_submitted(self) -> None:
        chosen = [
            Candidate(name=p.name, born=p.born, gender=p.gender, role=p.position)
            for p in self.ticked
        ]
        if chosen:
            self.run(add_candidates, self._election.id, chosen)


def _line(person: Person) -> str:
    parts = (person.name, vietnamese_date(person.born), person.position, person.delegation)
    return " · ".join(part for part in parts if part)
