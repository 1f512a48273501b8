"""Invented journeys for property tests: sound ones, and any whatever."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from carteblanche_journeys.model import Atlas, Journey

TITLES = st.text(min_size=1, max_size=40).filter(lambda text: bool(text.strip()))


@st.composite
def atlases(draw: st.DrawFn, most_steps: int = 12) -> Atlas:
    """A small atlas with one journey of any shape: forks, joins, choices, loops, dead ends."""
    counters = {f"c{n}": _counter(draw) for n in range(draw(st.integers(0, 4)))}
    evidence = {f"e{n}": {"name": f"Pièce {n}", "issuer": "o0"} for n in range(3)}
    names = [f"s{n}" for n in range(draw(st.integers(1, most_steps)))]
    steps = {name: _step(draw, name, names, list(counters)) for name in names}
    journey = Journey(title=draw(TITLES), id="essai/as-is", steps=steps, personas=["p"])
    return Atlas(
        title="Essai",
        language="fr",
        organisations={f"o{n}": {"name": f"Organisme {n}"} for n in range(3)},
        counters=counters,
        evidence=evidence,
        traits={"t": {"type": "bool", "label": "Trait"}},
        personas={"p": {"name": "Zoé", "traits": draw(st.sampled_from([{}, {"t": True}]))}},
        journeys={"essai/as-is": journey},
    )


def _counter(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "name": draw(TITLES),
        "owner": draw(st.sampled_from(["o0", "o1", "o2"])),
        "channels": draw(st.lists(st.sampled_from(["on-site", "post", "online"]), max_size=2)),
    }


def _step(draw: st.DrawFn, name: str, names: list[str], counters: list[str]) -> dict[str, Any]:
    step: dict[str, Any] = {"title": draw(TITLES)}
    kind = draw(st.sampled_from(["action", "action", "action", "choice", "event", "outcome"]))
    step["kind"] = kind
    if kind == "outcome":
        step["result"] = draw(st.sampled_from(["granted", "refused", "gave-up", "done"]))
    if counters and draw(st.booleans()):
        step["at"] = draw(st.sampled_from(counters))
    step["asks"] = draw(st.lists(st.sampled_from(["e0", "e1"]), max_size=2))
    step["yields"] = draw(st.lists(st.sampled_from(["e2"]), max_size=1))
    if kind != "outcome" and draw(st.booleans()):
        step["next"] = draw(st.lists(_link(names), max_size=3))
    if draw(st.booleans()):
        step["wait"] = draw(st.sampled_from(["3 d", "2..4 wk", "1..2..6 mo"]))
    return step


def _link(names: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"to": st.sampled_from(names)},
        optional={
            "when": st.just({"t": True}),
            "back": st.just(True),
            "carried": st.sampled_from(["person", "organisation", "notification", "none"]),
            "carries": st.just(["e2"]),
            "label": TITLES,
        },
    )
