"""Open a way with a human being, where there is only a screen or a door too far."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import LEVELS, Counter, Step, Way, schemes_of, ways_of
from carteblanche_journeys.model.counters import Channel
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.references import CounterId, StepId
from carteblanche_journeys.model.values import EMPTY, Value
from carteblanche_journeys.redesigns.consequences import Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.reaching import far_steps, is_rare
from carteblanche_journeys.redesigns.rewriting.ways import (
    is_filed,
    met_ways,
    spread_ways,
    with_ways,
)
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Une voie avec un être humain",
    title="Pour {step|une étape}, on pourrait aussi s'adresser à quelqu'un : {counter|un guichet}",
    does="""Ouvre une autre voie, avec un agent, à une étape qui n'en avait pas. Elle passe en
        premier pour qui ne fait pas seul ses démarches en ligne, ou pour qui le guichet est trop
        loin ou trop rarement ouvert. Les autres voies restent.""",
    worse={
        "agents": "Répondre au téléphone, à un guichet ou à un courrier prend du temps aux agents.",
        "slower": "Une voie de plus peut être plus lente : on attend une ligne, ou la poste.",
    },
    watch="""La part des demandes faites par cette voie, et par qui ; le nombre d'abandons à cette
        étape.""",
    undo="On ferme la voie ; ceux qui n'en ont pas d'autre s'arrêtent de nouveau là.",
    unfit={
        "no-counter": "À {step}, la personne ne s'adresse à aucun guichet.",
        "online-again": "Une voie en ligne de plus n'aide pas qui ne va pas en ligne.",
        "not-competent": "Rien ne dit que ce guichet ({counter}) puisse quelque chose à {step}.",
        "no-need": "À {step}, il y a déjà une voie avec un être humain, et elle est à portée.",
    },
)
ENGLISH = MoveProse(
    name="A way with a human being",
    title="At {step|a step} one could also turn to somebody: {counter|a counter}",
    does="""Opens another way, with an agent, at a step that had none. It comes first for those who
        do not do things online alone, or for whom the counter is too far or too rarely open. The
        other ways stay.""",
    worse={
        "agents": "Answering on the phone, at a counter or by letter takes agents' time.",
        "slower": "One more way may be slower: one waits for a line, or for the post.",
    },
    watch="The part of requests made this way, and by whom; how many give up at this step.",
    undo="The way is closed; those who have no other stop there again.",
    unfit={
        "no-counter": "At {step} the person turns to no counter.",
        "online-again": "One more online way does not help those who do not go online.",
        "not-competent": "Nothing says that this counter ({counter}) can do anything at {step}.",
        "no-need": "At {step} there is a way with a human being already, and it is within reach.",
    },
)
_NOTE = FrozenMap({"fr": "Voie proposée par la refonte.", "en": "Proposed by the redesign."})

#: By why one has to be there, the channel that may stand in for coming: nothing does for a
#: signature or fingerprints, and who has to see the person comes to them.
_INSTEAD: dict[str, Channel] = {
    "assessment": "home",
    "deposit": "post",
    "collection": "post",
    "exchange": "phone",
}


class Arguments(Value):
    """Where a way is opened, at which counter, by which channel."""

    step: StepId = Field(description="The step.")
    counter: CounterId = Field(description="The counter where somebody answers.")
    channel: Channel = Field(description="How it is reached: phone, on-site, post, home…")


def done(variant: Variant, arguments: Arguments) -> bool:
    """There is such a way."""
    ways = ways_of(variant.steps[arguments.step], variant.atlas)
    wanted = (arguments.counter, arguments.channel)
    return any((way.counter, way.channel) == wanted and not way.when for way in ways)


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Somebody must lack a human way there, and the counter must be good for something."""
    here = mention("step", arguments.step)
    if not is_filed(variant, arguments.step):
        yield Hindrance("no-counter", ("step",), {"step": here})
        return
    if arguments.channel == "online":
        yield Hindrance("online-again", ("channel",))
    counter = variant.atlas.counters[arguments.counter]
    if not _is_competent(counter, variant.steps[arguments.step], variant):
        values = {"step": here, "counter": mention("counter", counter.id)}
        yield Hindrance("not-competent", ("counter",), values)
    if not (_only_online(variant, arguments.step) or _is_shut(variant, arguments.step)):
        yield Hindrance("no-need", ("step",), {"step": here})


def _is_competent(counter: Counter, step: Step, variant: Variant) -> bool:
    """Whether a counter is of the same body, or may do as much for some scheme of the step."""
    there = [variant.atlas.counters.get(way.counter or "") for way in met_ways(variant, step.id)]
    known = [one for one in there if one is not None]
    if any(one.owner == counter.owner for one in known):
        return True
    pursued = schemes_of(step, variant.atlas)
    return any(
        _rank(counter, scheme) >= max(0, *(_rank(one, scheme) for one in known), 0)
        for scheme in pursued
    )


