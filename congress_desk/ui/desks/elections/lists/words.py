"""What is said of an election and its list: beside the table, of a step, and of what comes next."""

from __future__ import annotations

from congress_desk.domain.ballot_papers.ballot_print import PrintFact
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.findings import Finding
from congress_desk.domain.elections.lists.candidate_list import in_list_order
from congress_desk.domain.elections.result import RoundOutcome
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.elections.stages import Stage
from congress_desk.domain.nomination.steps import NominationStep, Stop, StopState
from congress_desk.errors import Refusal
from congress_desk.i18n import article_said, finding_text, label, message, problem_text, tr
from congress_desk.queries.elections.ballot_prints import BallotsOfRound
from congress_desk.ui.desks.elections.lists.election_view import ElectionView
from congress_desk.ui.desks.elections.result.words import Sentence, percent_text
from congress_desk.ui.records.table_model import Sign

SIGNS = {
    StopState.DONE: Sign(icon="circle-check", tone="holds"),
    StopState.MISSING: Sign(icon="triangle-alert", tone="look"),
    StopState.NOT_RECORDED: Sign(icon="circle", tone="muted"),
    StopState.NOT_NEEDED: Sign(icon="minus", tone="muted"),
}
# The command that does a step; a list is fixed on the page of the election.
COMMANDS = {
    Stop.NUMBER: "number",
    Stop.COMMITTEE_LIST: "many",
    Stop.NOMINATIONS: "add",
    Stop.WITHDRAWALS: "withdraw",
    Stop.POLL: "poll",
    Stop.LIST: "list",
    Stop.FROZEN: "fix",
    Stop.BOARD: "board",
}
_TOPICS = {RoundKind.TIE: "tie", RoundKind.AGAIN: "short", RoundKind.FIRST: "ballot"}
_ABOVE = ("surplus_above_max", "surplus_above_max_small")


def above_words(view: ElectionView) -> str:
    """Return by how much a list is longer than the rules allow, "" when it is not."""
    if not view.surplus.above_max(view.rules):
        return ""
    found = [finding_words(finding) for finding in view.findings if finding.code in _ABOVE]
    return "\n".join([*found, tr("Write why the congress decided so.")])


def order_words(view: ElectionView, sort: str) -> str:
    """Return that a first list is not in the rules' order, "" where it is; `sort` puts it so."""
    listed = view.election.candidates
    by_rule = in_list_order(listed, view.rules.list_order)
    moved = [here for here, wanted in zip(listed, by_rule, strict=True) if here.id != wanted.id]
    if not moved or view.rounds:
        return ""
    return tr(
        "The names are not in the order of the rules ({order}): {name} stands elsewhere. To put"
        " them so, press “{sort}” first.",
        order=label("list_order", view.rules.list_order.value),
        name=moved[0].name,
        sort=sort,
    )


def kind_words(election: Election) -> str:
    """Return the kind of an election, and whether only its title tells."""
    kind = label("election_kind", election.kind.value)
    return kind if election.kind_said else tr("{kind} (from the title)", kind=kind)


def frozen_words(view: ElectionView) -> str:
    """Return what a fixed list means for whoever wants to change it."""
    if view.held:
        return tr("Fixed: a round used this list, so it stays as it is. Ballots are in this order.")
    return tr("Fixed: ballots are printed in this order. Open the list again to change it.")


def finding_words(finding: Finding) -> str:
    """Return a finding with its article."""
    text = finding_text(finding)
    return f"{text} — {article_said(finding.article)}" if finding.article else text


def papers_words(ballots: BallotsOfRound | None) -> tuple[str, str]:
    """Return the tone and the sentence about the ballot papers of an election.

    Of a later round its number, for the papers of the first were printed and used.
    """
    tone, words = _papers(ballots)
    if ballots is None or ballots.listed.round_number == 1:
        return tone, words
    return tone, tr("Round {number}: {words}", number=ballots.listed.round_number, words=words)


def _papers(ballots: BallotsOfRound | None) -> tuple[str, str]:
    if ballots is None or ballots.fact is PrintFact.NONE:
        return "muted", tr("No ballot has been printed from here yet.")
    if ballots.fact is PrintFact.CURRENT:
        code = ballots.listed.code
        return "holds", tr("{count} ballots, list {code}", count=ballots.copies, code=code)
    if ballots.fact is PrintFact.OUTDATED:
        return "wrong", tr("The printed ballots no longer match the list: print again")
    return "wrong", tr("The printed ballots were taken back: print again")


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


def step_name(stop: Stop) -> str:
    """Return what a step is called."""
    return label("nomination_stop", stop.value)


def step_sentence(step: NominationStep) -> str:
    """Return how a step stands, with its numbers."""
    params = dict(step.params)
    if "percent" in params:
        params["percent"] = percent_text(str(params["percent"]))
    return message(f"nomination_step.{step.code}", **params)


def step_tip(step: NominationStep) -> str:
    """Return the sentence of a step with its article."""
    sentence = step_sentence(step)
    return f"{sentence} — {article_said(step.article)}" if step.article else sentence
