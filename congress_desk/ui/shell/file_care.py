"""Around the open file: what opening it said, a copy of it, its check, who is at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QInputDialog

from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Problem, Refusal
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.shell.file_flows import SUFFIX, FileFlows
from congress_desk.ui.shell.opening import Opened

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow
    from congress_desk.ui.shell.workspace import Workspace

_DAMAGE = ("file_damaged", "file_lost")


def tell_opened(workspace: Workspace, opened: Opened) -> None:
    """Say what is to be known after opening, besides that the self-check found nothing."""
    lines = [problem_text(note) for note in opened.notes]
    if lines:
        workspace.notice.say("look", tr("To be seen after opening"), lines)


def next_step(
    flows: FileFlows, refusal: Refusal, path: Path
) -> tuple[str, Callable[[], None] | None]:
    """Return the words and the act of the button that a refusal of a file calls for."""
    code = refusal.first.code
    if code == "file_locked_elsewhere":
        return tr("Take the file over"), partial(flows.take, path, True)
    folder = path.with_name(path.stem + ".backups")
    if code in _DAMAGE and folder.is_dir():
        return tr("Choose a backup copy…"), partial(flows.choose_file, folder)
    return "", None


def save_copy(window: MainWindow) -> None:
    """Let the user choose where a checked copy of the open file goes, and write it."""
    session = window.session
    if session is None:
        return
    suggested = session.path.with_name(f"{session.path.stem}-ban-sao{SUFFIX}")

    def write(path: Path) -> None:
        session.ask(_copy, path, done=tell)

    def tell(copied: Path | Refusal) -> None:
        if isinstance(copied, Refusal):
            window.page.notice.say_problems(copied.problems)
        else:
            window.page.notice.say("holds", tr("A checked copy is in {path}.", path=str(copied)))

    title = tr("Where to keep the copy")
    filters = tr("Congress files (*{suffix})", suffix=SUFFIX)
    window.messages.save_file(window, title, suggested, filters, write, may_replace=False)


def choose_journal_folder(window: MainWindow) -> None:
    """Let the user choose a folder, best on another disk, where the second journal is kept too."""
    session = window.session
    if session is None:
        return

    def keep(folder: Path) -> None:
        ended = folder.absolute() == session.path.parent
        window.settings.change(journal_folder="" if ended else str(folder))
        session.ask(_keep_journal_in, folder, done=partial(tell, folder, ended))

    def tell(folder: Path, ended: bool, problem: Problem | None) -> None:
        if problem:
            window.page.notice.say_problems([problem], tone="look")
        elif ended:
            window.page.notice.say("holds", tr("The journal is kept beside the file only."))
        else:
            window.page.notice.say(
                "holds", tr("Each act is now written to {path} too.", path=str(folder))
            )

    title = tr("A folder on another disk for the journal; the file's own folder ends it")
    window.messages.choose_folder(window, title, keep)


def follow_journal_folder(window: MainWindow) -> None:
    """Keep the journal of a file just opened where the settings say, and say when that fails."""

    def tell(problem: Problem | None) -> None:
        if problem:
            window.page.notice.say_problems([problem], tone="look")

    folder = window.settings.values.journal_folder
    if window.session is not None and folder:
        window.session.ask(_keep_journal_in, Path(folder), done=tell)


def _keep_journal_in(file: Any, folder: Path) -> Problem | None:
    problem: Problem | None = file.keep_journal_in(folder)
    return problem


def verify(window: MainWindow) -> None:
    """Run the whole check on the open file: rows, journal, and a recount of every ballot."""

    def tell(found: tuple[list[Problem], int]) -> None:
        problems, lines = found
        if problems:
            window.page.notice.say_problems(problems, tr("The file has problems"))
        else:
            window.page.notice.say(
                "holds",
                tr("The file is sound: {lines} journal lines and every ballot agree.", lines=lines),
            )

    if window.session is not None:
        window.session.ask(_check, done=tell)


def ask_operator(window: MainWindow) -> None:
    """Ask who is at the keyboard: the name that acts carry in the journal."""
    session = window.session
    if session is None:
        return
    dialog = QInputDialog(window)
    dialog.setWindowTitle(tr("Who is at the keyboard"))
    dialog.setLabelText(tr("The name that stands beside each act in the journal"))
    dialog.setTextValue(session.operator)
    dialog.textValueSelected.connect(lambda name: setattr(session, "operator", clean_text(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def _copy(file: Any, path: Path) -> Path | Refusal:
    copied: Path | Refusal = file.copy_to(path)
    return copied


def _check(file: Any) -> tuple[list[Problem], int]:
    from congress_desk.actions.elections.declaring import recount_problems

    return [*file.check(), *recount_problems(file)], len(file.journal_lines())
