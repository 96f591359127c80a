"""What each step of the first congress is called, what to do, and where that is."""

from __future__ import annotations

from typing import NamedTuple

from congress_desk.domain.first_congress import BALLOTS, FirstProgress, FirstStep
from congress_desk.i18n import tr
from congress_desk.keys.names import key_name, use_name
from congress_desk.keys.uses import part_key
from congress_desk.ui.desk import DeskPlace, paper_place

MINUTES = "counting-minutes"


class StepWords(NamedTuple):
    """A step in words: its title, what to do; where that is; the help that tells more.

    `fields` are the names of what gets the keyboard there: the first that is in sight.
    """

    title: str
    todo: str
    place: DeskPlace
    topic: str
    fields: tuple[str, ...] = ()


def step_words(step: FirstStep, progress: FirstProgress) -> StepWords:
    """Return the words of a step, as far as it has got."""
    title, todo = _said(step, progress)
    place, topic, fields = _PLACES[step]
    return StepWords(title, todo, place, topic, fields)


def step_title(step: FirstStep) -> str:
    """Return what a step is called in the list."""
    return _said(step, FirstProgress())[0]


_ELECTIONS = DeskPlace(desk="elections")
_PLACES = {
    FirstStep.TAKE: (DeskPlace(desk=""), "window.open_example", ()),
    FirstStep.CHECK_IN: (DeskPlace(desk="checkin"), "checkin.enter", ()),
    FirstStep.OPEN: (_ELECTIONS, "opening.open", ("openRound",)),
    FirstStep.FIGURES: (_ELECTIONS, "counting", ("operatorField", "issuedField")),
    FirstStep.BALLOTS: (_ELECTIONS, "counting", ("operatorField", "ballotEntry")),
    FirstStep.CLOSE: (_ELECTIONS, "bundles", ("ballotEntry",)),
    FirstStep.DECLARE: (_ELECTIONS, "gate.declare", ("toGate",)),
    FirstStep.PAPER: (paper_place(kind=MINUTES), "papers.print", ()),
}


def _said(step: FirstStep, progress: FirstProgress) -> tuple[str, str]:
    enter = use_name("go_on")
    match step:
        case FirstStep.TAKE:
            return tr("Take the practice congress"), tr(
                "A branch of six members with one election, made for practice: nothing that you do"
                " in it is real. You can stop at any time and go on later."
            )
        case FirstStep.CHECK_IN:
            return tr("Check the last member in"), tr(
                "Of the six members one is excused and four are in the room; now Hoàng Thị Lan"
                " comes in. On the desk Check-in type “lan” (no accents needed), then {enter}.",
                enter=enter,
            )
        case FirstStep.OPEN:
            return tr("Open the round"), tr(
                "On the desk Elections press {enter} on the election. Everything that the rules"
                " want first is met: open the round with the button at the upper right.",
                enter=enter,
            )
        case FirstStep.FIGURES:
            return tr("Write down how many papers"), tr(
                "Type your name above the ballot, with {enter}. Five papers were issued, five came"
                " back: type both at the right of the counting screen ({key}), each with {enter}."
                " The bundle then knows how many it holds.",
                key=key_name(part_key(1)),
                enter=enter,
            )
        case FirstStep.BALLOTS:
            return tr("Type five ballots"), tr(
                "Type the ballots as they are read out, each with {enter}: 4, 4, 4, 3, 4. A number"
                " strikes that name out. {done} of {all} are typed.",
                enter=enter,
                done=progress.ballots,
                all=BALLOTS,
            )
        case FirstStep.CLOSE:
            return tr("Close the bundle"), tr(
                "The bundle is full and no sheet is left in your hand: press the full stop on the"
                " entry line."
            )
        case FirstStep.DECLARE:
            return tr("Declare the result"), tr(
                "Every sum holds. Go to the declaration, choose the two members of the counting"
                " board, and confirm the last question."
            )
        case FirstStep.PAPER:
            return tr("Read the minutes, print them"), tr(
                "On the desk Documents choose the minutes of the count: read them, then print or"
                " save. Every number in them comes from the ballots you typed."
            )
