"""The list by which ballots are handed out where shares vote."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import share_issue_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.elections.shares import share_voters
from congress_desk.queries.journal import head
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.share_papers import share_issue_list
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.shares import issued_voters

SHARE_ISSUE = "share-issue"


def _there(file: CongressFile) -> Iterator[Paper]:
    """Yield the list of each round by shares, and of the next round while none is open yet."""
    for each in elections(file):
        held = [r for r in rounds(file, each.id) if issued_voters(file, r.id)]
        for found in held:
            yield _paper(each.id, each.code, each.title, found.number, found.id)
        if not held and each.candidates and share_voters(file):
            yield _paper(each.id, each.code, each.title, 1, 0)


def _paper(election_id: int, code: str, title: str, number: int, round_id: int) -> Paper:
    return Paper(
        kind=SHARE_ISSUE,
        title=tr("List for handing out ballots · {title} · round {number}", title=title,
                 number=number),
        file_name=share_issue_name(code, number),
        election_id=election_id,
        round_id=round_id,
    )  # fmt: skip


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    found = election(file, paper.election_id)
    held = next((r for r in rounds(file, found.id) if r.id == paper.round_id), None)
    handed = issued_voters(file, held.id) if held else share_voters(file)
    seats = held.seats if held else found.seats
    return share_issue_list(congress(file), found, handed, seats, head(file))


SHARE_KINDS = (PaperKind(name=SHARE_ISSUE, there=_there, says=_says),)
