"""Papers made of parts: prose around locked {fields} of a record, and what became of an edit."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.minutes.paper_part import PaperPart

FREE = "free"
KINDS = (
    "opening", "presence", "organ", "report", "speech", "motion", "election", "targets",
    "resolution", "charge", "closing", FREE,
)  # fmt: skip
# What is kept of the values is bounded by the file; longer ones are known by a short hash.
MOST_TOLD, LONG_VALUE = 18_000, 200
BOLD = "**"
_MARK = re.compile(r"(\*\*)|\{([a-z][a-z0-9_]*)\}")
_STARS = re.compile(r"\*{2,}")


class PartState(StrEnum):
    """How a part stands: as computed, edited, its numbers changed since, without record, free."""

    COMPUTED = "computed"
    EDITED = "edited"
    TO_LOOK_AT = "to_look_at"
    ORPHANED = "orphaned"
    FREE = "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedPart:
    """A part as its record tells it now.

    `text` is the usual prose, a line a paragraph ("- " begins a bullet), with a {field} for each
    value that stands in it; `values` may hold more, whose change is to be looked at all the same.
    """

    record: str
    section: str
    title: str
    text: str
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """A value that is another now: "" where there was none before, or is none any more."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPart:
    """A part of the paper as it stands: the usual prose or the edited one.

    `missing` are fields of the usual prose that the edited one has no longer; `gone` are values
    that the record has no longer, said as they were; `default` is "" of a free part and of one
    without record.
    """

    record: str
    section: str
    title: str
    text: str
    default: str
    values: Mapping[str, str]
    state: PartState
    changes: tuple[FieldChange, ...] = ()
    missing: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return record_kind(self.record)

    @property
    def waits(self) -> bool:
        """Say whether somebody has to look at it."""
        return self.state in (PartState.TO_LOOK_AT, PartState.ORPHANED)

    @property
    def seen(self) -> dict[str, str]:
        """Return the values that the record has now: those that are seen by looking at it."""
        return {name: value for name, value in self.values.items() if name not in self.gone}


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a line: plain text, or the value of a `field`."""

    text: str
    field: str = ""
    bold: bool = False


def record_kind(record: str) -> str:
    """Return what a record is: "motion" of "motion:3"."""
    return record.partition(":")[0]


def fields_in(text: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Return the fields that stand in a prose, each once, in their order."""
    found = (match[2] for match in _MARK.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name in values))


def pieces(line: str, values: Mapping[str, str]) -> tuple[Piece, ...]:
    """Return one line of prose with its values filled in; braces that name no value are text."""
    made: list[Piece] = []
    bold, place = False, 0
    for match in _MARK.finditer(line):
        name = match[2]
        if name is not None and name not in values:
            continue
        if match.start() > place:
            made.append(Piece(text=line[place : match.start()], bold=bold))
        place = match.end()
        if name is None:
            bold = not bold
        else:
            made.append(Piece(text=values[name], field=name, bold=bold))
    if place < len(line):
        made.append(Piece(text=line[place:], bold=bold))
    return tuple(made)


def plain(text: str) -> str:
    """Return text of a record fit to stand in prose: nothing in it is read as a field or mark."""
    return _STARS.sub("*", text.replace("{", "(").replace("}", ")"))


def settled_prose(text: str, values: Mapping[str, str]) -> str:
    """Return a prose with some of its fields written out as words."""
    return _MARK.sub(
        lambda found: plain(values[found[2]]) if found[2] in values else found[0], text
    )


def seen_json(values: Mapping[str, str]) -> str:
    """Return the values as they are kept beside an edited prose."""
    whole = _json(values)
    return whole if len(whole) <= MOST_TOLD else _json({k: _short(v) for k, v in values.items()})


