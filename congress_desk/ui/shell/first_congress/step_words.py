"""What each step of the first congress is called, what to do, and where that is."""

from __future__ import annotations

from typing import NamedTuple

from congress_desk.domain.first_congress import BALLOTS, FirstProgress, FirstStep
from congress_desk.i18n import tr
from congress_desk.keys.names import key_name, use_name
from congress_desk.keys.uses import part_key


class StepWords(NamedTuple):
    """A step in words: its title, what to do; the desk to go to; the help that tells more."""

    title: str
    todo: str
    desk: str
    topic: str


def step_words(step: FirstStep, progress: FirstProgress) -> StepWords:
    """Return the words of a step, as far as it has got."""
    title, todo = _said(step, progress)
    desk, topic = _PLACES[step]
    return StepWords(title, todo, desk, topic)


def step_title(step: FirstStep) -> str:
    """Return what a step is called in the list."""
    return _said(step, FirstProgress())[0]


_PLACES = {
    FirstStep.TAKE: ("", "window.open_example"),
    FirstStep.CHECK_IN: ("checkin", "checkin.enter"),
    FirstStep.OPEN: ("elections", "opening.open"),
    FirstStep.FIGURES: ("elections", "counting"),
    FirstStep.BALLOTS: ("elections", "counting"),
    FirstStep.CLOSE: ("elections", "bundles"),
    FirstStep.DECLARE: ("elections", "gate.declare"),
    FirstStep.PAPER: ("papers", "papers.print"),
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
                "Four of five are in the room. On the desk Check-in type “lan” (no accents needed),"
                " then {enter}.",
                enter=enter,
            )
        case FirstStep.OPEN:
            return tr("Open the round"), tr(
                "On the desk Elections press {enter} on the election. Everything that the rules"
                " want first is met: open the round with the blue button.",
                enter=enter,
            )
        case FirstStep.FIGURES:
            return tr("Write down how many papers"), tr(
                "Five papers were issued, five came back: type both at the right of the counting"
                " screen ({key}), each with {enter}. The bundle then knows how many it holds.",
                key=key_name(part_key(1)),
                enter=enter,
            )
        case FirstStep.BALLOTS:
            return tr("Type five ballots"), tr(
                "Type your name once, then the ballots as they are read out, each with {enter}: 4,"
                " 4, 4, 3, 4. A number strikes that name out. {done} of {all} are typed.",
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
