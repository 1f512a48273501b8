"""Make several counters one: their entry only, or their decisions too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal

from pydantic import Field

from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.finding import Where, mention
from carteblanche_journeys.model import (
    Counter,
    Text,
    counters_of,
)
from carteblanche_journeys.model.counters import Operator
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Duration, Quantity
from carteblanche_journeys.model.references import FormerCounterId, PurposeId
from carteblanche_journeys.model.shapes import Path
from carteblanche_journeys.model.values import Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.mergeable import (
    only_receives,
    purposes_of,
    readiness,
    taking_in,
)
from carteblanche_journeys.redesigns.rewriting.merged import merged
from carteblanche_journeys.redesigns.rewriting.merging import Merger
from carteblanche_journeys.redesigns.rewriting.one_counter import lead_apart
from carteblanche_journeys.redesigns.rewriting.purposes import (
    named_for,
    work_of,
)
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Guichets réunis en un seul",
    title="{#counters|Plusieurs} guichets n'en feraient plus qu'un : {into|le guichet commun}",
    does="""Un seul guichet reçoit ce que plusieurs recevaient pour le même but. Ou bien l'entrée
        seule est commune : le dossier part ensuite vers l'organisme qui décide, et aucun lieu ne
        ferme. Ou bien tout est réuni : un seul organisme répond, et les anciens guichets ne
        servent plus à cela.""",
    worse={
        "transition": """Le passage coûte cher et peut mal se passer. Pour le guichet unique des
            entreprises à l'INPI, on prévoyait 16 personnes et 4 millions d'euros par an ; il a
            fallu 81 personnes et environ 12 millions (Assemblée nationale, question 3749).""",
        "continuity": """Pendant le passage, des demandes restent bloquées : à l'INPI, la procédure
            de secours a duré jusqu'à la fin de 2024 (Cour des comptes). Il faut garder l'ancienne
            voie ouverte tant que la nouvelle ne tient pas.""",
        "distance": "Un lieu qui ferme éloigne ceux qui habitaient à côté.",
        "trade": "Les agents qui connaissaient un métier ou un public se dispersent.",
        "routing": "Trier les demandes et les transmettre devient un travail d'agents.",
        "informing": "Les agents doivent connaître aussi les droits dont les autres informaient.",
        "dependence": """L'entrée commune ne décide pas : si l'organisme derrière ne répond pas à
            temps, elle n'est plus qu'une façade.""",
        "others": "D'autres parcours passent par ces guichets : ils changeraient aussi.",
    },
    watch="""La part des demandes traitées dans le délai annoncé, le nombre de dossiers bloqués, et
        le coût par an à côté de celui qui était prévu.""",
    undo="""Une entrée commune se défait en quelques mois. Une fusion complète ne se défait guère :
        les équipes, les locaux et les logiciels d'avant n'existent plus.""",
    unfit={
        "too-few": "Il faut au moins deux guichets à réunir.",
        "counter-gone": "Le guichet {counter} n'est plus dans ce parcours.",
        "no-common-purpose": """{counters} ne font pas la même chose pour un même but : ils n'ont
            pas de compétence commune, ou les uns renseignent et les autres reçoivent.""",
        "does-none-of-it": "{counter} ne fait rien de ce que font les autres guichets.",
        "one-owner": "{counters} sont d'un seul organisme : les réunir ne dépend que de lui.",
        "nobody-meets": "Aucune étape de ce parcours ne passe par {counters} pour ce but.",
        "leads-apart": """Après {step}, la suite dépend du guichet où l'on s'est rendu ; rien
            d'autre ne dit qui va où.""",
    },
)
ENGLISH = MoveProse(
    name="Counters made one",
    title="{#counters|Several} counters would become one: {into|the shared counter}",
    does="""One counter receives what several received for one purpose. Either only the entry is
        shared: the case then goes to the body that decides, and no place closes. Or all is made
        one: a single body answers, and the old counters serve for this no more.""",
    worse={
        "transition": """The change is dear and may go badly. For the single counter of businesses
            at the French INPI, 16 people and 4 million euros a year were planned; it took 81
            people and about 12 million (National Assembly, question 3749).""",
        "continuity": """During the change requests get stuck: at the INPI the fallback procedure
            lasted until the end of 2024 (Cour des comptes). The old way has to stay open as long
            as the new one does not hold.""",
        "distance": "A place that closes is farther away for those who lived beside it.",
        "trade": "Agents who knew a trade or a public are scattered.",
        "routing": "Sorting requests and passing them on becomes work for agents.",
        "informing": "Agents have to know the rights of which the others informed, too.",
        "dependence": """The shared entry decides nothing: where the body behind does not answer in
            time, it is no more than a facade.""",
        "others": "Other journeys pass by these counters: they would change too.",
    },
    watch="""The share of requests dealt with in the time announced, how many cases are stuck, and
        the cost a year beside what was planned.""",
    undo="""A shared entry can be undone in a few months. A full merger hardly can: the teams,
        places and software of before are gone.""",
    unfit={
        "too-few": "It takes at least two counters to make one.",
        "counter-gone": "The counter {counter} is no longer in this journey.",
        "no-common-purpose": """{counters} do not do the same for one purpose: they have no
            competence in common, or some inform and others receive.""",
        "does-none-of-it": "{counter} does nothing of what the other counters do.",
        "one-owner": "{counters} belong to one body: making them one is up to that body alone.",
        "nobody-meets": "No step of this journey passes by {counters} for this purpose.",
        "leads-apart": """After {step}, what follows depends on the counter one went to; nothing
            else says who goes where.""",
    },
)

