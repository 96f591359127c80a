"""What comes next in an election, in one sentence with the article behind it."""

from __future__ import annotations

from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.stages import Stage
from congress_desk.errors import Refusal
from congress_desk.i18n import label, message, problem_text, tr
from congress_desk.ui.desks.elections.lists.election_view import ElectionView
from congress_desk.ui.desks.elections.result.words import Sentence, percent_text

_TOPICS = {RoundKind.TIE: "tie", RoundKind.AGAIN: "short", RoundKind.FIRST: "ballot"}


def plan_sentence(view: ElectionView) -> Sentence:
    """Return what the next round is about, or why there is none."""
    plan = view.plan
    if isinstance(plan, Refusal):
        return Sentence(text=_no_round(view, plan), article="")
    numbers = {"seats": plan.seats, "names": len(plan.candidates)}
    if view.last is not None and view.last.outcome is RoundOutcome.VOID:
        return Sentence(text=message("plan.repeat", **numbers), article=view.rules.article("void"))
    if not plan.candidates:
        return Sentence(text=message("plan.no_list"), article="")
    return Sentence(
        text=message(f"plan.{plan.kind.value}", **numbers),
        article=view.rules.article(_TOPICS[plan.kind]),
    )


def _no_round(view: ElectionView, refusal: Refusal) -> str:
    stage = view.stage
    if view.last is not None and stage in (Stage.COUNTING, Stage.COUNTED):
        return message(f"plan.{stage.value}", number=view.last.round.number)
    if stage is Stage.COMPLETE and refusal.first.code == "election_complete":
        return message("plan.complete", elected=view.elected, seats=view.election.seats)
    return problem_text(refusal.first)


def list_sentence(view: ElectionView) -> str:
    """Return what the rules make of the list: seats, names, exact surplus, how to mark."""
    surplus = view.surplus
    numbers: dict[str, str | int] = {
        "code": view.election.code,
        "seats": surplus.seats,
        "names": surplus.candidates,
    }
    if not surplus.candidates:
        return tr("{code} · {seats} to elect · nobody on the list yet", **numbers)
    if view.mode is MarkMode.CUMULATIVE:
        words = tr("{code} · {seats} to elect of {names}", **numbers)
    elif surplus.number <= 0:
        words = tr("{code} · {seats} to elect of {names} · no surplus", **numbers)
    else:
        words = tr(
            "{code} · {seats} to elect of {names} · surplus {surplus} ({percent}%)",
            surplus=surplus.number,
            percent=percent_text(surplus.percent),
            **numbers,
        )
    mark = label("mark_mode", view.mode.value)
    article = view.rules.article("ballot")
    return tr("{words} · {mark} · {article}", words=words, mark=mark, article=article)
