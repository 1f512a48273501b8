"""Facts that a household gives: told, or shown by the pieces it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carteblanche_journeys.diagnosis.clues.repeats import Time
from carteblanche_journeys.graph import Lived
from carteblanche_journeys.measures import Request, requests
from carteblanche_journeys.measures.contacts import is_burden
from carteblanche_journeys.model import Atlas, Fact, by_household

#: Answers that say who one is or how to reach one: every form asks for them. So do those that a
#: browser fills in by itself (`autocomplete`), such as the person's own address.
_WHO = ("name", "email", "phone", "iban", "nir", "siren", "photo", "signature")


def facts_given(lived: Lived, explained: frozenset[str]) -> Mapping[str, tuple[Time, ...]]:
    """By fact, each time that the household gives it to a body, in reading order.

    Left out are facts that only say who one is or how to reach one, and stories.

    Parameters
    ----------
    explained
        Pieces that are themselves asked again: where one of them shows a fact, the fact needs no
        telling of its own.
    """
    asked: dict[str, list[Request]] = {}
    for request in requests(lived):
        asked.setdefault(request.step, []).append(request)
    found: dict[str, dict[tuple[str, object], Time]] = {}
    for name in lived.steps:
        here = asked.get(name, [])
        known = {
            fact
            for request in here
            if not explained.isdisjoint(request.pieces)
            for fact in shown_by(request.pieces, lived.atlas)
        }
        for fact, given in _given_at(name, here, lived):
            if fact not in known and says_more(lived.atlas.facts.get(fact)):
                found.setdefault(fact, {}).setdefault((name, given.whose), given)
    return {fact: tuple(times.values()) for fact, times in found.items()}


def _given_at(name: str, asked: list[Request], lived: Lived) -> Iterator[tuple[str, Time]]:
    one = lived.steps[name]
    if one.body is None:
        return
    for request in asked:
        for fact in shown_by(request.pieces, lived.atlas):
            whose = _whose(request, lived)
            yield fact, Time(name, one.body, request.pieces[0], whose, request.ask)
    alone = one.way is not None and one.way.done_by is not None
    if is_burden(one) and by_household(one.step, lived.atlas) and not alone:
        for fact in one.step.tells:
            yield fact, Time(name, one.body, None)


def shown_by(pieces: tuple[str, ...], atlas: Atlas) -> tuple[str, ...]:
    """The facts that a piece shows; of pieces of which any one will do, those that all show.

    >>> atlas = Atlas(evidence={"livret": {"name": "Livret", "facts": ["name", "children"]},
    ...                         "card": {"name": "Card", "facts": ["name"]}})
    >>> shown_by(("livret", "card"), atlas)
    ('name',)
    """
    first, *others = (atlas.evidence[p].facts if p in atlas.evidence else () for p in pieces)
    return tuple(fact for fact in first if all(fact in other for other in others))


def _whose(request: Request, lived: Lived) -> str:
    """Whose fact: empty for the household, else whom the ask names, such as a grown-up child."""
    of = request.ask.of
    household = any(of in person.role for person in lived.persona.people)
    return "" if of is None or household else of


def says_more(fact: Fact | None) -> bool:
    """Whether a fact is more than who one is or how to reach one, and no story."""
    return fact is not None and fact.type not in (*_WHO, "story") and fact.autocomplete is None


def asked_alone(given: Mapping[str, tuple[Time, ...]]) -> tuple[str, ...]:
    """Facts that are not just asked along with another: wherever that is given, they are not.

    Of facts given at the same steps the first stays; each is compared only with those given
    where it is: O(facts x steps) sets.
    """
    order = {fact: at for at, fact in enumerate(given)}
    there: dict[str, set[str]] = {}
    for fact, times in given.items():
        for time in times:
            there.setdefault(time.step, set()).add(fact)
    return tuple(
        fact
        for fact, times in given.items()
        if not _has_company(fact, {time.step for time in times}, given, there, order)
    )


def _has_company(
    fact: str,
    steps: set[str],
    given: Mapping[str, tuple[Time, ...]],
    there: Mapping[str, set[str]],
    order: Mapping[str, int],
) -> bool:
    along = set(there[next(iter(steps))]) - {fact}
    for step in steps:
        along &= there[step]
        if not along:
            return False
    return any(
        len({time.step for time in given[other]}) > len(steps) or order[other] < order[fact]
        for other in along
    )
