"""From a move or a hindrance to the sentences people read: ids become names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.prose import fill, generic
from carteblanche_journeys.diagnosis.telling import name_of
from carteblanche_journeys.model import Atlas, Journey, Quantity
from carteblanche_journeys.redesigns.chosen import Chosen
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Move, move_named
from carteblanche_journeys.redesigns.names import NAMED, Namer
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.resolving import Trouble
from carteblanche_journeys.redesigns.variant import Variant, begin
from carteblanche_journeys.words import Words


@dataclass(frozen=True, slots=True)
class MoveTold:
    """What people read of a move with its arguments, in one language, not yet escaped.

    Parameters
    ----------
    name, title, does
        What the move is called, what it would do here, what it does whatever the journey.
    worse, legal
        What gets worse, and what is needed in law, a sentence each.
    cost, watch, undo
        How dear it is, the figure to watch in the field, how one goes back.
    """

    name: str
    title: str
    does: str
    worse: tuple[str, ...]
    legal: tuple[str, ...]
    cost: str
    watch: str
    undo: str


def tell_move(one: Chosen, before: Variant, words: Words) -> MoveTold:
    """The sentences of a move, with the names of what its arguments name.

    Parameters
    ----------
    before
        The variant before the move.

    >>> from carteblanche_journeys.model import Journey
    >>> from carteblanche_journeys.redesigns import begin, chosen
    >>> from carteblanche_journeys.words import words_for
    >>> steps = {"a": {"title": "Déposer", "wait": "10 d"}, "b": {"title": "Recevoir"}}
    >>> before = begin(Journey(title="J'ai un enfant", steps=steps), Atlas())
    >>> one = chosen({"move": "announce-status", "step": "a"})
    >>> print(tell_move(one, before, words_for("fr")).legal[0])
    Aucun accord ni texte n'est nécessaire.
    """
    prose = prose_of(one.move, words)
    namer = Namer(before, words)
    told = namer.arguments(one.arguments)
    return MoveTold(
        name=prose.name,
        title=_filled(prose.title, told),
        does=prose.does,
        worse=tuple(_filled(prose.worse[two.text], told) for two in one.worse(before)),
        legal=tuple(say_legal(need, namer.atlas, words) for need in one.legal(before)),
        cost=say_cost(one.cost(before), words),
        watch=_filled(prose.watch, told),
        undo=_filled(prose.undo, told),
    )


def prose_of(move: Move, words: Words) -> MoveProse:
    """The prose of a move in the language of the words."""
    return move.prose[words.lang]


def move_title(move: Move, words: Words) -> str:
    """What a move does, in one line, where no arguments are at hand."""
    return generic(prose_of(move, words).title)


def say_hindrance(hindrance: Hindrance, move: Move | None, variant: Variant, words: Words) -> str:
    """Why a move does not fit, as a sentence.

    Parameters
    ----------
    move
        The move that does not fit; None for a hand edit.
    variant
        The variant as it was before it.
    """
    namer = Namer(variant, words)
    values = {name: namer.value(value) for name, value in hindrance.values.items()}
    own = prose_of(move, words).unfit.get(hindrance.code) if move else None
    if own is not None:
        return _filled(own, values)
    key = f"unfit.{hindrance.code}"
    while not words.has(key) and key.count(".") > 1:
        key = key.rpartition(".")[0]
    return words(key, None, **{name: said[0] if said else "…" for name, said in values.items()})


def say_trouble(trouble: Trouble, words: Words) -> str:
    """Why a redesign yields no journey, as a sentence that names the move where it is one."""
    hindrance = trouble.hindrance
    variant = trouble.variant or begin(Journey(title="—"), Atlas())
    move = move_named(trouble.move) if trouble.move else None
    said = say_hindrance(hindrance, move, variant, words)
    if move is None or hindrance.code not in prose_of(move, words).unfit:
        return said
    return words("unfit.move", move=move.name, said=said)


def say_legal(need: LegalNeed, atlas: Atlas, words: Words) -> str:
    """What must exist in law, as a sentence or two: what, between whom, in which text.

    >>> from carteblanche_journeys.words import words_for
    >>> say_legal(LegalNeed("decree", ground="décret 2023-593"), Atlas(), words_for("en"))
    'A decree would be needed. Text: décret 2023-593.'
    """
    if need.standing and need.ground:
        return words("legal.standing", ground=need.ground)
    bodies = [name_of("organisation", one, atlas, words) for one in need.bodies]
    key = f"legal.{need.need}"
    form = "bodies" if len(bodies) > 1 else "body" if bodies else "domain" if need.domain else ""
    said = f"{key}.{form}" if words.has(f"{key}.{form}") else key
    domain = words(f"legal.domain.{need.domain}") if need.domain else ""
    values = {"bodies": words.series(bodies, at_most=NAMED), "domain": domain}
    first = words(said, None, **values)
    return f"{first} {words('legal.ground', ground=need.ground)}" if need.ground else first


def say_assumption(assumption: Assumption, words: Words) -> str:
    """What a move supposes, how much, from where, and how sure it is.

    >>> from carteblanche_journeys.words import words_for
    >>> say_assumption(Assumption("every", "14 d", "Lot, 2018", "proposed"), words_for("en"))
    'Time between two stops: 14 days (Lot, 2018; proposed)'
    """
    return words(
        "moves.assumption",
        name=words(f"assumption.{assumption.name}"),
        value=words.quantity(Quantity(value=assumption.value)),
        source=assumption.source,
        status=words(f"status.{assumption.status}"),
    )


def say_cost(cost: Cost, words: Words) -> str:
    """How dear, from where that is known, and how sure it is."""
    return words(
        "cost-class.told",
        cost_class=words(f"cost-class.{cost.cost_class}"),
        source=cost.source,
        status=words(f"status.{cost.status}"),
    )


def _filled(template: str, told: Mapping[str, tuple[str, ...]]) -> str:
    """A template with the names told for each slot; where none are, its own words stay.

    `{step_or_evidence|…}` is the first of the two that is told.
    """

    def say(name: str, counted: bool) -> str | None:
        names = next((told[one] for one in name.split("_or_") if told.get(one)), None)
        if not names:
            return None
        return str(len(names) - 1) if counted else names[0]

    text = fill(template, say)
    return text[:1].upper() + text[1:]
