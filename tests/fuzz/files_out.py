"""Files that others open: nothing in them runs, nothing is lost, names lead nowhere else."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from congress_files import granted
from lxml import etree

from congress_desk.domain.congress import Congress, CongressDetails, CongressState
from congress_desk.domain.hall.subject import Subject, SubjectKind
from congress_desk.domain.people.person import Person, Status
from congress_desk.domain.people.register import Direction, Passage
from congress_desk.domain.text.clean_text import clean_text
from congress_desk.domain.text.limits import TEXT_LIMIT
from congress_desk.exports import file_names
from congress_desk.exports.docx.document import draw_docx
from congress_desk.exports.door_list import door_list_name, write_door_list
from congress_desk.exports.hall.pdf import draw_hall_pdf
from congress_desk.exports.hall.slides import draw_hall_slides
from congress_desk.exports.pdf.document import draw_pdf
from congress_desk.exports.plain_text import write_plain_text
from congress_desk.exports.xlsx.workbook import write_xlsx
from congress_desk.imports.door_list import read_door_list
from congress_desk.imports.rule_sets import load_rule_set
from congress_desk.reports.document.book import (
    Book,
    BookColumn,
    BookRow,
    ColumnKind,
    Section,
    Sheet,
    Tone,
)
from congress_desk.reports.document.document import (
    Bullet,
    Column,
    Document,
    Head,
    Heading,
    Line,
    Paragraph,
    Recipients,
    Run,
    Signature,
    Signatures,
    Table,
)
from congress_desk.reports.document.wording import wording_of
from congress_desk.reports.hall.content import (
    Figure,
    Figures,
    HallContent,
    HallLine,
    Lines,
    Statement,
)
from congress_desk.reports.hall.hall_pages import HallPages
from congress_desk.ui.records.tables.data_table import tsv

from .hostile import text
from .watch import Faulty

MADE = datetime(2026, 11, 22, 8, 0, tzinfo=timezone(timedelta(hours=7)))
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\.[a-z]+")


def workbook(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a workbook of odd texts has texts alone, no formula and no link."""
    path = folder / "ra.xlsx"

    def trial(chance: Random) -> object:
        columns = (
            BookColumn(title=text(chance)),
            BookColumn(title="Số", kind=ColumnKind.NUMBER),
            BookColumn(title=text(chance), kind=ColumnKind.MARK),
        )
        told = [text(chance) for _ in range(4)]
        rows = tuple(
            BookRow(values=(t, chance.randrange(9), t[:9]), tone=chance.choice(tuple(Tone)))
            for t in told
        )
        sheet = Sheet(
            name="Kết quả",
            title=text(chance),
            columns=columns,
            sections=(Section(rows=rows),),
            notes=(text(chance),),
        )
        refused = write_xlsx(Book(title=text(chance), sheets=(sheet,), footer=text(chance)), path)
        if refused:
            return refused
        with zipfile.ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        for content in parts.values():
            etree.fromstring(content)
        page = parts["xl/worksheets/sheet1.xml"]
        if b"<f>" in page or b"<hyperlink" in page or b"<oleObject" in page:
            raise Faulty("a cell is a formula or a link")
        written = _texts_of(parts)
        for each in told:
            if clean_text(each)[:31_000] and clean_text(each)[:31_000] not in written:
                raise Faulty(f"a text is not there: {each!r:.100}")
        return None

    return trial


def _texts_of(parts: dict[str, bytes]) -> str:
    pages = [
        content
        for name, content in parts.items()
        if name.endswith(("sheet1.xml", "sharedStrings.xml"))
    ]
    return "\n".join(
        "".join(t.itertext()) for page in pages for t in etree.fromstring(page).iter("{*}t")
    )


