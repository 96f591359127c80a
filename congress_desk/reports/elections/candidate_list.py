"""The list of candidates of one election (danh sách bầu cử), in ballot order."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.elections.majority import decimal_comma
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.dates import vietnamese_date
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    KeepTogether,
    Paragraph,
    Run,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.sentences import election_title
from congress_desk.reports.document.wording import Wording

_FEMALE = "nu"
_GENDERS = ("nam", _FEMALE)


def candidate_list(
    congress: Congress, election: Election, head: JournalLine, wording: Wording | None = None
) -> Document:
    """Return the list with number, seats and exact surplus; a draft until the list is frozen."""
    words = congress_wording(congress, wording)
    return congress_paper(
        congress,
        head,
        words,
        organ=PRESIDIUM,
        title=words.say("list.title"),
        subject=(words.say("list.subject", title=election_title(election)),),
        blocks=(
            Paragraph(runs=_numbers(election, words)),
            *_list_blocks(election, words),
            KeepTogether(blocks=_signature(words)),
        ),
        stamps=() if election.frozen else ("draft_list",),
    )


def _numbers(election: Election, words: Wording) -> tuple[Run, ...]:
    surplus = Surplus(candidates=len(election.candidates), seats=election.seats, kind=election.kind)
    if surplus.number > 0:
        key = "list.surplus"
    else:
        key = "list.equal" if surplus.number == 0 else "list.fewer"
    return words.runs(
        key,
        candidates=surplus.candidates,
        seats=surplus.seats,
        surplus=surplus.number,
        percent=decimal_comma(surplus.percent),
    )


def _list_blocks(election: Election, words: Wording) -> tuple[Block, ...]:
    if not election.candidates:
        return (Paragraph(runs=words.runs("list.empty")),)
    gendered = all(fold(candidate.gender) in _GENDERS for candidate in election.candidates)
    rows = tuple(
        _row(position, candidate, gendered)
        for position, candidate in enumerate(election.candidates, start=1)
    )
    order = Paragraph(runs=words.runs("list.order"), small=True)
    return Table(columns=_columns(gendered, words), rows=rows, small=True), order


def _columns(gendered: bool, words: Wording) -> tuple[Column, ...]:
    """Return the columns; the date of birth under Nam or Nữ when every gender is known."""
    title = words.say("list.born")
    born = [Column(title=title, width=24, align=Align.CENTER)]
    if gendered:
        born = [
            Column(title=words.say(f"list.{key}"), width=24, align=Align.CENTER, group=title)
            for key in ("male", "female")
        ]
    return (
        Column(title=words.say("list.number"), width=10, align=Align.CENTER),
        Column(title=words.say("list.name"), width=43),
        *born,
        Column(title=words.say("list.role")),
        Column(title=words.say("list.note"), width=19.5),
    )


def _row(position: int, candidate: Candidate, gendered: bool) -> tuple[str, ...]:
    date_of_birth = vietnamese_date(candidate.born)
    born = [date_of_birth]
    if gendered:
        female = fold(candidate.gender) == _FEMALE
        born = ["", date_of_birth] if female else [date_of_birth, ""]
    return str(position), candidate.name, *born, candidate.role, candidate.note


def _signature(words: Wording) -> tuple[Block, ...]:
    cells = (None, organ_signature(PRESIDIUM, words))
    return Spacer(height=4), Signatures(cells=cells, across=2)
