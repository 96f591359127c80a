"""Every paper and workbook of a congress: which can be made, made, and written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.errors import Problem, Refusal, refuse
from congress_desk.exports.file_names import (
    candidate_list_name,
    counting_minutes_name,
    results_book_name,
    unused_name,
)
from congress_desk.i18n import problem_text, tr
from congress_desk.papers.agenda import AGENDA_KINDS, agenda_content, agenda_papers
from congress_desk.papers.duties import DUTY_KINDS, duty_content, duty_papers
from congress_desk.papers.minutes import CONGRESS_KINDS, congress_content, congress_papers
from congress_desk.papers.motions import MOTIONS, motion_content, motion_papers
from congress_desk.papers.obstacles import OBSTACLE_KINDS, obstacle_content, obstacle_papers
from congress_desk.papers.paper import PLAIN, Draft, Paper, PaperChoices
from congress_desk.papers.people import (
    PEOPLE_KINDS,
    PROFILES,
    people_content,
    people_papers,
    profile_papers,
)
from congress_desk.papers.preparation import (
    PREPARATION,
    preparation_content,
    preparation_papers,
)
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head, journal
from congress_desk.queries.motions import motions
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.duties.table_cards import TableCards
from congress_desk.reports.elections.candidate_list import candidate_list
from congress_desk.reports.elections.counting_minutes import counting_minutes
from congress_desk.reports.elections.results_book import results_book
from congress_desk.reports.people.cards import CardSheets
from congress_desk.storage.congress_file import CongressFile

KINDS = (
    "counting-minutes",
    "candidates",
    PROFILES,
    "results",
    *PEOPLE_KINDS,
    *AGENDA_KINDS,
    *DUTY_KINDS,
    MOTIONS,
    *OBSTACLE_KINDS,
    *CONGRESS_KINDS,
    PREPARATION,
)


def available(file: CongressFile) -> tuple[Paper, ...]:
    """Return what can be made now.

    Each election's list and each round's minutes, the workbook, profiles, and papers of people.
    """
    results = Paper(
        kind="results", title=tr("Results of all elections"), file_name=results_book_name()
    )
    found = (
        *_election_papers(file),
        results,
        *profile_papers(file),
        *people_papers(file),
        *agenda_papers(file),
        *duty_papers(file),
        *motion_papers(file),
        *preparation_papers(file),
        *obstacle_papers(file),
        *congress_papers(file),
    )
    return tuple(_named_apart(found))


def _election_papers(file: CongressFile) -> Iterator[Paper]:
    """Yield the list of each election and the minutes of each of its rounds."""
    for election in elections(file):
        if election.candidates:
            yield Paper(
                kind="candidates",
                title=tr("List of candidates · {title}", title=election.title),
                file_name=candidate_list_name(election.code),
                election_id=election.id,
            )
        for held in _rounds(file, election.id):
            yield Paper(
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


def _rounds(file: CongressFile, election_id: int) -> Iterator[Round]:
    return (r for r in rounds(file, election_id) if r.state is not RoundState.CANCELLED)


def _named_apart(found: Sequence[Paper]) -> Iterator[Paper]:
    """Give papers whose codes look alike in a file name (ĐB and DB) names of their own."""
    taken: list[str] = []
    for paper in found:
        name = unused_name(paper.file_name, taken)
        taken.append(name)
        yield dataclasses.replace(paper, file_name=name)


def make_paper(file: CongressFile, paper: Paper, choices: PaperChoices = PLAIN) -> Draft:
    """Read what a paper says from the open file."""
    return Draft(paper=paper, content=_content(file, paper, choices))


def write_paper(draft: Draft, path: Path) -> Refusal | None:
    """Write a paper to `path`, by a temporary name; nothing is left half written.

    The suffix says as what: a document becomes a DOCX under ".docx", a short text under ".txt",
    else a PDF.
    """
    if isinstance(draft.content, Book):
        from congress_desk.exports.xlsx.workbook import write_xlsx

        return write_xlsx(draft.content, path)
    if isinstance(draft.content, CardSheets):
        from congress_desk.exports.cards.sheet import write_cards

        return write_cards(draft.content, path)
    if isinstance(draft.content, TableCards):
        from congress_desk.exports.cards.table_cards import write_table_cards

        return write_table_cards(draft.content, path)
    if path.suffix.casefold() == ".docx":
        from congress_desk.exports.docx.document import write_docx

        return write_docx(draft.content, path)
    if path.suffix.casefold() == ".txt":
        from congress_desk.exports.plain_text import write_plain_text

        return write_plain_text(draft.content, path)
    from congress_desk.exports.pdf.document import write_pdf

    return write_pdf(draft.content, path)


def export_papers(
    file: CongressFile,
    folder: Path,
    kinds: Sequence[str],
    *,
    written: Callable[[Path], None],
    private: bool = False,
) -> int | Refusal:
    """Write every paper of these kinds (all when empty) to a folder; return how many files.

    What cannot be written does not keep the others from it: the refusal names each such file.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        return refuse("export_kind_unknown", kind=unknown[0], known=", ".join(KINDS))
    chosen = [paper for paper in available(file) if not kinds or paper.kind in kinds]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return refuse("export_folder_not_made", folder=str(folder))
    count = 0
    problems: list[Problem] = []
    for paper in chosen:
        draft = make_paper(file, paper, PaperChoices(private=private))
        for name in paper.file_names:
            refusal = write_paper(draft, folder / name)
            if refusal:
                problems += refusal.problems
            else:
                count += 1
                written(folder / name)
    return told_together(problems, count) or count


def told_together(problems: Sequence[Problem], written: int) -> Refusal | None:
    """Return one refusal that names every file that could not be written; None of none."""
    if len(problems) < 2:
        return Refusal(tuple(problems)) if problems else None
    return refuse(
        "export_some_failed",
        count=len(problems),
        files=", ".join(problem.place.file for problem in problems),
        reason=problem_text(problems[0]),
        written=written,
    )


def export_people(file: CongressFile, path: Path, *, private: bool) -> Refusal | None:
    """Write the workbook of people; dates of birth and notes only when it is `private`."""
    paper = Paper(kind="people", title="", file_name=path.name)
    return write_paper(make_paper(file, paper, PaperChoices(private=private)), path)


def _content(
    file: CongressFile, paper: Paper, choices: PaperChoices
) -> Document | Book | CardSheets | TableCards:
    if paper.kind in (*PEOPLE_KINDS, PROFILES):
        return people_content(file, paper, choices)
    if paper.kind in AGENDA_KINDS:
        return agenda_content(file, paper)
    if paper.kind in DUTY_KINDS:
        return duty_content(file, paper)
    if paper.kind in OBSTACLE_KINDS:
        return obstacle_content(file, paper)
    if paper.kind in CONGRESS_KINDS:
        return congress_content(file, paper)
    if paper.kind == PREPARATION:
        return preparation_content(file, paper)
    if paper.kind == MOTIONS:
        return motion_content(file)
    return _election_content(file, paper)


def _election_content(file: CongressFile, paper: Paper) -> Document | Book:
    whole = congress(file)
    if paper.kind == "counting-minutes":
        return counting_minutes(round_sheet(file, paper.round_id))
    if paper.kind == "candidates":
        election = next(e for e in elections(file) if e.id == paper.election_id)
        return candidate_list(whole, election, head(file))
    held = [found for election in elections(file) for found in _rounds(file, election.id)]
    return results_book(
        whole,
        [round_sheet(file, found.id) for found in held],
        {found.id: ballots(file, found.id) for found in held},
        elections(file),
        journal(file),
        motions(file),
    )
