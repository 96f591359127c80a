"""A document as text: for golden tests, and for reading a paper without printing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from congress_desk.reports.document.document import (
    Block,
    Bullet,
    Document,
    Ending,
    Head,
    Heading,
    KeepTogether,
    PageBreak,
    Paragraph,
    Recipients,
    Run,
    Signatures,
    Spacer,
    Table,
)


def document_text(document: Document) -> str:
    """Return the document as text: bold as **text**, italic as _text_, a table row a line."""
    lines = [f"[{document.stamp}]"] if document.stamp else []
    lines += _head(document.head)
    lines += ["", document.title, *document.subject, _title_rule(document), ""]
    lines += _blocks(document.blocks)
    lines += ["", f"({document.footer})"]
    return "\n".join(lines) + "\n"


def _title_rule(document: Document) -> str:
    return "_____" if document.form.title_rule == "rule" else document.form.title_rule


def _head(head: Head) -> Iterator[str]:
    for line in head.issuer:
        yield f"**{line.text}**" if line.bold else line.text
    if head.number:
        yield head.number
    yield "||"
    yield from head.organisation
    yield f"_{head.place_and_date}_"


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _runs(block.runs)
        case Heading():
            yield f"## {block.title} {block.remark}".rstrip()
        case Bullet():
            yield f"- {_runs(block.runs)}"
        case Table():
            yield from _table(block)
        case Signatures():
            yield from _signatures(block)
        case Ending():
            yield from _blocks((block.table, *block.blocks))
        case KeepTogether():
            yield from _blocks(block.blocks)
        case PageBreak():
            yield "=" * 20
        case Spacer():
            yield ""


def _table(table: Table) -> Iterator[str]:
    if any(column.group for column in table.columns):
        yield " | ".join(column.group for column in table.columns)
    yield " | ".join(column.title for column in table.columns)
    for index, row in enumerate(table.rows):
        line = " | ".join(row)
        yield f"**{line}**" if index in table.bold_rows else line


def _signatures(block: Signatures) -> Iterator[str]:
    if block.title:
        yield f"<{block.title}>"
    for cell in block.cells:
        if isinstance(cell, Recipients):
            yield from (cell.title, *(f"- {line}" for line in cell.lines))
        elif cell is not None:
            yield " / ".join(part for part in (cell.title, cell.role, cell.name or "……") if part)


def _runs(runs: Iterable[Run]) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    text = f"**{run.text}**" if run.bold else run.text
    return f"_{text}_" if run.italic else text
