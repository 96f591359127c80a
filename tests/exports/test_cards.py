import io
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image

from congress_desk.domain.people.person import PersonKind
from congress_desk.exports.cards.sheet import corners, draw_cards, write_cards
from congress_desk.exports.cards.symbols import fits_code_128, marks_of
from congress_desk.exports.cards.text import fitted
from congress_desk.exports.pdf.fonts import print_faces, text_width
from congress_desk.reports.people.cards import CardForm, CardSheets, CardTone, Symbol

from . import crowds
from .pages import MADE, MM, page_letters, page_texts, squeezed

GOLDEN = Path(__file__).parent / "golden"
NINE = crowds.register(9)
NAME_OF_100 = (
    "Công Tằng Tôn Nữ Hoàng Nguyễn Thị Phương Thảo Nguyên Khánh "
    "Quỳnh Trâm Anh Bảo Ngọc Diệu Huyền Phương"
)
UNIT_OF_100 = (
    "Chi bộ Trung tâm Ứng dụng và Chuyển giao Công nghệ Nông nghiệp "
    "Công nghệ cao Thành phố Hồ Chí Minh I"
)


def drawn(sheets: CardSheets) -> bytes:
    stream = io.BytesIO()
    draw_cards(sheets, stream, MADE)
    return stream.getvalue()


def type_sizes(data: bytes) -> set[float]:
    """Return the sizes of type that are on the pages, in points."""
    sizes = set()
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            text = page.get_textpage()
            for place in range(text.count_chars()):
                if not pdfium.FPDFText_IsGenerated(text.raw, place):
                    sizes.add(pdfium.FPDFText_GetFontSize(text.raw, place))
    return sizes


def jpeg(colour: tuple[int, int, int] = (200, 30, 30), size=(60, 80)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "JPEG")
    return stream.getvalue()


def card_text(sheets: CardSheets) -> str:
    return "".join(
        f"[{c.tone}] {c.kind} | {c.number} | {c.name} | {' / '.join(c.lines)} | {c.scanned}\n"
        for c in sheets.cards
    )


def test_that_cards_read_as_kept():
    golden, text = GOLDEN / "cards-ward.txt", card_text(crowds.cards(crowds.register(40)))
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, "utf-8", newline="\n")
    assert text == golden.read_text("utf-8")


@pytest.mark.parametrize("symbol", Symbol)
@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (11, 2), (120, 12)])
def test_that_ten_cards_stand_on_a_sheet(count, pages, symbol):
    assert len(page_texts(drawn(crowds.cards(crowds.register(count), symbol=symbol)))) == pages


@pytest.mark.parametrize("symbol", Symbol)
def test_that_every_card_says_its_name_number_delegation_and_seat(symbol):
    sheets = crowds.cards(NINE, symbol=symbol)
    text = squeezed("".join(page_texts(drawn(sheets))))
    for card in sheets.cards:
        for part in (card.name, card.number, card.kind, *card.lines):
            assert squeezed(part) in text


def assert_within_cards(data: bytes) -> None:
    form = CardForm()
    left, bottom = (210 - 2 * form.width) / 2 * MM, (297 - 5 * form.height) / 2 * MM
    for letters in page_letters(data):
        for x in (x for x in letters if x.bottom > bottom):
            column = (x.left - left) // (form.width * MM)
            row = (x.bottom - bottom) // (form.height * MM)
            assert (x.right - left) // (form.width * MM) == column in (0, 1)
            assert (x.top - bottom) // (form.height * MM) == row


@pytest.mark.parametrize("symbol", Symbol)
def test_that_nothing_leaves_its_card(symbol):
    people = crowds.hostile()
    photos = {p.id: jpeg() for p in people[::2]}
    assert_within_cards(drawn(crowds.cards(people, symbol=symbol, photos=photos)))


@pytest.mark.parametrize("photographed", [False, True])
@pytest.mark.parametrize("symbol", Symbol)
def test_that_a_card_holds_a_name_and_a_unit_of_a_hundred_letters(symbol, photographed):
    people = tuple(replace(p, name=NAME_OF_100, delegation=UNIT_OF_100) for p in NINE)
    photos = {p.id: jpeg() for p in people} if photographed else {}
    data = drawn(crowds.cards(people, symbol=symbol, photos=photos))
    text = "".join(page_texts(data))
    assert "…" not in text
    for said in (NAME_OF_100, UNIT_OF_100):
        assert squeezed(text).count(squeezed(said)) == len(people)
    assert_within_cards(data)
    assert min(type_sizes(data)) >= 5.5


def test_that_guests_differ_by_word_and_by_colour():
    person = NINE[0]
    kinds = {kind: replace(person, kind=kind) for kind in PersonKind}
    told = {kind: crowds.cards([p]).cards[0] for kind, p in kinds.items()}
    assert told[PersonKind.GUEST].tone is CardTone.GUEST
    assert told[PersonKind.GUEST].kind == "KHÁCH MỜI"
    for kind in (PersonKind.OFFICIAL, PersonKind.EX_OFFICIO, PersonKind.APPOINTED):
        assert (told[kind].tone, told[kind].kind) == (CardTone.VOTER, "ĐẠI BIỂU")
    assert told[PersonKind.ALTERNATE].tone is CardTone.MEMBER
    seated = replace(kinds[PersonKind.ALTERNATE], replaces=7)
    assert crowds.cards([seated]).cards[0].tone is CardTone.VOTER


