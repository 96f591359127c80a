"""Every paper of seven congresses: no page holds a signature, "Nơi nhận" or a total alone."""

import re

import pytest
from seven_congresses import SEVEN
from seven_courses import hold

from congress_desk.papers import available, make_paper
from congress_desk.reports.document.document import (
    Document,
    Heading,
    KeepTogether,
    PageBreak,
    Recipients,
    Signature,
    Signatures,
    Table,
)

from .pages import page_texts, printed, squeezed

LEAST_LETTERS = 160
# A row that is written into by hand counts as a short line.
A_LINE = 20
BY_KEY = {plan.key: plan for plan in SEVEN}


@pytest.fixture(scope="module", params=BY_KEY)
def papers(request, tmp_path_factory):
    """Return the documents of a congress by the name of their file."""
    file = hold(BY_KEY[request.param], tmp_path_factory.mktemp("seven") / "dh.congress")
    made = {}
    for paper in available(file):
        content = make_paper(file, paper).content
        if isinstance(content, Document):
            made[paper.file_name] = content
    file.close()
    return made


@pytest.fixture(scope="module")
def pages(papers):
    """Return the texts of the printed pages of each, by the name of its file."""
    return {name: page_texts(printed(document)) for name, document in papers.items()}


def signing(document: Document) -> list[str]:
    """Return what stands at the places to sign, the longest first."""
    texts = ["…"]
    waiting = list(document.blocks)
    while waiting:
        block = waiting.pop(0)
        if isinstance(block, KeepTogether):
            waiting[:0] = block.blocks
        if isinstance(block, Signatures):
            texts.append(block.title)
            for cell in block.cells:
                if isinstance(cell, Signature):
                    texts += [cell.title, cell.role, cell.name]
                elif isinstance(cell, Recipients):
                    texts += [cell.title, *(f"- {line}" for line in cell.lines)]
    return sorted((squeezed(t) for t in texts if t), key=len, reverse=True)


def body_of(page: str, document: Document) -> str:
    """Return a page without its margins and without what stands at the places to sign."""
    body = squeezed(page)
    outside = [document.footer, document.stamp, document.running]
    for text in (*map(squeezed, filter(None, outside)), *signing(document)):
        body = body.replace(text, "")
    return re.sub(r"^\d+", "", body)


def rows_to_write_on(body: str, document: Document) -> int:
    """Return how many rows of a page leave room that is written into by hand."""
    tables = [block for block in document.blocks if isinstance(block, Table) and block.row_height]
    return sum(squeezed(row[1]) in body for table in tables for row in table.rows)


def test_that_no_page_holds_only_signatures_recipients_or_a_total(papers, pages):
    orphans = [
        (name, number, body)
        for name, document in papers.items()
        for number, page in enumerate(pages[name], start=1)
        if len(body := body_of(page, document)) < 25
    ]
    assert orphans == []


def test_that_no_heading_stands_alone_at_the_foot_of_a_page(papers, pages):
    alone = [
        (name, number, title)
        for name, document in papers.items()
        for number, page in enumerate(pages[name][:-1], start=1)
        for title in headings(document)
        if body_of(page, document).endswith(title)
    ]
    assert alone == []


def headings(document: Document) -> list[str]:
    """Return the headings of a document as a page has them."""
    found = [block for block in document.blocks if isinstance(block, Heading)]
    return [squeezed(f"{block.title} {block.remark}".strip()) for block in found]


def test_that_no_last_page_is_nearly_empty(papers, pages):
    """One sentence and eleven signatures look forgotten; pages of one person each are short."""
    short = []
    for name, document in papers.items():
        *before, last = pages[name]
        body = body_of(last, document)
        whole = not any(isinstance(block, PageBreak) for block in document.blocks)
        # Lines of dots are there to be written on, and so are high rows.
        filled = len(body) + last.count("…") + A_LINE * rows_to_write_on(body, document)
        if whole and before and filled < LEAST_LETTERS:
            short.append((name, len(pages[name]), body))
    assert short == []


def test_that_who_signs_for_a_body_signs_with_the_post(papers):
    for name, document in papers.items():
        waiting, places = list(document.blocks), list[Signature]()
        while waiting:
            block = waiting.pop(0)
            if isinstance(block, KeepTogether):
                waiting[:0] = block.blocks
            if isinstance(block, Signatures):
                places += [cell for cell in block.cells if isinstance(cell, Signature)]
        led = [place for place in places if place.signer in ("committee", "counting_board")]
        assert all(place.role for place in led), name


def test_that_no_paper_speaks_in_the_words_of_another_organisation(papers):
    from document_text import document_text

    whole = "\n".join(document_text(document) for document in papers.values())
    assert "00 giờ 00 phút" not in whole
    assert "Đảng bộ Thành phố Hồ Chí Minh\nKính gửi" not in whole
    party = "ĐẢNG CỘNG SẢN VIỆT NAM" in whole
    assert party == ("Tuổi Đảng" in whole)
    assert party or "đảng viên" not in whole
    # One form of "on behalf of"; a cell has a chair and a chi ủy; a committee keeps its capital.
    assert not ("T/M " in whole and "TM. " in whole)
    assert not ("CHỦ TỌA" in whole and ("đoàn chủ tịch" in whole or "Ban Chấp hành nhận" in whole))
    assert "ban Chấp hành" not in whole
    assert "- Đoàn: " not in whole
    # A cell is led by its chi ủy, on every paper of its own.
    assert not ("CHỦ TỌA" in whole and "T/M BAN CHẤP HÀNH" in whole)


def test_that_the_preparatory_day_counts_among_the_days_it_met(papers):
    from document_text import document_text

    text = document_text(papers["nghi-quyet-dai-hoi.pdf"])
    two_days = "CHI BỘ" not in text and "CÔNG ĐOÀN" not in text
    assert ("họp từ ngày" in text) == two_days
