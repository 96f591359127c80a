"""Why something cannot be done yet: what is missing, the next step, who can do it, the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from congress_desk.domain.rules.articles import bracketed
from congress_desk.errors import Problem
from congress_desk.i18n import article_said, message, problem_text, tr

# Who can lift a refusal, by the words its code begins with; everybody at the desk where none does.
_LIFTED_BY = (
    (("round_sealed", "result_", "round_annulled", "unlock_", "two_operators"), "unlocking"),
    (("going_on_", "condition_missing", "conditions_changed"), "presidium"),
    (("doubt_", "ballot_of_board", "gate_", "station_order", "confirmer_"), "board"),
    (("decision_", "lot_", "new_names_", "lower_number_", "tied_list_"), "congress"),
    (("rounds_used_up", "surplus_needs_reason", "seats_above_names"), "congress"),
    (("election_stopped", "election_appointed", "appointed_"), "superior"),
    (("rules_fixed", "congress_kind_fixed"), "nobody"),
    (("reset_needs_", "pin_wrong", "pin_wait", "pin_lost", "pin_changed"), "two_others"),
    (("status_forbids_entry",), "credentials"),
)
_BREAK = re.compile(r"; |: (?=hãy )|\. (?=\S)")
# In the names that a sentence repeats, so that it is not parted at “TP. Thủ Đức”.
_KEPT = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """A refusal in its parts, each a sentence or "": what is missing, the next step, who, where."""

    missing: str
    next_step: str = ""
    lifted_by: str = ""
    article: str = ""


def why_of(problem: Problem) -> Why:
    """Return the parts of a problem; its roles where it names some."""
    named = {
        key: value.replace(" ", _KEPT) if isinstance(value, str) else value
        for key, value in problem.params.items()
    }
    sentence = problem_text(replace(problem, params=named)).removesuffix(
        f" ({bracketed(article_said(problem.article))})"
    )
    missing, next_step = (part.replace(_KEPT, " ") for part in _parted(sentence))
    return Why(
        missing=missing,
        next_step=next_step,
        lifted_by=str(problem.params.get("roles", "")) or message(f"lifted_by.{who(problem.code)}"),
        article=problem.article,
    )


def why_said(sentence: str) -> Why:
    """Return the parts of a reason that was only said: of a command that is refused."""
    missing, next_step = _parted(sentence)
    return Why(missing=missing, next_step=next_step)


def who(code: str) -> str:
    """Return who lifts a refusal of this code: a key of "lifted_by"."""
    return next((who for begun, who in _LIFTED_BY if code.startswith(begun)), "desk")


def why_lines(why: Why) -> tuple[tuple[str, str], ...]:
    """Return what is told of a refusal: a caption and a sentence each, only what there is."""
    lines = (
        (tr("What is missing"), why.missing),
        (tr("What to do next"), why.next_step),
        (tr("Who can do it"), why.lifted_by),
        (tr("Article"), article_said(why.article)),
    )
    return tuple((caption, said) for caption, said in lines if said)


def _parted(sentence: str) -> tuple[str, str]:
    """Part a sentence into what is missing and what to do, as all refusals are worded."""
    found = _BREAK.search(sentence)
    if found is None:
        return _capital(sentence), ""
    return _capital(sentence[: found.start()]), _capital(sentence[found.end() :])


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
