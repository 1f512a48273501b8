"""What proposals say, in words: what is spared, who loses, why some are set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carteblanche_journeys.diagnosis import Mention, name_of
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.redesigns.comparisons.comparison import Difference, Differences
from carteblanche_journeys.redesigns.proposals.proposal import PARTS, Loser, Rejected
from carteblanche_journeys.redesigns.variant import Variant
from carteblanche_journeys.words import Words
from carteblanche_journeys.words.spans import span_in_words, value_in_words

#: The word for what a part counts, where its unit does not say it.
_NOUNS = {"trips": "count.trips"}
#: A sentence names so many things at most; beyond, it says how many others there are.
_NAMED = 4


def say_spared(differences: Differences, words: Words) -> tuple[str, ...]:
    """What a proposal spares someone, part by part; what is the same is left out.

    >>> from carteblanche_journeys.words import words_for
    >>> found = {"minutes": Difference(-90, -60, -30, "min"), "trips": None}
    >>> say_spared(found, words_for("en"))
    ('saves 1 h, between 30 min and 1 h 30', 'trips: cannot be said')
    """
    said = tuple(
        told
        for part in PARTS
        if part in differences
        for told in _part(part, differences[part], words)
    )
    return said or (words("spared.same"),)


def _part(part: str, found: Difference | None, words: Words) -> Iterator[str]:
    if found is None:
        yield words("spared.unsaid", part=words(f"part.{part}"))
    elif found.direction in ("gains", "loses"):
        told = words(f"spared.{part}.{found.direction}", amount=_amount(part, found, words))
        yield f"{told} {_mark(found, words)}".rstrip()
    elif found.direction == "undecided":
        ends = (value_in_words(abs(end), found.unit, words) for end in (found.low, found.high))
        less, more = ends
        yield words("spared.undecided", part=words(f"part.{part}"), less=less, more=more)


def _amount(part: str, found: Difference, words: Words) -> str:
    """How much, whatever the direction, the likely value first."""
    low, high = sorted((abs(found.low), abs(found.high)))
    likely = None if found.likely is None else abs(found.likely)
    told = span_in_words((low, likely, high), found.unit, words, _NOUNS.get(part, ""))
    gained = found.at_least and found.direction == "gains"
    return words("spared.least", amount=told) if gained else told


def _mark(found: Difference, words: Words) -> str:
    """The sign of how sure a figure is."""
    return "" if found.status is None else words(f"mark.{found.status}")


def say_loser(loser: Loser, atlas: Atlas, words: Words) -> str:
    """Who would be worse off, and by how much.

    >>> from carteblanche_journeys.words import words_for
    >>> say_loser(Loser("agents", "agents", Difference(5, 5, 5, "min")), Atlas(), words_for("en"))
    "Agents: 5 min more (agents' time)"
    """
    who = name_of_loser(loser.who, atlas, words)
    if loser.amount is None:
        return words(f"loser.{loser.what}", who=who)
    part = "agents" if loser.what == "agents" else loser.what
    amount, mark = _amount(part, loser.amount, words), _mark(loser.amount, words)
    part_name = words(f"part.{part}")
    return words("loser.amount", who=who, amount=amount, part=part_name, mark=mark).rstrip()


def name_of_loser(who: str, atlas: Atlas, words: Words) -> str:
    """The name of someone who loses: agents, a persona, or one of its people."""
    if who == "agents":
        return words("loser.agents")
    persona, _, role = who.partition("/")
    name = name_of_persona(persona, atlas, words)
    return words(f"loser.role.{role}", persona=name) if role else name


def name_of_persona(persona: str, atlas: Atlas, words: Words) -> str:
    """The name of a persona; of the one whom nobody names, what pages call it."""
    known = atlas.personas.get(persona)
    return words.text(known.name) if known is not None else persona or words("person")


def say_veto(rejected: Rejected, words: Words) -> str:
    """Why something is set aside, with the names of what it would have touched."""
    veto, variant = rejected.veto, rejected.stages[-1] if rejected.stages else None
    said = {
        name: _said(name, value, variant, words) or words("veto.any-scheme")
        for name, value in veto.values.items()
    }
    bare = veto.code == "facade-counter" and "organisations" not in said
    return words(f"veto.{veto.code}{'.bare' if bare else ''}", None, **said)


def _said(name: str, value: object, variant: Variant | None, words: Words) -> str:
    if name == "persona":
        return name_of_persona(str(value), variant.base if variant else Atlas(), words)
    if not isinstance(value, Mention):
        return str(value)
    if not value.ids:
        return ""
    names = [_name(value.kind, one, variant, words) for one in value.ids]
    return words.series(names, at_most=_NAMED)


def _name(kind: str, name: str, variant: Variant | None, words: Words) -> str:
    """What the variant calls a thing, else what the atlas does."""
    if variant is None:
        return name
    seen, base, journey = variant.atlas, variant.base, variant.journey
    after = _around(seen, {journey.id: journey})
    told = name_of(kind, name, after, words, journey.id)
    unknown = told in (name, words("finding.quoted", name=name))
    return name_of(kind, name, base, words, journey.id) if unknown else told


def _around(atlas: Atlas, journeys: Mapping[str, object]) -> Atlas:
    return atlas.model_copy(update={"journeys": FrozenMap({**atlas.journeys, **journeys})})
