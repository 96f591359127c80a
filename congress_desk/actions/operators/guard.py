"""The question that acts ask first: has whoever is signed in the right to this?"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from congress_desk.domain.operators.rights import NEEDS_TWO, RIGHT_OF_ACT
from congress_desk.errors import Refusal
from congress_desk.queries.elections.stations.stations import refused_at_station
from congress_desk.queries.operators import check_right
from congress_desk.storage.congress_file import CongressFile

P = ParamSpec("P")
R = TypeVar("R")


def guarded(
    act: Callable[Concatenate[CongressFile, P], R],
) -> Callable[Concatenate[CongressFile, P], R | Refusal]:
    """Let an act be done only by somebody whose role has the right to it, under their name.

    In a station file only what enters its ballots is done.

    Which right is in the one table, by the name of the act. Without operators everything is as
    ever. An act of two people asks for their unlocking itself: see `two_who_unlock`.
    """
    right = RIGHT_OF_ACT[act.__name__]

    @wraps(act)
    def asked(file: CongressFile, /, *args: P.args, **kwargs: P.kwargs) -> R | Refusal:
        refusal = refused_at_station(file, act.__name__) or (
            None if right in NEEDS_TWO else check_right(file, right)
        )
        if refusal:
            return refusal
        if file.signed_in.name:
            own = {"actor", "operator"} & kwargs.keys()
            kwargs.update(dict.fromkeys(own, file.signed_in.name))
        return act(file, *args, **kwargs)

    return asked
