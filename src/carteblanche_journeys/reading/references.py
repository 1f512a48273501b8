"""Every id that names something is asked of the whole atlas; every value, of what it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from carteblanche_journeys.model.conditions import Test
from carteblanche_journeys.model.journeys import Journey, Observation
from carteblanche_journeys.model.quantities import quantity_kind
from carteblanche_journeys.model.references import InCurrency, Names, Tested
from carteblanche_journeys.model.shapes import Mark, marked
from carteblanche_journeys.model.steps import Step
from carteblanche_journeys.model.values import is_id
from carteblanche_journeys.reading.kinds import Kind
from carteblanche_journeys.reading.known import Known, full_id, ways_named
from carteblanche_journeys.reading.mistakes import MOST_SAID, PLACEHOLDER, Path
from carteblanche_journeys.reading.moves import CHANGES
from carteblanche_journeys.reading.nearest import nearest
from carteblanche_journeys.reading.slips import FEW, Slip, written

#: What a trait or a fact is called together: conditions name either.
TRAITS_AND_FACTS = ("trait", "fact")
#: How many misspelled ids of a file are compared with all others; the rest are said plainly.
MOST_COMPARED = 200


class Questions:
    """The questions asked of one file's references.

    Parameters
    ----------
    known
        What the atlas knows by name.
    currency
        That of the atlas.
    channels
        The channels of each counter.
    """

    def __init__(
        self, known: Known, currency: str, channels: Mapping[str, tuple[str, ...]]
    ) -> None:
        self._known = known
        self._currency = currency
        self._channels = channels
        self._near: dict[tuple[str, tuple[str, ...]], str] = {}

    def wrong(self, kind: Kind, value: Any, steps: Mapping[str, Step] | None = None) -> list[Slip]:
        """What is wrong with the references of one file.

        Parameters
        ----------
        kind, value
            The kind of file, and the model's value of what it holds.
        steps
            Of a redesign, its steps as its moves leave them; left out, its hand changes are
            not asked yet: they may name what a move makes.
        """
        self._near.clear()
        scope = _Scope(value, self._known, self._channels, steps)
        later = CHANGES if steps is None else ()
        slips: list[Slip] = []
        for path, mark, held in marked(kind.shape, value):
            if held != PLACEHOLDER and not (path and path[0] in later):
                slips.extend(self._asked(path, mark, held, scope))
            if len(slips) > MOST_SAID:
                return [*slips, Slip((), "too-many-mistakes", {"most": MOST_SAID})]
        return slips

    def _asked(self, path: Path, mark: Mark, held: Any, scope: _Scope) -> Iterator[Slip]:
        if isinstance(mark, Names):
            yield from self._name(path, mark, held, scope)
        elif isinstance(mark, InCurrency):
            if quantity_kind(held.unit) == "money" and held.unit != self._currency:
                values = {"unit": held.unit, "currency": self._currency}
                yield Slip(path, "currency", values)
        else:
            read = _tests if isinstance(mark, Tested) else _plain_values
            for key, told in read(held):
                yield from self._tested((*path, key), key, told)

    def _name(self, path: Path, mark: Names, name: str, scope: _Scope) -> Iterator[Slip]:
        if name in mark.words:
            return
        own = scope.own(mark.kinds[0], path)
        known = self._known.among(mark.kinds) if own is _ELSEWHERE else own
        if known is None or name in known or scope.full(mark.kinds[0], name) in known:
            return
        yield from self._unknown(path, mark.kinds, name, known, mark.words)

    def _unknown(
        self,
        path: Path,
        kinds: tuple[str, ...],
        name: str,
        known: frozenset[str],
        words: frozenset[str] = frozenset(),
    ) -> Iterator[Slip]:
        asked = (name, kinds)
        if asked not in self._near and len(self._near) < MOST_COMPARED:
            self._near[asked] = nearest(name, known | words)
        near = self._near.get(asked, "")
        if near and near not in words and not all(map(is_id, near.split("/"))):
            return  # what was meant is itself no id, and said to be none
        few = tuple(sorted(known)) if len(known) <= FEW and not near else ()
        yield Slip(path, f"unknown.{'-'.join(kinds)}", {"id": name}, few, near)

    def _tested(self, path: Path, name: str, values: tuple[object, ...]) -> Iterator[Slip]:
        known = self._known.among(TRAITS_AND_FACTS)
        if known is None:
            return
        if name not in known:
            yield from self._unknown(path, TRAITS_AND_FACTS, name, known)
            return
        sort = self._known.sort_of(name)
        for value in values:
            if not _FITS.get(sort.name, _anything)(value, sort.options):
                yield _unfit(path, name, value, sort.name, sort.options)


class _Scope:
    """What one file knows by itself: the steps, stages and ways of a journey."""

    def __init__(
        self,
        value: Any,
        known: Known,
        channels: Mapping[str, tuple[str, ...]],
        steps: Mapping[str, Step] | None,
    ) -> None:
        self._value = value
        self._known = known
        self._channels = channels
        self._steps = steps or {}

    def own(self, kind: str, path: Path) -> Any:
        """The ids of a kind that only this file knows; None if unknowable."""
        if isinstance(self._value, Journey):
            return self._of_journey(kind, path, self._value)
        if kind == "step":
            return self._known.steps.get(self._observed(path).journey)
        if kind == "threshold":
            return self._known.thresholds(str(path[-2]))
        return _ELSEWHERE

    def _of_journey(self, kind: str, path: Path, journey: Journey) -> Any:
        if kind == "step":
            return self._known.steps.get(journey.id)
        if kind == "stage":
            return self._known.stages.get(journey.id)
        if kind == "way":
            step = self._step_at(path, journey)
            return None if step is None else ways_named(step, self._channels)
        return _ELSEWHERE

    def _step_at(self, path: Path, journey: Journey) -> Step | None:
        """The step in which a path stands; of a hand change, the step as it leaves it."""
        if path[0] != "edits":
            shelf = journey.add if path[0] == "add" else journey.steps
            return shelf[str(path[1])]
        edit = journey.edits[int(path[1])]
        step = self._steps.get(edit.step)
        try:
            return None if step is None else edit.changed(step)
        except ValidationError:  # it does not hold together, which is said elsewhere
            return None

    def _observed(self, path: Path) -> Observation:
        observation: Observation = self._value[path[0]]
        return observation

    def full(self, kind: str, name: str) -> str:
        """The id of a journey that is named from one of the same life moment."""
        if kind == "journey" and isinstance(self._value, Journey):
            return full_id(name, self._value)
        return name


_ELSEWHERE: Any = object()


def _tests(condition: Mapping[str, Test]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for name, test in condition.items():
        ends = tuple(end for end in (test.least, test.most) if end is not None)
        yield name, test.values or ends


def _plain_values(traits: Mapping[str, object]) -> Iterator[tuple[str, tuple[object, ...]]]:
    for name, value in traits.items():
        yield name, (value,)


def _anything(value: object, options: tuple[str, ...]) -> bool:
    return True


def _is_yes_or_no(value: object, options: tuple[str, ...]) -> bool:
    return isinstance(value, bool)


def _is_number(value: object, options: tuple[str, ...]) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_option(value: object, options: tuple[str, ...]) -> bool:
    return not options or value in options


_FITS: dict[str, Callable[[object, tuple[str, ...]], bool]] = {
    "yes-no": _is_yes_or_no,
    "number": _is_number,
    "option": _is_option,
}


def _unfit(path: Path, name: str, value: object, sort: str, options: tuple[str, ...]) -> Slip:
    near = nearest(value, options) if sort == "option" else ""
    allowed = options if len(options) <= FEW else ()
    return Slip(path, f"unfit.{sort}", {"id": name, "written": written(value)}, allowed, near)
