"""Text for reportlab: everything is escaped, because its paragraphs execute markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from xml.sax.saxutils import escape

from congress_desk.reports.document.document import Run
from congress_desk.reports.document.line_breaks import unbroken

_LONGEST = 2000
# A paragraph breaks over pages: it holds whatever a field of prose may (20,000 letters), and more.
LONGEST_PROSE = 50_000
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


def markup(runs: Iterable[Run]) -> str:
    """Return runs as paragraph markup; what the runs say is never read as markup itself."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(printable(run.text, LONGEST_PROSE))
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text


def printable(text: str, longest: int = _LONGEST) -> str:
    """Return text as it may be drawn: one line, without control characters, composed, unbroken.

    Loose tones would print beside their letters.
    """
    composed = unicodedata.normalize("NFC", bounded(_CONTROL.sub(" ", text), longest))
    return unbroken(composed)


def bounded(text: str, longest: int = _LONGEST) -> str:
    """Cut a text that would stop the layout, visibly."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
