"""No call writes over a file unasked, and what a stopped call leaves keeps nobody from the next."""

from __future__ import annotations

import pytest
from command_line import everything_in, said_by
from congress_files import a_congress

from congress_desk.example import make_example
from congress_desk.storage.closed_file_check import check_closed_file


@pytest.fixture
def congress(tmp_path):
    """A congress, closed, in a folder of its own."""
    (tmp_path / "dh").mkdir()
    a_congress(tmp_path / "dh" / "dh.congress").close()
    return tmp_path / "dh" / "dh.congress"


def test_that_the_template_takes_no_place_of_a_filled_workbook(tmp_path, capsys):
    out = tmp_path / "mau.xlsx"
    out.write_bytes(b"filled")
    said = said_by(capsys, "template", out)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "--force" in said.err
    assert out.read_bytes() == b"filled"
    assert said_by(capsys, "template", out, "--force").code == 0
    assert out.read_bytes().startswith(b"PK")


def test_that_export_writes_over_nothing_unasked(congress, tmp_path, capsys):
    out = tmp_path / "out"
    first = said_by(capsys, "export", congress, "--to", out, "--only", "candidates")
    assert first.code == 0
    before = everything_in(out)
    again = said_by(capsys, "export", congress, "--to", out)
    assert (again.code, again.out) == (2, "")
    assert "--force" in again.err
    assert everything_in(out) == before
    said = said_by(capsys, "export", congress, "--to", out, "--only", "candidates", "--force")
    assert (said.code, said.out) == (0, first.out)


def test_that_new_and_recover_refuse_a_file_that_is_there(congress, tmp_path, capsys):
    said_by(capsys, "template", tmp_path / "s.xlsx")
    before = everything_in(congress.parent)
    for words in (
        ("new", congress, "--from", tmp_path / "s.xlsx"),
        ("demo", congress, "--no-window"),
        ("recover", congress.with_name("dh.congress.journal.jsonl"), congress),
    ):
        assert said_by(capsys, *words).code == 2
        assert everything_in(congress.parent) == before


def test_that_demo_makes_the_example_anew_and_takes_no_place_of_another(congress, capsys):
    example = congress.with_name("mau.congress")
    assert said_by(capsys, "demo", example, "--no-window").code == 0
    first = example.read_bytes()
    refused = said_by(capsys, "demo", example, "--no-window")
    assert (refused.code, example.read_bytes()) == (2, first)
    assert "thêm --fresh để tạo lại" in refused.err
    assert said_by(capsys, "demo", example, "--no-window", "--fresh").code == 0
    assert example.read_bytes() != first
    assert check_closed_file(example, lambda _: []) == []
    assert sorted(p.name for p in congress.parent.glob("mau*")) == [
        "mau.backups", "mau.congress", "mau.congress.journal.jsonl",
    ]  # fmt: skip
    before = congress.read_bytes()
    said = said_by(capsys, "demo", congress, "--no-window", "--fresh")
    assert said.code == 2
    assert "không phải đại hội mẫu" in said.err
    assert congress.read_bytes() == before


def test_that_a_stopped_example_leaves_nothing_in_the_way(tmp_path, monkeypatch):
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "mau.congress"
    with monkeypatch.context() as broken:
        broken.setattr("congress_desk.example.live", stop)
        with pytest.raises(KeyboardInterrupt):
            make_example(path)
    assert not path.exists()
    (tmp_path / ".desk-killed.part").mkdir()
    assert make_example(path) == path
