"""Acts on the parts of minutes, resolution and quick report: prose edited, looked at, added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from congress_desk.actions.text_limits import shortened, too_long
from congress_desk.domain.minutes.paper_fields import (
    FREE,
    KINDS,
    record_kind,
    seen_json,
    seen_values,
    settled_prose,
)
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import paper_parts as reading_paper_parts
from congress_desk.storage.rows.paper_parts import part_row

TEXT_LIMIT, RECORD_LIMIT = 20_000, 80


def edit_part(
    file: CongressFile,
    paper: CongressPaper,
    record: str,
    text: str,
    *,
    seen: Mapping[str, str],
    base: str | None = None,
    actor: str,
) -> PaperPart | Refusal:
    """Keep the prose of a part, with its {fields}, and the values it was first `seen` with.

    Only looking at it takes newer values for seen, not another edit. An empty prose leaves the
    part out of the paper. `base` is the prose it was written upon: where somebody else wrote
    another one meanwhile, this one becomes a part of its own behind it, and neither is lost.
    """
    found = reading_paper_parts.paper_part(file, paper, record)
    refusal = _check(record, text, found)
    if refusal:
        return refusal
    if found is not None and base is not None and found.text not in (base, text):
        words = settled_prose(text, seen)
        return add_free_part(file, paper, after=record, text=words, actor=actor)
    part = PaperPart(
        paper=paper,
        record=record,
        text=text,
        seen=found.seen if found else seen_json(seen),
        place=found.place if found else 0,
        after=found.after if found else "",
    )
    with file.act("edit_part", actor=actor, part=shortened(text) or record) as act:
        _write(act, part, new=found is None)
    return _part(file, paper, record)


def restore_part(
    file: CongressFile, paper: CongressPaper, record: str, *, actor: str
) -> PaperPart | Refusal:
    """Go back to the usual prose; a part whose record is gone goes with it."""
    found = _part(file, paper, record)
    if isinstance(found, Refusal):
        return found
    if record_kind(record) == FREE:
        return refuse("paper_part_free")
    with file.act("restore_part", actor=actor, part=shortened(found.text) or record) as act:
        act.delete("paper_part", _key(found))
    return found


def look_at_part(
    file: CongressFile,
    paper: CongressPaper,
    record: str,
    *,
    seen: Mapping[str, str],
    actor: str,
) -> PaperPart | Refusal:
    """Say that an edited prose still holds with the values that were `seen`.

    A value that the record has no longer becomes words of the prose.
    """
    found = _part(file, paper, record)
    if isinstance(found, Refusal):
        return found
    gone = {name: value for name, value in seen_values(found.seen).items() if name not in seen}
    text = settled_prose(found.text, gone)
    refusal = too_long(text, TEXT_LIMIT)
    if refusal:
        return refusal
    with file.act("look_at_part", actor=actor, part=shortened(found.text) or record) as act:
        act.update("paper_part", _key(found), text=text, told=seen_json(seen))
    return _part(file, paper, record)


def add_free_part(
    file: CongressFile, paper: CongressPaper, *, after: str, text: str = "", actor: str
) -> PaperPart | Refusal:
    """Add a part of one's own after another one; `after` "" is the beginning."""
    refusal = _check_after(file, paper, after) or too_long(text, TEXT_LIMIT)
    if refusal:
        return refusal
    parts = reading_paper_parts.paper_parts(file, paper)
    numbers = [int(p.record.partition(":")[2]) for p in parts if record_kind(p.record) == FREE]
    record = f"{FREE}:{max(numbers, default=0) + 1}"
    part = PaperPart(paper=paper, record=record, text=text, seen="{}")
    with file.act("add_free_part", actor=actor) as act:
        _put(act, part, after, parts, new=True)
    return _part(file, paper, record)


def remove_free_part(
    file: CongressFile, paper: CongressPaper, record: str, *, actor: str
) -> PaperPart | Refusal:
    """Take a part of one's own out again; the journal keeps it."""
    found = _free(file, paper, record)
    if isinstance(found, Refusal):
        return found
    with file.act("remove_free_part", actor=actor, part=shortened(found.text) or record) as act:
        act.delete("paper_part", _key(found))
    return found


def move_part(
    file: CongressFile, paper: CongressPaper, record: str, *, after: str, actor: str
) -> PaperPart | Refusal:
    """Put a part of one's own after another one; those of records keep their order."""
    found = _free(file, paper, record)
    refusal = found if isinstance(found, Refusal) else _check_after(file, paper, after)
    if isinstance(found, Refusal) or refusal:
        return refusal or found
    if after == record:
        return found
    others = [
        part for part in reading_paper_parts.paper_parts(file, paper) if part.record != record
    ]
    with file.act("move_part", actor=actor, part=shortened(found.text) or record) as act:
        _put(act, found, after, tuple(others), new=False)
    return _part(file, paper, record)


def _put(
    act: Act, part: PaperPart, after: str, others: tuple[PaperPart, ...], *, new: bool
) -> None:
    """Write a free part after a record, or after the free part it is put behind."""
    behind = next((p for p in others if p.record == after and record_kind(after) == FREE), None)
    anchor = behind.after if behind else after
    same = [p for p in others if record_kind(p.record) == FREE and p.after == anchor]
    same.sort(key=lambda p: (p.place, p.record))
    place = same.index(behind) + 1 if behind else 0
    same.insert(place, part)
    for number, each in enumerate(same, start=1):
        moved = replace(each, place=number, after=anchor)
        _write(act, moved, new=new and each is part)


def _write(act: Act, part: PaperPart, *, new: bool) -> None:
    row = part_row(part)
    if new:
        act.insert("paper_part", **row)
    else:
        act.update("paper_part", _key(part), **row)


def _key(part: PaperPart) -> tuple[str, str]:
    return part.paper.value, part.record


def _part(file: CongressFile, paper: CongressPaper, record: str) -> PaperPart | Refusal:
    return reading_paper_parts.paper_part(file, paper, record) or refuse("paper_part_unknown")


def _free(file: CongressFile, paper: CongressPaper, record: str) -> PaperPart | Refusal:
    if record_kind(record) != FREE:
        return refuse("paper_part_not_free")
    return _part(file, paper, record)


def _check(record: str, text: str, found: PaperPart | None) -> Refusal | None:
    kind = record_kind(record)
    if kind not in KINDS or len(record) > RECORD_LIMIT or (kind == FREE and found is None):
        return refuse("paper_part_unknown")
    return too_long(text, TEXT_LIMIT)


def _check_after(file: CongressFile, paper: CongressPaper, after: str) -> Refusal | None:
    if not after:
        return None
    if record_kind(after) == FREE:
        found = reading_paper_parts.paper_part(file, paper, after)
        return None if found else refuse("paper_part_unknown")
    known = record_kind(after) in KINDS and len(after) <= RECORD_LIMIT
    return None if known else refuse("paper_part_unknown")
