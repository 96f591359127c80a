"""Scanned ballots on the command line: read bundle by bundle, and recorded where all is clear."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any

from congress_desk.cli.signing_in import sign_in_here
from congress_desk.domain.elections.election import Election
from congress_desk.domain.elections.passes.bundle_passes import BundlePasses
from congress_desk.domain.elections.round import Round, RoundState
from congress_desk.domain.elections.scans.bundle import ScannedBundle, ScannedSheet
from congress_desk.errors import Place, Refusal, refuse
from congress_desk.i18n import message, problem_text
from congress_desk.imports.scan_answers import Answers, read_scan_answers
from congress_desk.queries.elections.by_code import election_by_code
from congress_desk.queries.elections.lists import rounds
from congress_desk.reports.ballot_papers.layout import BallotLayout
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
    # Loaded here: what reads pictures is an extra.
    from congress_desk.scan.recording import layouts_of

    election = election_by_code(file, options.election)
    if isinstance(election, Refusal):
        return election
    found = next((r for r in rounds(file, election.id) if r.state is RoundState.COUNTING), None)
    if found is None:
        return refuse("no_round_counting", Place(file=file.path.name), code=election.code)
    layouts = layouts_of(file, found, election.code)
    if isinstance(layouts, Refusal):
        return layouts
    answers = _answers(options, found)
    if isinstance(answers, Refusal):
        return answers
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    return _Scanning(file, election, found, answers, options).run(*layouts)


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
        from congress_desk.scan.recording import pictures_of

        self._file, self._election, self._round = file, election, found
        self._answers, self._options = answers, options
        self._pictures = pictures_of(file, election, found)
        self._refusals = list[Refusal]()
        self._pages = list[dict[str, Any]]()
        self._lines = list[str]()
        self._is_broken = self._is_whole = False

    def run(self, layouts: Sequence[BallotLayout], void: Sequence[BallotLayout]) -> int | Refusal:
        """Read and record every bundle, and say what became of it."""
        from congress_desk.scan.bundles import BundleReader
        from congress_desk.scan.feed import sheet_sides
        from congress_desk.scan.side_reader import for_round

        wanted = for_round(layouts, void, self._election.id, self._round.id)
        reader = BundleReader(wanted, keep=self._pictures.keep)
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
        from congress_desk.scan.recording import check_bundle, record_bundle

        answers, options = self._answers.get(scanned.number, {}), self._options
        refusal = check_bundle(
            self._file,
            self._round,
            scanned,
            answers,
            short=options.short,
            two_passes=options.two_passes,
        )
        if refusal:
            return refusal
        if self._is_broken:
            return refuse("scan_bundle_broken", bundle=scanned.number)
        done = record_bundle(
            self._file,
            self._round,
            scanned,
            answers,
            self._pictures,
            operator=options.operator or user_name(),
            two_passes=options.two_passes,
        )
        if not isinstance(done, Refusal):
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
