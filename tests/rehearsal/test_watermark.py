"""DIỄN TẬP stands across every page and on every sheet of a rehearsal, and on no real paper."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from congress_files import a_declared_round, a_setup, granted
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from congress_desk.new_congress import new_congress
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.paper import DOCX, PDF, TXT, XLSX

MARK = "DIỄN TẬP"


@pytest.fixture(scope="module")
def drafts(tmp_path_factory):
    """Every paper of a rehearsal in which a result was declared."""
    path = tmp_path_factory.mktemp("w") / "tap.congress"
    file = granted(new_congress(path, a_setup(), actor="TK", rehearsal=True))
    a_declared_round(file)
    made = [make_paper(file, paper) for paper in available(file)]
    file.close()
    return made


def of_format(drafts, suffix):
    return [draft for draft in drafts if suffix in draft.paper.formats and not draft.is_empty]


def bold_marks(path):
    """Return how often the words stand on each page."""
    with PdfDocument(path) as pages:
        return [page.get_textpage().get_text_range().count(MARK) for page in pages]


def test_that_the_words_stand_across_every_page_of_every_pdf(drafts, tmp_path):
    found = of_format(drafts, PDF)
    assert len(found) > 20
    for draft in found:
        path, plain = tmp_path / "a.pdf", tmp_path / "b.pdf"
        assert write_paper(draft, path) is None
        assert write_paper(replace(draft, watermark=""), plain) is None
        more = [a - b for a, b in zip(bold_marks(path), bold_marks(plain), strict=True)]
        assert more and set(more) == {1}, draft.paper.kind


def test_that_the_words_stand_in_every_header_of_every_docx(drafts, tmp_path):
    found = of_format(drafts, DOCX)
    for draft in found:
        path = tmp_path / "a.docx"
        assert write_paper(draft, path) is None
        with zipfile.ZipFile(path) as package:
            headers = [n for n in package.namelist() if n.startswith("word/header")]
            assert len(headers) == 2
            for name in headers:
                text = package.read(name).decode()
                assert f'string="{MARK}"' in text, (draft.paper.kind, name)


def test_that_the_words_stand_on_top_of_every_sheet_and_its_print(drafts, tmp_path):
    found = of_format(drafts, XLSX)
    assert found
    for draft in found:
        path = tmp_path / "a.xlsx"
        assert write_paper(draft, path) is None
        for sheet in load_workbook(io.BytesIO(path.read_bytes())):
            assert sheet["A2"].value == MARK, (draft.paper.kind, sheet.title)
            assert MARK in sheet.oddHeader.center.text


def test_that_what_is_read_over_the_phone_begins_with_them(drafts, tmp_path):
    for draft in of_format(drafts, TXT):
        path = tmp_path / "a.txt"
        assert write_paper(draft, path) is None
        assert path.read_text("utf-8-sig").startswith(f"{MARK}\n")


def test_that_no_real_paper_bears_them(tmp_path):
    file = granted(new_congress(tmp_path / "dh.congress", a_setup(), actor="TK"))
    assert {make_paper(file, paper).watermark for paper in available(file)} == {""}
    file.close()
