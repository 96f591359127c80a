"""The shim between a process and its disk: built once, preloaded, told what to do by fork."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ONCE, FROM_THEN_ON, READS_TOO = 0, 1, 2
SOURCE = Path(__file__).with_name("disk_shim.c")


def can_be_built() -> bool:
    """Say whether this machine has what builds and preloads the shim."""
    return sys.platform.startswith("linux") and shutil.which("gcc") is not None


def run_preloaded(arguments: list[str]) -> int:
    """Run `python -m tests.faults` once more with the shim in front of its disk calls."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "disk_shim.so"
        command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(built), str(SOURCE), "-ldl"]
        subprocess.run([*command, "-lpthread"], check=True)
        env = os.environ | {"LD_PRELOAD": str(built), "DISK_SHIM": str(built)}
        return subprocess.run(
            [sys.executable, "-m", "tests.faults", *arguments], env=env
        ).returncode


class Shim:
    """What stands in front of the disk calls of this process and of those it forks."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ["DISK_SHIM"])
        self._library.shim_calls.restype = ctypes.c_long
        self._library.shim_kinds.restype = ctypes.POINTER(ctypes.c_int)

    def watch(self, folder: Path, log: int = -1) -> None:
        """Note in the open file `log` whatever happens to files in the folder."""
        self._library.shim_watch(os.fsencode(folder), log)

    def fail(self, at: int, error: int, how: int) -> None:
        """Let the call of this number from now fail with an errno: once, or each one after it."""
        self._library.shim_fail(ctypes.c_long(at), error, how)

    def said(self, text: str) -> None:
        """Note that something was acknowledged."""
        self._library.shim_said(text.encode())

    @property
    def calls(self) -> list[int]:
        """Return the calls that changed something in the folder since the last order, in order.

        Each by a number that tells what was done to which file: like calls have the same.
        """
        return list(self._library.shim_kinds()[: int(self._library.shim_calls())])
