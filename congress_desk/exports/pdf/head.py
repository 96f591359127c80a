"""The top of a paper: stamp, two head columns that never touch, title and subject."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph
from reportlab.platypus.flowables import Flowable, Spacer

from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.text import markup, printable
from congress_desk.reports.document.document import Document, Head, Run
from congress_desk.reports.document.form import Form
from congress_desk.reports.document.line_breaks import breaks_by_sense, sense_units, whole_words

_GAP = 4 * mm
_LEADING = 1.22
_LEFT_SHARE = 0.34
_SMALLER = (0, 0.5, 1, 1.5)
_SHORT_RULE = 0.4
_SUBJECT_SHARE = 0.94
SOLID = "rule"
_TITLE_RULE_SHARE = 0.4


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """One line of a head column; `rule` draws a line of that share of its width below it."""

    text: str
    face: str
    size: float
    rule: float = 0

    @property
    def width(self) -> float:
        return text_width(self.text, self.face, self.size)

    @property
    def height(self) -> float:
        return self.size * _LEADING + (5 if self.rule else 0)


class HeadColumns(Flowable):
    """Draws both columns of the head, each centred in the room it was given."""

    def __init__(
        self, left: list[DrawnLine], right: list[DrawnLine], split: float, torn: int
    ) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.left, self.right, self._split = left, right, split
        # How many lines end inside a name.
        self.torn = torn
        self._across = 0.0
        self._down = max(sum(line.height for line in side) for side in (left, right))

    @property
    def left_edge_of_gap(self) -> float:
        return self._split

    @property
    def right_edge_of_gap(self) -> float:
        return self._split + _GAP

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self._across = aW
        return aW, self._down

    def draw(self) -> None:
        self._draw_column(self.left, self._split / 2)
        self._draw_column(self.right, (self.right_edge_of_gap + self._across) / 2)

    def _draw_column(self, lines: list[DrawnLine], middle: float) -> None:
        y = self._down
        for line in lines:
            self.canv.setFont(line.face, line.size)
            self.canv.drawCentredString(middle, y - line.size, line.text)
            if line.rule:
                reach = max(line.width * line.rule, 8 * mm) / 2
                below = y - line.size * 1.32
                self.canv.setLineWidth(0.7)
                self.canv.line(middle - reach, below, middle + reach, below)
            y -= line.height


class TitleRule(Flowable):
    """A solid line in the middle, below title and subject."""

    def __init__(self, length: float) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._length, self._across = length, 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803
        self._across = aW
        return aW, 8

    def draw(self) -> None:
        middle, reach = self._across / 2, self._length / 2
        self.canv.setLineWidth(0.7)
        self.canv.line(middle - reach, 4, middle + reach, 4)


def head_flowables(document: Document, width: float) -> list[Any]:
    """Return stamp, head, title and subject of a document, `width` points wide."""
    form, faces = document.form, print_faces()
    title = ParagraphStyle(
        "title", fontName=faces.bold, fontSize=form.title_size, leading=form.title_size * 1.3,
        alignment=TA_CENTER,
    )  # fmt: skip
    subject = ParagraphStyle(
        "subject", parent=title, fontSize=form.subject_size, leading=form.subject_size * 1.3
    )
    story: list[Any] = []
    if document.stamp:
        stamp = ParagraphStyle(
            "stamp", parent=subject, fontSize=form.table_size, spaceAfter=14,
            leftIndent=8, rightIndent=8,
            borderWidth=1, borderPadding=(2, 8, 5, 8), borderColor="#000000",
        )  # fmt: skip
        story.append(Paragraph(markup([Run(document.stamp)]), stamp))
    story += [head_columns(document.head, form, width), Spacer(1, 7 * mm)]
    story.append(Paragraph(markup([Run(document.title)]), title))
    for text in document.subject:
        lines = broken_subject(text, form, width)
        story += [Paragraph(markup([Run(line.text)]), subject) for line in lines]
    if form.title_rule == SOLID:
        widest = max((_subject_width(text, form, width) for text in document.subject), default=0)
        story.append(TitleRule((widest or width / 2) * _TITLE_RULE_SHARE))
    elif form.title_rule:
        plain = ParagraphStyle("rule", parent=subject, fontName=faces.regular)
        story.append(Paragraph(markup([Run(form.title_rule)]), plain))
    return [*story, Spacer(1, 3 * mm)]


def _subject_width(text: str, form: Form, width: float) -> float:
    return max(line.width for line in broken_subject(text, form, width))


def broken_subject(text: str, form: Form, width: float) -> list[DrawnLine]:
    """Return a line of the subject broken into lines of about one length."""
    line = DrawnLine(printable(text), print_faces().bold, form.subject_size)
    return broken(line, width * _SUBJECT_SHARE)


def head_columns(head: Head, form: Form, width: float) -> HeadColumns:
    """Return the head in the sizes of the form, or a little smaller where less is broken so.

    A name whole on its line is read sooner than one in the full size that is torn.
    """
    tried = [_head_columns(head, _with_smaller_head(form, each), width) for each in _SMALLER]
    return min(tried, key=lambda columns: (columns.torn, len(columns.left) + len(columns.right)))


def _with_smaller_head(form: Form, smaller: float) -> Form:
    return replace(form, issuer_size=form.issuer_size - smaller, date_size=form.date_size - smaller)


def _head_columns(head: Head, form: Form, width: float) -> HeadColumns:
    """Share the width between both columns: the organisation is never broken, all else may be."""
    faces = print_faces()
    organisation = _organisation(head, form)
    date = DrawnLine(printable(head.place_and_date), faces.italic, form.date_size)
    issuer = [
        DrawnLine(
            printable(line.text), faces.bold if line.bold else faces.regular, form.issuer_size
        )
        for line in head.issuer
    ]
    asked = max((line.width for line in issuer), default=0)
    least = max(line.width for line in organisation)
    right = _right_width(asked, least, date, width - _GAP)
    left = width - _GAP - right
    if left > asked:
        right += (left - asked) / 2
        left = width - _GAP - right
    parts = [broken(line, left) for line in issuer]
    torn = sum(
        not breaks_by_sense(one.text, next_one.text)
        for lines in parts
        for one, next_one in pairwise(lines)
    )
    lines = _marked([part for lines in parts for part in lines], form)
    if head.number:
        lines.append(DrawnLine(printable(head.number), faces.regular, form.issuer_size))
    return HeadColumns(lines, [*organisation, *broken(date, right)], left, torn)


def _right_width(asked: float, least: float, date: DrawnLine, room: float) -> float:
    """Return the width of the right column: the date whole unless that starves the left."""
    whole = max(least, date.width)
    if asked + whole <= room or room - whole >= room * _LEFT_SHARE:
        return whole
    parts = broken(date, max(least, room / 2))
    return max(least, *(part.width for part in parts))


def _organisation(head: Head, form: Form) -> list[DrawnLine]:
    """Return the organisation lines; the last of them has a rule of its own length below."""
    face = print_faces().bold
    sizes = [form.organisation_size, *[form.motto_size] * (len(head.organisation) - 1)]
    last = len(sizes) - 1
    return [
        DrawnLine(text, face, size, rule=1 if index == last else 0)
        for index, (text, size) in enumerate(zip(head.organisation, sizes, strict=True))
    ]


def _marked(lines: list[DrawnLine], form: Form) -> list[DrawnLine]:
    """Return the issuing body, if any, with the mark of its style below: a star, a short rule."""
    if not lines:
        return lines
    if form.mark != "rule":
        return [*lines, DrawnLine(form.mark, print_faces().regular, form.issuer_size)]
    return [*lines[:-1], replace(lines[-1], rule=_SHORT_RULE)]


def broken(line: DrawnLine, width: float) -> list[DrawnLine]:
    """Break a line to a width: after commas, else between units of sense, else evenly."""
    if line.width <= width or not line.text.strip():
        return [line]
    parts = _after_commas(line, width)
    if any(part.width > width for part in parts):
        parts = _by_sense(line, width)
    if any(part.width > width for part in parts):
        line = _of_whole_words(line, width)
        needed = len(filled(line, width))
        narrow = max(line.width / needed, 1)
        while len(filled(line, narrow)) > needed:
            narrow = min(narrow * 1.04, width)
        parts = filled(line, narrow)
    return parts


def _of_whole_words(line: DrawnLine, width: float) -> DrawnLine:
    """Return a line that breaks inside no word of several syllables, where each fits the width."""
    whole = replace(line, text=whole_words(line.text))
    words = (replace(line, text=word) for word in whole.text.split(" "))
    return whole if all(word.width <= width for word in words) else line


def _after_commas(line: DrawnLine, width: float) -> list[DrawnLine]:
    pieces = line.text.split(", ")
    pieces = [f"{piece}," for piece in pieces[:-1]] + pieces[-1:]
    return _joined([replace(line, text=piece) for piece in pieces], width)


def _by_sense(line: DrawnLine, width: float) -> list[DrawnLine]:
    """Share the units of sense over as few lines as hold them, the longest as short as can be."""
    units = [replace(line, text=text) for text in sense_units(line.text)]
    fewest = _joined(units, width)
    narrow = max(line.width / len(fewest), 1)
    parts = _joined(units, narrow)
    while len(parts) > len(fewest):
        narrow = min(narrow * 1.04, width)
        parts = _joined(units, narrow)
    return parts


def filled(line: DrawnLine, width: float) -> list[DrawnLine]:
    """Break between words, and inside a word that is wider than a line."""
    words: list[DrawnLine] = []
    for word in filter(None, line.text.split(" ")):
        words += _letters(replace(line, text=word), width)
    return _joined(words, width)


def _letters(word: DrawnLine, width: float) -> list[DrawnLine]:
    if word.width <= width:
        return [word]
    parts, text = [], ""
    for letter in word.text:
        if text and replace(word, text=text + letter).width > width:
            parts.append(replace(word, text=text))
            text = ""
        text += letter
    return [*parts, replace(word, text=text)]


def _joined(pieces: list[DrawnLine], width: float) -> list[DrawnLine]:
    """Put as many pieces on a line as it holds."""
    lines = pieces[:1]
    for piece in pieces[1:]:
        both = replace(piece, text=f"{lines[-1].text} {piece.text}")
        if both.width <= width:
            lines[-1] = both
        else:
            lines.append(piece)
    return lines
