"""“Why?” of every refusal: what is missing, what to do next, who can do it, the article."""

from __future__ import annotations

import json
import re
from functools import cache
from string import Formatter

import pytest
from source_calls import calls

from congress_desk import i18n
from congress_desk.domain.operators.rights import RIGHT_OF_ACT
from congress_desk.errors import problem
from congress_desk.help.why import who, why_lines, why_of, why_said
from congress_desk.i18n import use_language
from congress_desk.paths import resource

# Not refusals: what was passed over or taken from a note while a list was read, and what to review.
NOTES = re.compile(
    r"import_.*_(?:unknown|removed)|import_column_without_header|import_row_(?:left_out|beside)|"
    r"register_(?:invisible|kind|section|column|row)_\w+|overview_rules_notice"
)
# The line of ballots says in a word why a key means nothing; the line itself shows what to type.
ON_THE_LINE = re.compile(r"entry_\w+")
# What to do next: a second part of the sentence, or a demand that is itself the step.
STEP = {
    "vi": re.compile(r"[;:.,] |\b(?:phải|hãy|cần|từ .+ đến|chọn|ghi|nhập|nhiều nhất|bấm)\b", re.I),
    "en": re.compile(
        r"[;:.,] |\b(?:must|needs?|needed|between|from .+ to|at least|at most|are \d|is \d+ to)\b|"
        r"\b(?:holds|has)\b|"
        r"^(?:first )?(?:say|type|give|write|name|choose|print|read|repeat)\b|1 to |may fill",
        re.I,
    ),
}


@cache
def sentences(language: str) -> dict[str, str]:
    """Return the sentence of every problem by its code."""
    found: dict[str, str] = {}
    for path in resource("i18n", language).glob("*.json"):
        messages = json.loads(path.read_text("utf-8")).get("messages", {})
        found |= {k[8:]: text for k, text in messages.items() if k.startswith("problem.")}
    return found


@pytest.mark.parametrize("language", STEP)
def test_that_every_refusal_says_what_is_missing_and_what_to_do(language):
    silent = {
        code: text
        for code, text in sentences(language).items()
        if not NOTES.fullmatch(code) and not ON_THE_LINE.fullmatch(code)
        if not STEP[language].search(text)
    }
    assert silent == {}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_every_refusal_has_its_parts(language):
    use_language(language)
    for code, text in sentences(language).items():
        params = {name: "1" for _, name, _, _ in Formatter().parse(text) if name}
        why = why_of(problem(code, None, "Điều 15", **params))
        assert why.missing, code
        assert why.lifted_by, code
        assert why.article == "Điều 15"
        assert "(Điều 15)" not in why.missing + why.next_step


def test_that_a_refusal_of_rights_names_the_roles_that_have_them():
    for code in ("sign_in_first", "role_may_not", "too_few_unlock", "unlock_needed"):
        for language in i18n.LANGUAGES:
            assert "{roles}" in sentences(language)[code], (language, code)
    why = why_of(problem("role_may_not", name="An", role="ghi phiếu", right="công bố",
                         roles="Trưởng ban kiểm phiếu"))  # fmt: skip
    assert why.lifted_by == "Trưởng ban kiểm phiếu"
    assert RIGHT_OF_ACT


@pytest.mark.parametrize(
    ("code", "lifted"),
    [
        ("round_sealed", "unlocking"),
        ("going_on_incomplete", "presidium"),
        ("doubt_not_decided", "board"),
        ("lot_not_decided", "congress"),
        ("election_stopped", "superior"),
        ("rules_fixed", "nobody"),
        ("person_name_wrong", "desk"),
    ],
)
def test_that_who_lifts_a_refusal_is_told(code, lifted):
    assert code in sentences("vi")
    assert who(code) == lifted


def test_that_every_code_with_a_lifter_of_its_own_is_one_that_is_refused():
    from congress_desk.help.why import _LIFTED_BY

    refused = {call.text for call in calls() if call.name in {"refuse", "problem"}}
    for begun, _ in _LIFTED_BY:
        for start in begun:
            assert any(code.startswith(start) for code in refused | set(sentences("vi"))), start


def test_that_a_sentence_is_parted_into_what_is_missing_and_the_next_step():
    why = why_of(problem("decision_taken_back"))
    assert (why.missing, why.next_step) == ("Quyết định này đã bỏ", "Hãy lập quyết định khác")
    assert why_lines(why_said("Chưa mở đại hội nào")) == (("Còn thiếu", "Chưa mở đại hội nào"),)


def test_that_a_sentence_is_not_parted_within_a_name_that_it_repeats():
    why = why_of(problem("order_is_not_the_list", code="Đảng bộ TP. Thủ Đức; khóa II"))
    assert why.missing == "Thứ tự gửi đến không khớp danh sách của Đảng bộ TP. Thủ Đức; khóa II"
    assert why.next_step == "Mở lại danh sách rồi xếp lại"
