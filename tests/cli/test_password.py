"""The password on the command line: asked for or read from a file, for every word that needs it."""

from __future__ import annotations

import pytest
from congress_files import a_congress
from example_copies import an_example

from congress_desk import cli
from congress_desk.storage import unlocking
from congress_desk.storage.password import key, keyring

pytest.importorskip("sqlcipher3")


@pytest.fixture
def protected(tmp_path, monkeypatch):
    monkeypatch.setattr(key, "cost", 2)
    monkeypatch.setattr(unlocking.time, "sleep", lambda _: None)
    keyring.forget()
    file = a_congress(tmp_path)
    file.copy_now()
    file.close()
    secret = tmp_path / "secret"
    secret.write_text("chim sẻ mái đình\n", "utf-8")
    monkeypatch.setenv("CONGRESS_DESK_NEW_PASSWORD_FILE", str(secret))
    assert cli.main(["password", str(file.path)]) == 0
    yield file.path
    keyring.forget()


def test_that_each_call_takes_the_password_from_a_file_and_none_goes_without(
    protected, tmp_path, monkeypatch, capsys
):
    (backup,) = tmp_path.glob("*.backups/*.congress")
    journal = protected.with_name(protected.name + ".journal.jsonl")
    calls = [
        ["verify", str(protected)],
        ["result", str(protected)],
        ["backups", str(protected)],
        ["backup", str(protected), "--to", str(tmp_path)],
        ["restore", str(backup), str(tmp_path / "b.congress")],
        ["recover", str(journal), str(tmp_path / "c.congress")],
        ["rescue", str(protected), "--to", str(tmp_path)],
    ]
    for call in calls:
        keyring.forget()
        assert cli.main(call) == 2, call
        assert "CONGRESS_DESK_PASSWORD" in capsys.readouterr().err
    monkeypatch.setenv("CONGRESS_DESK_PASSWORD", "wrong")
    assert cli.main(calls[0]) == 2
    assert "Sai mật khẩu" in capsys.readouterr().err
    monkeypatch.delenv("CONGRESS_DESK_PASSWORD")
    monkeypatch.setenv("CONGRESS_DESK_PASSWORD_FILE", str(tmp_path / "secret"))
    for call in calls:
        keyring.forget()
        assert cli.main(call) == 0, (call, capsys.readouterr())
    keyring.forget()
    assert cli.main(["password", str(protected), "--remove"]) == 0
    keyring.forget()
    assert cli.main(["verify", str(protected)]) == 0


def test_that_a_new_password_is_asked_for_twice_and_must_be_long_enough(
    protected, monkeypatch, capsys
):
    monkeypatch.delenv("CONGRESS_DESK_NEW_PASSWORD_FILE")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    typed = iter(["mot hai ba bon", "mot hai ba nam", "ngan", "ngan"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    for said in ("không giống nhau", "ít nhất 8 ký tự"):
        assert cli.main(["password", str(protected)]) == 2
        assert said in capsys.readouterr().err


def test_that_a_congress_of_lists_takes_no_password_that_would_be_forgotten(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.setenv("CONGRESS_DESK_NEW_PASSWORD", "Sen hồng 2026")
    source, target = an_example(tmp_path / "mau.congress"), tmp_path / "moi.congress"
    assert cli.main(["new", str(target), "--from", str(source), "--password"]) == 2
    assert "theo mật khẩu của tệp ấy" in capsys.readouterr().err
    assert not target.exists()
