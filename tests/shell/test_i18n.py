"""Every sentence the program can say stands in both languages, with the same placeholders."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from functools import cache
from string import Formatter

import pytest
from source_calls import SourceCall, calls, can_be_said

from congress_desk import i18n
from congress_desk.domain.agenda.item import ItemKind
from congress_desk.domain.congress import CongressState
from congress_desk.domain.elections.ballots import InvalidReason, MarkMode
from congress_desk.domain.elections.findings import Severity
from congress_desk.domain.elections.result import CandidateOutcome, NextStep, RoundOutcome
from congress_desk.domain.elections.round import RoundKind, RoundState
from congress_desk.domain.motions import MotionKind, MotionOutcome
from congress_desk.domain.obstacles import Gravity, ObstacleState
from congress_desk.domain.organs.duty import Organ
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.people.register_layout import COLUMNS
from congress_desk.domain.preparation.indicator_checks import IndicatorFlag
from congress_desk.domain.preparation.progress import Standing
from congress_desk.domain.preparation.task import TaskState
from congress_desk.domain.preparation.text import CommentState, TextState
from congress_desk.domain.rules.rule_set import MajorityBase, TieRule, Validity
from congress_desk.domain.rules.rule_settings import DOCUMENT_STYLES
from congress_desk.errors import Place, problem
from congress_desk.paths import resource

# English is the source of every sentence on screen; every other language translates it.
TRANSLATED = [language for language in i18n.LANGUAGES if language != "en"]
OTHERS = [language for language in i18n.LANGUAGES if language != i18n.DEFAULT]
# « » are not ours; "98,32%" is one word on every screen and paper.
ODD_MARK = re.compile(r"[«»„‟]|[0-9}][ \u00a0]%")
# What is typed into a command line or a file of rules has straight quotes.
TYPED_BY_KEY = re.compile(r'--\w+ "|"1/2"|\["(committee|suspended)')
PROBLEM_CALLS = {"refuse", "problem", "note"}
FINDING_CALLS = {
    "_error",
    "_waivable",
    "_warning",
    "waivable_warning",
    "_info",
    "_finding",
    "Finding",
}
ADDED_BY_THE_CALLED = {"note": {"cells"}}
LABELS: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "register_field": tuple(COLUMNS),
    "status": Status,
    "kind": PersonKind,
    "congress_kind": CongressKind,
    "state": CongressState,
    "organ": Organ,
    "mark_mode": MarkMode,
    "base": MajorityBase,
    "reason": InvalidReason,
    "candidate_outcome": CandidateOutcome,
    "round_outcome": RoundOutcome,
    "next_step": NextStep,
    "round_kind": RoundKind,
    "round_state": RoundState,
    "severity": Severity,
    "validity": Validity,
    "tie_rule": TieRule,
    "motion_kind": MotionKind,
    "motion_outcome": MotionOutcome,
    "gravity": Gravity,
    "obstacle_state": ObstacleState,
    "item_kind": ItemKind,
    "document_style": DOCUMENT_STYLES,
    "task_state": TaskState,
    "text_state": TextState,
    "comment_state": CommentState,
    "task_standing": Standing,
    "indicator_flag": IndicatorFlag,
}


@cache
def areas(language: str) -> dict[str, dict]:
    folder = resource("i18n", language)
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}


@cache
def messages(language: str) -> dict[str, str]:
    return {
        key: text
        for area in areas(language).values()
        for key, text in area.get("messages", {}).items()
    }


@cache
def translations(language: str = "vi") -> dict[str, str]:
    return {k: text for area in areas(language).values() for k, text in area.get("ui", {}).items()}


def placeholders(text: str) -> set[str]:
    names = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    # What the body calls its own fills itself.
    return {name for name in names if not name.startswith("body.")}


def said_in(language: str) -> dict[str, str]:
    """Return every sentence of a language by its key; English speaks by its keys too."""
    said = messages(language) | translations(language)
    return said if language != "en" else said | {key: key for key in translations()}


def codes(names: set[str]) -> list[SourceCall]:
    return [call for call in calls() if call.name in names and call.text.isidentifier()]


@pytest.mark.parametrize("language", OTHERS)
def test_that_every_language_has_the_same_messages(language):
    assert sorted(messages(language)) == sorted(messages("vi"))


@pytest.mark.parametrize("language", OTHERS)
def test_that_a_message_has_the_same_placeholders_in_every_language(language):
    differing = [
        key
        for key, text in messages("vi").items()
        if placeholders(text) != placeholders(messages(language).get(key, text))
    ]
    assert differing == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_no_message_stands_in_two_areas_and_no_source_means_two_things(language):
    keys = [key for area in areas(language).values() for key in area.get("messages", {})]
    assert sorted(keys) == sorted(set(keys))
    words: dict[str, set[str]] = {}
    for area in areas(language).values():
        for source, said in area.get("ui", {}).items():
            words.setdefault(source, set()).add(said)
    assert [source for source, said in words.items() if len(said) > 1] == [], "two translations"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_no_sentence_is_empty_or_padded(language):
    sentences = messages(language) | translations(language)
    assert [key for key, text in sentences.items() if text != text.strip() or not text] == []


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_quotes_are_curly_and_a_percent_sign_touches_its_number(language):
    odd = {
        key: text
        for key, text in said_in(language).items()
        if ODD_MARK.search(text) or ('"' in text and not TYPED_BY_KEY.search(text))
    }
    assert odd == {}


@pytest.mark.parametrize(
    ("names", "group"), [(PROBLEM_CALLS, "problem"), (FINDING_CALLS, "finding")]
)
def test_that_every_code_of_the_program_has_its_sentence(names, group):
    found = codes(names)
    assert len(found) > 10
    missing = {(c.text, c.where) for c in found if f"{group}.{c.text}" not in messages("vi")}
    assert missing == set()


@pytest.mark.parametrize(
    ("names", "group"), [(PROBLEM_CALLS, "problem"), (FINDING_CALLS, "finding")]
)
def test_that_every_placeholder_of_a_sentence_is_given_where_it_is_said(names, group):
    wanting = {
        (call.text, call.where, *sorted(wanted))
        for call in codes(names)
        if not call.open_ended and (wanted := not_given(call, group))
    }
    assert wanting == set()


def not_given(call: SourceCall, group: str) -> set[str]:
    needed = placeholders(messages("vi").get(f"{group}.{call.text}", ""))
    return needed - call.named - ADDED_BY_THE_CALLED.get(call.name, set())


@pytest.mark.parametrize("group", ["problem", "finding"])
def test_that_every_sentence_belongs_to_a_code_of_the_program(group):
    written = {k.removeprefix(f"{group}.") for k in messages("vi") if k.startswith(f"{group}.")}
    assert {code for code in written if not can_be_said(code)} == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_every_sentence_on_screen_is_translated(language):
    sources = {(call.text, call.where) for call in calls() if call.name == "tr" and call.text}
    assert {source for source in sources if source[0] not in translations(language)} == set()


def test_that_every_sentence_on_screen_gets_its_placeholders():
    wanting = {
        (call.text, call.where)
        for call in calls()
        if call.name == "tr" and not call.open_ended and placeholders(call.text) != call.named
    }
    assert wanting == set()


@pytest.mark.parametrize("language", TRANSLATED)
def test_that_a_translation_has_the_placeholders_of_its_source(language):
    sentences = translations(language)
    assert [k for k, text in sentences.items() if placeholders(k) != placeholders(text)] == []


def test_that_every_message_asked_for_by_name_exists():
    asked = {(c.text, c.where) for c in calls() if c.name == "message" and c.text}
    assert {key for key in asked if key[0] not in messages("vi")} == set()


@pytest.mark.parametrize("group", LABELS)
def test_that_every_value_of_a_coded_field_has_its_label(group):
    labelled = {
        key.removeprefix(f"{group}.") for key in messages("vi") if key.startswith(f"{group}.")
    }
    assert labelled == {str(value) for value in LABELS[group]}


def test_that_every_label_asked_for_is_of_a_known_group():
    asked = {call.text for call in calls() if call.name == "label" and call.text.isidentifier()}
    groups = {key.partition(".")[0] for key in messages("vi")}
    assert asked - groups == set()


def test_that_a_problem_is_one_line_with_place_reason_and_article():
    place = Place(file="thu.xlsx", sheet="Bầu cử", row=3, column="Số lượng bầu")
    told = problem("entry_number_twice", place, "Điều 15", number=3)
    assert i18n.problem_text(told) == (
        "thu.xlsx, trang “Bầu cử”, dòng 3, cột “Số lượng bầu”: Số 3 đã gõ rồi (Điều 15)"
    )


def test_that_an_article_in_brackets_has_none_of_its_own():
    rules = "Quy chế bầu cử trong Đảng (244-QĐ/TW)"
    said = i18n.problem_text(problem("entry_number_twice", article=rules, number=3))
    assert said.endswith("(Quy chế bầu cử trong Đảng, 244-QĐ/TW)")
    words = i18n.tr("{reason} ({article})", reason="vì", article=rules)
    assert words == "vì (Quy chế bầu cử trong Đảng, 244-QĐ/TW)"


def test_that_a_sentence_that_lacks_a_word_is_said_with_a_gap_and_logged(caplog):
    with caplog.at_level("CRITICAL", "congress_desk.i18n"):
        assert i18n.tr("{reason} ({article})", reason="vì") == "vì (…)"


def test_that_a_moment_is_said_as_an_hour_and_a_day():
    text = i18n.problem_text(
        problem("file_in_use", path="a", who="An", since="2026-11-22T16:42:01+07:00")
    )
    assert "từ 16:42, 22/11/2026;" in text
    unknown = i18n.problem_text(problem("file_in_use", path="a", who="?", since="?"))
    assert "từ ?;" in unknown


def test_that_english_can_be_chosen():
    i18n.use_language("en")
    told = problem("rules_wrong_type", Place(file="x.toml", key="id"), expected="rule_type.text")
    assert i18n.problem_text(told) == "x.toml, key “id”: This must be a text in quotes"


def test_that_braces_in_a_users_text_stay_as_they_are():
    told = problem("rules_bad_id", value="{id} {0}")
    assert "“{id} {0}”" in i18n.problem_text(told)


def test_that_an_unknown_language_is_refused():
    with pytest.raises(ValueError, match="xx"):
        i18n.use_language("xx")


def test_that_an_organ_and_a_desk_have_one_word_each():
    """“Cơ quan” and “bàn việc”: not “ban, tổ” here and “trang” there."""
    english = {key: key for key in translations()} | messages("en")
    vietnamese = translations() | messages("vi")
    assert [
        text for text in vietnamese.values() if re.search("ban, tổ|bộ phận tự", text, re.I)
    ] == []
    desks = {
        key for key, text in english.items() if re.search(r"(?<!ongress[ -])\bdesk", text, re.I)
    }
    assert desks
    assert [vietnamese[key] for key in desks if "bàn" not in vietnamese[key].lower()] == []
