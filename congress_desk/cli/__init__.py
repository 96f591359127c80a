"""The command line: everything but opening a window runs without Qt and without a screen."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Container, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from congress_desk import __version__
from congress_desk.cli.start_window import open_window
from congress_desk.errors import Refusal, refuse
from congress_desk.i18n import has_message, language, message, problem_text, use_language
from congress_desk.languages import DEFAULT, LANGUAGES

DONE, REFUSED = 0, 2


# The parser's own sentences, as far as people meet them, and what we say instead.
_PARSER_SAYS = (
    (re.compile(r"the following arguments are required: (?P<what>.+)"), "usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<what>.+)"), "usage.unknown"),
    (re.compile(r"argument (?P<what>\S+): expected one argument"), "usage.without_value"),
    (re.compile(r"argument (?P<what>\S+): invalid int value: .+"), "usage.not_a_number"),
)


class _Usage(Exception):
    """Words on the command line that mean nothing."""


class _Parser(argparse.ArgumentParser):
    """A parser whose help is in the user's language, every word and option of it described."""

    # The parser of each call by its word.
    calls: Mapping[str, argparse.ArgumentParser] = {}

    def __init__(self, **about: Any) -> None:
        super().__init__(**about, formatter_class=_Formatter)
        # argparse has no other way to name its two lists.
        self._positionals.title = message("cli.words")
        self._optionals.title = message("cli.options")

    def add_argument(self, *names: str, **about: Any) -> argparse.Action:
        about["help"] = _described(self.prog.partition(" ")[2], names[-1].lstrip("-"))
        return super().add_argument(*names, **about)

    def error(self, text: str) -> NoReturn:
        for pattern, key in _PARSER_SAYS:
            found = pattern.fullmatch(text)
            if found:
                raise _Usage(message(key, what=found["what"]))
        raise _Usage(" ".join(text.split()))


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(
            usage, actions, groups, message("cli.usage") + " " if prefix is None else prefix
        )


