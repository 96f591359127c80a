"""The congresses of the journeys: small plans of real-looking ones, given what they elect."""

from __future__ import annotations

from dataclasses import replace

from seven_congresses import SEVEN, Held, Plan

_BY_KEY = {plan.key: plan for plan in SEVEN}


def electing(key: str, *held: Held, convened: int = 0, away: int = 2) -> Plan:
    """Return one of the seven congresses without guests or alternates, with these elections."""
    plan = _BY_KEY[key]
    return replace(
        plan,
        elections=held,
        convened=convened or plan.convened,
        away=away,
        guests=0,
        alternates=0,
        probationary=0,
    )
