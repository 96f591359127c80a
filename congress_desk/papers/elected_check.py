"""Whether a paper on elections names everybody who was elected; one that does not says so itself.

A paper can be edited by hand, and a name be lost there: it is then stamped, and cannot be signed
unseen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from typing import Any

from congress_desk.domain.minutes.paper_fields import FREE
from congress_desk.domain.text.names_within import names_within
from congress_desk.papers.after_election import APPROVAL, ELECTED, REPORT
from congress_desk.papers.elections import COUNTING_MINUTES, SUPERIOR_REPORT
from congress_desk.papers.minutes import CONGRESS_PAPERS
from congress_desk.papers.paper import Paper
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.elected_names import ElectedNames, elected_names
from congress_desk.queries.elections.lists import elections
from congress_desk.queries.minutes import paper_view
from congress_desk.queries.people import register
from congress_desk.reports.document.document import Document, Table
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.minutes.derived_paper import part_blocks
from congress_desk.storage.congress_file import CongressFile

# Where the elected are listed; of an election of which a paper names nobody, nothing is missing.
_LISTING = frozenset(
    {*CONGRESS_PAPERS, SUPERIOR_REPORT, COUNTING_MINUTES, REPORT, APPROVAL, ELECTED}
)
_ELECTIONS = "elections"


def with_elected_checked(file: CongressFile, paper: Paper, document: Document) -> Document:
    """Return a paper with a stamp that names who was elected and is not in it, else as it is.

    Somebody with enough votes who is missing among the elected of the stored result is named too.
    """
    if paper.kind not in _LISTING:
        return document
    known = [person.name for person in register(file)]
    known += [candidate.name for each in elections(file) for candidate in each.candidates]
    texts_on = _texts_on(file, paper, document)
    rows = [" ".join(row) for row in _rows(document.blocks)]
    missing: dict[str, None] = {}
    about = (found for found in elected_names(file) if _is_about(paper, found))
    for _, rounds in groupby(about, key=lambda found: found.election_id):
        lost: list[str] = []
        names_any = False
        for found in rounds:
            wanted = found.names if paper.round_id else (*found.names, *found.decided)
            named = _named(wanted, texts_on(found), rows, known)
            lost += [*(name for name in wanted if name not in named), *found.left_out]
            names_any = names_any or bool(named)
        missing |= dict.fromkeys(lost if names_any else ())
    if not missing:
        return document
    words = congress_wording(congress(file))
    stamp = words.say("common.elected_missing", names=", ".join(missing))
    return replace(document, stamp=" · ".join(filter(None, (document.stamp, stamp))))


def _texts_on(
    file: CongressFile, paper: Paper, document: Document
) -> Callable[[ElectedNames], str]:
    """Return what tells the text in which the elected of a round are to stand.

    In the papers of the congress these are the parts on its election: whoever was elected also sat
    in the presidium, spoke, or was elected to something else.
    """
    made = CONGRESS_PAPERS.get(paper.kind)
    if made is None:
        whole = " ".join(_texts(document.blocks))
        return lambda _: whole
    codes = {each.id: each.code for each in elections(file)}
    parts = [part for part in paper_view(file, made).parts if part.section == _ELECTIONS]

    def of(found: ElectedNames) -> str:
        own = f"election:{codes[found.election_id]}:"
        about = (part for part in parts if part.kind == FREE or part.record.startswith(own))
        return " ".join(text for part in about for text in _texts(tuple(part_blocks(part, {}))))

    return of


def _named(
    names: Sequence[str], text: str, rows: Sequence[str], known: Sequence[str]
) -> frozenset[str]:
    """Return who is named: as on the ballot, or in a row that tells a namesake apart.

    A table may give the birth or the office, by which "Lê An (05/06/1975)" is known, in a cell of
    its own. `known` are all who are spoken of: "Lê An" is not named by "Lê An Bình".
    """
    named = names_within(text, names, known)
    return named | {name for name in names if any(_tells(row, name, known) for row in rows)}


def _tells(row: str, name: str, known: Sequence[str]) -> bool:
    base, _, remark = name.partition(" (")
    if not remark:
        return False
    told = [part for part in remark.removesuffix(")").split(", ") if not part.isdecimal()]
    wanted = (base, *told)
    return len(names_within(row, wanted, known)) == len(set(wanted))


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
