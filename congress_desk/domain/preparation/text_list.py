"""A list of the texts of a congress as its reader sees it, and the words in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congress_desk.domain.preparation.recipients import RECIPIENTS_LIMIT
from congress_desk.domain.preparation.text import TextState
from congress_desk.domain.setup.layout import PEOPLE, Column, SheetLayout
from congress_desk.domain.text.limits import NAME_LIMIT

TEXTS: Final = SheetLayout(
    name="Văn bản",
    synonyms=("Danh mục văn bản", "Tài liệu", "Danh mục tài liệu", "Texts"),
    columns=(
        PEOPLE.column("number"),
        Column(
            key="title",
            label="Văn bản",
            synonyms=(
                "Tên văn bản",
                "Tên tài liệu",
                "Tài liệu",
                "Tên, trích yếu văn bản",
                "Nội dung văn bản",
                "Text",
            ),
            required=True,
        ),
        Column(key="version", label="Bản", synonyms=("Phiên bản", "Lần dự thảo", "Version")),
        Column(
            key="drafter",
            label="Người soạn thảo",
            synonyms=(
                "Soạn thảo",
                "Người soạn",
                "Đơn vị soạn thảo",
                "Cơ quan soạn thảo",
                "Người chủ trì",
                "Drafter",
            ),
            limit=NAME_LIMIT,
        ),
        Column(key="due", label="Hạn", synonyms=("Thời hạn", "Hạn hoàn thành", "Due")),
        Column(key="state", label="Tình trạng", synonyms=("Trạng thái", "Tiến độ", "State")),
        Column(
            key="recipients",
            label="Phát cho",
            synonyms=(
                "Nơi nhận",
                "Người nhận",
                "Đối tượng nhận",
                "Đối tượng phát",
                "Cấp cho",
                "Recipients",
            ),
            limit=RECIPIENTS_LIMIT,
        ),
        Column(key="copies", label="Số bản", synonyms=("Số lượng", "Số bản in", "Copies")),
        PEOPLE.column("note"),
    ),
)

STATE_LABELS: Final[Mapping[str, TextState]] = {
    "chưa có": TextState.MISSING,
    "đang soạn thảo": TextState.DRAFTING,
    "đang lấy ý kiến": TextState.COMMENTING,
    "đã trình cấp trên": TextState.SUBMITTED,
    "đã hoàn chỉnh": TextState.FINAL,
    "đã thông qua": TextState.ADOPTED,
}
STATE_WORDS: Final[Mapping[str, TextState]] = {
    **STATE_LABELS,
    **{state.value: state for state in TextState},
    "chưa soạn": TextState.MISSING,
    "đang soạn": TextState.DRAFTING,
    "dự thảo": TextState.DRAFTING,
    "lấy ý kiến": TextState.COMMENTING,
    "đã trình": TextState.SUBMITTED,
    "hoàn chỉnh": TextState.FINAL,
    "hoàn thành": TextState.FINAL,
    "đã xong": TextState.FINAL,
    "thông qua": TextState.ADOPTED,
}
