"""The card of keys: no paper of the congress, made only when it is asked for by name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from congress_desk import __version__
from congress_desk.errors import Refusal
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, Paper, PaperChoices, PaperKind
from congress_desk.reports.document.document import Document
from congress_desk.reports.keys_card import keys_card
from congress_desk.storage.congress_file import CongressFile

KEYS = "keys"


def keys_paper() -> Paper:
    """Return the card as a paper to be exported."""
    name = file_name("phim-tat", suffix=".pdf")
    return Paper(kind=KEYS, title=tr("Card of keys"), file_name=name, formats=DRAWN)


def keys_content() -> Document:
    """Return what the card says."""
    return keys_card(f"Congress Desk {__version__}")


def write_keys(path: Path) -> Refusal | None:
    """Write the card as PDF; no congress need be open for it."""
    from congress_desk.exports.pdf.document import write_pdf

    return write_pdf(keys_content(), path)


def _papers(file: CongressFile) -> Iterator[Paper]:
    """Yield nothing: the card is not among the papers of a congress."""
    return iter(())


def _says(file: CongressFile, paper: Paper, choices: PaperChoices) -> Document:
    return keys_content()


KEYS_KINDS = (PaperKind(name=KEYS, there=_papers, says=_says),)
