"""The cover sheets of the bundles of a round that is being counted."""

from __future__ import annotations

from collections.abc import Iterator

from congress_desk.domain.elections.round import RoundState
from congress_desk.exports.file_names import bundle_covers_name
from congress_desk.i18n import tr
from congress_desk.papers.paper import DRAWN, Paper, PaperChoices, PaperKind
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import election, elections, rounds
from congress_desk.queries.journal import head
from congress_desk.reports.elections.bundle_covers import BundleCovers, bundle_covers
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.elections import ballots as reading_ballots

BUNDLE_COVERS = "bundle-covers"


def _there(file: CongressFile) -> Iterator[Paper]:
    """Yield the covers of each round that is counted and has bundles."""
    for each in elections(file):
        for held in rounds(file, each.id):
            counted = held.state is RoundState.COUNTING
            if not counted or not reading_ballots.bundle_covers(file, held.id):
                continue
            title = tr("Covers of bundles · {title}", title=each.title)
            if held.number > 1:
                title = tr("{title} · round {number}", title=title, number=held.number)
            yield Paper(
                kind=BUNDLE_COVERS,
                title=title,
                file_name=bundle_covers_name(each.code, held.number),
                formats=DRAWN,
                election_id=each.id,
                round_id=held.id,
            )


def _says(file: CongressFile, paper: Paper, _: PaperChoices) -> BundleCovers:
    held = next(each for each in rounds(file, paper.election_id) if each.id == paper.round_id)
    covers = [
        (number, expected) for _id, number, expected in reading_ballots.bundle_covers(file, held.id)
    ]
    return bundle_covers(
        congress(file), election(file, paper.election_id), held, covers, head(file)
    )


COVER_KINDS = (PaperKind(name=BUNDLE_COVERS, there=_there, says=_says),)
