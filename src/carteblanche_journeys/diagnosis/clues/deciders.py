"""Who decides on what a persona needs, over all the journeys it lives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.finding import once
from carteblanche_journeys.graph import Lived, LivedStep
from carteblanche_journeys.measures import contacts
from carteblanche_journeys.model import Atlas, schemes_of


@dataclass(frozen=True, slots=True)
class Needs:
    """The needs of a persona, each with the organisations on which it depends.

    Parameters
    ----------
    owners
        By scheme; empty where nobody says who decides.
    """

    owners: Mapping[str, tuple[str, ...]]

    @property
    def organisations(self) -> tuple[str, ...]:
        """Every organisation on which a need depends, each once."""
        return once(owner for owners in self.owners.values() for owner in owners)

    @property
    def unclear(self) -> tuple[str, ...]:
        """Needs of which nobody says who decides."""
        return tuple(scheme for scheme, owners in self.owners.items() if not owners)

    def enough(self, owners: float, needs: float = 1) -> bool | None:
        """Whether so many needs depend on so many organisations; None where they may.

        >>> Needs({"apa": ("departement",), "cmi": ()}).enough(2) is None
        True
        """
        known = len(self.organisations)
        if len(self.owners) < needs or known + len(self.unclear) < owners:
            return False
        return True if known >= owners else None


def needs_of(lives: Iterable[Lived], besides: Iterable[str] = ()) -> Needs:
    """What a persona needs and who decides on it.

    Those that keep a deciding counter on the way of this persona; else those that the scheme
    names; else those that keep a counter met for it. A part of an organisation is that
    organisation.

    Parameters
    ----------
    lives
        Journeys as one persona lives them.
    besides
        Needs to leave out.
    """
    every = tuple(lives)
    if not every:
        return Needs({})
    atlas, persona = every[0].atlas, every[0].persona
    met: dict[str, dict[str, list[str]]] = {}
    for lived in every:
        _meet(lived, met)
    left_out = frozenset(besides)
    wanted = [need for need in once(persona.needs) if need not in left_out]
    return Needs({need: _owners(need, met.get(need, {}), atlas) for need in wanted})


def _meet(lived: Lived, met: dict[str, dict[str, list[str]]]) -> None:
    """By scheme and level, the organisations whose counters are met for it."""
    for contact in contacts(lived):
        counter = lived.atlas.counters.get(contact.way.counter or "")
        if counter is None:
            continue
        for scheme in schemes_of(lived.steps[contact.step].step, lived.atlas):
            level = counter.level(scheme) or "receives"
            met.setdefault(scheme, {}).setdefault(level, []).append(counter.owner)


def _owners(need: str, met: Mapping[str, list[str]], atlas: Atlas) -> tuple[str, ...]:
    known = atlas.schemes.get(need)
    named = known.decided_by if known else ()
    owners = met.get("decides") or named or met.get("receives") or ()
    return once(house_of(owner, atlas) for owner in owners)


def pursued_in(lived: Lived) -> frozenset[str]:
    """The schemes that a persona pursues in one journey: at its steps, and decided at its ends."""
    return frozenset(
        scheme for one in lived.steps.values() for scheme in _pursued(one, lived.atlas)
    )


def _pursued(one: LivedStep, atlas: Atlas) -> tuple[str, ...]:
    if one.concerned is False:
        return ()
    return (*schemes_of(one.step, atlas), *one.step.scheme)
