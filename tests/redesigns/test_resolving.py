"""A redesign as it is written yields a journey, whatever the as-is and the order of things."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carteblanche_journeys.graph import links
from carteblanche_journeys.measures import measure_lives
from carteblanche_journeys.model import Atlas, Journey, Redesigned
from carteblanche_journeys.redesigns import DoesNotFit, Variant, redesigned, resolve
from redesigning import strangers
from sound import Invented, inventions

few = settings(max_examples=25)


def written(journey: Journey, name: str = "to-be", **fields: Any) -> Journey:
    """A redesign of a journey, as a file would say it."""
    title = fields.pop("title", journey.title)
    return Journey(id=f"{journey.moment}/{name}", title=title, redesigns=journey.id, **fields)


def beside(invented: Invented, *redesigns: Journey) -> Atlas:
    """The invented atlas with redesigns of its journey, in this order."""
    more = {one.id: one for one in redesigns}
    return invented.atlas.model_copy(
        update={"journeys": {**more, invented.journey.id: invented.journey}}
    )


@few
@given(inventions())
def test_a_redesign_that_changes_nothing_costs_the_same(invented: Invented) -> None:
    """Its links are the same, and so is every figure of every persona."""
    atlas = beside(invented, written(invented.journey))
    made = redesigned(atlas.journeys[f"{invented.journey.moment}/to-be"], atlas)
    before = measure_lives(invented.journey, atlas)
    after = measure_lives(made, atlas)
    assert [one.id for one in links(made)] == [one.id for one in links(invented.journey)]
    assert [dict(one.measures) for one in after] == [dict(one.measures) for one in before]


@few
@given(inventions(), st.data())
def test_every_part_of_a_redesign_says_where_it_is_from(
    invented: Invented, data: st.DataObject
) -> None:
    """Whatever is added, changed or removed by hand: what is new comes from nothing."""
    steps = list(invented.journey.steps)
    one = st.sampled_from(steps)
    fields = {
        "add": {"nouveau": {"title": "Nouveau", "next": [data.draw(one)]}},
        "edits": [
            {"step": data.draw(one), "set": {"wait": "3 d", "next": [data.draw(one), "nouveau"]}}
        ],
        "remove": data.draw(st.lists(one, max_size=3, unique=True)),
    }
    atlas = beside(invented, written(invented.journey, **fields))
    found = resolve(atlas)
    for trouble in found.troubles:
        assert trouble.path[0] in ("edits", "remove")
    made = found.atlas.journeys[f"{invented.journey.moment}/to-be"]
    if isinstance(made, Redesigned):
        assert list(strangers(Variant(made, found.atlas), invented.journey)) == []
        assert not set(fields["remove"]) & made.steps.keys()
        assert {link.to for step in made.steps.values() for link in step.next or ()} <= set(
            made.steps
        )


@few
@given(inventions(), st.permutations(["a", "b", "c"]))
def test_chains_are_made_whatever_the_order_of_files(invented: Invented, order: list[str]) -> None:
    """Each redesign starts from what the one it redesigns has yielded."""
    first = written(invented.journey, "a", title="A")
    second = written(first, "b", title="B", add={"ajout": {"title": "Ajout", "next": []}})
    third = written(second, "c", title="C")
    every = {one.id.partition("/")[2]: one for one in (first, second, third)}
    found = resolve(beside(invented, *(every[name] for name in order)))
    assert found.troubles == ()
    moment = invented.journey.moment
    assert "ajout" not in found.atlas.journeys[f"{moment}/a"].steps
    assert "ajout" in found.atlas.journeys[f"{moment}/b"].steps
    last = found.atlas.journeys[f"{moment}/c"]
    assert "ajout" in last.steps
    assert last.redesigns == f"{moment}/b"
    assert list(found.made[last.id]) == []


@pytest.mark.parametrize("length", [1, 2, 5, 2000])
def test_a_circle_of_redesigns_is_one_trouble(length: int) -> None:
    """However long it is, and however many redesigns lead into it."""
    names = [f"m/r{number}" for number in range(length)]
    journeys = {
        name: Journey(id=name, title=name, redesigns=names[(at + 1) % length])
        for at, name in enumerate(names)
    }
    outside = Journey(id="m/hors", title="Hors", redesigns=names[-1])
    found = resolve(Atlas(journeys={**journeys, "m/hors": outside}))
    (trouble,) = found.troubles
    assert trouble.path == ("redesigns",)
    assert trouble.hindrance.code.startswith("redesigns-")


def test_a_redesign_of_nothing_is_a_trouble_with_what_was_meant() -> None:
    """Alone it raises; in an atlas it is told, and what redesigns it is not blamed."""
    steps = {"a": {"title": "A"}}
    atlas = Atlas(
        journeys={
            "m/as-is": {"id": "m/as-is", "title": "M", "steps": steps},
            "m/to-be": {"id": "m/to-be", "title": "N", "redesigns": "m/asis"},
            "m/encore": {"id": "m/encore", "title": "O", "redesigns": "m/to-be"},
        }
    )
    (trouble,) = resolve(atlas).troubles
    assert (trouble.journey, trouble.hindrance.near) == ("m/to-be", "m/as-is")
    with pytest.raises(DoesNotFit):
        redesigned(atlas.journeys["m/to-be"], atlas)
