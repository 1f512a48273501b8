"""What happens behind a counter: a step that bodies do among themselves, and who gets there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from carteblanche_journeys.model import Actor, Atlas, Counter, Link, Quantity, Step, Way, ways_of
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.removing import renamed_in_steps
from carteblanche_journeys.redesigns.variant import Variant

#: Who gets a case where that depends on the case: the body in charge of it.
IN_CHARGE: Mapping[str, str] = FrozenMap(
    {"fr": "Le service compétent", "en": "The service in charge"}
)

#: What a step no longer asks of the person, once bodies do it among themselves.
_OF_THE_PERSON: Mapping[str, object] = FrozenMap(
    {
        "at": None,
        "asks": (),
        "tells": (),
        "effort": None,
        "fee": None,
        "presence": None,
        "visit": None,
        "drop": None,
        "resolves": None,
        "feeling": None,
        "quotes": (),
        "note": None,
    }
)


def doing(variant: Variant, owners: Iterable[str]) -> tuple[Variant, str]:
    """Who does what is behind these organisations' counters, and the variant that knows them.

    One organisation does it itself; of several, the one in charge, whichever that is.
    """
    every = tuple(dict.fromkeys(owners))
    if len(every) == 1:
        return variant, every[0]
    name = made_id("service", every)
    actor = Actor(id=name, name=IN_CHARGE, kind="organisation")
    return variant.with_things("actors", actor), name


def owners_of(ways: Iterable[Way], atlas: Atlas) -> tuple[str, ...]:
    """The organisations behind the counters of these ways, each once."""
    known = (atlas.counters.get(way.counter or "") for way in ways)
    return tuple(dict.fromkeys(counter.owner for counter in known if counter is not None))


def behind(step: Step, doer: str, title: Text, atlas: Atlas) -> Step:
    """The step as bodies do it among themselves: nobody of the household has a part in it.

    Each counter stays where it was met, for whom it was; how long it takes, what comes of it, and
    by when an organisation has to do it stay as they were.
    """
    ways = tuple(
        dict.fromkeys(
            _inside(way, atlas.counters[way.counter])
            for way in ways_of(step, atlas)
            if way.counter is not None and way.counter in atlas.counters
        )
    )
    return step.model_copy(update={**_OF_THE_PERSON, "actor": doer, "ways": ways, "title": title})


def _inside(way: Way, counter: Counter) -> Way:
    """A counter as other bodies reach it."""
    said = {"counter": counter.id, "done_by": counter.owner, "when": way.when, "near": way.near}
    kept = {name: getattr(way, name) for name in ("share", "times", "wait", "yields")}
    return Way(**said, **kept, channel=next(iter(counter.channels), None))


def handed_on(link: Link, along: Iterable[str], answer_within: Quantity | None = None) -> Link:
    """A link on which an organisation carries the case, and the person hears that it arrived."""
    changes = {
        "carried": "organisation",
        "carries": tuple(dict.fromkeys((*link.carries, *along))),
        "acknowledged": True,
        "answer_within": answer_within or link.answer_within,
    }
    return link.model_copy(update=changes)


def handed_to(
    variant: Variant,
    steps: Iterable[str],
    along: Iterable[str],
    answer_within: Quantity | None = None,
) -> Variant:
    """The variant in which an organisation carries the case to these steps."""
    there, pieces = frozenset(steps), tuple(along)

    def change(_: str, link: Link) -> Link:
        if link.to not in there or link.back:
            return link
        return handed_on(link, pieces, answer_within)

    return each_link(variant, change)


def decided_after(variant: Variant, filing: Step, choice: Step, link: Link) -> Variant:
    """The variant in which a step that was both is a filing, and then a choice made behind it.

    The filing keeps the id; what was counted from the step counts from the choice.

    Parameters
    ----------
    link
        What leads from the one to the other; wherever it leads now.
    """
    name = made_id("suite", (filing.id,), variant.steps)
    owner = variant.journey.case_owner
    changed = renamed_in_steps(variant, {filing.id: name}).with_journey(case_owner=owner)
    out = (link.model_copy(update={"to": name}),)
    after = choice.model_copy(update={"id": name, "join": "any"})
    return followed_by(changed, filing.model_copy(update={"kind": "action", "next": out}), after)


def followed_by(variant: Variant, step: Step, after: Step) -> Variant:
    """The variant with a step changed, and a new one right after it in the file."""
    steps: dict[str, Step] = {}
    for name, one in variant.steps.items():
        steps[name] = step if name == step.id else one
        if name == step.id:
            steps[after.id] = after
    return variant.with_steps(steps)
