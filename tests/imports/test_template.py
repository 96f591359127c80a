"""The empty set-up workbook: made whole or not at all, and, filled in, it comes in again."""

from __future__ import annotations

import pytest
from congress_files import granted
from openpyxl import load_workbook

from congress_desk.domain.organs.organ_words import ORGAN_LABELS, ORGAN_WORDS
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.domain.setup.layout import CONGRESS, LAYOUTS
from congress_desk.domain.setup.words import (
    CONGRESS_KIND_LABELS,
    PERSON_KIND_LABELS,
    STATUS_LABELS,
    STATUS_WORDS,
)
from congress_desk.errors import Refusal
from congress_desk.exports.setup_workbook.workbook import write_template
from congress_desk.i18n import label, problem_text
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids
from congress_desk.imports.setup.workbook import read_setup


@pytest.fixture
def template(tmp_path):
    path = tmp_path / "mẫu.xlsx"
    assert write_template(path) is None
    return path


def test_that_the_template_has_every_sheet_and_header_of_the_contract(template):
    book = load_workbook(template)
    assert book.sheetnames[:6] == [layout.name for layout in LAYOUTS]
    assert book["Danh mục"].sheet_state == "hidden"
    for layout in LAYOUTS[1:]:
        headers = [cell.value for cell in book[layout.name][1]]
        assert headers == [c.label + (" *" if c.required else "") for c in layout.columns]
        assert book[layout.name].freeze_panes == "A2"
        assert book[layout.name].print_title_rows == "$1:$1"
    items = [row[0].value for row in book["Đại hội"].iter_rows(min_row=2)]
    assert items == [c.label + (" *" if c.required else "") for c in CONGRESS.columns]


def test_that_every_header_carries_an_example(template):
    book = load_workbook(template)
    cells = [cell for layout in LAYOUTS[1:] for cell in book[layout.name][1]]
    cells += [row[0] for row in book["Đại hội"].iter_rows(min_row=2)]
    assert all("Ví dụ: " in cell.comment.text for cell in cells)


def choices_of(book, sheet, cell) -> list[str]:
    rules = book[sheet].data_validations.dataValidation
    (rule,) = [rule for rule in rules if cell in rule.sqref]
    source, cells = rule.formula1.split("!")
    return [row[0].value for row in book[source.strip("'")][cells.replace("$", "")] if row[0].value]


def test_that_drop_downs_offer_what_can_be_read(template):
    book = load_workbook(template)
    assert choices_of(book, "Đại biểu", "M2") == list(PERSON_KIND_LABELS)
    assert choices_of(book, "Đại biểu", "N1001") == list(STATUS_LABELS)
    assert choices_of(book, "Đại biểu", "E2") == ["Nam", "Nữ"]
    assert choices_of(book, "Đại hội", "B7") == list(CONGRESS_KIND_LABELS)
    rules = [granted(load_rule_set(each)).short_title for each in rule_set_ids()]
    assert sorted(choices_of(book, "Đại hội", "B11")) == sorted(rules)
    organs = choices_of(book, "Phân công", "A2")
    assert organs == [*ORGAN_LABELS, "Chủ tọa", "Thư ký"] and set(organs) <= set(ORGAN_WORDS)
    assert choices_of(book, "Danh sách bầu cử", "A2") == []


def test_that_dates_are_kept_as_they_are_typed(template):
    people = load_workbook(template)["Đại biểu"]
    assert people.column_dimensions["D"].number_format == "@"


def test_that_the_empty_template_is_refused_for_want_of_a_name(template):
    result = read_setup(template, rule_set_ids())
    assert isinstance(result, Refusal)
    assert [problem_text(found) for found in result.problems] == [
        "mẫu.xlsx, trang “Đại hội”, dòng 2, cột “B – Tên đại hội”: "
        "Thiếu “Tên đại hội” là nội dung bắt buộc; điền vào ô này rồi nhập lại"
    ]


