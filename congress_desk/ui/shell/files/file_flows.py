"""From a wish to an open file: choose, read, create, open; every outcome is a signal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.settings import SettingsStore, documents_folder
from congress_desk.ui.background import Background
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.files import opening

if TYPE_CHECKING:
    from congress_desk.domain.setup.filled_workbook import Setup
    from congress_desk.ui.session import Session
    from congress_desk.ui.shell.files.backups_dialog import BackupsDialog
    from congress_desk.ui.shell.files.opening import Opened

SUFFIX, STATION_SUFFIX = ".congress", ".station"
_OLDER = "file_older_than_journal"


class FileFlows(QObject):
    """Makes and opens congress files; one at a time.

    `offer` says whether a file is open in this program already, and then offers what can be done.

    `opened` carries an Opened, `refused` a Refusal and the path it is about, `done` a sentence and
    the file it tells of.
    """

    opened = Signal(object)
    refused = Signal(object, object)
    done = Signal(str, object)

    def __init__(
        self,
        window: QWidget,
        background: Background,
        messages: Messages,
        settings: SettingsStore,
        offer: Callable[[Path], bool] = lambda path: False,
    ) -> None:
        super().__init__(window)
        self._offer = offer
        self._window = window
        self._background = background
        self._messages = messages
        self._settings = settings

    def take(self, path: Path, take_over: bool = False) -> None:
        """Open a congress file, or begin a new congress with a workbook; not while one is read."""
        if not self._background.idle() or self._offer(path):
            return
        if path.suffix.lower() in (".xlsx", ".xlsm", ".xls"):
            self._read_workbook(path)
        else:
            self._open(path, take_over)

    def _open(self, path: Path, take_over: bool = False, older: bool = False) -> None:
        self._run(partial(opening.open_congress, path, take_over, older), path, take_over)

    def choose_file(self) -> None:
        """Let the user choose a congress file and open it."""
        ours = f"{SUFFIX} *{STATION_SUFFIX}"
        filters = tr("Congress files (*{suffix})", suffix=ours) + ";;" + tr("All files (*)")
        title = tr("Open a congress")
        self._messages.open_file(self._window, title, filters, self.take)

    def choose_backup(self, path: Path) -> None:
        """List the copies of a congress file that cannot be opened, to open one of them."""
        self.backups_dialog(path, is_open=False).open()

    def backups_dialog(self, path: Path, *, is_open: bool) -> BackupsDialog:
        """Return the list of the copies of a file; one that is wanted is opened as a new file."""
        from congress_desk.ui.shell.files.backups_dialog import BackupsDialog

        dialog = BackupsDialog(path, self._settings, self._messages, self._window, is_open=is_open)
        dialog.wanted.connect(partial(self._restore, path))
        return dialog

    def _restore(self, path: Path, backup: Path) -> None:
        self._run(partial(opening.restore_congress, path, backup), path, source=backup)

    def choose_workbook(self) -> None:
        """Let the user choose a filled workbook; then where the new congress is kept."""
        title, filters = tr("Choose the filled workbook"), tr("Workbooks (*.xlsx)")
        self._messages.open_file(self._window, title, filters, self._read_workbook)

    def choose_rehearsal(self, session: Session | None) -> None:
        """Let the user choose a workbook or a congress, the open one first; then where to keep it.

        The open congress is rehearsed as it stands, though its file is in use.
        """
        title = tr("Choose what to rehearse: a filled workbook or a congress")
        filters = tr("Workbooks and congress files (*.xlsx *{suffix})", suffix=SUFFIX)
        begin = session.path.parent if session else None
        chosen = partial(self._rehearse_path, session)
        self._messages.open_file(self._window, title, filters, chosen, folder=begin)

    def _rehearse_path(self, session: Session | None, path: Path) -> None:
        if session is not None and path.resolve() == session.path.resolve():
            self.rehearse(session)
            return
        if path.suffix.lower() != SUFFIX:
            self._read_workbook(path, rehearsal=True)
            return
        actor = self._settings.values.operator
        self._ask_rehearsal(
            path.stem,
            lambda to: self._run(partial(opening.rehearse_file, to, path, actor), to, source=path),
        )

    def rehearse(self, session: Session) -> None:
        """Ask where the rehearsal of the open congress is kept; then show it in its place."""

        def on_chosen(path: Path) -> None:
            session.act(opening.rehearse_open, path, session.operator, done=partial(on_made, path))

        def on_made(path: Path, made: Path | Refusal) -> None:
            if isinstance(made, Refusal):
                self.refused.emit(made, path)
            else:
                self._open(made)

        self._ask_rehearsal(session.path.stem, on_chosen)

    def _ask_rehearsal(self, name: str, done: Callable[[Path], None]) -> None:
        self._ask_target(tr("Where to keep the rehearsal"), f"dien-tap-{name}{SUFFIX}", done)

    def ask_details(self) -> None:
        """Ask for the details of a new congress; then where it is kept."""
        from congress_desk.ui.shell.files.new_congress_dialog import NewCongressDialog

        dialog = NewCongressDialog(self._window)
        dialog.chosen.connect(lambda setup, password: self._choose_target(setup, password=password))
        dialog.open()

    def choose_example(self) -> None:
        """Let the user choose one of the example congresses and where it is made; then open it."""
        from congress_desk.ui.shell.files.example_dialog import ExampleDialog

        dialog = ExampleDialog(self._window)
        dialog.chosen.connect(self._make_example)
        dialog.open()

    def _make_example(self, size: str) -> None:
        from congress_desk.example.sizes import SIZES

        self._ask_target(
            tr("Where to keep the example congress"),
            SIZES[size].file_name,
            lambda path: self._run(partial(opening.open_example, path, size), path),
        )

    def open_first_congress(self) -> None:
        """Open the practice congress of the guide; it is kept beside the settings."""
        path = self._settings.log_file.parent / f"dai-hoi-dau-tien{SUFFIX}"
        if self._background.idle() and not self._offer(path):
            self._run(partial(opening.open_first_congress, path), path)

    def choose_template(self) -> None:
        """Let the user choose where the empty set-up workbook is written."""
        target = documents_folder() / "bang-tinh-dai-hoi.xlsx"
        title, filters = tr("Where to keep the empty workbook"), tr("Workbooks (*.xlsx)")
        self._messages.save_file(self._window, title, target, filters, self._write_template)

    def _read_workbook(self, workbook: Path, rehearsal: bool = False) -> None:
        def on_read(setup: Setup | Refusal) -> None:
            if isinstance(setup, Refusal):
                self.refused.emit(setup, workbook)
            else:
                self._choose_target(setup, rehearsal)

        self._background.run(partial(opening.read_workbook, workbook), on_read)

    def _choose_target(self, setup: Setup, rehearsal: bool = False, password: str = "") -> None:
        from congress_desk.exports.file_names import file_name

        actor = self._settings.values.operator
        self._ask_target(
            tr("Where to keep the rehearsal")
            if rehearsal
            else tr("Where to keep the congress file"),
            file_name(*(["dien-tap"] if rehearsal else []), setup.details.name, suffix=SUFFIX),
            lambda path: self._run(
                partial(opening.create_congress, path, setup, actor, rehearsal, password), path
            ),
        )

    def _ask_target(self, title: str, name: str, done: Callable[[Path], None]) -> None:
        filters = tr("Congress files (*{suffix})", suffix=SUFFIX)
        suggested = documents_folder() / name
        self._messages.save_file(self._window, title, suggested, filters, done, may_replace=False)

    def _write_template(self, path: Path) -> None:
        def on_written(refusal: Refusal | None) -> None:
            if refusal:
                self.refused.emit(refusal, path)
            else:
                self.done.emit(
                    tr(
                        "The empty workbook is in {path}. Fill it in Excel, then make the congress"
                        " from it.",
                        path=str(path),
                    ),
                    path,
                )

        self._background.run(partial(opening.write_template, path), on_written)

    def change_password(self, path: Path, new: str | None) -> None:
        """Set, change or take away the password of a file just closed, and open it again."""
        second = self._settings.values.backup_folder
        self._run(partial(opening.change_password_of, path, new, second), path)

    def _run(
        self,
        work: Callable[[], Any],
        path: Path,
        take_over: bool = False,
        *,
        source: Path | None = None,
    ) -> None:
        """Do some work that opens a file; `source` is the file whose password it may need."""

        def on_opened(found: Opened | Refusal) -> None:
            if isinstance(found, Refusal) and found.first.code == "password_needed":
                again = partial(self._run, work, path, take_over, source=source)
                self._ask_password(source or path, again)
            elif isinstance(found, Refusal) and found.first.code == _OLDER:
                self._ask_recovery(found, path, take_over)
            elif isinstance(found, Refusal):
                self.refused.emit(found, path)
            else:
                self._settings.use(self._settings.values.with_recent(Path(found.file.path)))
                self.opened.emit(found)

        self._background.run(work, on_opened)

    def _ask_password(self, path: Path, again: Callable[[], None]) -> None:
        from congress_desk.ui.shell.files.password_dialogs import OpenDialog

        dialog = OpenDialog(path, self._background, self._window)
        dialog.opened.connect(again)
        dialog.open()

    def _ask_recovery(self, refusal: Refusal, path: Path, take_over: bool) -> None:
        """Offer what the journal beside an older copy knows more; else ask whether to go on."""
        count = refusal.first.params["count"]

        def answered(yes: bool) -> None:
            if yes:
                self._run(partial(opening.recover_congress, path), path)
            else:
                self._ask_older(refusal, path, take_over)

        self._messages.ask(
            self._window,
            tr("Recover {count} acts from the journal?", count=count),
            problem_text(refusal.first)
            + ". "
            + tr("The recovered congress is a new file beside it; nothing is overwritten."),
            tr("Recover {count} acts", count=count),
            answered,
        )

    def _ask_older(self, refusal: Refusal, path: Path, take_over: bool) -> None:
        count = refusal.first.params["count"]

        def answered(yes: bool) -> None:
            if yes:
                self._open(path, take_over, older=True)

        self._messages.ask(
            self._window,
            tr("Open the older file without these acts?"),
            tr(
                "{count} acts will be missing. The journal that has them is kept beside the file"
                " under another name.",
                count=count,
            ),
            tr("Open the older file"),
            answered,
            danger=True,
        )
