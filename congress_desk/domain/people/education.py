"""What offices write for schooling, degree and political theory, brought to one value each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from congress_desk.domain.text.clean_text import fold

Scale = Mapping[str, tuple[str, ...]]

# The highest first: "Thạc sĩ Luật, Cử nhân Anh văn" is a master. Phrases are whole folded words.
DEGREES: Final[Scale] = {
    "doctor": ("tien si", "tien sy", "ts", "t s", "tskh", "pho tien si"),
    "master": ("thac si", "thac sy", "ths", "th s", "cao hoc", "master"),
    "postgraduate": ("sau dai hoc", "chuyen khoa", "cki", "ckii", "ck1", "ck2", "ck i", "ck ii"),
    "university": (
        *("dai hoc", "dh", "d h", "cu nhan", "cn", "c n", "ky su", "ki su", "ks"),
        *("bac si", "bac sy", "bs", "duoc si", "kien truc su"),
    ),
    "college": ("cao dang", "cd", "c d", "cdsp"),
    "intermediate": ("trung cap", "tc", "t c", "tccn", "thcn", "trung hoc chuyen nghiep", "y si"),
    "elementary": ("so cap", "sc", "s c", "cong nhan ky thuat", "cnkt"),
    "upper_secondary": ("trung hoc pho thong", "thpt", "ptth", "12 12", "cap 3", "cap iii"),
    "lower_secondary": ("trung hoc co so", "thcs", "cap 2", "cap ii"),
    "none": ("chua qua dao tao", "chua", "khong", "khong co"),
}
THEORIES: Final[Scale] = {
    "bachelor": ("cu nhan", "cn", "c n", "dai hoc", "dh", "d h", "thac si", "ths", "tien si", "ts"),
    "advanced": ("cao cap", "cc", "c c", "cclc", "cclt", "ccllct"),
    "intermediate": ("trung cap", "tc", "t c", "tclc", "tcllct"),
    "elementary": ("so cap", "sc", "s c", "scllct"),
    "none": ("chua qua dao tao", "chua qua", "chua", "khong", "khong co"),
}
SCHOOLINGS: Final[Scale] = {
    "upper_secondary": ("trung hoc pho thong", "thpt", "ptth", "cap 3", "cap iii"),
    "lower_secondary": ("trung hoc co so", "thcs", "cap 2", "cap ii"),
    "primary": ("tieu hoc", "cap 1", "cap i"),
}
_GRADE = re.compile(r"\b(\d{1,2})\s*/\s*(10|12)\b")
# Grades that complete a school, of the old schools of ten years and of those of twelve.
_COMPLETED: Final = {10: (10, 7, 4), 12: (12, 9, 5)}
_WORD = re.compile(r"[^\W_]+")


def degree_level(written: str) -> str:
    """Return the code of a professional degree, "" when the words are none the scale knows."""
    return _highest(written, DEGREES)


def theory_level(written: str) -> str:
    """Return the code of a level of political theory (lý luận chính trị), "" when not known."""
    return _highest(written, THEORIES)


def schooling_level(written: str) -> str:
    """Return the code of the school completed: 12/12 and 10/10 are both the whole school."""
    grade = _GRADE.search(written)
    if grade is None:
        return _highest(written, SCHOOLINGS)
    reached = int(grade[1])
    schools = zip(SCHOOLINGS, _COMPLETED[int(grade[2])], strict=True)
    return next((code for code, needed in schools if reached >= needed), "")


def _highest(written: str, scale: Scale) -> str:
    words = " ".join(fold(word) for word in _WORD.findall(written))
    text = f" {words} "
    return next(
        (code for code, phrases in scale.items() if any(f" {p} " in text for p in phrases)), ""
    )
