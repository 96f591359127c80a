"""Where the lines of the palette come from: commands of the place, desks and parts, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from congress_desk.domain.journal import typed_code
from congress_desk.help.why import why_said
from congress_desk.i18n import tr
from congress_desk.keys.names import caps
from congress_desk.keys.table import PLACES
from congress_desk.keys.uses import desk_key, part_key
from congress_desk.ui.desk import DeskPlace, paper_place
from congress_desk.ui.help_wish import want_help
from congress_desk.ui.shell.commands_in_sight import commands_here
from congress_desk.ui.shell.palette.palette_line import Group, PaletteLine

if TYPE_CHECKING:
    from congress_desk.ui.shell.main_window import MainWindow
    from congress_desk.ui.shell.palette.found_records import FoundRecord
    from congress_desk.ui.shell.workspace import Workspace

_HIDDEN = frozenset({"palette"})


def command_lines(window: MainWindow) -> Iterator[PaletteLine]:
    """Yield what can be done here, and what is refused with its reason."""
    for near, commands in enumerate(commands_here(window)):
        of_window = commands is window.commands
        for name, line in commands.lines.items():
            reason = commands.why_not(name)
            if reason is None or name in _HIDDEN:
                continue
            yield PaletteLine(
                group=Group.DO,
                words=commands.words(name),
                aside="" if of_window else tr(PLACES[commands.place].title),
                icon=line.icon,
                caps=caps(line.keys[0]) if line.keys else (),
                refused=reason,
                act=partial(_explain, window, f"{commands.place}.{name}", reason)
                if reason
                else partial(commands.run, name),
                near=near,
            )


def _explain(window: MainWindow, topic: str, reason: str) -> None:
    """Show why a command is refused, and the help about it."""
    want_help(topic, window, why_said(reason))


def place_lines(workspace: Workspace) -> Iterator[PaletteLine]:
    """Yield the desks and their parts, those of the desk in use first."""
    for row, entry in enumerate(workspace.entries):
        yield PaletteLine(
            group=Group.GO,
            words=tr(entry.title),
            aside=tr("desk"),
            icon=entry.icon_name,
            caps=caps(desk_key(row)),
            act=partial(workspace.show_desk_at, row),
        )
    for row, entry in enumerate(workspace.entries):
        in_use = entry.key == workspace.desk_key
        for place, part in enumerate(PLACES[entry.key].parts):
            if tr(part) == tr(entry.title):
                continue
            yield PaletteLine(
                group=Group.GO,
                words=tr(part),
                aside=tr(entry.title),
                icon=entry.icon_name,
                caps=caps(part_key(place)) if in_use else (),
                act=partial(_show_part, workspace, row, place),
                near=0 if in_use else 2,
            )


def help_lines(window: MainWindow) -> Iterator[PaletteLine]:
    """Yield the pages of the help, their sections and the terms of the glossary."""
    from congress_desk.help.contents import pages
    from congress_desk.ui.shell.help.help_drawer import HelpDrawer

    for page in pages():
        for section in page.sections:
            of_page = section.level > 1
            yield PaletteLine(
                group=Group.HELP,
                words=section.title,
                aside=page.title if of_page else "",
                icon="circle-question-mark",
                act=partial(HelpDrawer.show_page, window, section.address),
            )


def code_lines(workspace: Workspace, typed: str) -> tuple[PaletteLine, ...]:
    """Return the way to the state that a paper was printed from, where its code is typed."""
    code = typed_code(typed)
    journals = (entry for entry in workspace.entries if entry.key == "journal") if code else ()
    return tuple(
        PaletteLine(
            group=Group.FOUND,
            words=tr("The paper with the code {code}", code=code),
            aside=tr(journal.title),
            icon=journal.icon_name,
            act=partial(workspace.show_place, DeskPlace(desk="journal", part=code)),
        )
        for journal in journals
    )


def record_lines(workspace: Workspace, records: Iterable[FoundRecord]) -> tuple[PaletteLine, ...]:
    """Return a line for each record that was read."""
    return tuple(
        PaletteLine(
            group=Group.FOUND,
            words=found.words,
            aside=found.aside,
            icon=found.icon,
            act=partial(_show_record, workspace, found),
        )
        for found in records
    )


def _show_part(workspace: Workspace, row: int, place: int) -> None:
    workspace.show_desk_at(row)
    if workspace.desk is not None:
        workspace.desk.show_part(place)


def _show_record(workspace: Workspace, found: FoundRecord) -> None:
    if found.desk == "papers":
        workspace.show_place(paper_place(kind=found.part, round_id=found.record))
    else:
        workspace.show_place(DeskPlace(desk=found.desk, record=found.record, part=found.part))
