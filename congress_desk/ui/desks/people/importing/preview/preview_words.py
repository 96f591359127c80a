"""How the preview names and marks what becomes of a row."""

from __future__ import annotations

from congress_desk.i18n import tr
from congress_desk.ui.desks.people.importing.preview.preview_row import PreviewRow, RowKind
from congress_desk.ui.records.table_model import Sign, TableColumn

SIGNS = {
    RowKind.NEW: Sign(icon="circle-plus", tone="accent"),
    RowKind.CHANGED: Sign(icon="pencil", tone="look"),
    RowKind.SAME: Sign(icon="circle-check", tone="muted"),
    RowKind.SKIPPED: Sign(icon="minus", tone="muted"),
    RowKind.PROBLEM: Sign(icon="octagon-alert", tone="wrong"),
    RowKind.MISSING: Sign(icon="circle-question-mark", tone="muted"),
    RowKind.LIST: Sign(icon="info", tone="look"),
}
VIEW_TONES = {
    "new": "accent",
    "changed": "look",
    "problem": "wrong",
    "remarked": "look",
    "converted": "accent",
}


def kind_word(kind: RowKind) -> str:
    """Return the word beside the sign of a row."""
    words = {
        RowKind.NEW: tr("new"),
        RowKind.CHANGED: tr("changed"),
        RowKind.SAME: tr("the same"),
        RowKind.SKIPPED: tr("left out"),
        RowKind.PROBLEM: tr("problem"),
        RowKind.MISSING: tr("not in the list"),
        RowKind.LIST: tr("of the list"),
    }
    return words[kind]


def view_word(key: str) -> str:
    """Return the word under the number of a choice of rows."""
    words = {
        "all": tr("all rows"),
        "remarked": tr("to review"),
        "converted": tr("old fonts"),
        "missing": tr("unlisted"),
    }
    return words.get(key) or kind_word(RowKind(key))


def view_sentence(key: str) -> str:
    """Return what the rows of a choice are, and what becomes of them."""
    sentences = {
        "all": tr("Every row of the list, from top to bottom."),
        "new": tr("People who are not in the register yet: they are added."),
        "changed": tr("People of the register for whom the list says something else."),
        "same": tr("People for whom the list says nothing new: nothing is done."),
        "skipped": tr("Rows that are nobody: blank lines, totals, notes."),
        "problem": tr("Rows that are not taken in. Put them right in the file and read it again."),
        "remarked": tr("Rows that are taken in, with something worth a look."),
        "converted": tr("Texts of old fonts (.VnTime, VNI) turned into Unicode: compare."),
        "missing": tr("People of the register who are not in this list. They stay as they are."),
    }
    return sentences[key]


def preview_columns() -> tuple[TableColumn, ...]:
    """Return the columns of the preview."""
    return (
        TableColumn(title=tr("Row"), text=lambda row: row.place, number=True),
        TableColumn(
            title=tr("Effect"),
            text=lambda row: kind_word(row.kind),
            sign=lambda row: SIGNS[row.kind],
            tone=lambda row: SIGNS[row.kind].tone,
        ),
        TableColumn(title=tr("Full name"), text=lambda row: row.name, strong=_matters),
        TableColumn(title=tr("Remarks"), text=lambda row: row.summary),
    )


def _matters(row: PreviewRow) -> bool:
    return row.kind in (RowKind.NEW, RowKind.CHANGED)
