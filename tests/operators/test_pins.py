"""PINs: what one is, what is kept of it, and how wrong ones slow down."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from congress_desk.domain.operators.pins import (
    FULL_COST,
    LONGEST_WAIT,
    Cost,
    check_pin,
    hash_pin,
    is_pin,
    seconds_to_wait,
)
from congress_desk.errors import Refusal
from congress_desk.i18n import problem_text

QUICK = Cost(n=2, r=1, p=1)
SALT = "00" * 16
NOW = datetime(2026, 11, 29, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("pin", ["2468", "135790", "907816253411"])
def test_that_four_to_twelve_digits_are_a_pin(pin):
    assert check_pin(pin) is None


@pytest.mark.parametrize(
    ("pin", "code"),
    [
        ("abcd", "pin_not_digits"),
        ("12a4", "pin_not_digits"),
        ("", "pin_not_digits"),
        ("٢٤٦٨", "pin_not_digits"),
        ("２４６８", "pin_not_digits"),
        ("²⁴⁶⁸", "pin_not_digits"),
        ("24 68", "pin_not_digits"),
        ("-2468", "pin_not_digits"),
        ("246", "pin_length"),
        ("2468" * 10, "pin_length"),
        ("2468135792468", "pin_length"),
        ("0000", "pin_too_plain"),
        ("1234", "pin_too_plain"),
        ("987654", "pin_too_plain"),
    ],
)
def test_that_letters_forty_digits_and_a_plain_row_are_refused_in_words(pin, code):
    refused = check_pin(pin)
    assert isinstance(refused, Refusal)
    assert refused.first.code == code
    text = problem_text(refused.first)
    assert text
    if len(pin) > 2:
        assert pin not in text


def test_that_only_the_pin_itself_opens_and_nothing_longer_is_hashed():
    kept = hash_pin("2468", SALT, QUICK)
    assert is_pin("2468", kept)
    for wrong in ("2469", "02468", "", "abcd", "2468" * 1000, "２４６８"):
        assert not is_pin(wrong, kept)


def test_that_a_real_hash_takes_memory_that_guessing_cannot_save():
    assert 128 * FULL_COST.n * FULL_COST.r >= 32 * 2**20
    assert FULL_COST.p >= 3
    kept = hash_pin("2468", SALT, FULL_COST)
    assert kept.hash == hash_pin("2468", SALT, FULL_COST).hash
    assert kept.hash != hash_pin("2468", "01" * 16, FULL_COST).hash


def test_that_the_seal_changes_with_anything_kept_and_tells_no_hash():
    kept = hash_pin("2468", SALT, QUICK)
    others = (
        hash_pin("2469", SALT, QUICK),
        hash_pin("2468", "11" * 16, QUICK),
        hash_pin("2468", SALT, Cost(n=4, r=1, p=1)),
    )
    assert len({kept.seal, *(other.seal for other in others)}) == 4
    assert kept.hash not in kept.seal


def test_that_two_slips_are_free_and_the_wait_then_doubles_up_to_five_minutes():
    waits = [seconds_to_wait(wrong, NOW.isoformat(), NOW) for wrong in range(12)]
    assert waits[:7] == [0, 0, 0, 5, 10, 20, 40]
    assert waits[-1] == LONGEST_WAIT == 300
    assert seconds_to_wait(10**9, NOW.isoformat(), NOW) == LONGEST_WAIT


def test_that_waiting_ends_and_a_clock_that_was_put_back_locks_nobody_out():
    at = NOW.isoformat()
    assert seconds_to_wait(5, at, NOW + timedelta(seconds=19.2)) == 1
    assert seconds_to_wait(5, at, NOW + timedelta(seconds=20)) == 0
    assert seconds_to_wait(5, at, NOW - timedelta(hours=3)) == 0
    assert seconds_to_wait(0, "", NOW) == 0
