"""Scanned ballots on the command line: read bundle by bundle, and recorded where all is clear."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from congress_desk.actions.elections.passes.scanning import check_scannable, record_scan
from congress_desk.cli.signing_in import sign_in_here
from congress_desk.domain.ballot_papers.ballot_print import PrintState
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.scans.bundle import ScannedBundle, ScannedSheet
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.imports.scan_answers import Answers, read_scan_answers
from congress_desk.queries.elections.ballot_prints import ballots_of_round
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.lists import rounds
from congress_desk.queries.elections.passes.bundles import bundle_of
from congress_desk.reports.ballot_papers.layout import BallotLayout, layout_of
from congress_desk.scan import is_installed
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name

DONE, PROBLEMS = 0, 1


def scan(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Read scanned pages; a bundle without open doubts is recorded as a pass of its own.

    The exit code is 1 where a page could not be read, or a bundle waits for answers.
    """
    if not is_installed():
        return refuse("scan_not_installed")
    if file.key is not None:
        # The pictures beside it would tell in the clear what the file keeps sealed.
        return refuse("scan_with_password", Place(file=file.path.name))
    election = election_by_code(file, options.election)
    if isinstance(election, Refusal):
        return election
    found = next((r for r in rounds(file, election.id) if r.state is RoundState.COUNTING), None)
    if found is None:
        return refuse("no_round_counting", Place(file=file.path.name), code=election.code)
    layouts = _layouts(file, found, election.code)
    if isinstance(layouts, Refusal):
        return layouts
    answers = _answers(options, found)
    if isinstance(answers, Refusal):
        return answers
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    return _Scanning(file, election, found, answers, options).run(*layouts)


def _layouts(
    file: CongressFile, found: Round, code: str
) -> tuple[Sequence[BallotLayout], Sequence[BallotLayout]] | Refusal:
    """Return the drawings of the papers that are voted with, and of the others of the round."""
    of = ballots_of_round(file, found)
    good = [p for p in of.prints if p.state is PrintState.PRINTED and p.digest == of.listed.digest]
    if not good:
        return refuse("scan_no_print", Place(file=file.path.name), code=code)
    texts = {p.layout for p in good}
    others = {p.layout for p in of.prints} - texts
    return [layout_of(text) for text in texts], [layout_of(text) for text in others]


def _answers(options: argparse.Namespace, found: Round) -> Answers | Refusal:
    if options.answers is None:
        return {}
    return read_scan_answers(options.answers, len(found.candidates), found.mode)


