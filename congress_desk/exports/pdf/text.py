"""Text for reportlab: everything is escaped, because its paragraphs execute markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from congress_desk.reports.document.document import Run
from congress_desk.reports.document.line_breaks import unbroken

_LONGEST = 2000
# A paragraph breaks over pages: it holds whatever a field of prose may (20,000 letters), and more.
LONGEST_PROSE = 50_000
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


class LaidOut(Paragraph):
    """A paragraph that is broken into lines once a width: a table asks for it again as it draws."""

    _asked = 0.0
    _size = (0.0, 0.0)

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        """Return the size at this width, in points."""
        # Where it may not be split, reportlab lets go of the lines.
        if availWidth != self._asked or "blPara" not in self.__dict__:
            self._size = super().wrap(availWidth, availHeight)  # type: ignore[no-untyped-call]
            self._asked = availWidth
        return self._size


def paragraph(runs: Iterable[Run], style: ParagraphStyle) -> Paragraph:
    """Return a paragraph of runs; `style` is one of those that are kept."""
    text = markup(runs)
    frags = [frag.clone() for frag in _frags(text, style)]
    return LaidOut(text, style, frags=frags)  # type: ignore[no-untyped-call]


@lru_cache(maxsize=8192)
def _frags(text: str, style: ParagraphStyle) -> list[Any]:
    """Return what reportlab reads markup as: a paper asks for the same cell up to six times."""
    return list(Paragraph(text, style).frags)


def plain_fragment(text: str, style: ParagraphStyle) -> Any:
    """Return a text in one type, without markup, as reportlab takes the parts of a paragraph."""
    return _frags("x", style)[0].clone(text=text)


def markup(runs: Iterable[Run]) -> str:
    """Return runs as paragraph markup; what the runs say is never read as markup itself."""
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = escape(printable(run.text, LONGEST_PROSE))
    text = f"<b>{text}</b>" if run.bold else text
    return f"<i>{text}</i>" if run.italic else text


@lru_cache(maxsize=8192)
def printable(text: str, longest: int = _LONGEST) -> str:
    """Return text as it may be drawn: one line, without control characters, composed, unbroken.

    Loose tones would print beside their letters. A cell is asked for as it is measured, drawn and
    written for Word.
    """
    composed = unicodedata.normalize("NFC", bounded(_CONTROL.sub(" ", text), longest))
    return unbroken(composed)


def bounded(text: str, longest: int = _LONGEST) -> str:
    """Cut a text that would stop the layout, visibly."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
