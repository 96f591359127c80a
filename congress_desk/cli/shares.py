"""The call `shares`: a list of shares into the register of shares, or the register out."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from congress_desk.actions.elections.shares import write_share_list
from congress_desk.domain.elections.shares.share_changes import (
    ShareChanges,
    ShareState,
    compare_shares,
)
from congress_desk.domain.elections.shares.share_list import share_lines
from congress_desk.domain.elections.shares.shares import Holding
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import grouped, message, problem_text
from congress_desk.imports.setup.shares import read_share_book
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.shares import SharesView, shares_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE = 0


def shares(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Import the list that is named, or print the register of shares as JSON."""
    if options.json == (options.list is not None):
        return refuse("usage", detail=message("cli.people_from_or_json"))
    if options.json:
        view = shares_view(file)
        told = [_as_json(holding, view) for holding in view.holdings]
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return DONE
    return _import(file, options)


def _as_json(holding: Holding, view: SharesView) -> dict[str, Any]:
    proxy = next((p for p in view.people if p.id == holding.proxy_id), None)
    return {
        "code": holding.code,
        "name": holding.name,
        "shares": holding.shares,
        "proxy": proxy.code if proxy else "",
        "document": holding.document,
        "present": holding.present,
    }


def _import(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    book = read_share_book(options.list, options.sheet)
    if isinstance(book, Refusal):
        return book
    rules, view = congress(file).rules, shares_view(file)
    lines = share_lines(book.rows, view.people, rules.article("shares"))
    if isinstance(lines, Refusal):
        return lines
    people = {person.id: person for person in view.people}
    changes = compare_shares(view.holdings, lines, people, rules.article("proxy"))
    if isinstance(changes, Refusal):
        return changes
    if not options.dry_run:
        done = write_share_list(file, lines, source=options.list.name, actor=user_name())
        if isinstance(done, Refusal):
            return done
    for line in _report_lines(changes):
        print(line)
    for note in book.notes:
        print(message("cli.people_note", text=problem_text(note)))
    if options.dry_run:
        print(message("cli.people_dry"))
    return DONE


def _report_lines(changes: ShareChanges) -> Iterator[str]:
    for state in ShareState:
        yield message(f"cli.people_{state.value}", count=len(changes.of(state)))
    if changes.missing:
        yield message("cli.shares_missing", count=len(changes.missing))
    total = sum(change.after.shares for change in changes.changes)
    kept = sum(holding.shares for holding in changes.missing)
    yield message("cli.shares_total", shares=grouped(total + kept))
