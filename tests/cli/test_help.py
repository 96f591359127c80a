"""`--help` describes every word and option of every call, in every language."""

from __future__ import annotations

import argparse

import pytest
from command_line import said_by

from congress_desk import cli
from congress_desk.i18n import use_language
from congress_desk.languages import LANGUAGES


def parsers() -> dict[str, argparse.ArgumentParser]:
    whole = cli._parser()
    return {"": whole, **whole.calls}


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_word_and_option_is_described(language):
    use_language(language)
    bare = {
        (call, action.dest)
        for call, parser in parsers().items()
        for action in parser._actions
        if not action.help and not isinstance(action, argparse._SubParsersAction)
    }
    assert bare == set()


def test_that_no_two_languages_describe_an_option_alike():
    said = []
    for language in LANGUAGES:
        use_language(language)
        said.append({(c, a.dest): a.help for c, p in parsers().items() for a in p._actions})
    alike = {key for key in said[0] if said[0][key] and said[0][key] == said[1][key]}
    assert alike == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("call", parsers())
def test_that_help_is_printed_in_the_users_language(capsys, language, call):
    with pytest.raises(SystemExit) as ended:
        cli.main(["--lang", language, *([call] if call else []), "--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith({"vi": "Cách gọi: ", "en": "Call: "}[language])
    for word in ("positional arguments", "show this help") if language == "vi" else ():
        assert word not in text


def test_that_a_call_without_its_words_is_refused_in_one_line(capsys):
    told = said_by(capsys, "new")
    assert told.code == 2
    assert len(told.err.splitlines()) == 1
