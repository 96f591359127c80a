"""The table of keys: one key, one meaning; no two commands of a place share one; all has words."""

from __future__ import annotations

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from source_calls import modules

from congress_desk import i18n
from congress_desk.keys.names import caps, key_name, keys_name, use_name
from congress_desk.keys.table import PLACES, line_of
from congress_desk.keys.uses import USES, desk_key, part_key
from congress_desk.paths import resource
from congress_desk.ui.desks import DESKS

README = Path(__file__).parents[2] / "README.md"
# What is a key and nothing else, in a sentence; Enter, Esc and Tab are called so in every language.
NAMED = re.compile(r"\bF(?:[1-9]|1[0-2])\b|\b(?:Ctrl|Alt|Shift)\b")
OF_QT = {"qt"}
A_KEY = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+\S+|F(?:[1-9]|1[0-2])|Insert|Ins|Delete|Del")
# They only leave the key to others: no edit begins by it.
LEAVES_KEYS_ALONE = {"ui/desks/duties/matrix_view.py", "ui/records/tables/cell_editing.py"}
DESK_KEYS = {desk_key(row) for row in range(len(DESKS))}
PART_KEYS = {part_key(place) for place in range(9)}


IN_README = (
    "palette", "help", "next_part", "note_obstacle", "add", "change", "remove", "tick", "undo",
    "card", "filter", "print", "export", "blank_hall", "next_item", "finish_item", "status",
    "direction",
)  # fmt: skip


def sentences() -> Iterator[tuple[str, str]]:
    """Yield every sentence of every catalogue, in both languages, with where it stands."""
    for language in i18n.LANGUAGES:
        for path in sorted(resource("i18n", language).glob("*.json")):
            if path.stem in OF_QT:
                continue
            area = json.loads(path.read_text("utf-8"))
            for part in (area.get("ui", {}), area.get("messages", {})):
                for source, text in part.items():
                    yield f"{language}/{path.stem}", source
                    yield f"{language}/{path.stem}", text


def window_nodes() -> Iterator[tuple[str, ast.AST]]:
    for path, module in modules().items():
        if path.startswith("ui/") and path != "ui/commands.py":
            for node in ast.walk(module):
                yield path, node


def translations(language: str = "vi") -> dict[str, str]:
    folder = resource("i18n", language)
    areas = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return {source: text for area in areas for source, text in area.get("ui", {}).items()}


def places_around(name: str) -> tuple[str, ...]:
    """Return a place and those it is within, from the inside out."""
    found = []
    while name:
        found.append(name)
        name = PLACES[name].within
    return tuple(found)


def keys_here(name: str) -> list[str]:
    """Return the keys of every command that can be given at a place and around it."""
    return [key for place in places_around(name) for line in PLACES[place].lines
            for key in line.keys]  # fmt: skip


