"""The one handler of what nobody expected: logged, and reported calmly."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from congress_desk import __version__
from congress_desk.i18n import problem_text, tr
from congress_desk.ui.messages import Messages

_INSIDE = ("congress_desk", "site-packages", "python3", "lib")
# A line of a stack that the interpreter wrote as it died.
_STACK_LINE = re.compile(r'File "(?P<path>[^"]*)"')
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
        from congress_desk.errors import Problem  # at the start nothing has failed

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
    known = {each for each in log.handlers if isinstance(each, RotatingFileHandler)}
    others = {each for each in known if Path(each.baseFilename) != file.absolute()}
    for other in others:
        log.removeHandler(other)
        other.close()
    if known == others:
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


def error_report(error: BaseException) -> str:
    """Return versions, kinds of exception and the lines they passed, the cause first."""
    return "\n".join([_versions(), *_kinds_and_lines(error)])


def hard_end_report(written: str) -> str:
    """Return the stacks that the interpreter wrote as it died, with the paths made short."""
    stacks = _STACK_LINE.sub(lambda found: f'File "{_short(found["path"])}"', written.strip())
    return f"{_versions()}\n{stacks}"


def _versions() -> str:
    import platform  # slow, and without an error not needed

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    python = platform.python_version()
    return f"Congress Desk {__version__}, Python {python}, Qt {qVersion()}, {system}"


def _kinds_and_lines(error: BaseException) -> list[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = [] if before is None else [*_kinds_and_lines(before), "then:"]
    lines.append(type(error).__name__)
    frames = traceback.extract_tb(error.__traceback__)
    return lines + [f"  {_short(each.filename)}:{each.lineno} {each.name}" for each in frames]


def _short(path: str) -> str:
    """Return a path from the last folder of the program or of its packages on."""
    parts = Path(path).parts
    for name in _INSIDE:
        if name in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(name) :])
    return Path(path).name
