"""The only room that knows pictures: reads scanned ballots against the page as it was printed.

It needs the extra `scan` (OpenCV, NumPy, ZXing); whoever may run without it asks `is_installed`
before importing anything from here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module


@cache
def is_installed() -> bool:
    """Say whether what reads pictures is there and can be loaded, which takes a while once.

    A package may lie there and lack a library of the system: then it is as if it were not there.
    """
    try:
        for name in ("numpy", "cv2", "zxingcpp"):
            import_module(name)
    except ImportError:
        return False
    return True
