"""The program tries itself where it runs: a congress made, counted, written and drawn."""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from congress_desk import scan
from congress_desk.actions.elections.declaring import recount_problems
from congress_desk.errors import Refusal
from congress_desk.example import make_example
from congress_desk.exports.pdf.fonts import letters_missing, print_family
from congress_desk.exports.written_check import dark_part, docx_words, pdf_words, workbook_words
from congress_desk.i18n import language, message, problem_text, tr, use_language
from congress_desk.languages import LANGUAGES
from congress_desk.papers import export_papers
from congress_desk.paths import resource
from congress_desk.queries.congress import congress
from congress_desk.queries.elections.lists import elections, rounds
from congress_desk.queries.elections.rounds import round_sheet
from congress_desk.storage.closed_file_check import check_closed_file
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.opening import open_file

DONE, FAILED = 0, 1
# The sample's election whose ballots are counted a second time here, from their file.
COUNTED = "BCH"
PAPERS = ("counting-minutes", "results")
# A page of text has ink on it and is no black sheet.
LEAST_INK, MOST_INK = 0.001, 0.5


class _Failed(Exception):
    """A step that did not give what it must; its text says what was found."""


@dataclass(slots=True)
class _Tried:
    """What one step leaves to the next: where the files are, and what the congress is called."""

    folder: Path
    name: str = ""

    @property
    def file(self) -> Path:
        return self.folder / "self-test.congress"


def self_test(*, window: bool = False, scanner: bool = False) -> int:
    """Try everything once in a folder of its own, printing a line a step; 0 when all of it holds.

    `window` opens the program's window as well, without a screen, at every desk; with `scanner`
    what reads scanned ballots has to be there. A step that fails ends the test with 1: what comes
    after it stands on it.
    """
    steps = [*_STEPS]
    if scanner or scan.is_installed():
        steps.append(("scanner", _try_scanner))
    if window:
        steps.append(("window", _try_window))
    # On Windows the log of the window's step is open until the program ends.
    with tempfile.TemporaryDirectory(prefix="congress-desk-", ignore_cleanup_errors=True) as folder:
        tried = _Tried(Path(folder))
        for number, (name, step) in enumerate(steps, 1):
            title = message(f"self_test.{name}")
            try:
                found = step(tried)
            except Exception as error:  # noqa: BLE001 - whatever it is, the line says it
                why = str(error) or type(error).__name__
                print(message("self_test.failed", number=number, title=title, why=why))
                return FAILED
            print(message("self_test.holds", number=number, title=title, found=found))
    print(message("self_test.all_hold"))
    return DONE


def _try_words(_: _Tried) -> str:
    """Every language gives the same sentence in words of its own."""
    used, said = language(), set[str]()
    try:
        for code in LANGUAGES:
            use_language(code)
            said.add(tr("Open a congress"))
    finally:
        use_language(used)
    if len(said) != len(LANGUAGES):
        raise _Failed(", ".join(sorted(said)))
    return ", ".join(known.name for known in LANGUAGES.values())


def _try_fonts(_: _Tried) -> str:
    missing = letters_missing()
    if missing:
        raise _Failed(missing)
    return print_family()


def _try_congress(tried: _Tried) -> str:
    made = make_example(tried.file)
    if isinstance(made, Refusal):
        raise _Failed(problem_text(made.first))
    with closing(_open(tried.file)) as file:
        tried.name = congress(file).details.name
    return tried.name


def _open(path: Path) -> CongressFile:
    file = open_file(path)
    if isinstance(file, Refusal):
        raise _Failed(problem_text(file.first))
    return file


def _try_check(tried: _Tried) -> str:
    found = check_closed_file(tried.file, lambda file: [*recount_problems(file)])
    problems = found.problems if isinstance(found, Refusal) else found
    if problems:
        raise _Failed(problem_text(problems[0]))
    return tried.file.name


