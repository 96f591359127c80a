"""Minutes, resolution and quick report: their words in every style, printed and for Word."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from document_text import document_text
from paper_parts_acts import an_edited_congress

from congress_desk.domain.congress import CongressState
from congress_desk.domain.minutes.paper_fields import seen_json
from congress_desk.domain.minutes.paper_part import CongressPaper, PaperPart
from congress_desk.domain.motions import Hands, MotionKind
from congress_desk.exports.docx.document import write_docx
from congress_desk.papers import export_papers
from congress_desk.reports.document.document import Document, Heading, KeepTogether
from congress_desk.reports.minutes.congress_facts import CongressFacts
from congress_desk.reports.minutes.congress_minutes import congress_minutes
from congress_desk.reports.minutes.quick_report import quick_report
from congress_desk.reports.minutes.resolution import resolution

from . import hall, sheets
from .pages import page_texts, printed, said, squeezed
from .test_docx import body_of, texts, written

GOLDEN = Path(__file__).parent / "golden"
MAKERS: dict[str, Callable[[CongressFacts], Document]] = {
    "minutes": congress_minutes,
    "resolution": resolution,
    "quick-report": quick_report,
}
MIXED = ("complete", "tick", "tie", "short", "void", "incomplete")
SCENES: dict[str, CongressFacts] = {
    "party": hall.facts(),
    "youth": hall.facts(sheets.youth_congress(), "youth"),
    "nd30": hall.facts(sheets.union_congress(), "union"),
    "mixed": hall.facts(None, *MIXED, closed=False, motions=()),
    "nothing": hall.facts(
        agenda=(), duties=(), motions=(), speeches=(), sheets=(), indicators=(), guests=0
    ),
}
PAPERS = [(paper, scene) for paper in MAKERS for scene in SCENES]


def made(paper: str, scene: str) -> Document:
    return MAKERS[paper](SCENES[scene])


def kept(record: str, text: str, **seen: str) -> PaperPart:
    return PaperPart(
        paper=CongressPaper.MINUTES, record=record, text=text, seen=seen_json(seen), after="opening"
    )


@pytest.mark.parametrize(("paper", "scene"), PAPERS)
def test_that_the_paper_reads_as_kept(paper, scene):
    golden = GOLDEN / f"congress-{paper}-{scene}.txt"
    text = document_text(made(paper, scene))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize(("paper", "scene"), PAPERS)
def test_that_no_place_is_left_to_fill(paper, scene):
    text = document_text(made(paper, scene))
    assert "{" not in text.replace("{2019}", "")
    assert "****" not in text


@pytest.mark.parametrize(("paper", "scene"), PAPERS)
def test_that_word_says_what_is_printed(paper, scene):
    document = made(paper, scene)
    of_page = squeezed("".join(page_texts(printed(document))))
    in_word = squeezed("".join(texts(written(document))))
    place = 0
    for part in said(document):
        found = in_word.find(squeezed(part), place)
        assert found >= 0, part
        place = found
    for text in texts(written(document)):
        assert squeezed(text) in of_page or len(text) > 60, text


@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice Writer")
@pytest.mark.parametrize("paper", MAKERS)
def test_that_libreoffice_opens_it_and_prints_the_same_words(paper, tmp_path):
    document, path = made(paper, "party"), tmp_path / "paper.docx"
    write_docx(document, path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    ours = body_of(page_texts(printed(document)))
    theirs = body_of(page_texts((tmp_path / "paper.pdf").read_bytes()))
    assert ours[:200] == theirs[:200]
    assert sorted(ours) == sorted(theirs)


def test_that_numbers_stand_in_words_where_the_form_asks():
    text = document_text(made("minutes", "party"))
    assert "Dự đại hội: **117** (một trăm mười bảy), đạt **98,32%** số được triệu tập; " in text
    assert "phát ra: **117** (một trăm mười bảy)" in text


def test_that_a_vote_on_an_organ_stands_with_the_organ_and_nowhere_else():
    text = document_text(made("minutes", "party"))
    assert text.count("Bầu Đoàn chủ tịch") == 0
    assert "Kết quả biểu quyết: tán thành **117/118**" in text
    assert "Thôi tham gia trong quá trình đại hội: Vũ Văn Ý (sức khỏe)." in text


def test_that_votes_on_lists_and_boards_stand_with_the_elections():
    lines = document_text(made("minutes", "party")).splitlines()
    board = next(i for i, line in enumerate(lines) if "Bầu Ban kiểm phiếu gồm 3" in line)
    assert any("Bầu cử" in line for line in lines[:board] if line.startswith("## "))


def test_that_both_votes_of_a_repeated_motion_are_told():
    text = document_text(made("minutes", "party"))
    assert "tán thành **50/118**" in text
    assert "Biểu quyết lại (giải trình thêm)" in text
    assert "Việc không biểu quyết" not in text


def test_that_a_repeated_vote_is_the_last_though_the_clock_was_put_back():
    """Lost at 8:30, carried when voted on again at 7:10 of a clock that had been put back."""
    kind, at = MotionKind.PRESIDIUM, "2020-03-13T0{}:00".format
    lost = hall.motion(2, kind, "Bầu", Hands(in_favour=50, against=60), voted_at=at("8:30"))
    carried = hall.motion(3, kind, "Bầu", Hands(in_favour=110), voted_at=at("7:10"), repeats=2)
    known = hall.facts(motions=(lost, carried))
    assert known.last_vote(MotionKind.PRESIDIUM) == carried
    assert known.voted_in_turn == (lost, carried)


def test_that_what_the_secretary_noted_is_never_read_as_a_field():
    assert "thu ngân sách (2019)." in document_text(made("minutes", "party"))


def test_that_nobody_is_elected_in_a_round_that_is_void_or_not_declared():
    text = document_text(made("minutes", "mixed"))
    assert "không có giá trị, phải bầu lại" in text
    assert "Đang kiểm phiếu, chưa công bố kết quả." in text
    adopted = document_text(made("resolution", "mixed"))
    assert adopted.count("trúng cử, gồm:") == adopted.count("đồng chí trúng cử:") == 2


def test_that_an_open_congress_gives_drafts_and_a_closed_one_papers_to_sign():
    assert "chưa bế mạc" in made("minutes", "mixed").stamp
    assert "chưa biểu quyết" in made("resolution", "mixed").stamp
    assert made("minutes", "party").stamp == ""
    assert made("resolution", "party").stamp == ""
    closed = replace(SCENES["mixed"].congress, state=CongressState.CLOSED)
    assert congress_minutes(replace(SCENES["mixed"], congress=closed)).stamp == ""


def test_that_edits_and_parts_of_ones_own_are_printed_in_their_places():
    parts = (
        kept("closing", "Bế mạc lúc {closing_time}.\n- Cảm ơn", closing_time="13 giờ 45 phút"),
        kept("free:1", "**Tặng hoa**\nĐại hội tặng hoa."),
        kept("motion:99", "Lời của bản ghi đã mất: {in_favour}.", in_favour="7"),
    )
    document = congress_minutes(replace(SCENES["party"], kept=parts))
    text = document_text(document)
    assert "## Tặng hoa\nĐại hội tặng hoa." in text
    assert "Lời của bản ghi đã mất: 7." in text
    assert "Bế mạc lúc 13 giờ 45 phút.\n- Cảm ơn" in text
    assert "còn phần phải xem lại" in document.stamp


@pytest.mark.parametrize("paper", MAKERS)
def test_that_names_that_look_like_marks_are_printed_as_they_are(paper):
    hostile = "{present} **An** <b>&"
    duties = tuple(replace(duty, name=hostile) for duty in hall.DUTIES)
    speeches = tuple(replace(s, speaker=hostile, gist=hostile) for s in hall.SPEECHES)
    document = MAKERS[paper](replace(SCENES["party"], duties=duties, speeches=speeches))
    assert printed(document).startswith(b"%PDF")
    if paper == "minutes":
        assert hostile in document_text(document)


def test_that_each_paper_is_exported_as_pdf_and_docx(tmp_path):
    file = an_edited_congress(tmp_path)
    names: list[str] = []
    for kind in MAKERS:
        assert (
            export_papers(
                file, tmp_path / "out", [kind], written=lambda path: names.append(path.name)
            )
            == 2
        )
    file.close()
    assert names == [
        "bien-ban-dai-hoi.pdf", "bien-ban-dai-hoi.docx",
        "nghi-quyet-dai-hoi.pdf", "nghi-quyet-dai-hoi.docx",
        "bao-cao-nhanh-ket-qua.pdf", "bao-cao-nhanh-ket-qua.docx",
    ]  # fmt: skip


@pytest.mark.parametrize("paper", MAKERS)
def test_that_the_last_heading_stands_on_the_page_of_what_it_heads(paper):
    blocks = made(paper, "party").blocks
    signed = max(place for place, block in enumerate(blocks) if isinstance(block, KeepTogether))
    assert not isinstance(blocks[signed - 1], Heading)


def test_that_the_quick_report_names_later_rounds_ties_and_what_is_missing():
    assert "nhiệm kỳ 2022 - 2027, lần thứ 2**: số lượng bầu 3" in document_text(
        made("quick-report", "youth")
    )
    text = document_text(made("quick-report", "mixed"))
    assert "Bằng phiếu ở suất cuối: " in text
    assert text.count("Còn thiếu 1 so với số lượng cần bầu.") == 2
