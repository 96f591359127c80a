"""The upper part of a ballot: marks, stamp box, code, issuer, title, what is elected and how."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.reports.ballot_papers.forms import MM, PaperSize
from congress_desk.reports.ballot_papers.layout import Box, Face, TextLine
from congress_desk.reports.ballot_papers.text import BallotText
from congress_desk.reports.ballot_papers.typesetting import (
    LEADING,
    Typesetter,
    Words,
    box,
    broken_lines,
    centred,
    height_of,
    text_line,
)

# Printers leave some 5 mm white; what is nearer to the edge would be lost.
EDGE = 7 * MM
MARK = 4.5 * MM
_CLEAR = 2 * MM
# 25 modules of half a millimetre, three pixels each at 150 dots an inch, and a white edge.
CODE = 16 * MM
_STAMP = {
    PaperSize.A6: (24, 20),
    PaperSize.A5: (34, 28),
    PaperSize.A4: (40, 34),
    PaperSize.A3: (46, 40),
}
BASE_TYPE = {PaperSize.A6: 8.5, PaperSize.A5: 10.5, PaperSize.A4: 12.5, PaperSize.A3: 15.0}
_SHRINKING = (1.0, 0.92, 0.85, 0.78)
_BAND = 2.2 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLayout:
    """The upper part of a page, down to `bottom`, from where the table may begin."""

    code: Box
    stamp: Box | None
    lines: tuple[TextLine, ...]
    bottom: float


def marks_of(size: PaperSize) -> tuple[Box, Box, Box, Box]:
    """Return the corner marks: upper left, upper right, lower left, lower right."""
    right, top = size.width - EDGE - MARK, size.height - EDGE - MARK
    return (
        box(EDGE, top, MARK, MARK),
        box(right, top, MARK, MARK),
        box(EDGE, EDGE, MARK, MARK),
        box(right, EDGE, MARK, MARK),
    )


def band_of(size: PaperSize) -> Box:
    """Return the place of the coloured band: between the upper marks, above everything."""
    left = EDGE + MARK + _CLEAR
    return box(left, size.height - EDGE - _BAND, size.width - 2 * left, _BAND)


def first_head(text: BallotText, size: PaperSize, setter: Typesetter, *, band: bool) -> HeadLayout:
    """Lay out the head of a ballot: title and subject beside the stamp, or below where it is low.

    Whichever takes less of the height.
    """
    tries = [_first_head(text, size, setter, band=band, beside=beside) for beside in (True, False)]
    return max(tries, key=lambda head: head.bottom)


def next_head(text: BallotText, size: PaperSize, setter: Typesetter) -> HeadLayout:
    """Lay out the head of the second page: what is elected, and that it goes on."""
    base = BASE_TYPE[size]
    code = _code_box(size, size.height - EDGE)
    left, right = EDGE + MARK + _CLEAR, code.x - _CLEAR
    words = [
        Words(text.title, Face.BOLD, base * 1.2),
        Words(text.subject, Face.BOLD, base),
        Words(text.continued, Face.ITALIC, base),
    ]
    lines = broken_lines(words, right - left, setter)
    top = size.height - EDGE
    placed = centred(lines, (left + right) / 2, top, setter)
    bottom = min(top - height_of(lines), code.y)
    return HeadLayout(code=code, stamp=None, lines=tuple(placed), bottom=bottom - _CLEAR / 2)


def _first_head(
    text: BallotText, size: PaperSize, setter: Typesetter, *, band: bool, beside: bool
) -> HeadLayout:
    top = size.height - EDGE - (_BAND + _CLEAR / 2 if band else 0)
    code, stamp = _code_box(size, top), _stamp_box(size, top)
    left, right = stamp.right + _CLEAR, code.x - _CLEAR
    issuer, title = _issuer(text, size), _title(text, size)
    words = [*issuer, *title] if beside else issuer
    lines = _shrunk(words, right - left, stamp.height, setter)
    placed = centred(lines, (left + right) / 2, top, setter)
    bottom = min(top - height_of(lines), stamp.y, code.y) - _CLEAR / 2
    if not beside:
        below = broken_lines(title, size.width - 2 * EDGE, setter)
        placed += centred(below, size.width / 2, bottom, setter)
        bottom -= height_of(below)
    issuer_lines = broken_lines(_sentences(text, size), size.width - 2 * EDGE, setter)
    bottom -= _CLEAR / 2
    placed += centred(issuer_lines, size.width / 2, bottom, setter)
    bottom -= height_of(issuer_lines) + _CLEAR
    return HeadLayout(
        code=code,
        stamp=stamp,
        lines=(*placed, _hint(text, stamp, size, setter)),
        bottom=bottom,
    )


def _issuer(text: BallotText, size: PaperSize) -> list[Words]:
    points = BASE_TYPE[size] * 0.88
    return [
        Words(line.text, Face.BOLD if line.bold else Face.REGULAR, points) for line in text.issuer
    ]


def _title(text: BallotText, size: PaperSize) -> list[Words]:
    base = BASE_TYPE[size]
    return [
        Words(text.title, Face.BOLD, base * 1.5),
        Words(text.subject, Face.BOLD, base * 1.05),
        Words(text.round_remark, Face.BOLD, base),
        Words(text.remark, Face.BOLD, base * 0.9),
    ]


def _sentences(text: BallotText, size: PaperSize) -> list[Words]:
    base = BASE_TYPE[size]
    return [
        Words(text.sentence, Face.REGULAR, base),
        Words(text.instruction, Face.ITALIC, base),
    ]


def _shrunk(words: list[Words], width: float, height: float, setter: Typesetter) -> list[Words]:
    """Return lines of the largest type that stays beside the stamp, else of the usual one."""
    for share in _SHRINKING:
        smaller = [Words(w.text, w.face, round(w.size * share, 2)) for w in words]
        lines = broken_lines(smaller, width, setter)
        if height_of(lines) <= height:
            return lines
    return broken_lines(words, width, setter)


def _hint(text: BallotText, stamp: Box, size: PaperSize, setter: Typesetter) -> TextLine:
    words = Words(text.stamp_hint, Face.ITALIC, round(BASE_TYPE[size] * 0.75, 2))
    width = setter.width(words.text, words.face, words.size)
    return text_line(words, stamp.middle - width / 2, stamp.y + words.size * (LEADING - 0.7), width)


def _code_box(size: PaperSize, top: float) -> Box:
    return box(size.width - EDGE - MARK - _CLEAR - CODE, top - CODE, CODE, CODE)


def _stamp_box(size: PaperSize, top: float) -> Box:
    width, height = (side * MM for side in _STAMP[size])
    return box(EDGE + MARK + _CLEAR, top - height, width, height)
