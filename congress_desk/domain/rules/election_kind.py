"""Kinds of election: what holds for which kind stands in the rule set."""

from __future__ import annotations

import re
from enum import StrEnum

from congress_desk.domain.text.clean_text import without_accents


class ElectionKind(StrEnum):
    """What is elected: a committee, its standing committee, one post, delegates."""

    COMMITTEE = "committee"
    STANDING = "standing"
    SECRETARY = "secretary"
    DEPUTY = "deputy"
    INSPECTION = "inspection"
    DELEGATES = "delegates"
    OTHER = "other"


# Words of titles without accents. Where several stand in a title the first one decides, and of
# those that begin at one place the longest: "phó bí thư ban chấp hành" is a deputy.
_WORDS = {
    "ban chap hanh": ElectionKind.COMMITTEE,
    "bch": ElectionKind.COMMITTEE,
    "cap uy": ElectionKind.COMMITTEE,
    "hoi dong quan tri": ElectionKind.COMMITTEE,
    "hdqt": ElectionKind.COMMITTEE,
    "chi uy": ElectionKind.COMMITTEE,
    "dang uy": ElectionKind.COMMITTEE,
    "ban thuong vu": ElectionKind.STANDING,
    "btv": ElectionKind.STANDING,
    "ban thuong truc": ElectionKind.STANDING,
    "doan chu tich": ElectionKind.STANDING,
    "bi thu": ElectionKind.SECRETARY,
    "bt": ElectionKind.SECRETARY,
    "pbt": ElectionKind.DEPUTY,
    "chu tich": ElectionKind.SECRETARY,
    "pho bi thu": ElectionKind.DEPUTY,
    "pho chu tich": ElectionKind.DEPUTY,
    "uy ban kiem tra": ElectionKind.INSPECTION,
    "chu nhiem uy ban kiem tra": ElectionKind.INSPECTION,
    "ubkt": ElectionKind.INSPECTION,
    "ban kiem tra": ElectionKind.INSPECTION,
    "ban kiem soat": ElectionKind.INSPECTION,
    "bks": ElectionKind.INSPECTION,
    "dai bieu": ElectionKind.DELEGATES,
    "db": ElectionKind.DELEGATES,
    "doan dai bieu": ElectionKind.DELEGATES,
}
_PATTERN = re.compile(rf"\b({'|'.join(sorted(_WORDS, key=len, reverse=True))})\b")


def kind_meant(title: str) -> ElectionKind:
    """Return the kind that the title of an election speaks of, "other" where it says none."""
    words = " ".join(without_accents(title).casefold().split())
    found = _PATTERN.search(words)
    return _WORDS[found[1]] if found else ElectionKind.OTHER
