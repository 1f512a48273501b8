"""What is in the way of redesigns made in Python, as one error that can be read."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.redesigns import DoesNotFit, Trouble, say_trouble
from carteblanche_journeys.words import Words


def refused(troubles: Iterable[Trouble], words: Words) -> DoesNotFit:
    """Troubles as one error that says them all, with the one that was probably meant."""
    every = tuple(troubles)
    said = "\n".join(_told(one, words) for one in every)
    return DoesNotFit(every[0].path, [one.hindrance for one in every], every[0].move, said)


def _told(trouble: Trouble, words: Words) -> str:
    near, allowed = trouble.hindrance.near, trouble.hindrance.allowed
    told = [f"{'.'.join(map(str, trouble.path))}: {say_trouble(trouble, words)}"]
    told += [words("reading.near", near=near)] if near else []
    told += [words("reading.allowed", allowed=words.series(allowed, "or"))] if allowed else []
    return "\n  ".join(told)
