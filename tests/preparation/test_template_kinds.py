"""Which kind of template a congress is offered first: by its style, its body, and who meets."""

from __future__ import annotations

import pytest
from congress_files import a_congress, granted

from congress_desk.actions.congress import edit_congress
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.preparation.template_kinds import likely_kind
from congress_desk.queries.congress import congress

MEMBERS, DELEGATES = CongressKind.PARTY_MEMBERS, CongressKind.DELEGATES


@pytest.mark.parametrize(
    ("rules", "body", "kind", "likely"),
    [
        ("dang-190-2024", "Chi bộ Khu phố 3", MEMBERS, "chi-bo"),
        ("dang-190-2024", "Đảng bộ Trường Đại học Y", MEMBERS, "dang-vien-co-so"),
        ("dang-190-2024", "Đảng bộ Phường 19", DELEGATES, "dai-bieu-co-so"),
        ("dang-190-2024", "Đảng bộ tỉnh Đồng Tháp", DELEGATES, "tinh"),
        ("dang-190-2024", "Đảng bộ Thành phố Huế", DELEGATES, "tinh"),
        ("doan-tncs", "Chi đoàn Khu phố 3", MEMBERS, "doan-tncs"),
        ("cong-doan", "Công đoàn Công ty May 10", DELEGATES, "cong-doan"),
        ("phu-nu", "Hội Liên hiệp Phụ nữ Phường 19", DELEGATES, "hoi"),
        ("generic", "Hiệp hội Du lịch", MEMBERS, "hoi"),
        ("cong-ty", "Công ty cổ phần May 10", MEMBERS, "cong-ty"),
    ],
)
def test_that_the_template_offered_fits_the_congress(tmp_path, rules, body, kind, likely):
    file = a_congress(tmp_path, rule_set_id=rules)
    details = CongressDetails(name="Đại hội", body=body, kind=kind)
    granted(edit_congress(file, details, actor="An"))
    assert likely_kind(congress(file)) == likely
    file.close()