def comma_separated(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a door's list and copied cells: no formula, and read back the same."""
    path = folder / "cửa.csv"
    uid = "0" * 32
    rules = granted(load_rule_set("dang-190-2024"))

    def trial(chance: Random) -> object:
        congress = Congress(
            uid=uid,
            state=CongressState.IN_SESSION,
            rules=rules,
            details=CongressDetails(name=clean_text(text(chance))),
        )
        code, name, door = (clean_text(clean_text(text(chance))[:200]) for _ in range(3))
        person = Person(id=1, code=clean_text(code[:40]) or "1", name=name or "x")
        passage = Passage(
            id=1,
            uid="a" * 32,
            person_id=1,
            direction=Direction.IN,
            at=MADE.isoformat(),
            door=door,
            actor="TK",
            before=Status.ABSENT,
            undone=False,
        )
        write_door_list(path, congress, [passage], {1: person})
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        rows += [line.split("\t") for line in tsv([[text(chance), text(chance)]]).splitlines()]
        if any(cell.startswith(_FORMULA) for row in rows for cell in row):
            raise Faulty(f"a cell begins a formula: {rows!r:.300}")
        lines = read_door_list(path, uid)
        if not isinstance(lines, tuple):
            raise Faulty(
                f"its own list is not taken: {lines.first.code} {code!r} {name!r} {door!r}"[:400]
            )
        if (lines[0].code, lines[0].name, lines[0].door) != (person.code, person.name, door):
            raise Faulty(
                f"read back as something else: {person.code!r} {person.name!r} {door!r}"[:400]
            )
        return None

    return trial


def papers(folder: Path) -> Callable[[Random], object]:
    """Return a trial: a paper of odd texts as PDF, DOCX and plain text."""
    path = folder / "ra.docx"

    def trial(chance: Random) -> object:
        made = _paper(chance)
        how = chance.randrange(8)
        stream = io.BytesIO()
        if how < 4:
            draw_pdf(made, stream, MADE)
            if (
                not stream.getvalue().rstrip().endswith(b"%%EOF")
                or b"/JavaScript" in stream.getvalue()
                or b"/URI" in stream.getvalue()
            ):
                raise Faulty("no PDF, or one that does something")
            return None
        if how < 6:
            return write_plain_text(made, path.with_suffix(".txt"))
        draw_docx(made, stream)
        with zipfile.ZipFile(stream) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))
            body = archive.read("word/document.xml")
        if b"<w:hyperlink" in body or b"<w:object" in body:
            raise Faulty("a text became a link or an object")
        if any("PAGE" not in (t.text or "") for t in etree.fromstring(body).iter("{*}instrText")):
            raise Faulty("a text became a field")
        return None

    return trial


def hall_pages(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: pages of the hall as PDF and as slides."""

    def trial(chance: Random) -> object:
        line = HallLine(
            text=kept(chance), lead=kept(chance), value=kept(chance), remark=kept(chance)
        )
        parts = chance.choice(
            (
                (Lines(lines=(line,) * chance.choice((1, 13))),),
                (Statement(text=kept(chance)),),
                (Figures(figures=(Figure(value=kept(chance), words=kept(chance)),)),),
            )
        )
        content = HallContent(
            subject=Subject(kind=SubjectKind.MESSAGE),
            title=kept(chance),
            subtitle=kept(chance),
            parts=parts,
            foot=kept(chance),
        )
        pages = HallPages(title=kept(chance), contents=(content,))
        draw = draw_hall_pdf if chance.random() < 0.7 else draw_hall_slides
        draw(pages, io.BytesIO(), MADE)

    return trial


def names(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: names of files made of odd texts."""
    makers = [
        make for name, make in vars(file_names).items() if name.endswith("_name") and callable(make)
    ]

    def trial(chance: Random) -> object:
        said = text(chance)
        made = [file_names.file_name(said, said, 2, suffix=".pdf"), door_list_name(said, said)]
        made.append(file_names.ballots_name(said, 2))
        made += [file_names.unused_name(made[0], {made[0].upper(), made[0]})]
        for each in made:
            if not _SAFE_NAME.fullmatch(each) or len(each) > file_names.LONGEST:
                raise Faulty(f"no name for a file: {each!r}")
        return len(makers) or None

    return trial


def kept(chance: Random) -> str:
    """Return a text as acts keep it: on one line, without what nobody sees."""
    return clean_text(text(chance))[:TEXT_LIMIT]


def short(chance: Random) -> str:
    """Return a text no longer than a field of one line takes."""
    return text(chance)[:TEXT_LIMIT]


def _paper(chance: Random) -> Document:
    def runs() -> tuple[Run, ...]:
        return tuple(
            Run(text(chance), bold=chance.random() < 0.3) for _ in range(chance.randrange(1, 3))
        )

    columns = (
        Column(title=text(chance)[:40], width=20),
        Column(title=text(chance)[:40]),
        Column(title="Số", width=15),
    )
    rows = tuple((text(chance), text(chance), "7") for _ in range(chance.randrange(4)))
    cells = (
        Recipients(title="Nơi nhận:", lines=(short(chance),)),
        Signature(title=short(chance), name=short(chance)),
    )
    head = Head(
        issuer=(Line(short(chance)), Line(short(chance), bold=True)),
        organisation=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        place_and_date=short(chance),
        number=short(chance)[:40],
    )
    blocks = (
        Paragraph(runs=runs()),
        Heading(title=text(chance), remark=text(chance)),
        Bullet(runs=runs()),
        Table(columns=columns, rows=rows),
        Signatures(cells=cells, across=2),
    )
    return Document(
        head=head,
        title=short(chance),
        subject=(short(chance),),
        footer=short(chance),
        stamp=chance.choice(("", short(chance))),
        form=wording_of("party").form,
        running=short(chance),
        blocks=tuple(chance.sample(blocks, chance.randrange(1, len(blocks)))),
    )