#: Time that operators of Administration+ have to answer a shared counter.
ANSWER = Assumption("answer_within", "4 d", "Administration+, modernisation.gouv.fr", "published")
WORDS: Mapping[str, str] = FrozenMap({"fr": "Guichet commun", "en": "Shared counter"})


class Arguments(Value):
    """The counters that become one, and how far they do."""

    counters: Several[FormerCounterId] = Field(description="The counters that become one.")
    into: FormerCounterId = Field(description="The one they become: one of them, or another.")
    depth: Literal["entry", "full"] = Field(
        description="entry: decisions stay where they are; full: one organisation decides."
    )
    scope: Literal["variant", "atlas"] = Field(
        "variant",
        description="variant: for what this journey pursues; atlas: for all they have in common.",
    )
    purposes: Several[PurposeId] = Field(
        (), description="For what; left out: for all that they do alike."
    )
    answer_within: Duration | None = Field(
        None, description="Entry: how long the body behind has to answer; left out: 4 d."
    )
    name: Text | None = Field(None, description="What the counter is then called.")


def _merger(variant: Variant, arguments: Arguments) -> Merger:
    return Merger(
        variant,
        arguments.counters,
        arguments.into,
        full=arguments.depth == "full",
        everywhere=arguments.scope == "atlas",
        only=arguments.purposes,
    )


def done(variant: Variant, arguments: Arguments) -> bool:
    """The one counter comes from all; for a full merger, the others do this no more."""
    merger = _merger(variant, arguments)
    into = variant.atlas.counters.get(arguments.into)
    if into is None or not merger.others or not set(merger.others) <= set(into.comes_from or ()):
        return False
    if any(set(counters_of(variant.steps[name])) & set(merger.others) for name in merger.met):
        return False
    here = (variant.atlas.counters.get(name) for name in merger.others)
    left = {scheme for one in here if one is not None for scheme in one.competence}
    return not merger.full or left.isdisjoint(merger.schemes)


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """At least two counters of two bodies that do the same for one purpose, met in the journey."""
    merger = _merger(variant, arguments)
    said = {"counters": mention("counter", *arguments.counters)}
    gone = [name for name in merger.names if name not in variant.atlas.counters]
    if gone:
        there = _path(arguments, gone[0])
        yield Hindrance("counter-gone", there, {"counter": mention("counter", gone[0])})
    elif not merger.others:
        yield Hindrance("too-few", ("counters",))
    elif len({house_of(owner, variant.atlas) for owner in merger.owners}) < 2:
        yield Hindrance("one-owner", ("counters",), said)
    elif not merger.purposes:
        yield Hindrance("no-common-purpose", ("counters",), said)
    elif idle := tuple(merger.idle()):
        there = _path(arguments, idle[0])
        yield Hindrance("does-none-of-it", there, {"counter": mention("counter", idle[0])})
    else:
        yield from _in_the_way(merger, said)


def _path(arguments: Arguments, counter: str) -> Path:
    if counter in arguments.counters:
        return "counters", arguments.counters.index(counter)
    return ("into",)


def _in_the_way(merger: Merger, said: Mapping[str, object]) -> Iterator[Hindrance]:
    met = [merger.variant.steps[name] for name in merger.met]
    every = merger.variant.steps.values() if merger.full else met
    concerned = [step for step in every if merger.concerns(step)]
    if all(set(counters_of(step)).isdisjoint(merger.others) for step in concerned):
        yield Hindrance("nobody-meets", ("counters",), said)
    for step in met:
        if lead_apart(step, merger.names, merger.atlas):
            yield Hindrance("leads-apart", ("counters",), {"step": mention("step", step.id)})


def make(variant: Variant, arguments: Arguments) -> Variant:
    """All ways to these counters lead to one; decisions stay behind it, or change hands."""
    merger = _merger(variant, arguments)
    return merged(merger, _into(merger, arguments), _answer(arguments))


def _into(merger: Merger, arguments: Arguments) -> Counter:
    """The one counter: what it may do, where it stands, who answers it."""
    into = merger.atlas.counters[merger.into]
    every = [merger.atlas.counters[name] for name in merger.names]
    origins = chain.from_iterable(one.comes_from or (one.id,) for one in every)
    changes: dict[str, object] = {
        "competence": merger.competence(),
        "comes_from": tuple(dict.fromkeys(origins)),
    }
    # A counter that serves other needs too is known by its name, and nobody answers it for those.
    for_this_alone = set(into.competence) <= merger.schemes
    if arguments.name is not None:
        changes["name"] = arguments.name
    elif for_this_alone:
        changes["name"] = named_for(merger.variant, min(merger.purposes), dict(WORDS))
    if not merger.full:
        changes |= _staying(every)
        if for_this_alone:
            changes["operators"] = _operators(merger, into, _answer(arguments))
    return into.model_copy(update=changes)


