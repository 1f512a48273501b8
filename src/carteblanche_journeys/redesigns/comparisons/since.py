"""Two versions of one atlas: what became of each of its journeys."""

from __future__ import annotations

from dataclasses import dataclass

from carteblanche_journeys.model import Atlas
from carteblanche_journeys.redesigns.comparisons.comparing import compare
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison

#: What a journey, a life or a finding may hang on, beside the journeys themselves.
_SHARED = tuple(name for name in Atlas.model_fields if name not in ("journeys", "source_list"))


@dataclass(frozen=True, eq=False)
class Since:
    """What became of the journeys of an atlas.

    Parameters
    ----------
    compared
        Those that may have changed, each with what it was, in the order of the atlas.
    same
        Ids of those of which nothing has changed, files and all.
    new, gone
        Ids of those that only the later, or only the earlier version has.
    """

    compared: tuple[Comparison, ...]
    same: tuple[str, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def compare_atlases(before: Atlas, after: Atlas) -> Since:
    """Each journey of an atlas, compared with what it was.

    >>> steps = {"a": {"title": "A"}}
    >>> old = Atlas(journeys={"x/as-is": {"id": "x/as-is", "title": "X", "steps": steps}})
    >>> found = compare_atlases(old, Atlas())
    >>> found.compared, found.gone
    ((), ('x/as-is',))
    """
    shared = any(getattr(before, name) != getattr(after, name) for name in _SHARED)
    both = [name for name in after.journeys if name in before.journeys]
    same = [n for n in both if not shared and before.journeys[n] == after.journeys[n]]
    return Since(
        tuple(
            compare(before.journeys[name], after.journeys[name], before, after)
            for name in both
            if name not in same
        ),
        tuple(same),
        tuple(name for name in after.journeys if name not in before.journeys),
        tuple(name for name in before.journeys if name not in after.journeys),
    )
