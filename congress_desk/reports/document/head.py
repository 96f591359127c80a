"""What every paper of a congress shares: its head, footer code and stamp, and who signs."""

from __future__ import annotations

import re

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.journal import JournalLine
from congress_desk.domain.people.person import CongressKind
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.reports.document.body_words import own_terms
from congress_desk.reports.document.date_words import day_of, day_params, shared_day
from congress_desk.reports.document.document import Head, Line, Signature
from congress_desk.reports.document.organ_words import organ_words
from congress_desk.reports.document.wording import Wording, wording_of

PRESIDIUM, SECRETARIAT, CREDENTIALS, COUNTING_BOARD = (
    "presidium",
    "secretariat",
    "credentials",
    "counting_board",
)

_LONGEST_PLACE = 40
# What a company, whose shares vote, says in words of its own ("…_shares").
_BY_SHARES = (
    *("nominees.support", "nominees.support_hands", "after_round.new_name_support"),
    *("greeting.all", "letters.salutation.unknown_voter", "letters.title.summons"),
    *("letters.symbol.summons", "letters.text.summons", "list.surplus"),
    *("congress_resolution.section.review", "congress_resolution.review.title"),
    *("congress_resolution.review.text", "congress_resolution.review.text_nothing"),
    *("congress_resolution.section.reports", "hall.needed", "hall.other"),
    *("script.text.credentials_report", "lessons.motions.heading"),
    *("congress_minutes.presence.convened", "congress_minutes.presence.present"),
    *("congress_minutes.presence.present_so_far", "congress_minutes.election.people"),
    *("congress_resolution.opening.present", "credentials.numbers.convened_members"),
    *("credentials.numbers.present", "script.text.opening", "script.text.closing"),
)


def congress_wording(congress: Congress, wording: Wording | None = None) -> Wording:
    """Return the wording of the congress's style, knowing its voters and its organs by name."""
    words = wording or wording_of(congress.rules.document_style)
    words = _own_words(congress.rules, words)
    words = words.with_terms(voter=words.say(f"voter.{congress.details.kind.value}"))
    return organ_words(congress, words, (PRESIDIUM, SECRETARIAT, CREDENTIALS, COUNTING_BOARD))


def _own_words(rules: RuleSet, words: Wording) -> Wording:
    """Return the wording with what the organisation calls its members, bodies and congress."""
    members = (CongressKind.MEMBERS.value, CongressKind.PARTY_MEMBERS.value)
    own = {f"voter.{kind}": rules.word_member for kind in members}
    own |= {f"congress_kind.{kind}": rules.word_members_congress for kind in members}
    if rules.votes is VotesBy.SHARES:
        own |= {key: words.sentences[f"{key}_shares"] for key in _BY_SHARES}
    words = words.with_sentences({key: text for key, text in own.items() if text})
    words = words.with_terms(**own_terms(rules))
    # "đồng chí Lê B", but "Lê B" alone where the word is "người".
    comrade = words.terms["comrade"]
    before = "" if comrade in words.lists["letters.no_address"] else f"{comrade} "
    return words.with_terms(before_name=before)


def organ_signature(organ: str, words: Wording, *, role: str = "", name: str = "") -> Signature:
    """Return the place where somebody signs for an organ: "T/M ĐOÀN CHỦ TỊCH".

    Who signs for a counting board is its head, named or not.
    """
    if organ == COUNTING_BOARD:
        role = role or words.say("minutes.closing.board_head")
    return Signature(title=words.terms[f"{organ}_signs"], role=role, name=name, signer=organ)


