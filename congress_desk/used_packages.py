"""The packages the program is made of, with version and licence, as their own metadata have it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from importlib.metadata import (
    Distribution,
    PackageMetadata,
    PackageNotFoundError,
    distribution,
)

_PROGRAM = "congress-desk"
# Whose metadata name no licence, and what their text is.
_SAID_NOWHERE = {"sqlcipher3": "Zlib"}
# Of these extras goes along what is installed: files with a password, scanned ballots.
_EXTRAS = ("password", "scan")
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_EXTRA = re.compile(r"extra == ['\"]([\w-]+)")


def used_packages(without: Collection[str] = ()) -> tuple[str, ...]:
    """Return "reportlab 4.2.5 (BSD)" of each package that the program runs on, and those behind it.

    `without` are plain names of packages that are installed here and not meant.
    """
    found = (distribution(name) for name in package_names(without))
    texts = (f"{each.metadata['Name']} {each.version} ({_licence(each)})" for each in found)
    return tuple(sorted(texts, key=str.casefold))


def package_names(without: Collection[str] = ()) -> tuple[str, ...]:
    """Return the plain names of the packages that the program runs on and that are installed."""
    found: dict[str, None] = {}
    waiting = list(_required(_PROGRAM))
    while waiting:
        name = waiting.pop(0)
        if name in found or name in without:
            continue
        try:
            distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = None
        waiting += _required(name)
    return tuple(found)


def _required(name: str) -> Iterator[str]:
    """Yield what a package needs on every system, by its plain name; of the program more."""
    extras = _EXTRAS if name == _PROGRAM else ()
    try:
        asked = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    for line in asked:
        found = _NAME.match(line)
        extra = _EXTRA.search(line)
        if found and (extra is None or extra[1] in extras):
            yield found[0].casefold().replace("_", "-")


def _licence(package: Distribution) -> str:
    """Return the licence: its SPDX expression, else its classifiers, else its first line."""
    about = package.metadata
    expression = _first(about, "License-Expression")
    classified = [
        line.rpartition("::")[2].strip()
        for line in about.get_all("Classifier") or ()
        if line.startswith("License ::") and not line.endswith("OSI Approved")
    ]
    known = _SAID_NOWHERE.get(about["Name"], "?")
    return expression or ", ".join(classified) or _first(about, "License") or known


def _first(about: PackageMetadata, key: str) -> str:
    text = next(iter(about.get_all(key) or ()), "")
    return (text or "").strip().partition("\n")[0]
