"""Makes papers beside the window: the session reads, a worker of its own writes and draws."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from congress_desk.errors import Refusal
from congress_desk.exports.hidden_folder import clear_leftovers
from congress_desk.papers import make_paper, write_paper
from congress_desk.papers.paper import Draft, Paper, PaperChoices
from congress_desk.ui.background import Background
from congress_desk.ui.parts.paper_pages import PageSize, page_image, page_sizes
from congress_desk.ui.session import Session


class _Notifier(QObject):
    drawn = Signal(str)


_notifier = _Notifier()
# Carries the kind of a paper that was drawn to be read or written to a file, at any desk.
drawn = _notifier.drawn


class PaperMaker(QObject):
    """Every answer comes back on the GUI thread; the folder of previews goes with the desk.

    `failed` says that what was asked for last will never come: something nobody expected.
    """

    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._background.failed.connect(self.failed)
        self._folder = tempfile.TemporaryDirectory(prefix="congress-desk-")
        parent.destroyed.connect(partial(_leave, self._background, self._folder))

    def make(
        self,
        paper: Paper,
        choices: PaperChoices,
        done: Callable[[Draft], None],
        *,
        ask: Callable[..., None] | None = None,
    ) -> None:
        """Read what a paper says, as the file stands now; a reader's `ask` follows it."""
        asked = ask or self._session.ask
        asked(make_paper, paper, choices, done=done, failed=self.failed.emit)

    def write(self, draft: Draft, path: Path, done: Callable[[Refusal | None], None]) -> None:
        """Write a paper to a path of the user's; what a killed program left there goes."""
        self._background.run(partial(clear_leftovers, path.parent))
        self._background.run(partial(write_paper, draft, path), partial(_tell, draft, done))

    def write_preview(
        self, draft: Draft, done: Callable[[tuple[Path, tuple[PageSize, ...]] | Refusal], None]
    ) -> None:
        """Write a PDF where only the preview and the printer look; answer with its pages."""
        path = Path(self._folder.name) / draft.paper.file_name

        def work() -> Any:
            return write_paper(draft, path) or (path, page_sizes(path))

        self._background.run(work, partial(_tell, draft, done))

    def draw(
        self, path: Path, index: int, dots_per_inch: float, done: Callable[[QImage], None]
    ) -> None:
        """Draw one page of a written PDF."""
        self._background.run(partial(page_image, path, index, dots_per_inch), done)

    def idle(self) -> bool:
        """Say whether nothing is being written or drawn."""
        return self._background.idle()


def _tell(draft: Draft, done: Callable[[Any], None], found: Any) -> None:
    """Answer who asked, then tell of a paper that is there now."""
    done(found)
    if not isinstance(found, Refusal):
        drawn.emit(draft.paper.kind)


def _leave(background: Background, folder: Any, *_: object) -> None:
    background.stop()
    folder.cleanup()
