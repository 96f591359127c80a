"""Where the journal's chain breaks: which line, what was expected of it, and what that means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from congress_desk.domain.journal import short_code
from congress_desk.errors import Problem, problem
from congress_desk.storage.journal.lines import COLUMNS, GENESIS, Line, sound_beginning

# What a line tells of a ballot is not repeated in a message.
_NEVER_QUOTED = frozenset({"about", "changes", "act_id"})
Params = dict[str, Any]
_QUOTED = 60
SHORT = 200


def chain_problems(lines: Sequence[Line], known: Sequence[Line] = ()) -> list[Problem]:
    """Return what is wrong with the chain, line by line; empty when every line follows.

    `known` are the lines of another text of this journal: they tell which field was changed.
    """
    if not lines:
        return [problem("journal_empty")]
    if sound_beginning(lines) == len(lines):
        return []
    return list(_BrokenChain(lines, known).problems())


def edited_fields(line: Line, before: Line) -> tuple[str, ...]:
    """Return the columns in which a line differs from how it was `before`."""
    return tuple(c for c in COLUMNS if getattr(line, c) != getattr(before, c))


def numbers(first: int, last: int) -> Params:
    """Return the numbers of lines that follow each other, with how they are named: "5–7"."""
    return {"first": first, "last": last, "where": f"{first}–{last}" if last > first else first}


def is_whole(line: Line) -> bool:
    """Say whether a line carries the hash of what it says."""
    return line.hash == line.computed_hash()


def difference(path: str, mine: Line, theirs: Line) -> Problem:
    """Return how a line of the text at `path` (mine) and the file's line in its place differ."""
    if not is_whole(mine):
        fields = [f"journal_column.{column}" for column in edited_fields(mine, theirs)]
        return problem("second_journal_line_edited", path=path, seq=mine.seq, field=fields[0])
    if mine.seq == theirs.seq == 1:
        return problem("second_journal_of_another", path=path)
    return problem(
        "second_journal_line_differs",
        path=path,
        seq=theirs.seq,
        here=f"act_name.{theirs.act}",
        there=f"act_name.{mine.act}",
        **_codes(mine.hash, theirs.hash),
    )


