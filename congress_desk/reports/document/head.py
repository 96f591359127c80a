"""What every paper of a congress shares: its head, footer code and stamp."""

from __future__ import annotations

import re

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.journal import JournalLine
from congress_desk.reports.document.date_words import day_of, day_params, shared_day
from congress_desk.reports.document.document import Head, Line
from congress_desk.reports.document.wording import Wording, wording_of

_LONGEST_PLACE = 40


def congress_wording(congress: Congress, wording: Wording | None = None) -> Wording:
    """Return the wording of the congress's style, knowing what its voters are called."""
    words = wording or wording_of(congress.rules.document_style)
    return words.with_terms(voter=words.say(f"voter.{congress.details.kind.value}"))


def document_head(congress: Congress, day: str, wording: Wording) -> Head:
    """Return the two columns at the top of a paper issued on `day` (a partial date)."""
    details = congress.details
    values = {
        "superior": details.superior.upper(),
        "congress_kind": wording.say(f"congress_kind.{details.kind.value}").upper(),
        "body": details.body.upper(),
        "ordinal": _ordinal(details, wording).upper(),
    }
    place = place_name(details, wording) or wording.say("common.blank_place")
    return Head(
        issuer=tuple(
            line
            for template in wording.lists["head.issuer"]
            if (line := _issuer_line(template, values)).text
        ),
        organisation=wording.lists["head.organisation"],
        place_and_date=wording.say(
            "common.place_and_date", place=place, **day_params(day, wording)
        ),
    )


def congress_name(congress: Congress, wording: Wording) -> str:
    """Return the name of the congress, put together from its body when it was given none."""
    details = congress.details
    if details.name:
        return details.name
    return f"{wording.say(f'congress_kind.{details.kind.value}')} {details.body}".strip()


def congress_day(congress: Congress) -> str:
    """Return the day of a congress of one day; of a longer one the day is written by hand."""
    starts = day_of(congress.details.starts)
    return shared_day(starts, day_of(congress.details.ends) or starts)


def footer_text(head: JournalLine, wording: Wording) -> str:
    """Return the code of the newest journal line, printed on every sheet."""
    return wording.say("common.footer", code=head.code, seq=head.seq)


def stamp_text(congress: Congress, wording: Wording, *keys: str) -> str:
    """Return why the paper is no official one: rehearsal first, then the `common` keys given."""
    rehearsal = ("rehearsal",) if congress.state is CongressState.REHEARSAL else ()
    return " · ".join(wording.say(f"common.{key}") for key in (*rehearsal, *keys))


def place_name(details: CongressDetails, wording: Wording) -> str:
    """Return the place written before the date: "Phường 19" of "Đảng bộ Phường 19"; "" unknown.

    The unit is looked for in the name of the body, then in the meeting place; a meeting place that
    names no hall and no street counts as a place itself.
    """
    units = "|".join(wording.lists["common.venue.units"])
    others = "|".join(wording.lists["common.venue.not_after_unit"])
    pattern = re.compile(rf"(?<!\w)(?:{units})\s+(?!(?:{others})\b)[^,;]+", re.IGNORECASE)
    for text in (details.body, details.place):
        if match := pattern.search(text):
            name = match[0].strip()
            return name[0].upper() + name[1:] if len(name) <= _LONGEST_PLACE else ""
    return details.place if _is_place(details.place, wording) else ""


def _is_place(text: str, wording: Wording) -> bool:
    folded = f" {text.casefold()} "
    return len(text) <= _LONGEST_PLACE and not any(
        f" {word} " in folded for word in wording.lists["common.venue.words"]
    )


def _ordinal(details: CongressDetails, wording: Wording) -> str:
    parts = []
    if details.ordinal:
        parts.append(wording.say("common.ordinal", ordinal=details.ordinal))
    if details.term:
        parts.append(wording.say("common.term", term=details.term))
    return ", ".join(parts)


def _issuer_line(template: str, values: dict[str, str]) -> Line:
    bold = template.startswith("**")
    return Line(template.strip("*").format(**values), bold=bold)
