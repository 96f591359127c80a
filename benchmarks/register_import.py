"""A list of people read and compared with the register, against the bare read of its file."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.measured import Measured
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.register_changes import RegisterChanges, compare_register
from congress_desk.errors import Refusal
from congress_desk.imports.register.book import likeliest_sheet, read_register_file
from congress_desk.imports.register.lines import read_register_lines

HEADER = (
    "STT", "Mã", "Họ và tên", "Ngày sinh", "Giới tính", "Dân tộc", "Tôn giáo", "Đoàn", "Chức vụ",
    "Ngày vào Đảng", "Trình độ chuyên môn", "Lý luận chính trị", "Loại", "Điểm danh", "Ghi chú",
)  # fmt: skip
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô")
MIDDLES = ("Văn", "Thị", "Minh", "Quốc", "Thanh", "Ngọc", "Hữu", "Kim", "Xuân", "Hồng", "Đức")
GIVEN = ("An", "Bình", "Châu", "Dũng", "Đào", "Giang", "Hạnh", "Khánh", "Lan", "Mai", "Nam", "Ý")


def run(folder: Path, short: bool) -> list[Measured]:
    """Read and compare 2,000 rows, new and known: ratios to openpyxl's own read of the file."""
    rows = 500 if short else 2000
    path = write_list(folder / "list.xlsx", rows)
    changes = import_list(path)
    assert (len(changes.new), len(changes.problems)) == (rows, 0)
    known = [replace(person, id=i) for i, person in enumerate(changes.new, start=1)]
    assert len(import_list(path, known).same) == rows
    bare, first, again = [], [], []
    for _ in range(3 if short else 7):
        bare.append(_seconds(lambda: bare_read(path)))
        first.append(_seconds(lambda: import_list(path)))
        again.append(_seconds(lambda: import_list(path, known)))
    print(f"  {rows} rows: bare {median(bare) * 1000:.0f} ms, import {median(first) * 1000:.0f} ms")
    return [
        Measured(
            what="list of new people ÷ bare read", value=_ratio(first, bare), bound=2, unit="×"
        ),
        Measured(
            what="the same list again ÷ bare read", value=_ratio(again, bare), bound=2, unit="×"
        ),
    ]


def write_list(path: Path, rows: int) -> Path:
    """Write a list of different people as offices keep them."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(HEADER)
    for n in range(rows):
        name = f"{FAMILIES[n % 11]} {MIDDLES[n // 11 % 11]} {GIVEN[n // 121 % 12]}"
        born = (f"{n % 28 + 1}/{n % 12 + 1}/{1950 + n % 50}", 1950 + n % 50)[n % 2]
        sheet.append((
            n + 1, f"A{n:04d}", name, born, ("Nam", "Nữ")[n % 2], "Kinh", "Không",
            f"Chi bộ Khu phố {n % 30}", f"Phó Bí thư chi bộ khu phố {n % 200}",
            f"{n % 12 + 1:02d}/{1980 + n % 40}", "Đại học", "Trung cấp", "chính thức", None,
            f"Ghi chú số {n}" if n % 5 == 0 else None,
        ))  # fmt: skip
    book.save(path)
    return path


def bare_read(path: Path) -> int:
    """Return how many cells openpyxl reads, in its fastest mode."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(
        value is not None for row in book.active.iter_rows(values_only=True) for value in row
    )
    book.close()
    return cells


def import_list(path: Path, known: Sequence[Person] = ()) -> RegisterChanges:
    """Read a list and compare it with a register, as the import does before it writes."""
    book = read_register_file(path)
    assert not isinstance(book, Refusal)
    found = likeliest_sheet(book)
    assert not isinstance(found, Refusal)
    sheet, table = found
    reading = read_register_lines(sheet, table, file=path.name)
    return compare_register(known, reading.lines, attendance=True)


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _ratio(times: Sequence[float], bare: Sequence[float]) -> float:
    return median(took / one for took, one in zip(times, bare, strict=True))
