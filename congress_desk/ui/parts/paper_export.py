"""A paper written as a file of the user: asked once where, and the notice says what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from congress_desk.errors import Refusal
from congress_desk.i18n import tr
from congress_desk.papers.paper import Draft, Paper, PaperChoices
from congress_desk.ui.messages import Messages
from congress_desk.ui.parts.paper_maker import PaperMaker
from congress_desk.ui.session import Session
from congress_desk.ui.widgets.notice import Notice


class PaperExport(QObject):
    """Writes beside the window, as the file stands when the place was chosen."""

    def __init__(self, session: Session, messages: Messages, desk: QWidget, notice: Notice) -> None:
        super().__init__(desk)
        self._session, self._messages = session, messages
        self._desk, self._notice = desk, notice
        self._maker = PaperMaker(session, desk)

    def ask(
        self,
        title: str,
        name: str,
        filters: str,
        paper: Callable[[Path], tuple[Paper, PaperChoices]],
        *,
        beside: Sequence[str] = (),
    ) -> None:
        """Ask where a paper is to be; `paper` says which, by what was chosen.

        `beside` are the suffixes under which it is written next to that too.
        """

        def make(path: Path) -> None:
            paths = (path, *(path.with_suffix(suffix) for suffix in beside))
            self._maker.make(*paper(path), partial(self._write, paths, 0))

        suggested = self._session.exports_folder / name
        self._messages.save_file(self._desk, title, suggested, filters, make, beside=beside)

    def idle(self) -> bool:
        """Say whether nothing is being written."""
        return self._maker.idle()

    def _write(self, paths: Sequence[Path], done: int, draft: Draft) -> None:
        def then(refusal: Refusal | None) -> None:
            if refusal is not None:
                self._notice.say_problems(refusal.problems)
            else:
                self._write(paths, done + 1, draft)

        if done < len(paths):
            self._maker.write(draft, paths[done], then)
        elif done == 1:
            self._notice.say("holds", tr("Saved as {path}.", path=str(paths[0])))
        else:
            names = ", ".join(path.name for path in paths)
            words = tr("Written to {folder}: {names}", folder=str(paths[0].parent), names=names)
            self._notice.say("holds", words)
