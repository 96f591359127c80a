"""The pages of the hall as PDF and as slides: every word as text, the same on both."""

from __future__ import annotations

import io
from datetime import datetime

import pypdfium2
import pytest
from congress_files import granted
from example_copies import an_example
from hall_acts import said
from pptx import Presentation

from congress_desk.exports.hall.fonts import hall_measure
from congress_desk.exports.hall.pdf import draw_hall_pdf
from congress_desk.exports.hall.slides import draw_hall_slides
from congress_desk.papers import available, make_paper, write_paper
from congress_desk.papers.hall import HALL_PAGES, hall_pages
from congress_desk.reports.hall.hall_pages import wide_pages
from congress_desk.storage.opening import open_file

MADE = datetime(2020, 6, 5, 8, 0)


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    file = granted(open_file(an_example(tmp_path_factory.mktemp("hall") / "mau.congress")))
    yield hall_pages(file)
    file.close()


def words(text):
    return sorted(text.split())


def test_that_the_pdf_has_every_word_of_every_page_as_text(pages):
    stream = io.BytesIO()
    draw_hall_pdf(pages, stream, MADE)
    laid = wide_pages(pages, hall_measure, MADE)
    with pypdfium2.PdfDocument(stream.getvalue()) as document:
        assert len(document) == len(laid)
        width, height = document[0].get_size()
        assert width / height == pytest.approx(16 / 9)
        for drawn, page in zip(document, laid, strict=True):
            found = drawn.get_textpage().get_text_bounded()
            assert words(found) == words(said([page]))


def test_that_slides_have_every_word_of_every_page_as_text(pages):
    stream = io.BytesIO()
    draw_hall_slides(pages, stream, MADE)
    slides = Presentation(stream)
    laid = wide_pages(pages, hall_measure, MADE)
    assert slides.slide_width / slides.slide_height == pytest.approx(16 / 9, abs=0.001)
    assert len(slides.slides) == len(laid)
    for slide, page in zip(slides.slides, laid, strict=True):
        found = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        # Years of a term stay together.
        told = [text.replace("\xa0", " ") for text in found if text]
        assert told == [mark.text.replace("\xa0", " ") for mark in page.texts]
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= slides.slide_width * 1.01


def test_that_the_pages_are_a_paper_with_both_files(tmp_path):
    file = granted(open_file(an_example(tmp_path / "mau.congress")))
    (paper,) = [paper for paper in available(file) if paper.kind == HALL_PAGES]
    assert paper.file_names == ("trang-man-chieu.pdf", "trang-man-chieu.pptx")
    draft = make_paper(file, paper)
    file.close()
    begins = {".pdf": b"%PDF", ".pptx": b"PK"}
    for name in paper.file_names:
        assert write_paper(draft, tmp_path / name) is None
        assert (tmp_path / name).read_bytes().startswith(begins[(tmp_path / name).suffix])
