"""The only room that knows pictures: reads scanned ballots against the page as it was printed.

It needs the extra `scan` (OpenCV, NumPy, ZXing); whoever may run without it asks `is_installed`
before importing anything from here.
"""

from __future__ import annotations

from importlib.util import find_spec


def is_installed() -> bool:
    """Say whether what reads pictures is there."""
    return all(find_spec(name) is not None for name in ("cv2", "numpy", "zxingcpp"))
