"""Around the open file: what opening it said, a copy of it, its check, who is at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.operators.sign_in_dialog import ask_who_signs_in
from congress_desk.ui.session import Session
from congress_desk.ui.shell.files.backup_watch import BackupWatch
from congress_desk.ui.shell.files.file_flows import SUFFIX, FileFlows
from congress_desk.ui.shell.files.opening import Opened
from congress_desk.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from congress_desk.storage.congress_file import CongressFile

# As in board_key, which is loaded when somebody signs.
_DAMAGE = ("file_damaged", "station_damaged", "file_lost")


class FileCare:
    """The acts on the file that a window has open; `notice` is that of its page, then and there."""

    def __init__(
        self, window: QWidget, session: Session, messages: Messages, notice: Callable[[], Notice]
    ) -> None:
        self._window, self._session = window, session
        self._messages, self._notice = messages, notice

    def take_over(self, opened: Opened, more: Sequence[str] = ()) -> None:
        """Say what is to be known after opening, and follow where the second journal goes."""
        self._follow_journal_folder()
        lines = [*more, *(problem_text(note) for note in opened.notes)]
        if lines:
            self._notice().say("look", tr("To check after opening"), lines)

    def save_copy(self) -> None:
        """Let the user choose where a checked copy of the open file goes, and write it."""
        path = self._session.path
        suggested = path.with_name(f"{path.stem}-ban-sao{SUFFIX}")

        def write(path: Path) -> None:
            self._session.ask(_copy, path, done=self._tell_copied)

        title = tr("Where to keep the copy")
        filters = tr("Congress files (*{suffix})", suffix=SUFFIX)
        self._messages.save_file(self._window, title, suggested, filters, write, may_replace=False)

    def choose_journal_folder(self) -> None:
        """Let the user choose a folder, best on another disk, where the journal is kept too."""
        title = tr("A folder on another disk for the journal; the file's own folder ends it")
        self._messages.choose_folder(self._window, title, self.keep_journal)

    def _follow_journal_folder(self) -> None:
        """Keep the journal of a file just opened where the settings say; say when that fails."""
        folder = self._session.settings.values.journal_folder
        if folder:
            self._session.ask(_keep_journal_in, Path(folder), done=self._tell_problem)

    def show_backups(self, watch: BackupWatch, flows: FileFlows) -> None:
        """List the copies of the open file, and let the second place be chosen."""
        dialog = flows.backups_dialog(self._session.path, is_open=True)
        dialog.place_changed.connect(watch.follow_settings)
        dialog.copy_wanted.connect(watch.copy_now)
        watch.told.connect(dialog.read_if_new)
        dialog.open()

    def verify(self) -> None:
        """Run the whole check on the open file: rows, journal, and a recount of every ballot."""
        self._notice().say("accent", tr("Checking every ballot and every line of the journal…"))
        self._session.ask(_check, done=self._tell_checked)

    def sign(self) -> None:
        """Sign the closed congress with a key made for the board, in a file that is kept apart."""
        from congress_desk.board_key import SUFFIX

        path = self._session.path
        title = tr("Where to keep the key of the board: a stick that stays apart from the congress")
        filters = tr("Keys (*{suffix})", suffix=SUFFIX)
        suggested = path.with_name(f"{path.stem}{SUFFIX}")
        self._messages.save_file(
            self._window, title, suggested, filters, self._sign_with, may_replace=False
        )

    def _sign_with(self, path: Path) -> None:
        from congress_desk.board_key import sign_with

        def tell(code: str | Refusal) -> None:
            if isinstance(code, Refusal):
                self._notice().say_problems(code.problems)
                return
            words = tr(
                "Signed with the key {code}, which every paper carries from now on. Keep {path}"
                " apart from the congress.",
                code=code,
                path=path.name,
            )
            self._notice().say("holds", words)

        self._session.act(sign_with, path, actor=self._session.operator, done=tell)

    def ask_operator(self) -> None:
        """Ask who is at the keyboard: a name, or a PIN where operators are defined."""
        session = self._session
        if session.has_operators:
            ask_who_signs_in(session, self._window)
            return
        from congress_desk.ui.records.forms.form_dialog import FormDialog

        form = FormDialog(tr("Who is at the keyboard"), tr("Save"), self._window)
        form.tell(tr("The name that stands beside each act in the journal"))
        name = form.add_line(tr("Full name"), "operatorName", session.operator, longest=NAME_LIMIT)
        name.selectAll()

        def save() -> None:
            session.operator = clean_text(name.text())
            form.accept()

        form.submitted.connect(save)
        form.open()

    def keep_journal(self, folder: Path) -> None:
        """Keep the journal in this folder too; the file's own folder ends it."""
        ended = folder.absolute() == self._session.path.parent
        self._session.settings.change(journal_folder="" if ended else str(folder))
        tell = partial(self._tell_kept, folder, ended)
        self._session.ask(_keep_journal_in, folder, done=tell)

    def _tell_copied(self, copied: Path | Refusal) -> None:
        if isinstance(copied, Refusal):
            self._notice().say_problems(copied.problems)
        else:
            self._notice().say("holds", tr("A checked copy is in {path}.", path=str(copied)))

    def _tell_kept(self, folder: Path, ended: bool, problem: Problem | None) -> None:
        if problem:
            self._tell_problem(problem)
        elif ended:
            self._notice().say("holds", tr("The journal is kept beside the file only."))
        else:
            words = tr("Each act is now written to {path} too.", path=str(folder))
            self._notice().say("holds", words)

    def _tell_problem(self, problem: Problem | None) -> None:
        if problem:
            self._notice().say_problems([problem], tone="look")

    def _tell_checked(self, found: tuple[list[Problem], int]) -> None:
        problems, lines = found
        if problems:
            self._notice().say_problems(problems, tr("The file has problems"))
        else:
            words = tr(
                "The file is sound: every ballot and every line of the journal agree ({lines}).",
                lines=lines,
            )
            self._notice().say("holds", words)


def next_step(
    flows: FileFlows, refusal: Refusal, path: Path
) -> tuple[str, Callable[[], None] | None]:
    """Return the words and the act of the button that a refusal of a file calls for."""
    code = refusal.first.code
    if code == "file_locked_elsewhere":
        return tr("Take over the file"), partial(flows.take, path, True)
    folder = path.with_name(path.stem + ".backups")
    if code in _DAMAGE:
        words = tr("Choose a backup copy…") if folder.is_dir() else tr("Rescue what can be read…")
        return words, partial(flows.choose_backup, path)
    return "", None


def _keep_journal_in(file: CongressFile, folder: Path) -> Problem | None:
    return file.keep_journal_in(folder)


def _copy(file: CongressFile, path: Path) -> Path | Refusal:
    return file.copy_to(path)


def _check(file: CongressFile) -> tuple[list[Problem], int]:
    from congress_desk.actions.elections.declaring import recount_problems

    return [*file.check(), *recount_problems(file)], len(file.journal_lines())
