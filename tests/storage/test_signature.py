"""A signed congress: who writes file, chain and second journal anew is found out."""

from __future__ import annotations

import json
import os
import sqlite3

from congress_files import a_congress, a_declared_round, code_of, granted

from congress_desk import cli
from congress_desk.actions.congress import set_state
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.atomic_congress import journal_path
from congress_desk.board_key import sign_with
from congress_desk.domain.congress import CongressState
from congress_desk.queries.journal import head
from congress_desk.reports.document.head import footer_text
from congress_desk.reports.document.wording import wording_of
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.journal.line_form import PLAIN
from congress_desk.storage.journal.lines import GENESIS, Line


def rewrite(path, changed) -> None:
    """Write the journal anew so that every hash fits, in the file and beside it."""
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    rows = [dict(row) for row in db.execute("SELECT * FROM journal ORDER BY seq")]
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    lines, previous = [], GENESIS
    for row in rows:
        line = Line(**{**row, **changed(row), "previous": previous})
        line = line._replace(hash=line.computed_hash())
        previous = line.hash
        lines.append(line)
        db.execute(
            "UPDATE journal SET actor = ?, previous = ?, hash = ? WHERE seq = ?",
            (line.actor, line.previous, line.hash, line.seq),
        )
    for _, sql in triggers:
        db.execute(sql)
    db.commit()
    db.close()
    journal_path(path).write_bytes(b"".join(map(PLAIN.as_bytes, lines)))


def test_that_a_signed_congress_tells_who_wrote_it_anew(tmp_path, capsys, monkeypatch):
    file = a_congress(tmp_path)
    a_declared_round(file)
    key = tmp_path / "board.khoa"
    with monkeypatch.context() as disk:  # half a key would be refused ever after
        disk.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("full")))
        assert code_of(sign_with(file, key, actor="TK")) == "system"
    assert not [*tmp_path.glob("board*")]
    assert code_of(sign_with(file, key, actor="TK")) == "sign_only_closed"
    assert not key.exists()  # a key that signed nothing is not left lying on a stick
    granted(set_state(file, CongressState.CLOSED, actor="TK"))
    assert head(file).signed == ""  # remembered, and untrue with the next act
    code = granted(sign_with(file, key, actor="TK"))
    assert granted(sign_with(file, key, actor="TK")) == code  # again, with the key that is there
    assert json.loads(key.read_text("utf-8"))["code"] == code
    assert key.stat().st_mode & 0o77 == 0
    assert json.loads(key.read_text("utf-8"))["private"].encode() not in file.path.read_bytes()
    assert head(file).signed == head(file).signed == code
    assert code in footer_text(head(file), wording_of("generic"))
    file.close()
    assert check_closed_file(file.path, recount_problems) == []
    assert cli.main(["verify", str(file.path), "--signed-by", code.lower()]) == 0
    assert code in capsys.readouterr().out
    assert cli.main(["verify", str(file.path), "--signed-by", str(key)]) == 0
    assert cli.main(["verify", str(file.path), "--signed-by", "0000-0000-0000-0000"]) == 1
    rewrite(file.path, lambda row: {"actor": "Người khác"} if row["seq"] == 2 else {})
    found = check_closed_file(file.path, recount_problems)
    assert {each.code for each in found} == {"signature_wrong"}