def _rank(counter: Counter, scheme: str) -> int:
    level = counter.level(scheme)
    return -1 if level is None else LEVELS.index(level)


def _only_online(variant: Variant, step: str) -> bool:
    return all(way.channel == "online" for way in ways_of(variant.steps[step], variant.atlas))


def _is_shut(variant: Variant, step: str) -> bool:
    """Whether someone finds no open way there, or only one too far or too rarely open."""
    return any(step in life.closed for life in variant.lives) or _is_distant(variant, step)


def _is_distant(variant: Variant, step: str) -> bool:
    return any(
        is_rare(step, life) or any(one.step == step for one in far_steps(variant, life))
        for life in variant.lives
        if step in life.steps or step in life.closed
    )


def make(variant: Variant, arguments: Arguments) -> Variant:
    """A way more: right after the online ones where one has to go too far, else the last."""
    step = variant.steps[arguments.step]
    there = spread_ways(variant, step.id)
    at = len(there)
    if _is_distant(variant, step.id):
        at = next((n for n, way in enumerate(there) if way.channel != "online"), at)
    old = met_ways(variant, step.id)[0]
    new = old.model_copy(update=_opened(arguments, old))
    return with_ways(variant, step.id, [(new, old)], at)


def _opened(arguments: Arguments, old: Way) -> dict[str, object]:
    """What sets a new way apart: what is asked and given, the fee and the wait stay."""
    near = old.near if old.counter == arguments.counter else None
    return {
        "counter": arguments.counter,
        "channel": arguments.channel,
        "near": near,
        "when": EMPTY,
        "share": None,
        "effort": None,
        "presence": None,
        "status": "proposed",
        "note": _NOTE,
        "sources": (),
    }


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """A human channel for each step that is online only, too far or too rarely open.

    What takes days, or comes back again and again, is left out: a course is no call.
    """
    variant = diagnosed.variant
    for finding in diagnosed.of("digital-only", "out-of-reach", "rare-opening"):
        for step in finding.where_in(variant.journey.id).steps:
            found = _proposed(variant, step) if _is_short(variant, step) else None
            if found is None:
                continue
            counter, channel = found
            arguments = Arguments(step=step, counter=counter, channel=channel)
            if not any(True for _ in fits(variant, arguments)):
                yield Suggestion(arguments, (finding.fingerprint,))


def _is_short(variant: Variant, step: str) -> bool:
    one = variant.steps[step]
    return is_filed(variant, step) and one.times is None and one.takes is None


def _proposed(variant: Variant, step: str) -> tuple[str, Channel] | None:
    """The counter and the channel: of the same body, one that people have to go to least."""
    one, old = variant.steps[step], met_ways(variant, step)[0]
    instead = _channel_instead(one, old)
    counter = variant.atlas.counters.get(old.counter or "")
    if instead is None or counter is None:
        return None
    if _only_online(variant, step):
        return _human(counter, one, variant, instead)
    return counter.id, instead


def _channel_instead(step: Step, way: Way) -> Channel | None:
    usual = "deposit" if step.asks or way.asks else "exchange"
    reasons = way.presence or step.presence or (usual,)
    found = [_INSTEAD.get(reason) for reason in reasons]
    if None in found:
        return None
    return next(channel for channel in ("home", "post", "phone") if channel in found)


def _human(
    counter: Counter, step: Step, variant: Variant, instead: Channel
) -> tuple[str, Channel] | None:
    """Where people answer already: this counter, another of its owner; else by telephone here."""
    others = [one for one in variant.atlas.counters.values() if one.owner == counter.owner]
    able = [one for one in (counter, *others) if one is counter or _serves(one, step, variant)]
    for one in able:
        for channel in one.channels:
            if channel not in ("online", "email"):
                return one.id, channel
    return counter.id, instead


def _serves(counter: Counter, step: Step, variant: Variant) -> bool:
    return any(counter.level(scheme) for scheme in schemes_of(step, variant.atlas))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """Agents' time; and it may take longer."""
    return (Worse("agents", "agents"), Worse("waiting", "slower"))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """The body that keeps the counter has to agree."""
    return (LegalNeed("agreement", bodies=(variant.atlas.counters[arguments.counter].owner,)),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """People who answer."""
    return Cost("medium", "carteblanche-journeys", "assumed")


MOVE = Move(
    name="human-alternative",
    source=("M12", "D11", "Vos démarches essentielles, décembre 2024"),
    arguments=Arguments,
    order=88,
    effect="support",
    answers=("digital-only", "out-of-reach", "rare-opening"),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="costly",
)
