"""What is said and heard when the file has acknowledged an act."""

from __future__ import annotations

from congress_desk.domain.elections.round import Ballot
from congress_desk.i18n import tr
from congress_desk.ui.desks.elections.counting.ballot_words import ballot_name, grouped, marks_text
from congress_desk.ui.desks.elections.counting.bundle_model import BundleState, bundle_state
from congress_desk.ui.desks.elections.counting.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.notices import Notice, Topic
from congress_desk.ui.desks.elections.counting.typed_acts import (
    CorrectBallot,
    EnterBallots,
    TakeBackBallot,
    TypedAct,
    UndoLast,
)
from congress_desk.ui.look.sounds import Sound


def say_acknowledged(state: CountingState, act: TypedAct) -> Sound:
    """Put the notice of an acknowledged act and return its sound."""
    if isinstance(act, EnterBallots):
        return _entered(state, act)
    text = ""
    if isinstance(act, CorrectBallot):
        text = _corrected(state, act)
    elif isinstance(act, TakeBackBallot) and act.ballot is not None:
        text = _taken_back(state, act.ballot)
    elif isinstance(act, UndoLast) and act.undone is not None:
        text = tr("Undone: {act}", act=act.undone.summary)
    if text:
        state.notices.put(Topic.DONE, Notice(text=text, tone="holds"))
    return Sound.RECORDED


def _entered(state: CountingState, act: EnterBallots) -> Sound:
    bundle = state.count.bundle(act.bundle)
    if bundle is None or bundle_state(bundle) is not BundleState.FULL:
        return Sound.RECORDED
    numbers: dict[str, str | int] = {
        "bundle": bundle.number,
        "count": grouped(bundle.expected or 0),
    }
    if state.bundle is not None and state.bundle != bundle.number:
        text = tr(
            "Bundle {bundle} is full, {count} / {count} — write its number on the cover;"
            " now typing bundle {next}",
            next=state.bundle,
            **numbers,
        )
    else:
        text = tr("Bundle {bundle} is full, {count} / {count} — every bundle is typed", **numbers)
    state.notices.put(Topic.BUNDLE_FULL, Notice(text=text, tone="holds"))
    return Sound.BUNDLE_FULL


def _corrected(state: CountingState, act: CorrectBallot) -> str:
    return tr(
        "Corrected ballot {ballot}: was {before}, is {after}",
        ballot=ballot_name(act.ballot.bundle, act.ballot.sequence),
        before=marks_text(state.count.by_position(act.ballot.paper), state.mode),
        after=marks_text(state.count.by_position(act.paper), state.mode),
    )


def _taken_back(state: CountingState, ballot: Ballot) -> str:
    return tr(
        "Taken back: ballot {ballot} ({marks}). Typing bundle {bundle}",
        ballot=ballot_name(ballot.bundle, ballot.sequence),
        marks=marks_text(state.count.by_position(ballot.paper), state.mode),
        bundle=ballot.bundle,
    )


def resumed_notice(state: CountingState) -> Notice | None:
    """Ask whether the ballot saved last is the one in hand; None without ballots."""
    last = state.count.previous
    if last is None or state.closed:
        return None
    text = tr(
        "Recorded last: bundle {bundle}, ballot {place}, {marks}. Is that paper put down?"
        " Enter or Esc: yes, go on with the next",
        bundle=last.bundle,
        place=last.sequence,
        marks=marks_text(state.count.by_position(last.paper), state.mode),
    )
    return Notice(text=text)


def bundle_of_undone(state: CountingState, act: UndoLast) -> int | None:
    """Return the bundle whose ballots an undo took out, None when it took none."""
    now = {(ballot.bundle, ballot.sequence) for ballot in state.count.all()}
    gone = [b for b in act.before if (b.bundle, b.sequence) not in now]
    return gone[0].bundle if gone else None
