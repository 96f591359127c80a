"""The minutes of handing out ballots, and their sheet: what the register says, nothing else."""

from __future__ import annotations

from dataclasses import replace

import openpyxl
import pypdfium2
import pytest
from congress_files import a_congress, a_counted_round, a_round, an_election, granted
from issue_acts import ACTOR, a_kept_register, a_line, write

from congress_desk.actions.elections.accounting import edit_accounting
from congress_desk.actions.elections.ballot_issue import strike_issue_line
from congress_desk.domain.ballot_papers.issue_register import IssueKind
from congress_desk.papers import available, export_papers, make_paper
from congress_desk.papers.ballot_issue import ISSUE_MINUTES
from congress_desk.queries.elections.ballot_issue import issue_register
from congress_desk.reports.document.document import Table


@pytest.fixture
def file(tmp_path):
    made = a_congress(tmp_path, an_election("BCH"), an_election("BT", 2, 1))
    yield made
    made.close()


def an_open_round(file):
    found = a_round(file, "BCH")
    unknown = replace(found.accounting, issued=None, returned=None)
    granted(edit_accounting(file, found.id, unknown, actor=ACTOR, reason="m"))
    return found


def minutes_of(file):
    (paper,) = [paper for paper in available(file) if paper.kind == ISSUE_MINUTES]
    return make_paper(file, paper).content


def test_that_only_a_register_with_lines_has_minutes(file):
    found = an_open_round(file)
    assert ISSUE_MINUTES not in {paper.kind for paper in available(file)}
    write(file, found.id, a_line(IssueKind.BOX_SEALED))
    assert ISSUE_MINUTES in {paper.kind for paper in available(file)}
    assert minutes_of(file).stamp


def test_that_the_minutes_say_what_the_register_says(file, tmp_path):
    found = an_open_round(file)
    a_kept_register(file, found.id)
    write(file, found.id, a_line(IssueKind.DESTROYED, 0, spoiled=1))
    content = minutes_of(file)
    assert content.stamp == ""
    (table,) = [block for block in content.blocks if isinstance(block, Table)]
    assert [row[1:4] for row in table.rows] == [
        ("Chi bộ 1", "3", "Trần A"), ("Chi bộ 2", "3", ""), ("Cộng", "6", ""),
    ]  # fmt: skip
    export_papers(file, tmp_path / "ra", (ISSUE_MINUTES,), written=lambda _: None)
    names = sorted(path.name for path in (tmp_path / "ra").iterdir())
    assert names == ["bien-ban-phat-phieu-BCH-lan-1.docx", "bien-ban-phat-phieu-BCH-lan-1.pdf"]
    with pypdfium2.PdfDocument(tmp_path / "ra" / names[1]) as document:
        text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    for words in (
        "BIÊN BẢN PHÁT PHIẾU", "niêm phong lúc", "thu lại 1 phiếu chưa dùng", "Đổi 1 phiếu hỏng",
        "Tổng số phiếu phát ra: 6.", "trong hòm có 6 phiếu", "Đã hủy 1 phiếu hỏng",
    ):  # fmt: skip
        assert words in text, words


def test_that_a_line_struck_out_is_told_with_its_reason(file):
    found = an_open_round(file)
    write(file, found.id, a_line(IssueKind.HANDED, 4), a_line(IssueKind.HANDED, 4))
    line = issue_register(file, found.id).lines[0]
    granted(strike_issue_line(file, line.id, "ghi hai lần", actor=ACTOR))
    assert "ghi hai lần" in str(minutes_of(file).blocks)


def test_that_the_results_workbook_has_the_register_where_there_is_one(file, tmp_path):
    def sheets(name: str) -> openpyxl.Workbook:
        export_papers(file, tmp_path / name, ("results",), written=lambda _: None)
        (path,) = (tmp_path / name).iterdir()
        return openpyxl.load_workbook(path)

    found = a_counted_round(file, "BCH")
    assert "Phát phiếu" not in sheets("a").sheetnames
    write(file, found.id, a_line(IssueKind.HANDED, found.accounting.issued))
    rows = list(sheets("b")["Phát phiếu"].iter_rows(values_only=True))
    told = [row for row in rows if "phát phiếu" in row]
    assert [row[4] for row in told] == [found.accounting.issued]
