"""The call `opinions`: what discussion groups said into the congress, or out of it as JSON."""

from __future__ import annotations

import argparse
import json
from typing import Any

from congress_desk.actions.discussions import write_opinion_list
from congress_desk.domain.discussions.opinion import Opinion
from congress_desk.domain.text.clean_text import fold
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.imports.setup.opinions import opinion_file
from congress_desk.queries.discussions import DiscussionsView, discussions_view
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE = 0


def opinions(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Take the list in that is named, or print what was said, without who said it."""
    if options.json == (options.list is not None):
        return refuse("usage", detail=message("cli.people_from_or_json"))
    view = discussions_view(file)
    if options.json:
        print(json.dumps([_as_json(o, view) for o in view.opinions], ensure_ascii=False, indent=1))
        return DONE
    return _import(file, options, view)


def _as_json(opinion: Opinion, view: DiscussionsView) -> dict[str, Any]:
    return {
        "group": view.group_names[opinion.group_id],
        "text": view.text_title(opinion.part),
        "part": view.chapter_title(opinion.part),
        "opinion": opinion.gist,
        "stance": opinion.stance.value,
        "merged": bool(opinion.merged_into),
        "wording": opinion.wording,
        "answer": opinion.answer,
        "taken": opinion.taken.value,
    }


def _import(
    file: CongressFile, options: argparse.Namespace, view: DiscussionsView
) -> int | Refusal:
    named = [group.id for group in view.groups if fold(group.name) == fold(options.group)]
    if options.group and not named:
        return refuse("opinion_list_group", name=options.group)
    found = opinion_file(file, options.list, sheet=options.sheet, group=sum(named))
    if isinstance(found, Refusal):
        return found
    if found.opinions and not options.dry_run:
        done = write_opinion_list(file, found.opinions, source=options.list.name, actor=user_name())
        if isinstance(done, Refusal):
            return done
    print(message("cli.opinions_new", count=len(found.opinions)))
    print(message("cli.opinions_known", count=found.known))
    for note in found.notes:
        print(message("cli.people_note", text=problem_text(note)))
    if options.dry_run:
        print(message("cli.people_dry"))
    return DONE
