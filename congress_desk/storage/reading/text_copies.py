"""Numbered copies of texts, read from the file."""

from __future__ import annotations

from congress_desk.domain.preparation.copies import TextCopies, TextCopy, TextPrint
from congress_desk.storage.congress_file import CongressFile


def text_copies(file: CongressFile, text_id: int) -> TextCopies | None:
    """Return the copies of a text, None of one that is not numbered."""
    return next((c for c in all_text_copies(file) if c.printed.text_id == text_id), None)


def all_text_copies(file: CongressFile) -> tuple[TextCopies, ...]:
    """Return the copies of every text that is numbered."""
    return file.remembered("text_copies", 0, lambda: _all(file))


def _all(file: CongressFile) -> tuple[TextCopies, ...]:
    prints = file.rows("SELECT * FROM text_print ORDER BY text_id")
    copies = tuple(TextCopy(**row) for row in file.rows("SELECT * FROM text_copy ORDER BY id"))
    return tuple(
        TextCopies(
            printed=TextPrint(**row | {"comes_back": bool(row["comes_back"])}),
            handed=tuple(copy for copy in copies if copy.text_id == row["text_id"]),
        )
        for row in prints
    )
