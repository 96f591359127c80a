"""The check-in desk: one line for scanner and keyboard, a big answer, and who is in the hall."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction
from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.queries.people import photo, what_if
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import Desk
from congress_desk.ui.desks.checkin import door_messages as answers
from congress_desk.ui.desks.checkin.answer_card import AnswerCard
from congress_desk.ui.desks.checkin.choice_list import ChoiceList
from congress_desk.ui.desks.checkin.direction_band import DirectionBand
from congress_desk.ui.desks.checkin.door_controller import DoorController
from congress_desk.ui.desks.checkin.door_entry import DoorEntry
from congress_desk.ui.desks.checkin.door_fields import DoorName, SoundSwitch
from congress_desk.ui.desks.checkin.door_lists import DoorLists
from congress_desk.ui.desks.checkin.door_messages import Answer
from congress_desk.ui.desks.checkin.layout import door_side, head_of
from congress_desk.ui.desks.checkin.passages_table import PassageRow, PassagesTable
from congress_desk.ui.desks.checkin.presence_panel import PresencePanel
from congress_desk.ui.desks.checkin.refusals import why_not
from congress_desk.ui.desks.checkin.status_dialog import StatusDialog
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sounds
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.layouts import column_in
from congress_desk.ui.widgets.layout.scrolled import scrolled
from congress_desk.ui.widgets.layout.side_by_side import SideBySide
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

# The figures and the list follow when the answer has been painted.
FIGURES_MS = 40
LISTS = {"signed_list": "signedList", "export": "exportDoor", "merge": "mergeDoor"}
SIDE_WIDTH = 340
LEAST_TABLE, LEAST_NAMES = 112, 84
_WITHOUT_TEXT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CheckInDesk(Desk):
    """The line has the keyboard; what is typed elsewhere on the page goes to it."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session, self._messages = session, messages
        self.entry = DoorEntry(self)
        self._stand: tuple[object, ...] = ()
        self.keeper = DoorController(session, self.reader, self)
        self.sounds = Sounds()
        self.mode, self.card = DirectionBand(), AnswerCard()
        self.choices = ChoiceList()
        self.answer = QStackedWidget()
        self.passages, self.presence = PassagesTable(), PresencePanel()
        self.notice = Notice()
        self._acts = Acts(session, self)
        self.lists = DoorLists(self._acts, messages, self)
        self.door, self.sound = DoorName(session.settings.values.door), SoundSwitch()
        self.commands = self._make_commands()
        self.signed_list, self.export, self.merge = map(self._button, LISTS)
        self.commands.offer_in(self.passages, ("undo_this", "undo", "", "direction"))
        self._figures = QTimer(self, singleShot=True, interval=FIGURES_MS)
        self._figures.timeout.connect(self._show_figures)
        _lay_out(self)
        self._connect()
        self._on_theme_changed()
        self._show_answer(answers.ready(None))
        self.keyboard = self.entry

    @property
    def is_choosing(self) -> bool:
        """Say whether people to choose from stand in the place of the answer."""
        return self.answer.currentWidget() is self.choices

    def activate(self) -> None:
        """Show the hall as the file has it now; the door records coming in."""
        self._set_direction(Direction.IN)
        typing_in = QApplication.focusWidget()
        if typing_in is not None and self.isAncestorOf(typing_in):
            self.entry.setFocus()
        self.keeper.load()

    def refresh(self) -> None:
        """Read the hall again, unless what changed was done here and is shown already."""
        if not self.keeper.is_ours:
            self.keeper.load()

    def _on_loaded(self) -> None:
        shown = self.card.answer
        waits = shown is not None and shown.person is None and shown.tone in ("muted", "look")
        if waits or self._stand_of(shown) != self._stand:
            self._show_answer(answers.ready(self.keeper.hall))
        self._show_figures()

    def _show_figures(self) -> None:
        hall = self.keeper.hall
        if hall is not None:
            self.presence.show_attendance(hall.attendance(), hall.congress.rules)
            self.passages.show_hall(hall)

    def _on_entered(self, text: str) -> None:
        if self.is_choosing and self.choices.current is not None:
            self._on_chosen(self.choices.current)
        elif self.keeper.enter(text):
            self.entry.empty()
        elif any(c.isdigit() for c in text):
            # The next scan takes the place of this one; a name may be typed on.
            self.entry.selectAll()

    def _on_text_changed(self, text: str) -> None:
        if not text:
            self.answer.setCurrentWidget(self.card)

    def _on_rested(self, text: str) -> None:
        if not self.keeper.preview(text):
            self.answer.setCurrentWidget(self.card)

    def _on_moved(self, step: int) -> None:
        if self.is_choosing:
            self.choices.step(step)

    def _on_undecided(self, text: str, people: tuple[Person, ...]) -> None:
        self.choices.show_people(text, people)
        self.answer.setCurrentWidget(self.choices)

    def _on_chosen(self, person: Person) -> None:
        self.keeper.let_pass(person)
        self.answer.setCurrentWidget(self.card)
        self.entry.empty()
        self.entry.setFocus()

    def _show_answer(self, answer: Answer) -> None:
        self.card.show_answer(answer, self.keeper.hall)
        self._stand = self._stand_of(answer)
        self.answer.setCurrentWidget(self.card)
        if answer.sound is not None:
            self.sounds.play(answer.sound)
        person = answer.person
        if person is not None and person.has_photo:
            self._session.ask(photo, person.id, done=partial(self.card.show_photo, person))

    def _stand_of(self, answer: Answer | None) -> tuple[object, ...]:
        """Return how the person of an answer stands now, so that the answer never goes stale."""
        hall = self.keeper.hall
        if hall is None or answer is None or answer.person is None:
            return ()
        now = hall.person(answer.person.id)
        return (now and now.status, hall.last_passage(answer.person.id))

    def _set_direction(self, direction: Direction) -> None:
        self.keeper.direction = direction
        self.mode.show_direction(direction)
        theme.set_property(self.entry, "way", direction.value)

    def switch_direction(self) -> None:
        """Turn the door round: who is scanned from now on goes out, or comes in again."""
        is_in = self.keeper.direction is Direction.IN
        self._set_direction(Direction.OUT if is_in else Direction.IN)
        self.entry.setFocus()

    def _on_escaped(self) -> None:
        if self.keeper.direction is Direction.OUT:
            self._set_direction(Direction.IN)

    def _on_door_named(self) -> None:
        name = self.door.text().strip()
        if name != self.keeper.door:
            self.keeper.door = name

    def _on_muted(self, on: bool) -> None:
        self.sounds.muted = not on

    def ask_undo(self, row: PassageRow) -> None:
        """Ask before a passage is undone."""

        def answered(yes: bool) -> None:
            if yes:
                self.keeper.undo(row.passage.id)
            self.entry.setFocus()

        passage, words = answers.passage_words(row.person, row.passage), tr("Undo passage")
        self._messages.ask(self, tr("Undo this passage?"), passage, words, answered, danger=True)

    def change_status(self) -> None:
        """Ask why the person who stands there comes in all the same."""
        shown = self.card.answer
        if shown is not None and shown.changes_status and shown.person is not None:
            self._on_status_wanted(shown.person)

    def _on_status_wanted(self, person: Person) -> None:
        dialog = StatusDialog(person, self)
        dialog.finished.connect(lambda _: self.entry.setFocus())
        dialog.submitted.connect(
            lambda: self.keeper.let_in(
                person,
                dialog.reason.text(),
                partial(dialog.refuse, field=dialog.reason),
                dialog.accept,
            )
        )
        self._session.ask(what_if, {person.id: Status.PRESENT}, done=dialog.show_what_if)
        dialog.open()

    def _on_theme_changed(self) -> None:
        self.answer.setFixedHeight(self.card.height())
        for table in (self.passages, self.presence.table):
            table.setMinimumHeight(theme.px(LEAST_TABLE))
        self.presence.names.setMinimumHeight(theme.px(LEAST_NAMES))

    def _on_refused(self, refusal: Refusal) -> None:
        self.notice.say_problems((refusal.first,))

    def _connect(self) -> None:
        self.entry.entered.connect(self._on_entered)
        self.entry.rested.connect(self._on_rested)
        self.entry.textChanged.connect(self._on_text_changed)
        self.entry.moved.connect(self._on_moved)
        self.entry.escaped.connect(self._on_escaped)
        self.entry.undo_asked.connect(self.keeper.undo_last)
        self.keeper.answered.connect(self._show_answer)
        self.keeper.undecided.connect(self._on_undecided)
        self.keeper.passed.connect(self._figures.start)
        self.keeper.loaded.connect(self._on_loaded)
        self.choices.chosen.connect(self._on_chosen)
        self.mode.switched.connect(self.switch_direction)
        self.card.status_wanted.connect(self._on_status_wanted)
        self.passages.undo_wanted.connect(self.ask_undo)
        self.door.editingFinished.connect(self._on_door_named)
        self.door.returnPressed.connect(self.entry.setFocus)
        self.sound.toggled.connect(self._on_muted)
        self.lists.said.connect(self.notice.say)
        self.lists.refused.connect(self._on_refused)
        self.lists.closed.connect(self.entry.setFocus)
        theme.changed.connect(self._on_theme_changed)
        for widget in (self.passages, self.presence.table, self.presence.names):
            widget.installEventFilter(self)

    def _button(self, command: str) -> QPushButton:
        button = command_button(self.commands, command, name=LISTS[command])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _make_commands(self) -> Commands:
        return Commands(
            "checkin",
            self,
            {
                "direction": self.switch_direction,
                "status": self.change_status,
                "undo": self.keeper.undo_last,
                "undo_this": lambda: self.ask_undo(self.passages.current),
                "signed_list": lambda: self.lists.tick_in(self.keeper.door),
                "export": lambda: self.lists.export(self.keeper.door),
                "merge": self.lists.take_in,
                "sounds": self.sound.toggle,
            },
            why_not=lambda name: why_not(name, self.card.answer, self.passages.current),
            words=lambda name: self.mode.switch_words if name == "direction" else "",
            where={"undo_this": self.passages},
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let what is typed over a table go to the line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed = event.text()
            plain = not event.modifiers() & _WITHOUT_TEXT
            if plain and typed and typed.isprintable():
                self.entry.setFocus()
                QApplication.sendEvent(self.entry, event)
                return True
        return super().eventFilter(watched, event)


def _lay_out(desk: CheckInDesk) -> None:
    """Put the parts of the desk in their places, the line first in the order of Tab."""
    desk.answer.addWidget(desk.card)
    desk.answer.addWidget(desk.choices)
    desk.answer.setFixedHeight(desk.card.height())
    page = column_in(desk, head_of(desk.door, desk.sound), desk.notice, margins=(20, 12, 20, 12))
    side = door_side(
        (desk.mode, desk.entry, desk.answer),
        desk.passages,
        (desk.signed_list, desk.export, desk.merge),
    )
    sides = SideBySide(side, desk.presence, side_width=SIDE_WIDTH, room=720)
    page.addWidget(scrolled(sides), 1)
    in_order: tuple[QWidget, ...] = (
        desk.entry,
        desk.mode.switch,
        desk.card.change,
        desk.passages,
        desk.signed_list,
        desk.export,
        desk.merge,
        desk.presence.table,
        desk.presence.names,
        desk.door,
        desk.sound,
    )
    for before, after in pairwise(in_order):
        QWidget.setTabOrder(before, after)
