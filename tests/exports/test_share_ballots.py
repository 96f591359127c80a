"""Ballots by shares as they are printed: one a voter, each with its votes, none with a name."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from congress_files import granted
from share_acts import a_company, a_share_round, absent, enter_lines

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.ballot_run import BALLOTS
from congress_desk.reports.document.document_text import document_text
from congress_desk.storage.reading.elections.shares import issued_voters


@pytest.fixture
def file(tmp_path):
    made = a_company(tmp_path)
    absent(made, 4)
    yield made
    made.close()


def pages(file, tmp_path):
    (paper,) = (p for p in available(file) if p.kind == BALLOTS)
    path = tmp_path / "phieu.pdf"
    assert write_paper(make_paper(file, paper), path) is None
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_that_every_voter_has_a_ballot_with_the_votes_of_its_shares(file, tmp_path):
    found = pages(file, tmp_path)
    weights = [re.search(r"Số cổ phần: ([\d.]+)\. Tổng số phiếu bầu: ([\d.]+)", p) for p in found]
    assert [(w[1], w[2]) for w in weights if w] == [
        ("2.500", "7.500"), ("1.500", "4.500"), ("1.000", "3.000"), ("500", "1.500"),
        ("500", "1.500"),
    ]  # fmt: skip
    for page in found:
        assert "Đại biểu" not in page  # nobody's name: the list for handing out has them
        for name in ("Nguyễn Văn An", "Phạm Quốc Dũng"):
            assert page.count(name) == 1


def test_that_ballots_of_as_many_shares_cannot_be_told_apart(file, tmp_path):
    found = pages(file, tmp_path)
    assert found[3] == found[4]


def test_that_the_ballots_of_an_open_round_are_those_handed_out(file, tmp_path):
    held = a_share_round(file)
    absent(file, 1)
    assert len(pages(file, tmp_path)) == len(issued_voters(file, held.id)) == 5


def test_that_a_company_is_asked_to_elect_no_committee_of_an_association(file):
    held = a_share_round(file)
    enter_lines(file, held, "1000 1/3000", "2500 2/4500 3/3000", "500 3/1500", "500 4/1500",
                "1500 1/1500 2/3000")  # fmt: skip
    named = {"first": "Lê Văn Một", "second": "Trần Thị Hai", "reason": "thử"}
    granted(declare_result(file, held.id, **named, actor="TK"))
    (paper,) = (p for p in available(file) if p.kind == "first-meeting")
    text = document_text(make_paper(file, paper).content)
    assert "Bầu chủ tịch" in text
    assert "ban thường vụ" not in text and "ủy ban kiểm tra" not in text
