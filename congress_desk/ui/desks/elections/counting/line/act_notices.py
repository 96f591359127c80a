"""What is said and heard when the file has acknowledged an act, or takes none any more."""

from __future__ import annotations

from congress_desk.domain.elections.passes.bundle_passes import BundlePasses, BundleState
from congress_desk.domain.elections.round import Ballot
from congress_desk.errors import Refusal
from congress_desk.i18n import label, problem_text, tr
from congress_desk.ui.desks.elections.counting.ballot_words import marks_text
from congress_desk.ui.desks.elections.counting.line.counting_state import CountingState
from congress_desk.ui.desks.elections.counting.line.notices import Notice, Topic
from congress_desk.ui.desks.elections.counting.line.typed_acts import (
    ClosePass,
    ConfirmBundle,
    CorrectBallot,
    DecideDoubt,
    EnterBallots,
    GiveBack,
    OpenPass,
    SetAside,
    TakeBackBallot,
    TypedAct,
    UndoLast,
)
from congress_desk.ui.look.sounds import Sound


def say_acknowledged(state: CountingState, act: TypedAct) -> Sound:
    """Put the notice of an acknowledged act and return its sound."""
    if isinstance(act, EnterBallots):
        return _entered(state, act)
    if isinstance(act, ConfirmBundle):
        text = _confirmed(state, act)
    elif isinstance(act, CorrectBallot):
        text = _corrected(state, act)
    elif isinstance(act, TakeBackBallot) and act.ballot is not None:
        text = _taken_back(state, act.ballot)
    elif isinstance(act, UndoLast) and act.undone is not None:
        text = tr("Undone: {act}", act=act.undone.summary)
    elif isinstance(act, SetAside) and act.doubt is not None:
        text = tr("Put aside as number {number}; go on with the next", number=act.doubt.number)
    elif isinstance(act, SetAside):
        text = tr("Put aside for the board; go on with the next")
    elif isinstance(act, OpenPass):
        text = _opened(state, act)
    elif isinstance(act, ClosePass) and act.closed is not None:
        text = _closed(act.closed)
        if state.awaits_pass:  # said together with the bundle that is offered next
            state.closed_words, text = text, ""
    elif isinstance(act, DecideDoubt):
        text = tr("Recorded as the board decided: number {number}", number=act.doubt.number)
    elif isinstance(act, GiveBack):
        text = tr("Number {number} is back: type it at its bundle", number=act.doubt.number)
    else:
        text = ""
    if text:
        state.notices.put(Topic.DONE, Notice(text=text, tone="holds"))
    return Sound.RECORDED


def _entered(state: CountingState, act: EnterBallots) -> Sound:
    bundle = state.count.bundle(act.bundle)
    return Sound.BUNDLE_FULL if bundle is not None and bundle.is_full else Sound.RECORDED


def _confirmed(state: CountingState, act: ConfirmBundle) -> str:
    if state.bundle is not None and state.bundle != act.bundle:
        return tr(
            "Bundle {bundle} is done; now bundle {next}", bundle=act.bundle, next=state.bundle
        )
    return tr("Bundle {bundle} is done; every bundle is typed", bundle=act.bundle)


def _opened(state: CountingState, act: OpenPass) -> str:
    return tr(
        "Bundle {bundle}, pass {number}: {name} types from now on",
        bundle=act.bundle,
        number=state.pass_number,
        name=act.operator,
    )


def _closed(bundle: BundlePasses) -> str:
    """Say what became of a bundle when a pass of it was closed; nothing of what it holds."""
    if bundle.is_agreed:
        return tr("Bundle {bundle} agrees: green corner", bundle=bundle.number)
    if bundle.state is BundleState.DIFFERS:
        return tr(
            "Bundle {bundle} differs: red corner, the pile to settle",
            bundle=bundle.number,
        )
    return tr(
        "Bundle {bundle}: pass {number} is closed",
        bundle=bundle.number,
        number=len(bundle.passes),
    )


def _corrected(state: CountingState, act: CorrectBallot) -> str:
    return tr(
        "Corrected ballot {ballot}: was {before}, is {after}",
        ballot=state.name_of(act.ballot),
        before=marks_text(state.count.by_position(act.ballot.paper), state.mode),
        after=marks_text(state.count.by_position(act.paper), state.mode),
    )


def _taken_back(state: CountingState, ballot: Ballot) -> str:
    return tr(
        "Taken back: ballot {ballot} ({marks}). Typing bundle {bundle}",
        ballot=state.name_of(ballot),
        marks=marks_text(state.count.by_position(ballot.paper), state.mode),
        bundle=ballot.bundle,
    )


def resumed_notice(state: CountingState) -> Notice | None:
    """Ask whether the ballot saved last is the one in hand; None without ballots."""
    last = state.count.previous
    if last is None or state.closed or state.awaits_word or state.awaits_pass:
        return None
    text = tr(
        "Recorded last: bundle {bundle}, ballot {place}, {marks}. Is that paper put down?"
        " Enter or Esc: yes, go on with the next",
        bundle=last.bundle,
        place=state.place_on_paper(last.bundle, last.sequence),
        marks=marks_text(state.count.by_position(last.paper), state.mode),
    )
    return Notice(text=text)


def bundle_of_undone(state: CountingState, act: UndoLast) -> int | None:
    """Return the bundle whose ballots an undo took out, None when it took none."""
    now = {(ballot.bundle, ballot.sequence) for ballot in state.count.all()}
    gone = [b for b in act.before if (b.bundle, b.sequence) not in now]
    return gone[0].bundle if gone else None


def closed_notice(state: CountingState) -> Notice:
    """Say that a round takes no more ballots, and why."""
    words = label("round_state", state.count.sheet.round.state.value)
    text = tr("This round takes no more ballots: {state}", state=words)
    return Notice(text=text, refuses=True)


def lost_words(why: Refusal) -> str:
    """Say that nobody knows whether a ballot is in the file, and how to see it."""
    return tr(
        "Stopped: nobody can tell whether the last ballot is in the file ({why}). Close the"
        " congress and open it again: it will show the ballot recorded last.",
        why=problem_text(why.first),
    )
