"""How often one part of a workbook is read as a sheet: once, unless somebody meant harm."""

from __future__ import annotations

import posixpath
import zipfile
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

_LARGEST_LIST = 1_000_000


def most_sheets_of_one_part(archive: zipfile.ZipFile, name: str, content: bytes) -> int:
    """Return how many sheets of the workbook part `name` are the same part, at the most.

    What cannot be known counts as all of them: the parser would read each anew.
    """
    sheets = content.count(b"sheetId")
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    try:
        listed = archive.read(relations)
        if max(len(content), len(listed)) > _LARGEST_LIST:
            return sheets
        targets = dict(_targets(fromstring(listed), folder))
        found = Counter(targets[each] for each in _sheet_ids(fromstring(content)))
    except (LookupError, ParseError, DefusedXmlException, ValueError):
        return sheets
    return max(found.values(), default=1)


def _targets(relations: Element, folder: str) -> Iterator[tuple[str, str]]:
    """Yield each relation with the part it leads to, resolved as the parser does."""
    for relation in relations:
        target = relation.get("Target", "")
        path = posixpath.normpath(posixpath.join(folder, target))
        yield relation.get("Id", ""), target[1:] if target.startswith("/") else path


def _sheet_ids(workbook: Element) -> Iterator[str]:
    for element in workbook.iter():
        if element.tag.rpartition("}")[2] == "sheet":
            yield next((value for key, value in element.items() if key.endswith("}id")), "")