def _described(command: str, name: str) -> str | None:
    """Return what a word or option of a call means: where it differs of this call, else of all."""
    for key in (f"cli.option.{command}.{name}", f"cli.option.{name}"):
        if has_message(key):
            return message(key).replace("%", "%%")
    return None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems found, 2 refused."""
    _speak_utf8()
    words = list(sys.argv[1:] if arguments is None else arguments)
    use_language(DEFAULT)
    try:
        use_language(_language(words))
        parser = _parser()
        options = parser.parse_args(_with_command(words, parser.calls))
        options.language = language() if _is_language_asked(words) else ""
    except _Usage as error:
        return _refused(refuse("usage", detail=str(error)))
    return _run(options)


def _run(options: argparse.Namespace) -> int:
    try:
        done = open_window(options) if options.command == "open" else _do(options)
    except KeyboardInterrupt:
        done = refuse("interrupted")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        detail = f"{error.strerror or error}: {error.filename or ''}"
        done = refuse("system", detail=detail)
    return _refused(done) if isinstance(done, Refusal) else done


def _do(options: argparse.Namespace) -> int | Refusal:
    # Loaded here: the window starts without the file's library and shows itself sooner.
    from congress_desk.cli.commands import COMMANDS
    from congress_desk.exports.hidden_folder import own_temporary_files
    from congress_desk.storage.congress_file import NotSaved

    try:
        refusal = _password_refusal(options)
        if refusal:
            return refusal
        with own_temporary_files():
            return COMMANDS[options.command](options)
    except NotSaved as error:
        return Refusal((error.problem,))


def _password_refusal(options: argparse.Namespace) -> Refusal | None:
    """Ask for the password of a file that has one; most have none, and load nothing for it."""
    from congress_desk.storage.password.keyring import needs_password

    paths = [value for value in vars(options).values() if isinstance(value, Path)]
    if not any(path.is_file() and needs_password(path) for path in paths):
        return None
    from congress_desk.cli.passwords import give_passwords

    return give_passwords(options)


def _refused(refusal: Refusal) -> int:
    line = problem_text(refusal.first)
    if len(refusal.problems) > 1 and refusal.first.code not in ("file_damaged", "station_damaged"):
        line += " " + message("and_more", count=len(refusal.problems) - 1)
    print(" ".join(line.split()), file=sys.stderr)
    return REFUSED


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _language(words: list[str]) -> str:
    for i, word in enumerate(words):
        value = word[7:] if word.startswith("--lang=") else ""
        if word == "--lang":
            value = "".join(words[i + 1 : i + 2])
        if value in LANGUAGES:
            return value
        if word == "--lang" or word.startswith("--lang="):
            raise _Usage(f"--lang {value} ({'|'.join(LANGUAGES)})")
    return DEFAULT


def _is_language_asked(words: list[str]) -> bool:
    return any(word.split("=")[0] == "--lang" for word in words)


# The contract's word for a call that has the form of an option.
_SELF_TEST = "--self-test"


def _with_command(words: list[str], calls: Container[str]) -> list[str]:
    """Put the command `open` in front of a bare FILE, or of nothing."""
    rest = [w for i, w in enumerate(words) if w != "--lang" and words[i - 1 : i] != ["--lang"]]
    plain = [w for w in rest if not w.startswith("--lang=")]
    if plain[:1] == [_SELF_TEST]:
        plain[0] = "self-test"
    if plain and (plain[0] in calls or plain[0] in ("-h", "--help", "--version")):
        return plain
    return ["open", *plain]


def _parser() -> _Parser:
    codes = "|".join(LANGUAGES)
    about = message("cli.about")
    parser = _Parser(prog="congress-desk", description=about, epilog=f"--lang {codes}")
    parser.add_argument("--version", action="version", version=f"congress-desk {__version__}")
    commands = parser.add_subparsers(required=True, parser_class=_Parser, metavar="COMMAND")
    parser.calls = commands.choices

    def command(name: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=message(f"cli.{name}"))
        made.set_defaults(command=name)
        return made

    opened = command("open")
    opened.add_argument("file", nargs="?", type=Path)
    demo = command("demo")
    demo.add_argument("file", nargs="?", type=Path)
    demo.add_argument("--size", default="")
    for name in ("--no-window", "--fresh"):
        demo.add_argument(name, action="store_true")
    template = command("template")
    template.add_argument("out", type=Path)
    template.add_argument("--force", action="store_true")
    guide = command("guide")
    guide.add_argument("out", type=Path)
    guide.add_argument("--force", action="store_true")
    new = command("new")
    new.add_argument("file", type=Path)
    new.add_argument("--from", dest="setup", type=Path, required=True)
    for name in ("--rehearsal", "--password"):
        new.add_argument(name, action="store_true")
    ready = command("ready")
    ready.add_argument("file", type=Path)
    rehearse = command("rehearse")
    rehearse.add_argument("file", type=Path)
    rehearse.add_argument("target", type=Path)
    people = command("people")
    people.add_argument("file", type=Path)
    people.add_argument("--from", dest="list", type=Path)
    people.add_argument("--sheet", default="")
    people.add_argument("--columns", default="")
    people.add_argument("--swap-dates", default="")
    for name in ("--dry-run", "--name-case", "--guests", "--json"):
        people.add_argument(name, action="store_true")
    shares = command("shares")
    shares.add_argument("file", type=Path)
    shares.add_argument("--from", dest="list", type=Path)
    shares.add_argument("--sheet", default="")
    for name in ("--dry-run", "--json"):
        shares.add_argument(name, action="store_true")
    opinions = command("opinions")
    opinions.add_argument("file", type=Path)
    opinions.add_argument("--from", dest="list", type=Path)
    for name in ("--sheet", "--group"):
        opinions.add_argument(name, default="")
    for name in ("--dry-run", "--json"):
        opinions.add_argument(name, action="store_true")
    seats = command("seats")
    seats.add_argument("file", type=Path)
    seats.add_argument("--from", dest="list", type=Path)
    seats.add_argument("--sheet", default="")
    seats.add_argument("--plan", default="")
    for name in ("--dry-run", "--json"):
        seats.add_argument(name, action="store_true")
    ballots = command("ballots")
    ballots.add_argument("file", type=Path)
    ballots.add_argument("election")
    ballots.add_argument("ballots", type=Path)
    for name in ("--convened", "--present", "--issued", "--returned"):
        ballots.add_argument(name, type=int)
    ballots.add_argument("--operator", default="")
    ballots.add_argument("--pass", dest="pass_number", type=int, default=1, metavar="N")
    ballots.add_argument("--reason", default="")
    result = command("result")
    result.add_argument("file", type=Path)
    result.add_argument("election", nargs="?")
    result.add_argument("--round", type=int)
    result.add_argument("--json", action="store_true")
    export = command("export")
    export.add_argument("file", type=Path)
    export.add_argument("--to", type=Path, required=True)
    export.add_argument("--only", default="")
    export.add_argument("--show-few", nargs=2, default=(), metavar=("NAME", "NAME"))
    for name in ("--private", "--force"):
        export.add_argument(name, action="store_true")
    verify = command("verify")
    verify.add_argument("file", type=Path)
    for name in ("--code", "--signed-by"):
        verify.add_argument(name, default="")
    recover = command("recover")
    recover.add_argument("journal", type=Path)
    recover.add_argument("file", type=Path)
    backup = command("backup")
    backup.add_argument("file", type=Path)
    backup.add_argument("--to", type=Path, required=True)
    backups = command("backups")
    backups.add_argument("file", type=Path)
    backups.add_argument("--in", dest="folder", type=Path)
    restore = command("restore")
    restore.add_argument("backup", type=Path)
    restore.add_argument("file", type=Path)
    rescue = command("rescue")
    rescue.add_argument("file", type=Path)
    rescue.add_argument("--to", type=Path, required=True)
    password = command("password")
    password.add_argument("file", type=Path)
    password.add_argument("--remove", action="store_true")
    sign = command("sign")
    sign.add_argument("file", type=Path)
    sign.add_argument("--key", type=Path, required=True)
    station = command("station")
    station.add_argument("file", type=Path)
    station.add_argument("election")
    station.add_argument("--bundles", required=True)
    station.add_argument("--to", type=Path, required=True)
    station.add_argument("--name", default="")
    counted = command("station-result")
    counted.add_argument("file", type=Path)
    counted.add_argument("--to", type=Path, required=True)
    take = command("take")
    take.add_argument("file", type=Path)
    take.add_argument("results", type=Path, nargs="+")
    scan = command("scan")
    scan.add_argument("file", type=Path)
    scan.add_argument("election")
    scan.add_argument("pages", type=Path, nargs="+")
    scan.add_argument("--bundle", type=int, default=0)
    scan.add_argument("--answers", type=Path)
    for name in ("--short", "--two-passes", "--json"):
        scan.add_argument(name, action="store_true")
    self_test = command("self-test")
    for name in ("--window", "--scanner"):
        self_test.add_argument(name, action="store_true")
    for made in (station, take, scan, sign):
        made.add_argument("--operator", default="")
    for made in (
        opened,
        ready,
        people,
        shares,
        opinions,
        seats,
        ballots,
        result,
        export,
        backup,
        station,
        counted,
        take,
        scan,
        sign,
    ):
        made.add_argument("--take-over", action="store_true")
    return parser
