"""Numbered migrations, one a schema version; never edited after a release."""

from __future__ import annotations

from collections.abc import Callable

from sqlite_utils import Database

from congress_desk.storage.migrations import m0001_counting

MIGRATIONS: tuple[Callable[[Database], None], ...] = (m0001_counting.apply,)
SCHEMA_VERSION = len(MIGRATIONS)
