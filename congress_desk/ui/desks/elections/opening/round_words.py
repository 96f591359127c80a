"""What the form that opens a round says of it."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import mark_mode
from congress_desk.domain.elections.round import Part, RoundCause, RoundKind
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, grouped, label, message, tr
from congress_desk.ui.desks.elections.opening.view import OpeningView
from congress_desk.ui.desks.elections.result.words import highest_wins


def list_of_round(view: OpeningView, names: int, seats: int) -> str:
    """Return how many are elected of how many in this round, and how ballots are marked."""
    if isinstance(view.plan, Refusal):
        return ""
    plan = view.plan
    fewer = plan.cause is not RoundCause.FIRST and len(plan.candidates) < plan.open_posts
    key = "fewer_names" if fewer else plan.kind.value
    if plan.part is Part.ALTERNATE and key == RoundKind.FIRST:
        key = RoundKind.AGAIN.value
    if key == RoundKind.AGAIN and plan.seats == 1:
        key = "one_seat"
    sentence = message(f"round_list.{key}", names=names, seats=seats, open=plan.open_posts)
    mark = label("mark_mode", mark_mode(names, seats, view.rules.votes).value)
    article = view.rules.article("tie" if _is_among_tied(view) else "ballot")
    return tr("{words} · {mark} · {article}", words=sentence, mark=mark, article=article)


def needed_words(view: OpeningView, needed: int | None) -> str:
    """Return the votes needed to be elected, or what they wait for."""
    if view.voters:
        return tr(
            "{count} ballots for {shares} shares; the highest win — {article}",
            count=len(view.voters),
            shares=grouped(sum(voter.shares for voter in view.voters)),
            article=view.rules.article("shares"),
        )
    article = view.rules.article("majority")
    if _is_among_tied(view) and not view.rules.tie_revote_needs_majority:
        return f"{highest_wins(RoundKind.TIE)} — {article_said(view.rules.article('tie'))}"
    if not view.rules.majority_required:
        return f"{highest_wins(RoundKind.FIRST)} — {article_said(article)}"
    base = label("base", view.rules.base.value)
    if needed is None:
        return tr("The majority is taken of {base} — {article}", base=base, article=article)
    return tr(
        "Elected from {needed} votes, the majority being taken of {base} — {article}",
        needed=needed,
        base=base,
        article=article,
    )


def _is_among_tied(view: OpeningView) -> bool:
    return not isinstance(view.plan, Refusal) and view.plan.kind is RoundKind.TIE
