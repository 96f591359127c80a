"""Cells that were copied in Excel as people: with titles or without, read like any other list."""

from __future__ import annotations

from congress_desk.errors import Place, Refusal, refuse
from congress_desk.imports.legacy.sheet import in_unicode
from congress_desk.imports.register.csv import read_people_csv
from congress_desk.imports.register.header import find_register_table
from congress_desk.imports.register.lines import read_register_lines
from congress_desk.imports.register.reading import RegisterReading
from congress_desk.imports.register.without_header import guessed_table


def read_pasted(text: str) -> RegisterReading | Refusal:
    """Return the people of copied cells; refused when no column of names is recognised."""
    sheet = read_people_csv(text.encode("utf-8", "replace"), Place())
    if isinstance(sheet, Refusal):
        return sheet
    sheet = in_unicode(sheet)
    table = find_register_table(sheet)
    if isinstance(table, Refusal):
        guessed = guessed_table(sheet)
        if guessed is None:
            return refuse("pasted_without_names")
        table = guessed
    return read_register_lines(sheet, table)
