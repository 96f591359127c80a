"""Every paper and workbook of a congress: which can be made, made, and written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.records import RoundState
from congress_desk.errors import Refusal, refuse
from congress_desk.exports.names import (
    candidate_list_name,
    counting_minutes_name,
    results_book_name,
    unused_name,
)
from congress_desk.i18n import tr
from congress_desk.queries.ballots import ballots
from congress_desk.queries.congress import congress
from congress_desk.queries.elections import elections, rounds
from congress_desk.queries.journal import head, journal
from congress_desk.queries.rounds import round_sheet
from congress_desk.reports.book import Book
from congress_desk.reports.candidate_list import candidate_list
from congress_desk.reports.counting_minutes import counting_minutes
from congress_desk.reports.document import Document
from congress_desk.reports.results_book import results_book
from congress_desk.storage.congress_file import CongressFile

KINDS = ("counting-minutes", "candidates", "results")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that can be made now; `round_id` is 0 where it is not of one round."""

    kind: str
    title: str
    file_name: str
    election_id: int = 0
    round_id: int = 0

    @property
    def is_workbook(self) -> bool:
        return self.kind == "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paper as plain data, frozen when it was made; written without the congress file."""

    paper: Paper
    content: Document | Book


def available(file: CongressFile) -> tuple[Paper, ...]:
    """Return what can be made now: each election's list, each round's minutes, the workbook."""
    found: list[Paper] = []
    for election in elections(file):
        if election.candidates:
            found.append(
                Paper(
                    kind="candidates",
                    title=tr("List of candidates · {title}", title=election.title),
                    file_name=candidate_list_name(election.code),
                    election_id=election.id,
                )
            )
        for held in rounds(file, election.id):
            if held.state is RoundState.CANCELLED:
                continue
            found.append(
                Paper(
                    kind="counting-minutes",
                    title=tr(
                        "Minutes of the count · {title} · round {number}",
                        title=election.title,
                        number=held.number,
                    ),
                    file_name=counting_minutes_name(election.code, held.number),
                    election_id=election.id,
                    round_id=held.id,
                )
            )
    found.append(
        Paper(kind="results", title=tr("Results of all elections"), file_name=results_book_name())
    )
    return tuple(_named_apart(found))


def _named_apart(found: Sequence[Paper]) -> Iterator[Paper]:
    """Give papers whose codes look alike in a file name (ĐB and DB) names of their own."""
    taken: list[str] = []
    for paper in found:
        name = unused_name(paper.file_name, taken)
        taken.append(name)
        yield dataclasses.replace(paper, file_name=name)


def make_paper(file: CongressFile, paper: Paper) -> Draft:
    """Read what a paper says from the open file."""
    return Draft(paper=paper, content=_content(file, paper))


def write_paper(draft: Draft, path: Path) -> Refusal | None:
    """Write a paper to `path`, by a temporary name; nothing is left half written."""
    if isinstance(draft.content, Book):
        from congress_desk.exports.xlsx import write_xlsx

        return write_xlsx(draft.content, path)
    from congress_desk.exports.pdf import write_pdf

    return write_pdf(draft.content, path)


def export_papers(
    file: CongressFile, folder: Path, kinds: Sequence[str], *, written: Callable[[Path], None]
) -> int | Refusal:
    """Write every paper of these kinds (all when empty) to a folder; return how many."""
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        return refuse("export_kind_unknown", kind=unknown[0], known=", ".join(KINDS))
    chosen = [paper for paper in available(file) if not kinds or paper.kind in kinds]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return refuse("export_folder_not_made", folder=str(folder))
    for paper in chosen:
        path = folder / paper.file_name
        refusal = write_paper(make_paper(file, paper), path)
        if refusal:
            return refusal
        written(path)
    return len(chosen)


def _content(file: CongressFile, paper: Paper) -> Document | Book:
    whole = congress(file)
    if paper.kind == "counting-minutes":
        return counting_minutes(round_sheet(file, paper.round_id))
    if paper.kind == "candidates":
        election = next(e for e in elections(file) if e.id == paper.election_id)
        return candidate_list(whole, election, head(file))
    held = [
        found
        for election in elections(file)
        for found in rounds(file, election.id)
        if found.state is not RoundState.CANCELLED
    ]
    return results_book(
        whole,
        [round_sheet(file, found.id) for found in held],
        {found.id: ballots(file, found.id) for found in held},
        elections(file),
        journal(file),
    )
