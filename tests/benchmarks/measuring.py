"""What measures cost: a persona in a journey of 30 steps, and the same by simulated walks.

Run it alone: `python tests/benchmarks/measuring.py`. Every measure is worked out for eight
personas of one journey, as pages and reports do: what is the same for all of them is worked out
once. The first of them, on a journey of which nothing is known yet, is told apart.

The walks are vectorised with numpy: all walkers take their next step at once. There are as many
as it takes until the error of the mean is 0.1 %: of the minutes alone, and of the minutes and
the visits of each step, which is what a sweep gives. On both sides the journey and its links
stand ready; visits and minutes are worked out for a life of which nothing is known yet.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

import numpy as np

from carteblanche_journeys.graph import Lived, Network, ground, links, live, network
from carteblanche_journeys.measures import ledger, measure, parameters_of, visits
from carteblanche_journeys.model import Atlas, Journey

STEPS = 30
PERSONAS = 8
CARS = ("own", "none")
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
    people = {
        f"persona-{n}": {
            "name": f"Persona {n}",
            "people": [{"commune": f"ville-{n % 2}", "car": CARS[n % 2], "online": n % 4}],
            "counts": {"children": n},
        }
        for n in range(PERSONAS)
    }
    return Atlas(
        language="fr",
        organisations={"caisse": {"name": "Caisse"}},
        counters={"guichet": {"name": "Guichet", "owner": "caisse", "channels": ["post"]}},
        personas=people,
        journeys={"banc/as-is": {"title": "Banc", "personas": list(people), "steps": steps}},
    )


@dataclass(frozen=True)
class Table:
    """A journey as arrays: minutes of each step, its two next steps, the chance of the first."""

    minutes: np.ndarray
    first: np.ndarray
    second: np.ndarray
    chance: np.ndarray


def table_of(journey: Journey) -> Table:
    """The arrays of a journey whose choices have two branches."""
    ids = list(journey.steps)
    place = {name: at for at, name in enumerate(ids)}
    minutes = np.array([step.effort.minutes[1] for step in journey.steps.values()])
    first, second = np.full(len(ids), len(ids)), np.full(len(ids), len(ids))
    chance = np.ones(len(ids))
    for one in reversed(links(journey)):  # of two links the one written first comes last
        at = place[one.source]
        first[at], second[at] = place[one.target], first[at]
        chance[at] = 1.0 if one.link.share is None else one.link.share.likely
    return Table(minutes, first, second, chance)


def walks(table: Table, walkers: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The minutes of each of so many simulated walks, and how often each step was come to."""
    random = np.random.default_rng(seed)
    end = len(table.minutes)
    at, spent = np.zeros(walkers, dtype=np.int64), np.zeros(walkers)
    come, walking = np.zeros(end, dtype=np.int64), np.arange(walkers)
    while walking.size:
        here = at[walking]
        spent[walking] += table.minutes[here]
        come += np.bincount(here, minlength=end)
        turns = random.random(walking.size) < table.chance[here]
        follows = np.where(turns, table.first[here], table.second[here])
        at[walking] = follows
        walking = walking[follows < end]
    return spent, come


def needed(table: Table, walkers: int = 20_000) -> tuple[int, int]:
    """How many walks it takes for minutes alone, and for minutes and the visits of each step."""
    single = [walks(table, 1, seed) for seed in range(2_000)]
    spent = walks(table, walkers, seed=1)[0]
    visits_of_each = np.array([come for _, come in single], dtype=float)
    spread = visits_of_each.std(axis=0) / visits_of_each.mean(axis=0)
    minutes = (spent.std() / spent.mean() / ERROR) ** 2
    return round(minutes), round(max(minutes, *((spread / ERROR) ** 2)))


def seconds(
    work: Callable[[], object], rounds: int = ROUNDS, before: Callable[[], object] | None = None
) -> float:
    """Median seconds of a piece of work; what has to be done before each is not counted."""
    taken = []
    for _ in range(rounds):
        if before is not None:
            before()
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return median(taken)


def measuring(atlas: Atlas) -> None:
    """All measures of all personas of the journey, and of the first alone."""
    journey = atlas["banc/as-is"]
    people = list(atlas.personas.values())
    nets: list[Network] = [network(journey)]

    def all_of_them() -> None:
        for persona in people:
            measure(live(journey, atlas, persona, nets[-1]))

    whole = seconds(all_of_them, before=lambda: nets.append(network(journey)))
    one = seconds(
        lambda: measure(live(journey, atlas, people[0], nets[-1])),
        before=lambda: nets.append(network(journey)),
    )
    following = (whole - one) / (len(people) - 1)
    print(
        f"measures of {STEPS} steps: {whole * 1000 / len(people):.2f} ms a persona of "
        f"{len(people)}; the first {one * 1000:.2f} ms, each after it {following * 1000:.2f} ms"
    )


def against_walks(atlas: Atlas) -> None:
    """Visits and minutes against simulated walks of the same error."""
    journey, persona = atlas["banc/as-is"], atlas.personas["persona-0"]
    assumed = parameters_of(atlas)
    lives: list[Lived] = []

    def begin() -> None:
        lives.append(live(journey, atlas, persona, network(journey)))
        ground(lives[-1]).loops  # noqa: B018  the links stand ready

    def swept() -> float:
        kept = ledger(lives[-1], visits(lives[-1]), assumed)
        spent = [kept.of_step(name).minutes for name in journey.steps]
        return sum(amount.likely or 0.0 for amount in spent if amount)

    ours = seconds(swept, 5 * ROUNDS, before=begin)
    begin()
    print(f"visits and minutes: swept {swept():.2f} min in {ours * 1000:.2f} ms;")
    table = table_of(journey)
    for what, many in zip(("minutes", "visits and minutes"), needed(table), strict=True):
        theirs = seconds(lambda many=many: walks(table, many, seed=2), rounds=7)
        mean = walks(table, many, seed=3)[0].mean()
        print(
            f"{what} of {many} walks: {mean:.2f} min, {theirs * 1000:.1f} ms, {theirs / ours:.1f} x"
        )


def main() -> None:
    """Print the figures."""
    atlas = atlas_of_walks()
    measuring(atlas)
    against_walks(atlas)


if __name__ == "__main__":
    main()
