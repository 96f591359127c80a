"""What the desks load before they are shown: no library of papers or workbooks is waited for."""

from __future__ import annotations

import subprocess
import sys

LOADS = """
import sys
from importlib import import_module
from congress_desk.ui.desks import DESKS
for entry in DESKS:
    import_module(f"congress_desk.ui.desks.{entry.key}.desk")
heavy = {"openpyxl", "reportlab", "docx", "docxtpl", "xlrd", "PIL", "lxml", "pypdfium2",
         "cryptography"}
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
"""


def test_that_no_desk_loads_a_library_of_papers_or_workbooks_before_it_is_used() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
