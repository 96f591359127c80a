"""The act that signs a closed congress with the key of the board."""

from __future__ import annotations

from congress_desk.actions.operators.guard import guarded
from congress_desk.domain.closing_signature import key_code, signed_text
from congress_desk.domain.congress import CongressState
from congress_desk.errors import Refusal, refuse
from congress_desk.queries.congress import congress
from congress_desk.signing import public_key_of, sign
from congress_desk.storage.congress_file import CongressFile
from congress_desk.storage.reading.journal import last_line


@guarded
def sign_congress(file: CongressFile, private_key: str, *, actor: str) -> str | Refusal:
    """Sign the newest line of the journal of a closed congress; return the code of the key.

    The private half is not kept in the file: who rewrites file, chain and second journal cannot
    sign anew, and another key has another code than the papers carry.
    """
    if congress(file).state is not CongressState.CLOSED:
        return refuse("sign_only_closed")
    line = last_line(file)
    public = public_key_of(private_key)
    signature = sign(private_key, signed_text(file.first_hash(), line.seq, line.hash))
    code = key_code(public)
    with file.act(
        "sign_congress",
        actor=actor,
        backup=True,
        key=code,
        public=public,
        signature=signature,
        line=line.seq,
    ):
        pass
    return code
