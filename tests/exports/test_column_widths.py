import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from congress_desk.exports.docx.document import draw_docx
from congress_desk.exports.pdf.column_widths import side_padding, type_size, with_widths
from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.exports.pdf.width_sharing import Need, shared_widths
from congress_desk.reports.document.document import Align, Column, KeepTogether, Table
from congress_desk.reports.document.wording import wording_of

from . import test_pdf
from .pages import MM

FORM = wording_of("party").form
PAGE = 165 * MM
POST = "Phó Bí thư chi bộ, Trưởng ban công tác Mặt trận, Hiệu trưởng Trường Tiểu học"
NUMBER = Column(title="TT", width=11, align=Align.CENTER)
NAME, BORN = Column(title="Họ và tên", width=30), Column(title="Ngày sinh", width=14)
ROLE, NOTE = Column(title="Chức vụ"), Column(title="Ghi chú", width=60)
ROWS = (
    ("1", "Huỳnh Thị Kim Xuyến", "23/11/1990", POST, "Tái cử"),
    ("2", "Lê An", "04/08/1979", "Chuyên viên", ""),
)
LIST = Table(columns=(NUMBER, NAME, BORN, ROLE, NOTE), rows=ROWS)


def widths(*tables: Table, page: float = PAGE) -> list[list[float]]:
    """Return the widths of the columns of each table in points."""
    return [[c.width * MM for c in made.columns] for made in with_widths(tables, FORM, page)]


def room_of(text: str, table: Table, *, bold: bool = False) -> float:
    face = print_faces().bold if bold else print_faces().regular
    return text_width(text, face, type_size(table, FORM)) + 2 * side_padding(table)


def test_that_no_column_is_narrower_than_its_longest_word_or_date():
    (made,) = widths(LIST)
    for place, column in enumerate(LIST.columns):
        for word in column.title.split():
            assert made[place] >= room_of(word, LIST, bold=True)
        for row in LIST.rows:
            assert all(made[place] >= room_of(word, LIST) for word in row[place].split())


def test_that_a_name_and_a_short_note_stay_whole_and_the_long_post_breaks():
    _, name, _, role, note = widths(LIST)[0]
    assert name >= room_of("Huỳnh Thị Kim Xuyến", LIST)
    assert note >= room_of("Tái cử", LIST)
    assert role < room_of(POST, LIST)
    # The note has no need of the 60 mm that the paper would like.
    assert role > 2 * note


@pytest.mark.parametrize("page", [40 * MM, 120 * MM, PAGE, 257 * MM])
def test_that_the_columns_together_are_as_wide_as_the_page(page):
    assert sum(widths(LIST, page=page)[0]) == pytest.approx(page)


def test_that_a_table_with_room_to_spare_keeps_the_widths_of_its_paper():
    table = Table(columns=(NUMBER, Column(title="Họ và tên"), NOTE), rows=(("1", "Lê An", "x"),))
    assert widths(table)[0] == pytest.approx([11 * MM, 94 * MM, 60 * MM])


def test_that_open_columns_are_even_where_their_texts_are_short():
    columns = (Column(title="Hợp lệ"), Column(title="Trúng cử"), Column(title="Có mặt"))
    assert widths(Table(columns=columns, rows=(("116", "14", "118"),)))[0] == pytest.approx(
        [55 * MM] * 3
    )


def test_that_a_time_with_its_dash_is_not_broken():
    columns = (Column(title="Giờ", width=10), Column(title="Nội dung"))
    table = Table(columns=columns, rows=(("07:30 – 07:45", POST * 3),))
    assert widths(table)[0][0] >= room_of("07:30 – 07:45", table)


def test_that_a_column_to_sign_in_keeps_its_room():
    columns = (NAME, ROLE, Column(title="Ký tên", width=40))
    rows = tuple((name, post * 2, "") for _, name, _, post, _ in ROWS)
    assert widths(Table(columns=columns, rows=rows, row_height=9))[0][2] == pytest.approx(40 * MM)


def test_that_tables_of_the_same_columns_line_up():
    first, second = (Table(columns=LIST.columns, rows=(row,)) for row in ROWS)
    inner = with_widths([first, KeepTogether(blocks=(second,))], FORM, PAGE)
    assert inner[0].columns == inner[1].blocks[0].columns


def test_that_a_word_without_end_leaves_the_words_of_the_others_whole():
    table = Table(columns=(NAME, ROLE), rows=(("w" * 300, "Chuyên viên"),))
    assert widths(table)[0][1] >= room_of("Chuyên", table)


def test_that_the_word_file_has_the_widths_of_the_page():
    document = test_pdf.DOCUMENTS["list of 80"]
    stream = io.BytesIO()
    draw_docx(document, stream)
    form = document.form
    page = (210 - form.margin_left - form.margin_right) * MM
    (table,) = (b for b in with_widths(document.blocks, form, page) if isinstance(b, Table))
    drawn = docx.Document(stream).element.body.findall(qn("w:tbl"))
    wanted = pytest.approx([c.width * MM for c in table.columns], abs=0.1)
    assert any([c.w.pt for c in made.tblGrid.gridCol_lst] == wanted for made in drawn)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(5, 60), st.floats(0, 400), st.floats(0, 200)), min_size=1),
    st.floats(100, 700),
)
def test_that_every_share_fits_the_page_and_holds_the_words_where_it_can(asked, page):
    needs = [
        Need(least=least, most=least + more, weight=least + more / 2, given=wish)
        for least, more, wish in asked
    ]
    made = shared_widths(needs, page)
    assert sum(made) <= page + 0.01
    if sum(need.least for need in needs) <= page:
        assert all(wide >= need.least for wide, need in zip(made, needs, strict=True))
