"""Two candidates of one name are told apart in every paper, workbook and result."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from command_line import said_by
from congress_files import granted
from document_text import document_text

from congress_desk.actions.elections.declaring import declare_result
from congress_desk.papers import available, make_paper
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.reports.document.book import Book
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

DATA = Path(__file__).parent.parent / "data"
NAME = "Nguyễn Thử An"
FIRST, SECOND = f"{NAME} (05/06/1970)", f"{NAME} (07/08/1980)"
OF_BOTH = {"counting-minutes", "results"}
OF_ELECTED = {"minutes", "resolution", "quick-report"}


@pytest.fixture
def counted(tmp_path, capsys) -> Path:
    """Return a congress in which the first of two namesakes was elected, and all is declared."""
    path = tmp_path / "dh.congress"
    papers = ("--issued", 3, "--returned", 3)
    workbook, ballots = DATA / "hai-nguoi-cung-ten.xlsx", DATA / "hai-nguoi-cung-ten.csv"
    assert said_by(capsys, "new", path, "--from", workbook).code == 0
    told = said_by(capsys, "ballots", path, "X", ballots, "--present", 3, *papers)
    assert told.code == 0, told.err
    file = granted(open_file(path))
    (found,) = rounds(file, elections(file)[0].id)
    granted(
        declare_result(file, found.id, first="Trần Mẫu", second="Lê Thử", reason="thử", actor="TK")
    )
    file.close()
    return path


def told_by(file: CongressFile, kind: str) -> str:
    (paper,) = (paper for paper in available(file) if paper.kind == kind)
    content = make_paper(file, paper).content
    if isinstance(content, Book):
        return repr(content)
    return document_text(content)


@pytest.mark.parametrize("kind", sorted(OF_BOTH | OF_ELECTED))
def test_that_a_paper_tells_namesakes_apart(kind, counted):
    file = granted(open_file(counted))
    told = told_by(file, kind)
    file.close()
    assert FIRST in told
    assert (SECOND in told) is (kind in OF_BOTH)
    if kind != "results":  # the workbook has the register too, with its own columns
        assert re.findall(rf"{NAME}(?! \()", told) == []


def test_that_the_result_as_json_tells_namesakes_apart(counted, capsys):
    told = said_by(capsys, "result", counted, "X", "--json").json["candidates"]
    assert [c["name"] for c in told] == [NAME, NAME]
    assert [c["printed_name"] for c in told] == [FIRST, SECOND]
    assert [c["born"] for c in told] == ["1970-06-05", "1980-08-07"]
