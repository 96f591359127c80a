"""The one handler of what nobody expected: logged, and reported calmly."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QWidget

from congress_desk.errors import Problem
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.messages import Messages
from congress_desk.ui.shell.error_report import error_report, hard_end_report

LOG_BYTES = 1_000_000


class UnexpectedErrors:
    """Logs an exception and shows one dialog at a time; later ones meanwhile go to the log."""

    def __init__(self, messages: Messages, log_file: Path) -> None:
        self._messages = messages
        self._log_file = log_file
        self._window: Callable[[], QWidget | None] = lambda: None
        self._reported: set[str] = set()

    def watch(self, window: Callable[[], QWidget | None]) -> None:
        """Take over every exception of the GUI thread; `window` gives the dialogs' parent."""
        self._window = window
        sys.excepthook = self.on_exception

    def on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take an exception as sys.excepthook gets it."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.report(error)

    def report(self, error: BaseException) -> None:
        """Log an exception and tell the user; one that names its problem tells that problem."""
        _log(self._log_file).error("%s", error_report(error))
        known = getattr(error, "problem", None)
        if isinstance(known, Problem):
            self._messages.tell(self._window(), tr("Not saved"), problem_text(known))
            return
        place = _place_of(error)
        if place in self._reported:
            return
        self._reported.add(place)
        self._messages.tell(
            self._window(),
            tr("Something went wrong that should not have"),
            tr(
                "The congress file is sound: everything recorded before is in it. You can go on;"
                " if it happens again, close the program and open it anew. What happened is noted"
                " in {path}.",
                path=str(self._log_file),
            ),
        )

    def note_hard_end(self) -> bool:
        """Say whether the program died last time; its stacks go to the log. Once, at the start.

        From here on the interpreter writes them beside the log, should it die again.
        """
        file = self._log_file.with_suffix(".died")
        try:
            written = file.read_text("utf-8", errors="replace") if file.exists() else ""
            file.parent.mkdir(parents=True, exist_ok=True)
            # Kept open for as long as the program lives: what dies opens no file.
            faulthandler.enable(file.open("w"))
        except OSError:
            return False
        if written:
            _log(self._log_file).error("%s", hard_end_report(written))
        return bool(written)


def _log(file: Path) -> logging.Logger:
    """Return the log of the program, which goes to `file` as well if it can be written."""
    from logging.handlers import RotatingFileHandler

    log = logging.getLogger("congress_desk")
    if not any(isinstance(handler, RotatingFileHandler) for handler in log.handlers):
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(file, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
            handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
            log.addHandler(handler)
    return log


def _place_of(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    return f"{type(error).__name__} {last.filename}:{last.lineno}" if last else repr(error)
