"""Ballots printed the way the window prints them."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint
from congress_desk.errors import Refusal
from congress_desk.papers.ballot_run import ballot_view, record_run
from congress_desk.reports.ballot_papers.forms import BallotForm
from congress_desk.storage.congress_file import CongressFile

PLAIN = BallotForm()


def printed(
    file: CongressFile, *, copies: int | None = None, form: BallotForm = PLAIN, of: int = 1
) -> BallotPrint | Refusal:
    """Lay out the ballots of an election, then record the run."""
    view = ballot_view(file, of, form, copies)
    assert view.ballots is not None
    return record_run(file, view, actor="Thư ký")