def test_that_a_key_has_one_meaning_in_the_whole_program():
    held = Counter(key for use in USES.values() for key in use.keys)
    held.update(DESK_KEYS | PART_KEYS)
    assert [key for key, count in held.items() if count > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_that_no_two_commands_of_a_place_share_a_key(place):
    assert [key for key, count in Counter(keys_here(place)).items() if count > 1] == []


def test_that_a_command_is_named_once_at_its_place():
    for name, place in PLACES.items():
        names = [line.name for line in place.lines]
        assert len(names) == len(set(names)), name


def test_that_every_use_is_given_to_a_command():
    used = {line.use for place in PLACES.values() for line in place.lines}
    assert set(USES) - used == set()
    assert used - set(USES) == {""}


def test_that_what_ends_or_begins_an_agenda_item_is_on_its_own_key_alone():
    assert USES["next_item"].keys == ("F8",)
    commands = [
        (place, line.name) for place, found in PLACES.items() for line in found.lines
        if "F8" in line.keys
    ]  # fmt: skip
    assert commands == [("running", "go")]


def test_that_every_place_is_of_a_desk_or_of_the_window():
    desks = {entry.key for entry in DESKS}
    assert {place.desk for place in PLACES.values()} - {""} == desks
    assert all(place.within in {"", *PLACES} for place in PLACES.values())


@pytest.mark.parametrize("language", [code for code in i18n.LANGUAGES if code != "en"])
def test_that_every_word_of_the_table_is_translated(language):
    said = {use.means for use in USES.values()}
    for place in PLACES.values():
        said |= {place.title, *place.parts}
        said |= {text for line in place.lines for text in (line.words, line.tip) if text}
    assert said - set(translations(language)) == set()


@pytest.mark.parametrize(
    ("key", "vi", "en"),
    [
        ("Ctrl+F", "Ctrl+F", "Ctrl+F"),
        ("Space", "Phím cách", "Space bar"),
        ("Up", "Mũi tên lên", "Arrow up"),
        ("Alt+Up", "Alt+↑", "Alt+↑"),
        ("Ctrl++", "Ctrl++", "Ctrl++"),
        ("F8", "F8", "F8"),
    ],
)
def test_that_a_key_is_called_as_in_the_users_language(key, vi, en):
    assert key_name(key) == vi
    i18n.use_language("en")
    assert key_name(key) == en


def test_that_several_keys_for_one_thing_are_told_in_one_phrase():
    assert keys_name(USES["filter"].keys) == "Ctrl+F hoặc /"
    i18n.use_language("en")
    assert keys_name(USES["filter"].keys) == "Ctrl+F or /"
    assert keys_name(()) == ""
    assert use_name("note_obstacle") == "F9"


def test_that_keys_are_drawn_one_cap_each():
    assert caps("Ctrl++") == ("Ctrl", "+")
    assert caps("Ctrl+Shift+1") == ("Ctrl", "Shift", "1")
    assert caps("/") == ("/",)


def test_that_a_command_that_is_not_there_is_a_bug():
    assert line_of("motions", "add").use == "add"
    with pytest.raises(KeyError, match=r"motions\.fly"):
        line_of("motions", "fly")


def test_that_no_sentence_names_a_key_itself():
    """A sentence has a place for the key, filled from the table; so it is always the right one."""
    assert [(where, text) for where, text in sentences() if NAMED.search(text)] == []


def test_that_no_screen_names_a_key_itself():
    words = {
        id(node.args[0]) for _, node in window_nodes()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "tr" and node.args
    }  # fmt: skip
    found = {
        (path, node.lineno, node.value)
        for path, node in window_nodes()
        if id(node) not in words and isinstance(node, ast.Constant) and isinstance(node.value, str)
        and A_KEY.fullmatch(node.value)
    }  # fmt: skip
    assert found == set()


def test_that_keys_are_bound_in_one_module_alone():
    names = {"QShortcut", "setShortcut", "setShortcuts"}
    found = {
        (path, node.lineno)
        for path, node in window_nodes()
        if (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.Attribute) and node.attr in names)
    }
    assert found == set()


def test_that_no_screen_listens_for_a_key_of_the_table_by_itself():
    special = re.compile(r"Key_(?:F\d+|Insert|Delete)")
    found = {
        (path, node.lineno, node.attr)
        for path, node in window_nodes()
        if isinstance(node, ast.Attribute)
        and special.fullmatch(node.attr)
        and path not in LEAVES_KEYS_ALONE
    }
    assert found == set()


def readme_keys() -> set[str]:
    """Return every key that README names outside the entry line of ballots."""
    return {found[0] for found in re.finditer(r"(?:(?:Ctrl|Alt|Shift)\+)+[^\s,;.`|]+|\bF\d+\b",
                                              README.read_text("utf-8"))}  # fmt: skip


def test_that_readme_names_keys_of_the_table_alone():
    known = {key_name(key) for use in USES.values() for key in use.keys} | DESK_KEYS | PART_KEYS
    assert readme_keys() - known == set()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_that_readme_says_of_each_key_what_the_table_says(language):
    i18n.use_language(language)
    text = README.read_text("utf-8")
    wanted = [f"| {keys_name(USES[use].keys)} | {i18n.tr(USES[use].means)} |" for use in IN_README]
    assert [row for row in wanted if row not in text] == []


@pytest.mark.parametrize("source", [source for source in translations() if "&" in source])
def test_that_a_letter_to_choose_by_is_a_plain_one(source):
    for text in (source, translations()[source]):
        letters = re.findall(r"&([^&\s])", text)
        assert all(letter.isascii() for letter in letters), text
