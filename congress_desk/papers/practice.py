"""The practice ballots of each election, with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from congress_desk.domain.congress import CongressState
from congress_desk.domain.practice.ballots import PracticeList, practice_ballots
from congress_desk.errors import Refusal
from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.practice import elections_to_practise
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.practice.practice_sheets import (
    BALLOTS,
    PracticeSheets,
    practice_sheets,
)
from congress_desk.storage.congress_file import CongressFile

PRACTICE = "practice-ballots"
FIRST_SET = 1


def practice_name(*parts: str | int) -> str:
    """Return the file name of practice ballots."""
    return file_name("phieu-tap-ghi", *parts, suffix=".pdf")


def write_practice_set(of: PracticeList, set_number: int, path: Path) -> Refusal | None:
    """Write a set of practice ballots as PDF; no congress need be open for it."""
    from congress_desk.exports.ballot_papers.practice import write_practice

    ballots = practice_ballots(of, ballots=BALLOTS, set_number=set_number)
    return write_practice(practice_sheets(of, ballots, set_number), path)


def _papers(file: CongressFile) -> Iterator[Paper]:
    """Yield them in a rehearsal: among the papers of a congress they would be mistaken."""
    if congress(file).state is not CongressState.REHEARSAL:
        return
    for each, _ in elections_to_practise(file):
        yield Paper(
            kind=PRACTICE,
            title=tr("Practice ballots with answers · {title}", title=each.title),
            file_name=practice_name(each.code),
            formats=DRAWN,
            election_id=each.id,
        )


def _says(file: CongressFile, paper: Paper, choices: PaperChoices) -> PracticeSheets:
    found = elections_to_practise(file)
    of = next(practised for each, practised in found if each.id == paper.election_id)
    ballots = practice_ballots(of, ballots=BALLOTS, set_number=FIRST_SET)
    return practice_sheets(of, ballots, FIRST_SET, congress_wording(congress(file)))


PRACTICE_KINDS = (PaperKind(name=PRACTICE, there=_papers, says=_says),)
