"""Which steps come before which: all that lead forward to a step, as the bits of one number."""

from __future__ import annotations

from functools import cached_property

from carteblanche_journeys.graph import Lived, Passage


class Before:
    """The steps before each step of a life; one sweep over its links, O(links x steps) bits."""

    def __init__(self, lived: Lived) -> None:
        self._lived = lived

    @cached_property
    def arriving(self) -> dict[str, list[Passage]]:
        """For each step the links that lead forward to it."""
        arriving: dict[str, list[Passage]] = {name: [] for name in self._lived.steps}
        for passage in self._lived.passages:
            if not passage.link.back:
                arriving[passage.target].append(passage)
        return arriving

    @cached_property
    def bit(self) -> dict[str, int]:
        """A bit for each step, in reading order."""
        return {name: 1 << place for place, name in enumerate(self._lived.steps)}

    @cached_property
    def above(self) -> dict[str, int]:
        """For each step the bits of those before it."""
        above: dict[str, int] = {}
        bits = self.bit
        for name, passages in self.arriving.items():
            known = 0
            for passage in passages:
                source = passage.source
                known |= above.get(source, 0) | bits[source]
            above[name] = known
        return above

    def comes_before(self, one: str, other: str) -> bool:
        """Whether some way leads forward from one step to another."""
        return bool(self.above[other] & self.bit[one])
