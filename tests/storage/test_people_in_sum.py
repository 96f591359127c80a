"""D counted by the file is D worked out from the register, whatever stands in it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from builders import base_rule
from congress_files import granted

from congress_desk.actions.people.statuses import replace_delegate, set_status
from congress_desk.domain.congress import CongressDetails
from congress_desk.domain.people.person import CongressKind, Person, PersonKind, Status, base_sum
from congress_desk.domain.setup.filled_workbook import Setup
from congress_desk.new_congress import new_congress
from congress_desk.queries.congress import presence
from congress_desk.queries.people import register


def a_file(path: Path, people: tuple[Person, ...], kind: CongressKind):
    details = CongressDetails(name="Đại hội", kind=kind)
    return granted(new_congress(path, Setup(details=details, people=people), actor="An"))


@pytest.mark.parametrize("kind", CongressKind)
@pytest.mark.parametrize("seed", range(4))
def test_that_d_is_the_same_from_the_register_and_from_the_counts(tmp_path, kind, seed):
    choose = random.Random(seed)
    people = tuple(
        Person(
            code=f"{i}",
            name=f"Người {i}",
            kind=choose.choice(list(PersonKind)),
            status=choose.choice(list(Status)),
        )
        for i in range(1, 121)
    )
    file = a_file(tmp_path / "dh.congress", people, kind)
    assert presence(file) == base_sum(register(file), base_rule(kind))
    file.close()


def test_that_d_is_the_same_after_an_alternate_took_a_seat(tmp_path):
    kinds = [*[PersonKind.OFFICIAL] * 6, *[PersonKind.ALTERNATE] * 3]
    people = tuple(
        Person(code=f"{i}", name=f"Người {i}", kind=kind) for i, kind in enumerate(kinds, start=1)
    )
    file = a_file(tmp_path / "dh.congress", people, CongressKind.DELEGATES)
    granted(replace_delegate(file, 2, 8, reason="ốm", actor="An"))
    granted(set_status(file, [1, 7, 8], Status.PRESENT, reason="", actor="An"))
    assert presence(file) == base_sum(register(file), base_rule(CongressKind.DELEGATES))
    assert (presence(file).base, presence(file).present) == (6, 2)
    file.close()


def test_that_an_empty_register_has_no_d(tmp_path):
    file = a_file(tmp_path / "dh.congress", (), CongressKind.DELEGATES)
    assert presence(file).base == 0
    file.close()
