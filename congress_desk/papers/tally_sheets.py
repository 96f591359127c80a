"""Sheets to tally bundles by hand: the fallback when the count cannot go on at the screen."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.elections.round import RoundState
from congress_desk.exports.file_names import tally_sheets_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_prints import ballots_of_round, ballots_to_print
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.journal import head
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.tally_sheets import TallySheet, tally_sheets
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots

TALLY_SHEETS = "tally-sheets"
# A list printed beforehand is copied as often as the box holds bundles; a count has some to spare.
_SPARE = 2


def _there(file: CongressFile) -> Iterator[Paper]:
    """Yield the sheets of each election whose ballots are counted, or will be.

    Where shares vote there are none: bars cannot tell how many votes a paper gives.
    """
    for each in () if votes_by_shares(file) else elections(file):
        of = ballots_to_print(file, each.id)
        open_now = [r for r in rounds(file, each.id) if r.state is RoundState.COUNTING]
        if not of.listed.names or (of.over and not open_now):
            continue
        number = of.listed.round_number
        title = tr("Tally sheets · {title}", title=each.title)
        if number > 1:
            title = tr("{title} · round {number}", title=title, number=number)
        yield Paper(
            kind=TALLY_SHEETS,
            title=title,
            file_name=tally_sheets_name(each.code, number),
            formats=DRAWN,
            election_id=each.id,
        )


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    """Return a sheet for each bundle of the round that is counted, and some without a number."""
    held = rounds(file, paper.election_id)
    open_now = next((r for r in held if r.state is RoundState.COUNTING), None)
    whole, newest = congress(file), head(file)
    if open_now is None:
        of = ballots_to_print(file, paper.election_id)
        blank = TallySheet(bundle=0, expected=None)
        return tally_sheets(whole, of.listed, [blank], newest, stamps=_stamps(of.frozen))
    sheets = [
        TallySheet(bundle=number, expected=expected)
        for _, number, expected in reading_ballots.bundle_covers(file, open_now.id)
    ]
    spare = [TallySheet(bundle=0, expected=None)] * _SPARE
    return tally_sheets(whole, ballots_of_round(file, open_now).listed, [*sheets, *spare], newest)


def _stamps(frozen: bool) -> tuple[str, ...]:
    return () if frozen else ("draft_list",)


TALLY_KINDS = (PaperKind(name=TALLY_SHEETS, there=_there, says=_says),)
