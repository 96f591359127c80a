"""What is kept or sent as text: results of stations, rules, journals, settings; what is typed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

from congress_files import a_congress, a_round, granted
from station_acts import at_station, handed

from congress_desk.actions.elections.stations.taking import take_station_result
from congress_desk.domain.agenda.clock import plan
from congress_desk.domain.agenda.executors import executor_parts
from congress_desk.domain.agenda.item import AgendaItem
from congress_desk.domain.agenda.item_words import kind_of
from congress_desk.domain.elections.ballots import MarkMode
from congress_desk.domain.elections.entry_line import (
    Entry,
    EntryContext,
    EntryKind,
    entry_text,
    paper_so_far,
    read_entry,
    refused_key,
)
from congress_desk.domain.elections.shares.share_list import read_share_list, whole_shares
from congress_desk.domain.elections.stations.bundle_ranges import bundle_numbers
from congress_desk.domain.elections.stations.order import canonical
from congress_desk.domain.people.person import Person
from congress_desk.domain.people.search import PersonFinder
from congress_desk.domain.rules.rule_file import read_rules, write_rules
from congress_desk.domain.text.clean_text import clean_lines, clean_text, fold
from congress_desk.domain.text.dates import partial_date, vietnamese_date
from congress_desk.domain.text.name_case import name_case
from congress_desk.domain.text.name_order import ballot_order_key, full_name_key, name_key
from congress_desk.domain.text.number_ranges import number_ranges
from congress_desk.domain.text.placeholders import filled
from congress_desk.domain.text.typed_times import read_day, read_time
from congress_desk.errors import Refusal
from congress_desk.imports.dates import date_text, part_of_title, read_date
from congress_desk.imports.register.mapping import mapping_of
from congress_desk.imports.rule_sets import rule_set_ids, rule_set_text
from congress_desk.imports.station_result import read_station_result
from congress_desk.settings import read_settings, write_settings
from congress_desk.signing import sign
from congress_desk.storage.connection import connect
from congress_desk.storage.journal.journal_text import text_of
from congress_desk.storage.opening import open_file
from congress_desk.storage.safety.lock import lock_path, read_holder

from .hostile import json_bytes, spoilt_bytes, spoilt_text, spoilt_tree, text, value
from .watch import Faulty

_PEOPLE = tuple(
    Person(id=n, code=f"DB-{n:03}", name=name, delegation="Chi bộ 4", position="Bí thư")
    for n, name in enumerate(("Nguyễn Thị Ánh", "Trần Văn B", "Lê Đ", "Lê Đ"), start=1)
)


def station_result(folder: Path) -> Callable[[Random], object]:
    """Return a trial: the result of a station, spoilt, at times signed anew by the station."""
    path = folder / "kết quả.station-result.json"
    kept = folder / "dh.congress"
    file = a_congress(kept)
    at = handed(file, a_round(file), 1)
    sound = json.loads(at_station(at, (1, [[4], [4], "aside"])).read_text("utf-8"))
    key = next(iter(connect(at)["station_order"].rows))["private_key"]
    file.close()
    shutil.copyfile(kept, folder / "pristine")
    held = [granted(open_file(kept))]

    def trial(chance: Random) -> object:
        told = dict(sound)
        if chance.random() < 0.7:
            told["result"] = spoilt_tree(sound["result"], chance)
            if chance.random() < 0.8 and isinstance(told["result"], dict):
                told["signature"] = _signed(key, told["result"], sound["signature"])
        else:
            told = spoilt_tree(sound, chance)
        path.write_bytes(json_bytes(told, chance))
        signed = read_station_result(path)
        if isinstance(signed, Refusal):
            return signed
        taken = take_station_result(held[0], signed, actor="TK")
        if not isinstance(taken, Refusal):
            held.append(_as_before(held.pop(), kept, folder / "pristine"))
        return taken

    return trial


def _signed(key: str, result: dict[str, object], otherwise: str) -> str:
    try:
        return sign(key, canonical(result))
    except (ValueError, TypeError):
        return otherwise


def _as_before(file, kept: Path, pristine: Path):
    problems = file.check()
    if problems:
        raise Faulty(f"the file is not whole after a result: {problems[0].code}")
    file.close()
    shutil.copyfile(pristine, kept)
    for beside in kept.parent.glob("dh.congress*.jsonl*"):
        beside.unlink()
    return granted(open_file(kept))


def rules(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: a rule set; what comes in is written and read back the same."""
    sound = [rule_set_text(each) for each in rule_set_ids()]

    def trial(chance: Random) -> object:
        read = read_rules(spoilt_text(chance.choice(sound), chance), file="quy-che.toml")
        if not isinstance(read, Refusal):
            again = read_rules(write_rules(read), file="")
            if again != read:
                raise Faulty(f"written and read back as something else: {again!r:.300}")
        return read

    return trial


