"""A run of ballots by shares before it is printed: whose papers are missing, and what is wrong."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from congress_desk.domain.ballot_papers.ballot_print import BallotPrint, PrintState
from congress_desk.domain.elections.findings import Finding, Severity
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.elections.shares.shares import Voter
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_prints import BallotsOfRound
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.shares import share_voters
from congress_desk.reports.document.document import Document
from congress_desk.reports.elections.share_ballots import share_ballots
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections.shares import issued_voters

_KEY = "shares"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareBallots:
    """Papers of so many shares each, one a page; a run of them is kept by their shares."""

    document: Document
    weights: tuple[int, ...]

    @property
    def copies(self) -> int:
        return len(self.weights)

    def as_json(self) -> str:
        """Return what the record keeps of the papers."""
        return json.dumps({_KEY: self.weights}, separators=(",", ":"))


def share_papers(
    file: CongressFile, of: BallotsOfRound, weights: Iterable[int], *, stamps: tuple[str, ...]
) -> ShareBallots:
    """Return the papers of these numbers of shares, from the most to the least."""
    ordered = tuple(sorted(weights, reverse=True))
    document = share_ballots(congress(file), of.listed, ordered, stamps=stamps)
    return ShareBallots(document=document, weights=ordered)


def handed_to(file: CongressFile, election_id: int) -> tuple[Voter, ...]:
    """Return who is handed a ballot: in the round that is open, else as things stand."""
    held = held_rounds(rounds(file, election_id))
    if held and held[-1].state is RoundState.COUNTING:
        return issued_voters(file, held[-1].id)
    return share_voters(file)


def weights_of_run(run: BallotPrint) -> tuple[int, ...]:
    """Return of how many shares each paper of a recorded run is."""
    return tuple(json.loads(run.layout)[_KEY])


def printed_weights(of: BallotsOfRound) -> tuple[int, ...]:
    """Return of how many shares each good paper of the list as it is stands for."""
    good = [
        run
        for run in of.prints
        if run.state is PrintState.PRINTED and run.digest == of.listed.digest
    ]
    return tuple(weight for run in good for weight in weights_of_run(run))


def missing_weights(voters: Iterable[Voter], printed: Iterable[int]) -> tuple[int, ...]:
    """Return the shares of the papers that are not printed yet."""
    left = Counter(voter.shares for voter in voters) - Counter(printed)
    return tuple(sorted(left.elements(), reverse=True))


def share_run_findings(voters: tuple[Voter, ...], of: BallotsOfRound) -> tuple[Finding, ...]:
    """Return where the papers printed are not those of who votes now."""
    printed = printed_weights(of)
    if not printed:
        return ()
    missing = missing_weights(voters, printed)
    over = Counter(set(printed)) - Counter({voter.shares for voter in voters})
    found = []
    if missing:
        found.append(_finding("share_papers_missing", count=len(missing), shares=sum(missing)))
    if over:
        weights = "; ".join(f"{weight:,}".replace(",", ".") for weight in sorted(over))
        found.append(_finding("share_papers_over", shares=weights))
    return tuple(found)


def _finding(code: str, /, **params: str | int) -> Finding:
    return Finding(code=code, severity=Severity.WARNING, params=params)
