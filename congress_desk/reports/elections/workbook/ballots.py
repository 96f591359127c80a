"""Every ballot of a round against the candidates, one by one and bundle by bundle.

Ballots are named by bundle and place in it alone; nothing ties one to a voter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import Ballot
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.elections.totals.bundle_totals import BundleTotals
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.reports.document.book import (
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
    Value,
    plain_rows,
)
from congress_desk.reports.document.sentences import election_title, place_params, reason_words
from congress_desk.reports.document.wording import Wording


def matrix_sheet(sheet: RoundSheet, ballots: Sequence[Ballot], words: Wording) -> Sheet:
    """Return one row a ballot: 1 or 0 for each candidate, sums of rows and columns, differences."""
    heads = ("bundle", "sequence", "valid", "reason", "corrected")
    votes = [_votes(ballot, sheet) for ballot in ballots]
    rows = tuple(
        _ballot_row(ballot, marks, sheet.round.mode, words)
        for ballot, marks in zip(ballots, votes, strict=True)
    )
    by_totals = [_totals_of(totals, sheet) for totals in sheet.totals.values()]
    rows += tuple(_totals_rows(sheet, by_totals, words))
    return Sheet(
        name=words.say("book.sheets.matrix", **place_params(sheet)),
        title=words.say(
            "book.matrix.title", title=election_title(sheet.election), number=sheet.round.number
        ),
        notes=(words.say(f"book.matrix.{sheet.round.mode.value}"), *_note(sheet, words)),
        columns=(
            *_number_columns("matrix", heads, words),
            *_candidate_columns(sheet, words),
            BookColumn(title=words.say("book.matrix.sum"), kind=ColumnKind.NUMBER),
        ),
        sections=(
            Section(rows=(*rows, *_check_rows(sheet, [*votes, *by_totals], len(heads), words))),
        ),
        freeze_columns=2,
    )


def bundles_sheet(sheet: RoundSheet, ballots: Sequence[Ballot], words: Wording) -> Sheet:
    """Return one row a bundle: cover, entered, valid, invalid and votes of each candidate."""
    heads = ("bundle", "expected", "entered", "valid", "invalid")
    rows, votes = [], []
    for bundle in sheet.bundles:
        inside = [ballot for ballot in ballots if ballot.bundle == bundle.number]
        counts = _column_sums((_votes(ballot, sheet) for ballot in inside), sheet)
        valid = sum(ballot.verdict.valid for ballot in inside)
        entered, totals = len(inside), sheet.totals.get(bundle.number)
        if totals is not None:
            counts, valid, entered = _totals_of(totals, sheet), totals.valid, totals.sheets
        head = (bundle.number, bundle.expected, entered, valid, entered - valid)
        rows.append((*head, *counts, sum(counts)))
        votes.append(counts)
    return Sheet(
        name=words.say("book.sheets.bundles", **place_params(sheet)),
        title=words.say(
            "book.bundles.title", title=election_title(sheet.election), number=sheet.round.number
        ),
        columns=(
            *_number_columns("bundles", heads, words),
            *_candidate_columns(sheet, words),
            BookColumn(title=words.say("book.matrix.sum"), kind=ColumnKind.NUMBER),
        ),
        sections=(
            Section(rows=(*plain_rows(rows), *_check_rows(sheet, votes, len(heads), words))),
        ),
        freeze_columns=1,
    )


def _note(sheet: RoundSheet, words: Wording) -> tuple[str, ...]:
    """Say which bundles have one row alone: nothing tells their ballots apart."""
    if not sheet.totals:
        return ()
    return (words.say("book.matrix.by_totals", bundles=ranges_text(tuple(sheet.totals))),)


def _totals_of(totals: BundleTotals, sheet: RoundSheet) -> list[int]:
    """Return the votes of a bundle by its totals, for each candidate in ballot order."""
    return [totals.names[candidate.id].agree for candidate in sheet.round.candidates]


def _totals_rows(
    sheet: RoundSheet, votes: Sequence[Sequence[int]], words: Wording
) -> Iterator[BookRow]:
    """Yield one row for each bundle that was entered from its tally sheet."""
    for (number, totals), counts in zip(sheet.totals.items(), votes, strict=True):
        said = words.say("book.matrix.of_totals", valid=totals.valid, papers=totals.sheets)
        head: tuple[Value, ...] = (number, None, None, said, None)
        yield BookRow(values=(*head, *counts, sum(counts)), tone=Tone.PLAIN)


def _ballot_row(
    ballot: Ballot, votes: Sequence[int | None], mode: MarkMode, words: Wording
) -> BookRow:
    valid = ballot.verdict.valid
    head: tuple[Value, ...] = (
        ballot.bundle,
        ballot.sequence,
        words.say("book.yes" if valid else "book.no"),
        _reason(ballot, mode, words),
        words.say("book.yes") if ballot.corrected else None,
    )
    total = sum(vote or 0 for vote in votes)
    return BookRow(values=(*head, *votes, total), tone=Tone.PLAIN if valid else Tone.MUTED)


def _reason(ballot: Ballot, mode: MarkMode, words: Wording) -> str | None:
    if ballot.verdict.reason is None:
        return None
    reason = reason_words(ballot.verdict.reason, mode, words)
    text = ballot.paper.board_text
    return f"{reason}: {text}" if text else reason


def _votes(ballot: Ballot, sheet: RoundSheet) -> tuple[int | None, ...]:
    """Return 1, 0, or None for a line that is not counted, for each candidate in ballot order."""
    keys = [candidate.id for candidate in sheet.round.candidates]
    if not ballot.verdict.valid:
        return (0,) * len(keys)
    paper = ballot.paper
    if sheet.round.mode is MarkMode.CUMULATIVE:
        given = dict(paper.given)
        return tuple(given.get(key, 0) for key in keys)
    if sheet.round.mode is MarkMode.STRIKE:
        return tuple(int(key not in paper.struck) for key in keys)
    unmarked = paper.both | paper.blank
    return tuple(None if key in unmarked else int(key not in paper.struck) for key in keys)


def _check_rows(
    sheet: RoundSheet,
    votes: Iterable[Sequence[int | None]],
    heads: int,
    words: Wording,
) -> tuple[BookRow, ...]:
    """Return column sums, the votes of the result, and their differences, which must be 0."""
    sums = _column_sums(votes, sheet)
    result = [candidate.votes for candidate in sheet.result.candidates]
    kept = sum(size * count for size, count in sheet.result.kept_sizes.items())

    def line(key: str, tone: Tone, counts: Sequence[int], total: int) -> BookRow:
        label = words.say(f"book.matrix.{key}")
        return BookRow(values=(label, *(None,) * (heads - 1), *counts, total), tone=tone)

    differences = [total - vote for total, vote in zip(sums, result, strict=True)]
    return (
        line("total", Tone.TOTAL, sums, sum(sums)),
        line("votes", Tone.TOTAL, result, kept),
        line("difference", Tone.CHECK, differences, sum(sums) - kept),
    )


def _column_sums(votes: Iterable[Sequence[int | None]], sheet: RoundSheet) -> list[int]:
    sums = [0] * len(sheet.round.candidates)
    for marks in votes:
        for place, mark in enumerate(marks):
            sums[place] += mark or 0
    return sums


def _number_columns(part: str, keys: Iterable[str], words: Wording) -> tuple[BookColumn, ...]:
    return tuple(
        BookColumn(
            title=words.say(f"book.{part}.{key}"),
            kind=ColumnKind.TEXT if key == "reason" else ColumnKind.CODE,
        )
        for key in keys
    )


def _candidate_columns(sheet: RoundSheet, words: Wording) -> tuple[BookColumn, ...]:
    names = sheet.names
    return tuple(
        BookColumn(
            title=words.say("book.matrix.candidate", position=position, name=names[candidate.id]),
            kind=ColumnKind.MARK,
        )
        for position, candidate in enumerate(sheet.round.candidates, start=1)
    )