def test_that_the_filled_template_comes_in_without_a_note(template):
    book = load_workbook(template)
    values = ("Đại hội A", "Cấp trên", "Đơn vị", "XII", "2025 - 2030", "Hội viên", "Hội trường",
              "15/05/2025 13:30", "16/05/2025", "Thể lệ bầu cử của đại hội")  # fmt: skip
    for row, value in enumerate(values, start=2):
        book["Đại hội"].cell(row=row, column=2, value=value)
    book["Đại biểu"].append([1, "A1", "Lê Thị Lan", "1980", "Nữ", "Kinh", "Không", "Chi hội 1",
                             "Chi hội trưởng", "02/1998", "Đại học", "Sơ cấp", "đương nhiên",
                             "có mặt", "x"])  # fmt: skip
    book["Chương trình"].append(["Trù bị", "15/05/2025", "13h30", 30, "Điểm danh", "Ban Tổ chức"])
    book["Phân công"].append(["Đoàn thư ký", "Lê Thị Lan", "Trưởng đoàn", "Ghi biên bản"])
    book["Bầu cử"].append(["BCH", "Ban Chấp hành", 1, "ban chấp hành"])
    book["Danh sách bầu cử"].append(["BCH", 1, "Lê Thị Lan", "1980", "Nữ", "Chi hội trưởng", ""])
    book.save(template)
    setup = read_setup(template, rule_set_ids())
    assert isinstance(setup, Setup)
    assert setup.notes == ()
    assert (setup.details.kind, setup.details.starts) == (CongressKind.MEMBERS, "2025-05-15T13:30")
    assert setup.rule_set_id == "generic"
    (person,) = setup.people
    assert (person.kind, person.status) == (PersonKind.EX_OFFICIO, Status.PRESENT)
    assert (person.born, person.joined, person.note) == ("1980", "1998-02", "x")
    assert (len(setup.agenda), len(setup.duties)) == (1, 1)
    assert [c.role for c in setup.elections[0].candidates] == ["Chi hội trưởng"]


def test_that_the_words_of_the_workbook_are_the_labels_of_the_screens():
    for group, labels in (
        ("status", STATUS_LABELS),
        ("kind", PERSON_KIND_LABELS),
        ("congress_kind", CONGRESS_KIND_LABELS),
        ("organ", ORGAN_LABELS),
    ):
        said = {label(group, code.value): code for code in labels.values()}
        differ = said.items() ^ labels.items()
        # Who convened the congress is called by the words of the body; they are read too.
        assert {code for _, code in differ} <= {Status.ABSENT_THROUGHOUT_COMMITTEE}
        assert all(STATUS_WORDS[word] is code for word, code in differ)


def test_that_a_template_takes_the_place_of_an_older_file_and_leaves_nothing_beside(template):
    template.write_text("cũ")
    assert write_template(template) is None
    assert template.read_bytes()[:2] == b"PK"
    assert [path.name for path in template.parent.iterdir()] == ["mẫu.xlsx"]


def test_that_a_template_is_refused_where_it_cannot_be_written(tmp_path):
    (tmp_path / "folder.xlsx").mkdir()
    closed = tmp_path / "closed.xlsx"
    closed.write_text("giữ nguyên")
    closed.chmod(0o444)
    for path in (
        tmp_path / "không có" / "a.xlsx",
        tmp_path / "a.xls",
        tmp_path / "a",
        tmp_path / "folder.xlsx",
        closed,
    ):
        refusal = write_template(path)
        assert isinstance(refusal, Refusal), path
        assert "\n" not in problem_text(refusal.first)
    assert closed.read_text() == "giữ nguyên"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["closed.xlsx", "folder.xlsx"]


@pytest.mark.skipif("os.name == 'nt'", reason="Windows folders have no write bits")
def test_that_a_template_is_refused_in_a_closed_folder_even_to_root(tmp_path):
    folder = tmp_path / "đóng"
    folder.mkdir(mode=0o555)
    assert isinstance(write_template(folder / "a.xlsx"), Refusal)
    assert list(folder.iterdir()) == []
