"""The papers of obstacles: the report, what is read over the phone, and the lessons learned."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from congress_files import a_congress, a_declared_round, granted
from document_text import document_text
from obstacles_acts import BALLOTS, a_resolved_obstacle, an_obstacle

from congress_desk.domain.obstacles import Gravity, ObstacleState
from congress_desk.exports.plain_text import write_plain_text
from congress_desk.papers import available, export_papers
from congress_desk.reports.document.document import Document, Table
from congress_desk.reports.document.wording import STYLES, wording_of
from congress_desk.reports.obstacles.lessons_learned import lessons_learned
from congress_desk.reports.obstacles.phone_summary import MOST_WORDS
from congress_desk.reports.obstacles.report import obstacles_report

from . import obstacle_scenes as scenes
from .pages import page_texts, printed, said, squeezed
from .test_docx import texts as docx_texts
from .test_docx import written

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS: dict[str, Document] = {
    **{f"obstacles-{name}": obstacles_report(found) for name, found in scenes.REPORTS.items()},
    **{f"lessons-{name}": lessons_learned(found) for name, found in scenes.LESSONS.items()},
}
MANY = obstacles_report(scenes.facts(scenes.many()))


def kept_text(name: str) -> str:
    document = DOCUMENTS[name]
    return document_text(document) + (f"\n{document.spoken}\n" if document.spoken else "")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_the_paper_reads_as_kept(name):
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(kept_text(name), "utf-8", newline="\n")
    assert kept_text(name) == golden.read_text("utf-8")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("make", ["report", "lessons"])
def test_that_every_style_has_the_words(style, make):
    words = wording_of(style)
    if make == "report":
        assert "BÁO CÁO" in document_text(obstacles_report(scenes.facts(), words))
    else:
        assert "rút kinh nghiệm" in document_text(lessons_learned(scenes.lessons(), words))


@pytest.mark.parametrize("number", [1, 2, 3, 10, 60])
@pytest.mark.parametrize("words", [1, 12, 400])
def test_that_what_is_read_over_the_phone_takes_a_minute_and_names_the_gravest(number, words):
    long = " ".join(f"chữ{i}" for i in range(words))
    found = tuple(
        replace(
            scenes.BIRTH, id=i, what=f"vướng {i} {long}", answer=long, decision=long,
            answerable=long[:190], asked=long[:190], gravity=Gravity.BLOCKING,
        )
        for i in range(1, number + 1)
    )  # fmt: skip
    congress = replace(scenes.sheets.CONGRESS, details=replace(scenes.sheets.DETAILS, name=long))
    facts = scenes.facts(found, congress=congress, places=dict.fromkeys(range(99), long))
    spoken = obstacles_report(facts).spoken
    assert len(spoken.split()) <= MOST_WORDS
    assert "vướng 1 " in spoken
    told = sum(f"vướng {i} " in spoken for i in range(1, number + 1))
    rest = number - told
    assert (f"Còn {rest} vướng mắc khác" in spoken) == bool(rest)


def test_that_an_obstacle_that_blocks_is_asked_about_at_once():
    assert "cho ý kiến **ngay** về vướng mắc số 1" in kept_text("obstacles-ward")
    assert "Đề nghị" not in kept_text("obstacles-answered")
    assert "không còn vướng mắc nào" in kept_text("obstacles-clear")


def test_that_braces_and_marks_in_what_was_typed_stay_as_they_are():
    odd = replace(scenes.SOUND, what="Mẫu {tên} **sai**", state=ObstacleState.OPEN)
    assert "Mẫu {tên} **sai**" in document_text(obstacles_report(scenes.facts((odd,))))
    assert "Mẫu {tên} **sai**" in obstacles_report(scenes.facts((odd,))).spoken


def test_that_a_question_read_over_the_phone_ends_once():
    asked = replace(scenes.SOUND, what="Gạch một phần có tính không?", state=ObstacleState.OPEN)
    spoken = obstacles_report(scenes.facts((asked,))).spoken
    assert "có tính không? " in spoken and "?." not in spoken


def test_that_the_lessons_give_plan_and_fact_side_by_side():
    document = DOCUMENTS["lessons-ward"]
    times = next(b for b in document.blocks if isinstance(b, Table))
    rows = {row[1]: row[2:] for row in times.rows}
    assert rows["Chào cờ, khai mạc phiên trù bị"] == ("13:30–13:50", "13:45–14:00", "+15", "−5")
    assert rows["Phát biểu chúc mừng của thiếu nhi"][1] == "bỏ qua"
    assert [row[0] for row in times.rows if row[1] == "Giải lao"] == [""]


def test_that_a_programme_numbered_by_hand_is_not_numbered_twice_in_the_lessons():
    facts = scenes.LESSONS["ward"]
    numbered = tuple(
        replace(found, item=replace(found.item, content=f"{place}. {found.item.content}"))
        for place, found in enumerate(facts.planned, start=1)
    )
    again = lessons_learned(replace(facts, planned=numbered))
    assert document_text(again) == document_text(DOCUMENTS["lessons-ward"])


def test_that_a_congress_of_which_nothing_was_recorded_says_so_in_each_part():
    text = kept_text("lessons-nothing")
    for part in ("Chưa ghi giờ", "Chưa ghi đầu việc", "Không ghi nhận vướng mắc", "Chưa có cuộc"):
        assert part in text


@pytest.mark.parametrize("name", [*DOCUMENTS, "many"])
def test_that_every_page_prints_and_word_says_the_same(name):
    document = MANY if name == "many" else DOCUMENTS[name]
    texts = page_texts(printed(document))
    whole = squeezed("".join(texts))
    assert squeezed(document.title) in whole
    word = squeezed("".join(docx_texts(written(document))))
    assert [part for part in said(document) if squeezed(part) not in word] == []
    if name == "many":
        assert len(texts) > 10
        assert all(squeezed(f"Vướng mắc số {n}:") in whole for n in (1, 30, 60))


def test_that_the_short_text_is_utf_8_for_any_editor(tmp_path):
    path = tmp_path / "a.txt"
    assert write_plain_text(DOCUMENTS["obstacles-ward"], path) is None
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n")
    assert "Có 3 vướng mắc chưa giải quyết" in data.decode("utf-8-sig")


def test_that_the_kinds_are_exported_in_every_form(tmp_path):
    file = a_congress(tmp_path)
    assert {p.kind for p in available(file)} & {"obstacles", "lessons"} == set()
    an_obstacle(file, replace(BALLOTS, procedure=True))
    a_resolved_obstacle(file)
    a_declared_round(file)
    paths: list[Path] = []
    count = export_papers(file, tmp_path / "out", ("obstacles", "lessons"), written=paths.append)
    file.close()
    assert granted(count) == 5
    assert sorted(path.name for path in paths) == [
        "bao-cao-rut-kinh-nghiem.docx",
        "bao-cao-rut-kinh-nghiem.pdf",
        "bao-cao-vuong-mac.docx",
        "bao-cao-vuong-mac.pdf",
        "bao-cao-vuong-mac.txt",
    ]
    assert all(path.stat().st_size > 100 for path in paths)


def test_that_a_word_without_end_is_cut_for_the_phone_and_fills_pages_in_the_report():
    odd = replace(scenes.WARD[0], what="v" * 2000)
    document = obstacles_report(scenes.facts((odd,)))
    assert len(document.spoken) < 600
    assert "…" in document.spoken
    assert "".join(page_texts(printed(document))).count("v") > 2000


def test_that_one_noted_just_now_is_told_as_new():
    now = scenes.facts().now
    fresh = replace(scenes.WARD[0], since=now.isoformat())
    document = obstacles_report(scenes.facts((fresh,)))
    assert "Mới phát sinh lúc" in document_text(document)
    assert "Mới phát sinh lúc" in document.spoken
    assert "0 phút;" not in document_text(document)