class _Scanning:
    """One call: what was read, recorded and left to a person."""

    def __init__(
        self,
        file: CongressFile,
        election: Election,
        found: Round,
        answers: Answers,
        options: argparse.Namespace,
    ) -> None:
        # Loaded here: what reads pictures is an extra.
        from congress_desk.scan.pictures import PictureFiles

        self._file, self._election, self._round = file, election, found
        self._answers, self._options = answers, options
        self._pictures = PictureFiles(file.path, f"{election.code}-{found.number}")
        self._refusals = list[Refusal]()
        self._pages = list[dict[str, Any]]()
        self._lines = list[str]()
        self._is_broken = self._is_whole = False

    def run(self, layouts: Sequence[BallotLayout], void: Sequence[BallotLayout]) -> int | Refusal:
        """Read and record every bundle, and say what became of it."""
        from congress_desk.scan.bundles import BundleReader
        from congress_desk.scan.feed import sheet_sides

        reader = BundleReader(
            layouts,
            void=void,
            election_id=self._election.id,
            round_id=self._round.id,
            keep=self._pictures.keep,
        )
        self._is_whole = True
        for each in reader.read(sheet_sides(self._options.pages), bundle=self._options.bundle):
            if isinstance(each, Refusal):
                self._refusals.append(each)
                self._is_broken = True
                continue
            self._take(each)
            self._is_broken = False
        self._pictures.drop()
        if not self._lines and len(self._refusals) == 1:
            return self._refusals[0]
        self._say()
        return DONE if self._is_whole and not self._refusals else PROBLEMS

    def _take(self, scanned: ScannedBundle) -> None:
        answers = self._answers.get(scanned.number, {})
        waiting = {sheet.sequence for sheet in scanned.waiting(answers)}
        self._pages += [
            _as_json(scanned, sheet, sheet.sequence in waiting) for sheet in scanned.sheets
        ]
        done = self._recorded(scanned)
        aside = sum(sheet.aside is not None for sheet in scanned.sheets)
        self._lines.append(
            message(
                "cli.scan_bundle",
                bundle=scanned.number,
                sheets=len(scanned.sheets),
                doubts=len(waiting) - sum(s.aside is not None for s in scanned.waiting(answers)),
                aside=aside,
            )
        )
        for sheet in scanned.waiting(answers):
            self._lines.append("  " + _doubt_line(sheet))
        if isinstance(done, Refusal):
            self._is_whole = False
            self._lines.append("  " + problem_text(done.first))
        else:
            self._lines.append(
                "  " + message("cli.scan_recorded", pass_number=done.passes[-1].number)
            )

    def _recorded(self, scanned: ScannedBundle) -> BundlePasses | Refusal:
        """Record a bundle of which nothing is open, as many sheets as its cover says."""
        number, answers = scanned.number, self._answers.get(scanned.number, {})
        if not number:
            return refuse("scan_no_cover")
        bundle = bundle_of(self._file, self._round.id, number)
        if bundle is None:
            return refuse("bundle_unknown", bundle=number)
        refusal = check_scannable(self._round, bundle)
        if refusal:
            return refusal
        waiting = scanned.waiting(answers)
        if waiting:
            return refuse("scan_waits", bundle=number, count=len(waiting))
        if self._is_broken:
            return refuse("scan_bundle_broken", bundle=number)
        papers = scanned.papers(answers)
        expected = scanned.expected if scanned.expected is not None else bundle.expected
        if expected is not None and len(papers) != expected and not self._options.short:
            return refuse(
                "scan_count_differs", bundle=number, scanned=len(papers), expected=expected
            )
        kept = self._pictures.finish(number)
        if kept is None:
            return refuse("scan_nothing_read", bundle=number)
        path, digest = kept
        done = record_scan(
            self._file,
            self._round.id,
            number,
            papers,
            pictures=path.name,
            picture_hash=digest,
            operator=self._options.operator or user_name(),
        )
        if isinstance(done, Refusal):
            path.unlink(missing_ok=True)
        else:
            self._round = next(
                r for r in rounds(self._file, self._election.id) if r.id == self._round.id
            )
        return done

    def _say(self) -> None:
        if self._options.json:
            print(json.dumps(self._pages, ensure_ascii=False, indent=1))
            return
        for line in self._lines:
            print(line)
        for refused in self._refusals:
            print(problem_text(refused.first))


def _doubt_line(sheet: ScannedSheet) -> str:
    if sheet.aside is not None:
        words = message(f"scan_aside.{sheet.aside.value}")
    else:
        words = "; ".join(
            message(
                "cli.scan_line", position=doubt.position, why=message(f"scan_why.{doubt.why.value}")
            )
            if doubt.position
            else message(f"scan_why.{doubt.why.value}")
            for doubt in sheet.doubts
        )
    return message(
        "cli.scan_doubt", sheet=sheet.sequence, file=sheet.file, page=sheet.page, words=words
    )


def _as_json(scanned: ScannedBundle, sheet: ScannedSheet, waits: bool) -> dict[str, Any]:
    return {
        "file": sheet.file,
        "page": sheet.page,
        "bundle": scanned.number,
        "sequence": sheet.sequence,
        "struck": sorted(sheet.paper.struck),
        "both": sorted(sheet.paper.both),
        "blank": sorted(sheet.paper.blank),
        "doubts": [{"position": d.position, "why": d.why.value} for d in sheet.doubts],
        "set_aside": sheet.aside.value if sheet.aside else "",
        "waits": waits,
    }
