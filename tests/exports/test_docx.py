import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pytest
from docx.shared import Pt

from congress_desk.exports.docx.document import draw_docx, write_docx
from congress_desk.reports.document.document import (
    Document,
    KeepTogether,
    Paragraph,
    Run,
    Signature,
    Signatures,
    Table,
)
from congress_desk.reports.elections.counting_minutes.minutes import counting_minutes
from congress_desk.reports.people.credentials import credentials_report

from . import crowds, sheets, test_people_lists
from .pages import page_texts, printed, said, squeezed
from .scenes import SCENES

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REPORT = credentials_report(crowds.credentials(crowds.with_changes(crowds.register(120))))
DOCUMENTS: dict[str, Document] = {
    **{name: counting_minutes(SCENES[name]()) for name in ("complete", "tick", "youth", "union")},
    "credentials": REPORT,
    **{f"people {name}": found for name, found in test_people_lists.DOCUMENTS.items()},
    **{name: test_people_lists.HARD[name] for name in ("hostile list", "hostile sign-in")},
}


def written(document: Document) -> bytes:
    stream = io.BytesIO()
    draw_docx(document, stream)
    return stream.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def texts(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Return the paragraphs of a part in the order of the file, without empty ones."""
    root = ElementTree.fromstring(parts(data)[part])
    found = ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))
    return [text for text in found if text]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_word_gets_every_word_of_the_paper_in_its_order(name):
    document = DOCUMENTS[name]
    text, place = squeezed("".join(texts(written(document)))), 0
    for part in said(document):
        wanted = squeezed(re.sub(r"[\x00-\x1f]", " ", part))
        found = text.find(wanted, place)
        assert found >= 0, part
        # Titles of a header may stand before or after those of its groups.
        place = found if len(wanted) < 40 else found + len(wanted)


@pytest.mark.parametrize("name", ["complete", "tick", "credentials", "people list"])
def test_that_the_paper_for_word_says_what_the_printed_one_says(name):
    document = DOCUMENTS[name]
    of_page = "".join(page_texts(printed(document)))
    for text in texts(written(document)):
        assert squeezed(text) in squeezed(of_page) or len(text) > 60, text


@pytest.mark.parametrize("name", DOCUMENTS)
def test_that_the_order_of_elements_is_that_of_the_format(name):
    root = ElementTree.fromstring(parts(written(DOCUMENTS[name]))["word/document.xml"])
    order = ["tblW", "tblBorders", "tblLayout", "tblCellMar"]
    for properties in root.iter(f"{W}tblPr"):
        found = [child.tag.removeprefix(W) for child in properties]
        assert found == [tag for tag in order if tag in found]
    order = ["pStyle", "keepNext", "pBdr", "tabs", "spacing", "ind", "jc"]
    for properties in root.iter(f"{W}pPr"):
        found = [child.tag.removeprefix(W) for child in properties]
        assert found == [tag for tag in order if tag in found]


def test_that_the_same_document_gives_the_same_bytes():
    assert written(REPORT) == written(REPORT)


def test_that_no_table_at_the_end_of_a_text_makes_an_empty_page():
    table = next(block for block in REPORT.blocks if isinstance(block, Table))
    word = docx.Document(io.BytesIO(written(replace(REPORT, blocks=(table,)))))
    assert word.paragraphs[-1].paragraph_format.line_spacing == Pt(1)


def test_that_headings_titles_and_repeated_headers_are_real():
    word = docx.Document(io.BytesIO(written(REPORT)))
    headings = [p.text for p in word.paragraphs if p.style.name == "Heading 1"]
    assert headings[0] == "1. Số lượng đại biểu"
    assert len(headings) == 5
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == ["BÁO CÁO"]
    ruled = [t for t in word.tables if t._tbl.tblPr.find(f"{W}tblBorders") is not None]
    assert len(ruled) == 2
    assert all(t.rows[0]._tr.trPr.find(f"{W}tblHeader") is not None for t in ruled)


def test_that_groups_span_their_columns():
    word = docx.Document(io.BytesIO(written(DOCUMENTS["people profiles"])))
    (table,) = [t for t in word.tables if t._tbl.tblPr.find(f"{W}tblBorders") is not None]
    spans = [
        (cell.text, cell.grid_span)
        for cell in (docx.table._Cell(tc, table) for tc in table.rows[0]._tr.tc_lst)
        if cell.grid_span > 1
    ]
    assert spans == [("Ngày sinh", 2), ("Trình độ", 4), ("Ngày vào Đảng", 2)]


@pytest.mark.parametrize("name", ["credentials", "people list", "union"])
def test_that_page_and_margins_are_those_of_the_form(name):
    document = DOCUMENTS[name]
    section = docx.Document(io.BytesIO(written(document))).sections[0]
    size = (297, 210) if document.landscape else (210, 297)
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size
    form = document.form
    assert round(section.left_margin.mm) == form.margin_left
    assert round(section.right_margin.mm) == form.margin_right
    assert round(section.header_distance.mm) == form.page_number_top


def test_that_the_face_is_times_and_the_language_vietnamese():
    styles = parts(written(REPORT))["word/styles.xml"].decode()
    defaults = styles[styles.index("<w:docDefaults>") : styles.index("</w:docDefaults>")]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        assert f'w:{script}="Times New Roman"' in defaults
    assert 'w:val="vi-VN"' in defaults


def test_that_the_number_stands_above_from_page_two_and_the_code_below_on_each():
    data = written(DOCUMENTS["tick"])
    header = [
        n for n, part in parts(data).items() if n.startswith("word/header") and b"PAGE" in part
    ]
    assert len(header) == 1
    footers = [n for n in parts(data) if n.startswith("word/footer")]
    assert len(footers) == 2
    document = DOCUMENTS["tick"]
    for footer in footers:
        assert texts(data, footer) == [document.footer + document.stamp]
    assert "titlePg" in parts(data)["word/document.xml"].decode()
    assert texts(data)[0] == document.stamp


def test_that_mirrored_margins_are_told_to_word():
    turned = replace(REPORT, form=replace(REPORT.form, mirrored=True))
    assert b"mirrorMargins" in parts(written(turned))["word/settings.xml"]
    assert b"mirrorMargins" not in parts(written(REPORT))["word/settings.xml"]


def test_that_the_file_says_whose_paper_it_is_and_no_other_name():
    properties = docx.Document(io.BytesIO(written(REPORT))).core_properties
    assert properties.title.startswith("BÁO CÁO thẩm tra tư cách đại biểu")
    assert properties.author.startswith("ĐẠI HỘI ĐẠI BIỂU")
    assert properties.language == "vi-VN"
    assert b"python-docx" not in b"".join(parts(written(REPORT)).values())


def test_that_what_looks_like_markup_or_a_field_stays_text():
    people = sheets.candidates(3, ["<w:p/>&amp; A", "{ PAGE }", "\x01\x02\ud800B"])
    papers = sheets.papers_for((10, 7, 6), [c.id for c in people], 12)
    told = texts(written(counting_minutes(sheets.build(papers, people, 2)[0])))
    assert "<w:p/>&amp; A" in told
    assert "{ PAGE }" in told
    assert any(text.strip() == "B" for text in told)


def test_that_a_docx_is_written_whole_or_refused(tmp_path):
    assert write_docx(REPORT, tmp_path / "bao-cao.docx") is None
    refusal = write_docx(REPORT, tmp_path / "none" / "a.docx")
    assert refusal is not None
    assert refusal.first.code == "export_folder_missing"


def test_that_places_to_sign_below_a_table_are_its_last_row_and_hold_the_rows_above():
    """LibreOffice keeps no table with what follows it: the signatures stood alone on a page."""
    table = next(block for block in REPORT.blocks if isinstance(block, Table))
    sign = Signatures(
        cells=(Signature(title="NGƯỜI NHẬN"), Signature(title="NGƯỜI GIAO")), across=2
    )
    data = written(replace(REPORT, blocks=(table, sign)))
    root = ElementTree.fromstring(parts(data)["word/document.xml"])
    ruled = next(t for t in root.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblBorders") is not None)
    *_, before, last = ruled.findall(f"{W}tr")
    assert "NGƯỜI NHẬN" in "".join(last.itertext())
    assert last.find(f"{W}trPr/{W}cantSplit") is not None
    assert last.find(f"{W}tc")[-1].tag == f"{W}p"
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in before.iter(f"{W}p"))


def test_that_all_who_sign_stand_in_one_table_whose_rows_stay_together():
    root = ElementTree.fromstring(parts(written(DOCUMENTS["complete"]))["word/document.xml"])
    last = list(root.iter(f"{W}tbl"))[-1]
    said = "".join(last.itertext())
    assert "TRƯỞNG BAN" in said and "Ngô Kim Hạnh" in said, said
    rows = last.findall(f"{W}tr")
    assert len(rows) > 1
    for paragraph in last.iter(f"{W}p"):
        assert paragraph.find(f"{W}pPr/{W}keepNext") is not None
    for row in rows:
        spans = [int(span.get(f"{W}val")) for span in row.iter(f"{W}gridSpan")]
        assert sum(spans) == len(last.findall(f"{W}tblGrid/{W}gridCol"))


@pytest.mark.skipif(not shutil.which("lowriter"), reason="needs LibreOffice Writer")
@pytest.mark.parametrize("name", ["credentials", "people list"])
def test_that_libreoffice_opens_it_and_prints_the_same_words(name, tmp_path):
    path = tmp_path / "paper.docx"
    write_docx(DOCUMENTS[name], path)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path]
    subprocess.run(call, check=True, capture_output=True, timeout=120)
    ours, theirs = (
        body_of(page_texts(data))
        for data in (printed(DOCUMENTS[name]), (tmp_path / "paper.pdf").read_bytes())
    )
    assert ours[:200] == theirs[:200]
    assert sorted(ours) == sorted(theirs)


def body_of(pages: list[str]) -> str:
    """Return the letters of all pages without footers, page numbers and repeated headers."""
    lines = [line for text in pages for line in text.splitlines()]
    margins = re.compile(r"\d+|Mã sổ:.*|(TT|Nội dung) .*|Giới|(tính|luận)( .*)?")
    counted = [x for x in lines if not margins.fullmatch(x)]
    return squeezed("".join(counted))


def test_that_prose_of_twenty_thousand_letters_is_whole_in_both():
    prose = " ".join(f"từ{number}" for number in range(3_000))
    assert 15_000 < len(prose) < 20_000
    kept = KeepTogether(blocks=(Paragraph(runs=(Run(prose),)),))
    document = replace(REPORT, blocks=(kept,))
    assert "từ2999" in squeezed("".join(page_texts(printed(document))))
    assert any(text.endswith("từ2999") for text in texts(written(document)))
