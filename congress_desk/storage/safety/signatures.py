"""The signatures that a journal tells of, held against the lines they are about."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from congress_desk.domain.closing_signature import SIGNED, signed_text
from congress_desk.errors import Problem, problem
from congress_desk.signing import is_signed
from congress_desk.storage.journal.lines import Line


def signature_problems(lines: Sequence[Line]) -> Iterator[Problem]:
    """Yield for each signature that does not bear out the line which it says it signed."""
    for line in lines:
        if line.act == SIGNED and not _is_borne_out(line, lines):
            yield problem("signature_wrong", seq=line.seq, moment=line.at)


def _is_borne_out(line: Line, lines: Sequence[Line]) -> bool:
    try:
        about = json.loads(line.about)
        seq = int(about["line"])
        if not 1 <= seq < line.seq:
            return False
        text = signed_text(lines[0].hash, seq, lines[seq - 1].hash)
        return is_signed(str(about["public"]), text, str(about["signature"]))
    except (ValueError, KeyError, TypeError, IndexError):
        return False
