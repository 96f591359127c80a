"""Papers written by several processes: each once, in their order, whatever becomes of a process."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import get_args

import pytest

from congress_desk.errors import Refusal, refuse
from congress_desk.exports import content_writer
from congress_desk.i18n import language, use_language
from congress_desk.papers import paper_writers, write_content
from congress_desk.papers.paper import Content
from congress_desk.papers.paper_writers import WORTH_IT, side_by_side

HERE = "TEST_PAPERS_WRITTEN_BY"


def write(draft: str, path: Path) -> Refusal | None:
    """Tell who wrote a paper and in which language, and refuse one."""
    if draft == "refused":
        return refuse("export_folder_not_made", folder=str(path))
    if draft == "fatal" and os.environ[HERE] != str(os.getpid()):
        os._exit(3)
    with path.open("x", encoding="utf-8") as stream:
        stream.write(f"{draft} {language()} {os.getpid()}")
    return None


def test_that_whatever_a_paper_can_be_has_its_writer():
    named = re.findall(r'case "(\w+)"', inspect.getsource(content_writer))
    kinds = {kind.__name__ for kind in get_args(Content)}
    assert set(named) == kinds


def test_that_another_process_loads_nothing_that_reads_papers():
    modules = {paper_writers.begin_process.__module__, write_content.__module__}
    asked = f"import {', '.join(modules)}, sys; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    loaded = {".".join(name.split(".")[:2]) for name in told.stdout.split()}
    assert "congress_desk.exports" in loaded
    assert not loaded & {f"congress_desk.{room}" for room in ("papers", "queries", "storage")}


def test_that_pdfs_go_to_others_and_the_rest_is_written_here(tmp_path, two_processors):
    drafts = [
        (f"{n}", tmp_path / f"{n}.{kind}") for n in range(WORTH_IT) for kind in ("pdf", "docx")
    ]
    done = side_by_side(iter(drafts), write, len(drafts))
    assert [path for path, _ in done] == [path for _, path in drafts]
    here = str(os.getpid())
    by = {path: path.read_text("utf-8").split()[2] for path, _ in done}
    assert by[drafts[0][1]] != here
    assert by[drafts[1][1]] == here


@pytest.fixture
def two_processors(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setenv(HERE, str(os.getpid()))


def test_that_papers_come_in_their_order_from_all_processes(tmp_path, two_processors):
    use_language("en")
    drafts = [(f"{n}", tmp_path / f"{n}") for n in range(WORTH_IT)]
    drafts[1] = ("refused", tmp_path / "1")
    try:
        done = side_by_side(iter(drafts), write, WORTH_IT)
    finally:
        use_language("vi")
    assert [path for path, _ in done] == [path for _, path in drafts]
    assert [why is None for _, why in done] == [n != 1 for n in range(WORTH_IT)]
    told = [path.read_text("utf-8").split() for path, why in done if why is None]
    assert [words[0] for words in told] == [draft for draft, _ in drafts if draft != "refused"]
    assert {words[1] for words in told} == {"en"}
    assert str(os.getpid()) in {words[2] for words in told}


def test_that_what_a_process_loses_is_written_here(tmp_path, two_processors):
    drafts = [("fatal", tmp_path / f"{n}") for n in range(WORTH_IT)]
    done = side_by_side(iter(drafts), write, WORTH_IT)
    assert all(why is None and path.is_file() for path, why in done)


def test_that_a_few_papers_begin_no_process(tmp_path, two_processors):
    drafts = [(f"{n}", tmp_path / f"{n}") for n in range(3)]
    side_by_side(iter(drafts), write, 3)
    assert {path.read_text().split()[2] for _, path in drafts} == {str(os.getpid())}


KILLED = """
import os, sys, time
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from multiprocessing import get_context
if __name__ == "__main__":
    begin = getattr(import_module(sys.argv[1]), sys.argv[2])
    pool = ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=begin, initargs=("vi",)
    )
    print(pool.submit(os.getpid).result(), flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_that_who_writes_papers_ends_with_a_program_that_is_killed(tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED)
    begin = paper_writers.begin_process
    program = subprocess.Popen(
        [sys.executable, script, begin.__module__, begin.__name__],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
    )
    assert program.stdout is not None
    worker = Path("/proc") / program.stdout.readline().decode().strip() / "stat"
    assert worker.exists()
    program.kill()
    program.wait()
    program.stdout.close()
    ends = time.monotonic() + 20
    while worker.exists() and worker.read_text().split()[2] != "Z" and time.monotonic() < ends:
        time.sleep(0.05)
    assert not worker.exists() or worker.read_text().split()[2] == "Z"
