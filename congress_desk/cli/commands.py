"""What each word of the command line does; returns an exit code, or a refusal to be printed.

What a call is made of is imported when it is called: `result` needs no act, `verify` no paper.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from congress_desk.cli.on_file import on_file
from congress_desk.errors import Place, Refusal, refuse

Command = Callable[[argparse.Namespace], int | Refusal]


def _demo(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.demo import demo

    return demo(options)


def _template(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.exports.setup_workbook.workbook import write_template

    return _write_out(options, write_template)


def _guide(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.exports.guide.guide import write_guide

    return _write_out(options, write_guide)


def _write_out(
    options: argparse.Namespace, write: Callable[[Path], Refusal | None]
) -> int | Refusal:
    """Write the file that a call names, over one that is there only by `force`."""
    if options.out.exists() and not options.force:
        return refuse("file_exists", Place(file=options.out.name))
    refusal = write(options.out)
    if refusal:
        return refusal
    print(options.out)
    return 0


def _new(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.new import new

    return new(options)


def _rehearse(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.new import rehearse

    return rehearse(options)


def _ready(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.ready import ready

    return on_file(options, ready)


def _people(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.people import people

    return on_file(options, lambda file: people(file, options), reads=options.list is None)


def _shares(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.shares import shares

    return on_file(options, lambda file: shares(file, options), reads=options.list is None)


def _opinions(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.opinions import opinions

    return on_file(options, lambda file: opinions(file, options), reads=options.list is None)


def _seats(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.seats import seats

    return on_file(options, lambda file: seats(file, options), reads=options.list is None)


def _ballots(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.ballots import record

    return on_file(options, lambda file: record(file, options))


def _result(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.results import result

    return on_file(options, lambda file: result(file, options), reads=True)


def _export(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.papers import export

    return on_file(options, lambda file: export(file, options), reads=not options.show_few)


def _verify(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.checks import verify

    return verify(options)


def _recover(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.checks import recover

    return recover(options)


def _backup(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import back_up_to

    return on_file(options, lambda file: back_up_to(file, options.to), reads=True)


def _backups(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import list_backups

    return list_backups(options)


def _restore(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import restore

    return restore(options)


def _rescue(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.backups import rescue_to

    return rescue_to(options)


def _sign(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.signing import sign

    return on_file(options, lambda file: sign(file, options))


def _password(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.passwords import change_of_password

    return change_of_password(options)


def _station(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import hand_to

    return on_file(options, lambda file: hand_to(file, options))


def _station_result(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import bring

    return on_file(options, lambda file: bring(file, options), at_station=True)


def _take(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.stations import take

    return on_file(options, lambda file: take(file, options))


def _scan(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.scans import scan

    return on_file(options, lambda file: scan(file, options))


def _self_test(options: argparse.Namespace) -> int | Refusal:
    from congress_desk.cli.self_test import self_test

    return self_test(window=options.window, scanner=options.scanner)


COMMANDS: Mapping[str, Command] = {
    "demo": _demo,
    "template": _template,
    "guide": _guide,
    "new": _new,
    "rehearse": _rehearse,
    "ready": _ready,
    "people": _people,
    "shares": _shares,
    "opinions": _opinions,
    "seats": _seats,
    "ballots": _ballots,
    "result": _result,
    "export": _export,
    "verify": _verify,
    "recover": _recover,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "rescue": _rescue,
    "password": _password,
    "sign": _sign,
    "station": _station,
    "station-result": _station_result,
    "take": _take,
    "scan": _scan,
    "self-test": _self_test,
}
