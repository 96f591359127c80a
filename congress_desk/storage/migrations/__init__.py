"""Numbered migrations, one a schema version; never edited after a release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from congress_desk.storage.migrations import (
    m0001_counting,
    m0002_people,
    m0003_running,
    m0004_kinds,
    m0005_elections_in_full,
    m0006_trusted_counting,
    m0007_the_hall,
    m0008_other_hands,
    m0009_secretariat,
    m0010_recipients,
)

MIGRATIONS: tuple[Callable[[Database], None], ...] = (
    m0001_counting.apply,
    m0002_people.apply,
    m0003_running.apply,
    m0004_kinds.apply,
    m0005_elections_in_full.apply,
    m0006_trusted_counting.apply,
    m0007_the_hall.apply,
    m0008_other_hands.apply,
    m0009_secretariat.apply,
    m0010_recipients.apply,
)
SCHEMA_VERSION = len(MIGRATIONS)

# Tables that no journal line tells: see m0006_operators and m0006_stations.
UNTOLD = frozenset({"desk_operator_pin", "desk_operator_pace", "congress_signing_key"})

# What a column added by a version is in rows that older versions wrote: the journal tells those
# rows without it.
ADDED_COLUMNS: Mapping[int, Mapping[str, Mapping[str, Any]]] = {
    3: {
        "agenda_item": {
            "parent_id": None,
            "kind": "work",
            "anchored": 0,
            "election_id": None,
            "motion_id": None,
            "text_id": None,
            "state": "planned",
            "started_at": "",
            "finished_at": "",
            "script": "",
            "note": "",
            "inserted_at": "",
            "skip_reason": "",
        },
        "duty": {
            "organ_name": "",
            "election_id": None,
            "person_id": None,
            "since": "",
            "until": "",
            "until_reason": "",
        },
    },
    4: {"election": {"kind": ""}},
    5: {
        "election": {"alternates": 0, "among_id": None},
        "candidate": {"planned": "", "decision_id": None},
        "round": {
            "follows": None,
            "cause": "",
            "decision_id": None,
            "part": "official",
            "votes": "ballots",
        },
        "motion": {
            "special": 0,
            "majority_of": "",
            "majority_share": "",
            "majority_compare": "",
        },
    },
    6: {
        "round": {"passes": 1},
        "entry_pass": {
            "operator": "",
            "operator_id": 0,
            "source": "typed",
            "opened_at": "",
            "closed_at": "",
            "voided": 0,
        },
        "doubtful_ballot": {"standing": 1},
        "ballot_issue": {"print_id": None},
    },
    7: {
        "motion": {"shares_of": ""},
    },
    8: {},
    9: {
        "ballot_issue": {"box_id": None},
        "person_detail": {
            "salutation": "",
            "rank": "",
            "welcome": 0,
            "companions": 0,
            "contact": "",
            "phone": "",
            "room": "",
            "car": "",
            "meals": "",
            "dress": "",
        },
    },
    10: {"congress_text": {"recipients": ""}},
}
