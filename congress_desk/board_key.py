"""The file of the board: the key with which a congress is signed, kept apart from the congress."""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path

from congress_desk.actions.closing_signature import sign_congress
from congress_desk.atomic_congress import rename_new
from congress_desk.domain.closing_signature import key_code, typed_key_code
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.signing import new_private_key, public_key_of
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.private_files import make_own
from congress_desk.storage.safety.backup import sync_folder
from congress_desk.storage.safety.kept_backups import BEGUN

SUFFIX = ".khoa"


def sign_with(file: CongressFile, path: Path, *, actor: str) -> str | Refusal:
    """Sign a closed congress with the key in a file of the board; one that is missing is made.

    The key is on its device before anything is signed with it; one that was made for a signature
    that is refused is of no use to anybody, and is taken away again.
    """
    is_known = path.exists()
    private = _read(path) if is_known else _made(path, congress(file).details.name)
    if isinstance(private, Refusal):
        return private
    code = sign_congress(file, private, actor=actor)
    if isinstance(code, Refusal) and not is_known:
        path.unlink(missing_ok=True)
    return code


def code_of(told: str) -> str | Refusal:
    """Return the code of a key: typed from a paper, or of the file of the board at a path."""
    code = typed_key_code(told)
    if code:
        return code
    private = _read(Path(told))
    return private if isinstance(private, Refusal) else key_code(public_key_of(private))


def _read(path: Path) -> str | Refusal:
    try:
        private = str(json.loads(path.read_text("utf-8"))["private"])
        public_key_of(private)
    except OSError as error:
        return refuse("system", detail=f"{error.strerror}: {path.name}")
    except (ValueError, KeyError, TypeError):
        return refuse("board_key_unreadable", path=path.name)
    return private


def _made(path: Path, name: str) -> str | Refusal:
    private = new_private_key()
    public = public_key_of(private)
    about = {"congress": name, "code": key_code(public), "public": public, "private": private}
    # Half a key would be refused from then on: it has its name when it is whole.
    begun = path.with_name(path.name + BEGUN)
    try:
        begun.unlink(missing_ok=True)
        make_own(begun)
        with begun.open("w", encoding="utf-8") as file:
            json.dump(about, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        rename_new(begun, path)
        sync_folder(path.absolute().parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            begun.unlink(missing_ok=True)
        return refuse("system", detail=f"{error.strerror}: {path}")
    return private
