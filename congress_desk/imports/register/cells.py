"""One cell of a list as the value of a field: dates, kinds, marks and words as offices write them.

Each reader returns the value, or None where the cell says nothing that can be taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from congress_desk.domain.guests.invitation import LAST_WELCOME, MOST_COMPANIONS
from congress_desk.domain.people.person import PersonKind, Status
from congress_desk.domain.setup.words import (
    GENDERS,
    PERSON_KIND_LABELS,
    PERSON_KIND_WORDS,
    STATUS_LABELS,
    STATUS_WORDS,
)
from congress_desk.domain.text.clean_text import fold
from congress_desk.imports.dates import date_text
from congress_desk.imports.workbook.cells import text_of, whole_number
from congress_desk.imports.workbook.sheets import CellValue

_MARKS = frozenset(
    {"x", "v", "1", "co", "true", "+", "*", "✓", "✔", "☑", "☒", "√", "●", "•", "yes"}
    # What the letters are that Wingdings draws as ticked boxes.
    | {"þ", "ý", "ü"}
)
# A box that is not ticked says no, as a letter o does in the fonts of boxes.
_NOTHING = frozenset(
    {"khong", "0", "-", "–", "no", "false", "chua", "k", "☐", "□", "❏", "❑", "▢", "◻", "○"}
    | {"o", "¨", "q"}
)
# The same as above: nt, - nt -, như trên, '', -"-, -//-, 〃, an arrow down the column.
_DITTO = re.compile(
    r"""[\s(.–-]*(?:n[/.]?t|như\s+trên|"\s?"?|''|[”“〃]+|//|,,|[↑↓])[\s).–-]*""", re.IGNORECASE
)
_UNKNOWN = frozenset(
    {
        "n/a",
        "#n/a",
        "chưa rõ",
        "không rõ",
        "k rõ",
        "kxđ",
        "không xác định",
        "chưa biết",
        "///",
        "////",
        "đ/c",
        "đồng chí",
    }
)
_GENDERS = {
    **{fold(w): g for w, g in GENDERS.items()},
    "trai": "nam",
    "gai": "nữ",
    "ong": "nam",
    "ba": "nữ",
    "namgioi": "nam",
    "nugioi": "nữ",
    "gioinam": "nam",
    "gioinu": "nữ",
}
_KINDS: Mapping[str, PersonKind] = {
    **{fold(kind.value): kind for kind in PersonKind},
    **{fold(word): kind for word, kind in PERSON_KIND_WORDS.items()},
    "bau": PersonKind.OFFICIAL, "baucu": PersonKind.OFFICIAL, "quabaucu": PersonKind.OFFICIAL,
    "daibieubau": PersonKind.OFFICIAL, "dbbau": PersonKind.OFFICIAL,
    "daibieuduocbau": PersonKind.OFFICIAL, "dbduocbau": PersonKind.OFFICIAL,
    "dvdb": PersonKind.PROBATIONARY, "dvdubi": PersonKind.PROBATIONARY,
    "dbct": PersonKind.OFFICIAL, "dbdk": PersonKind.ALTERNATE, "dbdn": PersonKind.EX_OFFICIO,
    "dbcd": PersonKind.APPOINTED, "duocchidinh": PersonKind.APPOINTED,
    "daibieukhachmoi": PersonKind.GUEST, "dangvienchinhthuc": PersonKind.OFFICIAL,
}  # fmt: skip
# Only in a column of kinds: elsewhere they may stand for anything.
_SHORT_KINDS: Mapping[str, PersonKind] = {
    "dn": PersonKind.EX_OFFICIO, "b": PersonKind.OFFICIAL, "ct": PersonKind.OFFICIAL,
    "cd": PersonKind.APPOINTED, "dk": PersonKind.ALTERNATE, "km": PersonKind.GUEST,
}  # fmt: skip
_STATUSES: Mapping[str, Status] = {
    **{fold(status.value): status for status in Status},
    **{fold(word): status for word, status in STATUS_WORDS.items()},
}
_INCUMBENTS = {
    "reelected": "re_elected", "taicu": "re_elected", "tai": "re_elected",
    "first": "first", "landau": "first", "moi": "first", "thamgialandau": "first", "ld": "first",
}  # fmt: skip
_ROLES = {
    "head": "head", "truong": "head", "truongdoan": "head",
    "deputy": "deputy", "pho": "deputy", "phodoan": "deputy", "photruongdoan": "deputy",
}  # fmt: skip
_BEFORE_KIND = re.compile(r"^(danhsach)?(cac)?(daibieu|db)?")
# With its accent: "đại biểu mới" are new ones.
_INVITED = re.compile(
    r"(?:danh sách )?(?:các )?(?:(?:đại biểu|đb|thành phần|khách) (?:được )?mời\b"
    r"|(?:vị )?khách (?!sạn\b|hàng\b))"
)
_LONG_WORD = len("duocbau")
# A heading of delegates may say later by what right: Đại biểu do cấp trên chỉ định.
_KIND_WITHIN = re.compile("chidinh|duongnhien|dukhuyet|duocbau")
_LANGUAGES = re.compile(r"\s*/\s*|\s+")
_CODE = re.compile(r"(\d)\s*[:=–-]\s*(nam|nữ)|(nam|nữ)\s*[:=–-]\s*(\d)", re.IGNORECASE)
_NUMBER_OF_UNIT = re.compile(r"^(?:[IVXL]+|\d{1,2})\s*[.)]\s+(?=\D)")
_DASHED = re.compile(r"(?:^|\s*\n)\s*[-–+•]\s+")
_SHORT_PHONE = re.compile(r"[35789]\d{8}")
_NUMBER = re.compile(r"^(\d{1,4})\s+(?:người|khách)$", re.IGNORECASE)
_ABSENT = re.compile(
    r"\s*(?:(?:xin|đã) )?(?:vắng|rút|thôi|không (?:tham )?dự|từ trần|mất"
    r"|chuyển (?:công|sinh|đi))\b",
    re.IGNORECASE,
)
_SEGMENTS = re.compile(r"[,;.()\n/]| - | – ")
_KIND_OF_NOTE = {
    word: kind for word, kind in _KINDS.items() if kind is not PersonKind.OFFICIAL or "db" in word
} | {word: _SHORT_KINDS[word] for word in ("dn", "dk", "km")}


@lru_cache(maxsize=4096, typed=True)
def is_mark(value: CellValue) -> bool:
    """Say whether a cell is ticked: x, v, 1, có, ✓."""
    text = text_of(value).casefold()
    return value is True or text in _MARKS or fold(text) in _MARKS


@lru_cache(maxsize=4096, typed=True)
def is_nothing(value: CellValue) -> bool:
    """Say whether a cell says no: không, 0, a dash."""
    text = text_of(value).casefold()
    return value is False or text in _NOTHING or fold(text) in _NOTHING


@lru_cache(maxsize=4096, typed=True)
def is_ditto(value: CellValue) -> bool:
    """Say whether a cell says the same as the one above it."""
    return isinstance(value, str) and not _is_word(value) and bool(_DITTO.fullmatch(text_of(value)))


def _is_word(text: str) -> bool:
    """Say at a glance whether a text is none of the signs and words for "the same"."""
    return text[:1].isalnum() and text[0] not in "nN"


@lru_cache(maxsize=4096, typed=True)
def is_sign(value: CellValue) -> bool:
    """Say whether a cell holds a dash or a dot alone, which "the same" below does not mean."""
    if not isinstance(value, str) or value[:1].isalnum():
        return False
    return not fold(value) and not is_mark(value)


@lru_cache(maxsize=4096, typed=True)
def is_unknown(value: CellValue) -> bool:
    """Say whether a cell says that nobody knows: chưa rõ, N/A, ///."""
    return isinstance(value, str) and value.strip(" .()").casefold() in _UNKNOWN


def date_value(value: CellValue) -> str | None:
    """Return a partial date with the precision it is written in."""
    return date_text(value)


def gender_value(value: CellValue) -> str | None:
    """Return "nam" or "nữ", said once or in two languages: Nam / Male."""
    said = text_of(value)
    whole = _GENDERS.get(fold(said))
    found = {_GENDERS.get(fold(part)) for part in _LANGUAGES.split(said)}
    return whole or (found.pop() if len(found) == 1 else None)


def gender_codes(title: str) -> Mapping[str, str]:
    """Return what a header says its numbers mean: "(1: Nam, 0: Nữ)", "Nam=1; Nữ=2"."""
    said = {
        (before or after): _GENDERS[fold(word or named)]
        for before, word, named, after in _CODE.findall(title)
    }
    return said if set(said.values()) == {"nam", "nữ"} else {}


def kind_value(value: CellValue) -> PersonKind | None:
    """Return by what right a person is there."""
    text = text_of(value)
    said = fold(text)
    return _KINDS.get(said) or _SHORT_KINDS.get(said) or kind_of_section(text)


def kind_of_note(note: str) -> PersonKind | None:
    """Return the kind that a note gives by a part of its own: "ĐB đương nhiên; tái cử"."""
    for segment in _SEGMENTS.split(note):
        kind = _KIND_OF_NOTE.get(fold(segment))
        if kind:
            return kind
    return None


def gender_of_note(note: str) -> str | None:
    """Return the gender that a note gives by a part of its own: "Nữ; tái cử"."""
    segments = (segment.strip().casefold() for segment in _SEGMENTS.split(note))
    return next((segment for segment in segments if segment in ("nam", "nữ")), None)


def kind_of_section(text: str) -> PersonKind | None:
    """Return the kind that a heading between the people gives: "Đại biểu đương nhiên: 12"."""
    if _INVITED.match(text.casefold()):
        return PersonKind.GUEST
    key = _BEFORE_KIND.sub("", fold(text))
    for word, kind in _KINDS.items():
        if key == word or (len(word) >= _LONG_WORD and key.startswith(word)):
            return kind
    if key != fold(text):
        first = _KIND_WITHIN.search(key)
        return _KINDS[first[0]] if first else None
    return None


def gender_of_section(text: str) -> str | None:
    """Return the gender that a heading of one word gives: "NỮ", "Đại biểu nam"; a sum has more."""
    key = _BEFORE_KIND.sub("", fold(text))
    return {"nam": "nam", "nu": "nữ"}.get(key)


def tidied(key: str, text: str, value: CellValue) -> str:
    """Return a text without what is of no field: dashes before each of several offices, a stop
    behind a unit and its number, the word that there is none.

    A mobile number that was typed as a number gets back the 0 that it lost.
    """
    if key == "phone" and _SHORT_PHONE.fullmatch(text):
        return f"0{text}"
    if key == "delegation":
        return _NUMBER_OF_UNIT.sub("", text).rstrip(" .;,:")
    if key in ("position", "note") and fold(text) in ("khong", "khongco"):
        return ""
    if key == "position" and isinstance(value, str) and _DASHED.match(value):
        return text_of("; ".join(filter(None, map(str.strip, _DASHED.split(value)))))
    return text


def tells_absence(note: str) -> bool:
    """Say whether a note tells of an absence, which is no status until somebody sets one."""
    return any(_ABSENT.match(segment) for segment in _SEGMENTS.split(note))


def _status(value: CellValue) -> Status | None:
    return _STATUSES.get(fold(text_of(value)))


def _incumbent(value: CellValue) -> str | None:
    return "re_elected" if is_mark(value) else _INCUMBENTS.get(fold(text_of(value)))


def _role(value: CellValue) -> str | None:
    return "head" if is_mark(value) else _ROLES.get(fold(text_of(value)))


def _committee(value: CellValue) -> bool | None:
    return True if fold(text_of(value)) or is_mark(value) else None


def _number(most: int) -> Callable[[CellValue], int | None]:
    """Return what reads a number from 1 to `most`, with a word behind it too: "2 người"."""

    def read(value: CellValue) -> int | None:
        found = whole_number(value)
        if found is None and (begun := _NUMBER.match(text_of(value))):
            found = int(begun[1])
        return found if found is not None and 1 <= found <= most else None

    return read


READERS: Final[Mapping[str, Callable[[CellValue], Any]]] = MappingProxyType(
    {
        "born": date_value,
        "joined": date_value,
        "official_on": date_value,
        "gender": gender_value,
        "kind": kind_value,
        "status": _status,
        "incumbent": _incumbent,
        "delegation_role": _role,
        "committee": _committee,
        "companions": _number(MOST_COMPANIONS),
        "welcome": _number(LAST_WELCOME),
    }
)
CHOICES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "gender": "Nam; Nữ",
        "kind": "; ".join(PERSON_KIND_LABELS),
        "status": "; ".join(STATUS_LABELS),
        "incumbent": "tái cử; lần đầu",
        "delegation_role": "trưởng đoàn; phó trưởng đoàn",
        "committee": "x",
        "companions": f"1–{MOST_COMPANIONS}",
        "welcome": f"1–{LAST_WELCOME}",
    }
)
# Texts in which "0", "không" and the like are none: no people is called so, no degree.
NO_ANSWER: Final = frozenset({"ethnic", "schooling", "degree", "theory", "language", "titles"})
# Fields in which a "no" is an answer and fills nothing.
MAY_DENY: Final = frozenset({"incumbent", "delegation_role", "committee"})
