"""The person is sent from counter to counter, none of which can do more than inform."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.onward import Onward, onward
from carteblanche_journeys.diagnosis.clues.pursuits import only_informs, purposes_of
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.graph import LivedStep
from carteblanche_journeys.model import Counter, schemes_of

FRENCH = Prose(
    title="De guichet en guichet : {counters|on renseigne, on oriente, personne ne répond}",
    finds="""Au moins deux contacts de suite qui ne font que renseigner, chacun envoyant chez un
        autre organisme. Ou un seul contact qui oriente vers au moins trois organismes et règle
        lui-même moins d'une demande sur deux.""",
    hurts="""La personne explique sa situation, on l'envoie ailleurs, elle recommence : c'est le
        « rond-point ». Chaque renvoi coûte au moins un appel ou un trajet, et beaucoup baissent
        les bras avant d'arriver au bon endroit : {targets|celui qui peut décider}.""",
    remedy="""Qu'un agent polyvalent réponde dès le premier contact ({first|le premier
        guichet}), et interroge lui-même les autres organismes, qui lui répondent sous un délai
        dit d'avance (4 jours dans le réseau Administration+).""",
    against="""Un agent polyvalent connaît chaque sujet moins bien que le spécialiste, et sa
        formation se paie. Sans lien direct avec les organismes, il ne serait qu'un renvoi de
        plus.""",
    forms={
        "roundabout": {
            "title": """{first} oriente vers {#owners} organismes, et règle peu de demandes sur
                place""",
        },
        "unknown": {
            "title": """Quelle part des demandes se règle sur place, sans renvoyer ailleurs ?
                {first}""",
            "hurts": """Ce guichet oriente vers plusieurs organismes ({targets}). On ne sait pas
                combien de personnes en repartent avec une réponse.""",
            "remedy": "Comptez-le sur quelques jours, puis écrivez `resolves` sur l'étape.",
        },
    },
)
ENGLISH = Prose(
    title="From counter to counter: {counters|they inform, they refer, nobody answers}",
    finds="""At least two contacts in a row that do no more than inform, each sending the person to
        another organisation. Or one contact that refers to at least three organisations and
        settles less than one request in two itself.""",
    hurts="""The person explains the situation, is sent elsewhere, starts again: the “roundabout”.
        Each referral costs at least a call or a trip, and many give up before they reach the
        right place: {targets|the one that can decide}.""",
    remedy="""Let a generalist agent answer at the first contact ({first|the first counter}),
        and ask the other organisations, which reply within a time said beforehand (4 days in
        the French network Administration+).""",
    against="""A generalist knows each subject less well than the specialist, and training costs
        money. Without a direct link to the organisations it would be one more referral.""",
    forms={
        "roundabout": {
            "title": """{first} refers to {#owners} organisations, and settles few requests on
                the spot""",
        },
        "unknown": {
            "title": "What share of requests is settled on the spot, without referral? {first}",
            "hurts": """This counter refers people to several organisations ({targets}). Nobody
                says how many leave it with an answer.""",
            "remedy": "Count it on a few days, then write `resolves` on the step.",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le logement|Housing›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
ccas: {name: ‹Action sociale|Social centre›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# schemes.yml
aide: {name: ‹Aide au logement|Housing benefit›}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie, competence: {aide: informs}}
ccas: {name: ‹Action sociale|Social desk›, owner: ccas, competence: {aide: informs}}
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf, competence: {aide: decides}}
# loger/as-is.yml
title: ‹Je cherche une aide|I look for help›
steps:
  mairie: {title: ‹Demander à la mairie|Ask at the town hall›, at: mairie}
  ccas: {title: ‹Demander à l'action sociale|Ask at the social desk›, at: ccas}
  caf: {title: ‹Demander à la Caf|Ask at the benefits office›, at: caf}
"""


def find(case: Case) -> Iterator[Draft]:
    """Chains of contacts that only inform, then single ones that send to many."""
    stops = _stops(case)
    sent: list[Onward] = []
    # By contact and owner one step: of many counters of one owner, more would say no more.
    chosen: dict[str, dict[str, str]] = {}
    sending = {name for name, stop in stops.items() if stop.only_sends or stop.unsaid}
    for one in onward(case.lived, sending):
        if one.target in stops:
            if _sent(one, stops):
                sent.append(one)
            if one.chosen:
                owner = stops[one.target].counter.owner
                chosen.setdefault(one.source, {}).setdefault(owner, one.target)
    told: set[str] = set()
    for chain in _chains(sent, case):
        told.update(one.source for one in chain)
        yield _of_chain(chain, case)
    for source, targets in chosen.items():
        if source not in told:
            yield from _roundabout(source, targets, stops[source], case)


@dataclass(frozen=True, slots=True)
class _Stop:
    """A contact: its counter, what one is there for, and whether one leaves with no more."""

    counter: Counter
    needs: frozenset[str]
    only_sends: bool

    @property
    def unsaid(self) -> bool:
        """Whether nobody says what the counter may do."""
        return not self.counter.competence


def _stops(case: Case) -> Mapping[str, _Stop]:
    found: dict[str, _Stop] = {}
    for name, one in case.lived.steps.items():
        counter = _counter(name, case)
        if counter is not None:
            found[name] = _Stop(counter, _needs(name, counter, case), _sends_on(one, case))
    return found


def _sent(one: Onward, stops: Mapping[str, _Stop]) -> bool:
    """From a counter that only informs to one of another organisation, for the same need."""
    here, there = stops[one.source], stops[one.target]
    elsewhere = here.only_sends and here.counter.owner != there.counter.owner
    return elsewhere and not here.needs.isdisjoint(there.needs)


def _counter(step: str, case: Case) -> Counter | None:
    way = case.lived.steps[step].way
    return case.atlas.counters.get(way.counter or "") if way else None


def _sends_on(one: LivedStep, case: Case) -> bool:
    """Whether one leaves a contact with information and at most blank forms."""
    yielded = one.step.yields if one.way is None or one.way.yields is None else one.way.yields
    blank = all(piece in case.atlas.evidence and case.atlas.evidence[piece].kind == "form"
                for piece in yielded)  # fmt: skip
    return blank and only_informs(one, case.atlas)


def _needs(step: str, counter: Counter, case: Case) -> frozenset[str]:
    """The schemes pursued at a step and what they are for."""
    pursued = schemes_of(case.journey.steps[step], case.atlas) or tuple(counter.competence)
    return frozenset(pursued) | {f"for {p}" for p in purposes_of(pursued, case.atlas)}


def _chains(referrals: list[Onward], case: Case) -> Iterator[list[Onward]]:
    """The referrals that start at one counter, if enough of them follow each other."""
    following: dict[str, list[Onward]] = {}
    for one in referrals:
        following.setdefault(one.source, []).append(one)
    length: dict[str, int] = {}
    for source in reversed([step for step in case.lived.steps if step in following]):
        length[source] = 1 + max(length.get(one.target, 0) for one in following[source])
    reached = {one.target for one in referrals}
    for first in following:
        if first not in reached and length[first] >= case.figures["contacts"]:
            yield list(_from(first, following))


def _from(first: str, following: Mapping[str, list[Onward]]) -> Iterator[Onward]:
    seen, ahead = {first}, [first]
    while ahead:
        for one in following.get(ahead.pop(), ()):
            yield one
            if one.target not in seen:
                seen.add(one.target)
                ahead.append(one.target)


def _of_chain(chain: list[Onward], case: Case) -> Draft:
    order = {name: at for at, name in enumerate(case.lived.steps)}
    sources = sorted({one.source for one in chain}, key=order.__getitem__)
    ends = sorted({one.target for one in chain} - set(sources), key=order.__getitem__)
    return _draft(sources, ends, "", case)


def _draft(sources: list[str], ends: list[str], variant: str, case: Case) -> Draft:
    steps = (*sources, *ends)
    met = {step: counter for step in steps if (counter := _counter(step, case))}
    owners = mention("organisation", *(met[step].owner for step in ends if step in met))
    schemes = once(s for step in sources for s in schemes_of(case.journey.steps[step], case.atlas))
    first = met[sources[0]].id
    return Draft(
        cause=first,
        where=Where(
            steps,
            counters=once(counter.id for counter in met.values()),
            organisations=once(counter.owner for counter in met.values()),
            schemes=schemes,
        ),
        values={
            "first": mention("counter", first),
            "counters": mention("counter", *(met[step].id for step in steps if step in met)),
            "targets": mention("counter", *(met[step].id for step in ends if step in met)),
            "owners": owners,
        },
        variant=variant,
        kind="question" if variant == "unknown" else None,
        confidence=case.sureness(*(case.journey.steps[step] for step in sources)),
        stake=Stake(steps=tuple(sources)),
        topics=tuple(f"contact:{case.here(step)}" for step in sources),
    )


def _roundabout(
    source: str, by_owner: Mapping[str, str], here: _Stop, case: Case
) -> Iterator[Draft]:
    """A contact from which a choice leads to many organisations."""
    targets = [target for owner, target in by_owner.items() if owner != here.counter.owner]
    if len(targets) < case.figures["owners"]:
        return
    settled = case.journey.steps[source].resolves
    part = settled.likely if settled is not None else None
    if part is None and here.only_sends:
        yield _draft([source], targets, "unknown", case)
    elif part is not None and part < case.figures["resolves"]:
        yield _draft([source], targets, "roundabout", case)


RULE = Rule(
    name="referral-chain",
    severity="warning",
    source=(
        "D02",
        "DITP, « logique de rond-point », Béthune 2019",
        "Reijers & Liman Mansar 2005, specialist-generalist",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "contacts": Threshold(2, "D02"),
        "owners": Threshold(3, "D02"),
        "resolves": Threshold(0.5, "D02 ; France Services : 0.82"),
    },
    bad=BAD,
    good=BAD.replace("ccas, competence: {aide: informs}", "ccas, competence: {aide: decides}"),
    find=find,
)