def seen_values(kept_text: str) -> dict[str, str]:
    """Return the values that were kept; nothing of a text that is none."""
    try:
        found = json.loads(kept_text)
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def changes(kept_text: str, values: Mapping[str, str]) -> tuple[FieldChange, ...]:
    """Return which fields have another value now than when the prose was edited."""
    before, after = seen_values(kept_text), seen_values(seen_json(values))
    short = {name: _short(value) for name, value in values.items()}
    return tuple(
        FieldChange(field=name, before=before.get(name, ""), after=values.get(name, ""))
        for name in {**before, **after}
        if before.get(name) not in (values.get(name), short.get(name))
    )


def shown_parts(
    computed: Sequence[ComputedPart], kept: Sequence[PaperPart]
) -> tuple[ShownPart, ...]:
    """Return the parts of a paper in order: those of records, orphaned ones, free ones between."""
    edited = {part.record: part for part in kept}
    shown = [_shown(part, edited.get(part.record)) for part in computed]
    known = {part.record for part in computed}
    for part in kept:
        if part.record not in known and record_kind(part.record) != FREE:
            _insert(
                shown,
                _standing_alone(part, PartState.ORPHANED),
                _place_of_kind(shown, record_kind(part.record)),
            )
    for part in sorted(kept, key=lambda p: (p.place, p.record), reverse=True):
        if record_kind(part.record) == FREE:
            _insert(shown, _standing_alone(part, PartState.FREE), _place_after(shown, part.after))
    return tuple(shown)


def _shown(part: ComputedPart, kept: PaperPart | None) -> ShownPart:
    if kept is None:
        return _part(part, part.text, PartState.COMPUTED)
    changed = changes(kept.seen, part.values)
    there = fields_in(kept.text, part.values)
    usual = fields_in(part.text, part.values)
    values_then = seen_values(kept.seen)
    return ShownPart(
        record=part.record,
        section=part.section,
        title=part.title,
        text=kept.text,
        default=part.text,
        # A value that is no more is said as it was, until somebody looks at it.
        values={**values_then, **part.values},
        state=PartState.TO_LOOK_AT if changed else PartState.EDITED,
        changes=changed,
        missing=tuple(name for name in usual if name not in there),
        gone=tuple(name for name in values_then if name not in part.values),
    )


def _part(part: ComputedPart, text: str, state: PartState) -> ShownPart:
    return ShownPart(
        record=part.record,
        section=part.section,
        title=part.title,
        text=text,
        default=part.text,
        values=part.values,
        state=state,
    )


def _standing_alone(part: PaperPart, state: PartState) -> ShownPart:
    """Return a part without a record: one of one's own, or one whose record is gone."""
    values = seen_values(part.seen) if state is PartState.ORPHANED else {}
    return ShownPart(
        record=part.record,
        section="",
        title="",
        text=part.text,
        default="",
        values=values,
        state=state,
    )


def _insert(shown: list[ShownPart], part: ShownPart, place: int) -> None:
    """Put a part at a place; it is of the section it comes to stand in."""
    beside = shown[place - 1] if place else (shown[0] if shown else None)
    section = beside.section if beside else ""
    shown.insert(
        place,
        ShownPart(
            record=part.record,
            section=section,
            title=part.title,
            text=part.text,
            default=part.default,
            values=part.values,
            state=part.state,
        ),
    )


def _place_after(shown: Sequence[ShownPart], record: str) -> int:
    """Return the place after a part; "" is the beginning, one that is gone where its kind ends."""
    if not record:
        return 0
    places = [place for place, part in enumerate(shown, start=1) if part.record == record]
    return places[0] if places else _place_of_kind(shown, record_kind(record))


def _place_of_kind(shown: Sequence[ShownPart], kind: str) -> int:
    """Return the place after the last part of a kind, else where the order of kinds puts it."""
    rank = KINDS.index(kind) if kind in KINDS else len(KINDS)
    last = [
        place
        for place, part in enumerate(shown, start=1)
        if part.kind != FREE and KINDS.index(part.kind) <= rank
    ]
    same = [place for place, part in enumerate(shown, start=1) if part.kind == kind]
    return (same or last or [0])[-1]


def _json(values: Mapping[str, str]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _short(value: str) -> str:
    if len(value) <= LONG_VALUE:
        return value
    digest = hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{value[:100]}… #{digest}"
