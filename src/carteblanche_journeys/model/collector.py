"""Python's cycle collector, put to rest while frozen values are built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Let the cycle collector rest: of a large atlas it would only count again what stays.

    On 1,000 journeys of 30 steps it saves about a quarter of the reading, and on a journey of
    10,000 steps as much of the diagnosis. May be used inside itself.

    >>> with without_collector():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
