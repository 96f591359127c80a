"""The form that opens a round: D, present, papers, bundles; then the count begins."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.actions.elections.rounds import open_round
from congress_desk.domain.elections.round import Accounting
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import finding_text, problem_text, tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.opening.base_panel import BasePanel
from congress_desk.ui.desks.elections.opening.list_choice import ListChoice
from congress_desk.ui.desks.elections.opening.round_words import needed_words
from congress_desk.ui.desks.elections.opening.view import (
    OpeningView,
    early_findings,
    needed_of,
    opening_view,
)
from congress_desk.ui.look import theme
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.acts import Acts
from congress_desk.ui.widgets.buttons import button_row, command_button
from congress_desk.ui.widgets.inputs.field_grid import FieldGrid
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    column,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice

BUNDLE_SIZE = 25
FORM_WIDTH = 620
_FIELD_OF_FINDING = {
    "present_above_convened": "present",
    "issued_above_present": "issued",
    "returned_above_issued": "returned",
}


class OpeningScreen(QWidget):
    """`left` goes back to the election; `opened` carries the new round."""

    left = Signal(int)
    opened = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._acts = Acts(session, self)
        self._view: OpeningView | None = None
        self._election_id = 0
        self.head = PageHead(self, tr("Back to the election"))
        self.head.back.connect(lambda: self.left.emit(self._election_id))
        self.notice = Notice()
        self.base = BasePanel()
        self.base.edited.connect(self._check)
        self.papers = self._make_papers()
        self.list = ListChoice()
        self._needed = theme.subtitle()
        self.commands = Commands("opening", self, {"open": self._on_open}, why_not=self._why_not)
        self.open_button = command_button(self.commands, "open", name="openRound", role="primary")
        self._acts.busy_changed.connect(self.commands.refresh)
        self.papers.at_end = self.open_button.setFocus
        self.base.fields.at_end = self.papers.fields["present"].setFocus
        body = scrolling(SideBySide(self._form(), self._side(), side_width=340))
        foot = button_row(self._needed, self.open_button, spacing=16)
        foot.setStretch(0, 1)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)

    def show_election(self, election_id: int) -> None:
        """Begin a form for the next round of an election."""
        self._election_id = election_id
        self._view = None
        self.notice.hide()
        self._session.ask(opening_view, election_id, done=self._on_read)

    def _on_read(self, view: OpeningView) -> None:
        if view.election.id != self._election_id:
            return
        self.head.show_words(
            tr("Open round {number} · {title}", number=view.number, title=view.election.title),
            tr("A number that is not known yet stays empty; it can be typed during the count."),
        )
        if isinstance(view.plan, Refusal):
            self.notice.say_problems(view.plan.problems)
        self.list.show_plan(view)
        present = view.base.present or None
        hint = tr("{count} by the roll call", count=present) if present else ""
        self.papers.show_hint("present", hint)
        for key, number in (("present", present), ("issued", None), ("returned", None)):
            self.papers.show_number(key, number)
        self.papers.show_number("bundle", BUNDLE_SIZE)
        self._view = view
        self.commands.refresh()
        self.base.show_base(view.base, known=view.register_known)
        first = "present" if view.register_known else "convened"
        grid = self.papers if view.register_known else self.base.fields
        take_keyboard(self, grid.fields[first])

    def _why_not(self, name: str) -> str:
        """Return why the round cannot be opened, "" where it can."""
        if self._view is None or self._acts.busy:
            return tr("The election is being read")
        plan = self._view.plan
        return problem_text(plan.first) if isinstance(plan, Refusal) else ""

    def _accounting(self) -> Accounting:
        return Accounting(
            convened=self.base.convened,
            present=self.papers.number("present"),
            issued=self.papers.number("issued"),
            returned=self.papers.number("returned"),
        )

    def _check(self) -> None:
        """Say at once which numbers cannot be right together; the round opens all the same."""
        if self._view is None:
            return
        accounting = self._accounting()
        self.papers.clear()
        if accounting.convened:
            for finding in early_findings(self._view, accounting):
                self.papers.say(_FIELD_OF_FINDING[finding.code], finding_text(finding), "look")
        self._needed.setText(needed_words(self._view, needed_of(self._view, accounting)))

    def _on_open(self) -> None:
        if self._view is None or isinstance(self._view.plan, Refusal):
            return
        self.notice.hide()
        may_change = self._view.list_may_change
        self._acts.run(
            open_round,
            self._election_id,
            accounting=self._accounting(),
            by_hand=self.base.is_by_hand,
            bundle_size=self.papers.number("bundle") or 0,
            reason=self.list.reason.text(),
            seats=self.list.seats.value() if may_change else None,
            candidate_ids=[c.id for c in self.list.chosen] if may_change else None,
            done=self._on_opened,
        )

    def _on_opened(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self._refuse(value.first)
        else:
            self.opened.emit(value)

    def _refuse(self, problem: Problem) -> None:
        """Say a refusal at the field it is about."""
        words = problem_text(problem)
        papers = {"bundle_size_wrong": "bundle"}
        if problem.code == "accounting_number_wrong":
            papers[problem.code] = str(problem.params["field"]).removeprefix("field.")
        lists: dict[str, QWidget] = {
            "surplus_needs_reason": self.list.reason,
            "round_seats_wrong": self.list.seats,
            "list_empty": self.list.names,
            "list_not_of_round": self.list.names,
        }
        if problem.code == "base_wrong":
            self.base.refuse(words)
        elif problem.code in papers:
            self.papers.say(papers[problem.code], words, "wrong")
            self.papers.fields[papers[problem.code]].setFocus()
        elif problem.code in lists:
            self.list.refuse(words, lists[problem.code])
        else:
            self.notice.say_problems((problem,))

    def _make_papers(self) -> FieldGrid:
        papers = FieldGrid(self._check)
        papers.add_number("present", tr("Present at the vote"), "openPresent")
        papers.add_number("issued", tr("Ballots issued"), "openIssued")
        papers.add_number("returned", tr("Ballots returned"), "openReturned")
        papers.add_number(
            "bundle", tr("Ballots in a bundle"), "openBundle", tr("as the covers are written")
        )
        return papers

    def _form(self) -> QWidget:
        form = column(
            theme.section(tr("The base D")),
            self.base,
            theme.section(tr("People and papers")),
            self.papers,
            spacing=12,
        )
        form.setMaximumWidth(theme.px(FORM_WIDTH))
        layout = form.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertSpacing(2, theme.px(12))
        return form

    def _side(self) -> QWidget:
        return column(theme.section(tr("List and seats")), self.list)
