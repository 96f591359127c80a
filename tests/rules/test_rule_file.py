"""A rule set as text: what is written reads back, and every fault names its key."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from builders import a_rule_set
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.rules.rule_set import MajorityBase, RuleSet, TieRule, Validity
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS, DOCUMENT_STYLES, SETTINGS
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.errors import Refusal

GOOD = write_rules(a_rule_set(motion_special_share=Fraction(2, 3)))


def with_line(key: str, line: str) -> str:
    """Return the good text, the line of `key` replaced ("table.name", or "name" at the top)."""
    table, _, name = key.rpartition(".")
    head, found, tail = GOOD.partition(f"[{table}]\n") if table else ("", "", GOOD)
    changed, count = re.subn(rf"^{name} = .*\n", line and f"{line}\n", tail, count=1, flags=re.M)
    assert count == 1
    return head + found + changed


def faults(text: str) -> list[tuple[str, str]]:
    rules = read_rules(text, file="thu.toml")
    assert isinstance(rules, Refusal)
    assert all(problem.place.file == "thu.toml" for problem in rules.problems)
    return [(problem.code, problem.place.key) for problem in rules.problems]


NEEDED = [setting.key for setting in SETTINGS if setting.needed_with or not setting.added]


@pytest.mark.parametrize("key", NEEDED)
def test_that_a_missing_setting_names_its_key(key):
    assert faults(with_line(key, "")) == [("rules_missing_key", key)]


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS])
@pytest.mark.parametrize("value", ["1.5", "1979-05-27", "[1, 2, 3]", "{ a = 1 }"])
def test_that_a_value_of_another_type_names_its_key(key, value):
    name = key.rpartition(".")[2]
    assert faults(with_line(key, f"{name} = {value}")) == [("rules_wrong_type", key)]


WRONG = [
    ("id", '"Đảng 190"', "rules_bad_id"),
    ("id", '""', "rules_empty"),
    ("version", "0", "rules_out_of_range"),
    ("version", "true", "rules_wrong_type"),
    ("version", '"1"', "rules_wrong_type"),
    ("title", '"  "', "rules_empty"),
    ("short_title", "3", "rules_wrong_type"),
    ("document_style", '"office"', "rules_not_allowed"),
    ("tie", '"lottery"', "rules_not_allowed"),
    ("tie_revote_needs_majority", '"no"', "rules_wrong_type"),
    ("tie_revote_needs_majority", "0", "rules_wrong_type"),
    ("majority.base", '"everybody"', "rules_not_allowed"),
    ("majority.more_than", "0.5", "rules_wrong_type"),
    ("majority.more_than", '"half"', "rules_wrong_type"),
    ("majority.more_than", '"1/0"', "rules_bad_share"),
    ("majority.more_than", '"2/2"', "rules_bad_share"),
    ("majority.more_than", '"0/2"', "rules_bad_share"),
    ("majority.more_than", '"-1/2"', "rules_wrong_type"),
    ("list.floor_nominee_support", '"13/10"', "rules_bad_share"),
    ("list.surplus_prepared_min", "-1", "rules_out_of_range"),
    ("list.surplus_max", "10000", "rules_out_of_range"),
    ("list.order", '"family_name"', "rules_not_allowed"),
    ("list.small_committee.seats", "[5, 3]", "rules_bad_seats"),
    ("list.small_committee.seats", "[0, 3]", "rules_bad_seats"),
    ("list.small_committee.seats", "[3]", "rules_wrong_type"),
    ("list.small_committee.seats", "[true, 3]", "rules_wrong_type"),
    ("list.small_committee.max_surplus", "-1", "rules_out_of_range"),
    ("ballot.single_blank", '"maybe"', "rules_not_allowed"),
    ("ballot.all_against", "true", "rules_wrong_type"),
    ("rounds.max", "-1", "rules_out_of_range"),
    ("ballots.retention_months", "-6", "rules_out_of_range"),
    ("articles.majority", '""', "rules_empty"),
    ("articles.majority", "30", "rules_wrong_type"),
]


@pytest.mark.parametrize(("key", "value", "code"), WRONG)
def test_that_a_wrong_value_names_its_key(key, value, code):
    name = key.rpartition(".")[2]
    assert faults(with_line(key, f"{name} = {value}")) == [(code, key)]


@pytest.mark.parametrize(
    ("key", "value", "at"),
    [
        ("list.surplus_prepared_min", 16, "list.surplus_prepared_max"),
        ("list.surplus_max", 14, "list.surplus_max"),
    ],
)
def test_that_limits_stand_in_order(key, value, at):
    name = key.rpartition(".")[2]
    assert faults(with_line(key, f"{name} = {value}")) == [("rules_below", at)]


@pytest.mark.parametrize(
    ("extra", "key"),
    [
        ("colour = 1\n", "colour"),
        ('"majority.base" = "valid"\n', '"majority.base"'),
    ],
)
def test_that_an_unknown_key_is_refused(extra, key):
    assert faults(extra + GOOD) == [("rules_unknown_key", key)]


def test_that_an_unknown_key_inside_a_table_is_refused():
    text = GOOD.replace("[rounds]\n", "[rounds]\nmin = 1\n")
    assert faults(text) == [("rules_unknown_key", "rounds.min")]


def test_that_a_quoted_key_with_a_point_is_not_taken_for_a_table():
    text = GOOD.replace("[list]\n", '[list]\n"small_committee.seats" = [1, 2]\n')
    assert faults(text) == [("rules_unknown_key", 'list."small_committee.seats"')]


def test_that_an_unknown_topic_of_an_article_is_refused():
    assert faults(GOOD + 'weather = "Điều 1"\n') == [("rules_unknown_key", "articles.weather")]


def test_that_a_table_of_ours_holds_keys():
    text = "rounds = 3\n" + GOOD.replace("[rounds]\nmax = 0\n", "")
    assert ("rules_wrong_type", "rounds") in faults(text)


def test_that_all_faults_are_told_at_once():
    text = with_line("majority.base", "").replace("max = 0", "max = -1") + 'weather = "x"\n'
    assert sorted(faults(text)) == [
        ("rules_missing_key", "majority.base"),
        ("rules_out_of_range", "rounds.max"),
        ("rules_unknown_key", "articles.weather"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('id = "a"\ntitle = oops\n', 2),
        ('id = "a"\nid = "b"\n', 2),
        ('id = "a"\n\ntitle = "open', 3),
        ("a = " + "[" * 100_000, 1),
        ("a = " + "9" * 10_000, 1),
        ('id = "a"\ntitle = "Quy ch\ud83d"\n', 2),  # half a letter
    ],
)
def test_that_unsound_toml_is_refused_with_its_line(text, line):
    rules = read_rules(text, file="thu.toml")
    assert isinstance(rules, Refusal)
    assert (rules.first.code, rules.first.place.line) == ("rules_syntax", line)


def test_that_an_empty_file_lacks_every_required_key():
    required = [s.key for s in SETTINGS if not s.needed_with and not s.added]
    assert faults("") == [("rules_missing_key", key) for key in required]


def test_that_a_small_committee_may_be_left_out():
    text = re.sub(r"\[list\.small_committee\]\n(.+\n)+\n", "", GOOD)
    rules = read_rules(text, file="thu.toml")
    assert isinstance(rules, RuleSet)
    assert (rules.small_committee_seats, rules.small_committee_max_surplus) == (None, 0)


def test_that_a_byte_order_mark_and_windows_lines_are_no_fault():
    assert read_rules("\ufeff" + GOOD.replace("\n", "\r\n"), file="") == read_rules(GOOD, file="")


@pytest.mark.parametrize(
    "title", ['Quy chế "mới"', "C:\\quy che", "hai\ndòng", "tab\there", "\x7f"]
)
def test_that_a_text_the_form_cannot_hold_is_written_soundly(title):
    rules = read_rules(write_rules(a_rule_set(title=f"A {title}")), file="")
    assert isinstance(rules, RuleSet)
    assert rules.title == clean_text(f"A {title}")


line_texts = st.text(max_size=30).map(clean_text)
filled_texts = line_texts.filter(bool)
limits = st.lists(st.integers(0, 1000), min_size=3, max_size=3).map(sorted)
shares = st.fractions(min_value="1/500", max_value="499/500", max_denominator=500)
small_committees = st.none() | st.lists(st.integers(1, 1000), min_size=2, max_size=2).map(sorted)


@st.composite
def rule_sets(draw) -> RuleSet:
    prepared_min, prepared_max, surplus_max = draw(limits)
    small = draw(small_committees)
    return RuleSet(
        id=draw(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8})?", fullmatch=True)),
        version=draw(st.integers(1, 9999)),
        title=draw(filled_texts),
        short_title=draw(filled_texts),
        issued=draw(line_texts),
        document_style=draw(st.sampled_from(DOCUMENT_STYLES)),
        notice=draw(line_texts),
        articles=draw(st.dictionaries(st.sampled_from(ARTICLE_TOPICS), filled_texts)),
        base=draw(st.sampled_from([b for b in MajorityBase if b is not MajorityBase.SHARES])),
        more_than=draw(shares),
        surplus_prepared_min=prepared_min,
        surplus_prepared_max=prepared_max,
        surplus_max=surplus_max,
        small_committee_seats=tuple(small) if small else None,
        small_committee_max_surplus=draw(st.integers(0, 100)) if small else 0,
        floor_nominee_support=draw(shares),
        list_order="given_name",
        single_blank=draw(st.sampled_from(Validity)),
        all_against=draw(st.sampled_from(Validity)),
        tie=draw(st.sampled_from(TieRule)),
        tie_revote_needs_majority=draw(st.booleans()),
        rounds_max=draw(st.integers(0, 20)),
        retention_months=draw(st.integers(0, 1200)),
    )


@given(rule_sets())
def test_that_a_written_rule_set_reads_back(rules):
    assert read_rules(write_rules(rules), file="") == rules


@given(st.text(max_size=200))
def test_that_any_text_is_refused_without_an_exception(text):
    assert isinstance(read_rules(text, file="thu.toml"), Refusal)
