"""What is asked where several filings become one: each piece once, and no fact proved twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from carteblanche_journeys.diagnosis.clues.exclusion import together
from carteblanche_journeys.model import Ask, Atlas, Step, Way, asks_of
from carteblanche_journeys.model.quantities import MINUTES, Quantity
from carteblanche_journeys.model.steps import Repeat
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.redesigns.rewriting.conditions import both, either

#: In which form a piece is handed over, from the least to the most demanding.
_FORMS = (None, "seen", "copy", "original")


def asks_by_way(step: Step, ways: Sequence[Way]) -> tuple[Ask, ...]:
    """What a step asks, whichever of these ways one takes, as one list.

    What only some ways ask is asked of those for whom they are.

    >>> only = {"counter": "a", "asks": ["form"], "when": {"t": True}}
    >>> step = Step(title="Ask", ways=[only, "b"])
    >>> [(ask.piece, list(ask.when)) for ask in asks_by_way(step, step.ways)]
    [('form', ['t'])]
    """
    if len({asks_of(step, way) for way in ways}) < 2:
        return asks_of(step, ways[0]) if ways else step.asks
    found: dict[Ask, list[tuple[Way, Ask]]] = {}
    for way in ways:
        for ask in asks_of(step, way):
            if together(way.when, ask.when):
                found.setdefault(_bare(ask), []).append((way, ask))
    return tuple(_of_ways(times, len(ways)) for times in found.values())


def _bare(ask: Ask) -> Ask:
    """What is asked, whoever has to bring it and however sure that is."""
    return ask.model_copy(update={"when": EMPTY, "note": None, "status": None, "sources": ()})


def _of_ways(times: list[tuple[Way, Ask]], ways: int) -> Ask:
    if len(times) == ways:
        when = either(ask.when for _, ask in times)
    else:
        when = either(both(way.when, ask.when) for way, ask in times)
    return times[0][1].model_copy(update={"when": when})


def joined_asks(filings: Iterable[Iterable[Ask]], atlas: Atlas) -> tuple[Ask, ...]:
    """What one filing asks in place of several, in order.

    A piece is asked once, as strictly as the strictest asked for it. A proof of a later filing is
    left out where proofs asked of everyone before show all of its facts.

    >>> both = [[Ask(piece="a")], [Ask(piece="b"), Ask(piece="a")]]
    >>> [ask.piece for ask in joined_asks(both, Atlas())]
    ['a', 'b']
    """
    found: dict[tuple[frozenset[str], str | None], Ask] = {}
    shown: set[str] = set()
    for asks in filings:
        for ask in asks:
            key = (frozenset(ask.pieces), ask.of)
            if key in found:
                found[key] = _stricter(found[key], ask)
            elif not _shows_no_more(ask, shown, atlas):
                found[key] = ask
        shown.update(fact for ask in found.values() for fact in _proven(ask, atlas))
    alone = {(ask.piece, ask.of) for ask in found.values() if ask.piece and not ask.when}
    return tuple(
        ask for ask in found.values() if not any((piece, ask.of) in alone for piece in ask.any_of)
    )


def _stricter(one: Ask, other: Ask) -> Ask:
    fresh = [age for age in (one.fresh, other.fresh) if age is not None]
    copies = [number for number in (one.copies, other.copies) if number is not None]
    return one.model_copy(
        update={
            "form": max(one.form, other.form, key=_FORMS.index),
            "fresh": min(fresh, key=_minutes, default=None),
            "copies": max(copies, key=_number, default=None),
            "when": either((one.when, other.when)),
        }
    )


def _minutes(age: Quantity) -> float:
    return age.high * MINUTES[age.unit]


def _number(copies: Repeat) -> int:
    return copies.count or 1


def _shows_no_more(ask: Ask, shown: set[str], atlas: Atlas) -> bool:
    """Whether it is a proof, all of whose facts have been shown already."""
    known = [atlas.evidence.get(piece) for piece in ask.pieces]
    return all(
        one is not None and one.kind != "form" and one.facts and set(one.facts) <= shown
        for one in known
    )


def _proven(ask: Ask, atlas: Atlas) -> frozenset[str]:
    """The facts that a proof asked of everyone shows; of any one of several, what all show."""
    known = [atlas.evidence.get(piece) for piece in ask.pieces]
    if ask.when or ask.of or any(one is None or one.kind == "form" for one in known):
        return frozenset()
    facts = [frozenset(one.facts) for one in known if one is not None]
    return facts[0].intersection(*facts) if facts else frozenset()


def facts_of(asks: Iterable[Ask], atlas: Atlas) -> frozenset[str]:
    """All the facts that these asks make people give, forms and proofs alike."""
    pieces = (atlas.evidence.get(piece) for ask in asks for piece in ask.pieces)
    return frozenset(fact for piece in pieces if piece is not None for fact in piece.facts)
