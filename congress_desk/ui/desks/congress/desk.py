"""The congress desk: what the congress is, where it stands, and the rules it votes by."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.congress import edit_congress, edit_rules, set_state
from congress_desk.actions.rehearsal import rehearse_closing
from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.elections.checks.secrecy import Secrecy
from congress_desk.domain.elections.passes.settings import EntrySettings
from congress_desk.domain.people.person import BaseSum
from congress_desk.errors import Refusal
from congress_desk.i18n import label, tr
from congress_desk.queries.congress import congress, duties, has_ballots, presence
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.queries.elections.passes.settings import entry_settings
from congress_desk.queries.operators import OperatorsView, operators_view
from congress_desk.ui.commands import Commands, add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.congress.counting_settings_dialogs import (
    EntrySettingsDialog,
    SmallRoundDialog,
    passes_words,
)
from congress_desk.ui.desks.congress.details_tab import DetailsTab
from congress_desk.ui.desks.congress.operators_tab import OperatorsTab
from congress_desk.ui.desks.congress.rules_dialog import RulesDialog
from congress_desk.ui.desks.congress.rules_tab import RulesTab
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.operators.unlock_dialog import run_unlocked
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.layouts import column_in, row_of
from congress_desk.ui.widgets.layout.pages import page_tabs
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

_ORGANS = DeskPlace(desk="duties", part="organs")
_PROGRAMME = DeskPlace(desk="agenda")


class CongressDesk(Desk):
    """Shows the congress in three tabs and saves what is changed there."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._messages = messages
        self._congress: Congress | None = None
        self._to_state = False
        self.notice = Notice()
        self.details = DetailsTab()
        self.rules = RulesTab()
        self.acts = Acts(session, self)
        self.operators = OperatorsTab(self.acts, messages)
        self.tabs = page_tabs()
        self.commands = Commands(
            "congress",
            self,
            {
                "organs": partial(self.place_wanted.emit, _ORGANS),
                "programme": partial(self.place_wanted.emit, _PROGRAMME),
            },
        )
        self._lay_out()
        add_part_keys(self, self.tabs.tabBar(), self.tabs.setCurrentIndex)
        self.details.saved.connect(self._on_saved)
        self.details.state.wanted.connect(self._on_state_wanted)
        self.details.closing_wanted.connect(self._on_closing_wanted)
        self.rules.edit_wanted.connect(self._on_edit_rules)
        self.rules.entry_wanted.connect(self._on_entry_wanted)
        self.rules.fewest_wanted.connect(self._on_fewest_wanted)
        self.operators.refused.connect(self._refused)
        self.notice.hear(self)

    @property
    def unsaved(self) -> bool:
        """Say whether details were typed and not saved."""
        return self.details.edited

    def refresh(self) -> None:
        """Read the congress again; what is typed stays."""
        self.reader.ask(_whole, done=self._show)
        self.reader.ask(_operators, done=self._show_operators)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at the details, where the congress stands ("state"), the rules or operators."""
        if place.part:
            self.tabs.setCurrentIndex({"rules": 1, "operators": 2}.get(place.part, 0))
        self._to_state = place.part == "state"
        if self._to_state:
            self.refresh()

    def _show(self, found: tuple[Congress, BaseSum, bool]) -> None:
        self._congress, base, fixed = found
        self.details.show_congress(self._congress)
        self.details.show_base(base, self._congress)
        self.rules.show_rules(self._congress.rules, fixed)
        to_state, self._to_state = self._to_state, False
        first = self.details.state.chosen if to_state else self.tabs.tabBar()
        self.keep_keyboard(first, anew=to_state)

    def _show_operators(self, found: tuple[OperatorsView, tuple[str, ...]]) -> None:
        self.operators.show_view(*found)

    def _on_saved(self, details: CongressDetails) -> None:
        def done(saved: Congress | Refusal) -> None:
            if not self._refused(saved):
                self.details.mark_saved()
                self.notice.say("holds", tr("The details are saved."))

        self._act(edit_congress, details, done)

    def _on_state_wanted(self, state: CongressState) -> None:
        word = label("state", state.value)
        self._messages.ask(
            self,
            tr("Set the congress to “{state}”?", state=word),
            tr("The change is written in the journal. It can be set back."),
            tr("Set to “{state}”", state=word),
            partial(self._on_state_answered, state),
        )

    def _on_state_answered(self, state: CongressState, yes: bool) -> None:
        if yes:
            run_unlocked(self.acts, self, set_state, state, subject=0, done=self._refused)

    def _on_closing_wanted(self) -> None:
        self._messages.ask(
            self,
            tr("Practise the closing of the congress?"),
            tr(
                "What would stop the congress from being closed stops it here too. The file stays a"
                " rehearsal, and you can go on practising."
            ),
            tr("Practise the closing"),
            self._on_closing_answered,
        )

    def _on_closing_answered(self, yes: bool) -> None:
        if yes:
            actor = self._session.operator
            self._session.act(rehearse_closing, actor=actor, done=self._on_closing_rehearsed)

    def _on_closing_rehearsed(self, found: object) -> None:
        if not self._refused(found):
            self.notice.say(
                "holds",
                tr(
                    "The closing went well: nothing would keep the congress open. The real one is"
                    " set to “closed” here."
                ),
            )

    def _on_edit_rules(self) -> None:
        assert self._congress is not None
        dialog = RulesDialog(self._congress.kept_rules or self._congress.rules, self)
        dialog.saved.connect(partial(self._on_rules_saved, dialog))
        dialog.open()

    def _on_entry_wanted(self) -> None:
        self._session.ask(entry_settings, done=self._ask_for_entry)

    def _ask_for_entry(self, entry: EntrySettings) -> None:
        dialog = EntrySettingsDialog(self.acts, entry, self)
        dialog.saved.connect(self._on_entry_saved)
        dialog.open()

    def _on_entry_saved(self, entry: EntrySettings) -> None:
        words = passes_words(entry.passes)
        self.notice.say(
            "holds",
            tr(
                "Ballots are entered {times}, in bundles of {size}.",
                times=words,
                size=entry.bundle_size,
            ),
        )

    def _on_fewest_wanted(self) -> None:
        self._session.ask(secrecy, done=self._ask_for_fewest)

    def _ask_for_fewest(self, known: Secrecy) -> None:
        dialog = SmallRoundDialog(self.acts, known.fewest, self)
        dialog.saved.connect(lambda _: self.notice.say("holds", tr("The number is saved.")))
        dialog.open()

    def _on_rules_saved(self, dialog: RulesDialog, text: str) -> None:
        def done(saved: object) -> None:
            if isinstance(saved, Refusal):
                dialog.tell(saved)
            else:
                dialog.accept()
                self.notice.say("holds", tr("The rules are saved."))

        self._act(edit_rules, text, done)

    def _act(self, action: Callable[..., Any], value: object, done: Callable[[Any], Any]) -> None:
        self._session.act(action, value, actor=self._session.operator, done=done)

    def _refused(self, found: object) -> bool:
        if isinstance(found, Refusal):
            self.notice.say_problems(found.problems)
            return True
        return False

    def _lay_out(self) -> None:
        page = column_in(self, margins=(20, 16, 20, 16))
        head = row_of(theme.heading(tr("Congress")), None, spacing=None)
        # What belongs to a congress too, and has a desk of its own.
        for command, name in (("organs", "openOrgans"), ("programme", "openProgramme")):
            head.addWidget(command_button(self.commands, command, name=name, role="link"))
        page.addLayout(head)
        page.addWidget(
            theme.subtitle(tr("Check the details and the rules before the first ballot is typed."))
        )
        page.addWidget(self.notice)
        page.addWidget(self.tabs, 1)
        for tab, words in (
            (scrolled(self.details), tr("Congress details")),
            (self.rules, tr("Election rules")),
            (self.operators, tr("Operators")),
        ):
            self.tabs.addTab(tab, words)


def _operators(file: Any) -> tuple[OperatorsView, tuple[str, ...]]:
    """Return the operators, and the names of the organs that are offered for new ones."""
    names = dict.fromkeys(duty.name for duty in duties(file))
    return operators_view(file), tuple(names)


def _whole(file: Any) -> tuple[Congress, BaseSum, bool]:
    return congress(file), presence(file), has_ballots(file)
