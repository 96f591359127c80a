"""The counting screen: reads a round and sets its table; asks before ballots are left behind."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.station import RESULT_SUFFIX
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.desks.elections.counting.counted_round import CountedRound, counted_round
from congress_desk.ui.desks.elections.counting.counting_panel import CountingPanel
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Topic
from congress_desk.ui.desks.elections.counting.pace_dialog import show_pace_of
from congress_desk.ui.desks.elections.election_screen import ElectionScreen
from congress_desk.ui.look.sounds import Sounds
from congress_desk.ui.messages import Messages
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.screen_acts import Acts

if TYPE_CHECKING:
    from congress_desk.station_files import Brought


class CountingScreen(ElectionScreen):
    """The table of the round that is counted; nothing typed is left behind without a question."""

    def __init__(self, session: Session, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(session, messages, parent)
        self.setObjectName("countingScreen")
        self._sounds = Sounds()
        self._round_id: int | None = None
        self.table: CountingPanel | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def unsaved(self) -> bool:
        """Say whether ballots typed here are not in the file: ask before it is closed."""
        return self.table is not None and self.table.unrecorded() > 0

    def show_record(self, number: int, at: str = "") -> None:
        """Show a round as the file has it now, once all that was typed before is in the file."""
        self._round_id = number
        if self.table is not None and self.table.queue.acts:
            return
        self._session.ask(counted_round, number, self._session.operator, done=self._on_read)

    def _on_read(self, counted: CountedRound) -> None:
        if counted.sheet.round.id != self._round_id:
            return
        self._round_id = None
        table = CountingPanel(self._session, self._messages, self._sounds, counted, parent=self)
        old, self.table = self.table, table
        if old is not None:
            self._layout.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._layout.addWidget(self.table)
        self.table.wanted.connect(self._on_wanted)
        self.table.pace_wanted.connect(self._on_pace_wanted)
        self.table.stations_wanted.connect(self._on_stations_wanted)
        self.table.queue.changed.connect(self._on_queue_changed)
        self.table.show()  # now, not when the layout comes to it: what is hidden gets no keys
        self.table.give_keyboard()

    def _on_queue_changed(self) -> None:
        table = self.table
        if self._round_id is not None and table is not None and not table.queue.acts:
            self.show_record(self._round_id)

    def _on_stations_wanted(self) -> None:
        from congress_desk.ui.desks.elections.stations.stations_dialog import StationsDialog

        assert self.table is not None
        round_id = self.table.state.count.sheet.round.id
        StationsDialog(Acts(self._session, self), self._messages, round_id, self).open()

    def _on_wanted(self, screen: str) -> None:
        assert self.table is not None
        sheet = self.table.state.count.sheet
        if screen == "gate" and self.table.state.station is not None:
            self._unless_unsaved(self._ask_where_to_write)
            return
        records = {"election": sheet.election.id, "issue": sheet.round.first_count}
        self._unless_unsaved(partial(self.go, screen, records.get(screen, sheet.round.id)))

    def _on_pace_wanted(self) -> None:
        if self.table is not None:
            show_pace_of(self._session, self.table.state.count.sheet.round, self)

    def _ask_where_to_write(self) -> None:
        suggested = self._session.path.with_suffix(RESULT_SUFFIX)
        title, filters = tr("Write the station's result"), tr("Result of a station (*.json)")
        self._messages.save_file(self, title, suggested, filters, self._write_result)

    def _write_result(self, path: Path) -> None:
        from congress_desk.station_files import bring_back

        self._session.ask(bring_back, path, done=partial(self._on_written, path))

    def _on_written(self, path: Path, value: Brought | Refusal) -> None:
        assert self.table is not None
        if isinstance(value, Refusal):
            words = "\n".join(map(problem_text, value.problems))
            self.table.notices.put(Topic.REFUSED, Notice(text=words, tone="wrong"))
            return
        words = tr(
            "{count} ballots are signed and written to “{path}”: take it to the congress's laptop.",
            count=value.sheets,
            path=path.name,
        )
        if value.left:
            left = tr("Still to come: bundles {bundles}.", bundles=ranges_text(value.left))
            words = f"{words} {left}"
        self.table.notices.put(Topic.DONE, Notice(text=words, tone="holds"))

    def _unless_unsaved(self, go: Callable[[], None]) -> None:
        """Leave at once, or after asking when ballots on the screen are not in the file."""
        waiting = self.table.unrecorded() if self.table else 0
        if not waiting:
            go()
            return
        self._messages.ask(
            self,
            tr("Leave with ballots that are not recorded?"),
            tr("{count} typed here are not in the file and would be lost.", count=waiting),
            tr("Leave without them"),
            partial(_go_if, go),
            danger=True,
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.table is not None:
            self.table.give_keyboard()


def _go_if(go: Callable[[], None], yes: bool) -> None:
    if yes:
        go()
