"""Workbooks spoilt as disks, mail and careless programs spoil them: one change at a time."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Iterator

Parts = dict[str, bytes]

_BAD_XML = (
    b"<", b">", b"&", b"&#0;", b"&bad;", b'"', b"</x>", b"<!DOCTYPE a>", b"\x00", b"\xff\xfe",
    b'<a xmlns="%s">', b"-1", b"1e999", b"99999999999999999999", b"nan", b"?", b" ",
)  # fmt: skip


def parts_of(content: bytes) -> Parts:
    """Return the parts of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Parts) -> bytes:
    """Return a zip of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def damaged(content: bytes, *, seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` spoilt copies of a workbook, each with what was done to it."""
    chance = random.Random(seed)
    parts = parts_of(content)
    for number in range(count):
        how = chance.choice(_WAYS)
        yield f"{seed}/{number} {how.__name__}", how(content, dict(parts), chance)


def damaged_bytes(content: bytes, *, seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Yield `count` spoilt copies of a file that is no zip, each with what was done to it."""
    chance = random.Random(seed)
    for number in range(count):
        how = chance.choice(_BYTE_WAYS)
        yield f"{seed}/{number} {how.__name__}", how(content, chance)


def _scatter(content: bytes, chance: random.Random) -> bytes:
    spoilt = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 10, 40))):
        spoilt[chance.randrange(len(spoilt))] = chance.choice((0, 255, chance.randrange(256)))
    return bytes(spoilt)


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _cut_out(content: bytes, chance: random.Random) -> bytes:
    return _put(content, chance.randrange(len(content)), b"", chance.randrange(1, 200))


def _push_in(content: bytes, chance: random.Random) -> bytes:
    return _put(content, chance.randrange(len(content)), chance.randbytes(8), 4)


_BYTE_WAYS = (_scatter, _scatter, _cut_off, _cut_out, _push_in)


def _flip(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    return _with(parts, chance, lambda data, at: _put(data, at, bytes([chance.randrange(256)]), 1))


def _flip_many(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    for _n in range(chance.randrange(2, 30)):
        _changed(parts, chance, lambda data, at: _put(data, at, bytes([chance.randrange(256)]), 1))
    return zipped(parts)


def _cut(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    return _with(parts, chance, lambda data, at: data[:at])


def _take_out(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    return _with(parts, chance, lambda data, at: _put(data, at, b"", chance.randrange(1, 80)))


def _insert(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    return _with(parts, chance, lambda data, at: _put(data, at, chance.choice(_BAD_XML), 0))


def _other_number(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    """Change what stands in one pair of quotes, where formats keep their numbers."""

    def change(data: bytes, at: int) -> bytes:
        first = data.find(b'"', at)
        last = data.find(b'"', first + 1)
        return (
            data if last < 0 else _put(data, first + 1, chance.choice(_BAD_XML), last - first - 1)
        )

    return _with(parts, chance, change)


def _drop(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    del parts[chance.choice(sorted(parts))]
    return zipped(parts)


def _swap(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    one, other = chance.choice(sorted(parts)), chance.choice(sorted(parts))
    parts[one], parts[other] = parts[other], parts[one]
    return zipped(parts)


def _rename(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    name = chance.choice(sorted(parts))
    parts[chance.choice((name.upper(), f"/{name}", name.replace("/", "\\")))] = parts.pop(name)
    return zipped(parts)


def _empty(_: bytes, parts: Parts, chance: random.Random) -> bytes:
    parts[chance.choice(sorted(parts))] = b""
    return zipped(parts)


def _spoil_zip(content: bytes, _: Parts, chance: random.Random) -> bytes:
    return _put(content, chance.randrange(len(content)), bytes([chance.randrange(256)]), 1)


def _cut_zip(content: bytes, _: Parts, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def _with(parts: Parts, chance: random.Random, change: Callable[[bytes, int], bytes]) -> bytes:
    _changed(parts, chance, change)
    return zipped(parts)


def _changed(parts: Parts, chance: random.Random, change: Callable[[bytes, int], bytes]) -> None:
    name = chance.choice([name for name in sorted(parts) if parts[name]])
    parts[name] = change(parts[name], chance.randrange(len(parts[name])))


def _put(data: bytes, at: int, what: bytes, instead: int) -> bytes:
    return data[:at] + what + data[at + instead :]


_WAYS = (
    _flip, _flip, _flip_many, _cut, _take_out, _insert, _insert, _other_number, _other_number,
    _drop, _swap, _rename, _empty, _spoil_zip, _cut_zip,
)  # fmt: skip
