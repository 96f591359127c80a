"""A ballots file: CSV in UTF-8, one line a ballot, as the design contract gives it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.elections.ballots import BoardReason, MarkMode, Paper
from congress_desk.domain.elections.shares.share_line import read_share_line
from congress_desk.domain.setup.filled_workbook import BallotLine
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.files import file_place, read_bytes
from congress_desk.imports.import_problems import ImportProblems, shown

MARKS = ("struck", "both", "blank")
COLUMNS = ("bundle", *MARKS, "invalid")
# Of ballots by shares: how many a paper stands for, and the votes it gives as "1/2000 3/1000".
SHARE_COLUMNS = ("bundle", "shares", "votes", "invalid")
_DIGITS, _VOTES = re.compile(r"[0-9]+"), re.compile(r"[0-9 /]*")
MAX_BUNDLE = 9_999
MAX_BALLOTS = 100_000
_OTHER_TEXT_LIMIT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _BallotReader:
    """Reads one line after another; what is wrong is added to `problems` with line and column."""

    names: int
    mode: MarkMode
    header: tuple[str, ...]
    problems: ImportProblems

    def read(self, line: int, cells: list[str]) -> BallotLine:
        """Return the ballot of one line, as far as it can be read."""
        fields = dict(zip(self.header, cells, strict=True))
        if self.mode is MarkMode.CUMULATIVE:
            return self._read_shares(line, fields)
        seen: set[int] = set()
        marks = {mark: self._positions(line, mark, fields.get(mark, ""), seen) for mark in MARKS}
        reason, text = self._reason(line, fields.get("invalid", "").strip())
        return BallotLine(
            line=line,
            bundle=self._bundle(line, fields["bundle"].strip()),
            paper=Paper(
                struck=marks["struck"],
                both=marks["both"],
                blank=marks["blank"],
                board_reason=reason,
                board_text=text,
            ),
        )

    def _read_shares(self, line: int, fields: Mapping[str, str]) -> BallotLine:
        reason, text = self._reason(line, fields["invalid"].strip())
        paper = self._share_paper(line, fields["shares"].strip(), fields["votes"].strip())
        return BallotLine(
            line=line,
            bundle=self._bundle(line, fields["bundle"].strip()),
            paper=replace(paper, board_reason=reason, board_text=text),
        )

    def _share_paper(self, line: int, shares: str, votes: str) -> Paper:
        """Return what a paper stands for and gives; an empty one where it cannot be read."""
        if not _DIGITS.fullmatch(shares):
            self._refuse("shares_wrong", line, "shares", value=shown(shares))
            return Paper()
        if not _VOTES.fullmatch(votes):
            self._refuse("votes_wrong", line, "votes", value=shown(votes))
            return Paper()
        paper = read_share_line(f"{shares} {votes}".strip(), self.names)
        if isinstance(paper, Paper):
            return paper
        alone = read_share_line(shares, self.names)
        place = Place(line=line, column="shares" if isinstance(alone, Refusal) else "votes")
        self.problems.refuse(paper.first.code, place, **dict(paper.first.params))
        return Paper()

    def _bundle(self, line: int, text: str) -> int:
        number = _number(text) if text else 1
        if number is None or not 1 <= number <= MAX_BUNDLE:
            self._refuse("bundle", line, "bundle", value=shown(text), most=MAX_BUNDLE)
            return 1
        return number

    def _positions(self, line: int, mark: str, text: str, seen: set[int]) -> frozenset[int]:
        words = text.split()
        if words and mark != "struck" and self.mode is MarkMode.STRIKE:
            self._refuse("mark_only_tick", line, mark)
            return frozenset()
        return frozenset(
            number
            for word in words
            if (number := self._position(line, mark, word, seen)) is not None
        )

    def _position(self, line: int, mark: str, word: str, seen: set[int]) -> int | None:
        number = _number(word)
        if number is None:
            self._refuse("not_a_number", line, mark, value=shown(word))
        elif not 1 <= number <= self.names:
            self._refuse("number_off_list", line, mark, number=shown(word), names=self.names)
        elif number in seen:
            self._refuse("number_twice", line, mark, number=number)
        else:
            seen.add(number)
            return number
        return None

    def _reason(self, line: int, text: str) -> tuple[BoardReason | None, str]:
        code, _, rest = text.partition(":")
        code, rest = code.strip().casefold(), clean_text(rest)[:_OTHER_TEXT_LIMIT]
        if not text:
            return None, ""
        if code not in tuple(BoardReason) or (rest and code != BoardReason.OTHER):
            reasons = ", ".join(BoardReason)
            self._refuse("reason_unknown", line, "invalid", value=shown(text), reasons=reasons)
            return None, ""
        return BoardReason(code), rest

    def _refuse(self, code: str, line: int, column: str, **params: str | int) -> None:
        self.problems.refuse(f"import_ballots_{code}", Place(line=line, column=column), **params)


def read_ballots(path: Path, names: int, mode: MarkMode) -> tuple[BallotLine, ...] | Refusal:
    """Return the ballots of a file for a list of `names` names, or why not, with all problems.

    A header alone is a file of no ballots. Empty lines are passed over; an empty bundle is 1.
    """
    place = file_place(path)
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    text = _decoded(content, place)
    if isinstance(text, Refusal):
        return text
    lines = _lines(text, place)
    if isinstance(lines, Refusal):
        return lines
    header = _header(lines[0], place, mode) if lines else refuse("import_file_empty", place)
    if isinstance(header, Refusal):
        return header
    problems = ImportProblems(file=place.file)
    reader = _BallotReader(names=names, mode=mode, header=header, problems=problems)
    ballots = tuple(_ballots(lines[1:], reader))
    return problems.refusal or ballots


def _ballots(lines: list[tuple[int, list[str]]], reader: _BallotReader) -> Iterator[BallotLine]:
    for line, cells in lines:
        if reader.problems.full:
            return
        if len(cells) != len(reader.header):
            reader.problems.refuse(
                "import_ballots_columns_differ",
                Place(line=line),
                found=len(cells),
                wanted=len(reader.header),
            )
            continue
        yield reader.read(line, cells)


def _decoded(content: bytes, place: Place) -> str | Refusal:
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return refuse("import_ballots_is_workbook", place)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refuse("import_ballots_not_utf8", place)
    if b"\x00" in content:
        line = content[: content.index(b"\x00")].count(b"\n") + 1
        return refuse("import_ballots_nul", Place(file=place.file, line=line))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return refuse("import_ballots_not_utf8", Place(file=place.file, line=line))


def _lines(text: str, place: Place) -> list[tuple[int, list[str]]] | Refusal:
    """Return the filled lines with their numbers; a semicolon separates where the header has it."""
    first = text.partition("\n")[0]
    delimiter = ";" if ";" in first and "," not in first else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells) or len(cells) > 1:
                lines.append((rows.line_num, cells))
            if len(lines) > MAX_BALLOTS:
                return refuse("import_ballots_too_many", place, most=MAX_BALLOTS)
    except csv.Error:
        return refuse("import_ballots_broken", Place(file=place.file, line=rows.line_num))
    return lines


def _header(line: tuple[int, list[str]], place: Place, mode: MarkMode) -> tuple[str, ...] | Refusal:
    columns = SHARE_COLUMNS if mode is MarkMode.CUMULATIVE else COLUMNS
    number, cells = line
    names = tuple(clean_text(cell).casefold() for cell in cells)
    at = Place(file=place.file, line=number)
    for name in names:
        if name not in columns:
            return refuse(
                "import_ballots_column_unknown", at, value=shown(name), columns=",".join(columns)
            )
        if names.count(name) > 1:
            return refuse("import_ballots_column_twice", at, value=name)
    for name in columns:
        if name not in names:
            return refuse(
                "import_ballots_column_missing", at, value=name, columns=",".join(columns)
            )
    return names


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None
