"""Before a round opens: what the rules want first, the figures, and the act that opens it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.actions.elections.rounds import open_round
from congress_desk.actions.motions import add_motion
from congress_desk.domain.elections.checks.pace import EntryPlan
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.elections.round import Part
from congress_desk.domain.opening.conditions import conditions
from congress_desk.domain.opening.facts import Condition, GoingOn, Mending
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import finding_text, problem_text, tr
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import DeskPlace
from congress_desk.ui.desks.elections.counting.pace_dialog import PaceDialog
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.opening.conditions_panel import ConditionsPanel
from congress_desk.ui.desks.elections.opening.figures import Figures
from congress_desk.ui.desks.elections.opening.going_on_form import GoingOnForm
from congress_desk.ui.desks.elections.opening.list_choice import ListChoice
from congress_desk.ui.desks.elections.opening.round_words import needed_words
from congress_desk.ui.desks.elections.opening.view import (
    OpeningView,
    early_findings,
    needed_of,
    opening_view,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.election_words import title_of_part
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    column,
    has_keyboard,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice

_FIELD_OF_FINDING = {
    "present_above_convened": "present",
    "issued_above_present": "issued",
    "returned_above_issued": "returned",
}


class OpeningScreen(ElectionScreen):
    """What is known before a round opens, what the rules want, and the button that opens it."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._view: OpeningView | None = None
        self._election_id = 0
        self._conditions: tuple[Condition, ...] = ()
        self.head = PageHead(self, tr("Back to the election"))
        self.head.sentence.hide()
        self.head.back.connect(lambda: self.go("election", self._election_id))
        self.notice = Notice()
        self.conditions = ConditionsPanel()
        self.conditions.mend_wanted.connect(self._on_mend_wanted)
        self.figures = Figures()
        self.figures.edited.connect(self._check)
        self.list = ListChoice()
        self.list.edited.connect(self._check)
        self._needed = theme.subtitle()
        self.commands = Commands(
            "opening",
            self,
            {
                "open": self._on_open,
                "ballots": lambda: self.go("ballots", self._election_id),
                "pace": self._on_pace,
            },
            why_not=self._why_not,
            words=self._words,
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.open_button = command_button(self.commands, "open", name="openRound", role="primary")
        theme.set_property(self.open_button, "control", "tall")
        self.open_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.open_button.setMinimumHeight(theme.px(42))
        self._says = theme.subtitle()
        self.anyway = GoingOnForm()
        self.anyway.going_on.connect(self._open)
        self.figures.finished.connect(self._after_figures)
        self._acts.busy_changed.connect(self._show_open)
        main = column(
            self.list, self._needed, self.conditions.head, self.figures, self.conditions, spacing=8
        )
        pace = command_button(self.commands, "pace", name="entryPace", role="link")
        papers = command_button(self.commands, "ballots", name="openingBallots", role="link")
        side = column(self.open_button, self._says, self.anyway, papers, pace)
        self._body = scrolling(SideBySide(main, side, side_width=300, room=700, whole=True))
        lay_out_page(self, self.head, self.notice, self._body, body=self._body)

    def show_record(self, number: int, at: str = "") -> None:
        """Begin with the next round of an election."""
        self._election_id = number
        self._view = None
        self.notice.hide()
        self.anyway.clear()
        self.refresh()

    def refresh(self) -> None:
        """Read again what is known; figures that were typed stay."""
        self._reader.ask(opening_view, self._election_id, done=self._on_read)

    def _on_read(self, view: OpeningView) -> None:
        if view.election.id != self._election_id:
            return
        had_keyboard = has_keyboard(self)
        first = self._view is None or self._view.number != view.number
        part = Part.OFFICIAL if isinstance(view.plan, Refusal) else view.plan.part
        title = title_of_part(view.election.title, part)
        self.head.show_words(
            tr("Before round {number} opens: {title}", number=view.number, title=title), ""
        )
        if isinstance(view.plan, Refusal):
            self.notice.say_problems(view.plan.problems)
        self._view = view
        if first or self.list.plan_changed(view):
            self.list.show_plan(view)
        self.figures.show_view(view) if first else self.figures.follow(view)
        self._check()
        if had_keyboard and (first or not has_keyboard(self)):
            # The button that had it is gone with what it mended.
            self._next_step().setFocus()
        elif first:
            take_keyboard(self, self._next_step())

    def _next_step(self) -> QWidget:
        """Return what is to be done next: figures that are not known, a remedy, or to open."""
        if self.figures.is_open:
            return self.figures.first_field
        return self.conditions.remedies[0] if self.conditions.remedies else self.open_button

    def _check(self) -> None:
        """Judge figures and list as they stand now, at each change."""
        view = self._view
        if view is None:
            return
        accounting, papers = self.figures.accounting, self.figures.papers
        self.figures.say_line()
        papers.clear()
        if accounting.convened:
            for finding in early_findings(view, accounting):
                papers.say(_FIELD_OF_FINDING[finding.code], finding_text(finding), "look")
        self._needed.setText(needed_words(view, needed_of(view, accounting)))
        self._conditions = self._judged(view)
        self.conditions.show_conditions(self._conditions, view.base_clause)
        self._show_open()

    def _judged(self, view: OpeningView) -> tuple[Condition, ...]:
        if view.facts is None:
            return ()
        facts = view.facts
        if view.list_may_change:
            facts = replace(facts, candidates=self.list.chosen, seats=self.list.seats.value())
        return conditions(facts, self.figures.accounting, by_hand=self.figures.base.is_by_hand)

    def _show_open(self) -> None:
        view = self._view
        if view is None:
            return
        missing = [c.finding.code for c in self._conditions if c.finding is not None]
        possible = not isinstance(view.plan, Refusal)
        self.conditions.setVisible(possible)
        theme.set_property(self.open_button, "role", "" if missing else "primary")
        self.commands.refresh()
        says = tr("Opens when nothing is missing.") if missing else tr(
            "The list, D and who is present are fixed then."
        )  # fmt: skip
        self._says.setText(says if possible else "")
        self.anyway.setVisible(possible and bool(missing))
        self.anyway.show_missing(missing, view.presidium)
        self.anyway.set_busy(self._acts.busy)

    def _words(self, name: str) -> str:
        number = self._view.number if self._view else 1
        return tr("Open round {number}", number=number) if name == "open" else ""

    def _on_pace(self) -> None:
        self._session.ask(entry_settings, done=self._show_pace)

    def _show_pace(self, settings: EntrySettings) -> None:
        view = self._view
        if view is None or isinstance(view.plan, Refusal):
            return
        known, listed = self.figures.accounting, view.plan.candidates
        plan = EntryPlan(
            ballots=max(known.issued or known.present or known.convened or 1, 1),
            names=max(len(listed), 1),
            strikes=max(len(listed) - view.plan.seats, 0),
            passes=settings.passes,
        )
        PaceDialog(self._session, plan, self).open()

    def _why_not(self, name: str) -> str:
        """Return why the round cannot be opened, "" where it can."""
        if self._view is None or self._acts.busy:
            return tr("The election is being read")
        if name in ("pace", "ballots"):
            return ""
        if isinstance(self._view.plan, Refusal):
            return problem_text(self._view.plan.first)
        missing = sum(not condition.met for condition in self._conditions)
        return tr("{count} are not met yet", count=missing) if missing else ""

    def _after_figures(self) -> None:
        if self.open_button.isEnabled():
            self.open_button.setFocus()
        elif self.conditions.remedies:
            self.conditions.remedies[0].setFocus()

    def _on_open(self) -> None:
        self._open(None)

    def _open(self, going_on: GoingOn | None) -> None:
        if self._view is None or isinstance(self._view.plan, Refusal):
            return
        self.notice.hide()
        may_change = self._view.list_may_change
        self._acts.run(
            open_round,
            self._election_id,
            accounting=self.figures.accounting,
            by_hand=self.figures.base.is_by_hand,
            bundle_size=self.figures.bundle_size,
            going_on=going_on,
            seats=self.list.seats.value() if may_change else None,
            candidate_ids=[c.id for c in self.list.chosen] if may_change else None,
            done=self._on_opened,
        )

    def _on_opened(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self._refuse(value.first)
        else:
            self.go("counting", value.id)

    def _refuse(self, problem: Problem) -> None:
        """Say a refusal at the field it is about."""
        words, papers = problem_text(problem), {"bundle_size_wrong": "bundle"}
        if problem.code == "accounting_number_wrong":
            papers[problem.code] = str(problem.params["field"]).removeprefix("field.")
        lists: dict[str, QWidget] = {
            "round_seats_wrong": self.list.seats,
            "round_seats_above_names": self.list.seats,
            "list_empty": self.list.names,
            "list_not_of_round": self.list.names,
        }
        if problem.code == "base_wrong":
            self.figures.unfold()
            self.figures.base.refuse(words)
        elif problem.code in papers:
            self.figures.unfold()
            self.figures.papers.say(papers[problem.code], words, "wrong")
            self.figures.papers.fields[papers[problem.code]].setFocus()
        elif problem.code in lists:
            self.list.refuse(words, lists[problem.code])
        elif problem.code.startswith("going_on"):
            self.anyway.refuse(problem)
        else:
            self.notice.say_problems((problem,))
            self.refresh()

    def _on_mend_wanted(self, mending: Mending) -> None:
        """Go where a condition is put right; a vote that is not prepared is prepared there."""
        if not mending.desk:
            self.figures.unfold()
            self.figures.first_field.setFocus()
            self._body.ensureWidgetVisible(self.figures)
        elif mending.desk == "elections" and self._view is not None and self._view.list_may_change:
            # The list of a later round is chosen on this page.
            self.list.names.setFocus()
            self._body.ensureWidgetVisible(self.list)
        elif mending.desk == "elections":
            self.go("election", self._election_id)
        elif mending.desk == "decision":
            self.go("after", self._election_id)
        elif mending.desk == "ballots":
            self.go("ballots", self._election_id)
        elif mending.desk == "issue":
            self.go("issue", self._election_id, "next")
        elif mending.desk == "motions" and not mending.record and self._view is not None:
            draft = self._view.draft_for(mending)
            if draft is None:
                self._go(mending)
            else:
                self._acts.run(add_motion, draft, begin=False, done=self._on_motion_added)
        else:
            self._go(mending)

    def _on_motion_added(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.notice.say_problems(value.problems)
        else:
            self.place_wanted.emit(DeskPlace(desk="motions", record=value.id, back="elections"))

    def _go(self, mending: Mending) -> None:
        part = "" if mending.desk == "motions" else mending.part
        place = DeskPlace(desk=mending.desk, record=mending.record, part=part, back="elections")
        self.place_wanted.emit(place)
