"""The rule sets that come with the program say what the rules say."""

from __future__ import annotations

import ast
from fractions import Fraction

import pytest
from builders import a_rule_set
from source_calls import modules

from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet, TieRule, Validity, VotesBy
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS
from congress_desk.errors import Refusal
from congress_desk.imports.rule_sets import load_rule_set, rule_set_ids, rule_set_text
from congress_desk.paths import resource

PARTY = ("dang-190-2024", "dang-244-2014")
LIKE_THE_PARTYS = ("phu-nu", "nong-dan", "ccb")
COMPANY = "cong-ty"
ASSOCIATIONS = (*PARTY, "doan-tncs", "cong-doan", *LIKE_THE_PARTYS, "generic")
IDS = (*ASSOCIATIONS, COMPANY)


def test_that_every_set_of_the_table_is_shipped_the_default_first():
    assert rule_set_ids() == IDS
    assert {path.stem for path in resource("rules").glob("*.toml")} == set(IDS)


@pytest.mark.parametrize("rule_set_id", IDS)
def test_that_a_shipped_set_loads_under_its_own_id_and_round_trips(rule_set_id):
    rules = load_rule_set(rule_set_id)
    assert isinstance(rules, RuleSet)
    assert rules.id == rule_set_id
    assert read_rules(write_rules(rules), file="") == rules


@pytest.mark.parametrize("rule_set_id", ASSOCIATIONS)
def test_that_the_defaults_are_those_of_the_rules(rule_set_id):
    rules = a_rule_set(rule_set_id)
    assert rules.more_than == Fraction(1, 2)
    assert (rules.surplus_prepared_min, rules.surplus_prepared_max, rules.surplus_max) == (
        10,
        15,
        30,
    )
    assert rules.floor_nominee_support == Fraction(3, 10)
    assert rules.list_order == "given_name"
    assert rules.all_against is Validity.VALID
    assert rules.tie is TieRule.REVOTE
    assert not rules.tie_revote_needs_majority
    assert rules.retention_months == 6


@pytest.mark.parametrize(
    ("rule_set_id", "base"),
    [
        *((rule_set_id, MajorityBase.CONVENED) for rule_set_id in PARTY + LIKE_THE_PARTYS),
        ("doan-tncs", MajorityBase.RETURNED),
        ("cong-doan", MajorityBase.RETURNED),
    ],
)
def test_that_each_organisation_has_its_base(rule_set_id, base):
    assert a_rule_set(rule_set_id).base is base


@pytest.mark.parametrize("rule_set_id", IDS)
def test_that_only_the_youth_union_stops_after_two_rounds_and_takes_a_blank_name(rule_set_id):
    rules = a_rule_set(rule_set_id)
    youth = rule_set_id == "doan-tncs"
    assert rules.rounds_max == (2 if youth else 0)
    assert rules.single_blank is (Validity.VALID if youth else Validity.INVALID)


@pytest.mark.parametrize("rule_set_id", IDS)
def test_that_the_small_committee_is_a_rule_of_190_and_its_followers(rule_set_id):
    rules = a_rule_set(rule_set_id)
    if rule_set_id in ("dang-190-2024", *LIKE_THE_PARTYS):
        assert (rules.small_committee_seats, rules.small_committee_max_surplus) == ((3, 5), 1)
    else:
        assert rules.small_committee_seats is None


@pytest.mark.parametrize("rule_set_id", PARTY)
def test_that_the_party_sets_say_which_software_counts_and_what_the_record_is(rule_set_id):
    notice = a_rule_set(rule_set_id).notice
    for words in ("03-HD/TW", "mục 3", "Quân ủy Trung ương", "biên bản giấy", "ban kiểm phiếu"):
        assert words in notice


@pytest.mark.parametrize("rule_set_id", IDS)
def test_that_every_set_says_something_when_chosen_and_names_its_form_of_document(rule_set_id):
    rules = a_rule_set(rule_set_id)
    assert rules.notice
    style = {"doan-tncs": "youth"} | dict.fromkeys(PARTY, "party")
    assert rules.document_style == style.get(rule_set_id, "nd30")


@pytest.mark.parametrize(
    ("rule_set_id", "topic", "article"),
    [
        ("dang-190-2024", "majority", "Điều 30"),
        ("dang-190-2024", "ballot", "Điều 15"),
        ("dang-190-2024", "surplus", "Điều 14"),
        ("dang-190-2024", "floor_nominee", "Điều 14"),
        ("dang-190-2024", "counting_board", "Điều 8"),
        ("dang-190-2024", "retention", "Điều 35"),
        ("dang-244-2014", "majority", "Điều 32"),
        ("dang-244-2014", "invalid", "Điều 17"),
        ("dang-244-2014", "counting_board", "Điều 7"),
    ],
)
def test_that_the_article_of_the_right_edition_is_cited(rule_set_id, topic, article):
    assert a_rule_set(rule_set_id).article(topic) == article


@pytest.mark.parametrize("rule_set_id", ASSOCIATIONS)
def test_that_a_topic_no_source_settled_is_cited_by_the_name_of_the_rules(rule_set_id):
    rules = a_rule_set(rule_set_id)
    for topic in ("void", "tie", "short", "rounds"):
        assert rules.article(topic) == rules.short_title
        assert "Điều 1" not in rules.article(topic)


def topics_cited() -> set[str]:
    """Return every literal topic that the program asks a rule set an article for."""
    return {
        word.value
        for module in modules().values()
        for call in ast.walk(module)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "article"
        for word in ast.walk(call)
        if isinstance(word, ast.Constant) and isinstance(word.value, str)
    }


def test_that_every_topic_the_program_cites_can_be_given_an_article():
    cited = topics_cited()
    assert {"majority", "tie", "surplus", "void", "counting_board"} <= cited
    assert cited <= set(ARTICLE_TOPICS)


@pytest.mark.parametrize(("base", "needed"), [(9, 5), (11, 6), (118, 60), (120, 61), (445, 223)])
def test_that_the_partys_threshold_is_more_than_half(base, needed):
    assert a_rule_set().majority.needed(base) == needed


@pytest.mark.parametrize("unknown", ["", "dang", "../../etc/passwd", "DANG-190-2024"])
def test_that_an_unknown_id_is_refused_and_the_known_ones_named(unknown):
    refusal = load_rule_set(unknown)
    assert isinstance(refusal, Refusal)
    assert refusal.first.code == "rule_set_unknown"
    assert "dang-190-2024" in str(refusal.first.params["known"])
    with pytest.raises(KeyError):
        rule_set_text(unknown)


def test_that_in_a_company_the_highest_win_by_shares():
    rules = a_rule_set(COMPANY)
    assert (rules.votes, rules.base, rules.majority_required) == (
        VotesBy.SHARES,
        MajorityBase.SHARES,
        False,
    )
    assert {rules.article(topic) for topic in ("majority", "shares", "tie")} == {"Điều 148.3"}
    assert (rules.quorum.needed(6_000), rules.own_article("quorum")) == (3_001, "Điều 145.1")
    assert rules.word_committee == "Hội đồng quản trị"
