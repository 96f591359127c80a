"""Targets: judged in people, never by a rounded percentage; what is missing is not met by guess."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from builders import a_person, a_rule_set

from congress_desk.domain.elections.election import Candidate
from congress_desk.domain.elections.findings import list_findings
from congress_desk.domain.elections.lists.candidate_list import Surplus
from congress_desk.domain.rules.election_kind import ElectionKind
from congress_desk.domain.structure.structure import structure
from congress_desk.domain.structure.target_text import (
    kept_targets,
    share_text,
    shipped_targets,
    targets_text,
    typed_share,
)
from congress_desk.domain.structure.targets import (
    Judgement,
    Measure,
    Standing,
    Target,
    Targets,
    judge,
    judge_surplus,
)
from congress_desk.paths import resource

DAY = "2025-06-05"
SHIPPED = resource("structure", "targets.toml").read_text("utf-8")
WOMEN_15 = Targets(of={Measure.WOMEN: Target(at_least=Fraction(15, 100))})


def judged(genders: list[str], targets: Targets = WOMEN_15) -> Judgement:
    people = [a_person(id=i, gender=gender) for i, gender in enumerate(genders, 1)]
    (found,) = judge(structure(people, DAY), targets)
    return found


@pytest.mark.parametrize(
    ("women", "men", "unknown", "standing"),
    [
        (18, 101, 0, Standing.MET),
        (17, 102, 0, Standing.NOT_MET),
        (3, 17, 0, Standing.MET),
        (29, 165, 0, Standing.NOT_MET),  # 14.948… %, which rounds to 15
        (17, 101, 1, Standing.NOT_KNOWN),
        (18, 0, 101, Standing.MET),
        (16, 102, 1, Standing.NOT_MET),
        (0, 0, 0, Standing.NOT_KNOWN),
    ],
)
def test_that_a_share_is_judged_in_people(
    women: int, men: int, unknown: int, standing: Standing
) -> None:
    found = judged(["nữ"] * women + ["nam"] * men + [""] * unknown)

    assert found.standing is standing
    assert (found.number, found.of) == (women, women + men + unknown)


def test_that_a_judgement_says_how_many_people_are_needed() -> None:
    found = judged(["nữ"] * 10 + ["nam"] * 109)

    assert (found.least, found.most) == (18, None)


@pytest.mark.parametrize(
    ("number", "standing"),
    [(5, Standing.NOT_MET), (6, Standing.MET), (8, Standing.MET), (9, Standing.NOT_MET)],
)
def test_that_a_target_between_two_shares_bounds_both_sides(
    number: int, standing: Standing
) -> None:
    between = Targets(of={Measure.RE_ELECTED: Target(Fraction(1, 2), Fraction(2, 3))})
    said = ["re_elected"] * number + ["first"] * (12 - number)
    people = [a_person(id=i, incumbent=one) for i, one in enumerate(said)]

    (found,) = judge(structure(people, DAY), between)

    assert (found.least, found.most) == (6, 8)
    assert found.standing is standing


@pytest.mark.parametrize(
    ("born", "under", "standing"),
    [
        ("1991-01-01", 35, Standing.MET),
        ("1990", 35, Standing.NOT_KNOWN),
        ("1990-01-01", 35, Standing.NOT_MET),
        ("1990-01-01", 40, Standing.MET),
    ],
)
def test_that_young_follows_the_age_chosen_and_a_year_alone_may_leave_it_open(
    born: str, under: int, standing: Standing
) -> None:
    targets = Targets(young_under=under, of={Measure.YOUNG: Target(at_least=Fraction(1, 10))})

    (found,) = judge(structure([a_person(born=born)], DAY), targets)

    assert found.standing is standing


@pytest.mark.parametrize(
    ("rules", "candidates", "seats", "standing"),
    [
        ("dang-190-2024", 58, 52, Standing.MET),  # Huế 2025: 11.54%
        ("dang-190-2024", 57, 52, Standing.NOT_MET),
        ("dang-190-2024", 11, 10, Standing.MET),
        ("dang-190-2024", 12, 10, Standing.NOT_MET),  # 20%: outside 10–15, as beside the list
        ("dang-190-2024", 6, 5, Standing.MET),  # 3–5 seats: one person
        ("dang-190-2024", 7, 5, Standing.NOT_MET),
        ("dang-190-2024", 5, 5, Standing.NOT_MET),
        ("dang-244-2014", 85, 74, Standing.MET),  # Hà Nội 2015: 14.86%
        ("dang-244-2014", 86, 74, Standing.NOT_MET),
    ],
)
def test_that_the_surplus_is_judged_by_the_rules_and_the_target(
    rules: str, candidates: int, seats: int, standing: Standing
) -> None:
    rule_set = a_rule_set(rules)

    found = judge_surplus(
        Surplus(candidates=candidates, seats=seats, kind=ElectionKind.COMMITTEE),
        shipped_targets(SHIPPED, rule_set),
        rule_set,
    )

    assert found is not None
    assert found.standing is standing


@pytest.mark.parametrize("candidates", range(6, 90))
@pytest.mark.parametrize("seats", [6, 10, 15, 21, 55])
def test_that_list_and_structure_judge_one_surplus_alike(candidates: int, seats: int) -> None:
    rules = a_rule_set("dang-190-2024")
    surplus = Surplus(candidates=candidates, seats=seats, kind=ElectionKind.COMMITTEE)
    people = [Candidate(id=i, name=f"Ngô {i}") for i in range(candidates)]
    findings = list_findings(people, seats, rules, surplus.kind)
    found = judge_surplus(surplus, shipped_targets(SHIPPED, rules), rules)

    assert found is not None
    assert (found.standing is Standing.MET) == (not findings)


def test_that_the_kind_decides_on_the_surplus_of_one_seat_and_not_the_number() -> None:
    rules, one = a_rule_set(), Surplus(candidates=2, seats=1, kind=ElectionKind.COMMITTEE)
    judged = judge_surplus(one, Targets(), rules)
    assert judged is not None and (judged.least, judged.number, judged.most) == (1, 1, 1)
    assert judge_surplus(replace(one, kind=ElectionKind.SECRETARY), Targets(), rules) is None


def test_that_the_targets_shipped_are_those_of_the_rules() -> None:
    party, before, youth = (
        shipped_targets(SHIPPED, a_rule_set(key))
        for key in ("dang-190-2024", "dang-244-2014", "doan-tncs")
    )

    assert party.young_under == 35
    assert party.target(Measure.WOMEN) == Target(Fraction(15, 100))
    assert party.target(Measure.YOUNG) == Target(Fraction(1, 10))
    assert party.target(Measure.SURPLUS) == Target(Fraction(1, 10), Fraction(15, 100))
    assert before.target(Measure.SURPLUS) == party.target(Measure.SURPLUS)
    assert not youth.target(Measure.YOUNG)
    assert not party.target(Measure.MINORITY)


def test_that_targets_kept_in_a_file_come_back_as_they_were() -> None:
    own = Targets(
        young_under=40,
        of={m: Target() for m in Measure} | {Measure.RE_ELECTED: Target(None, Fraction(2, 3))},
    )

    assert kept_targets(targets_text(own)) == own


@pytest.mark.parametrize("text", ["", "{", "[]", '{"targets": 3}'])
def test_that_a_text_that_is_no_targets_is_told(text: str) -> None:
    assert kept_targets(text) is None


@pytest.mark.parametrize(
    ("typed", "share"),
    [
        ("15", Fraction(15, 100)),
        ("15 %", Fraction(15, 100)),
        ("12,5", Fraction(125, 1000)),
        ("12.55%", Fraction(1255, 10000)),
        ("1/3", Fraction(1, 3)),
        ("2 / 3", Fraction(2, 3)),
        ("100", Fraction(1)),
        ("", None),
        ("101", None),
        ("3/2", None),
        ("1/0", None),
        ("-5", None),
        ("mười lăm", None),
    ],
)
def test_that_a_share_may_be_typed_as_per_cent_or_as_a_fraction(
    typed: str, share: Fraction | None
) -> None:
    assert typed_share(typed) == share


@pytest.mark.parametrize(
    ("share", "text"),
    [
        (Fraction(15, 100), "15"),
        (Fraction(125, 1000), "12.5"),
        (Fraction(1005, 10000), "10.05"),
        (Fraction(1, 3), "1/3"),
        (Fraction(0), "0"),
    ],
)
def test_that_a_share_reads_as_it_is_typed(share: Fraction, text: str) -> None:
    assert share_text(share) == text
    assert typed_share(text) == share
