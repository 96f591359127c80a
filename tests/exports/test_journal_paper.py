"""The journal on paper: to the minute, of ballots neither times nor marks; whole or a choice."""

from __future__ import annotations

import re

import pytest
from congress_files import a_full_file, granted
from journal_lines import journal

from congress_desk.i18n import tr, use_language
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.paper import PLAIN, PaperChoices
from congress_desk.queries.journal import lines_after, printed_journal
from congress_desk.storage.opening import open_file


@pytest.fixture
def file(tmp_path):
    file = granted(open_file(a_full_file(tmp_path / "dh.congress")))
    yield file
    file.close()


def papers(file, choices=PLAIN):
    found = [paper for paper in available(file) if paper.kind == "journal"]
    return [make_paper(file, paper, choices) for paper in found]


def test_that_times_of_the_printed_journal_are_to_the_minute(file):
    told = [line.at for line in printed_journal(file) if line.at]
    assert told
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00.*", at) for at in told)


def test_that_no_text_of_the_journal_says_what_stands_on_a_ballot(file):
    marks = [line.summary for line in journal(file) if line.kind == "enter_ballots"]
    shown = [line.summary for line in lines_after(file, 0) if line.kind == "enter_ballots"]
    assert marks
    assert all(": " in text for text in marks)
    assert not any(": " in text for text in shown)
    assert "enter_ballots" not in {line.kind for line in printed_journal(file)}


def test_that_the_paper_tells_every_line_but_ballots_one_by_one(file):
    document, book = papers(file)
    (table,) = [block for block in document.content.blocks if hasattr(block, "rows")]
    assert len(table.rows) == len(printed_journal(file))
    assert len(book.content.sheets[0].sections[0].rows) == len(table.rows)
    assert not any(re.search(r":\d\d:\d\d", cell) for row in table.rows for cell in row)


def test_that_the_paper_is_vietnamese_where_the_screens_speak_english(file):
    """Its form is: acts in English below it made a paper of two languages."""
    expected = [draft.content for draft in papers(file)]
    use_language("en")
    assert [draft.content for draft in papers(file)] == expected
    assert tr("Journal") == "Journal"


def test_that_a_choice_of_lines_says_that_it_is_one(file):
    document, _ = papers(file, PaperChoices(lines=frozenset({1, 2})))
    (table,) = [block for block in document.content.blocks if hasattr(block, "rows")]
    assert [row[0] for row in table.rows] == ["1", "2"]
    assert "Trích 2 mục" in "".join(run.text for run in document.content.blocks[0].runs)


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_that_the_paper_is_written_in_every_format(file, tmp_path, suffix):
    document, book = papers(file)
    assert write_paper(document, tmp_path / f"nhat-ky{suffix}") is None
    assert write_paper(book, tmp_path / "nhat-ky.xlsx") is None
