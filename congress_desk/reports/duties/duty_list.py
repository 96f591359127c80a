"""The whole list of duties (bảng phân công): organ by organ, and who left."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.agenda.item_words import unnumbered
from congress_desk.domain.duties.plan import Deed
from congress_desk.domain.duties.view import DutiesView
from congress_desk.domain.organs.duty import Duty
from congress_desk.domain.organs.organs import OrganGroup
from congress_desk.reports.document.congress_paper import congress_paper
from congress_desk.reports.document.date_words import moment
from congress_desk.reports.document.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Signatures,
    Spacer,
    Table,
)
from congress_desk.reports.document.head import (
    PRESIDIUM,
    congress_name,
    congress_wording,
    organ_signature,
)
from congress_desk.reports.document.wording import Wording
from congress_desk.reports.duties.duty_words import (
    election_titles,
    organ_words,
    session_name,
    title_of,
)

# Widths in mm; duties take what is left.
_ROOM_TO_WRITE = 9.0
_MEMBERS = (("number", 11), ("name", 38), ("member_title", 25), ("duty", 0), ("by_session", 60))
_LEFT = (("number", 11), ("name", 40), ("left_organ", 0), ("left_at", 29), ("left_reason", 46))


def duty_list(view: DutiesView, wording: Wording | None = None) -> Document:
    """Return the list of who does what."""
    words = congress_wording(view.congress, wording)
    return congress_paper(
        view.congress,
        view.head,
        words,
        organ=PRESIDIUM,
        title=words.say("duties.title"),
        subject=(words.say("duties.subject", congress=congress_name(view.congress, words)),),
        blocks=tuple(_blocks(view, words)),
    )


def _blocks(view: DutiesView, words: Wording) -> Iterator[Block]:
    titles = election_titles(view)
    groups = [group for group in view.groups if group.members]
    if not groups:
        yield Paragraph(runs=words.runs("duties.empty"))
    for group in groups:
        remark = words.say("duties.count", count=len(group.members)).replace(" ", "\u00a0")
        yield Spacer(height=2)
        yield Heading(title=organ_words(group.key, titles, words), remark=remark)
        yield _members(view, group, words)
    left = [(group, duty) for group in view.groups for duty in group.left]
    if left:
        yield Spacer(height=2)
        yield Heading(title=words.say("duties.left"))
        yield _left(left, view, words)
    if groups:
        place = organ_signature(PRESIDIUM, words)
        yield Spacer(height=4)
        yield Signatures(cells=(None, place), across=2)


def _members(view: DutiesView, group: OrganGroup, words: Wording) -> Table:
    rows = tuple(
        (str(number), duty.name, title_of(view, duty), duty.duty, _assigned(view, duty, words))
        for number, duty in enumerate(group.members, start=1)
    )
    shown = _MEMBERS if any(row[-1] for row in rows) else _MEMBERS[:-1]
    return Table(
        columns=_columns(shown, words),
        rows=tuple(row[: len(shown)] for row in rows),
        # Duties that nobody has typed are written in by hand.
        row_height=0 if any(duty.duty for duty in group.members) else _ROOM_TO_WRITE,
    )


def _left(left: list[tuple[OrganGroup, Duty]], view: DutiesView, words: Wording) -> Table:
    titles = election_titles(view)
    rows = []
    for number, (group, duty) in enumerate(left, start=1):
        at = moment(duty.until)
        when = f"{at:%H:%M, %d/%m/%Y}" if at else ""
        organ = organ_words(group.key, titles, words)
        rows.append((str(number), duty.name, organ, when, duty.until_reason))
    return Table(columns=_columns(_LEFT, words), rows=tuple(rows))


def _columns(shown: tuple[tuple[str, int], ...], words: Wording) -> tuple[Column, ...]:
    return tuple(
        Column(
            title=words.say(f"duties.{key}"),
            width=width,
            align=Align.CENTER if key in ("number", "left_at") else Align.LEFT,
        )
        for key, width in shown
    )


def _assigned(view: DutiesView, duty: Duty, words: Wording) -> str:
    """Return what a membership was given by session and item, with reliefs."""
    assigned = [
        _deed_words(deed, duty, words)
        for deed in view.deeds
        if duty.id in (deed.given_to.id, deed.duty.id if deed.duty else 0)
    ]
    return words.say("duties.join").join(assigned)


def _deed_words(deed: Deed, duty: Duty, words: Wording) -> str:
    what = deed.assignment.what
    if deed.planned is not None:
        key = "duties.at_item" if what else "duties.at_item_alone"
        sentence = words.say(key, content=unnumbered(deed.planned.item.content), what=what)
    else:
        session = session_name(deed.session, words)
        sentence = words.say("duties.in_session", session=session, what=what)
    if not deed.relieved:
        return sentence
    if deed.duty is None:
        return words.say("duties.relieved_by_nobody", what=sentence)
    if deed.duty.id == duty.id:
        return words.say("duties.instead", what=sentence, other=deed.given_to.name)
    return words.say("duties.relieved", what=sentence, other=deed.duty.name)
