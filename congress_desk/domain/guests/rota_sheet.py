"""The sheet of the rota as its reader and its writer see it, and the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congress_desk.domain.guests.rota import RotaKind
from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT

ROTA: Final = SheetLayout(
    name="Chụp ảnh, tặng hoa",
    synonyms=("Lịch chụp ảnh", "Lịch tặng hoa", "Lịch chụp ảnh, tặng hoa", "Rota"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="clock",
            label="Thời gian",
            synonyms=("Giờ", "Bắt đầu", "Giờ bắt đầu", "Từ giờ", "Time"),
        ),
        Column(key="minutes", label="Số phút", synonyms=("Phút", "Thời lượng", "Minutes")),
        Column(
            key="who",
            label="Đoàn",
            synonyms=(
                "Đoàn, người",
                "Tên đoàn",
                "Tên đơn vị",
                "Đoàn đại biểu",
                "Đơn vị",
                "Chi bộ",
                "Đơn vị, cá nhân",
                "Họ và tên",
                "Delegation",
            ),
            required=True,
        ),
        Column(
            key="kind",
            label="Nội dung",
            synonyms=("Việc", "Loại", "Chụp ảnh/tặng hoa", "Kind"),
            spreads=True,
            heads=r"(?=chụp ảnh|tặng hoa)",
        ),
        Column(key="spot", label="Nơi", synonyms=("Vị trí", "Địa điểm", "Where"), spreads=True),
        Column(key="note", label="Ghi chú", synonyms=("Note",), limit=LONG_TEXT_LIMIT),
    ),
)

KIND_LABELS: Final[Mapping[str, RotaKind]] = {
    "chụp ảnh": RotaKind.PHOTOGRAPH,
    "tặng hoa": RotaKind.FLOWERS,
}
KIND_WORDS: Final[Mapping[str, RotaKind]] = {
    **KIND_LABELS,
    **{kind.value: kind for kind in RotaKind},
    "chụp ảnh lưu niệm": RotaKind.PHOTOGRAPH,
    "chụp hình": RotaKind.PHOTOGRAPH,
    "chụp hình lưu niệm": RotaKind.PHOTOGRAPH,
    "ảnh": RotaKind.PHOTOGRAPH,
    "tặng hoa chúc mừng": RotaKind.FLOWERS,
    "dâng hoa": RotaKind.FLOWERS,
    "hoa": RotaKind.FLOWERS,
}
