"""No word of one body stands in another's papers: the words come from its own rule set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

import pytest
from congress_files import granted
from document_text import document_text
from seven_congresses import _POSTS, SEVEN, Plan
from seven_courses import hold
from share_acts import A, a_company, a_share_round, absent, enter_lines

from congress_desk.actions.agenda.items import add_item
from congress_desk.actions.congress import edit_congress
from congress_desk.actions.duties.members import add_member
from congress_desk.actions.elections.declaring import declare_result
from congress_desk.actions.guests.letters import send_letters
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.people.person import CongressKind
from congress_desk.papers import available, make_paper
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

BY_KEY = {plan.key: plan for plan in SEVEN}
# A rule set, and the congress of the seven that is held by it.
HELD_BY = {
    "dang-190-2024": "chi-bo", "dang-244-2014": "chi-bo", "doan-tncs": "doan",
    "cong-doan": "cong-doan", "phu-nu": "phu-nu", "nong-dan": "phu-nu", "ccb": "phu-nu",
    "generic": "hiep-hoi",
}  # fmt: skip
# What only one body says of itself; in small letters. A youth union reports to “cấp ủy” as well.
OWN = {
    "dang": ("đảng viên", "đảng bộ", "tuổi đảng", "đảng cộng sản", "điều lệ đảng",
             "quy chế bầu cử trong đảng", "chi ủy", "bí thư chi bộ"),
    "doan": ("đoàn tncs", "điều lệ đoàn", "đoàn thanh niên", "thanh thiếu nhi"),
    "cong-doan": ("công đoàn", "liên đoàn lao động", "người lao động"),
    "phu-nu": ("hội liên hiệp phụ nữ", "điều lệ hội liên hiệp phụ nữ"),
    "nong-dan": ("nông dân",),
    "ccb": ("cựu chiến binh",),
    "cong-ty": ("cổ đông", "cổ phần", "hội đồng quản trị"),
}  # fmt: skip
# What a meeting of shareholders has none of.
NOT_OF_A_COMPANY = (
    "đồng chí", "đại biểu", "đại hội đại biểu", "ban chấp hành", "bí thư", "hội viên", "đoàn viên",
    "được triệu tập", "cấp ủy", "kiểm tra viên", "ủy ban kiểm tra", "ban kiểm tra",
    "đoàn chủ tịch", "đoàn thư ký",
)  # fmt: skip
FAMILY = {"dang-190-2024": "dang", "dang-244-2014": "dang", "doan-tncs": "doan"}


def typed(value: object) -> Iterator[str]:
    """Yield every text of a plan: what the office types is its own."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from typed(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from typed(getattr(value, each.name))


def papers_of(plan: Plan, folder) -> Iterator[tuple[str, str]]:
    """Yield the text of each paper, without what the office typed itself."""
    own = sorted({*typed(plan), *_POSTS}, key=len, reverse=True)
    own = [text.casefold() for text in own if len(text) > 5]
    yield from texts(hold(plan, folder / "dh.congress"), own)


def texts(file: CongressFile, own: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the text of each paper of a file, without these words, and close it."""
    for paper in available(file):
        content = make_paper(file, paper).content
        if isinstance(content, Document):
            text = document_text(content).casefold()
            for each in own:
                text = text.replace(each, "")
            yield paper.file_name, text
    file.close()


@pytest.mark.parametrize("rules", HELD_BY)
def test_that_no_paper_speaks_in_the_words_of_another_body(rules, tmp_path):
    family = FAMILY.get(rules, rules)
    plan = replace(BY_KEY[HELD_BY[rules]], rules=rules)
    foreign = [word for body, said in OWN.items() if body != family for word in said]
    assert said_in(papers_of(plan, tmp_path), foreign) == []


def said_in(papers: Iterable[tuple[str, str]], words: Iterable[str]) -> list[tuple[str, str]]:
    """Return the papers that say one of the words, and where."""
    wanted = tuple(words)
    return [
        (name, text[max(text.index(word) - 40, 0) : text.index(word) + 40])
        for name, text in papers
        for word in wanted
        if word in text
    ]


def test_that_no_paper_of_a_company_speaks_in_the_words_of_a_congress(tmp_path):
    file = a_company(tmp_path)
    absent(file, 4)
    granted(send_letters(file, [1, 2], "2026-03-20", actor=A))
    granted(add_member(file, Duty(organ=Organ.PRESIDIUM, name="Vũ Chủ", title="Chủ tọa"), actor=A))
    for content in ("Khai mạc cuộc họp", "Báo cáo thẩm tra tư cách cổ đông", "Báo cáo tài chính"):
        item = AgendaItem(content=content, time="08:00", kind=kind_of(content))
        granted(add_item(file, item, actor=A))
    details = CongressDetails(
        name="Đại hội đồng cổ đông thường niên năm 2026",
        body="Công ty cổ phần Dệt may Bình Thạnh",
        kind=CongressKind.MEMBERS,
        starts="2026-04-18T08:00",
    )
    granted(edit_congress(file, details, actor=A))
    found = a_share_round(file)
    granted(enter_lines(file, found, "1000 1/3000", "2500 2/4500 3/3000", "500 3/1500"))
    granted(enter_lines(file, found, "500 4/1501", "1500 1/1500 4/3000"))
    two = {"first": "Đỗ Văn Trưởng", "second": "Lê Thị Hai", "reason": "cuộc họp cử"}
    granted(declare_result(file, found.id, **two, actor=A))
    holders = [f"đại biểu {number}" for number in range(1, 7)]
    # The journal tells what was done, here that the file was made as one of a congress.
    said = [paper for paper in texts(file, holders) if not paper[0].startswith("nhat-ky")]
    assert len(said) > 20
    by_name = dict(said)
    credentials = by_name["bao-cao-tham-tra-tu-cach-dai-bieu.pdf"]
    assert "làm căn cứ tính" not in credentials and "dân tộc" not in credentials
    # The names of the holders are taken out.
    assert "đã ủy quyền cho người khác dự họp: **1** ( ủy quyền cho )" in credentials
    assert "**6.000**, chiếm **100,00%**" in credentials
    assert "vắng chưa có lý do: **0**" in credentials
    letter = by_name["giay-trieu-tap.pdf"]
    assert "quý cổ đông" in letter and "triệu tập" not in letter
    assert "cổ phần dự họp" in by_name["kich-ban-dieu-hanh.pdf"]
    assert "- **chủ tọa**\n" in by_name["phieu-phan-cong-tung-nguoi.pdf"]
    assert "số dư" not in by_name["danh-sach-bau-cu-HDQT.pdf"]
    foreign = {word for words in OWN.values() for word in words} - set(OWN["cong-ty"])
    assert said_in(said, (*foreign, *NOT_OF_A_COMPANY)) == []
