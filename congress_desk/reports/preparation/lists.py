"""The checklist of texts with the comments on them, and the table of targets, printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.indicator_checks import indicator_flags
from congress_desk.domain.preparation.progress import progress
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Table,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.preparation.facts import (
    PreparationFacts,
    day_words,
    name_words,
    preparation_document,
    text_words,
)

_POINTS = 11.5


def preparation_texts(facts: PreparationFacts, wording: Wording | None = None) -> Document:
    """Return the checklist of texts, then the comments on each of them."""
    words = facts.wording(wording)
    blocks = (*_texts(facts, words), *_comments(facts, words))
    return preparation_document(facts, words, "texts", blocks)


def preparation_targets(facts: PreparationFacts, wording: Wording | None = None) -> Document:
    """Return the table of targets: last term, the superior's, the own, and what stands out."""
    words = facts.wording(wording)
    return preparation_document(facts, words, "targets", tuple(_targets(facts, words)))


def flag_words(indicator: Indicator, words: Wording) -> str:
    """Return what stands out in a target, and its note."""
    flags = [words.say(f"preparation.flag.{f.value}") for f in indicator_flags(indicator)]
    return "; ".join([*flags, *([indicator.note] if indicator.note else [])])


def superior_words(indicator: Indicator) -> str:
    """Return the superior's target with its unit, where that is not the one of the table."""
    unit = indicator.superior_unit if indicator.superior_unit != indicator.unit else ""
    return f"{indicator.superior_target} {unit}".strip() if indicator.superior_target else ""


def comment_counts(comments: Sequence[TextComment]) -> Counter[CommentState]:
    """Count comments by what became of them."""
    return Counter(comment.taken for comment in comments)


def _texts(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    if not facts.texts:
        yield Paragraph(runs=words.runs("preparation.texts.empty"))
        return
    figures, count = progress(facts.texts, facts.today), comment_counts(facts.comments)
    key = "count" if facts.comments else "count_uncommented"
    yield Paragraph(
        runs=words.runs(
            f"preparation.texts.{key}",
            total=figures.total,
            done=figures.done,
            late=figures.late,
            comments=len(facts.comments),
            taken=count[CommentState.TAKEN],
            not_taken=count[CommentState.NOT_TAKEN],
            open=count[CommentState.OPEN],
        )
    )
    keys = ("plan.number", "texts.text", "texts.version", "texts.drafter", "plan.due",
            "plan.state", "texts.comments", "book.note")  # fmt: skip
    yield Table(
        columns=_columns(keys, (11, 0, 20, 42, 24, 42, 26, 40), words, centred=(0, 2, 4, 6)),
        rows=tuple(_text_row(n, t, facts, words) for n, t in enumerate(facts.texts, start=1)),
        points=_POINTS,
    )


def _text_row(
    number: int, text: CongressText, facts: PreparationFacts, words: Wording
) -> tuple[str, ...]:
    held = facts.comments_on(text.id)
    waiting = comment_counts(held)[CommentState.OPEN]
    return (
        str(number),
        text.title,
        text.version,
        name_words(text.drafter, words),
        day_words(text.due),
        text_words(text, facts, words),
        f"{len(held)} ({waiting})" if held else "",
        text.note,
    )


def _comments(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    keys = ("plan.number", "texts.author", "texts.gist", "texts.answer", "texts.taken")
    columns = _columns(keys, (11, 45, 0, 75, 30), words, centred=(0, 4))
    for text in facts.texts:
        held = facts.comments_on(text.id)
        if held:
            yield Heading(title=words.say("preparation.texts.comments_of", title=text.title))
            rows = tuple(_comment_row(n, c, words) for n, c in enumerate(held, start=1))
            yield Table(columns=columns, rows=rows, points=_POINTS)


def _comment_row(number: int, comment: TextComment, words: Wording) -> tuple[str, ...]:
    taken = words.say(f"preparation.taken.{comment.taken.value}")
    return str(number), comment.author, comment.gist, comment.answer, taken


def _targets(facts: PreparationFacts, words: Wording) -> Iterator[Block]:
    if not facts.indicators:
        yield Paragraph(runs=words.runs("preparation.targets.empty"))
        return
    yield Paragraph(
        runs=words.runs(
            "preparation.targets.count",
            total=len(facts.indicators),
            given=sum(bool(found.superior_target) for found in facts.indicators),
            flagged=sum(bool(indicator_flags(found)) for found in facts.indicators),
        )
    )
    keys = ("plan.number", "targets.name", "targets.unit", "targets.last", "targets.superior",
            "targets.own", "targets.remark")  # fmt: skip
    rows = (
        (
            str(number),
            found.name,
            found.unit,
            found.last_result,
            superior_words(found),
            found.own_target,
            flag_words(found, words),
        )
        for number, found in enumerate(facts.indicators, start=1)
    )
    yield Table(
        columns=_columns(keys, (11, 0, 26, 32, 32, 32, 60), words, centred=(0, 2, 3, 4, 5)),
        rows=tuple(rows),
        points=_POINTS,
    )


def _columns(
    keys: Sequence[str], widths: Sequence[float], words: Wording, *, centred: Sequence[int]
) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"preparation.{key}"),
            width=width,
            align=Align.CENTER if place in centred else Align.LEFT,
        )
        for place, (key, width) in enumerate(zip(keys, widths, strict=True))
    )
