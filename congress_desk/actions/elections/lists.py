"""Acts on elections and their lists: add, edit, order, freeze."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from congress_desk.actions.elections.list_checks import (
    check_among,
    check_candidate,
    check_candidates,
    check_election,
    check_posts,
)
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.lists.candidate_list import Surplus, in_list_order
from congress_desk.domain.elections.lists.candidate_names import candidate_names
from congress_desk.domain.elections.stages import held_rounds
from congress_desk.domain.rules.election_kind import ElectionKind, kind_meant
from congress_desk.domain.rules.rule_set import ListOrder
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Problem, Refusal, problem, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.nomination import counters_among_names
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination
from congress_desk.storage.reading.elections import profiles as reading_profiles
from congress_desk.storage.rows.elections.lists import candidate_row

_TAKEN_OFF = "–"


def add_election(
    file: CongressFile,
    code: str,
    title: str,
    seats: int,
    *,
    kind: ElectionKind | None = None,
    alternates: int = 0,
    among_id: int = 0,
    actor: str,
) -> Election | Refusal:
    """Add an election with an empty list at the end; without a kind its title tells."""
    code, title = clean_text(code), clean_text(title)
    existing = reading_elections.elections(file)
    if not code or len(code) > 40:
        return refuse("election_code_missing")
    if any(fold(e.code) == fold(code) for e in existing):
        return refuse("election_code_twice", code=code)
    refusal = check_election(title, seats) or check_posts(file, 0, alternates, among_id)
    if refusal:
        return refusal
    with file.act("add_election", actor=actor, code=code, title=title, seats=seats) as act:
        new = act.insert(
            "election",
            place=len(existing) + 1,
            code=code,
            title=title,
            seats=seats,
            kind=kind.value if kind else "",
            frozen=0,
            surplus_reason="",
            alternates=alternates,
            among_id=among_id or None,
        )
    return election(file, new)


def edit_election(
    file: CongressFile,
    election_id: int,
    *,
    title: str,
    seats: int,
    kind: ElectionKind | None = None,
    alternates: int | None = None,
    among_id: int | None = None,
    actor: str,
) -> Election | Refusal:
    """Change title, seats and kind; seats, kind and alternates only until the first round opens.

    Without a kind the title tells it; `alternates` and `among_id` stay where they are not given.
    """
    title = clean_text(title)
    before = election(file, election_id)
    alternates = before.alternates if alternates is None else alternates
    among_id = before.among_id if among_id is None else among_id
    refusal = check_election(title, seats) or check_posts(file, election_id, alternates, among_id)
    if refusal:
        return refusal
    held = _rounds_held(file, election_id)
    changed = (seats, alternates) != (before.seats, before.alternates)
    if changed and reading_elections.has_appointed(file, election_id):
        return refuse("election_appointed", code=before.code)
    if held and (changed or kind not in (None, before.kind)):
        return refuse("election_has_rounds", code=before.code)
    if held and kind is None and kind_meant(title) is not before.kind:
        kind = before.kind  # another title does not make another kind of what was voted on
    with file.act("edit_election", actor=actor, code=before.code, title=title, seats=seats) as act:
        said = kind.value if kind else ""
        act.update(
            "election",
            election_id,
            title=title,
            seats=seats,
            kind=said,
            alternates=alternates,
            among_id=among_id or None,
        )
    return election(file, election_id)


def remove_election(file: CongressFile, election_id: int, *, actor: str) -> Election | Refusal:
    """Remove an election that never had a round; its journal line keeps all of it."""
    before = election(file, election_id)
    if reading_elections.rounds(file, election_id):
        return refuse("election_has_rounds", code=before.code)
    if reading_nomination.has_records_of_election(file, election_id):
        return refuse("election_has_votes", code=before.code)
    if reading_elections.is_referred_to(file, election_id):
        return refuse("election_in_use", code=before.code)
    with file.act("remove_election", actor=actor, code=before.code, title=before.title) as act:
        unlisted = reading_nomination.unlisted_of(file, election_id)
        for candidate_id in (*(c.id for c in before.candidates), *unlisted):
            delete_candidate(file, act, candidate_id)
        act.delete("election", election_id)
    return before


def add_candidate(
    file: CongressFile, election_id: int, candidate: Candidate, *, actor: str
) -> Election | Refusal:
    """Add a person to an open list, at the end."""
    before = election(file, election_id)
    refusal = (
        list_open(before)
        or check_candidate(before.candidates, candidate)
        or check_no_counter(file, election_id, (candidate,))
        or check_among(file, before, (candidate,))
    )
    if refusal:
        return refusal
    with file.act(
        "add_candidate", actor=actor, code=before.code, name=clean_text(candidate.name)
    ) as act:
        act.insert(
            "candidate",
            election_id=election_id,
            place=len(before.candidates) + 1,
            listed=1,
            **candidate_row(candidate),
        )
    return election(file, election_id)


def add_candidates(
    file: CongressFile, election_id: int, candidates: Sequence[Candidate], *, actor: str
) -> Election | Refusal:
    """Add people to an open list, at the end in the order given, all of them or none."""
    before = election(file, election_id)
    refusal = list_open(before) or check_candidates(before.candidates, candidates)
    refusal = refusal or check_no_counter(file, election_id, candidates)
    refusal = refusal or check_among(file, before, candidates)
    if refusal or not candidates:
        return refusal or before
    with file.act("add_candidates", actor=actor, code=before.code, count=len(candidates)) as act:
        for place, candidate in enumerate(candidates, start=len(before.candidates) + 1):
            act.insert(
                "candidate",
                election_id=election_id,
                place=place,
                listed=1,
                **candidate_row(candidate),
            )
    return election(file, election_id)


def edit_candidate(file: CongressFile, candidate: Candidate, *, actor: str) -> Election | Refusal:
    """Correct a person on an open list; `candidate.id` says whom."""
    before = _election_of(file, candidate.id)
    names = {c.id: c.name for c in before.candidates}
    others = [c for c in before.candidates if c.id != candidate.id]
    refusal = list_open(before) or check_candidate(others, candidate)
    refusal = refusal or check_no_counter(file, before.id, (candidate,))
    named_anew = name_key(candidate.name) != name_key(names[candidate.id])
    refusal = refusal or (check_among(file, before, (candidate,)) if named_anew else None)
    if refusal:
        return refusal
    with file.act(
        "edit_candidate", actor=actor, code=before.code, name=clean_text(candidate.name)
    ) as act:
        act.update("candidate", candidate.id, **candidate_row(candidate))
    return election(file, before.id)


def remove_candidate(file: CongressFile, candidate_id: int, *, actor: str) -> Election | Refusal:
    """Take a person off an open list; who stood in a cancelled round stays in the file."""
    before = _election_of(file, candidate_id)
    refusal = list_open(before)
    if refusal:
        return refusal
    name = candidate_names(before.candidates)[candidate_id]
    left = [c.id for c in before.candidates if c.id != candidate_id]
    with file.act("remove_candidate", actor=actor, code=before.code, name=name) as act:
        if is_kept(file, candidate_id):
            act.update("candidate", candidate_id, listed=0)
            write_left_off(file, act, candidate_id)
        else:
            delete_candidate(file, act, candidate_id)
        _write_order(act, left)
    return election(file, before.id)


def order_candidates(
    file: CongressFile, election_id: int, candidate_ids: Sequence[int], *, actor: str
) -> Election | Refusal:
    """Put the list in the given order; `candidate_ids` names every candidate once."""
    before = election(file, election_id)
    refusal = list_open(before)
    if refusal:
        return refusal
    if sorted(candidate_ids) != sorted(c.id for c in before.candidates):
        return refuse("order_is_not_the_list", code=before.code)
    with file.act("order_candidates", actor=actor, code=before.code) as act:
        _write_order(act, candidate_ids)
    return election(file, election_id)


def sort_candidates(file: CongressFile, election_id: int, *, actor: str) -> Election | Refusal:
    """Put the list in the order of the rule set; of one name the older first."""
    before, rules = election(file, election_id), congress(file).rules
    if rules.list_order is ListOrder.AS_GIVEN:
        return refuse("list_order_as_given", article=rules.article("list"))
    ordered = in_list_order(before.candidates, rules.list_order)
    return order_candidates(file, election_id, [c.id for c in ordered], actor=actor)


def freeze_list(
    file: CongressFile, election_id: int, *, actor: str, reason: str = ""
) -> Election | Refusal:
    """Fix the list and its order, as ballots are printed; above the surplus only with a reason."""
    before = election(file, election_id)
    if before.frozen:
        return before
    reason = clean_text(reason)
    surplus = Surplus(candidates=len(before.candidates), seats=before.seats, kind=before.kind)
    if 0 < surplus.candidates < surplus.seats:
        return seats_above_names(file, surplus)
    found = surplus_problem(file, surplus, reason)
    if found:
        return Refusal((found,))
    with file.act(
        "freeze_list", actor=actor, code=before.code, count=len(before.candidates)
    ) as act:
        act.update("election", election_id, frozen=1, surplus_reason=reason)
    return election(file, election_id)


def unfreeze_list(file: CongressFile, election_id: int, *, actor: str) -> Election | Refusal:
    """Open a list again that no round has used."""
    before = election(file, election_id)
    if _rounds_held(file, election_id):
        return refuse("election_has_rounds", code=before.code)
    with file.act("unfreeze_list", actor=actor, code=before.code) as act:
        act.update("election", election_id, frozen=0, surplus_reason="")
    return election(file, election_id)


def seats_above_names(file: CongressFile, surplus: Surplus) -> Refusal:
    """Refuse a list of fewer names than are to be elected."""
    rules = congress(file).rules
    article = surplus.article(rules) if surplus.has_rules(rules) else ""
    names, seats = surplus.candidates, surplus.seats
    return refuse("seats_above_names", article=article, seats=seats, names=names)


def surplus_problem(file: CongressFile, surplus: Surplus, reason: str) -> Problem | None:
    """Say why a list of this length cannot be voted on: empty, or too long without a reason."""
    rules = congress(file).rules
    if surplus.candidates == 0:
        return problem("list_empty")
    if surplus.above_max(rules) and not reason:
        return problem(
            "surplus_needs_reason",
            article=surplus.article(rules),
            percent=surplus.percent,
            candidates=surplus.candidates,
            seats=surplus.seats,
        )
    return None


def check_no_counter(
    file: CongressFile, election_id: int, candidates: Iterable[Candidate]
) -> Refusal | None:
    """Refuse somebody who counts this election: another counter comes first (190 Điều 8)."""
    counters = counters_among_names(file, election_id, candidates)
    if not counters:
        return None
    article = congress(file).rules.article("counting_board")
    return refuse("candidate_is_counter", article=article, name=counters[0].name)


def is_kept(file: CongressFile, candidate_id: int) -> bool:
    """Say whether a candidate stays in the file: who stood, was asked about, or wished to leave."""
    stood = reading_elections.has_stood(file, candidate_id)
    return stood or reading_nomination.has_records_of(file, candidate_id)


def write_left_off(file: CongressFile, act: Act, candidate_id: int) -> None:
    """Say of a name whose source is known that it was taken off the list again."""
    row = reading_nomination.nomination_row(file, candidate_id)
    if row is not None:
        act.update("nomination", candidate_id, left_off=row["left_off"] or _TAKEN_OFF)


def list_open(found: Election) -> Refusal | None:
    """Refuse to change a list that is fixed."""
    return refuse("list_frozen", code=found.code) if found.frozen else None


def _rounds_held(file: CongressFile, election_id: int) -> bool:
    return bool(held_rounds(reading_elections.rounds(file, election_id)))


def _election_of(file: CongressFile, candidate_id: int) -> Election:
    found = reading_elections.election_of_candidate(file, candidate_id)
    if found is None:
        raise KeyError(candidate_id)
    return election(file, found)


def delete_candidate(file: CongressFile, act: Act, candidate_id: int) -> None:
    """Delete a candidate whom nothing refers to, with profile and source."""
    if reading_nomination.nomination_row(file, candidate_id) is not None:
        act.delete("nomination", candidate_id)
    if reading_profiles.profile_row_of(file, candidate_id) is not None:
        act.delete("candidate_profile", candidate_id)
    act.delete("candidate", candidate_id)


def _write_order(act: Act, candidate_ids: Sequence[int]) -> None:
    for place, candidate_id in enumerate(candidate_ids, start=1):
        act.update("candidate", candidate_id, place=place)
