"""Every move against its cases: what it gives, what it refuses and why, what proposes it.

A file of cases names its move (`move`) and the files that its cases share (`files`). A case says

- `fact`: what it shows, in a sentence; `files`: its own, the journey among them;
- `journey`: the one that is redesigned; left out, the only one there is;
- `first`: moves made before, as a redesign writes them; `with`: the arguments;

and then one or more of

- `gives`: what is so afterwards. `steps`, `counters`, `evidence`, `organisations`, `actors`,
  `facts`, `schemes`, `territories` by id, each with some of its fields, or null where it is not
  there; fields of the `journey`; `links`: all of them; `order`: all steps in file order;
  `measures`: by persona (`anyone` where the journey has none), the likely value of some;
  `clears` and `creates`: rules whose findings go or come. What a case leaves out may be anything;
- `refuses`: each hindrance with some of `code`, `path`, `near`, `allowed`, `values`, `says`;
- `unchanged: true`: it is so already;
- `suggests`: the arguments that the findings of the journey lead to, in order;
- `worse` (keys), `legal` (needs), `bodies`, `cost`: what it costs those who make it;
- `title`: what it is called here, in the language of the atlas.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from carteblanche_journeys.diagnosis import Mention, example_files
from carteblanche_journeys.measures import measure
from carteblanche_journeys.model import Atlas
from carteblanche_journeys.model.redesigned import SHELVES
from carteblanche_journeys.reading import read_atlas
from carteblanche_journeys.redesigns import (
    Chosen,
    Diagnosed,
    DoesNotFit,
    Hindrance,
    Move,
    Variant,
    begin,
    chosen,
    make,
    make_one,
    move_named,
    move_names,
)
from carteblanche_journeys.redesigns.telling import say_hindrance, tell_move
from carteblanche_journeys.words import words_for
from redesigning import broken, diagnosed, strangers

HERE = Path(__file__).parent
CASES = [
    pytest.param(book["move"], book.get("files", ""), case, id=f"{book['move']}: {case['fact']}")
    for book in (yaml.safe_load(path.read_text("utf-8")) for path in sorted(HERE.glob("*.yml")))
    for case in book["cases"]
]
COSTS = ("worse", "legal", "bodies", "cost", "title")
ASSERTED = {"gives", "refuses", "unchanged", "suggests", *COSTS}
#: What a journey without personas calls the one who lives it.
ANYONE = "anyone"


def atlas_of(folder: Path, *texts: str) -> Atlas:
    """The atlas of these files; a later text replaces files of an earlier one."""
    files = {name: body for text in texts for name, body in example_files(text).items()}
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(body, "utf-8")
    return read_atlas(folder).atlas


def begun(case: dict[str, Any], atlas: Atlas) -> Variant:
    """The variant at which the move of a case is tried."""
    name = case.get("journey") or next(iter(atlas.journeys))
    return make(begin(atlas[name], atlas), map(chosen, case.get("first", ())))


def projected(thing: Any, expected: dict[str, Any]) -> tuple[Any, Any]:
    """Of a thing what a case speaks about, and what the case says, both written in full."""
    shown = type(thing).model_validate({**dict(thing), **expected})
    fields = {_attribute(thing, name): name for name in expected}
    wanted = shown.model_dump(mode="json", by_alias=True, exclude_unset=True, include=set(fields))
    there = thing.model_dump(mode="json", by_alias=True, include=set(fields))
    return _like(there, wanted), wanted


def _attribute(thing: Any, written: str) -> str:
    every = type(thing).model_fields.items()
    return next((name for name, one in every if written in (name, one.alias)), written)


def _like(there: Any, wanted: Any) -> Any:
    """What is there, as far as what is wanted speaks about it."""
    if isinstance(wanted, dict) and isinstance(there, dict):
        return {name: _like(there.get(name), one) for name, one in wanted.items()}
    if isinstance(wanted, list) and isinstance(there, list) and len(wanted) == len(there):
        return [_like(*pair) for pair in zip(there, wanted, strict=True)]
    return there


def check_shelf(shelf: Any, expected: dict[str, Any]) -> None:
    """The things of a shelf are as a case says; null: not there."""
    for name, fields in expected.items():
        if fields is None:
            assert name not in shelf
        else:
            assert name in shelf, f"{name} is not among {', '.join(shelf)}"
            seen, wanted = projected(shelf[name], fields)
            assert seen == wanted, name


def check_given(after: Variant, before: Variant, expected: dict[str, Any]) -> None:
    """The journey that a move gives is as its case says."""
    assert expected.keys() <= {*SHELVES, "steps", "journey", "links", "order", *FIGURES}
    for shelf in ("steps", *SHELVES):
        there = after.steps if shelf == "steps" else getattr(after.atlas, shelf)
        check_shelf(there, expected.get(shelf, {}))
    seen, wanted = projected(after.journey, expected.get("journey", {}))
    assert seen == wanted
    if "links" in expected:
        assert sorted(one.id for one in after.net.passages) == sorted(expected["links"])
    if "order" in expected:
        assert list(after.steps) == expected["order"]
    check_figures(after, before, expected)


FIGURES = ("measures", "clears", "creates")


def check_figures(after: Variant, before: Variant, expected: dict[str, Any]) -> None:
    """The figures and findings of the journey that a move gives are as its case says."""
    for persona, figures in expected.get("measures", {}).items():
        wanted = "" if persona == ANYONE else persona
        said = measure(next(life for life in after.lives if life.persona.id == wanted))
        there = {name: said[name].likely for name in figures}
        assert there == pytest.approx(figures, abs=0.05), persona
    if {"clears", "creates"} & expected.keys():
        old, new = (
            {one.fingerprint: one.rule for one in diagnosed(v.journey, v.base)}
            for v in (before, after)
        )
        for key, went, from_ in (("clears", old, new), ("creates", new, old)):
            if key in expected:
                assert sorted(rule for f, rule in went.items() if f not in from_) == expected[key]


def check_sound(after: Variant, before: Variant, one: Chosen) -> None:
    """What a move gives can be walked, knows where it comes from, and is done."""
    assert set(broken(after.journey, after.base)) <= set(broken(before.journey, before.base))
    assert list(strangers(after, before.base[before.journey.id])) == []
    assert make_one(after, one) is after


def seen_hindrance(
    one: Hindrance, expected: dict[str, Any], move: Move, before: Variant
) -> dict[str, Any]:
    """Of a hindrance what a case speaks about, as the case would write it."""
    values = {name: _plain(value) for name, value in one.values.items()}
    every = {"code": one.code, "path": list(one.path), "near": one.near, "values": values}
    every["allowed"] = list(one.allowed)
    every["says"] = plain(say_hindrance(one, move, before, words_for(before.base.language)))
    return {name: every[name] for name in expected}


def plain(text: str) -> str:
    """A text without no-break spaces, which cannot be told from others in a file of cases."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def _plain(value: object) -> object:
    return list(value.ids) if isinstance(value, Mention) else value


