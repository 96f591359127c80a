"""Whether a paper on elections names everybody who was elected; one that does not says so itself.

A paper can be edited by hand, and a name be lost there: it is then stamped, and cannot be signed
unseen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from congress_desk.papers.after_election import APPROVAL, ELECTED, REPORT
from congress_desk.papers.elections import COUNTING_MINUTES, SUPERIOR_REPORT
from congress_desk.papers.paper import Paper
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.elected_names import ElectedNames, elected_names
from congress_desk.reports.document.document import Document
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
    said = " ".join(" ".join(_texts(document.blocks)).split())
    missing: dict[str, None] = {}
    for found in elected_names(file):
        if _is_about(paper, found) and any(name in said for name in found.names):
            missing |= dict.fromkeys(name for name in found.names if name not in said)
            missing |= dict.fromkeys(found.left_out)
    if not missing:
        return document
    words = congress_wording(congress(file))
    stamp = words.say("common.elected_missing", names=", ".join(missing))
    return replace(document, stamp=" · ".join(filter(None, (document.stamp, stamp))))


def _is_about(paper: Paper, found: ElectedNames) -> bool:
    if paper.round_id:
        return paper.round_id == found.round_id
    return paper.election_id in (0, found.election_id)


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
