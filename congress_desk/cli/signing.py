"""The call `sign`: a closed congress signed with the key of the board."""

from __future__ import annotations

import argparse

from congress_desk.board_key import sign_with
from congress_desk.cli.signing_in import sign_in_here
from congress_desk.errors import Refusal
from congress_desk.i18n import message
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.safety.lock import user_name


def sign(file: CongressFile, options: argparse.Namespace) -> int | Refusal:
    """Sign, and print the code of the key that papers carry from now on."""
    refusal = sign_in_here(file, options.operator)
    if refusal:
        return refusal
    code = sign_with(file, options.key, actor=options.operator or user_name())
    if isinstance(code, Refusal):
        return code
    print(message("cli.signed", path=file.path.name, code=code, file=options.key.name))
    return 0
