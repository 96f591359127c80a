"""The other lists of a secretariat, in any kind of file, and what a scanner wrote."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from random import Random

from congress_files import granted
from discussion_acts import a_discussion
from PIL import Image

from congress_desk.actions.preparation.copies import number_copies
from congress_desk.domain.ballot_papers.box_list import BOXES
from congress_desk.domain.guests.rota_sheet import ROTA
from congress_desk.domain.preparation.copy_list import COPIES
from congress_desk.domain.preparation.text_list import TEXTS
from congress_desk.domain.seating.sheet import SEATS
from congress_desk.domain.setup.layout import OPINIONS, SheetLayout
from congress_desk.domain.setup.share_sheet import SHARES
from congress_desk.errors import Refusal
from congress_desk.imports.setup.boxes import box_file
from congress_desk.imports.setup.copies import copy_file
from congress_desk.imports.setup.opinions import opinion_file
from congress_desk.imports.setup.rota import turn_file
from congress_desk.imports.setup.seats import read_seat_book
from congress_desk.imports.setup.shares import read_share_book
from congress_desk.imports.setup.texts import text_file
from congress_desk.scan.feed import sides_of_file
from congress_desk.storage.congress_file import CongressFile

from .files_in import _spoilt_book, _workbook, csv_of, web_page_of
from .hostile import NAMES, encoded, spoilt_bytes, spoilt_text, text
from .watch import sentences
from .word_in import document_of

_LISTS: tuple[tuple[SheetLayout, Callable[[CongressFile, Path], object]], ...] = (
    (TEXTS, text_file),
    (BOXES, box_file),
    (ROTA, turn_file),
    (SEATS, lambda _, path: read_seat_book(path)),
    (SHARES, lambda _, path: read_share_book(path)),
    (OPINIONS, opinion_file),
    (COPIES, lambda file, path: copy_file(file, 1, path)),
)


_USUAL = (
    *("1", "2", "A", "A12", "12.500", "30%", "Chi bộ 1", "Đoàn số 2; Đoàn số 3", "Hàng A", ""),
    *(
        "Toàn thể",
        "x",
        "22/11/2026",
        "8:00",
        "8h-9h",
        "Thùng 1",
        "Nguyễn Thị Ánh",
        "12–15",
        "Báo cáo",
        "Tổ 1",
        "Báo cáo chính trị",
        "Phần I. Kết quả",
        "Bổ sung",
    ),
)


def _said(chance: Random) -> str:
    return text(chance) if chance.random() < 0.2 else chance.choice((*_USUAL, *NAMES))


def other_list(folder: Path) -> Callable[[Random], object]:
    """Return a trial: one of those lists as workbook, Word, web page or CSV."""
    file = a_discussion(folder)
    granted(number_copies(file, 1, 20, comes_back=True, actor="TK"))

    def trial(chance: Random) -> object:
        layout, read = chance.choice(_LISTS)
        rows = [[column.label for column in layout.columns]]
        rows += [[_said(chance) for _ in layout.columns] for _ in range(chance.randrange(5))]
        suffix = chance.choice((".xlsx", ".docx", ".html", ".csv"))
        path = folder / f"danh-sach{suffix}"
        if suffix == ".xlsx":
            path.write_bytes(_spoilt_book(_workbook([(layout.name, rows)], chance), chance))
        elif suffix == ".docx":
            path.write_bytes(_spoilt_book(document_of(rows, chance), chance))
        else:
            told = csv_of(rows, chance) if suffix == ".csv" else web_page_of(rows, chance)
            path.write_bytes(encoded(spoilt_text(told, chance), chance))
        found = read(file, path)
        if not isinstance(found, Refusal):
            sentences(list(found.notes))
        return found

    return trial


def scanned_file(folder: Path) -> Callable[[Random], object]:
    """Return a trial: pages of a scanner as TIFF, PDF, PNG or JPEG, spoilt."""
    pages = [Image.effect_noise((60, 80), 90) for _ in range(3)]
    sound: dict[str, bytes] = {}
    for suffix, kind, how in (
        (".tif", "TIFF", {"save_all": True, "append_images": pages[1:]}),
        (".pdf", "PDF", {"save_all": True, "append_images": pages[1:]}),
        (".png", "PNG", {}),
        (".jpg", "JPEG", {}),
    ):
        stream = io.BytesIO()
        pages[0].save(stream, kind, **how)
        sound[suffix] = stream.getvalue()

    def trial(chance: Random) -> object:
        suffix = chance.choice(tuple(sound))
        content = sound[suffix if chance.random() < 0.9 else chance.choice(tuple(sound))]
        path = folder / f"quét{suffix}"
        path.write_bytes(spoilt_bytes(content, chance))
        sides = list(sides_of_file(path))
        refused = [side for side in sides if isinstance(side, Refusal)]
        sentences([problem for each in refused for problem in each.problems])
        return refused[0] if refused else sides

    return trial
