"""The minutes of sample control (biên bản kiểm tra mẫu): what was drawn, what risk is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from congress_desk.domain.elections.checks.sample import Sample, SheetState
from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.text.number_ranges import ranges_text
from congress_desk.reports.after_election.after_parts import vote_words
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    COUNTING_BOARD,
    PRESIDIUM,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.elections.counting_minutes.accounts import board_members
from congress_desk.reports.elections.counting_minutes.closing import counting_day


def sample_control_paper(
    sheet: RoundSheet, samples: Sequence[Sample], wording: Wording | None = None
) -> Document:
    """Return the minutes of every sample of a round, oldest first."""
    words = congress_wording(sheet.congress, wording)
    title = election_title(sheet.election)
    return congress_paper(
        sheet.congress,
        sheet.head,
        words,
        day=counting_day(sheet),
        organ=COUNTING_BOARD,
        symbol=words.say("after.symbol_minutes"),
        title=words.say("sample_control.title"),
        subject=(
            words.say("sample_control.subject", title=title, vote=vote_words(sheet.round, words)),
        ),
        blocks=(
            *(
                block
                for number, sample in enumerate(samples, start=1)
                for block in _of_sample(number, sample, len(samples) > 1, words)
            ),
            Paragraph(runs=words.runs("sample_control.how"), small=True),
            KeepTogether(blocks=tuple(_closing(sheet, words))),
        ),
    )


def _of_sample(number: int, sample: Sample, several: bool, words: Wording) -> Iterator[Block]:
    if several:
        yield Heading(title=words.say("sample_control.sample", number=number))
    yield Paragraph(
        runs=words.runs(
            "sample_control.drawn",
            time=time_text(moment(sample.at), words),
            day=day_text(day_of(sample.at), words),
            seed=sample.seed,
            sheets=len(sample.sheets),
            ballots=sample.ballots,
        )
    )
    yield Bullet(
        runs=words.runs("sample_control.size", confidence=sample.confidence, wrong=sample.wrong)
    )
    yield _places(sample, words)
    yield from _outcome(sample, words)


def _places(sample: Sample, words: Wording) -> Table:
    bundles = dict.fromkeys(sheet.bundle for sheet in sample.sheets)
    rows = tuple(
        (
            str(bundle),
            ranges_text(tuple(s.place for s in sample.sheets if s.bundle == bundle)),
            _differing([s.place for s in sample.sheets if s.bundle == bundle and s.was_wrong]),
        )
        for bundle in bundles
    )
    return Table(
        columns=(
            Column(title=words.say("sample_control.bundle"), width=20),
            Column(title=words.say("sample_control.places")),
            Column(title=words.say("sample_control.wrong"), width=45),
        ),
        rows=rows,
        small=True,
    )


def _differing(places: list[int]) -> str:
    return ranges_text(tuple(places)) if places else "–"


def _outcome(sample: Sample, words: Wording) -> Iterator[Block]:
    if sample.left:
        differ = len(sample.in_state(SheetState.DIFFERS))
        yield Paragraph(
            runs=words.runs(
                "sample_control.unfinished", left=len(sample.left) - differ, differ=differ
            )
        )
        return
    key = "none_wrong" if not sample.found_wrong else "some_wrong"
    if len(sample.sheets) == sample.ballots:
        key = f"{key}_of_all"
    yield Paragraph(
        runs=words.runs(
            f"sample_control.{key}",
            sheets=len(sample.sheets),
            wrong=sample.found_wrong,
            confidence=sample.confidence,
            most=sample.may_be_wrong,
            hidden=sample.may_be_wrong - sample.found_wrong,
            ballots=sample.ballots,
        )
    )


def _closing(sheet: RoundSheet, words: Wording) -> Iterator[Block]:
    heads, _ = board_members(sheet)
    yield Spacer(height=6)
    name = heads[0].name if len(heads) == 1 else ""
    role = words.say("minutes.closing.board_head")
    cells = (
        organ_signature(COUNTING_BOARD, words, role=role, name=name),
        organ_signature(PRESIDIUM, words),
    )
    yield Signatures(cells=cells, across=2)
