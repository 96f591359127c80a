"""The words of a set-up workbook that stand for codes: labels to choose, and what people write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.rules.election_kind import ElectionKind

DEFAULT_RULE_SET: Final = "dang-190-2024"

ELECTION_KIND_LABELS: Final[Mapping[str, ElectionKind]] = {
    "ban chấp hành": ElectionKind.COMMITTEE,
    "ban thường vụ": ElectionKind.STANDING,
    "bí thư": ElectionKind.SECRETARY,
    "phó bí thư": ElectionKind.DEPUTY,
    "ủy ban kiểm tra": ElectionKind.INSPECTION,
    "đại biểu": ElectionKind.DELEGATES,
    "khác": ElectionKind.OTHER,
}
ELECTION_KIND_WORDS: Final[Mapping[str, ElectionKind]] = {
    **ELECTION_KIND_LABELS,
    **{kind.value: kind for kind in ElectionKind},
    "BCH": ElectionKind.COMMITTEE,
    "cấp ủy": ElectionKind.COMMITTEE,
    "chi ủy": ElectionKind.COMMITTEE,
    "đảng ủy": ElectionKind.COMMITTEE,
    "BTV": ElectionKind.STANDING,
    "chủ tịch": ElectionKind.SECRETARY,
    "phó chủ tịch": ElectionKind.DEPUTY,
    "UBKT": ElectionKind.INSPECTION,
    "ban kiểm tra": ElectionKind.INSPECTION,
    "đoàn đại biểu": ElectionKind.DELEGATES,
    "đại biểu dự đại hội cấp trên": ElectionKind.DELEGATES,
}

GENDERS: Final[Mapping[str, str]] = {
    "nam": "nam",
    "nữ": "nữ",
    "male": "nam",
    "female": "nữ",
    "m": "nam",
    "f": "nữ",
}

CONGRESS_KIND_LABELS: Final[Mapping[str, CongressKind]] = {
    "Đại biểu": CongressKind.DELEGATES,
    "Đảng viên": CongressKind.PARTY_MEMBERS,
    "Hội viên": CongressKind.MEMBERS,
}
CONGRESS_KIND_WORDS: Final[Mapping[str, CongressKind]] = {
    **CONGRESS_KIND_LABELS,
    "đại hội đại biểu": CongressKind.DELEGATES,
    "đại hội đảng viên": CongressKind.PARTY_MEMBERS,
    "toàn thể đảng viên": CongressKind.PARTY_MEMBERS,
    "đại hội toàn thể đảng viên": CongressKind.PARTY_MEMBERS,
    "đại hội hội viên": CongressKind.MEMBERS,
    "toàn thể hội viên": CongressKind.MEMBERS,
    "đại hội toàn thể hội viên": CongressKind.MEMBERS,
    "đoàn viên": CongressKind.MEMBERS,
    "đại hội đoàn viên": CongressKind.MEMBERS,
    "toàn thể đoàn viên": CongressKind.MEMBERS,
    "công đoàn viên": CongressKind.MEMBERS,
    "đoàn viên công đoàn": CongressKind.MEMBERS,
}

PERSON_KIND_LABELS: Final[Mapping[str, PersonKind]] = {
    "chính thức": PersonKind.OFFICIAL,
    "dự khuyết": PersonKind.ALTERNATE,
    "đương nhiên": PersonKind.EX_OFFICIO,
    "chỉ định": PersonKind.APPOINTED,
    "khách mời": PersonKind.GUEST,
    "dự bị": PersonKind.PROBATIONARY,
}
PERSON_KIND_WORDS: Final[Mapping[str, PersonKind]] = {
    **PERSON_KIND_LABELS,
    **{f"đại biểu {label}": kind for label, kind in PERSON_KIND_LABELS.items()},
    **{f"ĐB {label}": kind for label, kind in PERSON_KIND_LABELS.items()},
    "được bầu": PersonKind.OFFICIAL,
    "đảng viên chính thức": PersonKind.OFFICIAL,
    "đảng viên dự bị": PersonKind.PROBATIONARY,
    "khách": PersonKind.GUEST,
}

STATUS_LABELS: Final[Mapping[str, Status]] = {
    "có mặt": Status.PRESENT,
    "vắng (một phần, hoặc không lý do)": Status.ABSENT,
    "vắng suốt đại hội, có lý do chính đáng": Status.ABSENT_THROUGHOUT_EXCUSED,
    "cấp ủy viên triệu tập, vắng suốt đại hội": Status.ABSENT_THROUGHOUT_COMMITTEE,
    "vắng suốt đại hội, không có dự khuyết thay": Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    "đã có đại biểu dự khuyết thay": Status.REPLACED,
    "sinh hoạt tạm thời nơi khác": Status.ELSEWHERE,
    "miễn công tác và sinh hoạt, không có mặt": Status.EXEMPT_NOT_PRESENT,
    "bị đình chỉ sinh hoạt, khởi tố, truy tố, tạm giam": Status.SUSPENDED,
}
STATUS_WORDS: Final[Mapping[str, Status]] = {
    **STATUS_LABELS,
    "có": Status.PRESENT,
    "x": Status.PRESENT,
    "vắng": Status.ABSENT,
    "v": Status.ABSENT,
    "vắng mặt": Status.ABSENT,
    "vắng một phần": Status.ABSENT,
    "vắng không lý do": Status.ABSENT,
    "vắng có lý do": Status.ABSENT,
    "vắng suốt đại hội, có lý do": Status.ABSENT_THROUGHOUT_EXCUSED,
    "vắng suốt, có lý do": Status.ABSENT_THROUGHOUT_EXCUSED,
    "vắng suốt, có lý do chính đáng": Status.ABSENT_THROUGHOUT_EXCUSED,
    "cấp ủy viên triệu tập vắng suốt": Status.ABSENT_THROUGHOUT_COMMITTEE,
    **{
        f"{member} triệu tập, vắng suốt đại hội": Status.ABSENT_THROUGHOUT_COMMITTEE
        for member in ("ủy viên ban chấp hành", "thành viên hội đồng quản trị", "ủy viên cơ quan")
    },
    "vắng suốt, không có dự khuyết thay": Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    "vắng, không có dự khuyết thay": Status.ABSENT_THROUGHOUT_NO_ALTERNATE,
    "đã có dự khuyết thay": Status.REPLACED,
    "có dự khuyết thay": Status.REPLACED,
    "dự khuyết thay": Status.REPLACED,
    "sinh hoạt nơi khác": Status.ELSEWHERE,
    "miễn sinh hoạt, không có mặt": Status.EXEMPT_NOT_PRESENT,
    "đình chỉ sinh hoạt": Status.SUSPENDED,
    "bị đình chỉ sinh hoạt": Status.SUSPENDED,
    "bị khởi tố": Status.SUSPENDED,
    "bị truy tố": Status.SUSPENDED,
    "bị tạm giam": Status.SUSPENDED,
}
# An absence "for a reason" does not say that it lasts the whole congress: read, and pointed out.
STATUS_DOUBTFUL: Final = "vắng có lý do"
