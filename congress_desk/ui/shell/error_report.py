"""What is kept of an error nobody expected: where it happened, nothing of whom it was about.

The messages of exceptions are left out: they may hold a name that somebody typed. Of a path only
the part inside the program is kept: what is before it may hold the name of a user.
"""

from __future__ import annotations

import re
import traceback
from pathlib import Path

from PySide6.QtCore import qVersion

from congress_desk import __version__

_INSIDE = ("congress_desk", "site-packages", "python3", "lib")
# A line of a stack that the interpreter wrote as it died.
_STACK_LINE = re.compile(r'File "(?P<path>[^"]*)"')


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
