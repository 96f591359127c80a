"""The sheet about seats as its reader and its writer see it, and the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from congress_desk.domain.seating.plan import KeptFor
from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout

SEATS: Final = SheetLayout(
    name="Chỗ ngồi",
    synonyms=("Sơ đồ chỗ ngồi", "Danh sách chỗ ngồi", "Xếp chỗ ngồi", "Seats"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="block",
            label="Khu",
            synonyms=("Khối", "Dãy", "Khu vực", "Block"),
            spreads=True,
            heads=r"(?:khu vực|khu|khối|dãy|block)\b",
        ),
        Column(
            key="row",
            label="Hàng",
            synonyms=("Hàng ghế", "Dãy ghế", "Row"),
            spreads=True,
            heads=r"(?:hàng ghế|hàng|row)(?: số)?\b",
        ),
        Column(
            key="seat",
            label="Ghế",
            synonyms=("Số ghế", "Ghế số", "Chỗ ngồi", "Vị trí", "Vị trí ngồi", "Seat"),
            required=True,
        ),
        Column(
            key="kept_for",
            label="Dành cho",
            synonyms=("Đối tượng", "Loại ghế", "Thành phần", "Kept for"),
            spreads=True,
        ),
        Column(key="card", label="Số thẻ", synonyms=("Thẻ số", "Thẻ", "Card")),
        PEOPLE.column("code"),
        replace(
            PEOPLE.column("name"),
            required=False,
            synonyms=(*PEOPLE.column("name").synonyms, "Đại biểu", "Người ngồi"),
        ),
        Column(key="delegation", label="Đoàn", synonyms=("Đoàn đại biểu", "Đơn vị", "Chi bộ")),
        PEOPLE.column("note"),
    ),
)

KEPT_FOR_LABELS: Final[Mapping[str, KeptFor]] = {
    "đại biểu": KeptFor.DELEGATES,
    "đoàn chủ tịch": KeptFor.PRESIDIUM,
    "khách mời": KeptFor.GUESTS,
    "không sử dụng": KeptFor.NOBODY,
}
KEPT_FOR_WORDS: Final[Mapping[str, KeptFor]] = {
    **KEPT_FOR_LABELS,
    **{kept.value: kept for kept in KeptFor},
    "đại biểu chính thức": KeptFor.DELEGATES,
    "chủ tọa": KeptFor.PRESIDIUM,
    "chủ tịch đoàn": KeptFor.PRESIDIUM,
    "khách": KeptFor.GUESTS,
    "đại biểu khách mời": KeptFor.GUESTS,
    "không dùng": KeptFor.NOBODY,
    "để trống": KeptFor.NOBODY,
}
