"""Sentences on screen speak in the words of the body that meets, and in those of no other."""

from __future__ import annotations

import json
import re

import pytest
from builders import a_rule_set

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.people.person import CongressKind
from congress_desk.i18n import label, message, tr, use_words
from congress_desk.imports.rule_sets import rule_set_ids
from congress_desk.paths import resource
from congress_desk.reports.document.body_words import body_words

MARKER = re.compile(r"\{body\.(\w+?)(?:_low)?\}")
OF_A_BODY = re.compile(
    r"đảng|chi bộ|chi ủy|cấp ủy|bí thư|\b244\b|đoàn chủ tịch|đoàn thư ký|đoàn viên|người lao động"
    r"|công đoàn|nông dân|cựu chiến binh|phụ nữ",
    re.IGNORECASE,
)
# A letter for a number that nobody explained.
BARE_D = re.compile(r"(?<!\()\bD\b(?!\))")
# Where bodies, examples and templates of all kinds are chosen from; what only a Party cell hears;
# what a file of people may be called.
OF_ALL = re.compile(
    r"body\.|document_style\.|congress_kind\.|finding\.cell_elects|A party cell of|One morning: 3"
    r"|The rules do not settle it|cli\."
)


def sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in resource("i18n", "vi").glob("*.json"):
        area = json.loads(path.read_text("utf-8"))
        found |= area.get("ui", {}) | area.get("messages", {})
    return found


def a_congress(rules: str, kind: CongressKind = CongressKind.DELEGATES) -> Congress:
    return Congress(
        uid="",
        details=CongressDetails(name="Đại hội", kind=kind),
        state=CongressState.PREPARING,
        rules=a_rule_set(rules),
    )


@pytest.fixture(autouse=True)
def words_of_none_after():
    yield
    use_words({})


def test_that_no_sentence_on_screen_is_in_the_words_of_one_body():
    said = {key: text for key, text in sentences().items() if not OF_ALL.match(key)}
    assert {key: text for key, text in said.items() if OF_A_BODY.search(text)} == {}


def test_that_no_sentence_on_screen_says_d_for_the_base():
    said = {key: text for key, text in sentences().items() if BARE_D.search(text)}
    assert said == {}


@pytest.mark.parametrize("rules", rule_set_ids())
def test_that_every_body_has_a_word_for_every_marker(rules):
    wanted = {name.lower() for text in sentences().values() for name in MARKER.findall(text)}
    known = body_words(a_congress(rules))
    assert {name for name in wanted if not known.get(name)} == set()
    assert {name for name in wanted if not message(f"body.{name}")} == set()


@pytest.mark.parametrize(
    ("rules", "kind", "convener", "leader", "presidium"),
    [
        ("dang-190-2024", CongressKind.DELEGATES, "Cấp ủy triệu tập", "bí thư", "Đoàn chủ tịch"),
        ("doan-tncs", CongressKind.DELEGATES, "Cơ quan triệu tập", "bí thư", "Đoàn chủ tịch"),
        ("cong-doan", CongressKind.MEMBERS, "Cơ quan triệu tập", "chủ tịch", "Đoàn chủ tịch"),
        ("cong-ty", CongressKind.MEMBERS, "Cơ quan triệu tập", "chủ tịch", "Chủ tọa"),
    ],
)
def test_that_a_body_is_spoken_to_in_its_own_words(rules, kind, convener, leader, presidium):
    use_words(body_words(a_congress(rules, kind)))
    assert tr("Convening committee") == convener
    assert label("election_kind", "secretary") == leader
    assert label("organ", "presidium") == presidium
    assert "{" not in message("problem.going_on_not_presidium", name="A")
    use_words({})
    assert label("election_kind", "secretary") == "bí thư, chủ tịch"