def document_head(
    congress: Congress, day: str, wording: Wording, *, organ: str = "", symbol: str = ""
) -> Head:
    """Return the two columns at the top of a paper issued on `day` (a partial date).

    A body issues under the name of the congress; of one person the congress issues alone. A paper
    of a type ("BB") bears a number, dots until it has one.
    """
    details = congress.details
    issuer = wording.terms.get(f"{organ}_issues", "")
    values = {
        "superior": details.superior.upper(),
        "congress_kind": wording.say(f"congress_kind.{details.kind.value}").upper(),
        "body": details.body.upper(),
        "ordinal": _ordinal(details, wording).upper(),
        "organ": issuer,
    }
    place = congress.office.place or place_name(details, wording)
    return Head(
        issuer=tuple(
            line
            for template in wording.lists["head.issuer_organ" if issuer else "head.issuer"]
            if (line := _issuer_line(template, values)).text
        ),
        organisation=wording.lists["head.organisation"],
        place_and_date=place_and_date(place, day, wording),
        number=number_text("", symbol, wording),
        symbol=symbol,
        place=place,
        day=day,
    )


def place_and_date(place: str, day: str, wording: Wording) -> str:
    """Return "Phường 19, ngày 05 tháng 6 năm 2020"; dots for what is not known."""
    place_text = place or wording.say("common.blank_place")
    return wording.say("common.place_and_date", place=place_text, **day_params(day, wording))


def number_text(number: str, symbol: str, wording: Wording) -> str:
    """Return "Số 07-BB/ĐH" of number 7; what was typed with a sign of its own stays as it is."""
    if not symbol and not number:
        return ""
    if number and not number.isdecimal():
        return number
    number_words = f"{int(number):02d}" if number else wording.say("common.blank")
    return wording.say("head.number", number=number_words, type=symbol)


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


def addressee(congress: Congress, wording: Wording) -> str:
    """Return to whom reports go up: as the office has set it, else who leads the superior."""
    superior = congress.details.superior.strip().rstrip(" .;:")
    if congress.office.addressee or not superior:
        return congress.office.addressee
    if leaders := led_by(superior, wording):
        return wording.say("addressee.of_body", body=leaders)
    if superior.split()[0] in wording.lists["addressee.led"]:
        return wording.say("addressee.of_body", body=superior)
    return superior


def led_by(body: str, wording: Wording) -> str:
    """Return the committee that leads a Party body: "Đảng ủy Phường 19"; "" of any other."""
    for begin in wording.lists["addressee.begin"]:
        unit, _, leader = begin.partition("=")
        if body.casefold().startswith(f"{unit} ".casefold()):
            return f"{leader} {body[len(unit) :].strip()}"
    return ""


def body_issuer(superior: str, body: str, wording: Wording) -> tuple[Line, ...]:
    """Return who issues a paper of the body itself, by its committee, under the superior.

    What leads a Party body issues its papers (36-HD/VPTW): "ĐẢNG ỦY PHƯỜNG 19".
    """
    issuer = led_by(body, wording) or body
    lines = (Line(superior.upper()), Line(issuer.upper(), bold=True))
    return tuple(line for line in lines if line.text)


def footer_text(head: JournalLine, wording: Wording) -> str:
    """Return the code of the newest journal line, and of the key of a signed congress."""
    if head.signed:
        return wording.say("common.footer_signed", code=head.code, seq=head.seq, signed=head.signed)
    return wording.say("common.footer", code=head.code, seq=head.seq)


def stamp_text(congress: Congress, wording: Wording, *keys: str) -> str:
    """Return why the paper is no official one: rehearsal first, then the `common` keys given."""
    rehearsal = ("rehearsal",) if congress.state is CongressState.REHEARSAL else ()
    return " · ".join(wording.say(f"common.{key}") for key in (*rehearsal, *keys))


def watermark_text(congress: Congress, wording: Wording) -> str:
    """Return the words across every page of a congress that does not count, "" of a real one."""
    rehearsed = congress.state is CongressState.REHEARSAL
    return wording.say("common.watermark") if rehearsed else ""


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
            # A province is named without its kind: "An Giang, ngày …".
            name = re.sub(r"^tỉnh\s+", "", name, flags=re.IGNORECASE)
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
