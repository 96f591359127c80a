"""Every paper and workbook of a congress in one table: which can be made, made, and written."""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from congress_desk.domain.organs.organs import leaders_of
from congress_desk.errors import Place, Problem, Refusal, refuse
from congress_desk.exports.atomic_file import put_in_place, refusal_of
from congress_desk.exports.content_writer import write_content
from congress_desk.exports.file_names import unused_name
from congress_desk.exports.hidden_folder import hidden_folder_in
from congress_desk.i18n import problem_text, tr
from congress_desk.papers.after_election import AFTER_KINDS, INDEX, LABELS, SEALING, index_kind
from congress_desk.papers.agenda import AGENDA_KINDS
from congress_desk.papers.ballot_issue import ISSUE_KINDS, ISSUE_MINUTES
from congress_desk.papers.ballot_papers import BALLOT_KINDS, POSTER, PROOF
from congress_desk.papers.ballot_run import BALLOTS
from congress_desk.papers.bundle_covers import BUNDLE_COVERS, COVER_KINDS
from congress_desk.papers.checks import CHECK_KINDS
from congress_desk.papers.discussions import DISCUSSION_KINDS
from congress_desk.papers.distribution import DISTRIBUTION_KINDS
from congress_desk.papers.duties import DUTY_KINDS
from congress_desk.papers.elected_check import with_elected_checked
from congress_desk.papers.elections import CANDIDATES, COUNTING_MINUTES, ELECTION_KINDS
from congress_desk.papers.guests import GUEST_KINDS, LETTERS, SHEETS
from congress_desk.papers.hall import HALL_KINDS
from congress_desk.papers.journal import JOURNAL_KINDS
from congress_desk.papers.keys import KEYS, KEYS_KINDS, keys_paper
from congress_desk.papers.minutes import CONGRESS_KINDS
from congress_desk.papers.motions import MOTION_KINDS
from congress_desk.papers.nomination import NOMINATION_KINDS
from congress_desk.papers.obstacles import OBSTACLE_KINDS
from congress_desk.papers.paper import PLAIN, Content, Draft, Paper, PaperChoices, PaperKind
from congress_desk.papers.paper_heads import known_head, said
from congress_desk.papers.paper_writers import side_by_side
from congress_desk.papers.people import PEOPLE_KINDS
from congress_desk.papers.practice import PRACTICE, PRACTICE_KINDS
from congress_desk.papers.preparation import PREPARATION_KINDS
from congress_desk.papers.readiness import READINESS, READINESS_KINDS, readiness_paper
from congress_desk.papers.seating import SEAT_LABELS, SEATING_KINDS
from congress_desk.papers.shares import SHARE_KINDS
from congress_desk.papers.tally_sheets import TALLY_KINDS, TALLY_SHEETS
from congress_desk.papers.text_copies import COPIES_KINDS
from congress_desk.queries.congress import congress, duties
from congress_desk.queries.papers import imprint
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.head import congress_wording, watermark_text
from congress_desk.reports.document.imprint import imprinted
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.private_files import keep_to_owner


def _filed(file: CongressFile) -> list[Paper]:
    """Return what may lie in the file of the congress, in its order."""
    place = [kind.name for kind in TABLE].index(INDEX)
    kinds = [kind for kind in TABLE[:place] if kind.name not in _NOT_FILED]
    return _elections_first([paper for kind in kinds for paper in kind.there(file)])


def _said(file: CongressFile, paper: Paper) -> Content:
    return known_head(file, paper, _BY_NAME[paper.kind].says)


TABLE: tuple[PaperKind, ...] = (
    *ELECTION_KINDS,
    *NOMINATION_KINDS,
    *BALLOT_KINDS,
    *SHARE_KINDS,
    *COVER_KINDS,
    *TALLY_KINDS,
    *PRACTICE_KINDS,
    *ISSUE_KINDS,
    *CHECK_KINDS,
    *PEOPLE_KINDS,
    *GUEST_KINDS,
    *AGENDA_KINDS,
    *DUTY_KINDS,
    *MOTION_KINDS,
    *OBSTACLE_KINDS,
    *CONGRESS_KINDS,
    *DISTRIBUTION_KINDS,
    *COPIES_KINDS,
    *SEATING_KINDS,
    *DISCUSSION_KINDS,
    *AFTER_KINDS,
    index_kind(_filed, _said),
    *PREPARATION_KINDS,
    *HALL_KINDS,
    *JOURNAL_KINDS,
    *READINESS_KINDS,
    *KEYS_KINDS,
)
KINDS = tuple(kind.name for kind in TABLE)
# The papers of one election, in the order they are needed.
_OF_ONE_ELECTION = (
    CANDIDATES,
    PROOF,
    BALLOTS,
    POSTER,
    ISSUE_MINUTES,
    BUNDLE_COVERS,
    TALLY_SHEETS,
    COUNTING_MINUTES,
    SEALING,
    LABELS,
)
# What is cut up, was only to be checked, is filled in by hand, or goes to each person.
_NOT_FILED = frozenset(
    {PROOF, LABELS, BUNDLE_COVERS, TALLY_SHEETS, PRACTICE, LETTERS, SHEETS, SEAT_LABELS}
)
_BY_NAME = {kind.name: kind for kind in TABLE}


def available(file: CongressFile) -> tuple[Paper, ...]:
    """Return what can be made now: the papers of each election, then kind by kind."""
    found = [paper for kind in TABLE for paper in kind.there(file)]
    return tuple(_named_apart(_elections_first(found)))


