"""What the signature of a closed congress says, and the code by which its key is known on paper."""

from __future__ import annotations

import hashlib

# The name of the act in the journal; its line says by which key which line was signed.
SIGNED = "sign_congress"


def signed_text(first_hash: str, seq: int, line_hash: str) -> str:
    """Return what is signed: this congress, up to this line of its journal, which has this hash."""
    return f"congress-desk closing\n{first_hash}\n{seq}\n{line_hash}"


def key_code(public_key: str) -> str:
    """Return the code of a public key as papers carry it: sixteen digits, "7F3A-91C2-0B5D-44E1".

    Of its hash: 64 bits, so that nobody finds another key with the code of this one.
    """
    digest = hashlib.sha256(bytes.fromhex(public_key)).hexdigest()[:16].upper()
    return "-".join(digest[at : at + 4] for at in range(0, 16, 4))


def typed_key_code(text: str) -> str:
    """Return a code as it may be typed from a paper, "" of anything else."""
    digits = "".join(text.split()).replace("-", "").upper()
    is_code = len(digits) == 16 and all(digit in "0123456789ABCDEF" for digit in digits)
    return "-".join(digits[at : at + 4] for at in range(0, 16, 4)) if is_code else ""
