"""The page after a round: choose how the congress goes on, make the motion, record what it said."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from congress_desk.actions.elections.decisions import take_back_decision
from congress_desk.actions.nomination.later_names import remove_later_name
from congress_desk.domain.decisions.choices import Choice
from congress_desk.domain.decisions.decision import Decision, DecisionKind, DecisionState
from congress_desk.domain.nomination.nominee import Nominee
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import paper_place
from congress_desk.ui.desks.elections.decisions.choice_card import ChoiceCard
from congress_desk.ui.desks.elections.decisions.motion_dialogs import (
    LotDialog,
    MotionDialog,
    VoteDialog,
)
from congress_desk.ui.desks.elections.decisions.new_name_dialog import NewNameDialog
from congress_desk.ui.desks.elections.decisions.rows import DecidedRow, ForbiddenRow
from congress_desk.ui.desks.elections.decisions.side import AfterSide
from congress_desk.ui.desks.elections.decisions.view import AfterView, after_view
from congress_desk.ui.desks.elections.decisions.words import (
    article_words,
    before_the_vote,
    choice_details,
    choice_sentence,
    choice_title,
    later_words,
    page_sentence,
    page_title,
    primary_words,
)
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.superior_dialogs import (
    AppointDialog,
    superior_office,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import button_row, command_button, make_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import (
    clear_layout,
    lay_out_page,
    scrolling,
    take_keyboard,
)
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice


class AfterScreen(ElectionScreen):
    """What is decided after a round, and which ways the rules leave open."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self._view: AfterView | None = None
        self._election_id = 0
        self._shown: tuple[Any, ...] = ()
        self.cards: list[ChoiceCard] = []
        self._group = QButtonGroup(self)
        self.head = PageHead(self, tr("Back to the result"))
        self.head.back.connect(self._on_left)
        self.notice = Notice()
        self.side = AfterSide()
        self._said = theme.subtitle()
        self.commands = self._make_commands()
        self.commands.refused.connect(self.notice.say_refused)
        self.primary = command_button(self.commands, "next", name="afterNext", role="primary")
        buttons = [
            command_button(self.commands, name, name=f"after_{name}")
            for name in ("new_name", "take_back", "open_anyway")
        ]
        self._acts.busy_changed.connect(self.commands.refresh)
        self._decided, self._ways, self._closed = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part, gap in ((self._decided, 4), (self._ways, 2), (self._closed, 4)):
            part.setSpacing(theme.px(gap))
        main = QWidget()
        column_in(main, self._decided, self._ways, self._closed, None, spacing=12)
        body = scrolling(SideBySide(main, self.side, side_width=300, room=820, whole=True))
        foot = button_row(self._said, *buttons, self.primary, spacing=12)
        lay_out_page(self, self.head, self.notice, body, foot, body=body)

    @property
    def choice(self) -> Choice | None:
        """Return the way that is chosen, None where none is open."""
        return next((card.choice for card in self.cards if card.button.isChecked()), None)

    def show_record(self, number: int, at: str = "") -> None:
        """Show what may be decided about an election now."""
        self._election_id = number
        self._view, self._shown = None, ()
        self.notice.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read the election again; the way that was chosen stays chosen."""
        self._reader.ask(after_view, self._election_id, done=self._on_read)

    def _on_read(self, view: AfterView) -> None:
        if view.course.election.id != self._election_id:
            return
        first, self._view = self._view is None, view
        self.head.show_words(page_title(view), page_sentence(view))
        self.side.show_view(view)
        changed = False
        shown = (view.ahead, view.decided, view.later, view.course.seats)
        if shown != self._shown:
            self._shown, changed = shown, True
            self._show_decided(view)
            self._show_ways(view)
            self._show_closed(view)
        self._say_next()
        if first or changed:
            chosen = (card.button for card in self.cards if card.button.isChecked())
            take_keyboard(self, next(chosen, self.primary))

    def _show_decided(self, view: AfterView) -> None:
        clear_layout(self._decided)
        for decided in view.decided:
            self._decided.addWidget(DecidedRow(decided, view))
        if view.later:
            self._decided.addWidget(theme.caption(tr("New names for the next list")))
        for nominee in view.later:
            self._decided.addLayout(self._later_row(nominee))

    def _later_row(self, nominee: Nominee) -> QHBoxLayout:
        remove = make_button(
            tr("Take out"),
            lambda: self._acts.run(remove_later_name, nominee.candidate.id, done=self._on_done),
            name=f"takeOut_{nominee.candidate.id}",
            role="link",
        )
        label = QLabel(later_words(nominee))
        return row_of(label, remove, None, spacing=None)

    def _show_ways(self, view: AfterView) -> None:
        before = self.choice
        clear_layout(self._ways)
        for card in self.cards:
            self._group.removeButton(card.button)
        waits = view.waiting is not None
        self.cards = [] if waits else [self._card(c, view) for c in view.ahead.choices]
        for card in self.cards:
            self._ways.addWidget(card)
            self._group.addButton(card.button)
        kinds = [card.choice.kind for card in self.cards]
        # A stopped election waits for the superior: no way of going on is the usual one.
        usual = None if view.course.stopped else 0
        index = kinds.index(before.kind) if before and before.kind in kinds else usual
        if self.cards and index is not None:
            self.cards[index].button.setChecked(True)

    def _card(self, choice: Choice, view: AfterView) -> ChoiceCard:
        card = ChoiceCard(
            choice,
            choice_title(choice, view),
            choice_sentence(choice, view),
            article_words(choice.article, view.rules),
            choice_details(choice, view),
        )
        card.chosen.connect(self._say_next)
        card.entered.connect(self._on_next)
        return card

    def _show_closed(self, view: AfterView) -> None:
        clear_layout(self._closed)
        if not view.ahead.forbidden or view.waiting is not None:
            return
        self._closed.addWidget(theme.caption(tr("Not allowed")))
        for found in view.ahead.forbidden:
            self._closed.addWidget(ForbiddenRow(found, view))

    def _say_next(self) -> None:
        self.commands.refresh()
        view = self._view
        choice = self.choice if view is not None and view.waiting is None else None
        self._said.setText(before_the_vote(choice) if choice is not None else "")

    def _make_commands(self) -> Commands:
        return Commands(
            "after_round",
            self,
            {
                "next": self._on_next,
                "new_name": self._on_new_name,
                "take_back": self._on_take_back,
                "open_anyway": self._on_open,
            },
            why_not=self._why_not,
            words=self._called,
        )

    def _called(self, name: str) -> str:
        if self._view is None:
            return ""
        if name == "next":
            return primary_words(self._view, self.choice)
        opens = name == "open_anyway" and self._view.wants_names
        return tr("Open the next round…") if opens else ""

    def _why_not(self, name: str) -> str | None:
        view = self._view
        if view is None:
            return None
        if self._acts.busy:
            return tr("Being written…")
        there = {
            "next": True,
            "new_name": view.permits_names is not None and not view.wants_names,
            "take_back": self._to_take_back() is not None,
            "open_anyway": self._may_open_anyway(view),
        }
        return "" if there[name] else None

    def _may_open_anyway(self, view: AfterView) -> bool:
        if view.waiting is not None or isinstance(view.plan, Refusal):
            return False
        return view.plan.decision_missing or view.wants_names

    def _to_take_back(self) -> Decision | None:
        """Return the newest decision that no round rests on."""
        if self._view is None:
            return None
        open_still = (DecisionState.STANDS, DecisionState.PROPOSED)
        apart = (DecisionKind.ANNULMENT, DecisionKind.RECOUNT)
        found = (d for d in self._view.decided if d.state in open_still and d.kind not in apart)
        return next(found, None)

    def _on_next(self) -> None:
        view = self._view
        if view is None:
            return
        if view.waiting is not None:
            self._open(VoteDialog(self._acts, view.waiting, view, self))
        elif view.undrawn is not None:
            self._open(LotDialog(self._acts, view.undrawn, view, self))
        elif view.wants_names:
            self._on_new_name()
        elif self.choice is not None and self.choice.kind is DecisionKind.APPOINTED:
            self._on_appoint()
        elif view.can_open and (self.choice is None or self.choice.kind is DecisionKind.REVOTE):
            self._on_open()
        elif self.choice is not None:
            self._open(MotionDialog(self._acts, self.choice, view, self))
        elif view.course.stopped is not None:
            self._show_report()
        else:
            self._on_left()

    def _on_appoint(self) -> None:
        assert self._view is not None and self._view.sheet is not None
        superior = superior_office(self._view.sheet.congress)
        self._open(AppointDialog(self._acts, self._view.course.election, superior, self))

    def _on_new_name(self) -> None:
        permitted = self._view.permits_names if self._view else None
        if permitted is not None and self._view is not None:
            self._open(NewNameDialog(self._acts, permitted, self._view, self))

    def _on_take_back(self) -> None:
        found = self._to_take_back()
        if found is None:
            return
        self._open(
            ReasonDialog(
                self._acts,
                tr("Take the decision back?"),
                tr("It stays in the file, marked as taken back: “{matter}”", matter=found.matter),
                tr("Take it back"),
                take_back_decision,
                found.id,
                parent=self,
                danger=True,
            )
        )

    def _on_open(self) -> None:
        self.go("opening", self._election_id)

    def _on_left(self) -> None:
        self.go("election", self._election_id)

    def _show_report(self) -> None:
        from congress_desk.papers.elections import SUPERIOR_REPORT

        wanted = paper_place(kind=SUPERIOR_REPORT, election_id=self._election_id)
        self.place_wanted.emit(wanted)

    def _open(self, dialog: Any) -> None:
        self.notice.hide()
        dialog.open()

    def _on_done(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.notice.say_problems(value.problems)