class _BrokenChain:
    """Lines that do not all follow; `moved` are those that were written under another number."""

    def __init__(self, lines: Sequence[Line], known: Sequence[Line]) -> None:
        self._lines = lines
        self._known: Mapping[int, Line] = {each.seq: each for each in known if is_whole(each)}
        self._place = {line.hash: line.seq for line in lines}
        self._edited = [line for line in lines if not is_whole(line)]
        self._moved = self._find_moved()
        self._inserted = frozenset(self._find_inserted())

    def problems(self) -> Iterator[Problem]:
        """Yield each fault once, at the line where it stands, moved lines last."""
        previous, expected = GENESIS, 1
        before: Line | None = None
        for place, line in enumerate(self._lines):
            if not line.follows(previous, expected):
                after = self._lines[place + 1] if place + 1 < len(self._lines) else None
                yield from self._explain(line, before, after, expected)
            previous, expected, before = line.hash, line.seq + 1, line
        yield from _runs(sorted(self._inserted), "journal_lines_inserted")
        for by, group in groupby(sorted(self._moved.items()), key=lambda x: x[0] - x[1]):
            seqs = [seq for seq, _ in group]
            yield problem("journal_lines_moved", written=seqs[0] - by, **numbers(seqs[0], seqs[-1]))

    def _explain(
        self, line: Line, before: Line | None, after: Line | None, expected: int
    ) -> Iterator[Problem]:
        previous = before.hash if before else GENESIS
        if line.seq in self._moved or line.seq in self._inserted:
            return
        if line.seq > expected:
            yield problem(
                "journal_lines_missing",
                seq=line.seq, **numbers(expected, line.seq - 1), **_codes(line.previous, previous),
            )  # fmt: skip
        if not is_whole(line):
            yield from self._edits(line, after, previous)
        elif line.seq == expected and not self._is_told(line, before):
            yield problem(
                "journal_line_rewritten",
                seq=expected - 1, next=line.seq, **_codes(line.previous, previous),
            )  # fmt: skip

    def _is_told(self, line: Line, before: Line | None) -> bool:
        """Say whether the line before was told of already, which alone breaks this one."""
        if before is None:
            return False
        return before.seq in self._inserted or before.seq in self._moved or not is_whole(before)

    def _edits(self, line: Line, after: Line | None, previous: str) -> Iterator[Problem]:
        """Yield which field of a line was changed, as far as anything tells it."""
        known, computed = self._known.get(line.seq), line.computed_hash()
        hash_alone = after is not None and after.previous == computed
        if hash_alone or (known is not None and known.hash == computed):
            yield problem("journal_hash_edited", seq=line.seq, **_codes(computed, line.hash))
        elif known is not None and known.hash == line.hash:
            for column in edited_fields(line, known):
                yield _field_edited(line, known, column)
        elif is_whole(line._replace(previous=previous)):
            codes = _codes(previous, line.previous)
            yield problem("journal_link_edited", seq=line.seq, before=line.seq - 1, **codes)
        else:
            yield problem("journal_line_edited", seq=line.seq, **_codes(line.hash, computed))

    def _find_moved(self) -> dict[int, int]:
        """Return under which number each line was written that holds under another one."""
        follows = {line.previous: line.seq for line in self._lines}
        moved: dict[int, int] = {}
        shift = 0
        for line in self._edited:
            near = (line.seq + shift, line.seq - 1, line.seq + 1)
            linked = (self._place.get(line.previous, -1) + 1, follows.get(line.hash, 0) - 1)
            for seq in dict.fromkeys((*near, *linked, *range(1, _tried(self._lines)))):
                if seq != line.seq and is_whole(line._replace(seq=seq)):
                    moved[line.seq] = seq
                    shift = seq - line.seq
                    break
        return moved

    def _find_inserted(self) -> Iterator[int]:
        """Yield the lines that a later line, sound in itself, leaps over."""
        moved, edited = self._moved, {line.seq for line in self._edited}
        for line in self._lines:
            start = 0 if line.previous == GENESIS else self._place.get(line.previous, line.seq)
            if start >= line.seq - 1 or (line.seq in edited and line.seq not in moved):
                continue
            between = [each.seq for each in self._lines if start < each.seq < line.seq]
            if not moved.keys() & set(between):
                yield from between


def _tried(lines: Sequence[Line]) -> int:
    """Return up to which number a moved line is looked for: short journals alone are tried out."""
    return len(lines) + 2 if len(lines) <= SHORT else 1


def _field_edited(line: Line, known: Line, column: str) -> Problem:
    found, expected = _quoted(column, line), _quoted(column, known)
    code = "journal_field_edited" if found else "journal_content_edited"
    field = f"journal_column.{column}"
    return problem(code, seq=line.seq, field=field, expected=expected, found=found)


def _quoted(column: str, line: Line) -> str:
    if column in _NEVER_QUOTED:
        return ""
    value: Any = getattr(line, column)
    return " ".join(str("–" if value in (None, "") else value).split())[:_QUOTED]


def _codes(expected: object, found: object) -> Params:
    """Return two hashes as the codes papers carry, whole where those look alike."""
    pair = (str(expected), str(found))
    short = tuple(short_code(each) for each in pair)
    expected_code, found_code = pair if short[0] == short[1] else short
    return {"expected": expected_code, "found": found_code}


def _runs(seqs: Sequence[int], code: str) -> Iterator[Problem]:
    """Yield one problem for each run of numbers that follow each other."""
    for _, run in groupby(enumerate(seqs), key=lambda x: x[1] - x[0]):
        found = [seq for _, seq in run]
        yield problem(code, before=found[0] - 1, **numbers(found[0], found[-1]))
