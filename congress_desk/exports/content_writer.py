"""A paper written as a file: by what it is, and by what the suffix of its path asks for.

Another process that writes papers loads this and what it writes with, nothing that reads them: it
begins in a third of the time.
"""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

from congress_desk.errors import Refusal
from congress_desk.exports.watermark import watermarked
from congress_desk.i18n import use_language
from congress_desk.worker_process import end_with_parent

# What a paper says, and the words across its pages.
Printed = tuple[Any, str]
# So many things are made before some are looked for that are garbage: papers leave little of it,
# and looking for it as often as Python does by itself was a twelfth of the work.
MADE = 20_000


def begin_process(language: str) -> None:
    """Begin a process that does nothing but write papers."""
    end_with_parent()
    gc.set_threshold(MADE)
    use_language(language)


def write_content(printed: Printed, path: Path) -> Refusal | None:
    """Write a paper to `path`, by a temporary name; nothing is left half written.

    The suffix says as what: a document becomes a DOCX under ".docx", a short text under ".txt",
    pages of the hall slides under ".pptx", else a PDF.
    """
    content, words = printed
    with watermarked(words):
        return _write(content, path)


def _write(content: Any, path: Path) -> Refusal | None:
    # By its name: the class would have to be loaded to be asked for.
    match type(content).__name__:
        case "Book":
            from congress_desk.exports.xlsx.workbook import write_xlsx

            return write_xlsx(content, path)
        case "CardSheets":
            from congress_desk.exports.cards.sheet import write_cards

            return write_cards(content, path)
        case "TableCards":
            from congress_desk.exports.cards.table_cards import write_table_cards

            return write_table_cards(content, path)
        case "BundleCovers":
            from congress_desk.exports.cards.bundle_covers import write_bundle_covers

            return write_bundle_covers(content, path)
        case "BallotSheets":
            from congress_desk.exports.ballot_papers.drawing import write_ballots

            return write_ballots(content, path)
        case "PracticeSheets":
            from congress_desk.exports.ballot_papers.practice import write_practice

            return write_practice(content, path)
        case "SeatingPages":
            from congress_desk.exports.seating.plan import write_seating_plan

            return write_seating_plan(content, path)
        case "SeatLabels":
            from congress_desk.exports.seating.labels import write_seat_labels

            return write_seat_labels(content, path)
        case "Poster":
            from congress_desk.exports.ballot_papers.poster import write_poster

            return write_poster(content, path)
        case "HallPages":
            return _write_hall_pages(content, path)
        case "Document":
            return _write_document(content, path)
    raise TypeError(type(content))


def _write_hall_pages(pages: Any, path: Path) -> Refusal | None:
    if path.suffix.casefold() == ".pptx":
        from congress_desk.exports.hall.slides import write_hall_slides

        return write_hall_slides(pages, path)
    from congress_desk.exports.hall.pdf import write_hall_pdf

    return write_hall_pdf(pages, path)


def _write_document(document: Any, path: Path) -> Refusal | None:
    match path.suffix.casefold():
        case ".docx":
            from congress_desk.exports.docx.document import write_docx

            return write_docx(document, path)
        case ".txt":
            from congress_desk.exports.plain_text import write_plain_text

            return write_plain_text(document, path)
    from congress_desk.exports.pdf.document import write_pdf

    return write_pdf(document, path)
