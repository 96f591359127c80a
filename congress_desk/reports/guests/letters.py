"""Letters to guests (giấy mời) and to delegates (giấy triệu tập): one text, filled for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from congress_desk.domain.congress import Congress
from congress_desk.domain.guests.invitation import Invitee, Letter
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.text.clean_text import fold
from congress_desk.domain.text.placeholders import filled
from congress_desk.reports.after_election.after_parts import (
    committee_head,
    committee_name,
    committee_signature,
)
from congress_desk.reports.document.date_words import day_of, day_text, moment, time_text
from congress_desk.reports.document.document import (
    Align,
    Block,
    Bullet,
    Document,
    Head,
    KeepTogether,
    PageBreak,
    Paragraph,
    Recipients,
    Run,
    Signatures,
    Spacer,
)
from congress_desk.reports.document.head import (
    congress_name,
    congress_wording,
    footer_text,
    stamp_text,
)
from congress_desk.reports.document.wording import Wording

# A line that begins so is left out where what it is about is not known.
_DASH = "- "
_GENDERS = {"nam": "man", "nữ": "woman"}
_GUESTS = fold("Khách mời")


def letters(
    congress: Congress,
    letter: Letter,
    invited: Sequence[Invitee],
    head: JournalLine,
    *,
    text: str = "",
    wording: Wording | None = None,
) -> Document:
    """Return the letters to these people, a page each; `text` words them, "" as they came.

    They are one paper sent to many: one number and one day for all of them.
    """
    words = congress_wording(congress, wording)
    text = text or letter_as_it_came(congress, letter, words)
    common = _values_of_congress(congress, words)
    closing = _closing(congress, words)
    blocks: list[Block] = []
    for invitee in invited:
        blocks += [PageBreak()] if blocks else []
        blocks += _letter(invitee, text, common, closing, words)
    return Document(
        head=_head(congress, letter, words),
        title=words.say(f"letters.title.{letter.value}"),
        subject=(
            words.say(f"letters.subject.{letter.value}", congress=congress_name(congress, words)),
        ),
        blocks=tuple(blocks) or (Paragraph(runs=words.runs("letters.nobody")),),
        footer=footer_text(head, words),
        stamp=stamp_text(congress, words),
        form=words.form,
        run=True,
    )


def letter_as_it_came(congress: Congress, letter: Letter, wording: Wording | None = None) -> str:
    """Return the text of a letter before an office words it anew."""
    words = wording or congress_wording(congress)
    return words.sentences[f"letters.text.{letter.value}"].strip()


def addressed(invitee: Invitee, words: Wording) -> str:
    """Return the name with how the person is addressed: "Đồng chí Lê Thị Sáu"."""
    salutation = salutation_of(invitee, words)
    if invitee.name.casefold().startswith(f"{salutation} ".casefold()):
        return invitee.name
    named = words.say("letters.named", salutation=salutation, name=invitee.name)
    return named[:1].upper() + named[1:]


def salutation_of(invitee: Invitee, words: Wording) -> str:
    """Return how the person is addressed: as written, as comrade, else as Mr or Mrs."""
    comrade = words.terms["comrade"]
    if invitee.salutation or comrade not in words.lists["letters.no_address"]:
        return invitee.salutation or comrade
    unknown = "unknown" if invitee.is_guest else "unknown_voter"
    return words.say(f"letters.salutation.{_GENDERS.get(invitee.gender, unknown)}")


def place_of(invitee: Invitee) -> str:
    """Return position and unit in one line, the unit once: "Bí thư, Đảng ủy Phường 19".

    Guests of a list stand under "Khách mời": that is no unit.
    """
    position, unit = invitee.position, invitee.delegation
    if unit.casefold() in position.casefold() or (invitee.is_guest and fold(unit) == _GUESTS):
        unit = ""
    return ", ".join(part for part in (position, unit) if part)


def _head(congress: Congress, letter: Letter, words: Wording) -> Head:
    """Return the head of the body that convenes: the congress issues nothing before it meets."""
    symbol = words.say(f"letters.symbol.{letter.value}")
    return replace(committee_head(congress, words, symbol=symbol), symbol=symbol)


def _letter(
    invitee: Invitee,
    text: str,
    common: Mapping[str, str],
    closing: Block,
    words: Wording,
) -> list[Block]:
    values = {**common, **_values_of(invitee, words)}
    blocks: list[Block] = [
        Paragraph(
            runs=words.runs("letters.to", name=addressed(invitee, words)),
            align=Align.CENTER,
            indent=False,
        )
    ]
    if place := place_of(invitee):
        blocks.append(Paragraph(runs=(Run(place),), align=Align.CENTER, indent=False))
    blocks.append(Spacer(height=3))
    for line in text.splitlines():
        found = filled(line, values, blank=words.say("common.blank"))
        if line.startswith(_DASH):
            if not found.missing:
                blocks.append(Bullet(runs=(Run(found.text[len(_DASH) :]),)))
        elif found.text:
            blocks.append(Paragraph(runs=(Run(found.text),)))
    return [*blocks, Spacer(height=4), closing]


def _values_of(invitee: Invitee, words: Wording) -> dict[str, str]:
    return {
        "xưng hô": salutation_of(invitee, words),
        "họ và tên": invitee.name,
        "chức vụ": invitee.position,
        "đơn vị": invitee.delegation,
        "số thẻ": str(invitee.id),
        "số người đi cùng": str(invitee.companions or ""),
        "tổ thảo luận": invitee.group,
        "ghế": invitee.seat,
        "phòng nghỉ": invitee.room,
        "xe": invitee.car,
        "bữa ăn": invitee.meals,
        "trang phục": invitee.dress,
        "người phụ trách": invitee.contact,
        "điện thoại": invitee.phone,
    }


def _values_of_congress(congress: Congress, words: Wording) -> dict[str, str]:
    return {
        "cơ quan mời": host_name(congress, words),
        "đại hội": congress_name(congress, words),
        "đại biểu": words.terms["voter"],
        "thời gian": when_text(congress, words),
        "địa điểm": congress.details.place,
    }


def host_name(congress: Congress, words: Wording) -> str:
    """Return who invites: "Ban Chấp hành Đảng bộ Phường 19"."""
    if congress.no_committee:
        return congress.details.body
    committee = committee_name(congress, words)
    return words.say("letters.host", committee=committee, body=congress.details.body).strip()


def when_text(congress: Congress, words: Wording) -> str:
    """Return from when to when the congress is held, "" where that is not set."""
    details = congress.details
    first, last = day_of(details.starts), day_of(details.ends)
    if not first:
        return ""
    params = {"from_day": day_text(first, words), "until_day": day_text(last or first, words)}
    begins, ends = moment(details.starts), moment(details.ends)
    timed = begins is not None and (begins.hour or begins.minute)
    if last in ("", first):
        if not timed:
            return params["from_day"]
        return words.say("letters.one_day", **{"from": time_text(begins, words)}, **params)
    if not timed or ends is None or not (ends.hour or ends.minute):
        return words.say("letters.days", **params)
    times = {"from": time_text(begins, words), "until": time_text(ends, words)}
    return words.say("letters.between", **times, **params)


def _closing(congress: Congress, words: Wording) -> Block:
    lines = (words.say("letters.recipients_above"), words.say("letters.recipients_kept"))
    return KeepTogether(
        blocks=(
            Signatures(
                cells=(
                    Recipients(title=words.say("letters.recipients"), lines=lines),
                    committee_signature(congress, words),
                ),
                across=2,
            ),
        )
    )
