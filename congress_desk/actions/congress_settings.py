"""Settings that belong to one congress: kept in its file, journaled like everything else."""

from __future__ import annotations

from congress_desk.errors import Refusal, refuse
from congress_desk.storage.act import Act
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading import congress as reading_congress

MOST = 20_000


def set_congress_setting(file: CongressFile, key: str, value: str, *, actor: str) -> str | Refusal:
    """Keep a value under a key ("" takes it out); nothing is written when it is so already.

    Keys have the form "area.name" or "area:anything".
    """
    if len(value) > MOST:
        return refuse("text_too_long", length=len(value), most=MOST)
    before = reading_congress.congress_setting(file, key)
    if value == before:
        return value
    # The sentence of the act names what is set; which list the columns are of, no key could say.
    told = "import.columns" if key.startswith("import:") else key
    with file.act("set_congress_setting", actor=actor, key=told) as act:
        keep_setting(act, key, before, value)
    return value


def keep_setting(act: Act, key: str, before: str, value: str) -> None:
    """Write a setting inside an act, as it was `before` and is to be; "" is no setting."""
    if value == before:
        return
    if not value:
        act.delete("congress_setting", key)
    elif before:
        act.update("congress_setting", key, value=value)
    else:
        act.insert("congress_setting", key=key, value=value)
