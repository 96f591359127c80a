"""What stands on a ballot, in the words of the congress and its rules."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.ballot_papers.printed_list import PrintedList, PrintedName
from congress_desk.domain.congress import Congress
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.round import RoundKind
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.reports.ballot_papers.forms import BallotForm, Colour, ColourKind
from congress_desk.reports.document.document import Line
from congress_desk.reports.document.head import congress_wording, document_head, stamp_text
from congress_desk.reports.document.sentences import without_verb
from congress_desk.reports.document.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotText:
    """The words of a ballot; nothing in them differs between two copies.

    `remark` says why it is no official paper, "" of one that is; `round_remark` which vote it is,
    "" of the first. `over` stands at the foot of a first page, `continued` at the head of a second.
    """

    issuer: tuple[Line, ...]
    title: str
    subject: str
    round_remark: str
    sentence: str
    instruction: str
    stamp_hint: str
    number_title: str
    name_title: str
    agree_title: str
    disagree_title: str
    tick: bool
    names: tuple[PrintedName, ...]
    colour_note: str
    remark: str
    over: str
    continued: str


def ballot_text(
    congress: Congress,
    listed: PrintedList,
    form: BallotForm,
    *,
    stamps: tuple[str, ...] = (),
    wording: Wording | None = None,
) -> BallotText:
    """Return the words of a ballot; `stamps` are the `common` keys of why it is not official."""
    words = congress_wording(congress, wording)
    title = without_verb(listed.title)
    names = len(listed.names)
    return BallotText(
        issuer=document_head(congress, "", words).issuer,
        title=words.say("ballot.title"),
        subject=title[:1].upper() + title[1:],
        round_remark=_round_remark(listed, words),
        sentence=words.say(_sentence_key(listed), seats=listed.seats, candidates=names),
        instruction=words.say(f"ballot.{_instruction_key(listed)}", seats=listed.seats),
        stamp_hint=words.say("ballot.stamp"),
        number_title=words.say("ballot.number"),
        name_title=words.say("ballot.name"),
        agree_title=words.say("ballot.agree"),
        disagree_title=words.say("ballot.disagree"),
        tick=listed.mode is MarkMode.TICK,
        names=tuple(PrintedName(n.candidate_id, clean_text(n.text)) for n in listed.names),
        colour_note=_colour_note(form, words),
        remark=stamp_text(congress, words, *stamps),
        over=words.say("ballot.over"),
        continued=words.say("ballot.continued"),
    )


def _sentence_key(listed: PrintedList) -> str:
    if len(listed.names) == 1:
        return "ballot.sentence_one"
    return "ballot.sentence" if listed.mode is MarkMode.STRIKE else "ballot.sentence_equal"


def _instruction_key(listed: PrintedList) -> str:
    if listed.mode is MarkMode.STRIKE:
        return "strike_one" if listed.seats == 1 else "strike"
    return "tick_one" if len(listed.names) == 1 else "tick"


def _round_remark(listed: PrintedList, words: Wording) -> str:
    if listed.kind is RoundKind.TIE:
        return words.say("ballot.round_tie", number=listed.round_number)
    if listed.round_number > 1:
        return words.say("ballot.round", number=listed.round_number)
    return ""


def _colour_note(form: BallotForm, words: Wording) -> str:
    if form.colour is Colour.WHITE:
        return ""
    key = "paper" if form.colour_kind is ColourKind.PAPER else "band"
    return words.say(f"ballot.colour_{key}", colour=words.say(f"ballot.colour.{form.colour}"))