def second_journal(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: the text of a second journal."""
    line = {"seq": 1, "at": "2026-11-22T08:00:00+07:00", "actor": "TK", "act": "new", "about": "{}",
            "changes": "[]", "prev": "", "hash": "0" * 64}  # fmt: skip
    sound = "".join(json.dumps(line | {"seq": n}) + "\n" for n in range(1, 5)).encode()

    def trial(chance: Random) -> object:
        found = text_of(spoilt_bytes(sound, chance) if chance.random() < 0.5 else
                        json_bytes(spoilt_tree(line, chance), chance) + b"\n")  # fmt: skip
        return (
            found.left_out,
            found.is_torn,
            found.is_beginning_of(found.lines),
            found.beyond(found.lines),
        )

    return trial


def notes(folder: Path) -> Callable[[Random], object]:
    """Return a trial: settings, a lock note, a remembered mapping of columns."""
    settings, congress = folder / "settings.json", folder / "x.congress"
    write_settings(settings, read_settings(settings))
    sound = json.loads(settings.read_text("utf-8"))
    lock = {"who": "TK", "host": "máy", "pid": 7, "since": "2026-11-22T08:00"}

    def trial(chance: Random) -> object:
        settings.write_bytes(json_bytes(spoilt_tree(sound, chance), chance))
        lock_path(congress).write_bytes(json_bytes(spoilt_tree(lock, chance), chance))
        told = json_bytes(spoilt_tree({"2": "name", "3": ""}, chance), chance).decode(
            "utf-8", "replace"
        )
        found = read_settings(settings)
        write_settings(settings, found)
        if read_settings(settings) != found:
            raise Faulty("settings are read back as something else")
        read_holder(congress)
        return mapping_of(told)

    return trial


def typed_ballot(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: the line of a ballot, as it is typed, as it is recorded, and back."""
    keys = "0123456789 .,-+*/ab\u0660²\ud800\x00"

    def trial(chance: Random) -> object:
        context = EntryContext(
            names=chance.choice((1, 9, 10, 63, 220)), mode=chance.choice(tuple(MarkMode)),
            has_previous=chance.random() < 0.5, room=chance.choice((1, 50, 999)),
        )  # fmt: skip
        line = (
            text(chance)
            if chance.random() < 0.2
            else "".join(chance.choice(keys) for _ in range(chance.randrange(12)))
        )
        line = line[:300]
        key = refused_key(line, context)
        paper_so_far(line, context)
        read = read_entry(line, context)
        if key is not None and not isinstance(read, Refusal):
            raise Faulty(f"{line!r} is refused as it is typed and taken at the end")
        if isinstance(read, Entry) and read.kind is EntryKind.PAPER:
            again = read_entry(entry_text(read.paper, context), context)
            if not isinstance(again, Entry) or again.paper != read.paper:
                raise Faulty(f"{line!r} is another ballot when it is typed from its own text")
        return key or read

    return trial


def typed_text(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: one text in every field that reads numbers, names, days and times."""
    finder = PersonFinder(_PEOPLE)

    def trial(chance: Random) -> object:
        said = spoilt_text(text(chance), chance) if chance.random() < 0.5 else text(chance)
        clean = clean_text(said)
        if clean_text(clean) != clean or fold(clean) != fold(clean_text(said)):
            raise Faulty(f"cleaned twice is something else: {said!r:.200}")
        clean_lines(said)
        name_case(clean), name_key(clean), full_name_key(clean), ballot_order_key(clean, said)
        finder.find(said)
        day, moment = read_day(said), read_time(said)
        for found in (partial_date(said), date_text(said), date_text(said, birth=True)):
            if found:
                vietnamese_date(found)
        (
            read_date(said),
            part_of_title(said),
            whole_shares(said),
            kind_of(said),
            executor_parts(said),
        )
        filled(said, {"tên": said, "ngày": ""}, blank="…")
        plan(
            [AgendaItem(content=said, day=day or said, time=moment or said, minutes=7)] * 2,
            starts=said,
        )
        bundle_numbers(said)
        ranges = number_ranges(said)
        shares = read_share_list(
            "\n".join((f"DB-001\t{said}", said, f"{said}\t7\tDB-002")), _PEOPLE, "Điều 7"
        )
        return shares if isinstance(shares, Refusal) else ranges

    return trial


def any_value(_folder: Path) -> Callable[[Random], object]:
    """Return a trial: a value of a cell that is no text, where days are read."""

    def trial(chance: Random) -> object:
        found = value(chance)
        for each in (found, 1e300, datetime(1, 1, 1), datetime(9999, 12, 31)):
            if isinstance(each, str | int | float | datetime) and not isinstance(each, bool):
                partial_date(each), read_date(each), date_text(each, birth=True)
        return None

    return trial
