"""No word of one body stands in another's papers: the words come from its own rule set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest
from seven_congresses import _POSTS, SEVEN, Plan
from seven_courses import hold

from congress_desk.papers import available, make_paper
from congress_desk.reports.document.document import Document
from congress_desk.reports.document.document_text import document_text

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
}  # fmt: skip
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
    file = hold(plan, folder / "dh.congress")
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
    foreign = [
        (name, word, text[max(text.index(word) - 40, 0) : text.index(word) + 40])
        for name, text in papers_of(plan, tmp_path)
        for body, said in OWN.items()
        if body != family
        for word in said
        if word in text
    ]
    assert foreign == []
