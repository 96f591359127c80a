"""A run of ballots before it is printed: laid out, drawn, read back, proved and recorded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from congress_desk.actions.elections.ballot_prints import record_ballot_print
from congress_desk.domain.ballot_papers.ballot_print import BallotPrint
from congress_desk.domain.ballot_papers.proof import (
    ReadName,
    drawn_findings,
    order_findings,
    spelling_findings,
)
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.findings import Finding, board_findings, list_findings
from congress_desk.domain.elections.round import RoundState
from congress_desk.errors import Problem, Refusal, problem
from congress_desk.exports.file_names import ballots_name
from congress_desk.papers.paper import DRAWN, Draft, Paper
from congress_desk.papers.share_run import (
    ShareBallots,
    handed_to,
    missing_weights,
    printed_weights,
    share_papers,
    share_run_findings,
    weights_of_run,
)
from congress_desk.queries.congress import congress, presence
from congress_desk.queries.elections.ballot_prints import BallotsOfRound, ballots_to_print
from congress_desk.queries.elections.lists import election, rounds
from congress_desk.queries.elections.profiles import candidate_links, register_findings_of
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.nomination import counters_among_names
from congress_desk.reports.ballot_papers.fitting import lay_out
from congress_desk.reports.ballot_papers.forms import (
    ON_SHEET,
    BallotForm,
    Sheet,
    sheet_of,
    usual_on_sheet,
)
from congress_desk.reports.ballot_papers.layout import (
    LEAST_TYPE,
    BallotLayout,
    layout_of,
    with_codes,
)
from congress_desk.reports.ballot_papers.sheets import BallotSheets, sheets_for
from congress_desk.reports.ballot_papers.text import BallotText, ballot_text
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

BALLOTS = "ballots"
_DRAWN_WRONG = ("proof_count", "proof_number", "proof_name", "proof_not_composed")
# Two in a hundred are spoiled or exchanged, as offices reckon; never less than two papers.
_RESERVE, _LEAST_RESERVE = Fraction(2, 100), 2


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotView:
    """The ballots of an election as they would be recorded now, and what is wrong with them.

    `ballots` is None where the list does not fit what was chosen. Where shares vote `shares` is
    the run instead, None where every paper is printed; `voters` says whether anybody votes.
    """

    election: Election
    of: BallotsOfRound
    needed: int
    ballots: BallotSheets | None
    findings: tuple[Finding, ...]
    file_name: str
    by_shares: bool = False
    shares: ShareBallots | None = None
    voters: int = 0

    @property
    def run(self) -> BallotSheets | ShareBallots | None:
        """Return the papers that would be recorded."""
        return self.shares if self.by_shares else self.ballots

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Return what keeps a ballot from being printed: it does not say what the list says."""
        return tuple(f for f in self.findings if f.code.startswith(_DRAWN_WRONG))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return why there is nothing to print."""
        if self.run is not None:
            return ()
        if self.by_shares and self.of.listed.names:
            code = "share_ballots_printed" if self.voters else "share_ballots_nobody"
            return (problem(code),)
        names = len(self.of.listed.names)
        least = f"{LEAST_TYPE:g}"
        return (problem("ballots_do_not_fit" if names else "list_empty", names=names, type=least),)

    def preview(self) -> Draft | None:
        """Return one sheet of the run, to be looked at."""
        if self.shares is not None:
            return Draft(paper=self._paper, content=self.shares.document)
        if self.ballots is None:
            return None
        return Draft(paper=self._paper, content=replace(self.ballots, sheets=1))

    def whole(self, papers: BallotSheets | Document) -> Draft:
        """Return a run to be written."""
        return Draft(paper=self._paper, content=papers)

    @property
    def _paper(self) -> Paper:
        return Paper(
            kind=BALLOTS,
            title=self.election.title,
            file_name=self.file_name,
            formats=DRAWN,
            election_id=self.election.id,
        )


def ballot_view(
    file: CongressFile,
    election_id: int,
    form: BallotForm,
    copies: int | None,
    *,
    again: bool = False,
) -> BallotView:
    """Return the ballots of an election in a form, drawn and read back, for a run to be recorded.

    Without `copies` there is one for each voter, and a reserve. Where shares vote, the run is of
    the papers that are not printed yet, or of all of them `again`.
    """
    from congress_desk.exports.ballot_papers.read_back import read_back

    if votes_by_shares(file):
        return _share_view(file, election_id, again=again)
    found, of = election(file, election_id), ballots_to_print(file, election_id)
    needed = voters(file, election_id)
    layout = (
        ballot_layout(file, of, form, stamps=stamps_of(of, recorded=True))
        if of.listed.names
        else None
    )
    sheet = ballot_sheet(layout, form) if layout else None
    ballots = None
    if layout and sheet:
        wanted = needed + reserve_for(needed) if copies is None else copies
        sheets = sheets_for(wanted, sheet.on_sheet)
        ballots = BallotSheets(title=found.title, layout=layout, sheet=sheet, sheets=sheets)
    return BallotView(
        election=found,
        of=of,
        needed=needed,
        ballots=ballots,
        findings=proof_findings(file, of, read_back(ballots)) if ballots else (),
        file_name=ballots_name(found.code, of.listed.round_number),
    )


def _share_view(file: CongressFile, election_id: int, *, again: bool) -> BallotView:
    found, of = election(file, election_id), ballots_to_print(file, election_id)
    people = handed_to(file, election_id)
    printed = () if again else printed_weights(of)
    weights = missing_weights(people, printed) if of.listed.names else ()
    stamps = stamps_of(of, recorded=True)
    return BallotView(
        election=found,
        of=of,
        needed=len(weights),
        ballots=None,
        findings=(*share_run_findings(people, of), *_list_findings(file, of)),
        file_name=ballots_name(found.code, of.listed.round_number),
        by_shares=True,
        shares=share_papers(file, of, weights, stamps=stamps) if weights else None,
        voters=len(people),
    )


def record_run(
    file: CongressFile, view: BallotView, *, actor: str, reason: str = ""
) -> BallotPrint | Refusal:
    """Record the run that was looked at; refused where its list is no longer that of the file."""
    run = view.run
    assert run is not None
    return record_ballot_print(
        file,
        view.election.id,
        digest=view.of.listed.digest,
        layout=run.as_json() if isinstance(run, ShareBallots) else run.layout.as_json(),
        on_sheet=1 if isinstance(run, ShareBallots) else run.sheet.on_sheet,
        needed=view.needed,
        copies=run.copies,
        actor=actor,
        reason=reason,
    )


def reserve_for(needed: int) -> int:
    """Return how many ballots are printed beyond one a voter."""
    return max(-(-needed * _RESERVE.numerator // _RESERVE.denominator), _LEAST_RESERVE)


def voters(file: CongressFile, election_id: int) -> int:
    """Return D of the round being counted, else of the register; 0 while nobody is in it."""
    open_now = [r for r in rounds(file, election_id) if r.state is RoundState.COUNTING]
    if open_now:
        return open_now[-1].accounting.convened
    return max(presence(file).base, 0)


def papers_of_run(file: CongressFile, run: BallotPrint) -> BallotSheets | Document:
    """Return the papers of a recorded run as they were recorded."""
    if not votes_by_shares(file):
        return ballots_of_run(file, run)
    of = ballots_to_print(file, run.election_id)
    return share_papers(file, of, weights_of_run(run), stamps=()).document


def ballots_of_run(file: CongressFile, run: BallotPrint) -> BallotSheets:
    """Return the papers of a recorded run, from the geometry that was kept with it."""
    layout = layout_of(run.layout)
    sheet = sheet_of(layout.size, run.on_sheet)
    assert sheet is not None
    title = election(file, run.election_id).title
    sheets = sheets_for(run.copies, sheet.on_sheet)
    return BallotSheets(title=title, layout=layout, sheet=sheet, sheets=sheets)


def stamps_of(of: BallotsOfRound, *, recorded: bool) -> tuple[str, ...]:
    """Return why a ballot is no official one: its round is over, its run not recorded."""
    if of.over:
        return ("specimen",)
    if recorded:
        return ()
    return ("draft_list",) if not of.frozen else ("not_recorded",)


def ballot_layout(
    file: CongressFile, of: BallotsOfRound, form: BallotForm, *, stamps: tuple[str, ...]
) -> BallotLayout | None:
    """Return a ballot laid out with its codes, None where the list does not fit the form."""
    layout = _laid_out(ballot_text(congress(file), of.listed, form, stamps=stamps), form)
    if layout is None:
        return None
    listed = of.listed
    return with_codes(layout, listed.election_id, listed.round_number, listed.code)


@lru_cache(maxsize=8)
def _laid_out(text: BallotText, form: BallotForm) -> BallotLayout | None:
    """Return the names and words of a ballot in their places: ballots and proof have the same."""
    from congress_desk.exports.ballot_papers.typesetter import PrintTypesetter

    return lay_out(text, form, PrintTypesetter())


def ballot_sheet(layout: BallotLayout, form: BallotForm) -> Sheet | None:
    """Return the sheet that was chosen, the usual one where none was or no printer takes it."""
    wanted = form.on_sheet or 0
    chosen = sheet_of(layout.size, wanted) if wanted in ON_SHEET else None
    return chosen or sheet_of(layout.size, usual_on_sheet(layout.size))


def proof_findings(
    file: CongressFile, of: BallotsOfRound, read: tuple[ReadName, ...]
) -> tuple[Finding, ...]:
    """Return what is wrong with a drawn ballot: against the list, the register and the rules."""
    return (*drawn_findings(read, _candidates(file, of)), *_list_findings(file, of))


def _list_findings(file: CongressFile, of: BallotsOfRound) -> tuple[Finding, ...]:
    """Return what is wrong with what is printed: against the register and the rules."""
    found, rules = election(file, of.listed.election_id), congress(file).rules
    listed = _candidates(file, of)
    register = {
        link.candidate.id: link.linked.name
        for link in candidate_links(file, found.id)
        if link.linked
    }
    standing = [duty.name for duty in counters_among_names(file, found.id, listed)]
    return (
        *spelling_findings(listed, register),
        *register_findings_of(file, found.id),
        *list_findings(listed, of.listed.seats, rules, found.kind, of.listed.kind),
        *board_findings(standing, rules),
        *order_findings(listed, rules),
    )


def _candidates(file: CongressFile, of: BallotsOfRound) -> tuple[Candidate, ...]:
    """Return the list of the file, read anew: the drawing is held against it."""
    open_now = [r for r in rounds(file, of.listed.election_id) if r.state is RoundState.COUNTING]
    everybody = {c.id: c for c in election(file, of.listed.election_id).candidates}
    if open_now:
        return open_now[-1].candidates
    known = [everybody.get(name.candidate_id) for name in of.listed.names]
    return tuple(c for c in known if c is not None)
