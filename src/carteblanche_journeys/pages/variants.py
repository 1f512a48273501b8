"""Which journeys are redesigns of which, and what a redesign is called."""

from __future__ import annotations

from functools import lru_cache

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns import move_named, move_names
from carteblanche_journeys.words import Words

#: What may stand between the title of a life moment and what a redesign adds to it.
_BETWEEN = " \u00a0\u202f,:;.–—-"
#: How many moves the name of a redesign is made of, where it has none of its own.
NAMED_BY = 2


def is_redesign(journey: Journey, atlas: Atlas) -> bool:
    """Whether a journey stands under another of the atlas, which it redesigns."""
    return as_is_of(journey, atlas).id != journey.id


def as_is_of(journey: Journey, atlas: Atlas) -> Journey:
    """The journey at the root of a redesign; the journey itself where it redesigns none.

    >>> atlas = Atlas(journeys={"a/as-is": {"id": "a/as-is", "title": "A"}})
    >>> as_is_of(Journey(id="a/car", title="A", redesigns="a/as-is"), atlas).id
    'a/as-is'
    """
    root, met = journey, {journey.id}
    while (next_one := atlas.journeys.get(root.redesigns or "")) is not None:
        root = next_one
        if root.id in met:  # a circle, which files cannot hold, has no root
            return journey
        met.add(root.id)
    return root


def existing(atlas: Atlas) -> tuple[Journey, ...]:
    """The journeys that redesign no other of the atlas."""
    return tuple(one for one in atlas.journeys.values() if not is_redesign(one, atlas))


def redesigns_of(journey: Journey, atlas: Atlas) -> tuple[Journey, ...]:
    """The redesigns of a journey, those of its redesigns too, in the order of the atlas."""
    return tuple(
        one
        for one in atlas.journeys.values()
        if one.redesigns and one.id != journey.id and as_is_of(one, atlas).id == journey.id
    )


def redesigns(atlas: Atlas) -> tuple[Journey, ...]:
    """Every redesign of an atlas, those of one journey together."""
    return tuple(one for journey in existing(atlas) for one in redesigns_of(journey, atlas))


def variant_name(journey: Journey, atlas: Atlas, words: Words) -> str:
    """What a redesign is called: its own title, else its moves, else its file.

    A title that begins as that of the life moment is said without it: where a redesign is
    named, the life moment has been named already.

    Parameters
    ----------
    journey
        A redesign; its title is that of the life moment where its author gave it no other.
    """
    title, moment = words.text(journey.title), words.text(as_is_of(journey, atlas).title)
    if title != moment:
        rest = title.removeprefix(moment).lstrip(_BETWEEN)
        rest = rest.removeprefix(f"{words('series.and')} ")
        return rest[:1].upper() + rest[1:] if rest and len(rest) < len(title) else title
    named = [move_title(name, words.lang) for name in _moves(journey)]
    if not named:
        return journey.id.partition("/")[2] or journey.id
    return words.series(named, at_most=NAMED_BY)


def has_own_title(journey: Journey, atlas: Atlas, words: Words) -> bool:
    """Whether the author of a redesign gave it another title than that of its life moment."""
    return words.text(journey.title) != words.text(as_is_of(journey, atlas).title)


def _moves(journey: Journey) -> list[str]:
    names = (str(one.get("move", "")) for one in journey.moves)
    return list(dict.fromkeys(name for name in names if name in move_names()))


@lru_cache(maxsize=64)
def move_title(move: str, lang: str) -> str:
    """What a move is called in a list: « Dossier commun »."""
    return move_named(move).prose[lang].name
