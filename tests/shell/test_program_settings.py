"""What the program remembers: written at once and whole, read tolerantly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from congress_desk.settings import (
    RECENT_MAX,
    SCALES,
    Settings,
    SettingsStore,
    read_settings,
    settings_folder,
    write_settings,
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_that_what_is_changed_is_there_at_the_next_start(tmp_path):
    SettingsStore(tmp_path).change(language="en", theme="dark", scale=125, operator="Lê Thị Hạnh")
    again = SettingsStore(tmp_path).values
    assert again == Settings(language="en", theme="dark", scale=125, operator="Lê Thị Hạnh")


def test_that_the_folder_can_be_chosen_by_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("CONGRESS_DESK_CONFIG", str(tmp_path / "here"))
    assert settings_folder() == tmp_path / "here"
    assert SettingsStore().log_file.parent == tmp_path / "here"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", "7", "\x00\xff", '{"language": {"a": ' * 2000]
)
def test_that_a_damaged_file_means_the_defaults(file, text):
    file.write_text(text, "utf-8")
    assert read_settings(file) == Settings()


def test_that_a_file_that_is_no_text_means_the_defaults(file):
    file.write_bytes(b"\xff\xfe\x00\x80" * 10)
    assert read_settings(file) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "fr"), ("theme", "pink"), ("scale", 5), ("scale", True), ("scale", "100"),
        ("recent", "a"), ("recent", [1]), ("operator", 7), ("operator", None),
    ],
)  # fmt: skip
def test_that_a_value_without_sense_gets_its_default_and_the_others_stay(file, name, value):
    good = {"language": "en", "theme": "dark", "scale": 150, "operator": "An"}
    file.write_text(json.dumps(good | {name: value, "unknown": 1}), "utf-8")
    found = read_settings(file)
    assert getattr(found, name) == getattr(Settings(), name)
    others = {key: getattr(found, key) for key in good if key != name}
    assert others == {key: value for key, value in good.items() if key != name}


def test_that_a_write_that_fails_keeps_the_old_file_and_leaves_nothing(file, monkeypatch):
    write_settings(file, Settings(operator="An"))

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="space"):
        write_settings(file, Settings(operator="Bình"))
    assert read_settings(file).operator == "An"
    assert [path.name for path in file.parent.iterdir()] == ["settings.json"]


def test_that_a_folder_that_cannot_be_written_stops_nobody(tmp_path):
    blocked = tmp_path / "a file"
    blocked.write_text("")
    store = SettingsStore(blocked / "config")
    store.change(scale=150)
    assert store.values.scale == 150


def test_that_the_newest_file_comes_first_and_only_once():
    settings = Settings()
    for name in ("a", "b", "a"):
        settings = settings.with_recent(Path(name))
    assert settings.recent == ("a", "b")
    assert settings.without_recent("a").recent == ("b",)


def test_that_the_list_of_files_does_not_grow_for_ever():
    settings = Settings()
    for number in range(RECENT_MAX + 5):
        settings = settings.with_recent(Path(str(number)))
    assert len(settings.recent) == RECENT_MAX
    assert settings.recent[0] == str(RECENT_MAX + 4)


def test_that_the_scale_goes_up_and_down_by_steps_and_stops_at_the_ends():
    settings = Settings()
    assert (settings.smaller, settings.larger) == (90, 110)
    assert Settings(scale=SCALES[-1]).larger == SCALES[-1]
    assert Settings(scale=SCALES[0]).smaller == SCALES[0]
