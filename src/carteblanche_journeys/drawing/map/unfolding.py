"""The scene of each map: steps unfolded, stages folded, links between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from carteblanche_journeys.drawing.map.frames import frames_of
from carteblanche_journeys.drawing.map.measuring import (
    folder_node,
    heaviest,
    link,
    step_name,
    step_node,
)
from carteblanche_journeys.drawing.map.parts import Part, steps_in_words
from carteblanche_journeys.drawing.map.scene import MapLink, MapNode, Scene
from carteblanche_journeys.drawing.sheet import Sheet, SheetLink, SheetStep
from carteblanche_journeys.words import Words

#: More neighbours in one other part than this stand in one folder.
_MOST_NEIGHBOURS = 3


def whole(sheet: Sheet, words: Words) -> Scene:
    """Every step of a journey unfolded."""
    return Scene(
        nodes=tuple(step_node(step, words) for step in sheet.steps),
        frames=frames_of(sheet.steps, words),
        links=tuple(_links(sheet.links, words)),
    )


def _links(links: Iterable[SheetLink], words: Words) -> Iterator[MapLink]:
    """Links between steps that are both shown.

    A link to an earlier step that is not said to be a return closes a cycle: it is drawn
    upwards too, so that the numbers go down the page.
    """
    for key, one in enumerate(links):
        ends = (step_name(one.source), step_name(one.target))
        made = link(one, *ends, words, key=f"link {key}")
        yield replace(made, back=one.back or one.target <= one.source)


def overview(sheet: Sheet, parts: Sequence[Part], words: Words) -> Scene:
    """Every part folded; between two of them one line stands for all links."""
    place = {step.number: at for at, part in enumerate(parts) for step in part.steps}
    between: dict[tuple[int, int], list[SheetLink]] = {}
    for one in sheet.links:
        ends = (place[one.source], place[one.target])
        if ends[0] != ends[1]:
            between.setdefault(ends, []).append(one)
    return Scene(
        nodes=tuple(
            folder_node(f"part {at}", part.title(words), words("count.steps", n=len(part.steps)))
            for at, part in enumerate(parts)
        ),
        frames=(),
        links=tuple(
            replace(_together(links, f"part {tail}", f"part {head}", words), back=head < tail)
            for (tail, head), links in sorted(between.items())
        ),
    )


def _together(links: Sequence[SheetLink], tail: str, head: str, words: Words) -> MapLink:
    """One line for several links: the heaviest kind, and how many; a return if all are."""
    one = SheetLink(
        id="", source=0, target=0, line=heaviest(links), back=all(link.back for link in links)
    )
    return link(one, tail, head, words, key=f"{tail} to {head}", count=len(links))


def unfolded(part: Part, parts: Sequence[Part], sheet: Sheet, words: Words) -> Scene:
    """One part unfolded; its neighbours are folders, above where one comes in, below where out."""
    numbers = {step.number for step in part.steps}
    inside = [o for o in sheet.links if o.source in numbers and o.target in numbers]
    coming = [o for o in sheet.links if o.source not in numbers and o.target in numbers]
    going = [o for o in sheet.links if o.source in numbers and o.target not in numbers]
    home = {step.number: other for other in parts for step in other.steps}
    doors_in = _folders({one.source for one in coming}, home)
    doors_out = _folders({one.target for one in going}, home)
    steps = [step_node(step, words) for step in part.steps]
    above = [_folder("from", door, home, words) for door in _each(doors_in)]
    below = [_folder("to", door, home, words) for door in _each(doors_out)]
    return Scene(
        nodes=(*above, *steps, *below),
        frames=frames_of(part.steps, words),
        links=(
            *_through(coming, doors_in, "from", words),
            *_links(inside, words),
            *_through(going, doors_out, "to", words),
        ),
    )


#: The steps of one folder.
_Door = tuple[int, ...]


def _folders(outside: set[int], home: Mapping[int, Part]) -> dict[int, _Door]:
    """Steps outside to their folder: each its own, or all of one part together if many."""
    by_part: dict[int, list[int]] = {}
    for number in sorted(outside):
        by_part.setdefault(id(home[number]), []).append(number)
    folders: dict[int, _Door] = {}
    for numbers in by_part.values():
        together = len(numbers) > _MOST_NEIGHBOURS
        folders.update({n: tuple(numbers) if together else (n,) for n in numbers})
    return folders


def _each(doors: Mapping[int, _Door]) -> list[_Door]:
    return sorted(set(doors.values()))


def _door_name(way: str, door: _Door) -> str:
    return f"{way} {door[0]}"


def _folder(way: str, door: _Door, home: Mapping[int, Part], words: Words) -> MapNode:
    first: SheetStep = next(s for s in home[door[0]].steps if s.number == door[0])
    steps = steps_in_words(list(door), words)
    stage = first.stage_name or first.stage
    title = words("map.neighbour", stage=stage, steps=steps) if stage else steps
    return folder_node(_door_name(way, door), words(f"map.{way}", place=title), beside=True)


def _through(
    links: Iterable[SheetLink], doors: Mapping[int, _Door], way: str, words: Words
) -> Iterator[MapLink]:
    """Links between a step inside and a folder; those to a folder of several steps together."""
    gathered: dict[tuple[str, str, int], list[SheetLink]] = {}
    for position, one in enumerate(links):
        door = doors[one.source if way == "from" else one.target]
        ends = [step_name(one.source), step_name(one.target)]
        ends[0 if way == "from" else 1] = _door_name(way, door)
        apart = position if len(door) == 1 else -1
        gathered.setdefault((ends[0], ends[1], apart), []).append(one)
    for (tail, head, apart), together in gathered.items():
        key = f"{way} {apart} {tail} {head}"
        if len(together) == 1:
            made = link(together[0], tail, head, words, key=key)
        else:
            made = _together(together, tail, head, words)
        yield replace(made, key=key, back=False)
