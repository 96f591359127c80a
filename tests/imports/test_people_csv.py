"""A list in CSV: whatever encoding and delimiter, the same people; what is broken is refused."""

from __future__ import annotations

import unicodedata

import pytest

from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text
from congress_desk.imports.register.book import read_register_file

from .books import people_of, reading_of

LINES = [
    ["TT", "Họ và tên", "Ngày sinh", "Chi bộ"],
    ["1", "Nguyễn Thị Ánh", "5/6/1975", "Khu phố 1, phường 19"],
    ["2", "Đỗ Hữu Thảo", "1980", "Trường «Mầm non»"],
    ["3", "Lường Văn Quý", "", "Chợ; bến"],
]
WANTED = [
    ("Nguyễn Thị Ánh", "1975-06-05", "Khu phố 1, phường 19"),
    ("Đỗ Hữu Thảo", "1980", "Trường «Mầm non»"),
    ("Lường Văn Quý", "", "Chợ; bến"),
]


def csv_text(delimiter=","):
    def cell(text):
        return f'"{text}"' if any(sign in text for sign in ",;\t") else text

    return "".join(delimiter.join(map(cell, line)) + "\r\n" for line in LINES)


def in_1258(text):
    """Return text as Windows-1258 has it: letters with their hats, tones behind them."""
    coded = b""
    for char in unicodedata.normalize("NFC", text):
        try:
            coded += char.encode("cp1258")
        except UnicodeEncodeError:
            letters = unicodedata.normalize("NFD", char)
            tones = [c for c in letters if c in "\u0300\u0301\u0303\u0309\u0323"]
            base = unicodedata.normalize("NFC", "".join(c for c in letters if c not in tones))
            coded += (base + "".join(tones)).encode("cp1258")
    return coded


ENCODINGS = {
    "UTF-8": lambda text: text.encode(),
    "UTF-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 big-endian": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "NFD": lambda text: unicodedata.normalize("NFD", text).encode(),
    "Windows-1258": in_1258,
}


def people_in(folder, content):
    path = folder / "ds.csv"
    path.write_bytes(content)
    return [(p.name, p.born, p.delegation) for p in people_of(reading_of(path))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_that_a_csv_is_read_whatever_wrote_it(tmp_path, encoding, delimiter):
    assert people_in(tmp_path, ENCODINGS[encoding](csv_text(delimiter))) == WANTED


def test_that_old_letters_saved_as_csv_are_converted(tmp_path):
    typed = (
        "TT;Hä vµ tªn;Chi bé\r\n1;NguyÔn V¨n An;Khu phè 5\r\n2;Hå Gia Tó;C«ng an ph\u00adêng\r\n"
    )
    assert people_in(tmp_path, typed.encode("latin-1")) == [
        ("Nguyễn Văn An", "", "Khu phố 5"),
        ("Hồ Gia Tú", "", "Công an phường"),
    ]


def test_that_a_line_break_in_quotes_stays_in_its_cell_and_rows_are_counted(tmp_path):
    content = 'Họ và tên,Chi bộ\n\n"Lê\nVăn An",KP 1\nLê Ba,KP 2\n'
    path = tmp_path / "ds.csv"
    path.write_text(content, "utf-8")
    reading = reading_of(path)
    assert [(line.row, line.person.name) for line in reading.lines] == [
        (3, "Lê Văn An"), (4, "Lê Ba"),
    ]  # fmt: skip
    assert reading.lines[0].place.sheet == ""


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b'Ho va ten,Nam sinh\n"Le An,1970\n', "register_csv_broken", 2),
        (b'Ho va ten\n"Le" An\n', "register_csv_broken", 2),
        (b"\xff\xfeL\x00\xd8", "register_text_unreadable", 1),
        ("Họ và tên\nNguyễn Thị Ánh".encode() + b"\xff\n", "register_text_unreadable", 2),
        (b"Ho va ten," + b"," * 300 + b"x\n", "import_workbook_cell_too_far", 0),
        (b"Ho va ten," * 20_000, "import_workbook_cell_too_far", 0),
        (b"Ho va ten\n" * 20_001, "import_workbook_cell_too_far", 0),
        (b"x" * 10_000_001, "import_file_too_large", 0),
        (b"Ho va ten\n" + b"x" * 200_000 + b"\n", "register_csv_broken", 2),
    ],
)  # fmt: skip
def test_that_a_broken_csv_is_refused_at_its_line(tmp_path, content, code, line):
    path = tmp_path / "ds.csv"
    path.write_bytes(content)
    refusal = read_register_file(path)
    assert isinstance(refusal, Refusal)
    assert (refusal.first.code, refusal.first.place.line) == (code, line)
    assert problem_text(refusal.first).startswith("ds.csv")
