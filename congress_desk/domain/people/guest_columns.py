"""The columns that a list of guests has besides those of delegates."""

from __future__ import annotations

from typing import Final

from congress_desk.domain.people.list_column import ListColumn

GUESTS: Final = (
    ListColumn(
        key="salutation",
        label="Xưng hô",
        titles=("Cách xưng hô", "Salutation"),
    ),
    ListColumn(
        key="rank",
        label="Nhóm khách mời",
        titles=("Nhóm khách", "Khối khách mời", "Thành phần khách mời"),
    ),
    ListColumn(
        key="welcome",
        label="Thứ tự giới thiệu",
        titles=("Thứ tự đón tiếp", "Thứ tự giới thiệu khách", "Order of welcome"),
    ),
    ListColumn(
        key="companions",
        label="Số người đi cùng",
        titles=("Người đi cùng", "Đi cùng", "Số người tháp tùng", "Số khách đi cùng", "Companions"),
    ),
    ListColumn(
        key="contact",
        label="Người phụ trách",
        titles=("Người đón tiếp", "Người đón", "Cán bộ phụ trách", "Người liên hệ", "Liên hệ",
                "Cán bộ đón tiếp", "Contact"),
    ),
    ListColumn(
        key="phone",
        label="Điện thoại",
        titles=("SĐT", "Số ĐT", "Đ.thoại", "Di động", "Phone", "Mobile"),
        parts=r"^(so)?(dienthoai|didong|dtdidong|dt$)|^(mobile)?phone",
    ),
    ListColumn(
        key="room",
        label="Phòng nghỉ",
        titles=("Phòng ở", "Số phòng", "Nơi nghỉ", "Chỗ nghỉ", "Khách sạn", "Nơi lưu trú", "Room"),
    ),
    ListColumn(
        key="car",
        label="Xe",
        titles=("Xe đưa đón", "Số xe", "Biển số xe", "Xe số", "Phương tiện", "Car"),
    ),
    ListColumn(
        key="meals",
        label="Bữa ăn",
        titles=("Ăn", "Chế độ ăn", "Suất ăn", "Bàn ăn", "Đăng ký ăn", "Meals"),
    ),
    ListColumn(
        key="dress",
        label="Trang phục",
        titles=("Quần áo", "Dress"),
    ),
)  # fmt: skip
