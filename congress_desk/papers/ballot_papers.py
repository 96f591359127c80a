"""Ballot papers, their proof, and the poster on how to vote."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.elections.election import Election
from congress_desk.exports.file_names import (
    ballot_proof_name,
    ballots_name,
    voting_poster_name,
)
from congress_desk.i18n import tr
from congress_desk.papers.ballot_run import (
    BALLOTS,
    ballot_layout,
    ballot_sheet,
    ballots_of_run,
    proof_findings,
    reserve_for,
    stamps_of,
    voters,
)
from congress_desk.papers.paper import DRAWN, Paper, PaperChoices, PaperKind
from congress_desk.papers.share_run import handed_to, printed_weights, share_papers
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_prints import BallotsOfRound, ballots_to_print
from congress_desk.queries.elections.lists import election, elections
from congress_desk.queries.elections.profiles import candidate_links
from congress_desk.queries.elections.shares import votes_by_shares
from congress_desk.queries.journal import head
from congress_desk.reports.ballot_papers.forms import (
    BallotForm,
    PaperSize,
)
from congress_desk.reports.ballot_papers.poster import Poster, voting_poster
from congress_desk.reports.ballot_papers.proof import ProofFacts, ballot_proof
from congress_desk.reports.ballot_papers.sheets import BallotSheets, sheets_for
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

PROOF, POSTER = "ballot-proof", "voting-poster"
POSTER_SIZES = (PaperSize.A4, PaperSize.A3)
# So many names always have room on two sides of A4.
_ALWAYS_FIT = 100


def _there(file: CongressFile) -> Iterator[tuple[Election, BallotsOfRound]]:
    if votes_by_shares(file):
        return  # such a ballot carries shares and votes: none that is struck or ticked
    for each in elections(file):
        if not each.candidates:
            continue
        of = ballots_to_print(file, each.id)
        if of.listed.names and _has_room(file, of):
            yield each, of


def _there_by_shares(file: CongressFile) -> Iterator[tuple[Election, BallotsOfRound]]:
    for each in elections(file) if votes_by_shares(file) else ():
        of = ballots_to_print(file, each.id)
        if of.listed.names:
            yield each, of


def _has_room(file: CongressFile, of: BallotsOfRound) -> bool:
    """Say whether a paper is large enough for the list; ordinary lists always have one."""
    few = len(of.listed.names) <= _ALWAYS_FIT
    return few or ballot_layout(file, of, BallotForm(), stamps=("not_recorded",)) is not None


def _ballots(file: CongressFile) -> Iterator[Paper]:
    """Yield the ballots of each election; by shares, once somebody is there to be handed one."""
    handed = ((e, of) for e, of in _there_by_shares(file) if handed_to(file, e.id))
    for each, of in (*handed, *_there(file)):
        number = of.listed.round_number
        yield Paper(
            kind=BALLOTS,
            title=_numbered(tr("Ballot papers · {title}", title=each.title), number),
            file_name=ballots_name(each.code, number),
            formats=DRAWN,
            election_id=each.id,
        )


def _proofs(file: CongressFile) -> Iterator[Paper]:
    for each, of in _there(file):
        number = of.listed.round_number
        yield Paper(
            kind=PROOF,
            title=_numbered(tr("Proof of the ballot · {title}", title=each.title), number),
            file_name=ballot_proof_name(each.code, number),
            election_id=each.id,
        )


def _posters(file: CongressFile) -> Iterator[Paper]:
    for each, of in (*_there(file), *_there_by_shares(file)):
        number = of.listed.round_number
        for size in POSTER_SIZES:
            title = tr("How to vote, poster {size} · {title}", size=size.value, title=each.title)
            yield Paper(
                kind=POSTER,
                title=_numbered(title, number),
                file_name=voting_poster_name(each.code, number, size.value),
                formats=DRAWN,
                election_id=each.id,
                part=size.value,
            )


def _numbered(title: str, number: int) -> str:
    return tr("{title} · round {number}", title=title, number=number) if number > 1 else title


def _say(file: CongressFile, paper: Paper, choices: PaperChoices) -> BallotSheets | Document:
    if not votes_by_shares(file):
        return _say_ballots(file, paper, choices)
    return _say_shares(file, ballots_to_print(file, paper.election_id))


def _say_shares(file: CongressFile, of: BallotsOfRound) -> Document:
    """Return the papers that were recorded; without any a trial that says on it that it is one."""
    printed = () if of.over else printed_weights(of)
    people = handed_to(file, of.listed.election_id)
    weights = printed or tuple(voter.shares for voter in people)
    stamps = stamps_of(of, recorded=bool(printed))
    return share_papers(file, of, weights, stamps=stamps).document


def _say_ballots(file: CongressFile, paper: Paper, choices: PaperChoices) -> BallotSheets:
    """Return the run that was recorded last; without one a trial that says on it that it is one."""
    of = ballots_to_print(file, paper.election_id)
    if of.current is not None and not of.over:
        return ballots_of_run(file, of.current)
    return _trial(file, of, choices)


def _trial(file: CongressFile, of: BallotsOfRound, choices: PaperChoices) -> BallotSheets:
    form = choices.ballot_form
    layout = ballot_layout(file, of, form, stamps=stamps_of(of, recorded=False))
    layout = layout or ballot_layout(file, of, BallotForm(), stamps=stamps_of(of, recorded=False))
    sheet = ballot_sheet(layout, form) if layout else None
    if layout is None or sheet is None:
        # More names than any ballot bears: what there is stands on the list of candidates.
        raise ValueError(f"no ballot holds {len(of.listed.names)} names")
    needed = voters(file, of.listed.election_id)
    wanted = choices.ballot_copies or needed + reserve_for(needed)
    sheets = sheets_for(wanted, sheet.on_sheet)
    return BallotSheets(title=of.listed.title, layout=layout, sheet=sheet, sheets=sheets)


def _proof(file: CongressFile, paper: Paper, choices: PaperChoices) -> Document:
    of = ballots_to_print(file, paper.election_id)
    ballots = _say_ballots(file, paper, choices)
    return proof_of(file, of, ballots)


def proof_of(file: CongressFile, of: BallotsOfRound, ballots: BallotSheets) -> Document:
    """Return the proof of these ballots, which are drawn for it and read back."""
    from congress_desk.exports.ballot_papers.read_back import read_back

    read = read_back(ballots)
    number = of.listed.election_id
    people = {
        link.candidate.id: link.linked for link in candidate_links(file, number) if link.linked
    }
    facts = ProofFacts(
        congress=congress(file),
        election=election(file, number),
        listed=of.listed,
        ballots=ballots,
        read=read,
        people=people,
        findings=proof_findings(file, of, read),
        prints=of.prints,
        needed=voters(file, number),
        frozen=of.frozen,
    )
    return ballot_proof(facts, head(file))


def _poster(file: CongressFile, paper: Paper, _: PaperChoices) -> Poster:
    of = ballots_to_print(file, paper.election_id)
    return voting_poster(congress(file), of.listed, PaperSize(paper.part))


BALLOT_KINDS = (
    PaperKind(name=BALLOTS, there=_ballots, says=_say),
    PaperKind(name=PROOF, there=_proofs, says=_proof),
    PaperKind(name=POSTER, there=_posters, says=_poster),
)
