"""The line in which a ballot by shares is typed: `1000 1/2000 3/1000`.

First the shares printed on the paper, then for each name that was given votes its number, a slash
and the votes; a separator (space, point, comma) between them. The shares alone are a paper that
gives nobody votes; `1000 *3` is one that the board declares invalid.
"""

from __future__ import annotations

import re

from congress_desk.domain.elections.ballots import BoardReason, Paper
from congress_desk.errors import Refusal, refuse

MOST_DIGITS = 15
_SEPARATORS = re.compile(r"[ .,]+")
_REASONS = {str(reason.digit): reason for reason in BoardReason}


def read_share_line(text: str, names: int) -> Paper | Refusal:
    """Read the line as Enter does; the keys of the paper are positions, from 1."""
    refusal = refused_share_key(text, names)
    if refusal:
        return refusal
    marks, _, said = text.partition("*")
    first, *rest = _tokens(marks)
    if not first:
        return refuse("share_line_empty")
    given = []
    for token in rest:
        position, slash, votes = token.partition("/")
        if not slash or not votes:
            return refuse("share_votes_missing", number=position)
        given.append((int(position), int(votes)))
    if "*" not in text:
        return Paper(shares=int(first), given=frozenset(given))
    reason = _REASONS.get(said[:1])
    if reason is None:
        return refuse("entry_reason_missing", last=len(_REASONS))
    if reason is BoardReason.OTHER and not said[1:].strip():
        return refuse("entry_reason_text_missing")
    return Paper(
        shares=int(first),
        given=frozenset(given),
        board_reason=reason,
        board_text=said[1:].strip(),
    )


def refused_share_key(text: str, names: int) -> Refusal | None:
    """Say why no recordable line begins with `text`, or None when one does."""
    marks, star, said = text.partition("*")
    wrong = re.search(r"[^0-9 .,/]", marks)
    if wrong:
        return refuse("entry_wrong_key", key=wrong[0])
    first, *rest = _tokens(marks)
    refusal = _refused_shares(first, bool(rest or star))
    seen: set[int] = set()
    for place, token in enumerate(rest):
        unfinished = place == len(rest) - 1 and not star
        refusal = refusal or _refused_votes(token, names, seen, unfinished=unfinished)
    return refusal or (_refused_reason(said) if star else None)


def share_paper_so_far(text: str, names: int) -> Paper:
    """Return the ballot to draw for a line that may not be finished."""
    for end in range(len(text), 0, -1):
        paper = read_share_line(text[:end].rstrip("/"), names)
        if isinstance(paper, Paper):
            return paper
    return Paper()


def share_line(paper: Paper) -> str:
    """Return the line that records this paper: the inverse of `read_share_line`."""
    parts = [str(paper.shares), *(f"{number}/{votes}" for number, votes in sorted(paper.given))]
    if paper.board_reason is not None:
        parts.append(f"*{paper.board_reason.digit}{paper.board_text}")
    return " ".join(parts)


def _tokens(marks: str) -> list[str]:
    parts = [part for part in _SEPARATORS.split(marks) if part]
    return parts or [""]


def _refused_shares(first: str, more: bool) -> Refusal | None:
    if "/" in first or (more and not first):
        return refuse("share_line_begins_with_shares")
    if first and int(first[:1]) == 0:
        return refuse("share_line_begins_with_shares")
    return refuse("share_number_too_long", most=MOST_DIGITS) if len(first) > MOST_DIGITS else None


def _refused_votes(token: str, names: int, seen: set[int], *, unfinished: bool) -> Refusal | None:
    position, slash, votes = token.partition("/")
    if not position:
        return refuse("entry_slash_without_number")
    number = int(position[:MOST_DIGITS])
    if not 1 <= number <= names:
        return refuse("entry_number_off_list", number=number, names=names)
    if slash or not unfinished:
        if number in seen:
            return refuse("entry_number_twice", number=number)
        seen.add(number)
    if not slash:
        return None if unfinished else refuse("share_votes_missing", number=number)
    if "/" in votes:
        return refuse("entry_slash_too_many")
    if votes[:1] == "0":
        return refuse("share_votes_zero", number=number)
    if len(votes) > MOST_DIGITS:
        return refuse("share_number_too_long", most=MOST_DIGITS)
    return None if votes or unfinished else refuse("share_votes_missing", number=number)


def _refused_reason(said: str) -> Refusal | None:
    if not said:
        return None
    reason = _REASONS.get(said[0])
    if reason is None:
        return refuse("entry_reason_unknown", key=said[0], last=len(_REASONS))
    if said[1:] and reason is not BoardReason.OTHER:
        return refuse("entry_after_reason", key=said[1])
    return None
