"""Small invented journeys and sheets, and how to read a picture, for the tests of drawings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hypothesis import strategies as st

from carteblanche_journeys.drawing.blueprint import Band
from carteblanche_journeys.drawing.sheet import Sheet, SheetStep
from carteblanche_journeys.drawing.sheet_filling import fill_sheet
from carteblanche_journeys.drawing.style import TYPES
from carteblanche_journeys.markup import Element, text_width
from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.words import words_for

FRENCH = words_for("fr")

ATLAS = Atlas(
    organisations={"caf": {"name": "Caf"}, "mairie": {"name": "Mairie", "many": True}},
    actors={
        "agente": {"name": "Agente de la Caf", "kind": "agent", "organisation": "caf"},
        "medecin": {"name": "Médecin", "kind": "professional"},
        "fille": {"name": "Sa fille", "kind": "relative"},
    },
    counters={
        "accueil": {"name": "Accueil de la Caf", "owner": "caf", "channels": ["on-site", "phone"]},
        "etat-civil": {
            "name": "État civil", "owner": "mairie", "channels": ["on-site"],
            "forwards_to": ["caf"], "competence": {"aide": "receives"},
        },
        "visite": {"name": "Visite", "owner": "caf", "channels": ["home"]},
    },
    evidence={"attestation": {"name": "Attestation de loyer"}},
    schemes={"aide": {"name": "Aide"}},
    personas={"jeanne": {"name": "Jeanne"}},
)  # fmt: skip


def journey(steps: dict[str, object], **more: object) -> Journey:
    """A journey of those steps."""
    return Journey.model_validate({"title": "Je déménage", "steps": steps, **more})


def sheet_of(one: Journey, atlas: Atlas = ATLAS) -> Sheet:
    """The sheet of a journey for its first persona, in French."""
    return fill_sheet(one, atlas, atlas.personas_of(one)[0], FRENCH)


def staged(*lengths: int) -> Sheet:
    """A sheet whose stages have so many steps."""
    stages = [f"s{rank}" for rank, length in enumerate(lengths) for _ in range(length)]
    steps = (
        SheetStep(f"e{n}", n, f"Étape {n}", stage=stage, stage_name=stage)
        for n, stage in enumerate(stages, start=1)
    )
    return Sheet("Je déménage", "Jeanne", tuple(steps))


@dataclass(frozen=True)
class Drawn:
    """A shape or a line of text, by its edges, and the step to which it belongs."""

    how: str
    words: str
    left: float
    top: float
    right: float
    bottom: float
    step: str = ""


def drawn(band: Band) -> Iterator[Drawn]:
    """Every box, mark and line of text of a band."""
    yield from _drawn(band.svg, "")


def _drawn(element: Element, step: str) -> Iterator[Drawn]:
    given = dict(element.attributes)
    step = given.get("data-step", step)
    how = given.get("class", "")
    if element.tag == "rect":
        x, y = float(given["x"]), float(given["y"])
        right, bottom = x + float(given["width"]), y + float(given["height"])
        yield Drawn(how, "", x, y, right, bottom, step)
    elif element.tag == "circle":
        x, y, r = (float(given[name]) for name in ("cx", "cy", "r"))
        yield Drawn(how, "", x - r, y - r, x + r, y + r, step)
    elif element.tag == "path" and how.startswith("n-"):
        yield _diamond(given["d"], how, step)
    elif element.tag == "text":
        yield from _lines(element, given, step)
    else:
        for child in element.children:
            if isinstance(child, Element):
                yield from _drawn(child, step)


def _diamond(shape: str, how: str, step: str) -> Drawn:
    numbers = [float(n) for n in shape.strip("Mz").replace("L", " ").split()]
    xs, ys = numbers[::2], numbers[1::2]
    return Drawn(how, "", min(xs), min(ys), max(xs), max(ys), step)


def _lines(element: Element, given: dict[str, str], step: str) -> Iterator[Drawn]:
    how = given["class"].split()[0]
    kind = TYPES[how]
    y = float(given["y"])
    size = 9 if "t-long" in given["class"] else kind.size
    for child in element.children:
        words = child if isinstance(child, str) else "".join(map(str, child.children))
        width = text_width(words, size, kind.weight)
        x = float(given["x"]) - width * {"end": 1, "middle": 0.5}.get(
            given.get("text-anchor", ""), 0
        )
        yield Drawn(given["class"], words, x, y - size * 0.8, x + width, y + size * 0.25, step)
        y += kind.leading


TITLES = st.one_of(
    st.sampled_from(["Demander", "Déposer le dossier", "<b>gras</b>", "طلب المساعدة", "😀 oui",
                     '"javascript:x"', "un\ndeux", "x" * 320, "mot " * 80]),
    st.text(min_size=1, max_size=40).filter(str.strip),
)  # fmt: skip


@st.composite
def journeys(draw: st.DrawFn, most: int = 14) -> Journey:
    """Any journey: stages, strands, choices, loops, back office, long and strange titles."""
    count = draw(st.integers(1, most))
    ids = [f"e{n}" for n in range(count)]
    steps = {name: draw(_step(position, ids)) for position, name in enumerate(ids)}
    stages = {f"s{n}": draw(TITLES) for n in range(3)}
    return journey(steps, stages=stages)


_MAY_SAY: dict[str, list[object]] = {
    "stage": ["s0", "s1", "s2"],
    "at": ["accueil", "etat-civil", "visite"],
    "actor": ["agente", "medecin", "fille", "caf"],
    "wait": ["10 d", "2 mo", "1..3..9 wk", "3 y"],
    "feeling": [-2, -1, 0, 1, 2],
    "schemes": [["aide"]],
    "presence": [["assessment"], ["deposit"]],
}


@st.composite
def _step(draw: st.DrawFn, position: int, ids: list[str]) -> dict[str, object]:
    kind = draw(st.sampled_from(["action"] * 4 + ["event", "choice", "outcome"]))
    step: dict[str, object] = {"title": draw(TITLES), "kind": kind}
    if kind == "outcome":
        step["result"] = "granted"
    for key, values in _MAY_SAY.items():
        if draw(st.booleans()):
            step[key] = draw(st.sampled_from(values))
    if draw(st.booleans()):
        step["next"] = draw(st.lists(_link(position, ids), max_size=6))
    return step


@st.composite
def _link(draw: st.DrawFn, position: int, ids: list[str]) -> dict[str, object]:
    target = draw(st.integers(0, len(ids) - 1))
    link: dict[str, object] = {"to": ids[target], "back": target <= position}
    if draw(st.booleans()):
        link["label"] = draw(TITLES)
    carried = draw(st.sampled_from([None, "person", "organisation", "notification", "none"]))
    if carried:
        link |= {"carried": carried, "carries": ["attestation"]}
    return link
