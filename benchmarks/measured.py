"""One line a measurement: what, how much, the bound it is held against."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure and its bound, in the same unit ("×", "ms", "s", "MB")."""

    what: str
    value: float
    bound: float
    unit: str

    def line(self) -> str:
        kept = "within" if self.value <= self.bound else "ABOVE"
        return f"{self.what:<66} {self.value:9.2f} {self.unit:<3} {kept} {self.bound:g} {self.unit}"


def of_child(
    command: Sequence[str], **options: Any
) -> tuple[float, subprocess.CompletedProcess[str]]:
    """Run a command; return the processor time it took, in s, and what it gave."""
    import resource  # where there is a POSIX

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return took, done


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def user_environment() -> dict[str, str]:
    """Return an environment in which modules are kept compiled, as on a user's machine."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    screen = {} if kept.get("DISPLAY") else {"QT_QPA_PLATFORM": "offscreen"}
    return screen | kept | {"PYTHONPATH": str(Path(__file__).parent.parent)}
