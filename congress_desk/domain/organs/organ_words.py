"""What the organs of a congress are called: their labels, and what people write for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congress_desk.domain.organs.duty import Organ

ORGAN_LABELS: Final[Mapping[str, Organ]] = {
    "Đoàn chủ tịch": Organ.PRESIDIUM,
    "Đoàn thư ký": Organ.SECRETARIAT,
    "Ban thẩm tra tư cách đại biểu": Organ.CREDENTIALS,
    "Ban kiểm phiếu": Organ.COUNTING_BOARD,
}
# A cell of the Party and a company have a chair and a secretary instead.
SMALL_ORGAN_LABELS: Final[Mapping[str, Organ]] = {
    "Chủ tọa": Organ.PRESIDIUM,
    "Thư ký": Organ.SECRETARIAT,
}
ORGAN_WORDS: Final[Mapping[str, Organ]] = {
    **ORGAN_LABELS,
    **SMALL_ORGAN_LABELS,
    "Chủ tịch đoàn": Organ.PRESIDIUM,
    "Thư ký đoàn": Organ.SECRETARIAT,
    "Tổ thư ký": Organ.SECRETARIAT,
    "Ban thư ký": Organ.SECRETARIAT,
    "Thư ký đại hội": Organ.SECRETARIAT,
    "Thư ký cuộc họp": Organ.SECRETARIAT,
    "Ban thẩm tra tư cách": Organ.CREDENTIALS,
    "Ban thẩm tra": Organ.CREDENTIALS,
    "Ban thẩm tra tư cách đảng viên": Organ.CREDENTIALS,
    "Ban thẩm tra tư cách đoàn viên": Organ.CREDENTIALS,
    "Ban thẩm tra tư cách hội viên": Organ.CREDENTIALS,
    "Ban thẩm tra tư cách cổ đông": Organ.CREDENTIALS,
    "Ban kiểm tra tư cách cổ đông": Organ.CREDENTIALS,
    "Tổ kiểm phiếu": Organ.COUNTING_BOARD,
}
