"""Make several counters one: their entry only, or their decisions too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal

from pydantic import Field

from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.clues.doors import house_of
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import (
    LEVELS,
    Atlas,
    Counter,
    Step,
    Text,
    all_asks,
    by_household,
    counters_of,
    schemes_of,
    ways_of,
)
from carteblanche_journeys.model.counters import Level, Operator
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Duration, Quantity
from carteblanche_journeys.model.redesigned import Redesigned
from carteblanche_journeys.model.references import CounterId, PurposeId
from carteblanche_journeys.model.values import Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.filing_once import (
    OneFiling,
    filed_once,
    in_order,
    order_of,
)
from carteblanche_journeys.redesigns.rewriting.one_counter import at_one_counter, lead_apart
from carteblanche_journeys.redesigns.rewriting.owning import (
    decided_behind,
    named_no_more,
    owned_by,
    without_schemes,
)
from carteblanche_journeys.redesigns.rewriting.purposes import (
    named_for,
    purposes_at,
    schemes_for,
    work_of,
)
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Guichets réunis en un seul",
    title="Un seul guichet, {into|commun}, remplacerait {counters|plusieurs guichets}",
    does="""Un seul guichet reçoit ce que plusieurs recevaient pour le même but. Ou bien l'entrée
        seule est commune : le dossier part ensuite vers l'organisme qui décide, et aucun lieu ne
        ferme. Ou bien tout est réuni : un seul organisme répond, et les anciens guichets ne
        servent plus à cela.""",
    worse={
        "transition": """Le passage coûte cher et peut mal se passer. Pour le guichet unique des
            entreprises à l'INPI, on prévoyait 16 personnes et 4 millions d'euros par an ; il a
            fallu 81 personnes et environ 12 millions (Assemblée nationale, question 3749).""",
        "continuity": """Pendant le passage, des demandes restent bloquées : à l'INPI, la procédure
            de secours a duré jusqu'à la fin de 2024 (Cour des comptes). Il faut garder l'ancienne
            voie ouverte tant que la nouvelle ne tient pas.""",
        "distance": "Un lieu qui ferme éloigne ceux qui habitaient à côté.",
        "trade": "Les agents qui connaissaient un métier ou un public se dispersent.",
        "routing": "Trier les demandes et les transmettre devient un travail d'agents.",
        "dependence": """L'entrée commune ne décide pas : si l'organisme derrière ne répond pas à
            temps, elle n'est plus qu'une façade.""",
        "others": "D'autres parcours passent par ces guichets : ils changeraient aussi.",
    },
    watch="""La part des demandes traitées dans le délai annoncé, le nombre de dossiers bloqués, et
        le coût par an à côté de celui qui était prévu.""",
    undo="""Une entrée commune se défait en quelques mois. Une fusion complète ne se défait guère :
        les équipes, les locaux et les logiciels d'avant n'existent plus.""",
    unfit={
        "too-few": "Il faut au moins deux guichets à réunir.",
        "counter-gone": "Le guichet {counter} n'est plus dans ce parcours.",
        "no-common-purpose": """{counters} ne font pas la même chose pour un même but : ils n'ont
            pas de compétence commune, ou les uns renseignent et les autres reçoivent.""",
        "one-owner": "{counters} sont d'un seul organisme : les réunir ne dépend que de lui.",
        "nobody-meets": "Aucune étape de ce parcours ne passe par {counters} pour ce but.",
        "leads-apart": """Après {step}, la suite dépend du guichet où l'on s'est rendu ; rien
            d'autre ne dit qui va où.""",
    },
)
ENGLISH = MoveProse(
    name="Counters made one",
    title="A single counter, {into|shared}, would take the place of {counters|several counters}",
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
        "one-owner": "{counters} belong to one body: making them one is up to that body alone.",
        "nobody-meets": "No step of this journey passes by {counters} for this purpose.",
        "leads-apart": """After {step}, what follows depends on the counter one went to; nothing
            else says who goes where.""",
    },
)

#: Time that operators of Administration+ have to answer a shared counter.
ANSWER = Assumption("answer_within", "4 d", "Administration+, modernisation.gouv.fr", "published")
WORDS: Mapping[str, str] = FrozenMap({"fr": "Guichet commun", "en": "Shared counter"})
FILING: Mapping[str, str] = FrozenMap(
    {"fr": "Déposer la demande au guichet commun", "en": "File the request at the shared counter"}
)


class Arguments(Value):
    """The counters that become one, and how far they do."""

    counters: Several[CounterId] = Field(description="The counters that become one.")
    into: CounterId = Field(description="The one they become: one of them, or another.")
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


