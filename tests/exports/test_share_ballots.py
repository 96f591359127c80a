"""Ballots by shares as they are printed: one a voter, each with its votes, none with a name."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest
from congress_files import granted
from document_text import document_text
from share_acts import a_company, a_share_round, absent, enter_lines

from congress_desk.actions.elections.ballot_prints import void_ballot_print
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.elections.shares import set_holding
from congress_desk.exports.ballot_papers.poster import draw_poster
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.ballot_run import BALLOTS, ballot_view, record_run
from congress_desk.papers.share_run import weights_of_run
from congress_desk.queries.elections.lists import elections
from congress_desk.reports.ballot_papers.forms import BallotForm, PaperSize
from congress_desk.reports.ballot_papers.poster import voting_poster
from congress_desk.storage.reading.elections.shares import issued_voters

from .ballot_lists import a_list
from .pages import MADE, page_texts
from .sheets import CONGRESS

COMPANY = replace(CONGRESS, rules=granted(load_rule_set("cong-ty")))


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


def recorded(file, *, again: bool = False):
    """Record the run that the screen of the ballots would."""
    view = ballot_view(file, elections(file)[0].id, BallotForm(), None, again=again)
    return granted(record_run(file, view, actor="TK"))


def codes(file) -> list[str]:
    view = ballot_view(file, elections(file)[0].id, BallotForm(), None)
    return [f.code for f in view.findings if f.code.startswith("share_papers")]


def test_that_papers_without_a_recorded_run_say_so(file, tmp_path):
    assert all("BẢN NHÁP" in page for page in pages(file, tmp_path))
    run = recorded(file)
    assert (run.copies, run.needed, weights_of_run(run)) == (5, 5, (2_500, 1_500, 1_000, 500, 500))
    assert elections(file)[0].frozen
    after = pages(file, tmp_path)
    assert len(after) == 5 and not any("BẢN" in page.split("PHIẾU")[0] for page in after)


def test_that_a_second_run_prints_only_the_papers_that_are_missing(file):
    recorded(file)
    view = ballot_view(file, elections(file)[0].id, BallotForm(), None)
    assert view.run is None and [p.code for p in view.problems] == ["share_ballots_printed"]
    granted(set_holding(file, 6, shares=1_700, actor="TK"))
    assert codes(file) == ["share_papers_missing", "share_papers_over"]
    assert weights_of_run(recorded(file)) == (1_700,)
    assert codes(file) == ["share_papers_over"]
    assert recorded(file, again=True).copies == 5


def test_that_a_run_taken_back_is_missing_again(file):
    run = recorded(file)
    granted(void_ballot_print(file, run.id, "in mờ", actor="TK"))
    assert recorded(file).copies == 5


def test_that_with_nobody_present_there_is_nothing_to_print(file):
    absent(file, 1, 2, 3, 5, 6)
    view = ballot_view(file, elections(file)[0].id, BallotForm(), None)
    assert [p.code for p in view.problems] == ["share_ballots_nobody"]


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A3])
@pytest.mark.parametrize(("names", "seats"), [(1, 1), (4, 1), (4, 3), (12, 5)])
def test_that_the_poster_shows_what_the_count_holds_valid(tmp_path, names, seats, size):
    listed = a_list(names, seats)
    made = voting_poster(COMPANY, listed, size)
    total = 100 * seats
    for row in made.rows:
        for sample in row.samples:
            written = [int(v.replace(".", "")) for v in sample.votes if v]
            valid = 0 < sum(written) <= total and not sample.writing
            assert valid is row.valid, sample.caption
    stream = io.BytesIO()
    draw_poster(made, stream, MADE)
    text = " ".join(" ".join(page_texts(stream.getvalue())).split())
    for sentence in (made.title, *made.steps):
        assert " ".join(sentence.split()) in text
    assert "gạch" not in text.lower().replace("gạch chân", "")
