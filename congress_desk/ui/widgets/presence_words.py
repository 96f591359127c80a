"""Presence and D in words, the same over every desk and at the check-in."""

from __future__ import annotations

from congress_desk.domain.elections.majority import percent
from congress_desk.domain.people.person import BaseSum
from congress_desk.domain.rules.quorum import has_quorum
from congress_desk.domain.rules.threshold import Threshold
from congress_desk.i18n import label, tr, with_decimal_mark


def share_text(base: BaseSum) -> str:
    """Return present ÷ convened as a percentage in the language's way."""
    share = percent(base.present, base.convened)
    return with_decimal_mark(share)


def quorum_text(base: BaseSum, quorum: Threshold) -> str:
    """Return whether enough of those convened are present, with the numbers."""
    if not base.convened:
        return tr("Nobody is convened yet")
    needed = quorum.needed(base.convened)
    if has_quorum(base, quorum):
        return tr(
            "{share} of the {convened} convened are present ({present} ≥ {needed})",
            share=str(quorum.share),
            convened=base.convened,
            present=base.present,
            needed=needed,
        )
    return tr(
        "Not yet {share} of the {convened} convened: {present} of {needed}, {missing} more",
        share=str(quorum.share),
        convened=base.convened,
        present=base.present,
        needed=needed,
        missing=needed - base.present,
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
