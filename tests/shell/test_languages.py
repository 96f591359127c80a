"""A third language needs files only: its sentences, its forms of the plural, its help."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from string import Formatter

import pytest

from congress_desk import i18n
from congress_desk.help.contents import page_names
from congress_desk.i18n import article_said, tr, use_language
from congress_desk.paths import resource
from congress_desk.plural_rules import OTHER, form_of

RUSSIAN = {
    "one": "n % 10 = 1 and n % 100 != 11",
    "few": "n % 10 = 2..4 and n % 100 != 12..14",
}
# Run where the program's own files are the invented ones: as a frozen program looks for them.
CALL = """
import sys
sys._MEIPASS = sys.argv.pop(1)
from congress_desk.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, OTHER), (1, "one"), (2, "few"), (4, "few"), (5, OTHER), (11, OTHER), (12, OTHER),
     (21, "one"), (22, "few"), (111, OTHER), (114, OTHER), (1001, "one")],
)  # fmt: skip
def test_that_a_number_wants_the_form_its_language_says(number, form):
    assert form_of(number, RUSSIAN) == form
    assert form_of(number, {}) == OTHER


def test_that_a_rule_that_means_nothing_is_a_bug_of_the_file():
    with pytest.raises(ValueError, match="about 3"):
        form_of(3, {"few": "about 3"})


def test_that_english_says_one_of_a_thing_in_the_singular_and_vietnamese_has_one_form():
    use_language("en")
    assert i18n.tr("{count} things to put right", count=1) == "1 thing to put right"
    assert i18n.tr("{count} things to put right", count=2) == "2 things to put right"
    assert i18n.tr("{days} days late", days=1) == "1 day late"
    use_language("vi")
    assert i18n.tr("{count} things to put right", count=1) == "Có 1 chỗ cần sửa"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_every_form_of_a_sentence_has_its_placeholders_and_a_rule(language):
    forms = set(i18n.LANGUAGES[language].plurals) | {OTHER}
    areas = [path for path in resource("i18n", language).glob("*.json") if path.stem != "language"]
    for path in areas:
        for source, said in json.loads(path.read_text("utf-8")).get("plurals", {}).items():
            assert OTHER in said and set(said) <= forms, source
            assert {names(text) for text in said.values()} == {names(source)}, source


def names(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


@pytest.fixture(scope="module")
def invented(tmp_path_factory) -> Path:
    """A copy of the program's own files, with a language that says everything loudly."""
    folder = tmp_path_factory.mktemp("frozen")
    files = folder / "resources"
    files.mkdir()
    for each in resource().iterdir():
        if each.name not in ("i18n", "help"):
            (files / each.name).symlink_to(each)
    for part in ("i18n", "help"):
        (files / part).mkdir()
        for each in resource(part).iterdir():
            (files / part / each.name).symlink_to(each)
    own = files / "i18n" / "xx"
    own.mkdir()
    for path in resource("i18n", "vi").glob("*.json"):
        if path.stem not in ("language", "qt"):
            text = json.dumps(loud(json.loads(path.read_text("utf-8"))))
            (own / path.name).write_text(text, "utf-8")
    about = {"name": "Loud", "locale": "ru_RU", "decimal": ",", "thousands": " ",
             "plurals": RUSSIAN}  # fmt: skip
    (own / "language.json").write_text(json.dumps(about), "utf-8")
    (files / "help" / "xx").mkdir()
    for name in page_names()[:1]:
        text = resource("help", "en", f"{name}.md").read_text("utf-8")
        (files / "help" / "xx" / f"{name}.md").write_text(f"{text}\nINVENTED PAGE\n", "utf-8")
    return folder


def loud(area: dict) -> dict:
    return {
        part: {key: f"!{text.upper() if '{' not in text else text}!" for key, text in said.items()}
        for part, said in area.items()
    }


def call(frozen: Path, *words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CALL, str(frozen), *map(str, words)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_that_a_third_language_is_spoken_from_its_files_alone(invented, tmp_path):
    refused = call(invented, "verify", tmp_path / "none.congress", "--lang", "xx")
    assert refused.returncode == 2
    assert re.search(r"!.*!", refused.stderr), refused.stderr
    assert call(invented, "verify", "x", "--lang", "yy").stderr.count("xx") == 1


def test_that_the_guide_is_written_in_a_third_language_english_where_it_has_no_page(
    invented, tmp_path
):
    import pypdfium2

    out = tmp_path / "guide.pdf"
    done = call(invented, "guide", out, "--lang", "xx")
    assert done.returncode == 0, done.stderr
    document = pypdfium2.PdfDocument(out)
    text = "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    assert "INVENTED PAGE" in text
    assert "Getting started" in text
    assert "The words of the program" in text


def test_that_articles_are_cited_in_the_language_in_use():
    cited = "khoản 4 Điều 17, Điều 20.2"
    assert article_said(cited) == cited
    assert tr("{what} — {article}", what="x", article="Điều 30") == "x — Điều 30"
    use_language("en")
    assert article_said(cited) == "Article 17(4), Article 20.2"
    assert tr("{what} — {article}", what="x", article="Điều 30") == "x — Article 30"
