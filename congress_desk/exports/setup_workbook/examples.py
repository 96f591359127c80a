"""The example row that the set-up workbook carries in comments on its headers."""

from __future__ import annotations

import tomllib

from congress_desk.domain.setup.layout import (
    AGENDA,
    CANDIDATES,
    CONGRESS,
    DUTIES,
    ELECTIONS,
    PEOPLE,
    Column,
    SheetLayout,
)
from congress_desk.domain.setup.words import DEFAULT_RULE_SET
from congress_desk.paths import resource

_EXAMPLES = {
    CONGRESS.name: {
        "name": "Đại hội đại biểu Đảng bộ phường An Bình lần thứ XII",
        "superior": "Đảng bộ thành phố Tân Giang",
        "body": "Đảng bộ phường An Bình",
        "ordinal": "XII",
        "term": "2025 - 2030",
        "kind": "Đại biểu. Đảng viên là đại hội toàn thể của tổ chức đảng; Hội viên là đại hội "
        "toàn thể của đoàn thể, hội.",
        "place": "Hội trường Ủy ban nhân dân phường An Bình",
        "starts": "15/05/2025 13:30",
        "ends": "16/05/2025 17:00",
    },
    PEOPLE.name: {
        "number": "1",
        "code": "AB-001. Mỗi người một mã; để trống thì chương trình tự đặt.",
        "name": "Nguyễn Thị Thanh Hà",
        "born": "05/06/1975, 06/1975 hoặc 1975",
        "gender": "Nữ",
        "ethnic": "Kinh",
        "religion": "Không",
        "delegation": "Chi bộ Khu phố 3",
        "position": "Bí thư chi bộ",
        "joined": "03/02/1998, 02/1998 hoặc 1998",
        "degree": "Đại học",
        "theory": "Trung cấp",
        "kind": "chính thức. Để trống là chính thức.",
        "status": "có mặt. Để trống là vắng; điểm danh sau trong chương trình.",
        "note": "Tổ trưởng tổ thảo luận 2",
    },
    AGENDA.name: {
        "session": "Trù bị",
        "day": "15/05/2025",
        "time": "13:30 hoặc 13h30",
        "minutes": "30",
        "content": "Đón tiếp đại biểu, điểm danh",
        "executor": "Ban Tổ chức",
    },
    DUTIES.name: {
        "organ": "Ban kiểm phiếu",
        "name": "Nguyễn Thị Thanh Hà",
        "title": "Trưởng ban",
        "duty": "Điều hành ban kiểm phiếu, công bố kết quả",
    },
    ELECTIONS.name: {
        "code": "BCH",
        "title": "Ban Chấp hành Đảng bộ phường An Bình, nhiệm kỳ 2025 - 2030",
        "seats": "15",
        "kind": "ban chấp hành. Để trống thì chương trình đoán theo nội dung bầu.",
        "alternates": "2. Chỉ ghi khi bầu đại biểu có cả đại biểu dự khuyết.",
        "among": "BCH: chỉ bầu trong số người trúng cử Ban Chấp hành, ghi ở dòng trên. Để trống là "
        "không hạn chế.",
    },
    CANDIDATES.name: {
        "code": "BCH (một mã ở trang Bầu cử)",
        "number": "1. Ghi đủ cho mọi người thì giữ đúng thứ tự này; để trống cả cột thì xếp theo "
        "tên.",
        "name": "Nguyễn Thị Thanh Hà",
        "born": "05/06/1975. Hai người cùng tên phải có ngày sinh khác nhau.",
        "gender": "Nữ",
        "role": "Bí thư Chi bộ Khu phố 3",
        "note": "Tái cử",
    },
}


def example(layout: SheetLayout, column: Column) -> str:
    """Return the example for one column of the template."""
    if layout is CONGRESS and column.key == "rules":
        first = rule_set_titles()[DEFAULT_RULE_SET]
        return f"{first}. Để trống là quy chế ấy; chọn quy chế khác trong danh sách của ô."
    return _EXAMPLES[layout.name][column.key]


def rule_set_titles() -> dict[str, str]:
    """Return the short titles of the rule sets that come with the program, the default first."""
    titles = {
        path.stem: str(tomllib.loads(path.read_text("utf-8"))["short_title"])
        for path in sorted(resource("rules").glob("*.toml"))
    }
    return {DEFAULT_RULE_SET: titles.pop(DEFAULT_RULE_SET), **titles}
