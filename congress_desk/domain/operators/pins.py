"""PINs: what one is, its memory-hard hash, and how long one waits after wrong ones."""

from __future__ import annotations

import hashlib
import hmac
import math
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from congress_desk.errors import Refusal, refuse

FEWEST, MOST = 4, 12
# One can slip twice; then every wrong one doubles the wait. It never locks for ever.
FREE_WRONG, FIRST_WAIT, LONGEST_WAIT = 2, 5, 300
# A long file of digits would be hashed for long: more than this is no PIN that somebody typed.
_BYTES = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess costs (RFC 7914): memory of 128 · n · r bytes, p times over."""

    n: int
    r: int
    p: int


# 32 MiB three times over, which OWASP holds equal to 128 MiB once: about a fifth of a second.
FULL_COST: Final = Cost(n=2**15, r=8, p=3)


@dataclass(frozen=True, slots=True, kw_only=True)
class PinHash:
    """What is kept of a PIN: salt and hash in hex, and what it cost."""

    salt: str
    hash: str
    cost: Cost

    @property
    def seal(self) -> str:
        """Return what the journal knows of the hash: enough to notice another, never to guess."""
        told = f"{self.cost.n}:{self.cost.r}:{self.cost.p}:{self.salt}:{self.hash}"
        return hashlib.sha256(told.encode("ascii")).hexdigest()


def check_pin(pin: str) -> Refusal | None:
    """Say in words why these keys are no PIN; the words never repeat them."""
    if not (pin.isascii() and pin.isdigit()):
        return refuse("pin_not_digits", fewest=FEWEST, most=MOST)
    if not FEWEST <= len(pin) <= MOST:
        return refuse("pin_length", fewest=FEWEST, most=MOST, length=len(pin))
    steps = {int(b) - int(a) for a, b in zip(pin, pin[1:], strict=False)}
    return refuse("pin_too_plain") if steps in ({0}, {1}, {-1}) else None


def hash_pin(pin: str, salt: str, cost: Cost) -> PinHash:
    """Return the hash of a PIN with a salt in hex."""
    digest = hashlib.scrypt(
        pin.encode("utf-8"),
        salt=bytes.fromhex(salt),
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=128 * cost.r * (cost.n + cost.p) + 2**20,
        dklen=_BYTES,
    )
    return PinHash(salt=salt, hash=digest.hex(), cost=cost)


def is_pin(pin: str, kept: PinHash) -> bool:
    """Say whether this is the PIN; what cannot be one is not hashed at all."""
    if not (pin.isascii() and pin.isdigit() and FEWEST <= len(pin) <= MOST):
        return False
    return hmac.compare_digest(hash_pin(pin, kept.salt, kept.cost).hash, kept.hash)


def seconds_to_wait(wrong: int, wrong_at: str, now: datetime) -> int:
    """Return how long the next PIN waits after `wrong` ones in a row.

    A clock that was put back makes nobody wait: nobody is locked out until it catches up.
    """
    if wrong <= FREE_WRONG or not wrong_at:
        return 0
    wait = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(wrong - FREE_WRONG - 1, 10))
    passed = (now.astimezone() - datetime.fromisoformat(wrong_at)).total_seconds()
    return max(0, math.ceil(wait - passed)) if passed >= 0 else 0
