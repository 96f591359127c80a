"""What was decided after the rounds, in the minutes, the resolution and the quick report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congress_desk.domain.elections.round_sheet import RoundSheet
from congress_desk.domain.minutes.paper_fields import ComputedPart
from congress_desk.reports.elections.decision_words import after_sentences, decision_sentences
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.paper_prose import Prose


def decided_lines(
    sheet: RoundSheet,
    facts: CongressFacts,
    values: dict[str, str],
    prose: Prose,
    *,
    carried_only: bool = False,
) -> Iterator[str]:
    """Yield what came after a round, each sentence a field of its own; `values` gets them."""
    context = facts.contexts.get(sheet.round.id)
    if context is not None:
        said = after_sentences(context, prose.words, carried_only=carried_only)
        yield from _fields(said, values)


def appointed_parts(
    facts: CongressFacts, prose: Prose, section: str, *, mark: str = ""
) -> Iterator[ComputedPart]:
    """Yield a part for every election in which nobody voted because the superior appointed.

    `mark` stands before each of its lines, as before those of the elections beside it.
    """
    for course in facts.courses:
        if course.rounds or not course.elected:
            continue
        values: dict[str, str] = {}
        sentences = [
            s for d in course.stand for s in decision_sentences(d, course.election, 0, prose.words)
        ]
        lines = [mark + line for line in _fields(sentences, values)]
        record = f"election:{course.election.code}:appointed"
        yield prose.part(record, section, course.election.title, "\n".join(lines), values)


def _fields(sentences: Iterable[str], values: dict[str, str]) -> Iterator[str]:
    for number, sentence in enumerate(sentences, start=1):
        values[f"decided_{number}"] = sentence
        yield f"{{decided_{number}}}"
