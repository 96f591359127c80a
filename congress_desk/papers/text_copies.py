"""The papers on numbered copies: the register of who has which, and the minutes of return."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, XLSX, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.journal import head
from congress_desk.queries.text_copies import TextCopiesView, numbered_texts
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.preparation.copies import (
    CopiesFacts,
    copies_book,
    copies_register,
    copies_returned,
)
from congress_desk.storage.congress_file import CongressFile

COPIES, RETURNED, BOOK = "copies", "copies-returned", "copies-book"


def _registers(file: CongressFile) -> Iterator[Paper]:
    for view in numbered_texts(file):
        if view.copies is not None and view.copies.handed:
            title = tr("Numbered copies handed out: {text}", text=view.text.title)
            yield _paper(COPIES, title, "so-phat-tai-lieu", view)


def _books(file: CongressFile) -> Iterator[Paper]:
    for view in numbered_texts(file):
        if view.copies is not None and view.copies.handed:
            text = view.text
            yield Paper(
                kind=BOOK,
                title=tr("Copies handed out, for Excel: {text}", text=text.title),
                file_name=file_name("phat-tai-lieu", text.id, text.title, suffix=XLSX),
                formats=WORKBOOK,
                part=str(text.id),
            )


def _minutes(file: CongressFile) -> Iterator[Paper]:
    for view in numbered_texts(file):
        if view.copies is not None and view.copies.printed.comes_back and view.copies.handed:
            title = tr("Minutes of return: {text}", text=view.text.title)
            yield _paper(RETURNED, title, "bien-ban-thu-hoi", view)


def _paper(kind: str, title: str, name: str, view: TextCopiesView) -> Paper:
    file = file_name(name, view.text.id, view.text.title, suffix=".pdf")
    return Paper(kind=kind, title=title, file_name=file, part=str(view.text.id))


def _facts(file: CongressFile, paper: Paper) -> CopiesFacts:
    view = next(v for v in numbered_texts(file) if str(v.text.id) == paper.part)
    assert view.copies is not None
    return CopiesFacts(
        congress=congress(file),
        text=view.text,
        copies=view.copies,
        people=view.people,
        head=head(file),
    )


def _says_register(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return copies_register(_facts(file, paper))


def _says_book(file: CongressFile, paper: Paper, _: PaperChoices) -> Book:
    return copies_book(_facts(file, paper))


def _says_minutes(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return copies_returned(_facts(file, paper))


COPIES_KINDS = (
    PaperKind(name=COPIES, there=_registers, says=_says_register),
    PaperKind(name=BOOK, there=_books, says=_says_book),
    PaperKind(name=RETURNED, there=_minutes, says=_says_minutes),
)
