"""Many people onto a list at once: marked in the register, or pasted from Excel."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from congress_desk.actions.elections.lists import add_candidates
from congress_desk.actions.nomination.names import nominate
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.nomination.nominee import Nominee, Source
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.domain.text.name_order import ballot_order_key
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.lists.election_view import register
from congress_desk.ui.desks.elections.lists.origin_fields import OriginFields
from congress_desk.ui.look import theme
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.tables.filter_line import FilterLine
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts

_WIDTH, _ROWS = 720, 7
_SAID = 5
_PERSON = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class ManyCandidatesDialog(FormDialog):
    """A filter over people with a tick each; what is ticked goes onto the list in one act.

    With a `source` chosen the names are put forward from there; `there` are names of the election
    that are not on its list, and are not offered again.
    """

    def __init__(
        self,
        acts: Acts,
        election: Election,
        parent: QWidget | None,
        *,
        source: Source | None = None,
        there: Iterable[Nominee] = (),
    ) -> None:
        super().__init__(
            tr("Add many people to the list"), tr("Add"), parent, acts=acts, leave=tr("Close")
        )
        self._election = election
        known = [*election.candidates, *(n.candidate for n in there if n.stands)]
        self._on_list = {(fold(c.name), c.born) for c in known}
        self.be_wide(_WIDTH)
        title, hint = tr("Show only"), tr("name, unit or office, with or without accents")
        self.filter = FilterLine("manyFilter", title, hint)
        self.add_field(title, self.filter, "manyFilter")
        self.people = QListWidget()
        self.people.setMinimumHeight(theme.px(_ROWS * 28))
        # Long offices go on in a second line: nobody scrolls sideways through people.
        self.people.setWordWrap(True)
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.add_field(tr("Choose from"), self.people, "manyPeople")
        self.paste = make_button(
            tr("Paste people copied in Excel"), self._on_paste, name="pastePeople", icon="copy"
        )
        self.all = make_button(
            tr("Tick all shown"), self._on_all, name="tickShown", role="link",
            tip=tr("Everybody whom the filter leaves in sight"),
        )  # fmt: skip
        self.none = make_button(tr("Tick nobody"), self._on_none, name="tickNobody", role="link")
        self.form.addRow("", button_row(self.all, self.none, None))
        self.form.addRow("", self.paste)
        self.origin = OriginFields(self, chosen=source, unsaid=source is None)
        self.wrong = {"nominator_is_bound": self.origin.by}
        self.filter.textChanged.connect(self._on_filter)
        self.filter.left.connect(self._to_people)
        self.people.itemChanged.connect(self._on_ticked)
        self.submitted.connect(self._on_submitted)
        acts.session.ask(register, done=self._on_register)
        self._on_ticked()

    @property
    def ticked(self) -> tuple[Person, ...]:
        """Return who is ticked, whether in sight or not."""
        return tuple(item.data(_PERSON) for item in self._items() if item.checkState() is _ON)

    def _items(self) -> list[QListWidgetItem]:
        return [self.people.item(row) for row in range(self.people.count())]

    def _on_register(self, people: tuple[Person, ...]) -> None:
        self.origin.set_people(people)
        voters = (person for person in people if person.has_vote)
        ordered = sorted(voters, key=lambda p: ballot_order_key(p.name, p.born))
        self._show(ordered, _OFF)
        self._on_filter()
        if not people:
            self.say(tr("The register is empty: paste the names copied in Excel."), "look")

    def _show(self, people: Iterable[Person], state: Qt.CheckState, *, first: bool = False) -> int:
        shown = 0
        self.people.blockSignals(True)
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
        self.people.blockSignals(False)
        self._on_ticked()
        return shown

    def _on_filter(self) -> None:
        """Leave in sight whom the words find in any order, with or without accents."""
        items = self._items()
        typed = self.filter.text().strip()
        found = {id(p) for p in PersonFinder([i.data(_PERSON) for i in items]).find(typed)}
        for item in items:
            item.setHidden(bool(typed) and id(item.data(_PERSON)) not in found)

    def _to_people(self) -> None:
        """Go from the filter to the first it leaves in sight: Space ticks there."""
        shown = next((item for item in self._items() if not item.isHidden()), None)
        if shown is not None:
            self.people.setCurrentItem(shown)
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_all(self) -> None:
        self._tick([item for item in self._items() if not item.isHidden()], _ON)

    def _on_none(self) -> None:
        self._tick(self._items(), _OFF)

    def _tick(self, items: Iterable[QListWidgetItem], state: Qt.CheckState) -> None:
        self.people.blockSignals(True)
        for item in items:
            item.setCheckState(state)
        self.people.blockSignals(False)
        self._on_ticked()

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
        there = [i for i in self._items() if _key(i) in known]
        self._tick(there, _ON)
        shown = self._show(pasted, _ON, first=True)
        self.filter.clear()
        wrong = [*found.problems, *found.notes]
        notes = [problem_text(each) for each in wrong[:_SAID]]
        if len(wrong) > _SAID:
            notes.append(tr("and {count} more notes", count=len(wrong) - _SAID))
        notes.insert(0, tr("{count} people pasted", count=len(pasted)))
        left = len(pasted) - shown - len(there)
        if left > 0:
            notes.append(tr("{count} of them are on the list already", count=left))
        self.say("\n".join(notes), "look" if wrong or left > 0 else "holds")

    def _on_ticked(self) -> None:
        count = len(self.ticked)
        self.submit.setEnabled(count > 0)
        self.submit.setText(tr("Add {count} people", count=count))

    def _on_submitted(self) -> None:
        chosen = [
            Candidate(name=p.name, born=p.born, gender=p.gender, role=p.position)
            for p in self.ticked
        ]
        if chosen and self.origin.said:
            self.run(nominate, self._election.id, chosen, self.origin.origin)
        elif chosen:
            self.run(add_candidates, self._election.id, chosen)


def _key(item: QListWidgetItem) -> tuple[str, str]:
    person = item.data(_PERSON)
    return fold(person.name), person.born


def _line(person: Person) -> str:
    parts = (person.name, vietnamese_date(person.born), person.position, person.delegation)
    return " · ".join(part for part in parts if part)
