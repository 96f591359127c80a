import re
import string
import tomllib

import pytest

from congress_desk.domain.elections.ballots import InvalidReason
from congress_desk.domain.elections.findings import Severity
from congress_desk.domain.elections.result import CandidateOutcome, RoundOutcome
from congress_desk.domain.elections.round import RoundState
from congress_desk.domain.obstacles import Gravity
from congress_desk.domain.people.education import DEGREES, SCHOOLINGS, THEORIES
from congress_desk.domain.people.person import CongressKind, PersonKind, Status
from congress_desk.domain.rules.rule_set import MajorityBase
from congress_desk.domain.rules.rule_settings import SETTINGS, Role
from congress_desk.domain.structure.targets import Measure, Standing
from congress_desk.i18n import sentences
from congress_desk.paths import resource
from congress_desk.reports.document.document import Run
from congress_desk.reports.document.wording import DEFAULT_STYLE, STYLES, wording_of


def placeholders(text: str) -> set[str]:
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    # Words of the body fill themselves, here as there.
    return {name for name in names if not name.startswith("body.")}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("group", "codes"),
    [
        ("reason", InvalidReason),
        ("status", Status),
        ("base", MajorityBase),
        ("outcome", CandidateOutcome),
        ("round_outcome", RoundOutcome),
        ("round_state", RoundState),
        ("severity", Severity),
        ("voter", CongressKind),
        ("obstacle.gravity", Gravity),
        ("congress_kind", CongressKind),
        ("people.kind", PersonKind),
        ("cards.kind", PersonKind),
        ("people.degree", tuple(DEGREES)),
        ("people.theory", tuple(THEORIES)),
        ("people.schooling", tuple(SCHOOLINGS)),
        ("rules.setting", [each.field for each in SETTINGS if each.role is Role.DECISION]),
        ("people_book.standing", Standing),
        ("people_book.measure", tuple(set(Measure) - {Measure.SURPLUS})),
    ],
)
def test_that_every_code_has_its_words_in_every_style(style, group, codes):
    words = wording_of(style)
    assert [code for code in codes if not words.knows(f"{group}.{code!s}")] == []


def test_that_every_finding_of_the_screen_has_its_sentence_on_paper_with_the_same_numbers():
    words = wording_of("party")
    screen = {
        key: text
        for key, text in sentences("vi").all().messages.items()
        if key.startswith("finding.")
    }
    assert screen
    for key, text in screen.items():
        assert placeholders(words.sentences[key]) == placeholders(text), key


@pytest.mark.parametrize("style", STYLES)
def test_that_a_style_fills_its_own_terms_and_marks_bold_in_pairs(style):
    words = wording_of(style)
    for key, text in words.sentences.items():
        assert text.count("**") % 2 == 0, key
        assert re.search(r"\{\s*\}", text) is None, key
    assert {"comrade", "statutes", "on_behalf", "people_called"} <= set(words.terms)
    # A term would stand where a number is to be filled in: "dự bị tham dự: Đảng viên dự bị".
    assert [term for term in words.terms if words.knows(f"paper_field.{term}")] == []


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts(each)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("folder", ["wording", "guides", "templates", "rules", "structure"])
def test_that_quotes_are_curly_and_a_percent_sign_touches_its_number_on_paper(folder):
    files = sorted(resource(folder).rglob("*.toml"))
    odd = [
        text
        for file in files
        for text in texts(tomllib.loads(file.read_text("utf-8")))
        if re.search(r"""["«»„‟]|[0-9}][ \u00a0]%""", text)
    ]
    assert files
    assert odd == []


def test_that_an_unknown_style_reads_as_decree_30():
    assert wording_of("heraldic").style == DEFAULT_STYLE


def test_that_what_fills_a_sentence_is_never_read_as_a_mark_or_a_placeholder():
    words = wording_of(DEFAULT_STYLE).with_sentences({"odd": "bầu **{name}** với {count}"})
    runs = words.runs("odd", name="**A** {count}", count=3)
    assert runs == (Run("bầu "), Run("**A** {count}", bold=True), Run(" với 3"))
