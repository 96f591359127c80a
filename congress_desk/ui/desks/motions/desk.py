"""The motions desk: the list of what is put to a show of hands, and the vote beside it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.motions import (
    add_motions,
    begin_vote,
    order_motions,
    put_off_vote,
    record_vote,
)
from congress_desk.domain.motions import Motion, MotionState
from congress_desk.i18n import tr
from congress_desk.queries.motions import MotionsView, motion_roll, motions_view
from congress_desk.ui.commands import Commands
from congress_desk.ui.desk import Desk, DeskPlace
from congress_desk.ui.desks.motions.dialogs import MotionDialogs
from congress_desk.ui.desks.motions.motion_list import motion_rows, motion_table, same_motion
from congress_desk.ui.desks.motions.panel import MotionPanel
from congress_desk.ui.desks.motions.toolbar import (
    HIDDEN_WHILE_REFUSED,
    MotionToolbar,
    edit_words,
    why_not,
)
from congress_desk.ui.desks.motions.words import MotionRow
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.empty_state import EmptyState
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import lay_out_page
from congress_desk.ui.widgets.layout.turning_row import TurningRow, fix_width
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.screen_acts import Acts

PANEL_WIDTH = 450
# Columns that a narrow list leaves out, and below which width: the panel says both.
LEFT_OUT = {3: 520, 2: 430}
OFFERED = ("edit", "renew", "repeat", "put_off", "cancel", "", "up", "down", "", "add", "usual")


class MotionsDesk(Desk):
    """Enter on a motion goes on with it: begin the vote, type the hands, record the result."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._session = session
        self._acts = Acts(session, self)
        self.dialogs = MotionDialogs(self._acts, self)
        self._view: MotionsView | None = None
        self._wanted = 0
        self._to_fields = False
        self._back = ""
        self.head = PageHead(self, tr("Back to the election"), always=False)
        self.notice = Notice()
        self.table, self.panel = motion_table(), MotionPanel()
        self.commands = self._make_commands()
        self.tools = MotionToolbar(self.commands)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def unsaved(self) -> bool:
        """Say whether hands were typed that are not in the file."""
        return self.panel.unsaved

    def activate(self) -> None:
        self._offer_back("")
        super().activate()

    def refresh(self) -> None:
        """Read the motions again; numbers being typed stay."""
        self.reader.ask(motions_view, done=self._on_read)

    def show_place(self, place: DeskPlace) -> None:
        """Choose a motion, asked for from another desk, as soon as the list is there."""
        self._wanted = place.record
        self._offer_back(place.back)
        if self._view is not None:
            self._go_to_wanted(self.table.records)

    def _offer_back(self, desk: str) -> None:
        """Lead back to what waits for a vote: the round that is not open yet stands there."""
        self._back = desk
        self.head.arrow.setVisible(bool(desk))

    def _go_back(self) -> None:
        self.place_wanted.emit(DeskPlace(desk=self._back))

    def _on_back(self) -> None:
        """Leave the fields for the list, and the list for what waits for its vote."""
        if self._back and self.table.hasFocus():
            self._go_back()
        else:
            self.table.setFocus()

    def _on_read(self, view: MotionsView) -> None:
        changed = self._view is None or view.motions != self._view.motions
        self._view = view
        rows = motion_rows(view.motions)
        self._body.setCurrentIndex(0 if rows else 1)
        sentence = tr("Choose a motion; Enter begins its vote, then type the hands counted.")
        self.head.show_words(tr("Motions"), sentence if rows else "")
        self.tools.setVisible(bool(rows))
        if changed:
            self.table.show_records(rows, same=same_motion)
            self._go_to_wanted(rows)
        self._show_current()
        if self._to_fields:
            self._to_fields = False
            self.panel.take_keyboard()
        else:
            self.keep_keyboard(self.table if rows else self._first)

    def _go_to_wanted(self, rows: tuple[MotionRow, ...]) -> None:
        """Choose the motion asked for; one that was just added comes with the next reading."""
        for place, row in enumerate(rows):
            if row.motion.id == self._wanted:
                self.table.select_row(place)
                self._wanted = 0

    def _show_current(self) -> None:
        row: MotionRow | None = self.table.current
        if row is None or self._view is None:
            self.commands.refresh()
            return
        self.panel.show_row(self._view, row)
        self.commands.refresh()

    def _current(self) -> Motion | None:
        row: MotionRow | None = self.table.current
        return row.motion if row else None

    def _on_chosen(self, row: MotionRow) -> None:
        """Go on with a motion: begin its vote, or type its hands."""
        if row.motion.state is MotionState.OPEN and not row.motion.begun:
            if self.panel.by_hand.is_open:
                self.panel.take_keyboard()
            else:
                self._on_begin()
        else:
            self.panel.take_keyboard()

    def _on_begin(self) -> None:
        """Freeze D and presence; again before the result is recorded."""
        motion = self._current()
        if motion is None or motion.state is not MotionState.OPEN:
            return
        base, present = self.panel.by_hand.numbers or (None, None)
        if motion.begun:
            base, present = None, None
        self._acts.run(
            begin_vote,
            motion.id,
            base=base,
            present=present,
            done=self._on_begun,
        )

    def _on_put_off(self) -> None:
        motion = self._current()
        if motion is not None:
            self._acts.run(put_off_vote, motion.id, done=self._on_vote_ended)

    def _on_vote_ended(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self.panel.forget_typed()
            self.table.setFocus()

    def _on_refreeze(self) -> None:
        motion = self._current()
        if motion is not None and (motion.roll_id or not motion.begun):
            self._on_begin()

    def _on_begun(self, value: Any) -> None:
        if self.notice.show_answer(value):
            self._to_fields = True

    def _on_record(self) -> None:
        motion, hands = self._current(), self.panel.hands
        if motion is None or hands is None:
            return
        self._acts.run(
            record_vote,
            motion.id,
            hands,
            announced_by=self.panel.announced_by.currentText(),
            done=self._on_vote_ended,
        )

    def _on_add(self) -> None:
        if self._view is not None:
            self.dialogs.add(self._view)

    def _on_usual(self) -> None:
        if self._view is not None:
            drafts = self._view.missing_templates()
            self._acts.run(add_motions, drafts, done=self.notice.show_answer)

    def _on_edit(self) -> None:
        motion = self._current()
        if motion is not None and self._view is not None:
            self.dialogs.edit(self._view, motion)

    def _on_cancel(self) -> None:
        motion = self._current()
        if motion is not None:
            self.dialogs.cancel(motion)

    def _on_repeat(self) -> None:
        motion = self._current()
        if motion is not None:
            self.dialogs.repeat(motion)

    def _on_saved(self, motion: Motion) -> None:
        self.notice.hide()
        self._wanted = motion.id
        self.table.setFocus()

    def _on_names(self) -> None:
        motion = self._current()
        if motion is not None:
            self._session.ask(motion_roll, motion.id, done=self.dialogs.show_names)

    def _on_holders(self) -> None:
        motion = self._current()
        if motion is not None:
            self.dialogs.by_holder(motion, self.panel.announced_by.currentText())

    def _on_vote_wanted(self, motion_id: int) -> None:
        self._wanted = motion_id
        self._go_to_wanted(self.table.records)

    def _on_move(self, by: int) -> None:
        """Move the current motion up or down the list."""
        motion, ids = self._current(), [row.motion.id for row in self.table.records]
        if motion is None:
            return
        place = ids.index(motion.id)
        if 0 <= place + by < len(ids):
            ids[place], ids[place + by] = ids[place + by], ids[place]
            self._wanted = motion.id
            self._acts.run(order_motions, ids, done=self.notice.show_answer)

    def _connect(self) -> None:
        self.head.back.connect(self._go_back)
        self.dialogs.saved.connect(self._on_saved)
        self.table.chosen.connect(self._on_chosen)
        self.table.current_changed.connect(lambda _: self._show_current())
        self.panel.begin_wanted.connect(self._on_begin)
        self.panel.refreeze_wanted.connect(self._on_refreeze)
        self.panel.record_wanted.connect(self._on_record)
        self.panel.names_wanted.connect(self._on_names)
        self.panel.holders_wanted.connect(self._on_holders)
        self.panel.vote_wanted.connect(self._on_vote_wanted)
        self._acts.busy_changed.connect(self.tools.usual.setDisabled)

    def _make_commands(self) -> Commands:
        return Commands(
            "motions",
            self,
            {
                "add": self._on_add,
                "usual": self._on_usual,
                "edit": self._on_edit,
                "renew": self._on_refreeze,
                "repeat": self._on_repeat,
                "put_off": self._on_put_off,
                "cancel": self._on_cancel,
                "up": partial(self._on_move, -1),
                "down": partial(self._on_move, 1),
                "back": self._on_back,
            },
            why_not=self._why_not,
            words=lambda name: edit_words(self.table.current) if name == "edit" else "",
            where={"cancel": self.table},
            hides=HIDDEN_WHILE_REFUSED,
        )

    def _why_not(self, name: str) -> str:
        if name == "back":
            return ""
        usual = self._view is not None and bool(self._view.missing_templates())
        return why_not(name, self.table.current, usual=usual)

    def _lay_out(self) -> None:
        both = QWidget()
        both.setLayout(TurningRow((self.table, 1), self.panel, spacing=20))
        self._body.addWidget(both)
        self._body.addWidget(self._make_empty())
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(self.table, OFFERED)
        lay_out_page(self, self.head, self.notice, self._body, self.tools, body=self._body)

    def _make_empty(self) -> EmptyState:
        self._first = command_button(self.commands, "usual", name="addFirstMotions", role="primary")
        own = command_button(self.commands, "add", name="addFirstMotion")
        return EmptyState(
            "hand",
            tr("No motion yet"),
            tr(
                "Add the usual motions of a congress in one go, or a motion of your own."
                " Each vote freezes D and who is present."
            ),
            self._first,
            own,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        panel = min(theme.px(PANEL_WIDTH), width * 46 // 100)
        fix_width(self.panel, panel, width)
        for column, least in LEFT_OUT.items():
            self.table.setColumnHidden(column, width - panel < theme.px(least))
