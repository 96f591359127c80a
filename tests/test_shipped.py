"""What the built program brings along: licence texts, icons, entries of the system."""

from __future__ import annotations

import configparser
import importlib.util
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from congress_desk.used_packages import package_names, used_packages

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / ".packaging"
# Their wheels bring no text; resources/licences has them.
TEXT_OF_OURS = {"pyside6-essentials", "shiboken6"}


@pytest.fixture(scope="module")
def shipped():
    spec = importlib.util.spec_from_file_location("shipped", PACKAGING / "shipped.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_that_every_package_comes_with_its_licence(shipped, tmp_path):
    shipped.write_licences(tmp_path / "licences")
    for name in set(package_names()) - TEXT_OF_OURS:
        assert any(file.stat().st_size for file in (tmp_path / "licences" / name).iterdir()), name
    listed = (tmp_path / "licences" / "LIST.txt").read_text("utf-8")
    assert all(line in listed for line in used_packages())
    texts = {file.name for file in (tmp_path / "licences").glob("*.txt")}
    assert texts >= {"CONGRESS-DESK.txt", "QT.txt", "LGPL-3.0.txt", "GPL-3.0.txt"}
    assert len(list((tmp_path / "licences" / "fonts").iterdir())) == 2


def test_that_unused_parts_stay_out(shipped, monkeypatch):
    monkeypatch.setattr(shipped.sys, "platform", "win32")
    kept = [("PySide6/Qt6Core.dll", "", "BINARY")]
    assert shipped.without_unused([*kept, ("PySide6/Qt6Quick.dll", "", "BINARY")]) == kept


def test_that_the_menu_entry_and_the_kind_of_file_belong_together():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(PACKAGING / "linux" / "congress-desk.desktop", encoding="utf-8")
    about = entry["Desktop Entry"]
    kind = ElementTree.parse(PACKAGING / "linux" / "congress-desk.xml").getroot()[0]
    assert about["MimeType"] == f"{kind.get('type')};"
    assert (ROOT / "resources" / "app" / f"{about['Icon']}.png").exists()


def test_that_setting_up_for_one_user_can_be_undone(tmp_path):
    folder, home = tmp_path / "Bàn đại hội", tmp_path / "home"
    app = folder / "_internal" / "resources" / "app"
    app.mkdir(parents=True)
    home.mkdir()
    (app / "congress-desk.png").write_bytes(b"")
    for file in (PACKAGING / "linux").iterdir():
        (folder / file.name).write_bytes(file.read_bytes())

    def ours():
        return [p for p in home.rglob("*congress-desk*") if p.is_file() or p.is_symlink()]

    def run(*words):
        script = str(folder / "install.sh")
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        subprocess.run(["sh", script, *words], check=True, env=environment, capture_output=True)

    run()
    entry = home / ".local/share/applications/congress-desk.desktop"
    assert f'Exec="{folder}/congress-desk" %f' in entry.read_text("utf-8")
    assert {path.suffix for path in ours()} >= {"", ".desktop", ".png", ".xml"}
    run("--remove")
    assert ours() == []
