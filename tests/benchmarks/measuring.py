"""What measures cost: a persona in a journey of 30 steps, and the same by simulated walks.

Run it alone: `python tests/benchmarks/measuring.py`. The walks are vectorised with numpy: all
walkers take their next step at once, until the error of their mean minutes is 0.1 %.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

import numpy as np

from carteblanche_journeys.graph import links, live, network
from carteblanche_journeys.measures import ledger, measure, parameters_of, visits
from carteblanche_journeys.model import Atlas, Journey

STEPS = 30
ERROR = 0.001
ROUNDS = 30


def atlas_of_walks() -> Atlas:
    """One journey of 30 steps: three choices that skip two steps, two loops for missing pieces."""
    steps: dict[str, dict[str, object]] = {}
    for n in range(STEPS):
        name, following = f"etape-{n}", f"etape-{n + 1}"
        steps[name] = {"title": f"Étape {n}", "at": "guichet", "effort": f"{5 + n % 7 * 5} min"}
        if n in (4, 14, 24):
            steps[name] |= {"kind": "choice", "next": [
                {"to": following, "share": "70 %"}, {"to": f"etape-{n + 3}", "share": "30 %"},
            ]}  # fmt: skip
        elif n in (9, 19):
            steps[name] |= {"kind": "choice", "next": [
                {"to": following, "share": "75 %"},
                {"to": f"etape-{n - 1}", "share": "25 %", "back": True},
            ]}  # fmt: skip
    people = {"lea": {"name": "Léa", "people": [{"commune": "ville", "car": "own", "online": 3}]}}
    return Atlas(
        language="fr",
        organisations={"caisse": {"name": "Caisse"}},
        counters={"guichet": {"name": "Guichet", "owner": "caisse", "channels": ["post"]}},
        personas=people,
        journeys={"banc/as-is": {"title": "Banc", "personas": ["lea"], "steps": steps}},
    )


def walks(journey: Journey, walkers: int, seed: int) -> tuple[float, float]:
    """Mean and standard deviation of the minutes of as many simulated walks."""
    ids = list(journey.steps)
    place = {name: at for at, name in enumerate(ids)}
    minutes = np.array([step.effort.minutes[1] for step in journey.steps.values()])  # type: ignore[union-attr]
    first, second = np.full(len(ids) + 1, len(ids)), np.full(len(ids) + 1, len(ids))
    chance = np.ones(len(ids) + 1)
    for at, name in enumerate(ids):
        out = [one for one in links(journey) if one.source == name]
        if out:
            first[at] = place[out[0].target]
            second[at] = place[out[-1].target]
            share = out[0].link.share
            chance[at] = 1.0 if share is None else share.likely
    random = np.random.default_rng(seed)
    at = np.zeros(walkers, dtype=np.int64)
    spent = np.zeros(walkers)
    walking = np.arange(walkers)
    while walking.size:
        here = at[walking]
        spent[walking] += minutes[here]
        follows = np.where(random.random(walking.size) < chance[here], first[here], second[here])
        at[walking] = follows
        walking = walking[follows < len(ids)]
    return float(spent.mean()), float(spent.std())


def seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median seconds of a piece of work."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def main() -> None:
    """Print the figures."""
    atlas = atlas_of_walks()
    journey = atlas["banc/as-is"]
    persona = atlas.personas["lea"]
    net = network(journey)
    assumed = parameters_of(atlas)
    whole = seconds(lambda: measure(live(journey, atlas, persona, net)))
    lived = live(journey, atlas, persona, net)
    alone = seconds(lambda: measure(live(journey, atlas, persona, net), parameters=assumed))
    print(f"measures of {STEPS} steps: {whole * 1000:.2f} ms a persona ({alone * 1000:.2f} ms)")

    def swept() -> float:
        often = visits(lived)
        kept = ledger(lived, often, assumed)
        spent = [kept.of_step(name).minutes for name in journey.steps]
        return sum(amount.likely or 0.0 for amount in spent if amount)

    ours = seconds(swept)
    mean, spread = walks(journey, 20_000, seed=1)
    needed = round((spread / (ERROR * mean)) ** 2)
    theirs = seconds(lambda: walks(journey, needed, seed=2), rounds=5)
    walked = walks(journey, needed, seed=3)[0]
    print(f"visits and minutes: swept {swept():.2f} min in {ours * 1000:.2f} ms;")
    print(f"{needed} walks {walked:.2f} min in {theirs * 1000:.0f} ms: {theirs / ours:.0f} x")


if __name__ == "__main__":
    main()
