"""Letters of old fonts: told from Unicode, converted, and genuine Vietnamese never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.imports.legacy.syllables import is_syllable
from congress_desk.imports.legacy.tcvn3 import TABLE, from_tcvn3
from congress_desk.imports.legacy.text import LegacyText, script_by_spelling
from congress_desk.imports.legacy.vni import from_vni
from congress_desk.imports.workbook.font_scripts import Script

from .books import list_reading, people_of

TCVN3 = {
    "Ng« Quèc Uyªn": "Ngô Quốc Uyên",
    "Vò Gia ¢n": "Vũ Gia Ân",
    "Hå Gia Tó": "Hồ Gia Tú",
    "D\u00ad¬ng ThÞ B¶o": "Dương Thị Bảo",
    "§Æng Xu©n TrÝ": "Đặng Xuân Trí",
    "Huúnh Anh ¢n": "Huỳnh Anh Ân",
    "Vò Anh YÕn": "Vũ Anh Yến",
    "Lª Thanh Thñy": "Lê Thanh Thủy",
    "NguyÔn ThÞ Hång": "Nguyễn Thị Hồng",
    "TRÇN V¡N H¦NG": "TRẦN VĂN HƯNG",
    "§¹I BIÓU Dù KHUYÕT": "ĐẠI BIỂU DỰ KHUYẾT",
    "BÝ TH¦ CHI Bé": "BÍ THƯ CHI BỘ",
    "Tæng céng": "Tổng cộng",
    "Chi bé Khu phè 5": "Chi bộ Khu phố 5",
}
VNI = {
    "Nguyeãn Vaên AÁn": "Nguyễn Văn Ấn",
    "Ñoã Thò Hoàng": "Đỗ Thị Hồng",
    "Traàn Thò Tuyeát": "Trần Thị Tuyết",
    "Döông Ngoïc Höõu": "Dương Ngọc Hữu",
    "NGUYEÃN THÒ HUEÄ": "NGUYỄN THỊ HUỆ",
    "Leâ Phöôùc Lyù": "Lê Phước Lý",
    "Buøi Quoác Huy": "Bùi Quốc Huy",
    "Phaïm Thò Kieàu Oanh": "Phạm Thị Kiều Oanh",
}
GENUINE = [
    "Nguyễn Văn An", "Hoàng Hà", "Lý Anh Lan", "Tô Hoài", "Đỗ Mười", "HỒ THỊ HÒA", "Bé", "Trí",
    "François Müller", "José", "Y Bhăm Êban", "Niê Kdăm", "H'Wing Êya", "Müller «B»", "Ăn",
    "10 °C ± 2", "Le\u0302 An", "Dũng", "Quỳnh", "Gì", "Khuyết", "Nghĩa", "Thuở", "Quyết", "",
]  # fmt: skip


@pytest.mark.parametrize("typed", TCVN3)
def test_that_tcvn3_is_told_by_its_spelling_alone(typed):
    assert script_by_spelling(typed) is Script.TCVN3
    for font in ("", ".VnTime", "Arial"):
        found = LegacyText([(typed, font)]).convert(typed, font)
        assert (found.text, found.script) == (TCVN3[typed], Script.TCVN3)


@pytest.mark.parametrize("typed", VNI)
def test_that_vni_is_told_by_its_spelling_alone(typed):
    assert script_by_spelling(typed) is Script.VNI
    for font in ("", "VNI-Times", ".VnTime"):
        assert LegacyText([]).convert(typed, font).text == VNI[typed]


@pytest.mark.parametrize("text", GENUINE)
def test_that_genuine_text_stays_as_it_is(text):
    found = LegacyText([(text, "")]).convert(text, "")
    assert (found.text, found.script) == (text, Script.UNICODE)


def test_that_the_table_stands_for_every_letter_once():
    letters = "".join(TABLE.values())
    assert len(set(letters)) == len(letters) == 74
    assert from_tcvn3("µ¸¶·¹") == "àáảãạ"
    assert from_vni("aø aù aû aõ aï aê aâ ô ö ñ î") == "à á ả ã ạ ă â ơ ư đ ỵ"


def test_that_the_font_decides_where_the_spelling_does_not():
    assert LegacyText([]).convert("Tó", ".VnTime").text == "Tú"
    assert LegacyText([]).convert("Tó", "VNI-Times").text == "Tĩ"
    assert LegacyText([]).convert("Tó", "Times New Roman").text == "Tó"


def test_that_a_font_that_is_wrong_in_its_column_is_not_believed():
    cells = [(name, ".VnTime") for name in ("Nguyễn An", "Trần Ba", "Tó")]
    assert LegacyText(cells).convert("Tó", ".VnTime").text == "Tó"
    cells = [(name, ".VnTime") for name in ("NguyÔn An", "TrÇn Ba", "Lê Cửu", "Tó")]
    assert LegacyText(cells).convert("Tó", ".VnTime").text == "Tú"


def test_that_a_column_of_old_text_without_fonts_speaks_for_its_unclear_cells():
    cells = [(name, "") for name in ("NguyÔn V¨n An", "TrÇn Ba", "Tó")]
    assert LegacyText(cells).convert("Tó", "").text == "Tú"
    assert LegacyText([*cells, ("Đỗ Mười", "")]).convert("Tó", "").text == "Tó"


def test_that_fonts_of_capitals_print_capitals():
    assert LegacyText([]).convert("nguyÔn v¨n an", ".VnTimeH").text == "NGUYỄN VĂN AN"
    assert LegacyText([]).convert("lan anh", ".VnArialH").text == "LAN ANH"
    assert LegacyText([]).convert("lan anh", ".VnTime").text == "lan anh"


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("Nguyễn", True), ("nghiêng", True), ("QUYẾT", True), ("giếng", True), ("gì", True),
        ("oanh", True), ("Quốc", True), ("Khuỷu", True), ("Quèc", False), ("tét", True),
        ("tèt", False), ("YÕn", False), ("Huúnh", False), ("abc", False), ("Müller", False),
    ],
)  # fmt: skip
def test_that_a_syllable_is_told_by_initial_rhyme_and_tone(word, sound):
    assert is_syllable(word) is sound


@given(st.text(max_size=40), st.sampled_from(["", ".VnTime", ".VnTimeH", "VNI-Times", "Arial"]))
def test_that_no_text_is_beyond_conversion(text, font):
    assert isinstance(LegacyText([(text, font)]).convert(text, font).text, str)


@given(
    st.lists(
        st.sampled_from(
            [
                "An",
                "Bình",
                "Châu",
                "Dũng",
                "Đức",
                "Hằng",
                "Hưởng",
                "Nghĩa",
                "Quyên",
                "Thuý",
                "Uyên",
                "Ý",
            ]
        )
    )
)
def test_that_unicode_names_survive_any_font(words):
    name = " ".join(["Nguyễn", *words])
    assert LegacyText([(name, ".VnTime")]).convert(name, ".VnTime").text == name


def test_that_conversions_of_a_list_are_shown_before_and_after(tmp_path):
    rows = [
        ["Họ và tên", "Chi bộ", "Giới tính"],
        ["Hå Gia Tó", "Khu phè 5", "N÷"],
        ["Ph¹m ¸nh", "Khu phố 6"],
        ["Lý An", "Khu phố 7"],
    ]
    fonts = {"A2": ".VnTime", "A3": ".VnTime", "A4": ".VnTime"}
    reading = list_reading(tmp_path, rows, fonts=fonts)
    assert [(p.name, p.delegation) for p in people_of(reading)] == [
        ("Hồ Gia Tú", "Khu phố 5"), ("Phạm Ánh", "Khu phố 6"), ("Lý An", "Khu phố 7"),
    ]  # fmt: skip
    assert [(c.place.row, c.before, c.after, c.how) for c in reading.before_after] == [
        (2, "Hå Gia Tó", "Hồ Gia Tú", "tcvn3"),
        (2, "Khu phè 5", "Khu phố 5", "tcvn3"),
        (2, "N÷", "Nữ", "tcvn3"),
        (3, "Ph¹m ¸nh", "Phạm Ánh", "tcvn3"),
    ]


def test_that_a_sheet_typed_in_old_letters_throughout_speaks_for_its_unclear_columns(tmp_path):
    rows = [["Hä vµ tªn", "Chøc vô"], ["NguyÔn V¨n An", "Phã"], ["TrÇn Ba", "Tó"]]
    people = people_of(list_reading(tmp_path, rows))
    assert [p.position for p in people] == ["Phó", "Tú"]
    mixed = [["Họ và tên", "Chức vụ"], ["NguyÔn V¨n An", "Tó"], ["Trần Ba", "Bí"]]
    assert people_of(list_reading(tmp_path, mixed))[0].position == "Tó"


def test_that_capital_fonts_and_name_case_work_together(tmp_path):
    rows = [["Họ và tên"], ["nguyÔn v¨n an"]]
    fonts = {"A2": ".VnTimeH"}
    assert people_of(list_reading(tmp_path, rows, fonts=fonts))[0].name == "NGUYỄN VĂN AN"
    reading = list_reading(tmp_path, rows, fonts=fonts, name_case=True)
    assert people_of(reading)[0].name == "Nguyễn Văn An"
