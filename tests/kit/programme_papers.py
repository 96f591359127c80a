"""What the papers of the whole programme must say: the numbers of the door, vote and count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from ledger import Ledger

from congress_desk.cli import main
from congress_desk.domain.motions import Hands, MotionKind
from congress_desk.queries.congress import congress
from congress_desk.queries.motions import motions
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.motions.sentences import minutes_sentence
from congress_desk.storage.congress_file import CongressFile

REGISTERED, CONVENED, PRESENT, RETURNED, LISTED, SEATS = 120, 119, 118, 117, 18, 15
OPENED = "khai mạc hồi 14 giờ 05 phút, ngày 12 tháng 3 năm 2020"
EDITED = ("tán thành 116/119, đạt 97,48%", "Đại hội thông qua. Đại hội vỗ tay hoan nghênh.")


def pdf_text(path: Path) -> str:
    """Return the words of a PDF, apart by single spaces."""
    with pypdfium2.PdfDocument(path) as document:
        return " ".join(" ".join(p.get_textpage().get_text_range() for p in document).split())


def docx_text(path: Path) -> str:
    """Return the words of a DOCX, those of its tables too, without any space."""
    body = docx.Document(str(path)).element.body
    return "".join(
        "".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")).split()
    )


def sentence_of_the_list(file: CongressFile) -> str:
    """Return the sentence of the vote on the list as the motions desk has it."""
    whole, found = congress(file), motions(file)
    voted = next(m for m in found if m.kind is MotionKind.NUMBER_AND_LIST)
    assert (voted.base, voted.present, voted.hands) == (CONVENED, PRESENT, Hands(in_favour=PRESENT))
    return minutes_sentence(voted, whole.rules, congress_wording(whole))


def result_by_command(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["verify", str(path)]) == 0
    capsys.readouterr()
    assert main(["result", str(path), "BCH", "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def check_the_result(told: dict[str, Any], ledger: Ledger) -> None:
    """The count is that of the ledger; its D and presence are those of the door."""
    assert [candidate["votes"] for candidate in told["candidates"]] == ledger.votes()
    papers = told["accounting"]
    assert (papers["convened"], papers["present"]) == (CONVENED, PRESENT)
    assert (papers["issued"], papers["returned"]) == (PRESENT, RETURNED)
    assert (papers["valid"], papers["invalid"]) == (ledger.valid(), 2)
    assert (told["majority"]["of"], told["majority"]["needed"]) == (CONVENED, 60)
    assert (told["congress"]["state"], len(told["elected"])) == ("closed", SEATS)


def chain_of(told: dict[str, Any], sentence: str) -> tuple[str, ...]:
    """Return what the minutes say of presence, the vote on the list, and the ballots."""
    papers = told["accounting"]
    best = next(c for c in told["candidates"] if c["position"] == told["elected"][0])
    return (
        f"được triệu tập: {REGISTERED} (một trăm hai mươi)",
        f"làm căn cứ tính kết quả biểu quyết và bầu cử: {CONVENED} (120 được triệu tập; trừ 1",
        sentence,
        f"được triệu tập: {REGISTERED}; có mặt lúc bầu: {papers['present']}",
        f"Số làm căn cứ tính kết quả: {papers['convened']}",
        f"phát ra: {papers['issued']} (một trăm mười tám)",
        f"thu về: {papers['returned']} (một trăm mười bảy)",
        f"hợp lệ: {papers['valid']} (một trăm mười lăm); không hợp lệ: {papers['invalid']} (hai)",
        f"1 {best['name']} {best['votes']} {best['percent'].replace('.', ',')}",
    )


def check_the_minutes(folder: Path, told: dict[str, Any], sentence: str) -> None:
    of_pdf = pdf_text(folder / "bien-ban-dai-hoi.pdf")
    of_docx = docx_text(folder / "bien-ban-dai-hoi.docx")
    for words in (OPENED, *chain_of(told, sentence), *EDITED):
        assert words in of_pdf, words
        assert words.replace(" ", "") in of_docx
    assert "BẢN NHÁP" not in of_pdf


def check_the_quick_report(folder: Path) -> None:
    """The superior reads the numbers of the minutes."""
    quick = pdf_text(folder / "bao-cao-nhanh-ket-qua.pdf")
    assert f"phiếu phát ra {PRESENT}, thu về {RETURNED}, hợp lệ 115, không hợp lệ 2" in quick
    assert f"{PRESENT - 1}/{CONVENED} đại biểu tán thành" in quick
