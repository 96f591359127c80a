"""File names that every system takes: readable ASCII, never reserved, never too long."""

from __future__ import annotations

import re
from collections.abc import Collection

from congress_desk.domain.text.clean_text import without_accents

LONGEST = 120

_OTHERS = re.compile(r"[^A-Za-z0-9]+")
_RESERVED = re.compile(r"(?i)^(?:con|prn|aux|nul|conin\$|conout\$|com\d|lpt\d)$")


def safe_name(text: str) -> str:
    """Return `text` as a piece of a file name: "Bầu BCH/Đảng bộ" -> "Bau-BCH-Dang-bo"."""
    return _OTHERS.sub("-", without_accents(text)).strip("-")


def file_name(*parts: str | int, suffix: str) -> str:
    """Return a whole file name of at most 120 characters: parts joined by "-", then the suffix."""
    pieces = (safe_name(str(part)) for part in parts)
    stem = "-".join(piece for piece in pieces if piece)[: LONGEST - len(suffix)].strip("-")
    if not stem or _RESERVED.match(stem):
        stem = f"{stem}-desk".strip("-")
    return stem + suffix


def unused_name(name: str, taken: Collection[str]) -> str:
    """Return `name`, numbered when it is in `taken` (without case, as Windows compares names)."""
    folded = {other.casefold() for other in taken}
    stem, dot, suffix = name.rpartition(".")
    candidate, number = name, 2
    while candidate.casefold() in folded:
        tail = f"-{number}{dot}{suffix}"
        candidate = stem[: LONGEST - len(tail)] + tail
        number += 1
    return candidate


def counting_minutes_name(code: str, number: int, *, recount: bool = False) -> str:
    """Return the name of the minutes of a count: "bien-ban-kiem-phieu-BCH-lan-1.pdf"."""
    what = "bien-ban-kiem-phieu-lai" if recount else "bien-ban-kiem-phieu"
    return file_name(what, _short(code), "lan", number, suffix=".pdf")


def superior_report_name(code: str) -> str:
    """Return the name of the report upward: "bao-cao-cap-tren-BT.pdf"."""
    return file_name("bao-cao-cap-tren", _short(code), suffix=".pdf")


def issue_minutes_name(code: str, number: int) -> str:
    """Return the name of minutes of handing out: "bien-ban-phat-phieu-BCH-lan-1.pdf"."""
    return file_name("bien-ban-phat-phieu", _short(code), "lan", number, suffix=".pdf")


def share_issue_name(code: str, number: int) -> str:
    """Return the name of a list for handing out: "danh-sach-phat-phieu-HDQT-lan-1.pdf"."""
    return file_name("danh-sach-phat-phieu", _short(code), "lan", number, suffix=".pdf")


def tally_sheets_name(code: str, number: int) -> str:
    """Return the name of tally sheets: "phieu-tong-hop-kiem-phieu-BCH-lan-1.pdf"."""
    return file_name("phieu-tong-hop-kiem-phieu", _short(code), "lan", number, suffix=".pdf")


def bundle_covers_name(code: str, number: int) -> str:
    """Return the name of covers of bundles: "bia-tep-phieu-BCH-lan-1.pdf"."""
    return file_name("bia-tep-phieu", _short(code), "lan", number, suffix=".pdf")


def candidate_list_name(code: str) -> str:
    """Return the name of a list of candidates: "danh-sach-bau-cu-BCH.pdf"."""
    return file_name("danh-sach-bau-cu", _short(code), suffix=".pdf")


def results_book_name() -> str:
    """Return the name of the results workbook."""
    return file_name("ket-qua-bau-cu", suffix=".xlsx")


def people_book_name() -> str:
    """Return the name of the workbook of people."""
    return file_name("dai-bieu", suffix=".xlsx")


def credentials_name() -> str:
    """Return the name of the report on credentials as PDF."""
    return file_name("bao-cao-tham-tra-tu-cach-dai-bieu", suffix=".pdf")


def people_list_name() -> str:
    """Return the name of the list of delegates."""
    return file_name("danh-sach-dai-bieu", suffix=".pdf")


def sign_in_name() -> str:
    """Return the name of the sign-in lists."""
    return file_name("danh-sach-diem-danh-ky-ten", suffix=".pdf")


def cards_name() -> str:
    """Return the name of the sheets of delegate cards."""
    return file_name("the-dai-bieu", suffix=".pdf")


def obstacles_name() -> str:
    """Return the name of the report on obstacles as PDF."""
    return file_name("bao-cao-vuong-mac", suffix=".pdf")


def lessons_name() -> str:
    """Return the name of the report on lessons learned as PDF."""
    return file_name("bao-cao-rut-kinh-nghiem", suffix=".pdf")


def profile_list_name(code: str) -> str:
    """Return the name of the candidates' profiles: "trich-ngang-BCH.pdf"."""
    return file_name("trich-ngang", _short(code), suffix=".pdf")


def ballots_name(code: str, number: int) -> str:
    """Return the name of the ballot papers: "phieu-bau-BCH.pdf", "phieu-bau-BCH-lan-2.pdf"."""
    return file_name("phieu-bau", _short(code), *_vote(number), suffix=".pdf")


def ballot_proof_name(code: str, number: int) -> str:
    """Return the name of the proof of the ballots: "kiem-tra-phieu-bau-BCH.pdf"."""
    return file_name("kiem-tra-phieu-bau", _short(code), *_vote(number), suffix=".pdf")


def voting_poster_name(code: str, number: int, size: str) -> str:
    """Return the name of the poster on how to vote: "the-le-bo-phieu-BCH-A4.pdf"."""
    return file_name("the-le-bo-phieu", _short(code), *_vote(number), size, suffix=".pdf")


def after_paper_name(name: str, *parts: str | int) -> str:
    """Return the name of a paper after an election: "bien-ban-niem-phong-BCH-lan-1.pdf"."""
    return file_name(name, *(_short(p) if isinstance(p, str) else p for p in parts), suffix=".pdf")


def _vote(number: int) -> tuple[str | int, ...]:
    return ("lan", number) if number > 1 else ()


def _short(code: str) -> str:
    return safe_name(code)[:60]
