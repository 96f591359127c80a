"""Seats and plans in words."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.seating.plan import HallSeat, SeatingPlan
from congress_desk.domain.seating.seating import Seating, SeatState
from congress_desk.i18n import label, tr

_WITHOUT_PLAN = frozenset({"draw", "list"})


def seat_told(seating: Seating, seat: HallSeat) -> str:
    """Return who is to sit on a seat, and how it stands: "C12: Ngô An · Chi bộ 2 · Có mặt"."""
    person, state = seating.sitter(seat), seating.states[seat.id]
    words = label("seat_state", state.value)
    if person is None:
        kept = label("kept_for", seat.kept_for.value)
        said = f"{words} · {kept}" if state is SeatState.FREE else words
        return f"{seat.label}: {said}"
    about = " · ".join(filter(None, (person.name, person.delegation, words)))
    return f"{seat.label}: {about}"


def plan_words(plan: SeatingPlan) -> str:
    """Return a plan as it is chosen: its name, its session, and whether it is in use."""
    parts = (plan.name, plan.session, tr("in use") if plan.in_force else "")
    return " · ".join(filter(None, parts))


def why_not(
    name: str,
    seating: Seating | None,
    selected: Sequence[HallSeat],
    seat: HallSeat | None,
    marked: HallSeat | None,
) -> str:
    """Return why a command of the place "seats" is refused, "" while it is allowed.

    `seat` is the current one, `marked` that of who is about to change places.
    """
    if seating is None:
        return "" if name in _WITHOUT_PLAN else tr("Draw the hall first")
    if name == "use" and seating.plan.in_force:
        return tr("This plan is in use")
    taken = seat is not None and seat.person_id > 0
    if (name in ("swap", "card") and not taken) or (
        name == "free" and not any(each.person_id for each in selected)
    ):
        return tr("Choose a seat that is taken")
    if name == "seat" and (seat is None or taken):
        return tr("Choose a free seat")
    if name == "leave" and marked is None:
        return tr("Nobody is about to change places")
    return ""
