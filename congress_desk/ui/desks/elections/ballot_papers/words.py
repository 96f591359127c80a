"""What the screen of the ballots says of a run, and how many pages it has."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import PrintFact
from congress_desk.i18n import tr
from congress_desk.papers.ballot_run import BallotView
from congress_desk.reports.ballot_papers.forms import PaperSize
from congress_desk.ui.parts.paper_pages import PageSize


def what_to_do(view: BallotView) -> str:
    """Return the sentence over the screen."""
    if view.by_shares:
        return tr("One paper a voter, each with its votes: read them, then record the run.")
    return tr("Choose the paper, read the proof, then record the run.")


def run_pages(view: BallotView) -> tuple[PageSize, ...]:
    """Return the pages of the whole run."""
    if view.shares is not None:
        return (PageSize(PaperSize.A4.width, PaperSize.A4.height),) * view.shares.copies
    assert view.ballots is not None
    sheet = PageSize(view.ballots.sheet.width, view.ballots.sheet.height)
    return (sheet,) * (view.ballots.sheets * len(view.ballots.layout.pages))


def state_words(view: BallotView) -> str:
    """Return what recording does, or what the record says of the papers there are."""
    fact = view.of.fact
    if view.of.over:
        return tr("The round is declared; its ballot is shown as a specimen.")
    if fact is PrintFact.CURRENT:
        return tr("{count} ballots of this list are recorded.", count=view.of.copies)
    if fact is PrintFact.OUTDATED:
        return tr("The list was changed after printing: recording makes the old papers void.")
    if not view.of.frozen:
        return tr("Recording fixes the list: it changes no more once ballots are printed.")
    return tr("Nothing has been recorded yet.")
