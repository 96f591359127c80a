"""The minutes of handing out the ballots of a round."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import issue_minutes_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import Paper, PaperChoices, PaperKind
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.ballot_issue_minutes import issue_minutes
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.ballot_issue import issue_lines

ISSUE_MINUTES = "issue-minutes"


def _there(file: CongressFile) -> Iterator[Paper]:
    for each in elections(file):
        for held in rounds(file, each.id):
            if held.is_recount or not issue_lines(file, held.id):
                continue
            title = tr("Minutes of handing out ballots · {title}", title=each.title)
            if held.number > 1:
                title = tr("{title} · round {number}", title=title, number=held.number)
            yield Paper(
                kind=ISSUE_MINUTES,
                title=title,
                file_name=issue_minutes_name(each.code, held.number),
                election_id=each.id,
                round_id=held.id,
            )


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    return issue_minutes(round_sheet(file, paper.round_id), issue_register(file, paper.round_id))


ISSUE_KINDS = (PaperKind(name=ISSUE_MINUTES, there=_there, says=_says),)
