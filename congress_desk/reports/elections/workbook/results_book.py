"""The results workbook: every election and round, every ballot, every sum, the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from congress_desk.domain.ballot_papers.issue_register import IssueRegister
from congress_desk.domain.congress import Congress
from congress_desk.domain.decisions.course import ElectionCourse
from congress_desk.domain.elections.checks.secrecy import Secrecy
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.motions import Motion
from congress_desk.reports.document.book import Book, Sheet
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.sheet_names import sheet_name
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.workbook.accounting import accounting_sheet, findings_sheet
from congress_desk.reports.elections.workbook.ballots import bundles_sheet, matrix_sheet
from congress_desk.reports.elections.workbook.decisions import decisions_sheet
from congress_desk.reports.elections.workbook.issue import issue_sheet
from congress_desk.reports.elections.workbook.journal import journal_sheet
from congress_desk.reports.elections.workbook.result import result_sheet
from congress_desk.reports.elections.workbook.summary import is_counted, summary_sheet
from congress_desk.reports.motions.motions_sheet import motions_sheet

_USUAL = Secrecy()


def results_book(
    congress: Congress,
    sheets: Sequence[RoundSheet],
    ballots: Mapping[int, Sequence[Ballot]],
    elections: Sequence[Election],
    journal: Sequence[JournalLine],
    motions: Sequence[Motion] = (),
    courses: Sequence[ElectionCourse] = (),
    issues: Mapping[int, IssueRegister] = MappingProxyType({}),
    secrecy: Secrecy = _USUAL,
) -> Book:
    """Return the workbook of a congress.

    `sheets` are the rounds in the order to show them, `ballots` their ballots by round id;
    elections without a round are listed as not counted; `issues` the issue registers by round id.
    Of rounds whose ballots `secrecy` hides, ballots and bundles are left out, and that is said.
    Motions, decisions after a round and issue registers have a sheet where there are any.
    """
    words = congress_wording(congress)
    made = [summary_sheet(sheets, elections, words)]
    # Of a round that is still counted nothing is shown but its people and papers.
    counted = [sheet for sheet in sheets if is_counted(sheet)]
    for sheet in counted:
        cast = ballots.get(sheet.round.id, ())
        if secrecy.hides(sheet.round.id, sheet.result.entered):
            made.append(_without_ballots(sheet, secrecy, words))
            continue
        made.append(result_sheet(sheet, words))
        made.append(matrix_sheet(sheet, cast, words))
        made.append(bundles_sheet(sheet, cast, words))
    made += [accounting_sheet(counted, words), findings_sheet(counted, words)]
    kept = [(sheet, issues[sheet.round.id]) for sheet in counted if sheet.round.id in issues]
    if kept:
        made.append(issue_sheet(kept, words))
    if motions:
        made.append(motions_sheet(congress, motions, words))
    if any(course.decisions for course in courses):
        made.append(decisions_sheet(courses, words))
    made.append(journal_sheet(journal, words))
    return Book(
        title=congress_name(congress, words),
        sheets=_named(made),
        footer=_footer(congress, journal, words),
    )


def _without_ballots(sheet: RoundSheet, secrecy: Secrecy, words: Wording) -> Sheet:
    """Return the result of a round of few, which says that its ballots are not shown."""
    ballots = sheet.result.entered
    said = words.say("book.result.few_ballots", ballots=ballots, fewest=secrecy.fewest)
    result = result_sheet(sheet, words)
    return replace(result, notes=(*result.notes, said))


def _named(sheets: Sequence[Sheet]) -> tuple[Sheet, ...]:
    names: list[str] = []
    for sheet in sheets:
        names.append(sheet_name(sheet.name, names))
    return tuple(replace(sheet, name=name) for sheet, name in zip(sheets, names, strict=True))


def _footer(congress: Congress, journal: Sequence[JournalLine], words: Wording) -> str:
    head = max(journal, key=lambda line: line.seq, default=None)
    stamp = stamp_text(congress, words)
    return " · ".join(part for part in (head and footer_text(head, words), stamp) if part)
