"""What is fed into the scanner, and its feedings: files, a folder, which bundle, thrown away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.domain.elections.scans.feed import ScannedFeed
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.restart_dialog import restart_dialog
from congress_desk.ui.desks.elections.scanning.picture_dialogs import (
    DestroyDialog,
    PictureDialog,
)
from congress_desk.ui.desks.elections.scanning.round_scan import KINDS, RoundScan
from congress_desk.ui.desks.elections.scanning.view import ScanView
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.forms.form_dialog import FormDialog
from congress_desk.ui.widgets.inputs.number_field import NumberField
from congress_desk.ui.widgets.screen_acts import Acts


class FeedActs(QObject):
    """`begun` when reading goes on, `kept` carries a refusal, or None once a change is kept."""

    begun = Signal()
    kept = Signal(object)

    def __init__(self, acts: Acts, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts, self._messages, self._parent = acts, messages, parent

    def read_files(self, scan: RoundScan) -> None:
        """Ask for files of the scanner, and read them."""
        filters = tr("Scanned pages") + " (" + " ".join(f"*{kind}" for kind in KINDS) + ")"

        def chosen(paths: list[Path]) -> None:
            self.begun.emit()
            scan.read(paths)

        self._messages.open_files(self._parent, tr("Read scanned files"), filters, chosen)

    def watch(self, scan: RoundScan) -> None:
        """Ask for the folder of the scanner, and read what comes into it."""

        def chosen(folder: Path) -> None:
            self.begun.emit()
            scan.watch(folder)

        self._messages.choose_folder(self._parent, tr("Watch the scanner's folder"), chosen)

    def stop_or_go_on(self, scan: RoundScan) -> None:
        """Stop reading, or go on where it was stopped."""
        if scan.is_stopped:
            self.begun.emit()
            scan.go_on()
        else:
            scan.stop()

    def set_number(self, view: ScanView, scan: RoundScan, feed: ScannedFeed) -> None:
        """Ask of which bundle a feeding is that came without a cover."""
        known = frozenset(bundle.number for bundle in view.bundles)
        dialog = NumberDialog(feed, known, self._parent)
        dialog.told.connect(lambda number: scan.set_number(feed.id, number, self.kept.emit))
        dialog.open()

    def drop(self, view: ScanView, scan: RoundScan, feed: ScannedFeed) -> None:
        """Ask whether a feeding is thrown away."""
        self._messages.ask(
            self._parent,
            tr("Drop this feeding of bundle {bundle}?", bundle=feed.number or "?"),
            tr(
                "{count} sheets with their pictures and answers are thrown away. Scan the bundle"
                " again, cover first, or read its files again in their order.",
                count=len(feed.bundle.sheets),
            ),
            tr("Drop it"),
            lambda yes: scan.drop(feed.id, self.kept.emit) if yes else None,
            danger=True,
        )

    def by_hand(self, view: ScanView, scan: RoundScan, feed: ScannedFeed) -> None:
        """Ask why a bundle that a scanner read is typed instead."""
        restart_dialog(self._acts, view.sheet.round.id, feed.number, "", self._parent).open()

    def picture(self, view: ScanView, feed: ScannedFeed | None) -> None:
        """Ask which ballot is to be seen as it was scanned."""
        PictureDialog(self._acts, view, feed.number if feed else 0, self._parent).open()

    def destroy(self, view: ScanView, feed: ScannedFeed | None) -> None:
        """Ask two people whether the pictures are destroyed."""
        DestroyDialog(self._acts, view, self._parent).open()


class NumberDialog(FormDialog):
    """`told` carries the number of the bundle that a feeding is of."""

    told = Signal(int)

    def __init__(self, feed: ScannedFeed, known: frozenset[int], parent: QWidget) -> None:
        super().__init__(tr("Which bundle is it?"), tr("Set the number"), parent)
        self._known = known
        self.tell(
            tr(
                "{count} sheets came without a cover. Look at the bundle in the tray and type the"
                " number on its cover.",
                count=len(feed.bundle.sheets),
            )
        )
        self.number = NumberField()
        self.add_field(tr("Bundle"), self.number, "scanNumber")
        self.submitted.connect(self._on_submitted)

    def _on_submitted(self) -> None:
        number = self.number.value() or 0
        if number not in self._known:
            self.refuse_words(tr("This round has no such bundle"), self.number)
            return
        self.told.emit(number)
        self.accept()
