"""A name that the congress lets in after a round has its source, its poll and its support too."""

from __future__ import annotations

from pathlib import Path

from congress_files import a_congress, code_of, granted
from elections_bench import short_round
from nomination_acts import (
    ACTOR,
    BY_DELEGATES,
    committee_election,
    counted,
    name_of,
    number_of,
    prepared,
)

from congress_desk.actions.elections.decisions import propose_decision, vote_on_decision
from congress_desk.actions.nomination.later_names import add_later_name, remove_later_name
from congress_desk.actions.nomination.names import say_source
from congress_desk.domain.decisions.decision import DecisionKind
from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.motions import Hands
from congress_desk.papers import available
from congress_desk.papers.nomination import NOMINEES, POLL, POLL_MINUTES


def test_that_a_new_name_after_a_round_is_put_forward_and_polled(tmp_path: Path) -> None:
    file = a_congress(tmp_path, committee_election())
    short_round(file)
    decided = granted(
        propose_decision(file, 1, DecisionKind.NEW_NAMES, matter="Bổ sung người mới", actor=ACTOR)
    )
    granted(vote_on_decision(file, decided.id, Hands(in_favour=6), actor=ACTOR))
    granted(add_later_name(file, decided.id, Candidate(name="Trần Thị Mới"), actor=ACTOR))
    assert name_of(file, "Mới").source is None
    granted(say_source(file, 1, [number_of(file, "Mới")], BY_DELEGATES, actor=ACTOR))
    assert name_of(file, "Mới").nominated_by == "Đoàn Khu phố 3"
    granted(remove_later_name(file, number_of(file, "Mới"), actor=ACTOR))
    assert file.rows("SELECT * FROM nomination") == []
    granted(add_later_name(file, decided.id, Candidate(name="Trần Thị Mới"), actor=ACTOR))
    granted(say_source(file, 1, [number_of(file, "Mới")], BY_DELEGATES, actor=ACTOR))
    poll = granted(prepared(file))
    assert [person.name for person in poll.people] == ["Trần Thị Mới"]
    refused = remove_later_name(file, number_of(file, "Mới"), actor=ACTOR)
    assert code_of(refused) == "nominee_has_history"
    granted(counted(file, 5))
    support = name_of(file, "Mới").support
    assert support is not None
    assert (support.number, support.of) == (5, 6)
    kinds = {paper.kind for paper in available(file)}
    assert {NOMINEES, POLL, POLL_MINUTES} <= kinds
    assert file.check() == []
    file.close()
