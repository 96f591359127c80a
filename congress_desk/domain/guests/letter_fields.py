"""The places that a letter fills, as an office writes them between { and }."""

from __future__ import annotations

from typing import Final

LETTER_FIELDS: Final = (
    "xưng hô", "họ và tên", "chức vụ", "đơn vị", "số thẻ", "số người đi cùng", "cơ quan mời",
    "đại hội", "đại biểu", "thời gian", "địa điểm", "tổ thảo luận", "ghế", "phòng nghỉ", "xe",
    "bữa ăn", "trang phục", "người phụ trách", "điện thoại",
)  # fmt: skip
