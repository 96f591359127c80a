"""Covers of bundles: number, count and a code that opens them, nothing of a voter."""

from __future__ import annotations

import io
from datetime import datetime

import pytest
from congress_files import a_congress, a_round
from pass_acts import a_round_of_passes

from congress_desk.domain.elections.cover_code import (
    CoverCode,
    begins_cover_code,
    read_cover_code,
)
from congress_desk.exports.cards.bundle_covers import draw_bundle_covers
from congress_desk.exports.cards.symbols import fits_code_128
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.bundle_covers import BUNDLE_COVERS


def made(file):
    paper = next(paper for paper in available(file) if paper.kind == BUNDLE_COVERS)
    return make_paper(file, paper)


def test_that_every_bundle_of_a_counted_round_has_a_cover_with_its_code(tmp_path):
    file, found = a_round_of_passes(tmp_path)
    covers = made(file).content
    assert [(c.bundle, c.sheets, c.code) for c in covers.cards] == [
        ("1", "3 phiếu", "T1-1-1-3"),
        ("2", "3 phiếu", "T1-1-2-3"),
    ]
    assert covers.passes == ("Lượt 1", "Lượt 2")
    assert covers.piles == ("khớp", "phải xử lý")


def test_that_a_round_of_one_pass_has_one_line_and_no_piles(tmp_path):
    file = a_congress(tmp_path)
    a_round(file, papers=6, bundle_size=3)
    covers = made(file).content
    assert (covers.passes, covers.piles) == (("Nhập",), ())


def test_that_without_a_round_that_is_counted_there_are_no_covers(tmp_path):
    file = a_congress(tmp_path)
    assert BUNDLE_COVERS not in [paper.kind for paper in available(file)]


def test_that_covers_are_written_as_pdf_the_same_for_the_same(tmp_path):
    file, _ = a_round_of_passes(tmp_path, papers=15)
    draft = made(file)
    assert write_paper(draft, tmp_path / "bia.pdf") is None
    assert (tmp_path / "bia.pdf").read_bytes().startswith(b"%PDF")
    drawn = []
    for _ in range(2):
        stream = io.BytesIO()
        draw_bundle_covers(draft.content, stream, datetime(2025, 6, 1, 8))
        drawn.append(stream.getvalue())
    assert drawn[0] == drawn[1]


def test_that_a_code_is_read_as_it_was_printed_and_fits_code_128():
    code = CoverCode(election=12, round=345, bundle=199, sheets=50)
    assert read_cover_code(code.text) == code
    assert read_cover_code(code.text.lower()) == code
    assert fits_code_128(code.text)


@pytest.mark.parametrize("text", ["", "T1-2-3", "1-2-3-4", "T1-2-3-4-5", "TA-2-3-4", "T1-2-3-4 5"])
def test_that_what_is_no_code_is_not_read_as_one(text):
    assert read_cover_code(text) is None


def test_that_ballots_do_not_begin_as_codes_do():
    assert begins_cover_code("t1-") and begins_cover_code("T")
    assert not any(map(begins_cover_code, ("", "0", "+", "-", "*", ".", "1T")))
