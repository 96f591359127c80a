"""The agenda desk: the programme with its clock and warnings, and the script of the chair."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from congress_desk.actions.agenda.adoption import put_programme_to_vote
from congress_desk.domain.agenda.adoption import ProgrammeAdoption, ProgrammeDifference
from congress_desk.domain.motions import Motion
from congress_desk.i18n import tr
from congress_desk.keys.names import use_name
from congress_desk.queries.agenda.items import AgendaView
from congress_desk.ui.commands import add_part_keys
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.agenda.programme_changes import ProgrammeChanges
from congress_desk.ui.desks.agenda.programme_tab import ProgrammeTab
from congress_desk.ui.desks.agenda.script_tab import ScriptTab
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page, page_tabs
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts


class AgendaDesk(Desk):
    """Changes are shown at once and kept one act each; another window's changes come in too."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._fresh = True
        self.changes = ProgrammeChanges(Acts(session, self), self.reader, self)
        self.head, self.notice = PageHead(self), Notice()
        self.programme = ProgrammeTab(self.changes, messages)
        self.script = ScriptTab(self.changes, self.reader)
        self.tabs = page_tabs("agendaTabs")
        lay_out_page(self, self.head, self.notice, self.tabs, body=self.tabs)
        self.tabs.addTab(self.programme, tr("Programme"))
        self.tabs.addTab(self.script, tr("Script"))
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Say whether something was typed that is not in the file."""
        return self.programme.unsaved or self.script.unsaved

    def activate(self) -> None:
        """Be shown: read the programme, and have the keyboard."""
        self._fresh = True
        self.changes.read()

    def refresh(self) -> None:
        """Read the programme again, after a change of another place."""
        self.notice.hide()
        self.changes.read()

    def show_item(self, item_id: int) -> None:
        """Go to an item of the programme."""
        self.tabs.setCurrentWidget(self.programme)
        self.programme.show_item(item_id)

    def show_place(self, place: DeskPlace) -> None:
        """Be shown at an item of the programme, asked for from another desk."""
        if place.record:
            self.show_item(place.record)

    def _connect(self) -> None:
        self.changes.shown.connect(self._on_shown)
        self.changes.refused.connect(self.notice.show_answer)
        self.programme.commands.refused.connect(self.notice.say_refused)
        self.programme.complained.connect(self._on_complained)
        self.programme.vote_wanted.connect(
            lambda: self.changes.send(put_programme_to_vote, done=self._go_to_motion)
        )
        self.tabs.currentChanged.connect(lambda _: self.changes.read())
        add_part_keys(self, self.tabs.tabBar(), self.tabs.setCurrentIndex)

    def _on_shown(self, view: AgendaView) -> None:
        in_script = self.tabs.currentWidget() is self.script
        sentence = _script_words() if in_script else _programme_words(view)
        self.head.show_words(tr("Agenda"), sentence if view.items else "")
        self.head.sentence.setToolTip("\n".join(changes_named(view.adoption.since)))
        self.programme.show_view(view, measure=not self.changes.under_way)
        if in_script:
            self.script.refresh()
        target = self.script.table if in_script else self.programme.keyboard_target
        self.keep_keyboard(target, anew=self._fresh)
        self._fresh = False

    def _go_to_motion(self, motion: Motion) -> None:
        self.place_wanted.emit(DeskPlace(desk="motions", record=motion.id))

    def _on_complained(self, words: str) -> None:
        if words:
            self.notice.say("wrong", words)
        else:
            self.notice.hide()


def _programme_words(view: AgendaView) -> str:
    version = version_words(view.adoption, sits=view.congress.state.is_held)
    keys = tr(
        "Type into a cell with {change}; {up} and {down} move an item. The clock follows.",
        change=use_name("change"),
        up=use_name("move_up"),
        down=use_name("move_down"),
    )
    return f"{version} {keys}" if version else keys


def _script_words() -> str:
    return tr(
        "Edit the text in the middle; on the right it stands with names and numbers. It is saved"
        " when you leave it."
    )


def version_words(adoption: ProgrammeAdoption, *, sits: bool) -> str:
    """Return which version it is, "" before a congress that `sits` could vote on one."""
    vote = adoption.vote
    if vote is None or vote.hands is None:
        return tr("The congress has not adopted the programme yet.") if sits else ""
    hands = f"{vote.hands.in_favour}/{vote.base}"
    if not adoption.holds:
        said = ", ".join(_changes(adoption.since))
        return tr("Changed after the congress adopted it: {changes}.", changes=said)
    if adoption.number == 1:
        return tr("Adopted by the congress: {hands} in favour.", hands=hands)
    return tr(
        "Amendment {number} adopted by the congress: {hands} in favour.",
        number=adoption.number - 1,
        hands=hands,
    )


def _changes(since: ProgrammeDifference) -> Iterator[str]:
    if since.added:
        yield tr("{count} added", count=len(since.added))
    if since.removed:
        yield tr("{count} left out", count=len(since.removed))
    if since.changed:
        yield tr("{count} changed", count=len(since.changed))
    if since.reordered:
        yield tr("another order")
    if since.begins:
        yield tr("another beginning")


def changes_named(since: ProgrammeDifference) -> Iterator[str]:
    """Yield each change of an item since the vote, for a tip."""
    for content in since.added:
        yield tr("Added: {content}", content=content)
    for content in since.removed:
        yield tr("Left out: {content}", content=content)
    for content in since.changed:
        yield tr("Changed: {content}", content=content)
