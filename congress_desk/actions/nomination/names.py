"""Acts on where names come from: nominate, say the source, support, put on the list or not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from congress_desk.actions.elections.list_checks import check_among, check_candidates
from congress_desk.actions.elections.lists import (
    check_no_counter,
    delete_candidate,
    is_kept,
    list_open,
)
from congress_desk.actions.text_limits import no_reason, too_long
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.nomination.nominee import (
    Nominee,
    NomineeState,
    Source,
    Support,
    check_nominator,
    support_limit,
)
from congress_desk.domain.rules.rule_set import RuleSet, VotesBy
from congress_desk.domain.rules.threshold import share_text
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.domain.text.name_order import name_key
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election
from congress_desk.queries.nomination import nominees
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import people as reading_people
from congress_desk.storage.reading.elections import lists as reading_elections
from congress_desk.storage.reading.elections import nomination as reading_nomination
from congress_desk.storage.rows.elections.lists import candidate_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where names come from: `nominated_by` in words, `nominator_id` who of the register it is."""

    source: Source
    nominated_by: str = ""
    nominator_id: int = 0


def nominate(
    file: CongressFile,
    election_id: int,
    candidates: Sequence[Candidate],
    origin: Origin,
    *,
    actor: str,
) -> tuple[Nominee, ...] | Refusal:
    """Put names forward, all of them or none: those of the committee stand on the list at once.

    Others are proposed; see `put_on_list`.
    """
    found = election(file, election_id)
    there = [n.candidate for n in nominees(file, election_id) if n.stands]
    refusal = (
        list_open(found)
        or check_candidates(there, candidates)
        or check_no_counter(file, election_id, candidates)
        or check_among(file, found, candidates)
        or check_origin(file, origin)
    )
    if refusal or not candidates:
        return refusal or nominees(file, election_id)
    listed = origin.source is Source.COMMITTEE
    place = reading_nomination.last_place(file, election_id) + 1
    names = ", ".join(clean_text(c.name) for c in candidates[:3])
    with file.act(
        "nominate", actor=actor, code=found.code, count=len(candidates), names=names
    ) as act:
        for at, candidate in enumerate(candidates, start=place):
            new = act.insert(
                "candidate",
                election_id=election_id,
                place=at,
                listed=int(listed),
                **candidate_row(candidate),
            )
            write_origin(file, act, new, origin)
    return nominees(file, election_id)


def say_source(
    file: CongressFile,
    election_id: int,
    candidate_ids: Iterable[int],
    origin: Origin,
    *,
    actor: str,
) -> tuple[Nominee, ...] | Refusal:
    """Say where names come from that are in the file already, also those of later rounds."""
    known = _of(file, election_id, candidate_ids)
    refusal = check_origin(file, origin)
    if isinstance(known, Refusal) or refusal:
        return known if isinstance(known, Refusal) else refusal or ()
    code = election(file, election_id).code
    with file.act("say_source", actor=actor, code=code, count=len(known)) as act:
        for nominee in known:
            write_origin(file, act, nominee.candidate.id, origin)
    return nominees(file, election_id)


def record_support(
    file: CongressFile, candidate_id: int, *, in_favour: int, of: int, actor: str
) -> Nominee | Refusal:
    """Record by a show of hands how many of those taking part agree to consider a name.

    Where an opinion poll asked about the name, the poll counts (190 Điều 14.3).
    """
    found = _nominee(file, candidate_id)
    if not found.is_outside:
        return refuse("support_not_needed", name=found.candidate.name)
    if found.support is not None and found.support.poll:
        return refuse("support_polled", name=found.candidate.name, number=found.support.poll)
    if not 0 <= in_favour <= of <= support_limit(congress(file).rules) or of < 1:
        return refuse("support_wrong", in_favour=in_favour, of=of)
    name = found.candidate.name
    with file.act("record_support", actor=actor, name=name, in_favour=in_favour, of=of) as act:
        act.update("nomination", candidate_id, support=in_favour, support_of=of)
    return _nominee(file, candidate_id)


def put_on_list(
    file: CongressFile, election_id: int, candidate_ids: Sequence[int], *, actor: str
) -> tuple[Nominee, ...] | Refusal:
    """Put proposed names on the list, at its end; outside the committee's list only supported."""
    found, rules = election(file, election_id), congress(file).rules
    known = _of(file, election_id, candidate_ids)
    if isinstance(known, Refusal):
        return known
    coming = [nominee for nominee in known if nominee.state is not NomineeState.LISTED]
    bare = [nominee for nominee in coming if not nominee.has_support(rules)]
    refusal = list_open(found) or _withdrawn(coming)
    if not refusal and bare:
        refusal = without_support(bare[0].candidate.name, rules, bare[0].support)
    names = [nominee.candidate for nominee in coming]
    refusal = refusal or check_candidates(found.candidates, names)
    refusal = refusal or check_no_counter(file, election_id, names)
    refusal = refusal or check_among(file, found, names)
    if refusal:
        return refusal
    place = reading_nomination.last_place(file, election_id) + 1
    with file.act("put_on_list", actor=actor, code=found.code, count=len(coming)) as act:
        for at, nominee in enumerate(coming, start=place):
            act.update("candidate", nominee.candidate.id, listed=1, place=at)
            act.update("nomination", nominee.candidate.id, left_off="")
    return nominees(file, election_id)