def test_that_cards_come_by_delegation_and_guests_last():
    people = crowds.register(40)
    sheets = crowds.cards(people)
    delegations = [card.lines[0] for card in sheets.cards if card.tone is not CardTone.GUEST]
    assert delegations == sorted(delegations)
    assert [card.tone for card in sheets.cards][-2:] == [CardTone.GUEST] * 2


def test_that_a_photograph_is_on_the_card_once():
    assert drawn(crowds.cards(NINE)).count(b"/DCTDecode") == 0
    assert drawn(crowds.cards(NINE, photos={3: jpeg()})).count(b"/DCTDecode") == 1


def test_that_there_are_cut_marks_at_every_edge_and_none_across_a_card():
    with pypdfium2.PdfDocument(drawn(crowds.cards(()))) as document:
        image = document[0].render(scale=2, grayscale=True).to_pil()
    left, bottom, edge = 15, 11, 2 * 72 / 25.4
    for column in (0, 90, 180):
        assert image.getpixel((round((left + column) * edge), round((bottom - 3) * edge))) < 200
    inner = image.crop([round(x * edge) for x in (16, 12, 194, 285)])
    assert inner.getextrema() == (255, 255)


def test_that_the_same_cards_give_the_same_bytes():
    assert drawn(crowds.cards(NINE)) == drawn(crowds.cards(NINE))


def test_that_cards_are_written_whole_or_refused(tmp_path):
    assert write_cards(crowds.cards(NINE), tmp_path / "the.pdf") is None
    refusal = write_cards(crowds.cards(NINE), tmp_path / "none" / "the.pdf")
    assert refusal is not None
    assert refusal.first.code == "export_folder_missing"


@pytest.mark.parametrize("code", ["D001", "1", "DB-004", "a" * 60])
def test_that_a_qr_code_has_its_three_eyes(code):
    marks = marks_of(code, Symbol.QR)
    dark = {(x + step, y) for x, y, length in marks.bars for step in range(length)}
    last = marks.across - 7
    for x0, y0 in ((0, 0), (last, 0), (0, last)):
        ring = {(x0 + i, y0) for i in range(7)} | {(x0, y0 + i) for i in range(7)}
        assert ring <= dark
        assert (x0 + 1, y0 + 1) not in dark
    assert marks.across == marks.down


def test_that_code_128_has_its_start_stop_and_quiet_zones():
    marks = marks_of("D001", Symbol.CODE_128)
    first, last = marks.bars[0], marks.bars[-1]
    assert (first[0], first[2]) == (10, 2)
    assert last[0] + last[2] == marks.across - 10
    assert [length for _, _, length in marks.bars[-4:]] == [2, 3, 1, 2]
    assert (marks.across - 2 * 10 - 2) % 11 == 0


@pytest.mark.parametrize(
    ("code", "fits"), [("D001", True), ("ĐB1", False), ("", False), ("x" * 21, False)]
)
def test_that_a_code_that_code_128_cannot_say_gets_a_qr_code(code, fits):
    assert fits_code_128(code) is fits
    assert not code or (marks_of(code, Symbol.CODE_128).down == 1) is fits


def test_that_a_scanner_is_given_no_letter_it_cannot_type():
    person = replace(NINE[0], code="ĐB-Ất 01")
    card = crowds.cards([person]).cards[0]
    assert (card.code, card.scanned) == ("ĐB-Ất 01", "DB-At 01")


@pytest.mark.parametrize(
    ("text", "lines"),
    [("Lê An", 1), ("Nguyễn Thị Phương Thảo", 1), (crowds.LONG, 2), ("W" * 200, 2)],
)
def test_that_a_name_shrinks_then_breaks_then_is_cut(text, lines):
    face = print_faces().bold
    found = fitted(text, face, 19, least=9, width=230, lines=2)
    assert len(found.lines) == lines
    assert 9 <= found.size <= 19
    assert all(text_width(line, face, found.size) <= 230.01 for line in found.lines)


def test_that_a_rehearsal_is_written_on_every_card():
    sheets = replace(crowds.cards(NINE), stamp="DIỄN TẬP – không có giá trị")
    assert "".join(page_texts(drawn(sheets))).count("DIỄN TẬP") == 9


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="needs zbarimg (apt: zbar-tools)")
@pytest.mark.parametrize("symbol", Symbol)
def test_that_a_reader_reads_the_code_from_the_printed_card(symbol, tmp_path):
    sheets = crowds.cards(crowds.register(10), symbol=symbol)
    with pypdfium2.PdfDocument(drawn(sheets)) as document:
        page = document[0].render(scale=4).to_pil()
    edge, form = 4 * MM, CardForm()
    for card, (x, y) in zip(sheets.cards, corners(form), strict=True):
        top = 297 * MM - y - form.height * MM
        area = (x * 4, top * 4, x * 4 + form.width * edge, top * 4 + form.height * edge)
        page.crop([round(side) for side in area]).save(tmp_path / "card.png")
        read = subprocess.run(
            ["zbarimg", "-q", "--raw", tmp_path / "card.png"], capture_output=True, text=True
        )
        assert read.stdout.split() == [card.scanned]


def test_that_every_page_bears_the_code_of_the_journal_and_its_number():
    texts = page_texts(drawn(crowds.cards(crowds.register(25))))
    assert [re.findall(r"\d/3", text) for text in texts] == [["1/3"], ["2/3"], ["3/3"]]
    assert all("Mã sổ: 7F3A-91C2" in text for text in texts)
