"""From a redesign as it is written to the journey it yields: the as-is, its moves, by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from carteblanche_journeys.model import Atlas, Journey, Redesigned
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.shapes import Path
from carteblanche_journeys.model.values import EMPTY
from carteblanche_journeys.redesigns.chosen import chosen, make_one
from carteblanche_journeys.redesigns.hindrance import DoesNotFit, Hindrance
from carteblanche_journeys.redesigns.retouching import near_or_few, retouched
from carteblanche_journeys.redesigns.taking_over import as_is_id, begun
from carteblanche_journeys.redesigns.variant import Variant


@dataclass(frozen=True, eq=False)
class Trouble:
    """Why a redesign yields no journey.

    Parameters
    ----------
    journey
        The id of the redesign.
    path
        Where in it: `("moves", 0, "counters", 1)`.
    hindrance
        What is in the way.
    move
        The name of the move; empty where it is no move.
    variant
        The journey as it was before; None where there was none.
    """

    journey: str
    path: Path
    hindrance: Hindrance
    move: str = ""
    variant: Variant | None = None


@dataclass(frozen=True, eq=False)
class Resolved:
    """An atlas whose redesigns are journeys, and what is in the way of the others.

    `made` says by journey and step where in the redesign the step was made, or changed by
    hand; all other steps are those of the journey that it redesigns.
    """

    atlas: Atlas
    troubles: tuple[Trouble, ...] = ()
    made: Mapping[str, Mapping[str, Path]] = field(default=EMPTY)


#: Asked of each redesign between its moves and its hand changes: whether to go on.
Ask = Callable[[Journey, Variant], bool]


def redesigned(journey: Journey, atlas: Atlas) -> Redesigned:
    """The journey that a redesign yields.

    Parameters
    ----------
    journey
        As it is written: what it redesigns, its moves and hand changes.
    atlas
        Holds the journey that it redesigns, as it is lived.

    Raises
    ------
    DoesNotFit
        For the first move or hand change that does not fit, or where there is no such as-is.

    >>> steps = {"a": {"title": "Déposer", "wait": "10 d"}, "b": {"title": "Recevoir"}}
    >>> atlas = Atlas(journeys={"x/as-is": {"id": "x/as-is", "title": "X", "steps": steps}})
    >>> moves = [{"move": "announce-status", "step": "a"}]
    >>> written = Journey(id="x/to-be", title="Y", redesigns="x/as-is", moves=moves)
    >>> redesigned(written, atlas).steps["a"].wait.announced
    True
    """
    variant = begun(journey, atlas)
    for place, written in enumerate(journey.moves):
        variant = make_one(variant, chosen(written), place)
    return retouched(variant, journey).journey


def resolve(atlas: Atlas, ask: Ask | None = None) -> Resolved:
    """The atlas with each redesign made, those of which another is a redesign first.

    A redesign whose as-is has trouble is left as it is written: one cause, one trouble.
    """
    working = _Working(atlas, ask)
    for name in atlas.journeys:
        working.resolve(name)
    return working.resolved()


class _Working:
    """The journeys of an atlas, redesigns being made one after the other."""

    def __init__(self, atlas: Atlas, ask: Ask | None) -> None:
        self._atlas = atlas
        self._ask = ask
        self._journeys = dict(atlas.journeys)
        self._done = {
            name
            for name, one in atlas.journeys.items()
            if not one.redesigns or isinstance(one, Redesigned)
        }
        self._lost: set[str] = set()
        self._troubles: list[Trouble] = []
        self._made: dict[str, Mapping[str, Path]] = {}

    def resolve(self, name: str) -> None:
        """Make a redesign, and before it those that it redesigns itself."""
        chain = self._chain(name)
        for one in reversed(chain):
            if as_is_id(self._journeys[one]) in self._lost:
                self._lost.add(one)
            elif one not in self._lost:
                self._make(one)

    def _chain(self, name: str) -> list[str]:
        """What is still to be made for a redesign, itself first."""
        chain: list[str] = []
        while name not in self._done and name not in self._lost:
            if name in chain:
                self._go_round([*chain[chain.index(name) :], name])
                return chain
            if name not in self._journeys:
                self._miss(chain[-1], name)
                return chain
            chain.append(name)
            name = as_is_id(self._journeys[name])
        return chain

    def _go_round(self, circle: list[str]) -> None:
        first = min(circle)
        at = circle.index(first)
        way = " → ".join([*circle[at:-1], *circle[:at], first])
        code = "redesigns-itself" if len(circle) == 2 else "redesigns-in-circle"
        self._lose(first, ("redesigns",), Hindrance(code, (), {"way": way}))
        self._lost.update(circle)

    def _miss(self, name: str, missing: str) -> None:
        few, near = near_or_few(missing, (one for one in self._journeys if one != name))
        self._lose(
            name, ("redesigns",), Hindrance("unknown.journey", (), {"id": missing}, few, near)
        )

    def _lose(self, name: str, path: Path, hindrance: Hindrance) -> None:
        self._lost.add(name)
        self._troubles.append(Trouble(name, path, hindrance))

    def _make(self, name: str) -> None:
        written = self._journeys[name]
        atlas = self._atlas.model_copy(update={"journeys": FrozenMap(self._journeys)})
        variant = begun(written, atlas)
        made: dict[str, Path] = {}
        try:
            for place, move in enumerate(written.moves):
                after = make_one(variant, chosen(move), place)
                new = (step for step in after.steps if step not in variant.steps)
                made |= dict.fromkeys(new, ("moves", place))
                variant = after
            if self._ask is not None and not self._ask(written, variant):
                self._lost.add(name)
                return
            made |= {step: ("add", step) for step in written.add}
            made |= {edit.step: ("edits", at) for at, edit in enumerate(written.edits)
                     if edit.step not in written.add}  # fmt: skip
            variant = retouched(variant, written)
        except DoesNotFit as misfit:
            self._lost.add(name)
            self._troubles += _troubles(name, misfit, variant)
            return
        self._done.add(name)
        self._made[name] = FrozenMap(made)
        self._journeys[name] = variant.journey

    def resolved(self) -> Resolved:
        """The atlas so far."""
        whole = self._atlas.model_copy(update={"journeys": FrozenMap(self._journeys)})
        return Resolved(whole, tuple(self._troubles), FrozenMap(self._made))


def _troubles(name: str, misfit: DoesNotFit, variant: Variant) -> Iterator[Trouble]:
    for one in misfit.hindrances:
        yield Trouble(name, (*misfit.path, *one.path), one, misfit.move, variant)
