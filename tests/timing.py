"""Time in tests: what a piece of work costs, not what else the machine was doing."""

from __future__ import annotations

from collections.abc import Callable

TRIES = 3


def best(seconds: Callable[[int], float], size: int) -> float:
    """The least of several measurements for one size: a pause of the garbage collector rarely hits them all."""
    return min(seconds(size) for _ in range(TRIES))
