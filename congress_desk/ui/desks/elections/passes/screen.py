"""The comparison of the passes of a round: its bundles, one of them in sight, and its sheets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.actions.elections.passes.doubts import set_place_aside
from congress_desk.actions.elections.passes.settling import count_by_hand
from congress_desk.domain.elections.doubtful_ballot import DoubtCause
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.queries.elections.passes.bundles import ComparedBundle
from congress_desk.ui.commands import Commands
from congress_desk.ui.desks.elections.counting.doubt_dialogs import SetAsideDialog
from congress_desk.ui.desks.elections.counting.line.cover_scan import scanned_cover
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.desks.elections.operator_acts import by_operator
from congress_desk.ui.desks.elections.passes.bundle_part import BundlePart
from congress_desk.ui.desks.elections.passes.bundles_side import BundlesSide
from congress_desk.ui.desks.elections.passes.command_state import CommandState
from congress_desk.ui.desks.elections.passes.correct_dialog import CorrectDialog
from congress_desk.ui.desks.elections.passes.retype_part import RetypePart
from congress_desk.ui.desks.elections.passes.scanned_covers import ScannedCovers
from congress_desk.ui.desks.elections.passes.view import PassesView, passes_view
from congress_desk.ui.desks.elections.restart_dialog import restart_dialog
from congress_desk.ui.desks.elections.scanning.picture_dialogs import ask_for_picture
from congress_desk.ui.desks.elections.totals.bundle_totals import BundleTotalsForms
from congress_desk.ui.look import theme
from congress_desk.ui.look.sounds import Sounds
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.operators.second_operator_dialog import second_operator_first
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.buttons import command_button
from congress_desk.ui.widgets.layout.flow_layout import FlowLayout
from congress_desk.ui.widgets.layout.layouts import column_in, row_in
from congress_desk.ui.widgets.layout.page_head import PageHead
from congress_desk.ui.widgets.layout.pages import has_keyboard, lay_out_page, take_keyboard
from congress_desk.ui.widgets.notice import Notice

NARROW, LOW = 700, 440
_BUTTONS = ("set_aside", "picture", "restart", "correct", "settle")


class PassesScreen(ElectionScreen):
    """`left` carries the round whose count is gone back to."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("passesScreen")
        self._view: PassesView | None = None
        self._round_id = self._wanted = 0
        self.head = PageHead(self, tr("Back to the count"))
        self.head.back.connect(self._on_back)
        self.notice = Notice()
        self.side = BundlesSide()
        self.table = self.side.table
        self.bundle = BundlePart()
        self.retype = RetypePart(self._acts, Sounds())
        self.totals = BundleTotalsForms(session, self)
        self._parts = QStackedWidget()
        self.commands = Commands(
            "passes",
            self,
            {
                "settle": lambda: self._with_both(self._on_settle),
                "set_aside": self._on_set_aside,
                "correct": lambda: self._with_both(self._on_correct),
                "restart": lambda: self._with_both(self._on_restart),
                "picture": self._on_picture,
            },
            why_not=lambda name: self._standing.why_not(name),
            words=lambda name: self._standing.words(name),
        )
        self.commands.refused.connect(self.notice.say_refused)
        self.commands.offer_in(self.table, ("settle", "", "picture", "correct", "restart"))
        self._lay_out()
        self.table.current_changed.connect(lambda _: self._show_current())
        self.table.chosen.connect(lambda _: self.commands.run("settle"))
        ScannedCovers(self.table).scanned.connect(self._on_scanned)
        self.bundle.changed.connect(self.commands.refresh)
        self.bundle.finished.connect(lambda: self.commands.run("settle"))
        self.retype.settled.connect(self._on_settled)
        self.retype.left.connect(self._show_bundles)
        self.totals.closed.connect(self.refresh)
        self._acts.busy_changed.connect(self.commands.refresh)

    @property
    def unsaved(self) -> bool:
        """Say whether a sheet is typed that is not in the file."""
        return self._is_retyping and self.retype.is_begun

    def show_record(self, number: int, at: str = "") -> None:
        """Show the bundles of a round, the first that differs in sight."""
        if number != self._round_id:
            self._view = None
        self._round_id, self._wanted = number, 0
        self.notice.hide()
        self._show_bundles()
        self.refresh()

    def refresh(self) -> None:
        """Read how far the bundles are; what is being typed stays."""
        if self._round_id:
            self._reader.ask(passes_view, self._round_id, done=self._on_read)

    @property
    def _is_retyping(self) -> bool:
        return self._parts.currentWidget() is self.retype

    @property
    def _compared(self) -> ComparedBundle | None:
        bundle = self.side.current
        return self._view.compared.get(bundle.number) if self._view and bundle else None

    def _on_read(self, view: PassesView) -> None:
        if view.sheet.round.id != self._round_id:
            return
        first = self._view is None
        self._view = view
        self.head.show_words(
            tr("Comparing the passes: {election}, round {number}",
               election=view.sheet.election.title, number=view.sheet.round.number),
            view.sentence,
        )  # fmt: skip
        if self._is_retyping and not view.is_counted:
            self._show_bundles()
        self.side.show_view(
            view, self._wanted or (view.differing[0] if first and view.differing else 0)
        )
        self._wanted = 0
        self._show_current()
        if first or not has_keyboard(self):
            take_keyboard(self, self.table)

    def _show_current(self) -> None:
        bundle, view = self.side.current, self._view
        if bundle is not None and view is not None and not self._is_retyping:
            self.bundle.show_bundle(view, bundle, self._session.operator)
        self.commands.refresh()

    @property
    def _standing(self) -> CommandState:
        refusal = self.bundle.resolver.refusal
        return CommandState(
            view=None if self._acts.busy else self._view,
            bundle=self.side.current,
            compared=self._compared,
            is_retyping=self._is_retyping,
            is_typed=bool(self.retype.line.text()),
            not_by=problem_text(refusal.first) if refusal else "",
        )

    def _with_both(self, act: Callable[[], None]) -> None:
        together = self.bundle.resolver.names[1]
        second_operator_first(self._acts, together, self, act, self.notice.say_problems)

    def _on_scanned(self, text: str) -> None:
        """Go on with the bundle of a cover, or say why it is none of this round."""
        view = self._view
        if view is None:
            return
        code = scanned_cover(text, view.sheet, view.bundle)
        if isinstance(code, Refusal):
            self.notice.say_problems(code.problems)
            return
        self.notice.hide()
        self.side.show_view(view, code.bundle)
        self.commands.run("settle")

    def _on_settle(self) -> None:
        compared, bundle, view = self._compared, self.side.current, self._view
        if view is None or bundle is None or self._standing.why_not("settle") != "":
            return
        self.notice.hide()
        if compared is None:
            self.totals.open(self._round_id, bundle.number)
            return
        name, together = self.bundle.resolver.names
        if not view.signed_in:
            self._session.operator = name
        if compared.needs_count and self.bundle.count.value() is None:
            self.notice.say(
                "look", tr("Count the sheets of the bundle by hand and write the number.")
            )
            self.bundle.ask_for_count()
            return
        if compared.needs_count:
            self._acts.run(
                by_operator(count_by_hand),
                self._round_id,
                bundle.number,
                self.bundle.count.value(),
                together=together,
                done=self._on_counted,
            )
            return
        self._begin_retyping(view, compared, together)

    def _begin_retyping(self, view: PassesView, compared: ComparedBundle, together: str) -> None:
        name = view.signed_in or self._session.operator
        number = compared.bundle.number
        self.retype.begin(view.sheet, number, compared.left, name, together)
        self.head.hide()
        self._parts.setCurrentWidget(self.retype)
        self._make_room()
        self.table.setEnabled(False)
        self.commands.refresh()
        self.retype.line.setFocus()

    def _on_counted(self, value: ComparedBundle | Refusal) -> None:
        if isinstance(value, Refusal):
            self.notice.say_problems(value.problems)
            self.bundle.count.setFocus()
            self.bundle.count.selectAll()
            return
        view = self._view
        if value.left and view is not None:
            self._begin_retyping(view, value, self.bundle.resolver.names[1])
        else:
            self._say_settled(value)

    def _on_settled(self, value: ComparedBundle) -> None:
        if not value.left:
            self._show_bundles()
            self._say_settled(value)

    def _say_settled(self, value: ComparedBundle) -> None:
        """Say that a bundle is settled, and go to the next that is not."""
        self.refresh()  # now: read when the reader comes to it, Enter would begin this one again
        number = value.bundle.number
        if value.waiting:
            self.notice.say(
                "look",
                tr("Bundle {bundle} waits for the board: its sheets put aside are decided on the"
                   " counting screen.", bundle=number),
            )  # fmt: skip
            return
        self.notice.say("holds", tr("Bundle {bundle} agrees: its ballots count.", bundle=number))
        others = [n for n in (self._view.differing if self._view else ()) if n != number]
        self._wanted = others[0] if others else 0

    def _show_bundles(self) -> None:
        self._parts.setCurrentWidget(self.bundle)
        self._make_room()
        self.head.show()
        self.table.setEnabled(True)
        self._show_current()
        self.table.setFocus()

    def _on_set_aside(self) -> None:
        view, bundle = self._view, self.side.current
        if view is None or bundle is None or not self._is_retyping:
            return
        number = max((doubt.number for doubt in view.sheet.doubts), default=0) + 1
        dialog = SetAsideDialog(number, bundle.number, self.retype.place, self)
        dialog.described.connect(self._on_described)
        dialog.open()

    def _on_described(self, cause: DoubtCause, note: str) -> None:
        bundle = self.side.current
        if bundle is not None:
            self._acts.run(
                by_operator(set_place_aside),
                self._round_id,
                bundle.number,
                self.retype.place,
                cause,
                note,
                together=self.bundle.resolver.names[1],
                done=self._on_aside,
            )

    def _on_aside(self, value: Any) -> None:
        if isinstance(value, Refusal):
            self.notice.say_problems(value.problems)
            return
        self.notice.say("holds", tr("Put aside for the board."))
        self._show_bundles()

    def _on_correct(self) -> None:
        view, bundle = self._view, self.side.current
        if view is not None and bundle is not None:
            self._take_name(view)
            together = self.bundle.resolver.names[1]
            CorrectDialog(self._acts, view.sheet, bundle, together, self).open()

    def _on_restart(self) -> None:
        view, bundle = self._view, self.side.current
        if view is None or bundle is None:
            return
        self._take_name(view)
        together = self.bundle.resolver.names[1]
        restart_dialog(self._acts, self._round_id, bundle.number, together, self).open()

    def _on_picture(self) -> None:
        """Offer the first sheet that differs, else any of the bundle."""
        bundle, compared = self.side.current, self._compared
        if bundle is not None:
            place = compared.left[0] if compared and compared.left else 0
            ask_for_picture(self._acts, self._round_id, bundle.number, place, self)

    def _take_name(self, view: PassesView) -> None:
        name = self.bundle.resolver.names[0]
        if name and not view.signed_in:
            self._session.operator = name

    def _on_back(self) -> None:
        if self._is_retyping:
            self._show_bundles()
        else:
            self.go("counting", self._round_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(event.size().width())
        self.retype.be_low(event.size().height() < theme.px(LOW))
        self._make_room()

    def _make_room(self) -> None:
        """Leave the width of a narrow window to the paper that is typed from."""
        narrow = self.width() < theme.px(NARROW)
        self.side.setVisible(not (narrow and self._is_retyping))
        self.head.sentence.setVisible(self.height() >= theme.px(LOW))

    def _lay_out(self) -> None:
        self._parts.addWidget(self.bundle)
        self._parts.addWidget(self.retype)
        tools = QWidget()
        flow = FlowLayout(tools)
        for name in _BUTTONS:
            role = "primary" if name == "settle" else ""
            flow.addWidget(command_button(self.commands, name, name=f"passes_{name}", role=role))
        main = QWidget()
        column_in(main, (self._parts, 1), tools)
        body = QWidget()
        row_in(body, self.side, (main, 1), spacing=24)
        lay_out_page(self, self.head, self.notice, body, body=body)
