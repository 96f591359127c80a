"""The fields of an obstacle: how each is typed in its form, and what the card says of it."""

from __future__ import annotations

from datetime import datetime

from congress_desk.actions.obstacles import PLACE_LIMIT
from congress_desk.domain.obstacles import GRAVEST_FIRST, Obstacle
from congress_desk.domain.text.limits import NAME_LIMIT
from congress_desk.i18n import tr
from congress_desk.ui.desks.obstacles.words import (
    GRAVITY_SIGNS,
    ObstacleRow,
    gravity_words,
    named_since,
    since_words,
    typed_since,
)
from congress_desk.ui.records.fields.field import RecordField, text_field
from congress_desk.ui.widgets.inputs.date_input import moment_text

WHAT_HEIGHT, ANSWER_HEIGHT, LONGEST_SINCE = 76, 84, 40


def form_fields(
    found: Obstacle, items: tuple[tuple[int, str], ...], now: datetime
) -> tuple[RecordField, ...]:
    """Return the fields of the form; one thing must be typed, the rest is proposed."""
    gravities = tuple((gravity, gravity_words(gravity)) for gravity in reversed(GRAVEST_FIRST))

    def read_since(text: str) -> str:
        """Return an ISO time, or what was typed where it is none: the act says what is wrong."""
        if text == moment_text(found.since):
            # As it was, to the second.
            return found.since
        typed = typed_since(text, now)
        return text if typed is None else typed

    return (
        text_field(
            "what", tr("What the obstacle is"), prose=True, height=WHAT_HEIGHT,
            hint=tr("such as: the returned ballots are more than those issued"),
        ),
        text_field("item_id", tr("At which item"), choices=items),
        text_field(
            "where_in", tr("Place in words"), longest=PLACE_LIMIT,
            hint=tr("such as: table 2 of the counting board"),
        ),
        RecordField(
            name="since", title=tr("Since when"), text=lambda o: moment_text(o.since),
            read=read_since, longest=LONGEST_SINCE, hint=tr("such as 08:30, or 13/03/2026 08:30"),
        ),
        text_field(
            "gravity", tr("Severity"), choices=gravities, choice_sign=GRAVITY_SIGNS.get,
        ),
        text_field("answerable", tr("Who is responsible"), longest=NAME_LIMIT),
        text_field("asked", tr("Whom we ask"), longest=NAME_LIMIT),
        text_field("procedure", tr("A question of procedure or rules"), tick=True),
    )  # fmt: skip


def answer_fields(*, open_still: bool) -> tuple[RecordField, ...]:
    """Return what is written down of an answer, and whether that resolves it."""
    resolved = (text_field("resolved", tr("Mark as resolved"), tick=True),) if open_still else ()
    return (
        text_field("answer", tr("Answer"), prose=True, height=ANSWER_HEIGHT),
        text_field("decision", tr("Decision"), prose=True, height=ANSWER_HEIGHT),
        *resolved,
    )


def card_facts(now: datetime) -> tuple[RecordField, ...]:
    """Return what the card says of an `ObstacleRow` at `now`; what is not known is left out."""

    def asked(row: ObstacleRow) -> str:
        found = row.obstacle
        return named_since(found.asked, found.asked_at) if found.asked else tr("nobody yet")

    def kind(row: ObstacleRow) -> str:
        return tr("question of procedure") if row.obstacle.procedure else ""

    nobody, none = tr("nobody yet"), tr("none yet")
    return tuple(
        RecordField(name=name, title=title, text=text)
        for name, title, text in (
            ("place", tr("At the item"), lambda row: row.place),
            ("since", tr("Since"), lambda row: since_words(row.obstacle, now)),
            ("answerable", tr("Responsible"), lambda row: row.obstacle.answerable or nobody),
            ("asked", tr("Asked"), asked),
            ("kind", tr("Kind"), kind),
            ("answer", tr("Answer"), lambda row: row.obstacle.answer or none),
            ("decision", tr("Decision"), lambda row: row.obstacle.decision),
            ("reopened", tr("Reopened because"), lambda row: row.obstacle.reopen_reason),
            ("actor", tr("Recorded by"), lambda row: row.obstacle.actor),
        )
    )
