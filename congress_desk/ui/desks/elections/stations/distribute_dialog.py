"""All bundles handed out at once: so many stations, one file each in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.stations.bundle_ranges import ranges_text
from congress_desk.domain.elections.stations.distribution import (
    LEAST_STATIONS,
    MOST_STATIONS,
    distributed_bundles,
)
from congress_desk.domain.elections.stations.station import SUFFIX
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, tr
from congress_desk.ui.desks.elections.stations.view import StationsView
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.whole_number import WholeNumber
from congress_desk.ui.widgets.screen_acts import Acts

USUAL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one station gets: its bundles, its name, and where its file is written."""

    name: str
    bundles: tuple[int, ...]
    target: Path


class DistributeDialog(FormDialog):
    """`chosen` carries the shares; nothing is written here."""

    chosen = Signal(object)

    def __init__(
        self, acts: Acts, messages: Messages, view: StationsView, parent: QWidget | None
    ) -> None:
        super().__init__(tr("Hand all bundles out"), tr("Choose the folder…"), parent, acts=acts)
        self._messages, self._view = messages, view
        self.tell(
            tr(
                "Bundles that nobody began, for all their passes at once: {bundles}. Whoever has"
                " typed a bundle hands its paper to the next station.",
                bundles=ranges_text(view.untouched),
            )
        )
        self.count = WholeNumber()
        self.count.setRange(max(view.passes, LEAST_STATIONS), MOST_STATIONS)
        self.count.setFixedWidth(theme.px(120))
        self.count.setValue(USUAL)
        self.add_field(tr("Number of stations"), self.count, "stationCount")
        self.plan = self.tell("")
        self.plan.setObjectName("stationPlan")
        self.count.valueChanged.connect(lambda _: self._follow())
        self.submitted.connect(self._on_submitted)
        self._follow()

    def _shared(self) -> tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...] | Refusal:
        """Return of each station its name, its bundles, and those whose paper lies there first."""
        untouched, count = self._view.untouched, self.count.value()
        shared = distributed_bundles(untouched, count, self._view.passes)
        own = distributed_bundles(untouched, count, 1)
        if isinstance(shared, Refusal) or isinstance(own, Refusal):
            return shared if isinstance(shared, Refusal) else ()
        first = self._view.next_number
        some = ((bundles, its) for bundles, its in zip(shared, own, strict=True) if bundles)
        return tuple(
            (tr("Station {number}", number=first + n), *each) for n, each in enumerate(some)
        )

    def _follow(self) -> None:
        shared = self._shared()
        if not isinstance(shared, Refusal):
            self.plan.setText("\n".join(_line(*each) for each in shared))
        self.fit()

    def _on_submitted(self) -> None:
        self._messages.choose_folder(self, tr("Where to write the files of the stations"), self._on)

    def _on(self, folder: Path) -> None:
        shared = self._shared()
        if isinstance(shared, Refusal):
            self.refuse(shared, self.count)
            return
        shares = [
            Share(name=name, bundles=bundles, target=folder / f"{name}{SUFFIX}")
            for name, bundles, _ in shared
        ]
        taken = next((share.target for share in shares if share.target.exists()), None)
        if taken is not None:
            self.refuse(refuse("target_exists", path=taken.name))
            return
        self.chosen.emit(shares)
        self.accept()


def _line(name: str, bundles: Sequence[int], own: Sequence[int]) -> str:
    """Return what a station gets, and whose paper is laid there before the first key."""
    words = tr("{name}: {count} bundles, {bundles}", name=name, count=grouped(len(bundles)),
               bundles=ranges_text(bundles))  # fmt: skip
    if len(own) in (0, len(bundles)):
        return words
    return tr("{station}; paper of {bundles} first", station=words, bundles=ranges_text(own))
