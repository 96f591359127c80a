"""Discussion groups: even, alike in women and men, delegations kept whole where sizes allow."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.people.groups import SLACK_PERCENT, SplitGroup, split_people
from congress_desk.domain.people.person import Person


def people_of(*delegations: tuple[str, int, int]) -> list[Person]:
    """Return people of delegations given as (name, women, men)."""
    found: list[Person] = []
    for name, women, men in delegations:
        for gender, number in (("nữ", women), ("nam", men)):
            for _ in range(number):
                i = len(found) + 1
                person = Person(
                    id=i, code=f"{i:03}", name=f"Người {i}", gender=gender, delegation=name
                )
                found.append(person)
    return found


def names(number: int) -> list[str]:
    return [f"Tổ {i}" for i in range(1, number + 1)]


def sizes(groups: tuple[SplitGroup, ...]) -> list[int]:
    return [len(group.people) for group in groups]


def parted(groups: tuple[SplitGroup, ...]) -> set[str]:
    """Return the delegations that are in more than one group."""
    counts = Counter(name for group in groups for name, _ in group.delegations)
    return {name for name, number in counts.items() if number > 1}


@given(
    st.lists(st.tuples(st.sampled_from("ABCDEFG"), st.booleans()), max_size=80),
    st.integers(1, 9),
    st.booleans(),
)
def test_that_everybody_is_in_just_one_group(drawn, number, together) -> None:
    people = [
        Person(id=i, code=str(i), name=f"Lê {i}", gender="nữ" if woman else "nam", delegation=name)
        for i, (name, woman) in enumerate(drawn, start=1)
    ]

    groups = split_people(people, names(number), together=together)

    placed = [person.id for group in groups for person in group.people]
    assert sorted(placed) == [person.id for person in people]
    assert [group.name for group in groups] == names(number)


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=9), st.integers(1, 9))
def test_that_dealing_makes_groups_alike_in_size_and_women(drawn, number) -> None:
    people = people_of(*((f"Đoàn {i}", women, men) for i, (women, men) in enumerate(drawn)))

    groups = split_people(people, names(number), together=False)

    women = [group.women for group in groups]
    assert max(sizes(groups)) - min(sizes(groups)) <= 1
    assert max(women) - min(women) <= 1


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=9), st.integers(1, 9))
def test_that_no_group_is_far_above_an_even_share(drawn, number) -> None:
    people = people_of(*((f"Đoàn {i}", women, men) for i, (women, men) in enumerate(drawn)))

    groups = split_people(people, names(number), together=True)

    share = -(-len(people) // number)
    assert max(sizes(groups)) <= share + max(1, share * SLACK_PERCENT // 100)


def test_that_delegations_that_fit_stay_whole() -> None:
    people = people_of(("A", 5, 5), ("B", 4, 6), ("C", 6, 4), ("D", 2, 3), ("E", 3, 2))

    groups = split_people(people, names(4), together=True)

    assert parted(groups) == set()
    assert sorted(sizes(groups)) == [10, 10, 10, 10]


def test_that_only_the_delegation_that_is_too_large_is_parted() -> None:
    people = people_of(("Lớn", 20, 20), ("B", 3, 7), ("C", 5, 5))

    groups = split_people(people, names(3), together=True)

    assert parted(groups) == {"Lớn"}
    assert sorted(sizes(groups)) == [20, 20, 20]
    assert [group.women for group in groups if len(group.delegations) == 1] == [10, 10]


def test_that_who_has_no_delegation_is_not_taken_for_one_delegation() -> None:
    groups = split_people(people_of(("", 0, 9)), names(3), together=True)

    assert sizes(groups) == [3, 3, 3]


@pytest.mark.parametrize("together", [True, False])
def test_that_heads_and_secretaries_stay_in_their_groups(together: bool) -> None:
    people = people_of(("A", 4, 4), ("B", 4, 4), ("C", 4, 4))
    settled = {1: "Tổ 3", 2: "Tổ 3", 9: "Tổ 1", 17: "Tổ 2"}

    groups = split_people(people, names(3), together=together, settled=settled)

    where = {person.id: group.name for group in groups for person in group.people}
    assert {number: where[number] for number in settled} == settled
    assert sizes(groups) == [8, 8, 8]


def test_that_the_rest_of_a_delegation_follows_its_settled_person() -> None:
    people = people_of(("A", 4, 4), ("B", 4, 4), ("C", 4, 4))

    groups = split_people(people, names(3), together=True, settled={17: "Tổ 1"})

    assert groups[0].delegations == (("C", 8),)


def test_that_somebody_settled_in_a_group_that_goes_is_placed_like_the_others() -> None:
    people = people_of(("A", 2, 2))

    groups = split_people(people, names(2), together=False, settled={1: "Tổ 9"})

    assert sizes(groups) == [2, 2]


@pytest.mark.parametrize("together", [True, False])
def test_that_the_order_of_the_register_changes_nothing(together: bool) -> None:
    people = people_of(("A", 7, 3), ("B", 2, 9), ("C", 5, 5))

    there = split_people(people, names(4), together=together)
    back = split_people(people[::-1], names(4), together=together)

    assert there == back


def test_that_people_of_a_group_are_by_given_name() -> None:
    people = [Person(id=i, code=str(i), name=n) for i, n in enumerate(("Lê Ba", "Hồ Ân", "Ngô An"))]

    (group,) = split_people(people, ["Tổ 1"], together=False)

    assert [person.name for person in group.people] == ["Ngô An", "Hồ Ân", "Lê Ba"]
