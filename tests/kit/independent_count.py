"""A count of ballots written from the election rules alone: it imports nothing of the program.

A ballot is {"struck": […], "both": […], "blank": […], "invalid": ""} with positions from 1.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from itertools import groupby
from math import ceil, floor

PLAIN = {
    "base": "convened",
    "share": "1/2",
    "single_blank": "invalid",
    "all_against": "valid",
    "majority_required": True,
    "compare": "more",
}


def why_invalid(ballot, listed, seats, settings):
    """Return why a ballot is invalid, or an empty text."""
    lines = range(1, listed + 1)
    if ballot["invalid"]:
        return ballot["invalid"]
    if listed > seats:
        kept = [line for line in lines if line not in ballot["struck"]]
        return "overvote" if len(kept) > seats else "" if kept else "no_choice"
    if listed == 1:
        unclear = ballot["both"] or (ballot["blank"] and settings["single_blank"] == "invalid")
        return "unclear_choice" if unclear else ""
    against_all = all(line in ballot["struck"] for line in lines)
    return "no_choice" if against_all and settings["all_against"] == "invalid" else ""


def hundredths_of_a_per_cent(part, base):
    number = floor(Fraction(part * 10_000, base) + Fraction(1, 2))
    return f"{number // 100}.{number % 100:02}"


def votes_enough(part, compare):
    """Return the least whole number of votes: above the part, or at least it and one vote."""
    return floor(part) + 1 if compare == "more" else max(ceil(part), 1)


def is_enough(votes, part, settings):
    """Say whether votes are enough; nobody is elected without a vote."""
    if not settings["majority_required"]:
        return votes > 0
    return votes > part if settings["compare"] == "more" else votes >= part and votes > 0


def places(ranked, seats):
    """Return elected, tied, left over: levels of equal votes are seated while there is room."""
    elected, tied, left, free = [], [], [], seats
    for _, level in groupby(ranked, key=lambda line: line[0]):
        level = [position for _, position in level]
        if free == 0:
            left += level
        elif len(level) <= free:
            elected += level
            free -= len(level)
        else:
            tied, free = level, 0
    return elected, tied, left


def count(ballots, listed, seats, accounting, settings=PLAIN):
    """Return the result of a round in the words of a case's `expect`."""
    reasons = [why_invalid(ballot, listed, seats, settings) for ballot in ballots]
    valid = [ballot for ballot, why in zip(ballots, reasons, strict=True) if not why]
    against = [sum(p in b["struck"] for b in valid) for p in range(1, listed + 1)]
    uncounted = [
        sum(p in b["both"] or p in b["blank"] for b in valid) for p in range(1, listed + 1)
    ]
    votes = [
        sum(not any(p in b[mark] for mark in ("struck", "both", "blank")) for b in valid)
        for p in range(1, listed + 1)
    ]
    base = len(valid) if settings["base"] == "valid" else accounting[settings["base"]]
    share = Fraction(settings["share"])
    result = {
        "needed": votes_enough(base * share, settings["compare"]),
        "of": base,
        "valid": len(valid),
        "invalid": len(ballots) - len(valid),
        "invalid_by_reason": dict(Counter(why for why in reasons if why)),
        "votes": votes,
        "against": against,
        "uncounted": uncounted,
        "percent": [hundredths_of_a_per_cent(v, base) if base else "" for v in votes],
    }
    undecided = {"candidate_outcome": ["undecided"] * listed, "elected": [], "tied": []}
    if accounting["returned"] > accounting["issued"]:
        return {"outcome": "void", **result, **undecided}
    if len(ballots) != accounting["returned"]:
        return {"outcome": "incomplete", **result, **undecided}
    over = [
        (votes[p - 1], p)
        for p in range(1, listed + 1)
        if is_enough(votes[p - 1], base * share, settings)
    ]
    elected, tied, left = places(sorted(over, key=lambda line: (-line[0], line[1])), seats)
    words = dict.fromkeys(elected, "elected") | dict.fromkeys(tied, "tied")
    words |= dict.fromkeys(left, "majority_not_placed")
    outcome = "tie" if tied else "short" if len(elected) < seats else "complete"
    return {
        "outcome": outcome,
        **result,
        "candidate_outcome": [words.get(p, "no_majority") for p in range(1, listed + 1)],
        "elected": elected,
        "tied": tied,
    }


def count_by_shares(papers, listed, seats, handed_out):
    """Return votes, elected and tied of a cumulative vote; `papers`: (shares, {position: votes}).

    A paper gives at most its shares times the seats, or it is invalid; the highest are elected.
    """
    valid = [given for shares, given in papers if 0 < sum(given.values()) <= shares * seats]
    votes = [sum(given.get(p, 0) for given in valid) for p in range(1, listed + 1)]
    ranked = sorted(((votes[p - 1], p) for p in range(1, listed + 1) if votes[p - 1]),
                    key=lambda line: (-line[0], line[1]))  # fmt: skip
    elected, tied, _ = places(ranked, seats)
    return {
        "votes": votes,
        "valid": len(valid),
        "percent": [hundredths_of_a_per_cent(v, handed_out) for v in votes],
        "elected": elected,
        "tied": tied,
    }