@dataclass(frozen=True)
class _Merger:
    """The arguments, looked at in a variant."""

    variant: Variant
    arguments: Arguments

    @property
    def atlas(self) -> Atlas:
        return self.variant.atlas

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every counter that becomes one, the one they become first."""
        return tuple(dict.fromkeys((self.arguments.into, *self.arguments.counters)))

    @property
    def others(self) -> tuple[str, ...]:
        return self.names[1:]

    @property
    def full(self) -> bool:
        return self.arguments.depth == "full"

    def counter(self, name: str) -> Counter | None:
        """A counter with all that it does now, or did before the redesign."""
        was, now = self.variant.base.counters.get(name), self.atlas.counters.get(name)
        if was is None or now is None:
            return now or was
        both = FrozenMap({**was.competence, **now.competence})
        return now.model_copy(update={"competence": both})

    @cached_property
    def counters(self) -> tuple[Counter, ...]:
        found = (self.counter(name) for name in self.arguments.counters)
        return tuple(counter for counter in found if counter is not None)

    @cached_property
    def owners(self) -> tuple[str, ...]:
        every = (self.counter(name) for name in self.names)
        return tuple(dict.fromkeys(one.owner for one in every if one is not None))

    def work(self, counter: Counter, purpose: str) -> str | None:
        """Whether a counter informs for a purpose, or takes files in."""
        level = work_of(counter, purpose, self.atlas)
        return "files" if level in ("receives", "decides") else level

    @cached_property
    def purposes(self) -> tuple[str, ...]:
        """For what the counters do alike: of what the journey pursues, or of all."""
        every = self.arguments.purposes or tuple(
            sorted({one.purpose for one in self.atlas.schemes.values() if one.purpose})
        )
        pursued = frozenset[str]().union(
            *(purposes_at(step, self.atlas) for step in self.variant.steps.values())
        )
        return tuple(
            purpose
            for purpose in every
            if (self.arguments.scope == "atlas" or purpose in pursued) and self._alike(purpose)
        )

    def _alike(self, purpose: str) -> bool:
        work = {self.work(counter, purpose) for counter in self.counters}
        return len(work) == 1 and None not in work

    @cached_property
    def schemes(self) -> frozenset[str]:
        """The schemes for which they become one."""
        served = {scheme for counter in self.counters for scheme in counter.competence}
        return schemes_for(self.purposes, self.atlas) & served

    def concerns(self, step: Step) -> bool:
        """Whether a step is lived at one of the counters, for one of these schemes."""
        if set(counters_of(step)).isdisjoint(self.names):
            return False
        pursued = schemes_of(step, self.atlas)
        return not pursued or not self.schemes.isdisjoint(pursued)

    @cached_property
    def met(self) -> tuple[str, ...]:
        """The steps at which the household comes to these counters, in reading order."""
        return in_order(
            self.variant,
            (
                name
                for name, step in self.variant.steps.items()
                if by_household(step, self.atlas) and self.concerns(step)
            ),
        )

    @property
    def informs(self) -> bool:
        return {self.work(one, purpose) for one in self.counters for purpose in self.purposes} == {
            "informs"
        }


def done(variant: Variant, arguments: Arguments) -> bool:
    """The one counter comes from all; for a full merger, the others do this no more."""
    merger = _Merger(variant, arguments)
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
    merger = _Merger(variant, arguments)
    said = {"counters": mention("counter", *arguments.counters)}
    gone = [name for name in merger.names if name not in variant.atlas.counters]
    if gone:
        at = ("into",) if gone[0] == arguments.into else ("counters",)
        yield Hindrance("counter-gone", at, {"counter": mention("counter", gone[0])})
    elif not merger.others:
        yield Hindrance("too-few", ("counters",))
    elif len({house_of(owner, variant.atlas) for owner in merger.owners}) < 2:
        yield Hindrance("one-owner", ("counters",), said)
    elif not merger.purposes:
        yield Hindrance("no-common-purpose", ("counters",), said)
    else:
        yield from _in_the_way(merger, said)


def _in_the_way(merger: _Merger, said: Mapping[str, object]) -> Iterator[Hindrance]:
    met = [merger.variant.steps[name] for name in merger.met]
    if all(set(counters_of(step)).isdisjoint(merger.others) for step in met):
        yield Hindrance("nobody-meets", ("counters",), said)
    for step in met:
        if lead_apart(step, merger.names, merger.atlas):
            yield Hindrance("leads-apart", ("counters",), {"step": mention("step", step.id)})


def make(variant: Variant, arguments: Arguments) -> Variant:
    """All ways to these counters lead to one; decisions stay behind it, or change hands."""
    merger = _Merger(variant, arguments)
    changed = _joined_filings(merger)
    into = _into(merger)
    fronts = [name for name in merger.met if name in changed.steps]
    olds = {name: changed.steps[name] for name in changed.steps}
    changed = changed.with_things("counters", into)
    for name in olds if merger.full else fronts:
        step = changed.steps[name]
        if merger.concerns(step):
            moved = at_one_counter(step, merger.names, into, merger.atlas, staying=not merger.full)
            changed = changed.with_step(moved)
    changed = _answering(changed, merger, into) if merger.full else _behind(changed, merger, olds)
    return changed.with_journey(touches=_touched(merger))


def _joined_filings(merger: _Merger) -> Variant:
    """Filings for one purpose that follow each other directly become one."""
    changed = merger.variant
    for group in _adjacent(merger):
        pieces = (piece for name in group for piece in _forms(changed, name))
        made = OneFiling(FILING, "depot", tuple(dict.fromkeys(pieces)))
        changed = filed_once(changed, group, made)
    return changed


def _adjacent(merger: _Merger) -> Iterator[tuple[str, ...]]:
    """Groups of filings at these counters alone, one right after the other or side by side."""
    waiting = (
        [name for name in merger.met if _only_there(merger, name)] if not merger.informs else []
    )
    while len(waiting) > 1:
        first, *rest = waiting
        group = [first]
        for name in rest:
            if _right_after(merger.variant, (*group, name)) and _one_purpose(merger, first, name):
                group.append(name)
        if len(group) > 1:
            yield tuple(group)
        waiting = [name for name in rest if name not in group]


def _only_there(merger: _Merger, name: str) -> bool:
    step = merger.variant.steps[name]
    return set(counters_of(step)) <= set(merger.names) and bool(all_asks(step))


def _one_purpose(merger: _Merger, one: str, other: str) -> bool:
    steps = merger.variant.steps
    return bool(purposes_at(steps[one], merger.atlas) & purposes_at(steps[other], merger.atlas))


def _right_after(variant: Variant, group: Sequence[str]) -> bool:
    order = order_of(variant, group)
    if order != "after":
        return order is not None
    above = {passage.source for passage in variant.net.forward_in(group[-1])}
    return above <= set(group[:-1])


def _forms(variant: Variant, name: str) -> Iterator[str]:
    """The forms asked at a step: what goes along when the case is passed on."""
    for ask in all_asks(variant.steps[name]):
        for piece in ask.pieces:
            known = variant.atlas.evidence.get(piece)
            if known is not None and known.kind == "form":
                yield piece


def _into(merger: _Merger) -> Counter:
    """The one counter: what it may do, where it stands, who answers it."""
    into = merger.atlas.counters[merger.arguments.into]
    every = [merger.atlas.counters[name] for name in merger.names]
    origins = chain.from_iterable(one.comes_from or (one.id,) for one in every)
    changes: dict[str, object] = {
        "competence": FrozenMap({**into.competence, **_competence(merger, into)}),
        "comes_from": tuple(dict.fromkeys(origins)),
    }
    if merger.arguments.name is not None:
        changes["name"] = merger.arguments.name
    elif set(into.competence) <= merger.schemes:
        changes["name"] = named_for(merger.variant, min(merger.purposes), dict(WORDS))
    if not merger.full:
        changes |= _staying(merger, into, every)
    return into.model_copy(update=changes)


def _competence(merger: _Merger, into: Counter) -> dict[str, Level]:
    """For each scheme the most that one of them does; a shared entry takes in, and informs."""
    found: dict[str, Level] = {}
    for scheme in sorted(merger.schemes):
        levels = [one.level(scheme) for one in merger.counters]
        most = max((level for level in levels if level), key=LEVELS.index)
        if most == "decides" and not merger.full:
            most = "receives"
        found[scheme] = max(most, into.level(scheme) or most, key=LEVELS.index)
    return found


def _staying(merger: _Merger, into: Counter, every: Sequence[Counter]) -> dict[str, object]:
    """Of a shared entry: every place and channel there was, and the bodies that answer it."""
    channels = chain.from_iterable(one.channels for one in every)
    places = chain.from_iterable(one.places for one in every)
    known = {operator.organisation for operator in into.operators}
    answering = tuple(
        Operator(organisation=owner, answer_within=_answer(merger.arguments))
        for owner in merger.owners
        if owner != into.owner and owner not in known
    )
    return {
        "channels": tuple(dict.fromkeys(channels)),
        "places": tuple(dict.fromkeys(places)),
        "operators": (*into.operators, *answering),
    }


def _answer(arguments: Arguments) -> Quantity:
    if arguments.answer_within is not None:
        return arguments.answer_within
    return Quantity(value=ANSWER.value, status="proposed", note=ANSWER.source)


def _behind(changed: Variant, merger: _Merger, olds: Mapping[str, Step]) -> Variant:
    """For each filing at the shared entry, what its old counters then do."""
    if merger.informs:
        return changed
    for name in merger.met:
        step = changed.steps[name]
        if merger.arguments.into in counters_of(step) and by_household(step, changed.atlas):
            before = merger.variant.steps[name].model_copy(update={"next": olds[name].next})
            pieces = tuple(dict.fromkeys(_forms(changed, name)))
            changed = decided_behind(changed, name, before, _answer(merger.arguments), pieces)
    return changed


def _answering(changed: Variant, merger: _Merger, into: Counter) -> Variant:
    """One body answers; counters that do nothing else are gone."""
    left = [without_schemes(merger.atlas.counters[name], merger.schemes) for name in merger.others]
    gone = [one.id for one in left if not one.competence]
    changed = changed.with_things("counters", *(one for one in left if one.competence))
    changed = named_no_more(changed, gone, into.id).without_counters(*gone)
    pursuing = [
        name
        for name, step in changed.steps.items()
        if not merger.schemes.isdisjoint(schemes_of(step, changed.atlas))
    ]
    return owned_by(changed, merger.owners, into.owner, merger.schemes, pursuing)


def _touched(merger: _Merger) -> tuple[str, ...]:
    """The other journeys that come to these counters for the same, beside those known already."""
    journey = merger.variant.journey
    own = {journey.id, journey.redesigns}
    found = (
        one.id
        for one in merger.variant.base.journeys.values()
        if one.id not in own
        and not isinstance(one, Redesigned)
        and one.redesigns is None
        and any(merger.concerns(step) for step in one.steps.values())
    )
    return tuple(dict.fromkeys((*journey.touches, *found)))


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Counters that a finding calls redundant: all in one where none but one decides."""
    variant = diagnosed.variant
    for finding in diagnosed.of("redundant-counters"):
        if finding.rule != "redundant-counters":
            continue
        where = finding.where_in(variant.journey.id)
        purposes = _purposes_of(where.schemes, variant.atlas)
        public = _public(where.counters, variant.atlas)
        for purpose in purposes:
            arguments = _arguments(variant, public, purpose)
            if arguments is None or done(variant, arguments):
                continue
            if not any(fits(variant, arguments)):
                yield Suggestion(arguments, (finding.fingerprint,))


