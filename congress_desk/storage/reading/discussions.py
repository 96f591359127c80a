"""The discussion in groups, read from the file: chapters of texts, meetings, opinions."""

from __future__ import annotations

from congress_desk.domain.discussions.opinion import Chapter, GroupMeeting, Opinion
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.rows.discussions import meeting_of, opinion_of


def chapters(file: CongressFile) -> tuple[Chapter, ...]:
    """Return the chapters of all texts, each text's in order."""
    rows = file.rows("SELECT id, text_id, title FROM text_chapter ORDER BY text_id, place, id")
    return tuple(Chapter(**row) for row in rows)


def meetings(file: CongressFile) -> tuple[GroupMeeting, ...]:
    """Return how the groups met, of those of which anything is recorded."""
    return tuple(map(meeting_of, file.rows("SELECT * FROM group_meeting ORDER BY group_id")))


def opinions(file: CongressFile) -> tuple[Opinion, ...]:
    """Return every opinion in the order in which they came in."""
    return tuple(map(opinion_of, file.rows("SELECT * FROM opinion ORDER BY id")))


def opinions_of_group(file: CongressFile, group_id: int) -> int:
    """Return how many opinions a group has."""
    return int(
        file.rows("SELECT COUNT(*) AS held FROM opinion WHERE group_id = ?", group_id)[0]["held"]
    )


def has_met(file: CongressFile, group_id: int) -> bool:
    """Say whether anything is recorded of how a group met."""
    return bool(file.rows("SELECT 1 FROM group_meeting WHERE group_id = ?", group_id))


def text_is_discussed(file: CongressFile, text_id: int) -> bool:
    """Say whether a text has chapters or opinions."""
    return bool(
        file.rows(
            "SELECT 1 FROM opinion WHERE text_id = ? UNION"
            " SELECT 1 FROM text_chapter WHERE text_id = ? LIMIT 1",
            text_id,
            text_id,
        )
    )
