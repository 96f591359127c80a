"""The packages the program is made of, with version and licence, as their own metadata have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import (
    Distribution,
    PackageMetadata,
    PackageNotFoundError,
    distribution,
)

_PROGRAM = "congress-desk"
_NAME = re.compile(r"[A-Za-z0-9._-]+")


def used_packages() -> tuple[str, ...]:
    """Return "reportlab 4.2.5 (BSD)" of each package that is needed to run, those behind it too."""
    found = (distribution(name) for name in package_names())
    texts = (f"{each.metadata['Name']} {each.version} ({_licence(each)})" for each in found)
    return tuple(sorted(texts, key=str.casefold))


def package_names() -> tuple[str, ...]:
    """Return the plain names of the packages that are needed to run and are installed."""
    found: dict[str, None] = {}
    waiting = list(_required(_PROGRAM))
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        try:
            distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = None
        waiting += _required(name)
    return tuple(found)


def _required(name: str) -> Iterator[str]:
    """Yield what a package needs on every system, by its plain name."""
    try:
        asked = distribution(name).requires or ()
    except PackageNotFoundError:
        return
    for line in asked:
        found = _NAME.match(line)
        if found and "extra ==" not in line:
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
    return expression or ", ".join(classified) or _first(about, "License") or "?"


def _first(about: PackageMetadata, key: str) -> str:
    text = next(iter(about.get_all(key) or ()), "")
    return (text or "").strip().partition("\n")[0]
