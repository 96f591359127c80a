"""Presence and D in words, the same over every desk and at the check-in."""

from __future__ import annotations

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.quorum import quorum_of
from congress_desk.domain.rules.threshold import Threshold
from congress_desk.i18n import grouped, label, tr, with_decimal_mark


def share_text(base: BaseSum) -> str:
    """Return present ÷ convened as a percentage in the language's way."""
    share = percent(base.present, base.convened)
    return with_decimal_mark(share)


def quorum_text(base: BaseSum, quorum: Threshold) -> str:
    """Return whether enough of those convened, or of the shares, are present, with the numbers."""
    present, convened = quorum_of(base)
    if not convened:
        return tr("Nobody is convened yet")
    needed = quorum.needed(convened)
    numbers = {"present": present, "convened": convened, "needed": needed}
    texts = {name: grouped(number) for name, number in numbers.items()}
    share, missing = str(quorum.share), grouped(max(needed - present, 0))
    if base.shares:
        if present >= needed:
            return tr(
                "{share} of the {convened} shares are represented ({present} ≥ {needed})",
                share=share,
                **texts,
            )
        return tr(
            "Not yet {share} of the {convened} shares: {present} of {needed}, {missing} more",
            share=share,
            missing=missing,
            **texts,
        )
    if present >= needed:
        return tr(
            "{share} of the {convened} convened are present ({present} ≥ {needed})",
            share=share,
            **texts,
        )
    return tr(
        "Not yet {share} of the {convened} convened: {present} of {needed}, {missing} more",
        share=share,
        missing=missing,
        **texts,
    )


def presence_text(base: BaseSum) -> str:
    """Return how many are present, and their share of those convened."""
    return f"{base.present} ({share_text(base)}%)"


def base_lines(base: BaseSum) -> list[tuple[str, str]]:
    """Return D as a sum: each line's words, and its number with the sign it is counted by."""
    lines = [(tr("Convened with a vote"), str(base.convened))]
    lines += [(label("status", status.value), f"− {count}") for status, count in base.deductions]
    if base.alternates:
        lines.append((tr("alternates in the place of delegates"), f"+ {base.alternates}"))
    return lines
