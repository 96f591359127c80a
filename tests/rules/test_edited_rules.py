"""Rules that were changed from those issued say so, and lose the articles they no longer follow."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path

import pytest
from builders import a_rule_set

from congress_desk.domain.rules.edited_rules import as_edited, changed_settings
from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.rules.rule_settings import ARTICLE_TOPICS, SETTINGS, Role
from congress_desk.errors import Refusal
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.queries.congress import congress
from congress_desk.storage.opening import open_file

ISSUED = a_rule_set()
KEPT = Path(__file__).parent.parent / "storage" / "kept"
NO_DECISION = {"id", "version", "title", "short_title", "issued", "notice", "document_style"}
OF_THE_FIRST_VERSION = {
    *NO_DECISION,
    "tie",
    "tie_revote_needs_majority",
    "majority.base",
    "majority.more_than",
    "list.surplus_prepared_min",
    "list.surplus_prepared_max",
    "list.surplus_max",
    "list.floor_nominee_support",
    "list.order",
    "list.small_committee.seats",
    "list.small_committee.max_surplus",
    "ballot.single_blank",
    "ballot.all_against",
    "rounds.max",
    "ballots.retention_months",
}


@pytest.mark.parametrize("rule_set_id", rule_set_ids())
def test_that_a_copy_as_it_was_issued_is_cited_as_it_is(rule_set_id):
    issued = a_rule_set(rule_set_id)
    assert as_edited(issued, issued) is issued
    assert read_rules(write_rules(issued), file="") == issued


def test_that_edited_rules_name_themselves_and_drop_the_article():
    edited = as_edited(replace(ISSUED, surplus_max=50), ISSUED)
    assert edited.edited == ("surplus_max",)
    assert edited.title.endswith(", đã sửa")
    assert edited.article("surplus") == "Quy chế bầu cử trong Đảng (190-QĐ/TW), đã sửa"
    assert edited.article("majority") == "Điều 30"


def test_that_every_setting_that_decides_can_be_found_edited():
    deciding = {setting.field for setting in SETTINGS if setting.role is Role.DECISION}
    words = {setting.field for setting in SETTINGS if setting.role is Role.WORD}
    assert deciding == {setting.field for setting in SETTINGS} - NO_DECISION - words
    changed = replace(ISSUED, **dict.fromkeys(deciding, object()))
    assert set(changed_settings(changed, ISSUED)) == deciding


def test_that_every_setting_is_a_field_of_the_rules_and_rests_on_a_known_topic():
    names = {field.name for field in fields(ISSUED)}
    assert [setting for setting in SETTINGS if setting.field not in names] == []
    topics = {setting.topic for setting in SETTINGS}
    assert topics - {""} <= set(ARTICLE_TOPICS)


def test_that_what_decides_nothing_is_no_edit():
    for name in ("title", "short_title", "notice", "issued", "document_style"):
        assert changed_settings(replace(ISSUED, **{name: "Khác"}), ISSUED) == ()


def test_that_another_edition_is_not_compared():
    older = replace(ISSUED, version=7, more_than=Fraction(2, 3))
    assert as_edited(older, ISSUED) is older
    assert as_edited(older, None) is older


@pytest.mark.parametrize("rule_set_id", rule_set_ids())
def test_that_a_copy_of_before_a_setting_was_added_is_not_edited(rule_set_id):
    issued = replace(a_rule_set(rule_set_id), version=2)
    unsaid = {field.name: field.default for field in fields(issued)}
    added = {s.field: unsaid[s.field] for s in SETTINGS if s.added and s.role is Role.DECISION}
    older = replace(issued, **added, version=1)
    assert as_edited(older, issued) is older
    assert as_edited(replace(older, surplus_max=77), issued).edited == ("surplus_max",)
    assert as_edited(replace(older, version=2), issued).edited == tuple(
        name for name in added if added[name] != getattr(issued, name)
    )


@pytest.mark.parametrize("kept", ["v1", "v3", "v4"])
def test_that_a_congress_of_an_older_program_keeps_the_name_of_its_rules(kept, tmp_path):
    path = tmp_path / "dh.congress"
    path.write_bytes((KEPT / f"{kept}.congress").read_bytes())
    file = open_file(path)
    assert not isinstance(file, Refusal)
    assert congress(file).rules.edited == ()
    file.close()


def test_that_an_article_somebody_wrote_stays_with_what_it_was_written_for():
    own = {**ISSUED.articles, "surplus": "Điều 5 Quy chế riêng"}
    edited = as_edited(replace(ISSUED, surplus_max=50, articles=own), ISSUED)
    assert edited.article("surplus") == "Điều 5 Quy chế riêng"


def test_that_a_copy_of_an_older_program_reads_with_what_held_then():
    kept = "\n".join(
        line for line in write_rules(ISSUED).splitlines()
        if not line.startswith(("compare", "required", "share", "structure", "lower", "report"))
    ).replace("[quorum]", "")  # fmt: skip
    kept = kept.replace('surplus = ["committee", "standing"]', "")
    rules = read_rules(kept, file="")
    assert rules == ISSUED
    assert as_edited(rules, ISSUED) is rules


def test_that_no_setting_but_those_of_the_first_version_is_asked_of_a_copy_of_the_rules():
    asked = {setting.key for setting in SETTINGS if not setting.added}
    assert asked == OF_THE_FIRST_VERSION
