"""What a paper says, and its head kept for the index of the file while no act changes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from congress_desk.i18n import language
from congress_desk.papers.paper import PLAIN, Content, Paper, PaperChoices
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

Says = Callable[[CongressFile, Paper, PaperChoices], Content]


def said(file: CongressFile, paper: Paper, says: Says, choices: PaperChoices) -> Content:
    """Return what a paper says; of a document without choices its head is kept."""
    content, kinds = file.kinds.read_apart(lambda: says(file, paper, choices))
    if isinstance(content, Document) and choices == PLAIN:
        file.read_cache.keep(_name_of(paper), 0, replace(content, blocks=()), kinds)
    return content


def known_head(file: CongressFile, paper: Paper, says: Says) -> Content:
    """Return a paper without what stands below its head, made for it where none is kept."""
    kept: Content | None = file.read_cache.recalled(_name_of(paper), 0)
    return kept or said(file, paper, says, PLAIN)


def _name_of(paper: Paper) -> str:
    return f"head of {paper.key} in {language()}"
