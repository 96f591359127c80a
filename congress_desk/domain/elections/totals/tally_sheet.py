"""What is counted on the tally sheet of a bundle: names, invalid ballots, ballots that keep k."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import BoardReason, InvalidReason, MarkMode

_BY_THE_BOARD = tuple(InvalidReason(reason.value) for reason in BoardReason)


def sheet_reasons(mode: MarkMode, candidates: int) -> tuple[InvalidReason, ...]:
    """Return the reasons that a ballot of such a list can be invalid for, the board's first."""
    if mode is MarkMode.STRIKE:
        return (*_BY_THE_BOARD, InvalidReason.OVERVOTE, InvalidReason.NO_CHOICE)
    own = InvalidReason.UNCLEAR_CHOICE if candidates == 1 else InvalidReason.NO_CHOICE
    return (*_BY_THE_BOARD, own)


def kept_range(mode: MarkMode, candidates: int, seats: int) -> range:
    """Return how many names a valid ballot can keep (strike) or agree to (tick).

    Who strikes out everybody chose nobody; who agrees to nobody can still have said so validly.
    """
    return range(1, seats + 1) if mode is MarkMode.STRIKE else range(candidates + 1)


def tallies_kept(mode: MarkMode, candidates: int, seats: int) -> bool:
    """Say whether bars are drawn for names that are kept: where these are fewer than the others."""
    return mode is MarkMode.STRIKE and seats * 2 <= candidates