def _try_count(tried: _Tried) -> str:
    """The votes of the declared round are those that plain sums over the ballots' file give."""
    with closing(_open(tried.file)) as file:
        election = next(e for e in elections(file) if e.code == COUNTED)
        result = round_sheet(file, rounds(file, election.id)[0].id).result
    votes = _votes(len(election.candidates), election.seats)
    counted = [candidate.votes for candidate in result.candidates]
    if counted != votes:
        raise _Failed(f"{counted} ≠ {votes}")
    return f"{result.valid + result.invalid} → {len(result.elected)}/{election.seats}"


def _votes(names: int, seats: int) -> list[int]:
    """Return the votes of each name of the sample's list, counted without the program's rules."""
    votes = [0] * names
    with resource("samples", f"phieu-{COUNTED}.csv").open(encoding="utf-8-sig") as stream:
        for line in csv.DictReader(stream):
            struck = {int(number) for number in line["struck"].split()}
            if not line["invalid"] and 0 < names - len(struck) <= seats:
                for position in range(names):
                    votes[position] += position + 1 not in struck
    return votes


def _try_papers(tried: _Tried) -> str:
    """PDF, DOCX and XLSX hold the name of the congress, as another program reads it."""
    with closing(_open(tried.file)) as file:
        written = export_papers(file, tried.folder / "papers", PAPERS, written=lambda _: None)
    if isinstance(written, Refusal):
        raise _Failed(problem_text(written.first))
    for suffix, read in _READERS.items():
        files = sorted((tried.folder / "papers").glob(f"*{suffix}"))
        if not files:
            raise _Failed(f"*{suffix}: 0")
        for path in files:
            if tried.name.casefold() not in read(path).casefold():
                raise _Failed(path.name)
    return ", ".join(suffix[1:].upper() for suffix in _READERS)


def _try_page(tried: _Tried) -> str:
    path = next(iter(sorted((tried.folder / "papers").glob("*.pdf"))))
    dark = dark_part(path)
    if not LEAST_INK < dark < MOST_INK:
        raise _Failed(f"{path.name}: {dark:.4f}")
    return path.name


def _try_scanner(tried: _Tried) -> str:
    """A ballot that was printed, marked and scanned by the program is read as it was marked."""
    from congress_desk.papers.ballot_run import ballot_layout
    from congress_desk.queries.elections.ballot_prints import ballots_to_print
    from congress_desk.reports.ballot_papers.forms import BallotForm
    from congress_desk.scan.printed_page import printed_pages
    from congress_desk.scan.reader import Reader
    from congress_desk.scan.synthetic_ballots import marked_page

    with closing(_open(tried.file)) as file:
        of = ballots_to_print(file, elections(file)[0].id)
        layout = ballot_layout(file, of, BallotForm(), stamps=())
    if layout is None:
        raise _Failed(of.listed.title)
    picture, truth = marked_page(layout, 0, 11, share=0.3)
    (found,) = Reader(printed_pages(layout)).read(picture)
    if found.reading is None or found.reading.doubts or found.reading.paper.struck != truth.struck:
        raise _Failed(str(found.aside or found.reading))
    return f"{len(layout.pages[0].rows)} → {len(truth.struck)}"


def _try_window(tried: _Tried) -> str:
    """The window opens, without a screen too, and draws each desk of the congress."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["CONGRESS_DESK_CONFIG"] = str(tried.folder / "settings")
    from congress_desk.app import run
    from congress_desk.ui.shell.every_desk import EveryDesk

    walk = EveryDesk()
    run(tried.file, language=language(), shown=walk.begin)
    if walk.error is not None:
        raise walk.error
    return ", ".join(walk.titles)


_READERS: dict[str, Callable[[Path], str]] = {
    ".pdf": pdf_words,
    ".docx": docx_words,
    ".xlsx": workbook_words,
}
_STEPS: tuple[tuple[str, Callable[[_Tried], str]], ...] = (
    ("words", _try_words),
    ("fonts", _try_fonts),
    ("congress", _try_congress),
    ("check", _try_check),
    ("count", _try_count),
    ("papers", _try_papers),
    ("page", _try_page),
)
