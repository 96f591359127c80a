"""Whether a row of the set-up workbook is of its table, or stands around it: a sum, a signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from congress_desk.imports.dates import date_text
from congress_desk.imports.name_cells import (
    NoName,
    could_be_name,
    is_note,
    is_stand_in,
    is_total,
    is_unit,
    no_name,
)
from congress_desk.imports.register.sections import ROMAN
from congress_desk.imports.setup.lines import Line
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import Fault

_BESIDE = ("code", "born", "gender", "position", "role", "kind", "status", "joined", "title")
# What a list of no people is of, and from how many words on what stands below one is a sentence.
_LISTED = frozenset({"title", "who", "box"})
# What a heading gives each row below it, also one that is none.
_GIVEN_ABOVE = ("group", "kind")
_LONGEST, _SENTENCE = 200, 8
# The number of a heading and its text.
_HEADING = 2
# Below a programme: its length in sum, and who signs it.
_OF_MINUTES = re.compile(r"tổng (?:cộng )?(?:thời gian|thời lượng|số phút)\b", re.IGNORECASE)
_SIGNER = re.compile(
    r"(?:phó )?(?:bí thư|chủ tịch|trưởng ban|giám đốc|hiệu trưởng)(?: [\w ]+)?|\(?đã ký\)?",
    re.IGNORECASE,
)


def why_nobody(line: Line, *, below: bool = False) -> NoName | None:
    """Return why a row is none of the table, None where it is, or should be put right.

    A row with a number, and one that gives a birth, is somebody's whatever stands for the name.
    With `below` a remark or signature stood above it: who signs, and who gets a copy, may follow.
    """
    keys = {column.key for column in line.layout.columns}
    if "name" not in keys:
        if below and _is_signed(line):
            return NoName.NOTE
        return _around_work(line) if "content" in keys else _around_list(line, keys)
    name = _text(line, "name")
    if "shares" in keys and _holds_shares(line):
        return None
    if len(line.cells) == _HEADING and ROMAN.fullmatch(_text(line, "number")):
        return NoName.UNIT
    first = next((text for text in _texts(line) if whole_number(text) is None), "")
    if is_total(first) or is_total(name):
        return None if _is_somebody(line) else NoName.TOTAL
    if is_note(name) or (not name and len(_texts(line)) == 1 and is_note(first)):
        return None if _is_somebody(line) else NoName.NOTE
    if not name and len(line.cells) == 1 and is_unit(first):
        return NoName.UNIT
    why = no_name(name) if name else None
    if why in (NoName.UNIT, NoName.MARKED):
        return None if _is_somebody(line) or _is_stand_in(line, name) else why
    return None


def _holds_shares(line: Line) -> bool:
    """Say whether a row is of a holder: a company too, whatever its name begins with."""
    code, name = _text(line, "code"), _text(line, "name")
    summed = is_total(code) or is_total(name)
    return not summed and bool(code or (name and _text(line, "shares")))


def _around_work(line: Line) -> NoName | None:
    """Return why a row of the programme is no item: a sum of its minutes, a signature."""
    texts = [text for text in _texts(line) if whole_number(text) is None]
    if not _text(line, "time") and any(map(_OF_MINUTES.match, texts)):
        return NoName.TOTAL
    if _text(line, "time") or _text(line, "session"):
        return None
    if texts and is_total(texts[0]) and texts[0].casefold().startswith(("t", "c")):
        return NoName.TOTAL
    if len(texts) == 1:
        alone = _is_signature(texts[0]) or _is_beside(line, texts[0])
        return NoName.NOTE if alone else None
    return NoName.NOTE if _is_all(is_note, texts, line) else None


def _around_list(line: Line, keys: set[str]) -> NoName | None:
    """Return why a row of texts, turns or boxes is none: a sum, a signature, a sentence below."""
    if not keys & _LISTED or "gist" in keys or _is_somebody(line):
        return None
    if len(line.cells) == _HEADING and ROMAN.fullmatch(_text(line, "number")):
        return NoName.UNIT
    texts = [text for text in _texts(line) if whole_number(text) is None]
    if texts and is_total(texts[0]):
        return NoName.TOTAL
    if _is_all(is_note, texts, line):
        return NoName.NOTE
    if len(line.cells) > 1 or not texts:
        return None
    # In Word what stands below a table may be its last row: a sentence, and who signs.
    said = str(next(iter(line.cells.values()))).split("\n")
    told = "box" in keys and said[0].endswith(".") and len(said[0].split()) >= _SENTENCE
    return NoName.NOTE if told or any(map(is_note, said)) else None


def _is_signed(line: Line) -> bool:
    """Say whether all that a row says are names and offices of who signs, or who gets a copy."""
    return _is_all(lambda text: _is_signature(text) or is_note(text), _texts(line), line)


def _is_all(fits: Callable[[str], bool], texts: Sequence[str], line: Line) -> bool:
    """Say whether a row is nothing but texts that fit, beside what a heading above it gave it."""
    headed = [line.header.columns.get(key, ()) for key in _GIVEN_ABOVE]
    own = [v for c, v in line.cells.items() if all(c not in columns for columns in headed)]
    said = [text_of(v)[:_LONGEST] for v in own if not isinstance(v, Fault)] or texts
    return 0 < len(said) >= len(own) and all(map(fits, said)) and not _is_somebody(line)


def _is_beside(line: Line, text: str) -> bool:
    """Say whether a lone text of remarks or signatures stands in another column than the work."""
    return not _text(line, "content") and is_note(text)


def _is_signature(text: str) -> bool:
    if _SIGNER.fullmatch(text) or (could_be_name(text) and text.istitle()):
        return True
    return is_note(text) and text.casefold().startswith(
        ("người lập", "t/m", "tm.", "nơi nhận", "(ký")
    )


def _is_somebody(line: Line) -> bool:
    if whole_number(_text(line, "number")) is not None:
        return True
    born = line.value("born") if "born" in {c.key for c in line.layout.columns} else None
    return born is not None and not isinstance(born, Fault) and bool(date_text(born, birth=True))


def _is_stand_in(line: Line, name: str) -> bool:
    """Say whether a name with a number has something of a person beside it."""
    keys = {column.key for column in line.layout.columns}
    beside = any(_text(line, key) for key in _BESIDE if key in keys)
    return is_stand_in(name) and (beside or not name[:1].isdigit())


def _text(line: Line, key: str) -> str:
    if all(column.key != key for column in line.layout.columns):
        return ""
    value = line.value(key)
    return "" if value is None or isinstance(value, Fault) else text_of(value)[:_LONGEST]


def _texts(line: Line) -> list[str]:
    """Return what the cells of a row say, without what they belong to: an election, an organ."""
    whole = [
        c.key for c in line.layout.columns if c.key == "organ" or c.key == "code" and c.spreads
    ]
    aside = {column for key in whole for column in line.header.columns.get(key, ())}
    cells = sorted(line.cells.items())
    return [text_of(v)[:_LONGEST] for c, v in cells if c not in aside and not isinstance(v, Fault)]
