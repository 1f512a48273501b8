"""From a finding to the sentences people read: ids become names, the rule's prose says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.finding import Finding, Mention
from carteblanche_journeys.diagnosis.prose import Prose, fill, generic
from carteblanche_journeys.diagnosis.rule import Rule, rule_named
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.words import Words

#: A title names so many things at most; beyond, it says how many there are.
NAMED_IN_TITLE = 3
#: A sentence names so many; beyond, it says how many others there are. All are in `where`.
NAMED_IN_SENTENCE = 20


@dataclass(frozen=True, slots=True)
class Told:
    """What people read of a finding, in one language, not yet escaped for any output.

    Parameters
    ----------
    title
        What is wrong, in one line.
    message
        Why it hurts a person.
    remedy
        What to do.
    against
        What speaks against it.
    """

    title: str
    message: str
    remedy: str
    against: str


def tell(finding: Finding, atlas: Atlas, words: Words) -> Told:
    """The sentences of a finding, with the names that the atlas gives to what it mentions.

    >>> from carteblanche_journeys.diagnosis.finding import Where, mention
    >>> from carteblanche_journeys.words import words_for
    >>> where, step = Where(steps=("a",)), mention("step", "a")
    >>> finding = Finding(
    ...     "loose-end", "structural", "error", "high", "x a", where, ("x",), values={"step": step}
    ... )
    >>> tell(finding, Atlas(), words_for("en")).title
    'Nothing follows “a”'
    """
    prose = prose_of(rule_named(finding.rule), words).form(finding.variant)
    teller = _Teller(finding.values, finding.journeys, _seen_by(finding, atlas), words)
    return Told(
        teller.say(prose.title, NAMED_IN_TITLE),
        teller.say(prose.hurts),
        teller.say(prose.remedy),
        teller.say(prose.against),
    )


def _seen_by(finding: Finding, atlas: Atlas) -> Atlas:
    """The atlas as the journey of a finding sees it: a redesign may name things of its own."""
    journey = atlas.journeys.get(finding.journeys[0]) if finding.journeys else None
    return atlas if journey is None else atlas.seen_by(journey)


def prose_of(rule: Rule, words: Words) -> Prose:
    """The prose of a rule in the language of the words."""
    return rule.prose[words.lang]


def title_of(rule: Rule, words: Words) -> str:
    """What a rule is called in a list of rules.

    >>> from carteblanche_journeys.words import words_for
    >>> title_of(rule_named("loose-end"), words_for("en"))
    'Nothing follows a step'
    """
    return generic(prose_of(rule, words).title)


@dataclass(frozen=True, slots=True)
class _Teller:
    values: Mapping[str, object]
    journeys: tuple[str, ...]
    atlas: Atlas
    words: Words

    def say(self, template: str, most: int | None = None) -> str:
        """A template with names; lists longer than `most` are said by their number."""
        text = fill(template, lambda name, counted: self._value(name, counted, most))
        return text[:1].upper() + text[1:]

    def _value(self, name: str, counted: bool, most: int | None) -> str:
        value = self.values[name]
        if not isinstance(value, Mention):
            return self.words.number(value) if isinstance(value, int | float) else str(value)
        if counted:
            return self.words.number(len(value.ids))
        if most is not None and len(value.ids) > most:
            return self.words(f"finding.count.{value.kind}", n=len(value.ids))
        names = (
            name_of(value.kind, one, self.atlas, self.words, self._journey_of(one))
            for one in value.ids
        )
        return self.words.series(names, at_most=NAMED_IN_SENTENCE)

    def _journey_of(self, step: str) -> str:
        """The journey of a step: of those of the finding, the first that has it."""
        known = ((name, self.atlas.journeys.get(name)) for name in self.journeys)
        return next((name for name, there in known if there and step in there.steps), "")


def name_of(kind: str, name: str, atlas: Atlas, words: Words, journey: str = "") -> str:
    """How a sentence names a thing; an id that the atlas does not know stands for itself.

    Parameters
    ----------
    kind
        `step`, `counter`, `organisation`, `body`, `evidence`, `fact`, `scheme`, `purpose`,
        `journey` or `commune`.
    journey
        The journey whose step it is.

    >>> from carteblanche_journeys.words import words_for
    >>> atlas = Atlas(organisations={"mairie": {"name": "Mairie", "many": True}})
    >>> name_of("body", "mairie@birth", atlas, words_for("fr"))
    'Mairie (lieu de naissance)'
    """
    if kind == "body":
        return _body(name, atlas, words)
    text = _label(kind, name, atlas, journey)
    plain = words.text(text) if text is not None else name
    return (
        plain
        if kind in ("counter", "organisation", "commune")
        else words("finding.quoted", name=plain)
    )


def _label(kind: str, name: str, atlas: Atlas, journey: str) -> Text | None:
    if kind == "step":
        found = atlas.journeys.get(journey)
        step = found.steps.get(name) if found else None
        return step.title if step else None
    if kind == "purpose":
        return atlas.purposes.get(name)
    if kind == "fact":
        # A condition names facts and traits alike.
        known = atlas.facts.get(name) or atlas.traits.get(name)
        return known.label if known else None
    if kind == "journey":
        told = atlas.journeys.get(name)
        return told.title if told else None
    if kind == "commune":
        return _commune(name, atlas)
    return _named(kind, name, atlas)


def _commune(name: str, atlas: Atlas) -> Text | None:
    known = (t.communes[name].name for t in atlas.territories.values() if name in t.communes)
    return next(known, None)


def _named(kind: str, name: str, atlas: Atlas) -> Text | None:
    shelves = {
        "counter": atlas.counters,
        "organisation": atlas.organisations,
        "evidence": atlas.evidence,
        "scheme": atlas.schemes,
    }
    thing = shelves[kind].get(name)
    return getattr(thing, "name", None)


def _body(name: str, atlas: Atlas, words: Words) -> str:
    organisation, _, place = name.partition("@")
    plain = name_of("organisation", organisation, atlas, words)
    if not place:
        return plain
    said = words(f"finding.near.{place}") if words.has(f"finding.near.{place}") else None
    commune = _commune(place, atlas)
    where = said or (words.text(commune) if commune else place)
    return words("finding.body", name=plain, place=where)
