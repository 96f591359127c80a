"""A scanned bundle becomes a pass: its pictures lie in their file before the act tells of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.actions.elections.passes.scanning import check_scannable, record_scan
from congress_desk.domain.ballot_papers.ballot_print import PrintState
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Round
from congress_desk.domain.elections.scans.bundle import Answer, ScannedBundle
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.ballot_prints import ballots_of_round
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.reports.ballot_papers.layout import BallotLayout, layout_of
from congress_desk.scan.picture_encryption import Seal
from congress_desk.scan.pictures import PictureFiles
from congress_desk.scan.work import ScanWork
from congress_desk.storage.congress_file import CongressFile

Layouts = tuple[Sequence[BallotLayout], Sequence[BallotLayout]]


def layouts_of(file: CongressFile, found: Round, code: str) -> Layouts | Refusal:
    """Return the drawings of the papers that are voted with, and of the others of the round."""
    of = ballots_of_round(file, found)
    good = [p for p in of.prints if p.state is PrintState.PRINTED and p.digest == of.listed.digest]
    if not good:
        return refuse("scan_no_print", Place(file=file.path.name), code=code)
    texts = {p.layout for p in good}
    others = {p.layout for p in of.prints} - texts
    return [layout_of(text) for text in sorted(texts)], [layout_of(t) for t in sorted(others)]


def check_bundle(
    file: CongressFile,
    found: Round,
    scanned: ScannedBundle,
    answers: Mapping[int, Answer],
    *,
    short: bool,
    two_passes: bool,
) -> Refusal | None:
    """Say why a bundle cannot be recorded: a doubt is open, or the number is not the cover's."""
    number = scanned.number
    if not number:
        return refuse("scan_no_cover")
    bundle = bundle_of(file, found.id, number)
    if bundle is None:
        return refuse("bundle_unknown", bundle=number)
    trust = congress(file).rules.scan_trust
    refusal = check_scannable(found, bundle, trust, two_passes=two_passes)
    if refusal:
        return refusal
    waiting = scanned.waiting(answers)
    if waiting:
        return refuse("scan_waits", bundle=number, count=len(waiting))
    ballots = scanned.ballots(answers)
    if not ballots:
        return refuse("scan_nothing_read", bundle=number)
    expected = scanned.expected if scanned.expected is not None else bundle.expected
    if expected is not None and len(ballots) != expected and not short:
        return refuse("scan_count_differs", bundle=number, scanned=len(ballots), expected=expected)
    return None


def record_bundle(
    file: CongressFile,
    found: Round,
    scanned: ScannedBundle,
    answers: Mapping[int, Answer],
    pictures: PictureFiles,
    *,
    operator: str,
    beside: str = "",
    two_passes: bool = False,
) -> BundlePasses | Refusal:
    """Write a bundle of which nothing is open; its pictures were given to `pictures` before."""
    sheets = scanned.counted_sheets(answers)
    kept = pictures.finish(scanned.number, [sheet.sides for sheet in sheets])
    if kept is None:
        return refuse("scan_nothing_read", bundle=scanned.number)
    path, digest = kept
    done = record_scan(
        file,
        found.id,
        scanned.number,
        scanned.ballots(answers),
        pictures=path.name,
        picture_hash=digest,
        operator=operator,
        asked=len(answers),
        beside=beside,
        two_passes=two_passes,
    )
    if isinstance(done, Refusal):
        path.unlink(missing_ok=True)
    return done


def pictures_of(file: CongressFile, election: Election, found: Round) -> PictureFiles:
    """Return where the pictures of a round's bundles go."""
    return PictureFiles(file.path, f"{election.code}-{found.number}", Seal(file.key))


def record_feed(
    file: CongressFile,
    work: ScanWork,
    election: Election,
    round_id: int,
    feed_id: int,
    *,
    operator: str,
    short: bool = False,
    two_passes: bool = False,
) -> BundlePasses | Refusal:
    """Record one feeding of a round that is being counted; afterwards the work lets go of it."""
    feed = work.state.feed(feed_id)
    found = next((each for each in rounds(file, election.id) if each.id == round_id), None)
    if feed is None or found is None:
        return refuse("scan_feed_gone")
    number = feed.number
    if feed.broken:
        return refuse("scan_bundle_broken", bundle=number)
    if work.state.again(feed):
        return refuse("scan_fed_twice", bundle=number)
    refusal = check_bundle(
        file, found, feed.bundle, feed.answers, short=short, two_passes=two_passes
    )
    if refusal:
        return refusal
    pictures = pictures_of(file, election, found)
    try:
        for sheet in feed.bundle.sheets:
            for side in sheet.sides:
                data = work.picture(side.picture)
                if data is None:
                    return refuse("scan_picture_lost", bundle=number, sheet=sheet.sequence)
                pictures.keep(number, side.picture, data)
        done = record_bundle(
            file,
            found,
            feed.bundle,
            feed.answers,
            pictures,
            operator=feed.by or operator,
            beside=feed.beside,
            two_passes=two_passes,
        )
    except OSError as error:
        return refuse("scan_disk", reason=error.strerror or str(error))
    finally:
        pictures.drop()
    if not isinstance(done, Refusal):
        work.note_recorded(feed_id, done.passes[-1].number)
    return done