def without_support(name: str, rules: RuleSet, support: Support | None = None) -> Refusal:
    """Refuse a name outside the committee's list that too few agree to consider.

    Of a `support` that was counted its numbers are told.
    """
    shares = rules.votes is VotesBy.SHARES
    if support is not None and not shares:
        return refuse(
            "nominee_support_short",
            article=rules.article("floor_nominee"),
            name=name,
            number=support.number,
            of=support.of,
            least=rules.floor_support.needed(support.of),
        )
    return refuse(
        "nominee_without_shares" if shares else "nominee_without_support",
        article=rules.article("floor_nominee"),
        name=name,
        share=share_text(rules.floor_nominee_support),
    )


def leave_off(
    file: CongressFile, candidate_id: int, *, reason: str, actor: str
) -> Nominee | Refusal:
    """Say why a proposed name is not put on the list; it stays in the papers."""
    found = _nominee(file, candidate_id)
    reason = clean_text(reason)
    if found.state is not NomineeState.PROPOSED:
        return refuse("nominee_not_proposed", name=found.candidate.name)
    refusal = no_reason(reason)
    if refusal:
        return refusal
    with file.act("leave_off", actor=actor, name=found.candidate.name, reason=reason) as act:
        act.update("nomination", candidate_id, left_off=reason)
    return _nominee(file, candidate_id)


def take_out(file: CongressFile, candidate_id: int, *, actor: str) -> tuple[Nominee, ...] | Refusal:
    """Take out a proposed name that was typed by mistake; what was decided about stays."""
    found = _nominee(file, candidate_id)
    if found.state is NomineeState.LISTED:
        return refuse("nominee_listed", name=found.candidate.name)
    if is_kept(file, candidate_id):
        return refuse("nominee_has_history", name=found.candidate.name)
    election_id = reading_elections.election_of_candidate(file, candidate_id) or 0
    with file.act("take_out", actor=actor, name=found.candidate.name) as act:
        delete_candidate(file, act, candidate_id)
    return nominees(file, election_id)


def check_origin(file: CongressFile, origin: Origin) -> Refusal | None:
    """Refuse a source that the rules do not allow, or a person the register does not know."""
    register = reading_people.people(file)
    if origin.nominator_id:
        meant = [person for person in register if person.id == origin.nominator_id]
        if not meant:
            return refuse("person_unknown", number=origin.nominator_id)
    else:
        key = name_key(origin.nominated_by)
        meant = [person for person in register if name_key(person.name) == key]
    bound = check_nominator(origin.source, meant, congress(file).rules)
    return bound or too_long(origin.nominated_by, TEXT_LIMIT)


def write_origin(file: CongressFile, act: Act, candidate_id: int, origin: Origin) -> None:
    """Write where a name comes from inside an act."""
    delegates = origin.source is Source.DELEGATES
    row = {
        "source": origin.source.value,
        "nominated_by": clean_text(origin.nominated_by) if delegates else "",
        "nominator_id": (origin.nominator_id or None) if delegates else None,
    }
    if reading_nomination.nomination_row(file, candidate_id) is not None:
        act.update("nomination", candidate_id, **row)
        return
    act.insert(
        "nomination",
        candidate_id=candidate_id,
        **row,
        support=None,
        support_of=None,
        left_off="",
        at=act.at,
    )


def _of(
    file: CongressFile, election_id: int, candidate_ids: Iterable[int]
) -> tuple[Nominee, ...] | Refusal:
    """Return these names of an election in its order, or say that one is not among them."""
    wanted = set(candidate_ids)
    known = tuple(n for n in nominees(file, election_id) if n.candidate.id in wanted)
    return known if len(known) == len(wanted) else refuse("nominee_unknown")


def _nominee(file: CongressFile, candidate_id: int) -> Nominee:
    election_id = reading_elections.election_of_candidate(file, candidate_id)
    if election_id is None:
        raise KeyError(candidate_id)
    return next(n for n in nominees(file, election_id) if n.candidate.id == candidate_id)


def _withdrawn(coming: Iterable[Nominee]) -> Refusal | None:
    gone = [n for n in coming if n.state is NomineeState.WITHDRAWN]
    return refuse("nominee_withdrawn", name=gone[0].candidate.name) if gone else None
