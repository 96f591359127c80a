"""The papers of the discussion in groups: synthesis, minutes of each group, the groups' sheets."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.exports.file_names import file_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import WORKBOOK, Paper, PaperChoices, PaperKind
from congress_desk.queries.discussions import DiscussionsView, discussions_view
from congress_desk.queries.journal import head
from congress_desk.reports.discussions.facts import DiscussionFacts, GroupFacts
from congress_desk.reports.discussions.group_minutes import group_minutes
from congress_desk.reports.discussions.sheets_book import group_sheets
from congress_desk.reports.discussions.synthesis import discussion_synthesis
from congress_desk.reports.document.book import Book
from congress_desk.reports.document.document import Document
from congress_desk.storage.congress_file import CongressFile

SYNTHESIS, MINUTES, SHEETS = "discussion-synthesis", "discussion-minutes", "discussion-sheets"


def _synthesis(file: CongressFile) -> Iterator[Paper]:
    if discussions_view(file).opinions:
        yield Paper(
            kind=SYNTHESIS,
            title=tr("Synthesis of the group discussions"),
            file_name=file_name("tong-hop-thao-luan-to", suffix=".pdf"),
        )


def _minutes(file: CongressFile) -> Iterator[Paper]:
    view = discussions_view(file)
    for group in view.groups:
        if view.of_group(group.id) or view.meeting(group.id).opened:
            yield Paper(
                kind=MINUTES,
                title=tr("Minutes of the group {group}", group=group.name),
                file_name=file_name("bien-ban-thao-luan", group.id, group.name, suffix=".pdf"),
                part=str(group.id),
            )


def _sheets(file: CongressFile) -> Iterator[Paper]:
    if discussions_view(file).groups:
        yield Paper(
            kind=SHEETS,
            title=tr("Sheets of the groups for their opinions"),
            file_name=file_name("phieu-ghi-y-kien-to", suffix=".xlsx"),
            formats=WORKBOOK,
        )


def discussion_facts(file: CongressFile, view: DiscussionsView) -> DiscussionFacts:
    """Return what the papers say of the discussion."""
    return DiscussionFacts(
        congress=view.congress,
        groups=tuple(_group(view, group.id) for group in view.groups),
        texts=view.texts,
        chapters=view.chapters,
        points=view.points,
        head=head(file),
    )


def _group(view: DiscussionsView, group_id: int) -> GroupFacts:
    return GroupFacts(
        name=view.group_names[group_id],
        head=view.holder(group_id, "head"),
        secretary=view.holder(group_id, "secretary"),
        members=len(view.members(group_id)),
        meeting=view.meeting(group_id),
        opinions=view.of_group(group_id),
    )


def _says_synthesis(file: CongressFile, _: Paper, __: PaperChoices) -> Document:
    return discussion_synthesis(discussion_facts(file, discussions_view(file)))


def _says_minutes(file: CongressFile, paper: Paper, _: PaperChoices) -> Document:
    view = discussions_view(file)
    return group_minutes(discussion_facts(file, view), _group(view, int(paper.part)))


def _says_sheets(file: CongressFile, _: Paper, __: PaperChoices) -> Book:
    return group_sheets(discussion_facts(file, discussions_view(file)))


DISCUSSION_KINDS = (
    PaperKind(name=SYNTHESIS, there=_synthesis, says=_says_synthesis),
    PaperKind(name=MINUTES, there=_minutes, says=_says_minutes),
    PaperKind(name=SHEETS, there=_sheets, says=_says_sheets),
)
