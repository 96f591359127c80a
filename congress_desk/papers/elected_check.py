"""Whether a paper on elections names everybody who was elected; one that does not says so itself.

A paper can be edited by hand, and a name be lost there: it is then stamped, and cannot be signed
unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from congress_desk.papers.after_election import APPROVAL, ELECTED, REPORT
from congress_desk.papers.elections import COUNTING_MINUTES, SUPERIOR_REPORT
from congress_desk.papers.paper import Paper
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.elected_names import ElectedNames, elected_names
from congress_desk.reports.document.document import Document, Table
from congress_desk.reports.document.head import congress_wording
from congress_desk.storage.congress_file import CongressFile

# Where the elected are listed; of an election of which a paper names nobody, nothing is missing.
_LISTING = frozenset(
    {
        "minutes",
        "resolution",
        "quick-report",
        SUPERIOR_REPORT,
        COUNTING_MINUTES,
        REPORT,
        APPROVAL,
        ELECTED,
    }
)


def with_elected_checked(file: CongressFile, paper: Paper, document: Document) -> Document:
    """Return a paper with a stamp that names who was elected and is not in it, else as it is.

    Somebody with enough votes who is missing among the elected of the stored result is named too.
    """
    if paper.kind not in _LISTING:
        return document
    said = _joined(_texts(document.blocks))
    rows = [_joined(row) for row in _rows(document.blocks)]
    missing: dict[str, None] = {}
    for found in elected_names(file):
        if _is_about(paper, found) and any(_names(name, said, rows) for name in found.names):
            missing |= dict.fromkeys(n for n in found.names if not _names(n, said, rows))
            missing |= dict.fromkeys(found.left_out)
    if not missing:
        return document
    words = congress_wording(congress(file))
    stamp = words.say("common.elected_missing", names=", ".join(missing))
    return replace(document, stamp=" · ".join(filter(None, (document.stamp, stamp))))


def _names(name: str, said: str, rows: Sequence[str]) -> bool:
    """Say whether somebody is named: as on the ballot, or in a row that tells a namesake apart.

    A table may give the birth or the office, by which "Lê An (05/06/1975)" is known, in a cell of
    its own.
    """
    if _says(said, name):
        return True
    base, _, remark = name.partition(" (")
    told = [part for part in remark.removesuffix(")").split(", ") if not part.isdecimal()]
    return bool(remark) and any(all(_says(row, each) for each in (base, *told)) for row in rows)


def _says(text: str, words: str) -> bool:
    """Say whether words stand in a text as they are: "Lê An" is not named by "Lê Anh"."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(texts).split())


def _is_about(paper: Paper, found: ElectedNames) -> bool:
    if paper.round_id:
        return paper.round_id == found.round_id
    return paper.election_id in (0, found.election_id)


def _rows(value: Any) -> Iterator[tuple[str, ...]]:
    """Yield the rows of every table in the blocks of a document."""
    if isinstance(value, Table):
        yield from value.rows
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _rows(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _rows(getattr(value, field.name))


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in the blocks of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list | frozenset):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
