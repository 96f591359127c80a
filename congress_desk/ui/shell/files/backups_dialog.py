"""The automatic copies of a congress: what each contains, where they go, and one opened again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.settings import BACKUP_MINUTES, SettingsStore, documents_folder
from congress_desk.ui.background import Background
from congress_desk.ui.look import theme
from congress_desk.ui.messages import Messages
from congress_desk.ui.records.table_model import RecordTableModel, Sign, TableColumn
from congress_desk.ui.records.tables.data_table import DataTable
from congress_desk.ui.shell.files.backup_watch import CopyState
from congress_desk.ui.widgets.buttons import button_row, make_button
from congress_desk.ui.widgets.dialog_size import be_large
from congress_desk.ui.widgets.elided_label import ElidedLabel
from congress_desk.ui.widgets.inputs.choice_box import ChoiceBox
from congress_desk.ui.widgets.inputs.date_input import moment_text
from congress_desk.ui.widgets.layout.layouts import column_in, grid_of
from congress_desk.ui.widgets.layout.pages import scrolling

if TYPE_CHECKING:
    from congress_desk.exports.rescued import RescuedFiles
    from congress_desk.queries.backups import Backup

WIDTH, HEIGHT = 1040, 600


class BackupsDialog(QDialog):
    """Lists the copies of the file at `path`, which need not be open, nor there.

    `wanted` carries the path of a copy to be opened as a new file; `place_changed` is emitted when
    the second place or the minutes are others; `copy_wanted` when a copy is to be made now.
    """

    wanted = Signal(object)
    place_changed = Signal()
    copy_wanted = Signal()

    def __init__(
        self,
        path: Path,
        settings: SettingsStore,
        messages: Messages,
        parent: QWidget | None,
        *,
        is_open: bool,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Copies of the congress"))
        be_large(self, WIDTH, HEIGHT)
        self._path, self._settings, self._messages = path, settings, messages
        self._newest = ""
        # A thread of its own: who types into the open file does not wait for the list.
        self._background = Background(self)
        self.finished.connect(lambda _: self._background.stop())
        # Its window may go while it is open: nobody has closed it then.
        self.destroyed.connect(self._background.stop)
        model = RecordTableModel(_columns(), self)
        self.table = DataTable("backupTable", tr("Copies of the congress"), model, long=(4, 5))
        self.table.current_changed.connect(lambda _: self._show_buttons())
        self.table.chosen.connect(lambda _: self._on_open())
        self.said = QLabel(tr("Looking for the copies…"), wordWrap=True)
        self.place = ElidedLabel(
            mode=Qt.TextElideMode.ElideMiddle, gives_way=True, name="backupPlace"
        )
        self.minutes = self._make_minutes()
        self.restore = make_button(
            tr("Open as a new file"), self._on_open, name="restoreBackup", icon="rotate-ccw",
            role="primary",
        )  # fmt: skip
        self.now = make_button(tr("Copy now"), self.copy_wanted.emit, name="copyNow", icon="save")
        self.now.setVisible(is_open)
        self.rescue = make_button(
            tr("Rescue what can be read…"), self._choose_rescue, name="rescueFile", icon="download"
        )
        self.rescue.setVisible(not is_open)
        self.leave = make_button(tr("Close"), self.accept, name="leave")
        self._lay_out()
        self._show_place()
        self._show_buttons()
        self.read()

    def read(self) -> None:
        """List the copies as they are now."""
        from congress_desk.queries.backups import backups_of

        folder = self._settings.values.backup_folder
        second = Path(folder) if folder else None
        self._background.run(partial(backups_of, self._path, second), self._show)

    def read_if_new(self, state: CopyState) -> None:
        """List the copies anew when one was made since."""
        if state.name != self._newest:
            self._newest = state.name
            self.read()

    def _show(self, backups: tuple[Backup, ...]) -> None:
        self.table.show_records(backups)
        if backups:
            self.table.selectRow(0)
            self.said.setText(
                tr(
                    "A copy is opened as a new file beside this one; nothing is overwritten. Kept"
                    " are the newest twelve, the last of each day, and those after a result."
                )
            )
        else:
            self.said.setText(
                tr("There is no copy yet: one is made after each result, and as ballots come in.")
            )
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen: Backup | None = self.table.current
        self.restore.setEnabled(chosen is not None and chosen.problem is None)

    def _on_open(self) -> None:
        chosen: Backup | None = self.table.current
        if chosen is not None and chosen.problem is None:
            self.wanted.emit(chosen.path)
            self.accept()

    def _choose_rescue(self) -> None:
        title = tr("Where to write what can be read of the damaged file")
        self._messages.choose_folder(self, title, self._rescue_into)

    def _rescue_into(self, folder: Path) -> None:
        from congress_desk.exports.rescued import rescue_into

        self.said.setText(tr("Reading the damaged file row by row…"))
        self._background.run(partial(rescue_into, self._path, folder), self._tell_rescued)

    def _tell_rescued(self, rescued: RescuedFiles | Refusal) -> None:
        if isinstance(rescued, Refusal):
            self.said.setText(problem_text(rescued.first))
            return
        self.said.setText(
            tr(
                "{read}. Tables in {folder}; what is missing ({count}) stands there too.",
                read=rescued.read,
                folder=str(rescued.folder),
                count=len(rescued.missing),
            )
        )

    def _choose_place(self) -> None:
        title = tr("A folder on a stick or another disk for the copies")
        self._messages.choose_folder(self, title, self._use_place)

    def _use_place(self, folder: Path | None) -> None:
        self._settings.change(backup_folder=str(folder) if folder else "")
        self._show_place()
        self.place_changed.emit()
        self.read()

    def _show_place(self) -> None:
        folder = self._settings.values.backup_folder
        there = not folder or Path(folder).is_dir()
        words = folder or tr("none: copies are beside the file only")
        self.place.set_whole(words if there else tr("{folder} (not there now)", folder=folder))
        theme.set_tone(self.place, "" if there else "look")

    def _make_minutes(self) -> ChoiceBox:
        box = ChoiceBox()
        box.setObjectName("backupMinutes")
        box.setAccessibleName(tr("A change is copied after"))
        for minutes in BACKUP_MINUTES:
            box.addItem(tr("{minutes} min", minutes=minutes), minutes)
        box.setCurrentIndex(box.findData(self._settings.values.backup_minutes))
        box.activated.connect(self._on_minutes)
        return box

    def _on_minutes(self) -> None:
        self._settings.change(backup_minutes=int(self.minutes.currentData()))
        self.place_changed.emit()

    def _lay_out(self) -> None:
        choose = make_button(
            tr("Stick or folder…"), self._choose_place, name="chooseBackupPlace", icon="folder-open"
        )
        documents = make_button(
            tr("Documents folder"), lambda: self._use_place(documents_folder()),
            name="documentsPlace",
        )  # fmt: skip
        beside = make_button(
            tr("Beside the file only"), lambda: self._use_place(None), name="noBackupPlace"
        )
        grid = grid_of(across=16, down=8)
        grid.addWidget(QLabel(tr("Second place")), 0, 0)
        grid.addWidget(self.place, 0, 1)
        grid.addLayout(button_row(choose, documents, beside), 1, 1)
        grid.addWidget(QLabel(tr("A change is copied after")), 2, 0)
        grid.addWidget(self.minutes, 2, 1, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(1, 1)
        title = theme.section(tr("Copies of “{name}”", name=self._path.name))
        body = QWidget()
        column_in(body, title, (self.table, 1), self.said, grid, spacing=12)
        buttons = button_row(self.now, self.rescue, None, self.leave, self.restore)
        column_in(self, (scrolling(body), 1), buttons, spacing=12, margins=(24, 24, 24, 16))


def _columns() -> tuple[TableColumn, ...]:
    return (
        TableColumn(title=tr("Made at"), text=lambda b: moment_text(b.made.isoformat(" "))),
        TableColumn(
            title=tr("Where"),
            text=lambda b: tr("second place") if b.is_second else tr("beside the file"),
            tip=lambda b: str(b.path),
        ),
        TableColumn(title=tr("Acts"), text=lambda b: str(b.acts or "–"), number=True),
        TableColumn(
            title=tr("State"),
            text=lambda b: label("state", b.state.value) if b.state else tr("cannot be read"),
            sign=lambda b: Sign(icon="octagon-alert", tone="wrong") if b.problem else None,
        ),
        TableColumn(title=tr("Results declared"), text=lambda b: ", ".join(b.declared) or "–"),
        TableColumn(title=tr("Last act"), text=_last_act),
    )


def _last_act(backup: Backup) -> str:
    if backup.problem:
        return problem_text(backup.problem)
    return backup.last.summary if backup.last else ""
