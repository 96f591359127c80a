"""What the words of a programme say: of which kind an item is, and which record it means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.text.clean_text import without_accents

# The first that fits counts; words without accents, each found at the start of a word.
_KINDS: Final = (
    (r"^(nghi giua gio|nghi giai lao|giai lao|nghi trua|nghi toi|an trua|an toi|nghi)\b",
     ItemKind.BREAK),
    (r"\b(be mac)\b", ItemKind.CLOSING),
    (r"^(bau|bieu quyet).*\b(chu tich doan|doan chu tich|doan thu ky|ban tham tra|ban kiem phieu"
     r"|to kiem phieu|ban bau cu|chu toa|thu ky dai hoi)\b", ItemKind.MOTION),
    (r"^(thong qua|bieu quyet)\b", ItemKind.MOTION),
    (r"\b(tham tra tu cach|bao cao tinh hinh (dai bieu|dang vien|doan vien|hoi vien|co dong)"
     r"( tham)? du)\b", ItemKind.CREDENTIALS_REPORT),
    (r"^(cong bo)\b", ItemKind.REPORT),
    (r"^(bau|tien hanh bau|bau cu)\b", ItemKind.ELECTION),
    (r"\b(khai mac|chao co)\b", ItemKind.OPENING),
    (r"\b(thao luan|tham luan)\b", ItemKind.DISCUSSION),
    (r"^(phat bieu)\b", ItemKind.SPEECH),
    (r"\b(van nghe|khen thuong|trao tang|tang hoa|tang qua|phong su|chieu phim|trao hoa)\b",
     ItemKind.FILLER),
    (r"^(bao cao|trinh bay|kiem diem)\b", ItemKind.REPORT),
)  # fmt: skip
_NO_REPORT: Final = (
    r"\b(cong bo|du thao nghi quyet|ra mat|thong bao ket qua|tong hop y kien thao luan)\b"
)
_ON_REPORT: Final = r"(dai hoi )?(bieu quyet|thong qua|thao luan)\b"
_SMALL: Final = frozenset(
    {
        *("bau", "cac", "cho", "cong", "bo", "cua", "dong", "ket", "khoa", "lan", "nhiem", "ky"),
        *("nhung", "qua", "so", "thong", "tien", "hanh", "ve", "voi", "va"),
    }
)
_WORD: Final = re.compile(r"\w+")
# A number of its own: "1. ", "2.1. ", "3) ", "IV. ", "a) ", "– ".
_OWN_NUMBER: Final = re.compile(
    r"^\s*(?:(?:\d{1,2}(?:\.\d{1,2})*\s*[.)/:]|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5}[.)]|[a-zđ]\)|[-–+•])\s+)+",
    re.IGNORECASE,
)


def unnumbered(content: str) -> str:
    """Return an item without the number it was written with: "1. Đón tiếp" -> "Đón tiếp"."""
    return _OWN_NUMBER.sub("", content) or content


def kind_of(content: str) -> ItemKind:
    """Return the kind that the words of an item speak of; WORK when they do not tell."""
    words = _plain(content)
    for pattern, kind in _KINDS:
        if re.search(pattern, words):
            return kind
    return ItemKind.WORK


def is_announcement(content: str) -> bool:
    """Say whether an item announces a result."""
    return _plain(content).startswith("cong bo")


def is_result(content: str) -> bool:
    """Say whether an item announces the result of a count, and of no one election by name."""
    return bool(re.match(r"cong bo ket qua\b", _plain(content)))


def is_report(content: str) -> bool:
    """Say whether an item lays a report before the congress: no result, no draft resolution."""
    return not re.search(_NO_REPORT, _plain(content))


def report_matter(content: str) -> str:
    """Return what is laid before the congress, without the vote on it: "…; biểu quyết"."""
    matters = [matter.strip() for matter in unnumbered(content).split(";")]
    laid = [m for m in matters if m and not re.match(_ON_REPORT, _plain(m))]
    return "; ".join(laid or matters)


def is_draft_resolution(content: str) -> bool:
    """Say whether an item lays the draft resolution before the congress, which votes on it."""
    return bool(re.search(r"\bthong qua\b.*\bnghi quyet\b", _plain(content)))


def is_opening_speech(content: str) -> bool:
    """Say whether an item is the speech that opens the congress, which somebody reads."""
    return bool(re.search(r"\b(dien van|khai mac)\b", _plain(content)))


def is_of_organs(content: str) -> bool:
    """Say whether an item elects the presidium, and the organs beside it, by show of hands."""
    pattern = r"^(bau|bieu quyet|gioi thieu).*(doan chu tich|chu tich doan|chu toa)"
    return bool(re.search(pattern, _plain(content)))


def election_meant(kind: ItemKind, content: str, titles: Mapping[int, str]) -> int:
    """Return the election an item holds or announces, 0 when its words name none."""
    holds = kind is ItemKind.ELECTION or (kind is ItemKind.REPORT and is_announcement(content))
    return meant(content, titles) if holds else 0


def meant(content: str, titles: Mapping[int, str]) -> int:
    """Return the key of the one title that half of an item's words or more stand in, 0 of none."""
    wanted = _words(content)
    if not wanted:
        return 0
    scores = {key: len(wanted & _words(title)) for key, title in titles.items()}
    best = max(scores.values(), default=0)
    if 2 * best < len(wanted):
        return 0
    keys = [key for key, score in scores.items() if score == best]
    return keys[0] if len(keys) == 1 else 0


def _plain(content: str) -> str:
    return without_accents(unnumbered(content)).casefold()


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(without_accents(text).casefold())) - _SMALL
