"""Contacts at several counters made one visit, with those who have to answer behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from carteblanche_journeys.model import Ask, Link, Quantity, Step, Way, asks_of, schemes_of
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import Range, ShareQuantity, WaitQuantity
from carteblanche_journeys.redesigns.rewriting.behind import IN_CHARGE, behind, doing
from carteblanche_journeys.redesigns.rewriting.conditions import both
from carteblanche_journeys.redesigns.rewriting.errands import Errand, is_plain
from carteblanche_journeys.redesigns.rewriting.leaving import once_each
from carteblanche_journeys.redesigns.rewriting.linking import led_to
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.removing import renamed_in_steps
from carteblanche_journeys.redesigns.rewriting.ways import met_ways
from carteblanche_journeys.redesigns.rewriting.wording import filled
from carteblanche_journeys.redesigns.variant import Variant

_VISIT = {"fr": "Tout voir en une fois, {place}", "en": "See to it all at once, {place}"}
_ANSWER = {"fr": "{who} répond à l'agent", "en": "{who} answers the agent"}
_SETTLED = {"fr": "{what} : est-ce réglé ?", "en": "{what}: is it settled?"}
_TOLD = FrozenMap({"fr": "L'agent dit ce qui est réglé", "en": "The agent says what is settled"})
_YES = FrozenMap({"fr": "C'est réglé", "en": "It is settled"})
_NO = FrozenMap({"fr": "Il faut encore y aller", "en": "One still has to go"})


@dataclass(frozen=True, eq=False)
class OneVisit:
    """A visit to one counter that takes the place of contacts.

    Parameters
    ----------
    errands
        The contacts, in the order of the journey, each with who has to answer for it.
    to
        The counter that is visited.
    answers
        By organisation, how fast it answers.
    resolves
        The part of requests after which one need not go to the old counter.
    near
        Which place of the counter, where it has many.
    """

    variant: Variant
    errands: tuple[Errand, ...]
    to: str
    answers: Mapping[str, Quantity]
    resolves: ShareQuantity
    near: str | None = None

    def made(self) -> Variant:
        """The variant with the visit, those who answer behind it, and what is left of contacts."""
        variant = self._arriving()
        places = [name for name in variant.steps if name in self._all]
        steps: dict[str, Step] = {}
        for name, one in variant.steps.items():
            if name == places[0]:
                steps |= {made.id: made for made in (self._visit(), *self._behind())}
            if name not in self._all or name in self._kept:
                steps[name] = self._left(one) if name in self._kept else one
            if name == places[-1] and self._told is not None:
                steps[self._told.id] = self._told
        heirs: dict[str, str | None] = dict.fromkeys(self._all, self._visit_id)
        return renamed_in_steps(variant.with_steps(steps), heirs)

    def _arriving(self) -> Variant:
        """What led to contacts leads to the visit; what led to several of them, once."""
        variant = led_to(self._with_doers, dict.fromkeys(self._all, self._visit_id))
        steps = []
        for one in variant.steps.values():
            out = one.next or ()
            here = [link for link in out if link.to == self._visit_id and is_plain(link)]
            if len(here) > 1:
                others = (link for link in out if link not in here)
                one = one.model_copy(update={"next": (*once_each(here), *others)})
            steps.append(one)
        return variant.with_steps(steps)

    # What there is ----------------------------------------------------------------------

    @cached_property
    def _members(self) -> tuple[Step, ...]:
        return tuple(self.variant.steps[one.step] for one in self.errands)

    @property
    def _all(self) -> frozenset[str]:
        return frozenset(one.step for one in self.errands)

    @cached_property
    def _answered(self) -> tuple[Errand, ...]:
        """The errands for which somebody has to answer."""
        return tuple(one for one in self.errands if one.owners)

    @cached_property
    def _kept(self) -> frozenset[str]:
        """The contacts that some still need."""
        whole = (self.resolves.likely or 0.0) >= 1
        return frozenset(() if whole else (one.step for one in self._answered))

    def _id(self, word: str, *steps: str) -> str:
        return made_id(word, steps, self.variant.steps)

    @cached_property
    def _visit_id(self) -> str:
        return self._id("visite", *(one.id for one in self._members))

    @cached_property
    def _out(self) -> tuple[Link, ...]:
        """The links that leave the visit: of all its contacts, but those to another of them."""
        leaving = (
            passage.link
            for one in self._members
            for passage in self.variant.passages_out(one.id)
            if passage.target not in self._all
        )
        return once_each(leaving)

    @property
    def _ends(self) -> bool:
        return not self._out and any(one.ends for one in self._members)

    @cached_property
    def _told(self) -> Step | None:
        """Where all comes together again, if what follows cannot wait for several itself."""
        if not self._answered or self._leads_straight_on:
            return None
        return Step(
            id=self._id("suite", *(one.id for one in self._members)),
            title=_TOLD,
            actor=self.variant.atlas.counters[self.to].owner,
            stage=self._members[-1].stage,
            schemes=self._schemes,
            next=self._out,
            ends=self._ends,
            comes_from=(),
            status="proposed",
        )

    @cached_property
    def _leads_straight_on(self) -> bool:
        if len(self._out) != 1 or not is_plain(self._out[0]):
            return False
        return self.variant.steps[self._out[0].to].kind != "event"

    def _end(self, **said: object) -> Link:
        """A link to what follows the visit."""
        if self._told is not None:
            return Link(to=self._told.id, comes_from=()).model_copy(update=said)
        return self._out[0].model_copy(update=said)

    # The visit --------------------------------------------------------------------------

    def _visit(self) -> Step:
        owners, first = self._answered, self._members[0]
        informed = [one for one in self._members if one.id not in {e.step for e in owners}]
        return Step(
            id=self._visit_id,
            title=filled(_VISIT, place=self.variant.atlas.counters[self.to].name),
            ways=self._ways(),
            asks=tuple(dict.fromkeys(ask for one in self._members for ask in self._asks(one))),
            yields=_once(piece for one in informed for piece in one.yields),
            tells=_once(fact for one in self._members for fact in one.tells),
            tells_about=_once(scheme for one in self._members for scheme in one.tells_about),
            schemes=self._schemes,
            presence=("exchange",),
            effort=_summed([one.effort for one in self._members]),
            deadlines=tuple(
                dict.fromkeys(
                    d for one in self._members for d in one.deadlines if d.binds != "organisation"
                )
            ),
            resolves=self.resolves if owners else None,
            comes_from=_once(o for one in self._members for o in one.comes_from or (one.id,)),
            status="proposed",
            **{name: getattr(first, name) for name in ("stage", "actor", "when", "join")},
            next=tuple(self._sent(one) for one in owners) or self._out,
            ends=not owners and self._ends,
        )

    def _ways(self) -> tuple[Way, ...]:
        if self.near is None:
            return (Way(counter=self.to),)
        channels = self.variant.atlas.counters[self.to].channels or (None,)
        return tuple(Way(counter=self.to, channel=one, near=self.near) for one in channels)

    @cached_property
    def _schemes(self) -> tuple[str, ...]:
        return _once(s for one in self._members for s in schemes_of(one, self.variant.atlas))

    def _asks(self, one: Step) -> Iterator[Ask]:
        """What a contact asks, whatever the way: of whom its condition holds."""
        first = self._members[0].when
        for way in met_ways(self.variant, one.id):
            for ask in asks_of(one, way):
                own = way.when if way.asks is not None else {}
                outer = one.when if one.when != first else {}
                when = both(both(outer, own), ask.when)
                yield ask if when == ask.when else ask.model_copy(update={"when": when})

    def _sent(self, errand: Errand) -> Link:
        """The agent asks who has to answer, and has a time by which they do."""
        one = self.variant.steps[errand.step]
        pieces = (piece for ask in self._asks(one) for piece in ask.pieces)
        return self._relay(errand, self._id("reponse", errand.step), (*pieces, *one.tells))

    def _relay(self, errand: Errand, to: str, along: Iterable[str] = ()) -> Link:
        return Link(
            to=to,
            carried="organisation",
            carries=_once(along),
            acknowledged=True,
            answer_within=self._answer(errand),
            comes_from=(),
            status="proposed",
        )

    def _answer(self, errand: Errand) -> Quantity:
        """How fast there is an answer: of several who may have to, the slowest."""
        return max((self.answers[one] for one in errand.owners), key=lambda q: q.minutes[2])

    # Behind it --------------------------------------------------------------------------

    @cached_property
    def _with_doers(self) -> Variant:
        variant = self.variant
        for errand in self._answered:
            variant, _ = doing(variant, errand.owners)
        return variant

    def _behind(self) -> Iterator[Step]:
        """For each errand who answers, and whether it is settled by that."""
        for errand in self._answered:
            yield self._reply(errand)
            if errand.step in self._kept:
                yield self._choice(errand)

    def _reply(self, errand: Errand) -> Step:
        one, atlas = self.variant.steps[errand.step], self.variant.atlas
        _, doer = doing(self.variant, errand.owners)
        who = IN_CHARGE if len(errand.owners) > 1 else atlas.organisations[doer].name
        inside = one.model_copy(update={"ways": errand.doors, "at": None})
        then = self._choice_id(errand) if errand.step in self._kept else None
        back = self._relay(errand, then) if then else self._end(
            carried="organisation", acknowledged=True, answer_within=self._answer(errand)
        )  # fmt: skip
        made = behind(inside, doer, filled(_ANSWER, who=who), atlas)
        changes = {
            "id": self._id("reponse", errand.step),
            "schemes": schemes_of(one, atlas),
            "deadlines": tuple(d for d in one.deadlines if d.binds == "organisation"),
            "next": (back,),
            "join": "any",
            "ends": False,
            "status": "proposed",
            **self._lasting(errand, made),
        }
        return made.model_copy(update=changes)

    def _lasting(self, errand: Errand, made: Step) -> Mapping[str, object]:
        """The answer takes its time; what had to be waited for at the old counter still has."""
        answer = self._answer(errand)
        if made.wait is not None or any(way.wait is not None for way in made.ways):
            return {"takes": answer}
        said = {"value": answer.value, "status": answer.status or "proposed", "note": answer.note}
        return {"wait": WaitQuantity(**said, cause="processing", announced=True)}

    def _choice_id(self, errand: Errand) -> str:
        return self._id("regle", errand.step)

    def _choice(self, errand: Errand) -> Step:
        one = self.variant.steps[errand.step]
        yes = self._end(share=self.resolves, label=_YES)
        no = Link(to=one.id, label=_NO, comes_from=self._origins(one))
        return Step(
            id=self._choice_id(errand),
            title=filled(_SETTLED, what=one.title),
            kind="choice",
            stage=one.stage,
            schemes=schemes_of(one, self.variant.atlas),
            next=(yes, no),
            comes_from=(),
            status="proposed",
        )

    def _origins(self, one: Step) -> tuple[str, ...]:
        """Of a link that leads to a contact still: those that did, from another of the visit."""
        before = self.variant.passages_into(one.id)
        inside = (passage.link for passage in before if passage.source in self._all)
        return _once(origin for link in inside for origin in link.comes_from or ())

    def _left(self, one: Step) -> Step:
        """What is left of a contact: it leads where the visit leads."""
        return one.model_copy(update={"next": (self._end(),), "join": "any", "ends": False})


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _summed(efforts: list[Quantity | None]) -> Quantity | None:
    """The time that all take together, where it is known of all."""
    known = [one for one in efforts if one is not None]
    if not known or len(known) < len(efforts):
        return None
    low, high = (sum(one.minutes[end] or 0.0 for one in known) for end in (0, 2))
    likely = [one.minutes[1] for one in known]
    middle = None if None in likely else sum(one for one in likely if one is not None)
    return Quantity(value=Range(low, middle, high, "min"), status="assumed")
