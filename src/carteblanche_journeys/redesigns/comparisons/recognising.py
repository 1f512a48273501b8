"""Findings of two journeys: which are gone, which remain, which are new."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable
from functools import cached_property

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.redesigns.comparisons.identity import Identity

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Recognised:
    """Findings of the as-is and of the to-be, recognised by rule and cause.

    Parameters
    ----------
    journeys
        The ids of the two, by which causes may name them.

    A cause that names other ids for the same things is the same cause.
    """

    def __init__(
        self,
        before: Iterable[Finding],
        after: Iterable[Finding],
        same: Identity,
        journeys: tuple[str, str],
    ) -> None:
        kins = (same.steps, same.counters, same.evidence)
        self._before = tuple(before)
        self._after = tuple(after)
        self._journeys = journeys
        self._names = (
            [{n: label for n, label in kin.before.items() if n != label} for kin in kins],
            [{n: label for n, label in kin.after.items() if n != label} for kin in kins],
        )

    @cached_property
    def _known(self) -> tuple[frozenset[Hashable], frozenset[Hashable]]:
        """All keys by which the findings of each side are known."""
        one, other = (
            frozenset(key for finding in found for key in self._keys(finding, place))
            for place, found in enumerate((self._before, self._after))
        )
        return one, other

    @property
    def cleared(self) -> tuple[Finding, ...]:
        """Those of the as-is alone."""
        return tuple(one for one in self._before if not self._is_known(one, 0))

    @property
    def remaining(self) -> tuple[Finding, ...]:
        """Those of both, as the to-be tells them."""
        return tuple(one for one in self._after if self._is_known(one, 1))

    @property
    def new(self) -> tuple[Finding, ...]:
        """Those of the to-be alone."""
        return tuple(one for one in self._after if not self._is_known(one, 1))

    def _is_known(self, finding: Finding, place: int) -> bool:
        others = self._known[1 - place]
        return any(key in others for key in self._keys(finding, place))

    def _keys(self, finding: Finding, place: int) -> tuple[Hashable, ...]:
        """Its cause as it stands; and what it names, whatever that is called, in no order."""
        told = " ".join(
            "" if word == self._journeys[place] else word for word in finding.cause.split(" ")
        )
        words = _WORD.findall(told)
        for kind in self._names[place]:
            words = [kind.get(word, word) for word in words]
        return (finding.rule, told), (finding.rule, frozenset(words))
