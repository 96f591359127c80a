"""The base D from the register: who is convened, who is taken off, who comes in."""

from __future__ import annotations

import pytest
from builders import HALF, a_person, base_rule
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.people.person import (
    VOTING_KINDS,
    CongressKind,
    PersonKind,
    Status,
    base_sum,
)

MEMBERS, DELEGATES = CongressKind.PARTY_MEMBERS, CongressKind.DELEGATES

# Is a person of this status in D, at a congress of all members, at a congress of delegates?
IN_BASE = {
    Status.PRESENT: (True, True),
    Status.ABSENT: (True, True),
    Status.ABSENT_THROUGHOUT_EXCUSED: (False, True),
    Status.ABSENT_THROUGHOUT_COMMITTEE: (False, False),
    Status.ABSENT_THROUGHOUT_NO_ALTERNATE: (False, False),
    Status.REPLACED: (None, False),
    Status.ELSEWHERE: (False, None),
    Status.EXEMPT_NOT_PRESENT: (False, None),
    Status.SUSPENDED: (False, False),
}
CELLS = [
    (kind, status, in_base)
    for status, row in IN_BASE.items()
    for kind, in_base in zip((MEMBERS, DELEGATES), row, strict=True)
    if in_base is not None
]


def hall(present: int) -> list:
    return [a_person() for _ in range(present)]


def test_that_the_table_covers_every_status():
    assert set(IN_BASE) == set(Status)


@pytest.mark.parametrize(("kind", "status", "in_base"), CELLS)
@pytest.mark.parametrize("person_kind", sorted(VOTING_KINDS))
def test_that_each_status_is_in_or_out_of_the_base(kind, status, in_base, person_kind):
    result = base_sum([*hall(10), a_person(person_kind, status)], base_rule(kind))
    assert result.convened == 11
    assert result.base == (11 if in_base else 10)
    assert result.deductions == (() if in_base else ((status, 1),))


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("kind", CongressKind)
@pytest.mark.parametrize("person_kind", [PersonKind.GUEST, PersonKind.PROBATIONARY])
def test_that_guests_and_probationary_members_have_no_vote(kind, status, person_kind):
    result = base_sum([*hall(5), a_person(person_kind, status)], base_rule(kind))
    assert (result.convened, result.base, result.present) == (5, 5, 5)


def test_that_an_alternate_who_replaces_nobody_has_no_vote():
    result = base_sum([*hall(5), a_person(PersonKind.ALTERNATE)], base_rule(DELEGATES))
    assert (result.convened, result.base, result.present) == (5, 5, 5)


def test_that_an_alternate_counts_instead_of_the_delegate_replaced():
    people = [
        *hall(5),
        a_person(status=Status.REPLACED),
        a_person(PersonKind.ALTERNATE),
        a_person(PersonKind.ALTERNATE),
    ]
    result = base_sum(people, base_rule(DELEGATES))
    assert (result.convened, result.alternates, result.base, result.present) == (6, 1, 6, 6)
    assert result.replaced_unfilled == 0


def test_that_a_seat_marked_replaced_without_an_alternate_is_noticed():
    result = base_sum([*hall(5), a_person(status=Status.REPLACED)], base_rule(DELEGATES))
    assert (result.base, result.replaced_unfilled) == (5, 1)


def test_that_an_alternate_who_replaces_and_leaves_early_stays_in_the_base():
    people = [a_person(status=Status.REPLACED), a_person(PersonKind.ALTERNATE, Status.ABSENT)]
    result = base_sum(people, base_rule(DELEGATES))
    assert (result.base, result.present) == (1, 0)


def test_that_whoever_left_early_stays_in_the_base():
    result = base_sum([*hall(7), a_person(status=Status.ABSENT)], base_rule(MEMBERS))
    assert (result.base, result.present) == (8, 7)


def test_that_deductions_add_up_in_a_sum_that_can_be_shown():
    people = [
        *hall(110),
        *(a_person(status=Status.ABSENT) for _ in range(3)),
        a_person(status=Status.ABSENT_THROUGHOUT_COMMITTEE),
        a_person(status=Status.SUSPENDED),
        *(a_person(status=Status.ABSENT_THROUGHOUT_NO_ALTERNATE) for _ in range(2)),
        *(a_person(status=Status.REPLACED) for _ in range(3)),
        *(a_person(PersonKind.ALTERNATE) for _ in range(3)),
    ]
    result = base_sum(people, base_rule(DELEGATES))
    assert result.convened == 120
    assert dict(result.deductions) == {
        Status.ABSENT_THROUGHOUT_COMMITTEE: 1,
        Status.ABSENT_THROUGHOUT_NO_ALTERNATE: 2,
        Status.REPLACED: 3,
        Status.SUSPENDED: 1,
    }
    assert (result.alternates, result.base, HALF.needed(result.base)) == (3, 116, 59)


@pytest.mark.parametrize(
    ("convened", "away", "needed"),
    [(9, 0, 5), (10, 1, 5), (12, 1, 6), (120, 1, 60), (120, 2, 60), (121, 1, 61), (450, 5, 223)],
)
def test_that_the_threshold_follows_the_adjusted_base(convened, away, needed):
    people = [*hall(convened - away)]
    people += [a_person(status=Status.ABSENT_THROUGHOUT_EXCUSED) for _ in range(away)]
    assert HALF.needed(base_sum(people, base_rule(MEMBERS)).base) == needed


register = st.lists(
    st.builds(a_person, st.sampled_from(PersonKind), st.sampled_from(Status)), max_size=30
)


@given(register, st.sampled_from(CongressKind))
def test_that_those_present_are_always_within_the_base(people, kind):
    result = base_sum(people, base_rule(kind))
    assert 0 <= result.present <= result.base <= result.convened


@given(register, st.sampled_from(CongressKind), st.randoms(use_true_random=False))
def test_that_the_order_of_the_register_is_nothing(people, kind, random):
    shuffled = random.sample(people, len(people))
    assert base_sum(shuffled, base_rule(kind)) == base_sum(people, base_rule(kind))


def test_that_an_empty_register_has_an_empty_base():
    assert base_sum([], base_rule(DELEGATES)).base == 0