def _purposes_of(schemes: Sequence[str], atlas: Atlas) -> tuple[str, ...]:
    known = (atlas.schemes[name].purpose for name in schemes if name in atlas.schemes)
    return tuple(dict.fromkeys(purpose for purpose in known if purpose))


def _public(counters: Sequence[str], atlas: Atlas) -> tuple[Counter, ...]:
    """Those of the counters that an administration keeps; nobody merges a bank by decree."""
    known = [atlas.counters[name] for name in counters if name in atlas.counters]
    return tuple(one for one in known if administrations([one.owner], atlas))


def _arguments(variant: Variant, counters: Sequence[Counter], purpose: str) -> Arguments | None:
    levels = {one.id: work_of(one, purpose, variant.atlas) for one in counters}
    filing = [one for one in counters if levels[one.id] in ("receives", "decides")]
    among = filing or [one for one in counters if levels[one.id] == "informs"]
    if len(among) < 2:
        return None
    into = min(among, key=lambda one: _readiness(variant, one, levels[one.id] or "informs"))
    # A shared entry before networks that only take files in would be one more layer, which is
    # what the Cour des comptes said of Guichet Entreprises.
    networks = all("decides" not in one.competence.values() for one in among if one is not into)
    depth: Literal["entry", "full"] = "full" if filing and networks else "entry"
    plain = Arguments(counters=tuple(one.id for one in among), into=into.id, depth=depth)
    if _Merger(variant, plain).purposes == (purpose,):
        return plain
    return Arguments(counters=plain.counters, into=into.id, depth=depth, purposes=(purpose,))


def _readiness(variant: Variant, counter: Counter, level: str) -> tuple[object, ...]:
    """The counter open to most people first, then by most channels, and that does most."""
    ways = [
        way
        for step in variant.steps.values()
        for way in ways_of(step, variant.atlas)
        if way.counter == counter.id
    ]
    only_some = all(bool(way.when) for way in ways)
    return (only_some, -len(counter.channels), -LEVELS.index(level))  # type: ignore[arg-type]


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """A full merger: the change itself, distance, trade; a shared entry: work and dependence."""
    merger = _Merger(variant, arguments)
    others = (Worse("transition", "others"),) if _touched(merger) else ()
    if not merger.full:
        routing = (Worse("agents", "routing"), Worse("dependence", "dependence"))
        return (*(() if merger.informs else routing), *others)
    return (
        Worse("transition", "transition"),
        Worse("transition", "continuity"),
        Worse("distance", "distance"),
        Worse("quality", "trade"),
        *others,
    )


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """An agreement for the entry; in full a decree, a law where bodies of several kinds join."""
    merger = _Merger(variant, arguments)
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
