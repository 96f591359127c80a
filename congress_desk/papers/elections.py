"""The papers of elections: lists, profiles, minutes of each count, the workbook of results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from congress_desk.domain.decisions.choices import planned_missing
from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.exports.file_names import (
    candidate_list_name,
    counting_minutes_name,
    profile_list_name,
    results_book_name,
    superior_report_name,
)
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.ballots import ballots
from congress_desk.queries.elections.candidate_people import candidate_people
from congress_desk.queries.elections.checks.secrecy import secrecy
from congress_desk.queries.elections.course import election_course
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.round_context import round_context
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.queries.journal import head, printed_journal
from congress_desk.queries.motions import motions
from congress_desk.queries.nomination import list_was_voted
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.candidate_list import candidate_list
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.reports.elections.profile_list import profile_list
from congress_desk.reports.elections.superior_report import superior_report
from congress_desk.reports.elections.workbook.results_book import results_book
from congress_desk.storage.congress_file import CongressFile

COUNTING_MINUTES, CANDIDATES, PROFILES, RESULTS, SUPERIOR_REPORT = (
    "counting-minutes",
    "candidates",
    "profiles",
    "results",
    "superior-report",
)


def _lists(file: CongressFile) -> Iterator[Paper]:
    for each in _with_candidates(file):
        yield Paper(
            kind=CANDIDATES,
            title=tr("List of candidates · {title}", title=each.title),
            file_name=candidate_list_name(each.code),
            election_id=each.id,
        )


def _profiles(file: CongressFile) -> Iterator[Paper]:
    for each in _with_candidates(file):
        yield Paper(
            kind=PROFILES,
            title=tr("Profiles of the candidates · {title}", title=each.title),
            file_name=profile_list_name(each.code),
            election_id=each.id,
        )


def _minutes(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        for held in _rounds(file, each.id):
            yield Paper(
                kind=COUNTING_MINUTES,
                title=_minutes_title(each, held),
                file_name=counting_minutes_name(each.code, held.number, recount=held.is_recount),
                election_id=each.id,
                round_id=held.id,
            )


def _minutes_title(found: Election, held: Round) -> str:
    title, number = found.title, held.number
    if held.is_recount:
        return tr("Minutes of the recount · {title} · round {number}", title=title, number=number)
    return tr("Minutes of the count · {title} · round {number}", title=title, number=number)


def _results(file: CongressFile) -> Iterator[Paper]:
    name = results_book_name()
    title = tr("Results of all elections")
    yield Paper(kind=RESULTS, title=title, file_name=name, formats=WORKBOOK)


def _with_candidates(file: CongressFile) -> Iterator[Election]:
    return (each for each in elections(file) if each.candidates)


def _rounds(file: CongressFile, election_id: int) -> tuple[Round, ...]:
    return held_rounds(rounds(file, election_id))


def _list(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return candidate_list(congress(file), election(file, paper.election_id), head(file))


def _profile_list(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    listed = candidate_people(file, paper.election_id)
    return profile_list(congress(file), election(file, paper.election_id), listed, head(file))


def _counting_minutes(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    sheet = round_sheet(file, paper.round_id)
    return counting_minutes(
        sheet,
        list_voted=sheet.round.is_voted and list_was_voted(file, paper.election_id),
        other_reasons=_other_reasons(file, paper.round_id),
        context=round_context(file, paper.round_id),
        valid_doubts=_valid_ids(file, paper.round_id),
    )


def _valid_ids(file: CongressFile, round_id: int) -> frozenset[int]:
    """Return which doubtful ballots the whole board held valid."""
    context = round_context(file, round_id)
    if not context.put_aside:
        return frozenset()
    counted = ballots(file, round_id)
    ids = {b.id: b.verdict.valid for b in counted}
    places = {(b.bundle, b.sequence): b.verdict.valid for b in counted}
    return frozenset(
        d.id
        for d in context.put_aside
        if ids.get(d.ballot_id, places.get((d.bundle, d.sequence), False))
    )


def _other_reasons(file: CongressFile, round_id: int) -> tuple[tuple[str, int], ...]:
    """Return why the board held ballots invalid in its own words, and how many each."""
    texts = Counter(
        ballot.paper.board_text
        for ballot in ballots(file, round_id)
        if ballot.verdict.reason is InvalidReason.OTHER and ballot.paper.board_text
    )
    return tuple(texts.items())


def _book(file: CongressFile, _paper: Paper, _: PaperChoices) -> Book:
    held = [found for each in elections(file) for found in _rounds(file, each.id)]
    return results_book(
        congress(file),
        [round_sheet(file, found.id) for found in held],
        {found.id: ballots(file, found.id) for found in held},
        elections(file),
        printed_journal(file),
        motions(file),
        [election_course(file, each.id) for each in elections(file)],
        {found.id: issue_register(file, found.id) for found in held if _has_issue(file, found)},
        secrecy(file),
    )


def _superior_reports(file: CongressFile) -> Iterator[Paper]:
    """Yield the report upward of every election that was stopped, or whose planned people fell."""
    for each in elections(file):
        course = election_course(file, each.id)
        if course.stopped is not None or planned_missing(course):
            yield Paper(
                kind=SUPERIOR_REPORT,
                title=tr("Report to the superior · {title}", title=each.title),
                file_name=superior_report_name(each.code),
                election_id=each.id,
            )


def _superior_report(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    course = election_course(file, paper.election_id)
    return superior_report(congress(file), course, head(file))


def _has_issue(file: CongressFile, found: Round) -> bool:
    """Say whether a round has an issue register of its own."""
    return not found.is_recount and bool(issue_register(file, found.id).lines)


ELECTION_KINDS = (
    PaperKind(name=CANDIDATES, there=_lists, says=_list),
    PaperKind(name=COUNTING_MINUTES, there=_minutes, says=_counting_minutes),
    PaperKind(name=RESULTS, there=_results, says=_book),
    PaperKind(name=PROFILES, there=_profiles, says=_profile_list),
    PaperKind(name=SUPERIOR_REPORT, there=_superior_reports, says=_superior_report),
)
