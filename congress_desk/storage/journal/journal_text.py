"""What a text of journal lines holds: whole lines, a line torn at its end, lines after a fault."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.storage.journal.line_form import PLAIN, LineForm, form_of
from congress_desk.storage.journal.lines import Line

# What a disk writes whole or not at all; a power cut in the middle leaves zeros or what was there.
SECTOR = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalText:
    """`lines` are those that can be read, up to the first that cannot; they take `size` bytes.

    `rest` is what follows; `later` are lines in it that can be read all the same; `form` is how
    the lines stand there.
    """

    lines: tuple[Line, ...] = ()
    size: int = 0
    rest: bytes = b""
    later: tuple[Line, ...] = ()
    form: LineForm = PLAIN

    @property
    def left_out(self) -> int:
        """Return how many pieces follow the lines that can be read, readable ones too."""
        return len(_pieces(self.rest))

    @property
    def is_torn(self) -> bool:
        """Say whether the rest is no more than one last line that was being written."""
        return self.left_out == 1 and not self.later

    def beyond(self, lines: Sequence[Line]) -> tuple[Line, ...]:
        """Return the lines of this text that a file with these `lines` does not know.

        None of them where the text is of another congress: where not even the first is the same.
        """
        if not self.lines or not lines or self.lines[0] != lines[0]:
            return ()
        known = {line.hash for line in lines}
        return tuple(each for each in (*self.lines, *self.later) if each.hash not in known)

    def is_beginning_of(self, lines: Sequence[Line]) -> bool:
        """Say whether the text tells the beginning of `lines` and then breaks off, or is whole."""
        known = len(self.lines)
        if list(self.lines) != list(lines[:known]):
            return False
        if self.left_out == 1:
            return not self.later or list(self.later) == list(lines[known : known + 1])
        return not self.left_out or self.could_be_torn(lines)

    def could_be_torn(self, lines: Sequence[Line]) -> bool:
        """Say whether the rest is what a power cut leaves of the lines that follow in `lines`."""
        following = b"".join(map(self.form.as_bytes, lines[len(self.lines) :]))
        return _is_half_written(self, following)


def read_text(path: Path) -> JournalText:
    """Read a text of journal lines; OSError when it cannot be read."""
    return text_of(path.read_bytes())


def text_of(content: bytes) -> JournalText:
    """Sort out what a text holds. A last line without its end counts when it can be read."""
    form = form_of(content)
    lines: list[Line] = []
    size = len(form.head) if content.startswith(form.head) else 0
    for raw in content[size:].split(b"\n")[:-1]:
        line = form.line_of(raw)
        if line is None:
            break
        lines.append(line)
        size += len(raw) + 1
    rest = content[size:]
    later = tuple(line for line in map(form.line_of, _pieces(rest)) if line is not None)
    return JournalText(lines=tuple(lines), size=size, rest=rest, later=later, form=form)


def _pieces(rest: bytes) -> list[bytes]:
    # Zeros at the very end are room that a device gave and nobody wrote to.
    return [piece for piece in rest.rstrip(b"\0\n\r ").split(b"\n") if piece]


def _is_half_written(text: JournalText, following: bytes) -> bool:
    """Say whether every sector of the rest is as it should be or was never written.

    Past the end of what should follow, a device may have given room that is all zeros.
    """
    start = 0
    while start < len(text.rest):
        end = start + SECTOR - (text.size + start) % SECTOR
        piece = text.rest[start:end]
        if piece.strip(b"\0") and not following[start:end].startswith(piece.rstrip(b"\0")):
            return False
        if len(piece.rstrip(b"\0")) < len(piece) and not _ends_here(text.rest, start, piece):
            return False
        start = end
    return True


def _ends_here(rest: bytes, start: int, piece: bytes) -> bool:
    """Say whether zeros in a piece are a whole sector's, or go on to the end of the text."""
    return not piece.strip(b"\0") or not rest[start + len(piece.rstrip(b"\0")) :].strip(b"\0")
