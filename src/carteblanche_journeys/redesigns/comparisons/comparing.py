"""Two journeys compared: what becomes of steps, pieces, handoffs, burdens, findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from carteblanche_journeys.diagnosis import Finding, diagnose
from carteblanche_journeys.graph import Network, live, network
from carteblanche_journeys.model import Atlas, Journey, Persona
from carteblanche_journeys.model.collector import without_collector
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.comparisons.accords import legal_needs
from carteblanche_journeys.redesigns.comparisons.comparison import (
    AskSpared,
    Comparison,
    Difference,
    Differences,
    HandoffMoved,
    StepFate,
)
from carteblanche_journeys.redesigns.comparisons.differences import (
    EVERY,
    SPARED,
    Account,
    differences,
    no_difference,
    spared,
)
from carteblanche_journeys.redesigns.comparisons.fates import fates
from carteblanche_journeys.redesigns.comparisons.identity import Identity, identity
from carteblanche_journeys.redesigns.comparisons.recognising import Recognised
from carteblanche_journeys.redesigns.comparisons.renaming import with_renamed
from carteblanche_journeys.redesigns.comparisons.settings import same_world
from carteblanche_journeys.redesigns.comparisons.shifts import asks_spared, handoffs_moved
from carteblanche_journeys.redesigns.consequences import LegalNeed


def compare(as_is: Journey, to_be: Journey, atlas: Atlas, other: Atlas | None = None) -> Comparison:
    """Two journeys side by side: what becomes of the one in the other.

    Parameters
    ----------
    as_is, to_be
        Any two journeys; things of theirs are the same where their ids are, where they come
        from the same, or where they say the same and only the id has changed.
    atlas, other
        The atlas of the as-is, and that of the to-be where it is another one: an earlier
        version of it, for example.

    What becomes of the steps is worked out at once, all else when it is first asked for.

    >>> steps = {"a": {"title": "A", "effort": "30 min"}, "b": {"title": "B", "effort": "1 h"}}
    >>> one = Journey(id="x/as-is", title="X", steps=steps)
    >>> other = Journey(id="x/to-be", title="Y", steps={"b": steps["b"]})
    >>> found = compare(one, other, Atlas())
    >>> [(fate.fate, fate.before) for fate in found.steps], found.burden[""]["minutes"].likely
    ([('removed', ('a',)), ('kept', ('b',))], -30.0)
    """
    return _Compared(as_is, to_be, atlas, atlas if other is None else other)


class _Compared(Comparison):
    """A comparison that works out what is asked of it, and keeps it."""

    def __init__(self, as_is: Journey, to_be: Journey, atlas: Atlas, other: Atlas) -> None:
        self.__dict__.update(
            {
                "as_is": as_is,
                "to_be": to_be,
                "before": atlas.seen_by(as_is),
                "after": other.seen_by(to_be),
                "_bases": (atlas, other),
            }
        )
        self.__dict__.update(self._identified())

    def _identified(self) -> dict[str, Any]:
        """Which things are the same, and what becomes of the steps.

        Where ids alone leave something changed, as when two have changed names, what they say
        decides: if all is there under some name, nothing has changed. A redesign says where
        its steps come from, and is taken at its word.
        """
        journeys, atlases = (self.as_is, self.to_be), (self.before, self.after)
        plain = identity(*journeys, *atlases)
        same = with_renamed(plain, journeys, atlases)
        found = fates(*journeys, *atlases, same)
        alike = self._alike(same, found)
        if not alike and _could_be_renamed(*journeys):
            anew = with_renamed(plain, journeys, atlases, trust_ids=False)
            again = fates(*journeys, *atlases, anew)
            alike = self._alike(anew, again)
            if alike or (_all_kept(again) and not _all_kept(found)):
                same, found = anew, again
        return {"same": same, "steps": found, "_unchanged": alike}

    def _alike(self, same: Identity, found: tuple[StepFate, ...]) -> bool:
        """Whether the two say the same in all that a life hangs on."""
        world = (self.as_is, self.to_be, self.before, self.after, same)
        return _all_kept(found) and same_world(*world)

    same: Identity
    _unchanged: bool
    _bases: tuple[Atlas, Atlas]

    @cached_property
    def _lives(self) -> Mapping[str, tuple[Account, Account] | None]:
        """For each persona of either journey its two lives; None where it has one alone."""
        sides = tuple(
            {one.id: (one, journey, atlas, net) for one in atlas.personas_of(journey)}
            for journey, atlas, net in (
                (self.as_is, self.before, network(self.as_is)),
                (self.to_be, self.after, network(self.to_be)),
            )
        )
        one, other = sides
        names = dict.fromkeys((*other, *one))
        return FrozenMap(
            {
                name: (_account(*one[name]), _account(*other[name]))
                if name in one and name in other
                else None
                for name in names
            }
        )

    @cached_property
    def burden(self) -> Mapping[str, Differences]:
        """By persona, how much each figure changes."""
        return FrozenMap({name: self._burden_of(lives) for name, lives in self._lives.items()})

    def _burden_of(self, lives: tuple[Account, Account] | None) -> Differences:
        if lives is None:
            return FrozenMap(dict.fromkeys(EVERY))
        if self._unchanged:
            return no_difference(lives[1])
        return _Later(*lives, self.same)

    @cached_property
    def asks_spared(self) -> tuple[AskSpared, ...]:
        """Pieces asked less often, at the persona for whom it makes the most difference."""
        return asks_spared(filter(None, self._lives.values()), self.same)

    @cached_property
    def handoffs_moved(self) -> tuple[HandoffMoved, ...]:
        """Handoffs that some persona carried, and that an organisation carries."""
        return handoffs_moved(filter(None, self._lives.values()), self.same)

    @cached_property
    def _recognised(self) -> Recognised:
        before, after = self._bases
        return Recognised(
            _faults(self.as_is, before),
            _faults(self.to_be, after),
            self.same,
            (self.as_is.id, self.to_be.id),
        )

    @cached_property
    def cleared(self) -> tuple[Finding, ...]:
        """Findings of the as-is that the to-be no longer has."""
        return self._recognised.cleared

    @cached_property
    def remaining(self) -> tuple[Finding, ...]:
        """Findings of the to-be that the as-is has too."""
        return self._recognised.remaining

    @cached_property
    def new(self) -> tuple[Finding, ...]:
        """Findings that only the to-be has."""
        return self._recognised.new

    @cached_property
    def legal(self) -> tuple[tuple[str, LegalNeed], ...]:
        """What each move from the as-is to the to-be needs in law."""
        return tuple(legal_needs(self.as_is, self.to_be, self._bases[1]))


def _could_be_renamed(as_is: Journey, to_be: Journey) -> bool:
    """Whether one may be the other under other names: as many steps, none of a redesign."""
    every = (*as_is.steps.values(), *to_be.steps.values())
    same = len(as_is.steps) == len(to_be.steps)
    return same and all(step.comes_from is None for step in every)


def _all_kept(found: tuple[StepFate, ...]) -> bool:
    return all(one.fate == "kept" for one in found)


def _account(persona: Persona, journey: Journey, atlas: Atlas, net: Network) -> Account:
    return Account(live(journey, atlas, persona, net))


def _faults(journey: Journey, atlas: Atlas) -> tuple[Finding, ...]:
    """What hurts in a journey, questions left out, in an atlas that may not hold it yet."""
    journeys = FrozenMap({**atlas.journeys, journey.id: journey})
    found = diagnose(atlas.model_copy(update={"journeys": journeys}), (journey.id,))
    return tuple(one for one in found.findings if one.kind != "question")


class _Later(Mapping[str, Difference | None]):
    """Differences worked out when they are looked at: those that matter most at once, or all."""

    def __init__(self, before: Account, after: Account, same: Identity) -> None:
        self._ask = (before, after, same)

    @cached_property
    def _first(self) -> Differences:
        """Time, trips, days, money, agents' time: much quicker than all measures."""
        with without_collector():
            return spared(*self._ask)

    @cached_property
    def _every(self) -> Differences:
        with without_collector():
            return differences(*self._ask)

    def __getitem__(self, name: str) -> Difference | None:
        first = name in SPARED and "_every" not in self.__dict__
        return (self._first if first else self._every)[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._every)

    def __len__(self) -> int:
        return len(EVERY)
