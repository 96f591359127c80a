"""The dialog of stations: who has which bundle; hand out, take results in, call back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from congress_desk.actions.elections.stations.handing_out import call_station_back
from congress_desk.domain.elections.stations.bundle_ranges import bundle_numbers, ranges_text
from congress_desk.domain.elections.stations.station import (
    RESULT_SUFFIX,
    SUFFIX,
    Station,
    TakenIn,
)
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Refusal
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import problem_text, tr
from congress_desk.settings import documents_folder
from congress_desk.station_files import copy_after_taking, hand_out, take_one
from congress_desk.ui.desks.elections.stations.distribute_dialog import DistributeDialog, Share
from congress_desk.ui.desks.elections.stations.view import StationsView, stations_view
from congress_desk.ui.desks.elections.stations.words import (
    free_words,
    handed_words,
    station_columns,
    taken_words,
)
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.reader import Reader
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.records.forms.reason_dialog import ReasonDialog
from congress_desk.ui.records.table_model import RecordTableModel
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.screen_acts import Acts

WIDTH, TABLE_HEIGHT = 720, 150


class StationsDialog(FormDialog):
    """Stays open: bundles go out one station after the other, results come in several at once."""

    def __init__(
        self, acts: Acts, messages: Messages, round_id: int, parent: QWidget | None
    ) -> None:
        super().__init__(
            tr("Entry stations"), tr("Hand out…"), parent, acts=acts, leave=tr("Close")
        )
        self.be_wide(WIDTH)
        self._messages, self._round_id = messages, round_id
        self._view: StationsView | None = None
        self._waiting: list[Path] = []
        self._refused: list[str] = []
        self._noted: list[str] = []
        self._shares: list[Share] = []
        self._count = self._taken = 0
        self._look = False
        self.table = DataTable(
            "stationsTable", tr("Entry stations"), RecordTableModel(station_columns(), self),
            long=(0, 1),
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(TABLE_HEIGHT))
        self.take = make_button(
            tr("Take results in…"), self._on_take, name="stationTake", icon="download"
        )
        self.call_back = make_button(
            tr("Call the station back…"), self._on_call_back, name="stationCallBack", icon="undo-2"
        )
        self.share = make_button(tr("Hand all out…"), self._on_share, name="stationShare")
        self.free = theme.label(tone="muted", name="stationFree", wrap=True)
        self.form.addRow(self.table)
        self.form.addRow(button_row(self.take, self.share, None, self.call_back))
        self.form.addRow(self.free)
        self.bundles = self.add_line(
            tr("Bundles"), "stationBundles", hint=tr("such as 1-5, 8"), longest=200
        )
        self.name = self.add_line(tr("Name of the station"), "stationName", longest=NAME_LIMIT)
        self.wrong = {"": self.bundles, "station_name_missing": self.name}
        self.table.current_changed.connect(lambda _: self._follow())
        acts.busy_changed.connect(lambda _: self._follow())
        self.submitted.connect(self._on_submitted)
        self._reader = Reader(acts.session, self, self._ask)
        self._ask()
        self._follow()
        self.bundles.setFocus()

    def _ask(self) -> None:
        self._reader.ask(stations_view, self._round_id, done=self._show)

    def _show(self, view: StationsView) -> None:
        first, self._view = self._view is None, view
        self.table.show_records(view.stations, same=lambda a, b: a.number == b.number)
        self.free.setText(free_words(view))
        if first:
            self._suggest(view.next_number)
        self._follow()

    def _suggest(self, number: int) -> None:
        """Suggest the next station by its number."""
        self.name.setText(tr("Station {number}", number=number))

    def _follow(self) -> None:
        chosen: Station | None = self.table.current
        self.take.setDisabled(self.acts.busy)
        untouched = self._view.untouched if self._view is not None else ()
        self.share.setDisabled(self.acts.busy or not untouched)
        self.call_back.setEnabled(chosen is not None and chosen.is_out and not self.acts.busy)

    def _on_submitted(self) -> None:
        numbers = bundle_numbers(self.bundles.text())
        if isinstance(numbers, Refusal):
            self.refuse(numbers, self.bundles)
            return
        name = self.name.text().strip()
        suggested = documents_folder() / file_name(name, suffix=SUFFIX)
        self._messages.save_file(
            self,
            tr("Where to write the file of the station"),
            suggested,
            tr("Station files (*{suffix})", suffix=SUFFIX),
            lambda path: self.run(hand_out, self._round_id, numbers, name=name, target=path),
            may_replace=False,
        )

    def finish(self, value: Any) -> None:
        """Say why not, or be ready for the next station."""
        if isinstance(value, Refusal):
            self.refuse(value)
            return
        self.clear_wrong()
        self.say(handed_words(value), "holds")
        self.bundles.clear()
        self._suggest(value.number + 1)
        self.bundles.setFocus()

    def _on_share(self) -> None:
        assert self._view is not None
        dialog = DistributeDialog(self.acts, self._messages, self._view, self)
        dialog.chosen.connect(self._hand_all)
        dialog.open()

    def _hand_all(self, shares: Sequence[Share]) -> None:
        """Hand out one station after the other; one that is refused keeps the rest here."""
        self._shares, self._count = list(shares), len(shares)
        self._hand_next()

    def _hand_next(self) -> None:
        done = self._count - len(self._shares)
        if not self._shares:
            self.say(
                tr("{count} stations have their bundles. Carry each its file; whoever has typed a"
                   " bundle hands its paper to the next station.", count=done),
                "holds",
            )  # fmt: skip
            return
        self.say(tr("{done} of {count} files are written…", done=done, count=self._count), "muted")
        share = self._shares.pop(0)
        self.acts.run(
            hand_out, self._round_id, share.bundles, name=share.name, target=share.target,
            done=self._on_one_handed,
        )  # fmt: skip

    def _on_one_handed(self, value: Station | Refusal) -> None:
        if isinstance(value, Refusal):
            self._shares.clear()
            self.refuse(value)
            return
        self._suggest(value.number + 1)
        self._hand_next()

    def _on_take(self) -> None:
        self._messages.open_files(
            self,
            tr("Results of stations"),
            tr("Results of stations (*{suffix})", suffix=RESULT_SUFFIX)
            + ";;"
            + tr("All files (*)"),
            self.take_in,
        )

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in results one after the other; the dialog says how far it is."""
        self._waiting, self._refused, self._noted = list(paths), [], []
        self._count, self._taken, self._look = len(self._waiting), 0, False
        self.clear_wrong()
        self._take_next()

    def _take_next(self) -> None:
        if not self._waiting:
            self._say_taken()
            return
        path = self._waiting.pop(0)
        done = self._count - len(self._waiting) - 1
        self.say(tr("{done} of {count} results are in…", done=done, count=self._count), "muted")
        self.acts.run(take_one, path, done=self._on_one_taken)

    def _on_one_taken(self, value: TakenIn | Refusal) -> None:
        if isinstance(value, Refusal):
            self._refused.append(problem_text(value.first))
        else:
            self._taken += 1
            self._noted.append(taken_words(value))
            self._look = self._look or bool(value.untold or value.changed)
        self._take_next()

    def _say_taken(self) -> None:
        words = tr("{done} of {count} results are in.", done=self._taken, count=self._count)
        told = "\n".join(filter(None, (words, *self._noted, *self._refused)))
        self.say(told, "wrong" if self._refused else "look" if self._look else "holds")
        if self._taken:
            self.acts.run(copy_after_taking, done=lambda _: None)

    def _on_call_back(self) -> None:
        chosen: Station | None = self.table.current
        if chosen is None:
            return
        dialog = ReasonDialog(
            self.acts,
            tr("Call “{name}” back?", name=chosen.name),
            tr(
                "Bundles {bundles} are entered here or at another station; what this station"
                " entered is lost, and a result it brings later is refused.",
                bundles=ranges_text(chosen.bundles),
            ),
            tr("Call it back"),
            call_station_back,
            chosen.number,
            why=tr("Why it is called back"),
            leave=tr("Leave it"),
            danger=True,
            parent=self,
        )
        done = tr(
            "“{name}” is called back; its bundles can be entered here or handed out again.",
            name=chosen.name,
        )
        dialog.saved.connect(lambda _: self.say(done, "holds"))
        dialog.open()

    def reject(self) -> None:
        """Stay while results are being taken in, or stations get their bundles."""
        if not self._waiting and not self._shares:
            super().reject()
