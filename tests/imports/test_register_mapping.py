"""What columns were taken for is kept under the fingerprint of their titles, and comes back."""

from __future__ import annotations

import pytest

from congress_desk.errors import Refusal
from congress_desk.imports.register.mapping import (
    mapping_key,
    mapping_of,
    mapping_text,
    remembered,
    setting_key,
)

from .books import save_list, table_of, unmatched

HEADER = ["TT", "Họ và tên", "Cột lạ"]


def table(folder, header=HEADER, rows=1):
    lines = [[i, f"Lê An {i}", "x"] for i in range(rows)]
    return table_of(save_list(folder / "a.xlsx", [header, *lines]))[1]


def test_that_the_key_depends_on_the_titles_alone(tmp_path):
    first = mapping_key(table(tmp_path))
    assert mapping_key(table(tmp_path, rows=9)) == first
    assert mapping_key(table(tmp_path, ["TT", "HỌ VÀ  TÊN", "cột lạ"])) == first
    assert mapping_key(table(tmp_path, ["TT", "Cột lạ", "Họ và tên"])) != first
    assert setting_key(table(tmp_path)) == f"import:{first}"


def test_that_a_mapping_comes_back_as_it_was_kept(tmp_path):
    mapping = {1: "number", 2: "name", 3: "position", 4: ""}
    assert mapping_of(mapping_text(mapping)) == mapping
    found = remembered(table(tmp_path), mapping_text({1: "", 2: "name", 3: "position"}))
    assert found.mapping == {2: "name", 3: "position"}
    assert unmatched(found) == (1,)


@pytest.mark.parametrize("text", ["", "x", "[]", "3", '{"a": "name"}', '{"1": "no such field"}'])
def test_that_an_unreadable_mapping_is_passed_over(tmp_path, text):
    found = table(tmp_path)
    assert remembered(found, text) == found
    if text:
        refusal = mapping_of(text)
        assert isinstance(refusal, Refusal)
        assert refusal.first.code == "register_mapping_unreadable"
