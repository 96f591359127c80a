"""The table of keys: one key, one meaning; no two commands of a place share one; all has words."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from congress_desk import i18n
from congress_desk.keys.names import caps, key_name, keys_name, use_name
from congress_desk.keys.table import PLACES, line_of, places_around
from congress_desk.keys.uses import USES, desk_key, part_key
from congress_desk.paths import resource
from congress_desk.ui.desks import DESKS

DESK_KEYS = {desk_key(row) for row in range(len(DESKS))}
PART_KEYS = {part_key(place) for place in range(9)}


def translations() -> dict[str, str]:
    folder = resource("i18n", "vi")
    areas = [json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")]
    return {source: text for area in areas for source, text in area.get("ui", {}).items()}


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


def test_that_every_use_is_given_to_a_command_or_kept_for_the_hall():
    used = {line.use for place in PLACES.values() for line in place.lines}
    assert set(USES) - used == {"blank_hall"}
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


def test_that_every_word_of_the_table_is_translated():
    said = {use.means for use in USES.values()}
    for place in PLACES.values():
        said |= {place.title, *place.parts}
        said |= {text for line in place.lines for text in (line.words, line.tip) if text}
    assert said - set(translations()) == set()


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
