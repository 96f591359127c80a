"""What one header of a list means: the words above and below, matched by synonyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from congress_desk.domain.people.register_layout import (
    ANSWERED,
    NAME,
    NAMES,
    REGISTER,
)
from congress_desk.domain.people.register_subheaders import UNDER_PATTERNS
from congress_desk.domain.text.clean_text import fold

BOTH, EXACT, PART = 3, 2, 1
_LONGEST_TITLE = 120
_BODY_JOINED = re.compile("(?:vao|gianhap)(dang|hoi|doan|congdoan)")
_ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PARTED = re.compile(r"\s*(?:/|,|;|\s[-–]\s|\bhoặc\b|\bvà\b)\s*", re.IGNORECASE)
# How a form asks: "3. Giới tính của đồng chí là gì?"
_ASKED_FIRST = re.compile(r"^(?:câu\s*)?\d{1,2}\s*[.)/:]\s*(?=[^\W\d])", re.IGNORECASE)
_ASKED_LAST = re.compile(
    r"(?:\s+của\s+(?:các\s+)?(?:đồng chí|đ/c|đại biểu|anh|chị|bạn|ông|bà|quý vị|em)\b.*"
    r"|\s+là\s+gì)?[\s?:*]*$",
    re.IGNORECASE,
)
_LABELS = {fold(column.label): column.key for column in REGISTER}
_TITLES = {
    **{fold(title): column.key for column in reversed(REGISTER) for title in column.titles},
    **_LABELS,
}
_RANKS = {
    (column.key, fold(title)): max(rank - (column.key == NAME), 0)
    for column in REGISTER
    for rank, title in reversed(list(enumerate((column.label, *column.titles))))
}
# The surest first: what begins with names heads them, a date of full membership is also one of the
# Party, a man's birth also a birth.
_ORDER = (NAME, "official_on", "joined", "born_male", "born_female", "born")
_PARTS = tuple(
    (key, re.compile(parts))
    for key, parts in sorted(
        ((column.key, column.parts) for column in REGISTER if column.parts),
        key=lambda found: _ORDER.index(found[0]) if found[0] in _ORDER else len(_ORDER),
    )
)


_NAME_OF_PEOPLE = re.compile(r"ho(va)?ten(daibieu|dangvien|doanvien|hoivien|canbo)?")
_NOBODYS = frozenset({"born", "gender", "position", "ethnic", "religion", "hometown"})
_HASH = "#"
_FILLED_IN = re.compile(r":\s*\w")
_NAME_PARTS = tuple(found for found in _PARTS if found[0] == NAME)
# Somebody's office in one of several bodies: beside another such column, not instead of it.
_ONE_OF_SEVERAL_OFFICES = re.compile(
    r"chuc(vu|danh)(trong|ve)?(dang|chinhquyen|doanthe|hoi|doan|congdoan|matran|chuyenmon)$"
)
# Somebody else's name beside that of the person: a parent's, a sponsor's.
_SOMEBODY_ELSE = re.compile(
    r"^ho(va)?ten(cha|bo|me|vo|chong|con|nguoi(gioithieu|baolanh|thaythe|lienhe|lap|nhan|than))"
)
# What a unit or an office was before, beside what it is now: Đơn vị cũ, Chức vụ (trước 01/7/2025).
_FORMER = re.compile(r"\bcũ\b|\btrước (?:đây|khi|ngày|sáp nhập|sắp xếp|hợp nhất|\d)", re.IGNORECASE)
_MAY_CHANGE = frozenset({"delegation", "position"})
_NOW = frozenset({"moi", "hiennay", "hientai", "sausapnhap", "sausapxep", "sauhopnhat"})
# The rank of a column that is one of the answers to the header above it, below any synonym.
ANSWER = 9_999
# Above this may stand any education, also one that the register has no field for.
_ANY_EDUCATION = "trinhdo"


def heads_names(title: str) -> bool:
    """Say whether a text can head a column of names; "Họ và tên: Lê Văn An" is one of a form."""
    if _FILLED_IN.search(title):
        return False
    return len(title) <= _LONGEST_TITLE and _alone(title, _NAME_PARTS)[0] in NAMES


def is_title(text: str) -> bool:
    """Say whether a text is one of the headers offices write, word for word."""
    return meaning("", text)[1] >= EXACT


def is_other_title(text: str) -> bool:
    """Say whether a text is the header of something else than names, which nobody is called."""
    key, sure, _ = meaning("", text)
    return sure >= EXACT and key in _NOBODYS and " " in text


def asks_office(title: str) -> bool:
    """Say whether a header of names asks for the office too: Họ và tên, chức vụ."""
    return any(word in fold(title) for word in ("chucvu", "chucdanh"))


def body_joined(title: str) -> str:
    """Return what a header of dates says was joined: "dang", "hoi", "" where it does not say."""
    said = _BODY_JOINED.search(fold(title))
    return said[1] if said else ""


def is_name_of_people(whole: str) -> bool:
    """Say whether a folded title is "Họ và tên" in one of its ways: Họ tên, Họ và tên đại biểu."""
    return _NAME_OF_PEOPLE.fullmatch(whole) is not None


def unasked(title: str) -> str:
    """Return a header without what a form asks it with: its number, "của đồng chí là gì?"."""
    return _ASKED_LAST.sub("", _ASKED_FIRST.sub("", title)) or title


@lru_cache(maxsize=4096)
def meaning(above: str, title: str) -> tuple[str, int, int]:
    """Return the key of a header, how sure it is (0 nothing), and its rank among synonyms.

    `above` is what stands over it in a header of two rows, "" where nothing does.
    """
    if len(title) > _LONGEST_TITLE or len(above) > _LONGEST_TITLE:
        return "", 0, 0
    title = unasked(title)
    if _FORMER.search(title):
        return "", 0, 0
    if above and title:
        return _under(above, title)
    return _alone(title or above)


def _under(above: str, title: str) -> tuple[str, int, int]:
    over, under = fold(above), fold(_ASIDE.sub("", title))
    if not under or (under in _NOW and _alone(above)[0] in _MAY_CHANGE):
        return _alone(above)
    if _is_year(title):
        return _year_of(over)
    for above_pattern, pattern, key in UNDER_PATTERNS:
        if above_pattern.search(over) and pattern.match(under):
            return key, BOTH, 0
    if len(over) > 1 and over + under in _TITLES:
        return _known(over + under)
    return _alone(title) if _alone(title)[0] else _answer(above)


def _answer(above: str) -> tuple[str, int, int]:
    """Return the field of a column that is one answer to what is asked above: THPT, Cao cấp."""
    key, sure, _ = _alone(above)
    if key in ANSWERED and fold(above) != _ANY_EDUCATION:
        return key, sure, ANSWER
    return "", 0, 0


def _year_of(over: str) -> tuple[str, int, int]:
    """Return which date a column "Năm" is of, as the header above it says."""
    for key, words in (("born", "sinh"), ("official_on", "chinhthuc")):
        if words in over:
            return key, BOTH, 0
    joined = any(words in over for words in ("vaodang", "vaodoan", "vaohoi", "ketnap"))
    return ("joined", BOTH, 0) if joined else ("", 0, 0)


def _alone(
    title: str, parts: Sequence[tuple[str, re.Pattern[str]]] = _PARTS
) -> tuple[str, int, int]:
    for whole in (fold(title), fold(_ASIDE.sub("", title))):
        if whole in _TITLES and (whole or title.strip() == _HASH) and not _is_year(title):
            return _known(whole)
    if _ONE_OF_SEVERAL_OFFICES.match(fold(title)):
        return "position", BOTH, 0
    together = _of_one_kind(title)
    if together:
        return together, EXACT, ANSWER - 1
    whole = fold(title)
    for key, pattern in parts:
        if pattern.search(whole):
            # Họ và tên with words behind it is surer than Đại biểu or Đồng chí alone.
            sure = key == NAME and not _SOMEBODY_ELSE.match(whole)
            return (NAME, EXACT, 1 - is_name_of_people(whole)) if sure else (key, PART, 0)
    return "", 0, 0


def _of_one_kind(title: str) -> str:
    """Return the key of two known headers in one that mean the same: Lớp/Chi đoàn, Phòng/Ban."""
    parts = [fold(part) for part in _PARTED.split(title)]
    keys = {_TITLES.get(part, "") for part in parts}
    return keys.pop() if len(parts) > 1 and len(keys) == 1 else ""


def _is_year(title: str) -> bool:
    """Say whether a header is "Năm" (year), which without its accent is "Nam" (male)."""
    return title.strip().casefold() == "năm"


def _known(whole: str) -> tuple[str, int, int]:
    key = _TITLES[whole]
    return key, EXACT, _RANKS[key, whole]
