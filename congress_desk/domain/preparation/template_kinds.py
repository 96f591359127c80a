"""Kinds of congress there are templates for, and which of them a congress most likely is."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.rules.rule_set import VotesBy
from congress_desk.domain.text.clean_text import fold

BRANCH = "chi-bo"
# In the order in which they are offered, the smallest congress first.
UNION, COMPANY = "cong-doan", "cong-ty"
KINDS = (
    BRANCH, "dang-vien-co-so", "dai-bieu-co-so", "tinh", "doan-tncs", UNION, "hoi", COMPANY,
)  # fmt: skip
_BY_STYLE = {"youth": "doan-tncs", "nd30": "hoi"}


def likely_kind(whole: Congress) -> str:
    """Return the kind of template that fits a congress best."""
    style = whole.rules.document_style
    if whole.rules.id == UNION:
        return UNION
    if whole.rules.votes is VotesBy.SHARES:
        return COMPANY
    if style in _BY_STYLE:
        return _BY_STYLE[style]
    body = fold(whole.details.body or whole.details.name)
    if "chibo" in body:
        return BRANCH
    if body.startswith("dangbotinh") or "dangbothanhpho" in body:
        return "tinh"
    delegates = whole.details.kind is CongressKind.DELEGATES
    return "dai-bieu-co-so" if delegates else "dang-vien-co-so"
