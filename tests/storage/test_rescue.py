"""Everything readable of a damaged file comes out, and what is missing is said."""

from __future__ import annotations

import csv
import random
import shutil
import stat

import pytest
from command_line import said_by
from congress_files import a_full_file, code_of, granted

from congress_desk.atomic_congress import journal_path
from congress_desk.storage.opening import open_file
from congress_desk.storage.rescue.rescue import rescue

PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A congress, and every row of its tables by the journal's own names."""
    path = a_full_file(tmp_path_factory.mktemp("rescue") / "dh.congress")
    file = granted(open_file(path))
    rows = {
        table.name: [tuple(row.values()) for row in table.rows]
        for table in file.db.tables
        if not table.name.startswith(("desk_operator_p", "congress_signing"))
    }
    whole = {name: list(file.db.table(name).rows) for name in rows}
    file.close()
    return path, rows, whole


@pytest.fixture
def path(made, tmp_path):
    shutil.copytree(made[0].parent, tmp_path / "x")
    return tmp_path / "x" / "dh.congress"


def spoil(path, *pages):
    content = bytearray(path.read_bytes())
    choose = random.Random(7)
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = choose.randbytes(PAGE)
    path.write_bytes(content)


def rows_of(rescued):
    return {table.name: list(table.rows) for table in rescued.tables}


def all_there(rescued, expected):
    found = rows_of(rescued)
    return all(
        set(map(repr, rows)) <= set(map(repr, found[name])) for name, rows in expected.items()
    )


def test_that_a_sound_file_comes_out_whole_with_nothing_missing(path, made):
    rescued = granted(rescue(path))
    assert rescued.missing == ()
    assert all_there(rescued, made[1])
    assert sum(map(len, rows_of(rescued).values())) == sum(map(len, made[1].values()))


@pytest.mark.parametrize("seed", range(12))
def test_that_with_the_second_journal_no_row_is_missing_wherever_pages_are_destroyed(
    path, made, seed
):
    pages = path.stat().st_size // PAGE
    spoil(path, *random.Random(seed).sample(range(1, pages), 6))
    rescued = granted(rescue(path))
    keyed = rows_of(rescued)
    for name, rows in made[1].items():
        assert set(map(repr, rows)) <= set(map(repr, keyed[name])) or any(
            each.params.get("table") == name for each in rescued.missing
        ), name
        assert len(keyed[name]) >= len(rows), name
    assert rescued.missing


def test_that_without_its_journal_the_other_tables_are_read_and_the_loss_is_said(path, made):
    journal_path(path).unlink()
    pages = path.stat().st_size // PAGE
    lost = 0
    for page in range(1, pages, 7):
        fresh = path.with_name("fresh.congress")
        shutil.copy(path, fresh)
        spoil(fresh, page)
        rescued = granted(rescue(fresh))
        short = {n for n, rows in made[1].items() if len(rows_of(rescued)[n]) < len(rows)}
        told = {each.params.get("table") for each in rescued.missing}
        assert short <= told
        lost += len(short)
    assert lost < pages


@pytest.mark.parametrize("pages", [(0,), (0, 1, 2)])
def test_that_a_destroyed_first_page_does_not_hide_the_tables(path, made, pages):
    shutil.rmtree(path.with_name("dh.backups"), ignore_errors=True)
    spoil(path, *pages)
    rescued = granted(rescue(path))
    assert "rescue_first_page" in {each.code for each in rescued.missing}
    if pages == (0,):
        assert all_there(rescued, made[1])


def test_that_a_file_that_was_cut_off_gives_what_it_still_has(path, made):
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3 + 100])
    rescued = granted(rescue(path))
    assert rescued.missing
    for table in rescued.tables:
        # The journal tells the rows that are gone, its columns in the order of its own lines.
        found = {frozenset(zip(table.columns, row, strict=True)) for row in table.rows}
        expected = {frozenset(row.items()) for row in made[2][table.name]}
        assert found == expected, table.name


def test_that_the_command_writes_tables_for_their_owner_and_says_what_is_missing(
    path, tmp_path, capsys
):
    spoil(path, 5, 9)
    told = said_by(capsys, "rescue", path, "--to", tmp_path)
    assert told.code == 1
    folder = tmp_path / "dh-cuu-du-lieu"
    assert sorted(map(str, folder.iterdir())) == sorted(told.out.splitlines())
    assert "dh.congress" in (folder / "CON-THIEU.txt").read_text("utf-8-sig")
    with (folder / "election.csv").open(encoding="utf-8-sig", newline="") as file:
        (first, *_) = csv.DictReader(file)
    assert (first["source"], first["code"]) in (("file", "BCH"), ("journal", "BCH"))
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    again = said_by(capsys, "rescue", path, "--to", tmp_path)
    assert again.code == 2
    assert code_of(rescue(tmp_path / "khong.congress")) == "file_missing"