def check_refused(before: Variant, one: Chosen, expected: list[dict[str, Any]]) -> None:
    """A move is refused for the reasons that its case says, and for no other."""
    with pytest.raises(DoesNotFit) as refusal:
        make_one(before, one)
    found = refusal.value.hindrances
    padded = [*expected, *[{"code": "nothing more"}] * (len(found) - len(expected))]
    pairs = zip(found, padded, strict=False)
    assert [seen_hindrance(*pair, one.move, before) for pair in pairs] == expected


def check_costs(before: Variant, one: Chosen, case: dict[str, Any]) -> None:
    """What a move costs those who make it is as its case says."""
    there = {
        "worse": [worse.text for worse in one.worse(before)],
        "legal": [legal.need for legal in one.legal(before)],
        "bodies": sorted({body for legal in one.legal(before) for body in legal.bodies}),
        "cost": one.cost(before).cost_class,
        "title": plain(tell_move(one, before, words_for(before.base.language)).title),
    }
    for name, value in there.items():
        assert case.get(name, value) == value


@pytest.mark.parametrize(("move", "files", "case"), CASES)
def test_case(move: str, files: str, case: dict[str, Any], tmp_path: Path) -> None:
    """A move gives, refuses or proposes what its case says."""
    known = {"fact", "files", "journey", "first", "with", *ASSERTED}
    assert case.keys() <= known
    assert case.keys() & ASSERTED
    before = begun(case, atlas_of(tmp_path, files, case["files"]))
    if "suggests" in case:
        check_suggested(before, move, case["suggests"])
    if "with" not in case:
        assert case.keys() & ASSERTED == {"suggests"}
        return
    one = chosen({"move": move, **case["with"]})
    if "refuses" in case:
        check_refused(before, one, case["refuses"])
        return
    check_costs(before, one, case)
    after = make_one(before, one)
    assert (after is before) == case.get("unchanged", False)
    check_given(after, before, case.get("gives", {}))
    check_sound(after, before, one)


def check_suggested(before: Variant, move: str, expected: list[dict[str, Any]]) -> None:
    """The findings of the journey lead to these arguments, each of which can be made."""
    known = diagnosed(before.journey, before.base)
    every = list(move_named(move).suggest(Diagnosed(before, known)))
    written = [Chosen(move_named(move), one.arguments).written for one in every]
    assert [{name: one[name] for name in one if name != "move"} for one in written] == expected
    causes = {one.fingerprint for one in known}
    assert all(one.causes and causes.issuperset(one.causes) for one in every)


def test_every_move_has_cases() -> None:
    """Each move has a file of cases with its name, and no file is left without a move."""
    assert {path.stem for path in HERE.glob("*.yml")} == move_names()
