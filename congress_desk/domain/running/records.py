"""Records of a congress in preparation and under way: tasks, texts, speeches, obstacles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TaskState(StrEnum):
    """Where a piece of preparation stands."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class TextState(StrEnum):
    """Where a text for the congress stands."""

    MISSING = "missing"
    DRAFTING = "drafting"
    COMMENTING = "commenting"
    SUBMITTED = "submitted"
    FINAL = "final"
    ADOPTED = "adopted"


class CommentState(StrEnum):
    """What became of a comment on a text."""

    OPEN = "open"
    TAKEN = "taken"
    NOT_TAKEN = "not_taken"


class SpeechState(StrEnum):
    """Where a registered speech stands."""

    REQUESTED = "requested"
    SPEAKING = "speaking"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class Gravity(StrEnum):
    """How grave an obstacle is; a blocking one keeps the congress from going on."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    BLOCKING = "blocking"


class ObstacleState(StrEnum):
    """An obstacle waits, has an answer, or is out of the way."""

    OPEN = "open"
    ANSWERED = "answered"
    RESOLVED = "resolved"


class CongressPaper(StrEnum):
    """A paper that is derived from the records and edited."""

    MINUTES = "minutes"
    RESOLUTION = "resolution"
    QUICK_REPORT = "quick_report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A piece of preparation (đầu việc chuẩn bị): one person answers for it.

    `answerable` is a name, empty while nobody is named; `helpers` are names apart by "; "; `due` is
    YYYY-MM-DD or empty; `done_at` an ISO time; `text_id` the text it is about, 0 none.
    """

    id: int = 0
    section: str = ""
    title: str
    answerable: str = ""
    helpers: str = ""
    due: str = ""
    state: TaskState = TaskState.OPEN
    done_at: str = ""
    text_id: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressText:
    """A text of the congress's file: report, self-review, rules, resolution."""

    id: int = 0
    title: str
    drafter: str = ""
    version: str = ""
    state: TextState = TextState.MISSING
    due: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextComment:
    """A comment gathered on a text, and what became of it; `at` is an ISO time."""

    id: int = 0
    text_id: int
    author: str = ""
    gist: str
    answer: str = ""
    taken: CommentState = CommentState.OPEN
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A target (chỉ tiêu): last term's result, what the superior asks, what is proposed."""

    id: int = 0
    name: str
    unit: str = ""
    last_result: str = ""
    superior_target: str = ""
    superior_unit: str = ""
    own_target: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """A speech that was registered; `through` is who passed the request on; times are ISO."""

    id: int = 0
    item_id: int = 0
    person_id: int = 0
    speaker: str
    delegation: str = ""
    topic: str = ""
    through: str = ""
    minutes: int = 10
    state: SpeechState = SpeechState.REQUESTED
    started_at: str = ""
    finished_at: str = ""
    gist: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What a member of an organ does in a session or at one item; relieved by another member.

    `duty_id` is the membership, `item_id` 0 for a whole session, `relieved_by` a membership or 0.
    """

    id: int = 0
    duty_id: int
    session: str = ""
    item_id: int = 0
    what: str = ""
    relieved_by: int = 0
    relieved_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperPart:
    """Prose of a paper that was edited: of which record, and the numbers it was edited with.

    `text` has {fields} where numbers of the record stand; `told` is what they were then, as JSON.
    A free part stands `after` another record ("" at the beginning), in the order of `place`.
    """

    paper: CongressPaper
    record: str
    text: str
    told: str
    place: int = 0
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A snag (vướng mắc): what, where, since when, who answers for it, whom we ask.

    `since`, `asked_at`, `answered_at` and `resolved_at` are ISO times; `procedure` says that it was
    a question of procedure; `item_id` is the agenda item, 0 none, `where_in` the place in words.
    `reopen_reason` is why it was opened again the last time, empty when it never was.
    """

    id: int = 0
    what: str
    item_id: int = 0
    where_in: str = ""
    since: str = ""
    gravity: Gravity = Gravity.MEDIUM
    answerable: str = ""
    asked: str = ""
    asked_at: str = ""
    answer: str = ""
    answered_at: str = ""
    decision: str = ""
    state: ObstacleState = ObstacleState.OPEN
    resolved_at: str = ""
    reopen_reason: str = ""
    procedure: bool = False
    actor: str = ""
