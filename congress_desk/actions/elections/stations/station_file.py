"""A station file: a small congress of one election, one round and the bundles handed out."""

from __future__ import annotations

import dataclasses
import uuid
from dataclasses import dataclass
from pathlib import Path

from congress_desk.actions.elections.shares import mode_columns
from congress_desk.domain.congress import CongressDetails, CongressState
from congress_desk.domain.elections.election import Candidate, Election
from congress_desk.domain.elections.round import Accounting, Round, RoundCause, RoundState
from congress_desk.domain.elections.stations.order import StationOrder
from congress_desk.domain.people.person import CongressKind
from congress_desk.errors import Refusal
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import create_file
from congress_desk.storage.password.key import Key
from congress_desk.storage.rows.congress import details_row
from congress_desk.storage.rows.elections.lists import candidate_row


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedStation:
    """An order that is signed, with what the station file is made of.

    `congress_key` and `station_key` are private halves.
    """

    order: StationOrder
    signature: str
    congress_key: str
    station_key: str
    kind: CongressKind
    rules_text: str
    election: Election
    round: Round


def write_station_file(
    path: Path, prepared: PreparedStation, key: Key | None = None
) -> StationOrder | Refusal:
    """Write a closed station file to `path`, which must not exist, under the congress's `key`.

    It holds the list, the bundles and the rules: no register, no name but those on the ballot,
    nothing of another pass.
    """
    file = create_file(path, key=key)
    if isinstance(file, Refusal):
        return file
    try:
        _write(file, prepared)
    finally:
        file.close()
    return prepared.order


def _write(file: CongressFile, prepared: PreparedStation) -> None:
    order = prepared.order
    with file.act(
        "create_station", actor=order.name, name=order.name, bundles=len(order.bundles)
    ) as act:
        act.insert(
            "congress",
            id=1,
            uid=uuid.uuid4().hex,
            state=_state_of(order).value,
            rules=prepared.rules_text,
            **details_row(CongressDetails(name=order.congress_name, kind=prepared.kind)),
        )
        round_id = _write_round(act, prepared)
        for number, expected in order.bundles:
            act.insert(
                "bundle", round_id=round_id, number=number, kind="ballots", expected=expected
            )
        act.insert(
            "station_order",
            id=1,
            text=order.text,
            signature=prepared.signature,
            private_key=prepared.station_key,
        )


def _state_of(order: StationOrder) -> CongressState:
    return CongressState.REHEARSAL if order.rehearsal else CongressState.IN_SESSION


def _write_round(act: Act, prepared: PreparedStation) -> int:
    held, found, sheets = prepared.election, prepared.round, prepared.order.sheets
    election_id = act.insert(
        "election",
        place=1,
        code=held.code,
        title=held.title,
        seats=held.seats,
        kind=held.kind.value if held.kind_said else "",
        frozen=1,
        surplus_reason="",
    )
    round_id = act.insert(
        "round",
        election_id=election_id,
        number=1,
        kind=found.kind.value,
        state=RoundState.COUNTING.value,
        seats=found.seats,
        **mode_columns(found.mode),
        **dataclasses.asdict(
            Accounting(convened=sheets, present=sheets, issued=sheets, returned=sheets)
        ),
        base_note="",
        surplus_reason="",
        opened_at=act.at,
        declared_at="",
        cancel_reason="",
        result="",
        part=found.part.value,
        cause=RoundCause.FIRST.value,
        passes=1,
    )
    for place, candidate in enumerate(found.candidates, start=1):
        on_ballot = Candidate(name=candidate.name, born=candidate.born, role=candidate.role)
        candidate_id = act.insert(
            "candidate", election_id=election_id, place=place, listed=1, **candidate_row(on_ballot)
        )
        act.insert_rows(
            "round_candidate",
            [{"round_id": round_id, "place": place, "candidate_id": candidate_id}],
        )
    return round_id