def _elections_first(found: Sequence[Paper]) -> list[Paper]:
    """Put list, ballots and minutes of one election beside each other."""
    held = dict.fromkeys(paper.election_id for paper in found if paper.kind in _OF_ONE_ELECTION)
    together = [
        paper
        for number in held
        for kind in _OF_ONE_ELECTION
        for paper in found
        if paper.kind == kind and paper.election_id == number
    ]
    return together + [paper for paper in found if paper.kind not in _OF_ONE_ELECTION]


def _named_apart(found: Sequence[Paper]) -> Iterator[Paper]:
    """Give papers whose codes look alike in a file name (ĐB and DB) names of their own."""
    taken: list[str] = []
    for paper in found:
        name = unused_name(paper.file_name, taken)
        taken.append(name)
        yield dataclasses.replace(paper, file_name=name)


def make_paper(file: CongressFile, paper: Paper, choices: PaperChoices = PLAIN) -> Draft:
    """Read what a paper says from the open file."""
    content = said(file, paper, _BY_NAME[paper.kind].says, choices)
    if isinstance(content, Document):
        leaders = leaders_of(duties(file))
        content = imprinted(content, imprint(file, paper.key), congress(file), leaders)
        content = with_elected_checked(file, paper, content)
    about = congress(file)
    return Draft(
        paper=paper, content=content, watermark=watermark_text(about, congress_wording(about))
    )


def write_paper(draft: Draft, path: Path) -> Refusal | None:
    """Write a paper to `path`, whole or not at all: see `write_content`."""
    return write_content((draft.content, draft.watermark), path)


# A sheet of theirs has a line a ballot: for the eyes of whoever wrote it, on a shared computer too.
_OF_SINGLE_BALLOTS = frozenset({"results"})
# How many files a refusal names.
NAMED = 4


def export_papers(
    file: CongressFile,
    folder: Path,
    kinds: Sequence[str],
    *,
    written: Callable[[Path], None],
    private: bool = False,
    replace: bool = False,
    processes: bool = False,
) -> int | Refusal:
    """Write every paper of these kinds (all when empty) to a folder; return how many files.

    Refused, with nothing written, when a file is there already, unless it is to `replace` it.
    What cannot be written does not keep the others from it: the refusal names each such file. They
    are written in a folder of their own and moved when all are there: whoever is stopped on the way
    leaves nothing that the next try would be refused for. Many are written by other `processes`,
    where they may be used.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        return refuse("export_kind_unknown", kind=unknown[0], known=", ".join(KINDS))
    chosen = [paper for paper in available(file) if not kinds or paper.kind in kinds]
    chosen += [keys_paper()] if KEYS in kinds else []
    chosen += [readiness_paper()] if READINESS in kinds else []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return refuse("export_folder_not_made", folder=str(folder))
    there = [name for p in chosen for name in p.file_names if (folder / name).is_file()]
    if there and not replace:
        return refuse("export_files_exist", Place(file=there[0]), count=len(there))
    with contextlib.ExitStack() as stack:
        try:
            aside = stack.enter_context(hidden_folder_in(folder))
        except OSError as error:
            return refusal_of(error, folder, is_folder=True)
        made, problems = _write_aside(
            file, chosen, aside, PaperChoices(private=private), processes=processes
        )
        moved, refused = _move(made, folder, written)
    all_problems = [_of_folder(each, str(aside), folder) for each in (*problems, *refused)]
    return one_refusal(all_problems, moved) or moved


def _write_aside(
    file: CongressFile,
    chosen: Sequence[Paper],
    folder: Path,
    choices: PaperChoices,
    *,
    processes: bool,
) -> tuple[list[Path], list[Problem]]:
    drafts = (
        ((draft.content, draft.watermark), folder / name)
        for draft in (make_paper(file, paper, choices) for paper in chosen)
        for name in draft.paper.file_names
    )
    of_ballots = {
        folder / name for p in chosen if p.kind in _OF_SINGLE_BALLOTS for name in p.file_names
    }
    made: list[Path] = []
    problems: list[Problem] = []
    files = sum(len(paper.file_names) for paper in chosen) if processes else 0
    for path, refusal in side_by_side(drafts, write_content, files):
        if refusal:
            problems += refusal.problems
        else:
            made.append(path)
            if choices.private or path in of_ballots:
                keep_to_owner(path)
    return made, problems


def _move(
    made: Sequence[Path], folder: Path, written: Callable[[Path], None]
) -> tuple[int, list[Problem]]:
    problems: list[Problem] = []
    for each in made:
        refusal = put_in_place(each, folder / each.name)
        if refusal:
            problems += refusal.problems
        else:
            written(folder / each.name)
    return len(made) - len(problems), problems


def _of_folder(problem: Problem, aside: str, folder: Path) -> Problem:
    """Name the folder that was wanted, not the one where the papers were written at first."""
    params = {k: str(folder) if v == aside else v for k, v in problem.params.items()}
    return dataclasses.replace(problem, params=params)


def one_refusal(problems: Sequence[Problem], written: int) -> Refusal | None:
    """Return one refusal that names the first files that could not be written; None of none."""
    if len(problems) < 2:
        return Refusal(tuple(problems)) if problems else None
    files, more = [problem.place.file for problem in problems], len(problems) - NAMED
    named = ", ".join(files[:NAMED])
    return refuse(
        "export_some_failed",
        count=len(problems),
        files=tr("{files} and {count} more", files=named, count=more) if more > 0 else named,
        reason=problem_text(problems[0]),
        written=written,
    )
