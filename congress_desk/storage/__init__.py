"""The .congress file: open, lock, back up, migrate, journal, and rows to records."""

import sys

# sqlite-utils loads numpy where it finds it, for types that no congress file has: a tenth of a
# second and 12 MB of every start where the extra for scanning is installed.
if "numpy" not in sys.modules and "sqlite_utils" not in sys.modules:
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils  # noqa: F401
    finally:
        del sys.modules["numpy"]