def _staying(every: Sequence[Counter]) -> dict[str, object]:
    """Of a shared entry: every place and channel there was."""
    channels = chain.from_iterable(one.channels for one in every)
    places = chain.from_iterable(one.places for one in every)
    return {"channels": tuple(dict.fromkeys(channels)), "places": tuple(dict.fromkeys(places))}


def _operators(merger: Merger, into: Counter, answer_within: Quantity) -> tuple[Operator, ...]:
    """The bodies that answer a shared entry."""
    known = {operator.organisation for operator in into.operators}
    answering = tuple(
        Operator(organisation=owner, answer_within=answer_within)
        for owner in merger.owners
        if owner != into.owner and owner not in known
    )
    return (*into.operators, *answering)


def _answer(arguments: Arguments) -> Quantity:
    if arguments.answer_within is not None:
        return arguments.answer_within
    return Quantity(value=ANSWER.value, status="proposed", note=ANSWER.source)


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Counters that take in the same, as a finding says: all in one where none but one decides.

    Not those that only inform: one desk instead of several, without those who decide behind it,
    would send people on as they did.
    """
    found: dict[Arguments, list[str]] = {}
    for finding in diagnosed.of("redundant-counters"):
        if finding.rule == "redundant-counters":
            where = finding.where_in(diagnosed.variant.journey.id)
            for arguments in _mending(diagnosed.variant, where):
                found.setdefault(arguments, []).append(finding.fingerprint)
    for arguments, causes in found.items():
        wider = [one for one in found if one is not arguments and _covers(one, arguments)]
        also = [c for one in found if _covers(arguments, one) for c in found[one]]
        if not wider:
            yield Suggestion(arguments, tuple(dict.fromkeys((*causes, *also))))


def _covers(one: Arguments, other: Arguments) -> bool:
    """Whether a full merger does all that another one does, for more counters."""
    full = one.depth == other.depth == "full" and not one.purposes
    return full and set(one.counters) > set(other.counters)


def _mending(variant: Variant, where: Where) -> Iterator[Arguments]:
    filing = taking_in(variant, where)
    for purpose in purposes_of(where.schemes, variant.atlas):
        arguments = _arguments(variant, filing, purpose)
        if arguments is None or done(variant, arguments):
            continue
        if not any(fits(variant, arguments)):
            yield arguments


def _arguments(variant: Variant, counters: Sequence[Counter], purpose: str) -> Arguments | None:
    """All in one for all that they do, where none but that one decides on anything.

    A shared entry before networks that only take files in would be one more layer, which is what
    the Cour des comptes said of Guichet Entreprises.
    """
    among = [one for one in counters if work_of(one, purpose, variant.atlas)]
    if len(among) < 2:
        return None
    into = min(among, key=lambda one: readiness(variant, one, purpose))
    names = tuple(one.id for one in among)
    others = [one for one in among if one is not into]
    if all(only_receives(one, variant.atlas) for one in others):
        return Arguments(counters=names, into=into.id, depth="full")
    plain = Arguments(counters=names, into=into.id, depth="entry")
    if _merger(variant, plain).purposes == (purpose,):
        return plain
    return Arguments(counters=names, into=into.id, depth="entry", purposes=(purpose,))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """A full merger: the change itself, distance, trade; a shared entry: work and dependence."""
    merger = _merger(variant, arguments)
    others = (Worse("transition", "others"),) if merger.touched() else ()
    if not merger.full:
        routing = (Worse("agents", "routing"), Worse("dependence", "dependence"))
        return (*((Worse("agents", "informing"),) if merger.informs else routing), *others)
    return (
        Worse("transition", "transition"),
        Worse("transition", "continuity"),
        Worse("distance", "distance"),
        Worse("quality", "trade"),
        *others,
    )


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """An agreement for the entry; in full a decree, a law where bodies of several kinds join."""
    merger = _merger(variant, arguments)
    if not merger.full:
        return (LegalNeed("agreement", bodies=merger.owners),)
    known = (variant.atlas.organisations.get(owner) for owner in merger.owners)
    kinds = {one.kind for one in known if one is not None}
    return (LegalNeed("decree" if kinds == {"state"} else "law", bodies=merger.owners),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A full merger as the one that was made; a shared entry as one more house to keep."""
    if arguments.depth == "full":
        source = "INPI : 4 M€ par an prévus, environ 12 M€ en fait (AN, question 3749)"
        return Cost("very-high", source, "assumed")
    return Cost("medium", "carteblanche-journeys", "assumed")


MOVE = Move(
    name="merge-counters",
    source=(
        "M1",
        "D01",
        "Reijers & Liman Mansar 2005, numerical involvement",
        "loi PACTE du 22 mai 2019, guichet unique de l'INPI",
    ),
    arguments=Arguments,
    order=40,
    effect="simplify",
    answers=("redundant-counters",),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="lasting",
    assumes=(ANSWER,),
)
