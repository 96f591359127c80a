"""The list of an election in ballot order: add, change, remove, order, fix."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.elections.lists import (
    freeze_list,
    order_candidates,
    remove_candidate,
    sort_candidates,
    unfreeze_list,
)
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.lists.candidate_dialog import CandidateDialog
from congress_desk.ui.desks.elections.lists.candidate_rows import (
    LONG,
    CandidateRow,
    candidate_columns,
    candidate_rows,
    same_candidate,
)
from congress_desk.ui.desks.elections.lists.election_view import ElectionView
from congress_desk.ui.desks.elections.lists.freeze_form import FreezeForm
from congress_desk.ui.desks.elections.lists.many_candidates_dialog import ManyCandidatesDialog
from congress_desk.ui.desks.elections.lists.profile_dialog import ProfileDialog
from congress_desk.ui.desks.elections.lists.words import (
    above_words,
    frozen_words,
    order_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.records.tables.row_mover import RowMover
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

_BARE = ("up", "down")
_CHANGES = ("add", "many", "edit", "remove", "up", "down", "sort", "fix")
HIDDEN_WHILE_REFUSED = (*_CHANGES, "unfix")
_ALL = (*HIDDEN_WHILE_REFUSED, "profile")
LEAST_ROWS = 6
OFFERED = ("edit", "profile", "remove", "", "up", "down", "", "add", "sort", "fix", "unfix")


class CandidatesPanel(QWidget):
    """Refusals are shown in its `notice`; a fixed list can only be looked at."""

    def __init__(self, acts: Acts, messages: Messages) -> None:
        super().__init__()
        self._acts, self._messages = acts, messages
        self._view: ElectionView | None = None
        self._orders_sent = 0
        self.notice = Notice()
        self.form = FreezeForm()
        self.table = DataTable(
            "candidatesTable",
            tr("Candidates in ballot order"),
            RecordTableModel(candidate_columns(), self),
            long=LONG,
        )
        self.mover = RowMover(self.table)
        self.commands = self._make_commands()
        self.commands.refused.connect(self.notice.say_refused)
        self._first = command_button(self.commands, "add", name="addFirstCandidate", role="primary")
        beside = command_button(self.commands, "many", name="addManyFirst")
        both = QWidget()
        row = button_row(self._first, beside)
        row.setContentsMargins(0, 0, 0, 0)
        both.setLayout(row)
        self._empty = EmptyState(
            "users",
            tr("Nobody on the list yet"),
            tr("Add the people the congress put on the list; then sort them and fix the list."),
            both,
        )
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty)
        self._state = theme.label(tone="muted", wrap=True)
        self.buttons = ListToolbar(self.commands)
        self.commands.offer_in(self.table, OFFERED)
        self._connect()
        self._lay_out()

    @property
    def order_under_way(self) -> bool:
        """Say whether a new order is on its way to the file: what was read before it is old."""
        return self._orders_sent > 0

    def show_view(self, view: ElectionView) -> None:
        """Show the list of an election as it is in the file."""
        if self._view is None or self._view.election.id != view.election.id:
            self.form.close_form()
            self.notice.hide()
        self._view = view
        rows = candidate_rows(view.election.candidates, view.links)
        self._body.setCurrentWidget(self.table if rows else self._empty)
        self.table.show_records(rows, same=same_candidate)
        self._state.setText(frozen_words(view))
        self._state.setVisible(view.election.frozen)
        self.commands.refresh()
        self.buttons.setVisible(bool(view.election.candidates))
        self.mover.set_enabled(not view.election.frozen)
        if view.election.frozen:
            self.form.close_form()

    @property
    def keyboard_target(self) -> QWidget:
        """Return where work goes on: the list, or adding to an empty one."""
        return self._first if self._body.currentWidget() is self._empty else self.table

    def close_question(self) -> bool:
        """Close the question whether to fix the list; say whether it was open."""
        asked = self.form.isVisible()
        if asked:
            self.form.close_form()
            self.table.setFocus()
        return asked

    def _on_add(self) -> None:
        if self._view and not self._view.election.frozen:
            CandidateDialog(self._acts, self._view.election.id, None, self).open()

    def _on_many(self) -> None:
        if self._view and not self._view.election.frozen:
            ManyCandidatesDialog(self._acts, self._view.election, self).open()

    def _on_edit(self, row: CandidateRow | None = None) -> None:
        row = row or self.table.current
        if self._view and row and not self._view.election.frozen:
            CandidateDialog(self._acts, self._view.election.id, row.candidate, self).open()

    def _on_profile(self) -> None:
        row = self.table.current
        if row is not None and row.link is not None:
            ProfileDialog(self._acts, row.link, self).open()

    def _on_remove(self) -> None:
        row = self.table.current
        if row is None or self._view is None or self._view.election.frozen:
            return
        name = candidate_names(self._view.election.candidates)[row.candidate.id]
        self._messages.ask(
            self,
            tr("Remove {name} from the list?", name=name),
            tr("The names below move up by one; the journal keeps who stood here."),
            tr("Remove from the list"),
            self._on_remove_answered,
            danger=True,
        )

    def _on_remove_answered(self, yes: bool) -> None:
        row = self.table.current
        if yes and row is not None:
            self._acts.run(remove_candidate, row.candidate.id, done=self._on_done)

    def _on_moved(self, row: int, place: int) -> None:
        """Show the new order at once, and send it: the next key need not wait for the file."""
        if self._view is None:
            return
        people = [row.candidate for row in self.table.records]
        people.insert(place, people.pop(row))
        rows = candidate_rows(people, self._view.links)
        self.table.show_records(rows, same=same_candidate)
        self._orders_sent += 1
        self._acts.session.act(
            order_candidates,
            self._view.election.id,
            [person.id for person in people],
            done=self._on_ordered,
            actor=self._acts.actor,
        )

    def _on_ordered(self, value: Any) -> None:
        self._orders_sent -= 1
        self._on_done(value)
        if isinstance(value, Refusal) and self._view:
            self.show_view(self._view)

    def _on_sort(self) -> None:
        if self._view:
            self._acts.run(sort_candidates, self._view.election.id, done=self._on_done)

    def _on_fix(self) -> None:
        if self._view:
            names = len(self._view.election.candidates)
            self.form.ask(names, above_words(self._view), self._order_words())

    def _order_words(self) -> str:
        return order_words(self._view, self.commands.words("sort")) if self._view else ""

    def _on_fix_wanted(self, reason: str) -> None:
        if self._view:
            found = self._view.election.id
            self._acts.run(freeze_list, found, reason=reason, done=self._on_fixed)

    def _on_fixed(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.form.refuse(value)
        else:
            self.form.close_form()
            self.table.setFocus()

    def _on_unfix(self) -> None:
        if self._view:
            self._acts.run(unfreeze_list, self._view.election.id, done=self._on_done)

    def _on_done(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self.table.setFocus()

    def _make_commands(self) -> Commands:
        return Commands(
            "candidates",
            self,
            {
                "add": self._on_add,
                "many": self._on_many,
                "edit": self._on_edit,
                "profile": self._on_profile,
                "remove": self._on_remove,
                "up": lambda: self.mover.step(-1),
                "down": lambda: self.mover.step(1),
                "sort": self._on_sort,
                "fix": self._on_fix,
                "unfix": self._on_unfix,
            },
            why_not=lambda name: why_not(name, self._view, self.table.current),
            where={"remove": self.table},
            hides=HIDDEN_WHILE_REFUSED,
        )

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_edit)
        self.table.current_changed.connect(lambda _: self.commands.refresh())
        self.mover.moved.connect(self._on_moved)
        self.form.wanted.connect(self._on_fix_wanted)
        self.form.left.connect(self.table.setFocus)

    def _lay_out(self) -> None:
        self._body.setMinimumHeight(theme.px(36 + LEAST_ROWS * 32))
        column_in(self, self.notice, self.buttons, self._state, self.form, (self._body, 1))


class ListToolbar(QWidget):
    """A button for each command of the list."""

    def __init__(self, commands: Commands) -> None:
        super().__init__()
        row = FlowLayout(self)
        made = {
            name: command_button(commands, name, name=f"{name}Candidate", bare=name in _BARE)
            for name in _ALL
        }
        for button in made.values():
            row.addWidget(button)


def why_not(name: str, view: ElectionView | None, row: CandidateRow | None) -> str:
    """Return why a command is refused for a list, "" when it is not."""
    if view is None:
        return tr("Choose an election first")
    if name == "unfix":
        held = (
            tr("A round was opened on this list; cancel it first while it is not declared")
            if view.held
            else ""
        )
        return held if view.election.frozen else tr("The list is not fixed")
    if name == "profile":
        known = row is not None and row.link is not None
        return "" if known else tr("Choose somebody who is in the register")
    if name in _CHANGES and view.election.frozen:
        return tr("The list is fixed; open it again first")
    least = {"add": 0, "many": 0, "up": 2, "down": 2, "sort": 2}.get(name, 1)
    if len(view.election.candidates) < least:
        return tr("Put names on the list first")
    return ""
