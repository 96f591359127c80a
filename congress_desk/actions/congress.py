"""Acts on the congress itself: create it, edit it, change its state, edit its rules."""

from __future__ import annotations

import uuid
from dataclasses import replace
from pathlib import Path

from congress_desk.actions.operators.guard import guarded
from congress_desk.actions.operators.unlock import Unlock, spend, two_who_unlock
from congress_desk.actions.text_limits import too_long
from congress_desk.domain.agenda.item_words import election_meant
from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.operators.rights import Right
from congress_desk.domain.rules.rule_file import read_rules
from congress_desk.domain.rules.rule_set import RuleSet
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.operators import check_right
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import create_file
from congress_desk.storage.password.key import Key
from congress_desk.storage.reading.elections import ballots as reading_ballots
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.rows.agenda import agenda_row
from congress_desk.storage.rows.congress import details_row
from congress_desk.storage.rows.duties import duty_row
from congress_desk.storage.rows.elections.lists import candidate_row
from congress_desk.storage.rows.people import NO_DETAILS, detail_row, person_row


def create_congress(
    path: Path,
    setup: Setup,
    rules: RuleSet,
    rules_text: str,
    *,
    actor: str,
    rehearsal: bool = False,
    key: Key | None = None,
) -> CongressFile | Refusal:
    """Create a congress file from a read set-up and a full copy of its rules; all or nothing.

    Only here is it said whether the file is a rehearsal. `key` is that of its password, if any.
    """
    refusal = _check_name(setup.details)
    if refusal:
        return refusal
    file = create_file(path, key=key)
    if isinstance(file, Refusal):
        return file
    try:
        name = "create_rehearsal" if rehearsal else "create_congress"
        with file.act(name, actor=actor, name=setup.details.name, rules=rules.id) as act:
            state = CongressState.REHEARSAL if rehearsal else CongressState.PREPARING
            _write_setup(act, setup, rules_text, state)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return file


def _check_name(details: CongressDetails) -> Refusal | None:
    if not clean_text(details.name):
        return refuse("congress_name_missing")
    return too_long(details.name, TEXT_LIMIT)


def _write_setup(act: Act, setup: Setup, rules_text: str, state: CongressState) -> None:
    act.insert(
        "congress",
        id=1,
        uid=uuid.uuid4().hex,
        state=state.value,
        rules=rules_text,
        **details_row(setup.details),
    )
    people = list(enumerate(setup.people, start=1))
    act.insert_rows("person", [{"id": i, **person_row(p)} for i, p in people])
    detailed = [(i, row) for i, p in people if (row := detail_row(p)) != NO_DETAILS]
    act.insert_rows("person_detail", [{"person_id": i, **row} for i, row in detailed])
    act.insert_rows(
        "share_holding",
        [
            {
                "person_id": line.person_id,
                "shares": line.shares,
                "proxy_id": line.proxy_id or None,
                "document": clean_text(line.document),
            }
            for line in setup.shares
        ],
    )
    act.insert_rows(
        "duty", [{"id": i, "place": i, **duty_row(d)} for i, d in enumerate(setup.duties, start=1)]
    )
    titles: dict[int, str] = {}
    ids: list[int] = []
    for place, election in enumerate(setup.elections, start=1):
        election_id = act.insert(
            "election",
            place=place,
            code=clean_text(election.code),
            title=clean_text(election.title),
            seats=election.seats,
            kind=election.kind.value if election.kind_said else "",
            frozen=0,
            surplus_reason="",
            alternates=election.alternates,
            among_id=ids[election.among_id - 1] if election.among_id else None,
        )
        ids.append(election_id)
        titles[election_id] = election.title
        for order, candidate in enumerate(election.candidates, start=1):
            act.insert(
                "candidate",
                election_id=election_id,
                place=order,
                listed=1,
                **candidate_row(candidate),
            )
    agenda = [
        replace(item, election_id=election_meant(item.kind, item.content, titles))
        for item in setup.agenda
    ]
    act.insert_rows(
        "agenda_item",
        [{"id": i, "place": i, **agenda_row(a)} for i, a in enumerate(agenda, start=1)],
    )


def edit_congress(
    file: CongressFile, details: CongressDetails, *, actor: str
) -> Congress | Refusal:
    """Change the details of the congress; its kind is fixed once a ballot is recorded."""
    refusal = _check_name(details)
    if refusal:
        return refusal
    if details.kind is not congress(file).details.kind and reading_ballots.has_ballots(file):
        return refuse("congress_kind_fixed")
    with file.act("edit_congress", actor=actor, name=details.name) as act:
        act.update("congress", 1, **details_row(details))
    return congress(file)


@guarded
def set_state(
    file: CongressFile, state: CongressState, *, actor: str, unlocked: Unlock | None = None
) -> Congress | Refusal:
    """Say where the congress stands; it does not close while a round is being counted.

    A closed congress is opened again by two who unlock it, where operators are defined. With the
    closing, what was noted of how fast and how surely each operator types is deleted.
    """
    refusal = _check_right(file, unlocked)
    if refusal:
        return refusal
    now = congress(file).state
    if state not in now.may_become:
        rehearsed = now is CongressState.REHEARSAL
        return refuse("rehearsal_stays" if rehearsed else "no_rehearsal_afterwards")
    if state is CongressState.CLOSED and (refusal := why_not_closed(file)):
        return refusal
    with file.act("set_state", actor=actor, backup=True, state=f"state.{state.value}") as act:
        act.update("congress", 1, state=state.value)
        if state is CongressState.CLOSED:
            act.drop_untold("desk_operator_pace")
    spend(file, unlocked)
    return congress(file)


def why_not_closed(file: CongressFile) -> Refusal | None:
    """Return why a congress cannot be closed yet: a round is being counted."""
    counting = any(
        found.state.value == "counting"
        for election in reading_elections.elections(file)
        for found in reading_elections.rounds(file, election.id)
    )
    return refuse("close_with_open_round") if counting else None


def _check_right(file: CongressFile, unlocked: Unlock | None) -> Refusal | None:
    if congress(file).state is not CongressState.CLOSED:
        return check_right(file, Right.DECIDE)
    two = two_who_unlock(file, "set_state", 0, unlocked, ("", ""))
    return two if isinstance(two, Refusal) else None


@guarded
def edit_rules(file: CongressFile, rules_text: str, *, actor: str) -> RuleSet | Refusal:
    """Replace the congress's own copy of the rules, before the first ballot is recorded."""
    if reading_ballots.has_ballots(file):
        return refuse("rules_fixed")
    rules = read_rules(rules_text, file="")
    if isinstance(rules, Refusal):
        return rules
    with file.act("edit_rules", actor=actor, rules=rules.id) as act:
        act.update("congress", 1, rules=rules_text)
    return rules
