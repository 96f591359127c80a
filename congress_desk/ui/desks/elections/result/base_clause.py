"""How D comes of those convened, in one clause: as the papers say it, in their language."""

from __future__ import annotations

from congress_desk.domain.congress import Congress
from congress_desk.i18n import language, tr
from congress_desk.languages import DEFAULT
from congress_desk.reports.document.head import congress_wording
from congress_desk.reports.people.presence import HeadCount, base_how
from congress_desk.ui.parts.presence_words import base_lines


def base_clause(count: HeadCount, congress: Congress) -> str:
    """Return "(120 được triệu tập; trừ 1 đại biểu vắng suốt đại hội …)", by the papers' function.

    In another language than theirs the same numbers are said in that one.
    """
    if language() == DEFAULT:
        return base_how(count, congress_wording(congress)).strip()
    if count.sum is None:
        return tr("(typed by hand)")
    (_, convened), *rest = base_lines(count.sum)
    if not rest:
        return tr("(as many as were convened)")
    changes = "".join(f"; {number} {words}" for words, number in rest)
    return tr("({convened} convened{changes})", convened=convened, changes=changes)
