"""Text for reportlab: everything is escaped, because its paragraphs execute markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape

from congress_desk.reports.document import Run

_LONGEST = 2000


def markup(runs: Iterable[Run]) -> str:
    """Return runs as paragraph markup; what the runs say is never read as markup itself."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(printable(run.text))
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text


def printable(text: str) -> str:
    """Return text as it may be drawn: composed, because loose tones print beside their letters."""
    return unicodedata.normalize("NFC", bounded(text))


def bounded(text: str, longest: int = _LONGEST) -> str:
    """Cut a text that would stop the layout, visibly."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
