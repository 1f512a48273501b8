"""Which refusals could have been foreseen, by whom, and what was done in vain after that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.exclusion import together
from carteblanche_journeys.diagnosis.clues.learnt import knows_after
from carteblanche_journeys.diagnosis.clues.odds import arriving
from carteblanche_journeys.diagnosis.clues.pursuits import meets_counter
from carteblanche_journeys.graph import Lived, Passage
from carteblanche_journeys.measures import Knowing
from carteblanche_journeys.model import Atlas


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A refusal that could have been foreseen.

    Parameters
    ----------
    facts
        What decides, by fact or trait.
    in_vain
        Steps for the scheme, up to the decision, once everything that decides was known.
    sure
        False where nobody says whether the person knows it.
    """

    facts: tuple[str, ...]
    in_vain: tuple[str, ...]
    sure: bool


def foreseen(
    scheme: str, branch: Passage, pursuing: Iterable[str], lived: Lived, knowing: Knowing
) -> Foreseen | None:
    """What could have been known of a refusal before its branch; None where nothing could.

    What decides is what the branch tests, else the conditions of the scheme, else what one
    reads to decide on them. The person knows it, or some counter met on the way does.

    Parameters
    ----------
    pursuing
        The steps at which the scheme is pursued, in reading order.
    """
    decisive = _decisive(scheme, branch, lived.atlas)
    if not decisive or _excluded(branch, lived):
        return None
    answers = {fact: _known_to_person(fact, lived.atlas) for fact in decisive}
    spent = [name for name in pursuing if _is_before(name, branch, knowing)]
    if all(answers.values()):
        return Foreseen(decisive, tuple(spent), sure=True)
    hidden = frozenset(fact for fact, known in answers.items() if not known)
    before = [name for name in lived.steps if _is_before(name, branch, knowing)]
    place = next(
        (at for at, one in enumerate(before) if _learnt(one, hidden, lived, knowing)), None
    )
    if place is not None:
        later = set(before[place + 1 :])
        return Foreseen(decisive, tuple(step for step in spent if step in later), sure=True)
    if any(known is False for known in answers.values()):
        return None
    return Foreseen(decisive, tuple(spent), sure=False)


def _is_before(name: str, branch: Passage, knowing: Knowing) -> bool:
    return name == branch.source or knowing.comes_before(name, branch.source)


def _decisive(scheme: str, branch: Passage, atlas: Atlas) -> tuple[str, ...]:
    known = atlas.schemes.get(scheme)
    if branch.link.when:
        return tuple(branch.link.when)
    if known is None:
        return ()
    return tuple(known.eligibility) or known.reads.get("eligibility", ())


def _known_to_person(fact: str, atlas: Atlas) -> bool | None:
    """Traits are what people are asked about themselves; of a fact the atlas says it, or not."""
    return atlas.facts[fact].known_to_person if fact in atlas.facts else True


def _learnt(name: str, facts: frozenset[str], lived: Lived, knowing: Knowing) -> bool:
    """Whether the counter met at a step knows these facts when the person leaves it."""
    met = meets_counter(lived.steps[name], lived.atlas)
    return met and facts <= knows_after(name, lived, knowing)


def _excluded(branch: Passage, lived: Lived) -> bool:
    """Whether a branch taken before, on the only way to this one, rules its condition out."""
    before, step = arriving(lived), branch.source
    while branch.link.when and len(before.get(step, ())) == 1:
        above = before[step][0]
        if not together(above.link.when, branch.link.when):
            return True
        step = above.source
    return False
