"""Papers and workbook of the preparation: as kept, on every template, with hard contents."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from congress_files import a_congress, granted
from document_text import document_text
from preparation_acts import ACTOR

from congress_desk.actions.congress import edit_congress
from congress_desk.actions.preparation.template import apply_preparation
from congress_desk.domain.obstacles import Gravity, Obstacle
from congress_desk.domain.preparation.indicator import Indicator
from congress_desk.domain.preparation.task import Task, TaskState
from congress_desk.domain.preparation.template import dated
from congress_desk.domain.preparation.text import CommentState, CongressText, TextComment, TextState
from congress_desk.exports.docx.document import write_docx
from congress_desk.exports.xlsx.workbook import write_xlsx
from congress_desk.papers import available, export_papers
from congress_desk.papers.paper import Paper
from congress_desk.papers.preparation import preparation_content, preparation_facts
from congress_desk.queries.congress import congress
from congress_desk.queries.preparation import KINDS, preparation_templates
from congress_desk.reports.document.document import Document, Heading, PageBreak
from congress_desk.reports.document.wording import STYLES, wording_of
from congress_desk.reports.preparation.book import preparation_book
from congress_desk.reports.preparation.facts import PreparationFacts
from congress_desk.reports.preparation.lists import preparation_targets, preparation_texts
from congress_desk.reports.preparation.plan import preparation_by_person, preparation_plan
from congress_desk.reports.preparation.report import preparation_report

from . import sheets
from .pages import page_texts, printed, squeezed

GOLDEN = Path(__file__).parent / "golden"
WEDNESDAY = date(2020, 3, 4)
NAMES = ("Nguyễn Thị Đào", "Trần Hoài An", "", "Lê Thị Bình")
STATES = (TaskState.DONE, TaskState.DOING, TaskState.OPEN)
OBSTACLE = Obstacle(
    id=1, what="Chưa có hướng dẫn mẫu phiếu", since="2020-03-01T08:00", gravity=Gravity.HIGH,
    answerable="Trần Hoài An",
)  # fmt: skip


def facts(key: str = "chi-bo", whole=sheets.CONGRESS, **changes) -> PreparationFacts:
    """Return a template under way nine days before the congress, or what `changes` say."""
    template = next(found for found in preparation_templates() if found.key == key)
    template = dated(template, "2020-03-13")
    found = PreparationFacts(
        congress=whole,
        tasks=tuple(_under_way(n, each.task) for n, each in enumerate(template.tasks)),
        texts=tuple(_drafted(n, each.text) for n, each in enumerate(template.texts)),
        comments=COMMENTS,
        indicators=TARGETS,
        obstacles=(OBSTACLE,),
        head=sheets.HEAD,
        today=WEDNESDAY,
    )
    return replace(found, **changes)


def _under_way(place: int, task: Task) -> Task:
    past = task.due < "2020-02-20"
    state = TaskState.DONE if past else STATES[1 + place % 2]
    return replace(
        task,
        id=place + 1,
        answerable=NAMES[place % 4],
        helpers="Vũ Ê; Trần Hoài An" if place % 5 == 0 else "",
        state=TaskState.DROPPED if place == 9 else state,
        done_at=f"{task.due}T09:00:00+07:00" if past else "",
    )


def _drafted(place: int, text: CongressText) -> CongressText:
    state = list(TextState)[place % len(TextState)]
    return replace(text, id=place + 1, state=state, version="Dự thảo 2", drafter=NAMES[place % 4])


COMMENTS = (
    TextComment(
        id=1, text_id=2, author="Chi bộ 2", gist="Nêu rõ số hẻm", answer="Đã bổ sung",
        taken=CommentState.TAKEN, at="2020-03-01T09:00:00+07:00",
    ),
    TextComment(id=2, text_id=2, author="Vũ Ê", gist="=1+1 quá dài", at="2020-03-02T09:00:00"),
)  # fmt: skip
TARGETS = (
    Indicator(id=1, name="Thu ngân sách", unit="tỷ đồng", last_result="12,5",
              superior_target="15,2", superior_unit="tỷ đồng", own_target="15"),
    Indicator(id=2, name="Kết nạp đảng viên", unit="đảng viên", superior_target="75"),
    Indicator(id=3, name="Chi bộ tốt", unit="%", superior_target="95", superior_unit="chi bộ",
              own_target="95", note="thống nhất lại cách tính"),
    Indicator(id=4, name="Thư viện", unit="điểm", own_target="3"),
)  # fmt: skip
NOTHING = {"tasks": (), "texts": (), "comments": (), "indicators": (), "obstacles": ()}
DOCUMENTS = {
    "report": preparation_report(facts()),
    "report-nothing": preparation_report(facts(**NOTHING)),
    "report-union": preparation_report(facts("cong-doan", sheets.union_congress())),
    "plan": preparation_plan(facts()),
    "plan-nothing": preparation_plan(facts(**NOTHING)),
    "people": preparation_by_person(facts()),
    "texts": preparation_texts(facts()),
    "targets": preparation_targets(facts()),
}
MAKERS = (
    preparation_report,
    preparation_plan,
    preparation_by_person,
    preparation_texts,
    preparation_targets,
)
LONG = "Rất dài " * 60


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_papers_of_the_preparation_read_as_kept(name):
    golden, text = GOLDEN / f"preparation-{name}.txt", document_text(DOCUMENTS[name])
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_every_word_of_a_paper_is_on_its_pages(name):
    pages = squeezed(" ".join(page_texts(printed(DOCUMENTS[name]))))
    for line in (DOCUMENTS[name].title, *DOCUMENTS[name].subject):
        assert squeezed(line) in pages
    for block in DOCUMENTS[name].blocks:
        if isinstance(block, Heading):
            assert squeezed(block.title) in pages


def test_that_everybody_begins_a_page_of_their_own():
    document = DOCUMENTS["people"]
    names = [block.title for block in document.blocks if isinstance(block, Heading)]
    assert names == ["Trần Hoài An", "Lê Thị Bình", "Nguyễn Thị Đào", "Vũ Ê"]
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == len(names) - 1
    pages = page_texts(printed(document))
    assert len(pages) == len(names)
    assert all(squeezed(n) in squeezed(page) for n, page in zip(names, pages, strict=True))


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("style", STYLES)
def test_that_every_style_has_all_the_words(make, style):
    assert document_text(make(facts(), wording_of(style)))


@pytest.mark.parametrize("make", MAKERS)
def test_that_hard_contents_are_printed(make):
    hard = facts(
        tasks=tuple(
            Task(id=n, title=f"{LONG}{n}", answerable=f"Người {n % 40}", section=f"P{n // 30}",
                 helpers=LONG, note=LONG if n % 7 == 0 else "{x} **y**", due="2020-01-01")
            for n in range(1, 151)
        ),
        indicators=tuple(Indicator(id=n, name=LONG, note=LONG) for n in range(1, 40)),
    )  # fmt: skip
    assert len(page_texts(printed(make(hard)))) >= 1


def test_that_the_word_file_of_the_report_says_the_same_as_its_pages(tmp_path):
    document = DOCUMENTS["report"]
    path = tmp_path / "bc.docx"
    assert write_docx(document, path) is None
    found = docx.Document(str(path))
    said = [paragraph.text for paragraph in found.paragraphs]
    said += [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    whole = squeezed(" ".join(said))
    for block in document.blocks:
        if isinstance(block, Heading):
            assert squeezed(block.title) in whole
    assert squeezed(OBSTACLE.what) in whole


def test_that_the_workbook_has_numbers_days_and_plain_text(tmp_path):
    path = tmp_path / "cb.xlsx"
    assert write_xlsx(preparation_book(facts()), path) is None
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == [
        "Đầu việc",
        "Khối lượng công việc từng người",
        "Văn bản",
        "Góp ý",
        "Chỉ tiêu",
    ]
    cells = [cell for row in book["Đầu việc"].iter_rows() for cell in row]
    assert any(getattr(cell.value, "year", 0) == 2020 for cell in cells)
    assert any(cell.value == 2 and cell.data_type == "n" for cell in cells)
    gists = [cell for row in book["Góp ý"].iter_rows() for cell in row]
    assert any(cell.value == "=1+1 quá dài" and cell.data_type == "s" for cell in gists)


def test_that_the_sum_of_all_loads_is_the_plan():
    sheet = preparation_book(facts()).sheets[1]
    *people, total = sheet.sections[0].rows
    for column in range(2, 7):
        assert total.values[column] == sum(row.values[column] for row in people)
    # Dropped tasks are nobody's load.
    assert total.values[2] + total.values[5] == len(facts().tasks) - 1


def test_that_the_workbook_has_no_sheet_for_what_there_is_none_of():
    names = [sheet.name for sheet in preparation_book(facts(comments=(), indicators=())).sheets]
    assert names == ["Đầu việc", "Khối lượng công việc từng người", "Văn bản"]


def test_that_an_empty_preparation_makes_a_workbook_that_says_so(tmp_path):
    book = preparation_book(facts(**NOTHING))
    (sheet,) = book.sheets
    assert sheet.notes == ("Chưa có đầu việc nào trong kế hoạch.",)
    assert write_xlsx(book, tmp_path / "cb.xlsx") is None


@pytest.mark.parametrize("key", KINDS)
def test_that_each_template_is_taken_over_and_printed(tmp_path, key):
    file = a_congress(tmp_path)
    details = replace(congress(file).details, starts="2020-06-05T07:30")
    granted(edit_congress(file, details, actor=ACTOR))
    template = next(found for found in preparation_templates() if found.key == key)
    granted(apply_preparation(file, template, actor=ACTOR))
    written: list[Path] = []
    out = tmp_path / "giay"
    count = granted(export_papers(file, out, ["preparation"], written=written.append))
    assert count == len(written) == 7
    assert {path.suffix for path in written} == {".pdf", ".docx", ".xlsx"}
    plan = squeezed(document_text(preparation_plan(preparation_facts(file, WEDNESDAY))))
    assert all(squeezed(found.task.title) in plan for found in template.tasks)
    file.close()


def test_that_nothing_is_offered_of_a_preparation_that_is_not_there(tmp_path):
    file = a_congress(tmp_path)
    assert [paper for paper in available(file) if paper.kind == "preparation"] == []
    file.close()


def test_that_a_paper_is_of_the_day_it_is_made_on(tmp_path):
    file = a_congress(tmp_path)
    granted(apply_preparation(file, preparation_templates()[0], actor=ACTOR))
    paper = Paper(kind="preparation", part="report", title="", file_name="a.pdf")
    made = preparation_content(file, paper, lambda: WEDNESDAY)
    assert isinstance(made, Document) and "04/03/2020" in document_text(made)
    file.close()
