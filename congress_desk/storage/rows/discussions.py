"""Opinions of discussion groups and how the groups met as rows, and back."""

from __future__ import annotations

from congress_desk.domain.discussions.opinion import GroupMeeting, Opinion, Part, Stance
from congress_desk.domain.preparation.text import CommentState
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.storage.journal.lines import Row
from congress_desk.storage.rows.columns import text_columns

_OPINION = ("speaker", "gist", "wording", "answer")
_MEETING = ("opened", "closed", "present", "note")


def opinion_row(opinion: Opinion) -> Row:
    """Return the columns of an opinion without id."""
    return text_columns(opinion, _OPINION) | {
        "group_id": opinion.group_id,
        "text_id": opinion.part.text_id or None,
        "chapter_id": opinion.part.chapter_id or None,
        "stance": opinion.stance.value,
        "merged_into": opinion.merged_into or None,
        "taken": opinion.taken.value,
    }


def opinion_of(row: Row) -> Opinion:
    """Return an opinion from its row."""
    return Opinion(
        id=row["id"],
        group_id=row["group_id"],
        part=Part(row["text_id"] or 0, row["chapter_id"] or 0),
        stance=Stance(row["stance"]),
        merged_into=row["merged_into"] or 0,
        taken=CommentState(row["taken"]),
        **{name: row[name] for name in _OPINION},
    )


def meeting_row(meeting: GroupMeeting) -> Row:
    """Return the columns of a meeting without the group."""
    return text_columns(meeting, _MEETING) | {"where_in": clean_text(meeting.where)}


def meeting_of(row: Row) -> GroupMeeting:
    """Return a meeting from its row."""
    return GroupMeeting(
        group_id=row["group_id"],
        where=row["where_in"],
        **{name: row[name] for name in _MEETING},
    )
