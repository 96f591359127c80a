"""Acts on the members of organs: take in, change, order, let go; history is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from congress_desk.actions.row_order import order_refusal, write_order
from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.congress import CongressState
from congress_desk.domain.organs.duty import Duty, Organ
from congress_desk.domain.organs.organs import organ_key, person_links, post_of, who
from congress_desk.domain.text.clean_text import clean_text, fold
from congress_desk.domain.text.limits import LONG_TEXT_LIMIT, NAME_LIMIT
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.nomination import election_that_lists
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress
from congress_desk.storage.reading import duties as reading_duties
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.rows.duties import duty_row

TITLE_LIMIT = 200
_BEFORE = CongressState.PREPARING.value


def add_member(file: CongressFile, duty: Duty, *, actor: str) -> Duty | Refusal:
    """Take somebody into an organ, last; a free organ begins with its first member.

    With a `person_id` an empty name is the one in the register. The membership begins now.
    """
    cleaned = _cleaned(file, duty)
    refusal = check_member(file, cleaned)
    if refusal:
        return refusal
    with file.act("add_member", actor=actor, name=cleaned.name, organ=_organ_words(cleaned)) as act:
        begun = replace(cleaned, since=act.at, until="", until_reason="")
        place = reading_duties.next_place(file)
        new = act.insert("duty", place=place, **duty_row(begun))
    return _duty(file, new)


def edit_member(file: CongressFile, duty: Duty, *, actor: str) -> Duty | Refusal:
    """Change a membership that stands: name, person, title, duty, and of a board its election.

    The organ stays: whoever changes it leaves one and is taken into the other.
    """
    found = standing_member(file, duty.id)
    if isinstance(found, Refusal):
        return found
    cleaned = _cleaned(
        file,
        replace(duty, organ=found.organ, since=found.since, until="", until_reason=""),
    )
    refusal = check_member(file, cleaned)
    if refusal:
        return refusal
    with file.act(
        "edit_member", actor=actor, name=cleaned.name, organ=_organ_words(cleaned)
    ) as act:
        act.update("duty", duty.id, **duty_row(cleaned))
    return _duty(file, duty.id)


def order_members(
    file: CongressFile, ids: Sequence[int], *, actor: str
) -> tuple[Duty, ...] | Refusal:
    """Put the members in this order: every membership that stands, once."""
    places = reading_duties.duty_places(file)
    refusal = order_refusal(ids, places)
    if refusal:
        return refusal
    with file.act("order_members", actor=actor) as act:
        write_order(act, "duty", ids, places)
    return reading_duties.duties(file)


def rename_organ(
    file: CongressFile, name: str, new_name: str, *, actor: str
) -> tuple[Duty, ...] | Refusal:
    """Give a free organ another name, with all its members, those who left too."""
    members = [
        duty
        for duty in reading_duties.all_duties(file)
        if duty.organ is Organ.FREE and duty.organ_name == name
    ]
    new_name = clean_text(new_name)
    if not members:
        return refuse("organ_unknown", organ=name)
    if not new_name:
        return refuse("organ_name_missing")
    others = {d.organ_name for d in reading_duties.all_duties(file) if d.organ is Organ.FREE} - {
        name
    }
    if fold(new_name) in map(fold, others):
        return refuse("organ_name_twice", organ=new_name)
    refusal = too_long(new_name, NAME_LIMIT)
    if refusal:
        return refusal
    with file.act("rename_organ", actor=actor, organ=name, new=new_name) as act:
        for member in members:
            act.update("duty", member.id, organ_name=new_name)
    return tuple(_duty(file, member.id) for member in members)


def end_membership(file: CongressFile, duty_id: int, *, reason: str, actor: str) -> Duty | Refusal:
    """Let a member leave an organ from now on, with a reason; what was done stays known."""
    found = standing_member(file, duty_id)
    if isinstance(found, Refusal):
        return found
    reason = clean_text(reason)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    organ = _organ_words(found)
    with file.act(
        "end_membership", actor=actor, name=found.name, reason=reason, organ=organ
    ) as act:
        act.update("duty", duty_id, until=act.at, until_reason=reason)
    return _duty(file, duty_id)


def remove_member(file: CongressFile, duty_id: int, *, actor: str) -> Duty | Refusal:
    """Take out a member that was added by mistake: nothing may refer to it.

    Once the congress is in session only the newest goes; all others have a history to keep.
    """
    found = standing_member(file, duty_id)
    if isinstance(found, Refusal):
        return found
    held = reading_congress.congress_row(file)["state"] != _BEFORE
    if reading_duties.is_referred_to(file, duty_id) or (
        held and duty_id != reading_duties.newest_duty_id(file)
    ):
        return refuse("duty_has_history", name=found.name)
    with file.act("remove_member", actor=actor, name=found.name, organ=_organ_words(found)) as act:
        act.delete("duty", duty_id)
    return found


def _cleaned(file: CongressFile, duty: Duty) -> Duty:
    """Return a membership as it is stored: clean texts, and only what its organ has."""
    name = clean_text(duty.name)
    if not name and duty.person_id:
        person = reading_people.person(file, duty.person_id)
        name = person.name if person else ""
    return replace(
        duty,
        name=name,
        title=clean_text(duty.title),
        duty=clean_text(duty.duty),
        organ_name=_organ_name(file, duty) if duty.organ is Organ.FREE else "",
        election_id=duty.election_id if duty.organ is Organ.COUNTING_BOARD else 0,
    )


def _organ_name(file: CongressFile, duty: Duty) -> str:
    """Return the name of a free organ as the file writes it where it is there already."""
    name = clean_text(duty.organ_name)
    known = {
        fold(d.organ_name): d.organ_name for d in reading_duties.all_duties(file) if d.organ_name
    }
    return known.get(fold(name), name)


def check_member(file: CongressFile, duty: Duty) -> Refusal | None:
    """Say why somebody cannot be a member of an organ so."""
    if not duty.name:
        return refuse("duty_name_missing")
    if duty.organ is Organ.FREE and not duty.organ_name:
        return refuse("organ_name_missing")
    if duty.election_id and reading_elections.election_row(file, duty.election_id) is None:
        return refuse("duty_election_unknown")
    if duty.person_id and reading_people.person(file, duty.person_id) is None:
        return refuse("person_unknown", number=duty.person_id)
    return (
        too_long(duty.name, NAME_LIMIT)
        or too_long(duty.title, TITLE_LIMIT)
        or too_long(duty.duty, LONG_TEXT_LIMIT)
        or too_long(duty.organ_name, NAME_LIMIT)
        or _check_twice(file, duty)
        or _check_board(file, duty)
    )


def _check_board(file: CongressFile, duty: Duty) -> Refusal | None:
    """Refuse a candidate who comes onto a board that counts; who is there already is replaced."""
    before = reading_duties.duty(file, duty.id) if duty.id else None
    told = (duty.name, duty.person_id, duty.election_id)
    same = before is not None and (before.name, before.person_id, before.election_id) == told
    if duty.organ is not Organ.COUNTING_BOARD or same:
        return None
    return _check_not_listed(file, duty)


def _check_not_listed(file: CongressFile, duty: Duty) -> Refusal | None:
    """Refuse a counter who is on the list of an election that the board counts (190 Điều 8)."""
    listing = election_that_lists(file, duty)
    if listing is None:
        return None
    article = congress(file).rules.article("counting_board")
    title = post_of(listing.title)
    return refuse("duty_counter_is_candidate", article=article, name=duty.name, title=title)


def _check_twice(file: CongressFile, duty: Duty) -> Refusal | None:
    """Refuse a person who is a member of the organ already; two people of one name may be."""
    others = [d for d in reading_duties.duties(file) if d.id != duty.id]
    links = person_links((*others, duty), reading_people.people(file))
    same = [d for d in others if organ_key(d) == organ_key(duty)]
    if any(who(d, links) == who(duty, links) for d in same):
        return refuse("duty_member_twice", name=duty.name)
    return None


def _organ_words(duty: Duty) -> str:
    """Return what a journal line says of an organ: its name, or the key of its label."""
    return duty.organ_name or f"organ.{duty.organ.value}"


def standing_member(file: CongressFile, duty_id: int) -> Duty | Refusal:
    """Return a membership that has not ended, or say why there is none."""
    found = reading_duties.duty(file, duty_id)
    if found is None:
        return refuse("duty_unknown")
    return refuse("duty_ended", name=found.name) if found.until else found


def _duty(file: CongressFile, duty_id: int) -> Duty:
    found = reading_duties.duty(file, duty_id)
    assert found is not None
    return found
