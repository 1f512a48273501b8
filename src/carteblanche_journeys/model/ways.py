"""From what an author wrote at a step to its ways, one by one."""

from __future__ import annotations

from functools import lru_cache

from carteblanche_journeys.model.atlas import Atlas
from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.organisations import Actor
from carteblanche_journeys.model.steps import Ask, Step, Way


def ways_of(step: Step, atlas: Atlas) -> tuple[Way, ...]:
    """The ways of a step in file order: each with one counter and one channel where known.

    `at: caf` is one way per channel of that counter, in its order; `ways` narrows them.

    >>> from carteblanche_journeys.model.counters import Counter
    >>> caf = Counter(name="CAF", owner="caf", channels=["on-site", "phone"])
    >>> atlas = Atlas(counters={"caf": caf})
    >>> [way.channel for way in ways_of(Step(title="Voir la CAF", at="caf"), atlas)]
    ['on-site', 'phone']
    """
    if step.ways:
        return tuple(way for one in step.ways for way in _spread(one, step, atlas))
    if step.at is None:
        return ()
    counter = atlas.counters.get(step.at)
    return _plain_ways(step.at, counter.channels if counter is not None else ())


@lru_cache(maxsize=4096)
def _plain_ways(counter: str, channels: tuple[Channel, ...]) -> tuple[Way, ...]:
    """The ways of a step that says no more than where: by far the most frequent."""
    return tuple(Way(counter=counter, channel=one) for one in channels or (None,))


def _spread(way: Way, step: Step, atlas: Atlas) -> list[Way]:
    counter = way.counter or step.at
    if way.channel or counter is None or counter not in atlas.counters:
        return [way if way.counter == counter else way.model_copy(update={"counter": counter})]
    channels = atlas.counters[counter].channels or (None,)
    return [way.model_copy(update={"counter": counter, "channel": one}) for one in channels]


def counters_of(step: Step) -> tuple[str, ...]:
    """The counters an author named at a step, in file order, each once."""
    if not step.ways:
        return (step.at,) if step.at else ()
    named = (way.counter or step.at for way in step.ways)
    return tuple(dict.fromkeys(name for name in named if name))


def asks_of(step: Step, way: Way | None = None) -> tuple[Ask, ...]:
    """What is asked at a step, by the given way if it asks for something of its own."""
    return step.asks if way is None or way.asks is None else way.asks


def all_asks(step: Step) -> tuple[Ask, ...]:
    """Everything asked at a step, whatever the way."""
    if not step.ways:
        return step.asks
    return step.asks + tuple(ask for way in step.ways for ask in way.asks or ())


def all_yields(step: Step) -> tuple[str, ...]:
    """Every piece a step can produce, whatever the way, each once."""
    if not step.ways:
        return step.yields if len(step.yields) < 2 else tuple(dict.fromkeys(step.yields))
    more = (piece for way in step.ways for piece in way.yields or ())
    return tuple(dict.fromkeys((*step.yields, *more)))


def schemes_of(step: Step, atlas: Atlas) -> tuple[str, ...]:
    """The schemes pursued at a step: its own, else the one its counter serves if only one."""
    if step.schemes is not None:
        return step.schemes
    if step.scheme:
        return step.scheme
    if not step.ways:  # by far the most frequent
        only = atlas.counters.get(step.at) if step.at else None
        return tuple(only.competence) if only is not None and len(only.competence) == 1 else ()
    known = [atlas.counters[c] for c in counters_of(step) if c in atlas.counters]
    served = {scheme for counter in known for scheme in counter.competence}
    return tuple(served) if len(served) == 1 else ()


def actor_of(step: Step, atlas: Atlas) -> Actor | None:
    """Who does a step, if it is someone other than the person; an organisation acts as one."""
    if step.actor is None or step.actor == "person":
        return None
    if step.actor in atlas.actors:
        return atlas.actors[step.actor]
    organisation = atlas.organisations.get(step.actor)
    name = organisation.name if organisation else step.actor
    return Actor(id=step.actor, name=name, kind="organisation", organisation=step.actor)


def by_household(step: Step, atlas: Atlas) -> bool:
    """Whether someone of the household (or the firm) does the step."""
    actor = actor_of(step, atlas)
    return actor is None or actor.of_household
