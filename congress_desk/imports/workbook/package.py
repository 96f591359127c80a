"""The parts of a workbook's zip: found however their names are spelled, parsed without building.

Elements and attributes come by their local names, so that Strict Open XML reads like Transitional.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from xml.parsers import expat

Attributes = Mapping[str, str]
_PARTED = " "
_OURS = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/",
)
_CONTENT_TYPES = "[Content_Types].xml"


class DamagedPart(ValueError):
    """A part that is missing, is no XML, or is none that an office program writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What a part refers to: the last word of the relation's type, and the path of its target."""

    kind: str
    path: str


class Package:
    """The zip of a workbook; its parts by path, without regard to case or kind of slash."""

    def __init__(self, content: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._names = {_plain(name): name for name in self._archive.namelist()}
        parse(self.read(_CONTENT_TYPES))

    def has(self, path: str) -> bool:
        """Say whether there is a part of this path."""
        return _plain(path) in self._names

    def read(self, path: str) -> bytes:
        """Return the bytes of a part; DamagedPart when it is missing."""
        name = self._names.get(_plain(path))
        if name is None:
            raise DamagedPart(path)
        return self._archive.read(name)

    def relations(self, path: str) -> Mapping[str, Relation]:
        """Return what a part ("" the whole) refers to within the zip, by id."""
        folder, file = posixpath.split(path)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self.has(listed):
            return {}
        found: dict[str, Relation] = {}

        def take(name: str, attributes: Attributes) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, attributes.get("Target", ""))
                path = posixpath.normpath(target.replace("\\", "/")).lstrip("/")
                found[attributes.get("Id", "")] = Relation(kind=kind, path=path)

        parse(self.read(listed), start=take)
        return found

    def of_kind(self, path: str, kind: str) -> Iterator[str]:
        """Yield the paths of the parts of one kind that a part refers to."""
        return (each.path for each in self.relations(path).values() if each.kind == kind)


def parse(
    content: bytes,
    *,
    start: Callable[[str, Attributes], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for each element and text of a part; DamagedPart when it is no sound XML.

    Nothing is built, no entity is taken, and only roots of the office formats are read.
    """
    parser = expat.ParserCreate(namespace_separator=_PARTED)
    parser.buffer_text = True
    _check_root(parser, start)
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if end is not None:
        ended = end
        parser.EndElementHandler = lambda name: ended(_local(name))
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(content, True)
    # An encoding that nobody knows is a LookupError.
    except (expat.ExpatError, LookupError) as error:
        raise DamagedPart(str(error)) from error


def _check_root(
    parser: expat.XMLParserType, start: Callable[[str, Attributes], None] | None
) -> None:
    def first(name: str, attributes: dict[str, str]) -> None:
        if not name.startswith(_OURS):
            raise DamagedPart(name)
        parser.StartElementHandler = later
        later(name, attributes)

    def later(name: str, attributes: dict[str, str]) -> None:
        if start is not None:
            # Half of the elements of a sheet have none.
            given = {_local(key): value for key, value in attributes.items()} if attributes else {}
            start(_local(name), given)

    parser.StartElementHandler = first


# A sheet of 2,000 people says the same few names 100,000 times.
@lru_cache(maxsize=512)
def _local(name: str) -> str:
    return name.rpartition(_PARTED)[2]


def _refuse_doctype(*_: object) -> None:
    raise DamagedPart("doctype")


def _plain(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()
