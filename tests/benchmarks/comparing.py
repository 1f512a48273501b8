"""What a comparison costs: two journeys of 30 steps, for eight personas.

Run it alone: `python tests/benchmarks/comparing.py`. The to-be has a step less, one at another
counter, two merged, a shorter wait, and pieces asked no more. Nothing is known of either journey
beforehand: links, lives, visits, ledgers and days are worked out anew for each comparison.

Four times are told: what `cb.compare` does at once; that with all that a text says but the
findings (time, trips, days, money and agents' time of each persona, pieces, handoffs); that with
every measure of each persona, as JSON has it; and that with the findings of both journeys, which
is a diagnosis twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.comparisons.comparing import compare
from carteblanche_journeys.redesigns.comparisons.comparison import Comparison
from carteblanche_journeys.redesigns.comparisons.differences import SPARED

STEPS = 30
PERSONAS = 8
CARS = ("own", "none")
COMMUNES = ("ville-0", "ville-1", "ville-2")
ROUNDS = 15


def steps() -> dict[str, dict[str, Any]]:
    """Thirty steps: two choices, a loop, waits with a range, two pieces at every third step."""
    found: dict[str, dict[str, Any]] = {}
    for n in range(STEPS):
        name, following = f"etape-{n}", f"etape-{n + 1}"
        found[name] = {"title": f"Étape {n}", "at": f"guichet-{n % 5}"}
        if n % 2:
            found[name]["wait"] = f"{n}..{2 * n}..{4 * n} d"
        if n % 3 == 0:
            found[name]["asks"] = [f"piece-{n % 4}", f"piece-{n % 7}"]
        if n in (4, 24):
            found[name] |= {"kind": "choice", "next": [
                {"to": following, "share": "70 %"}, {"to": f"etape-{n + 3}", "share": "30 %"},
            ]}  # fmt: skip
        elif n == 19:
            found[name] |= {"kind": "choice", "next": [
                {"to": following, "share": "75 %"},
                {"to": f"etape-{n - 1}", "share": "25 %", "back": True},
            ]}  # fmt: skip
        elif n < STEPS - 1:
            found[name]["next"] = [{"to": following, "carried": "person"}]
    return found


def changed() -> dict[str, dict[str, Any]]:
    """The same as a redesign leaves them."""
    found = {name: {**step, "comes_from": [name]} for name, step in steps().items()}
    del found["etape-9"]
    found["etape-8"]["next"] = [{"to": "etape-10", "carried": "organisation"}]
    found["etape-12"] |= {"at": "guichet-0", "asks": []}
    found["etape-15"]["wait"] = "5 d"
    found["etape-21"] |= {"comes_from": ["etape-21", "etape-22"]}
    found["etape-21"]["next"] = [{"to": "etape-23", "carried": "organisation"}]
    del found["etape-22"]
    return found


def atlas() -> tuple[Atlas, Journey, Journey]:
    """An atlas of eight personas in three communes, and the two journeys."""
    people = {
        f"persona-{n}": {
            "name": f"Persona {n}",
            "people": [{"commune": COMMUNES[n % 3], "car": CARS[n % 2], "online": n % 4}],
        }
        for n in range(PERSONAS)
    }
    places = [{"commune": "ville-0"}]
    made = Atlas(
        language="fr",
        territory="bassin",
        territories={"bassin": {"communes": {
            name: {"name": name, "coordinates": [44.4 + n / 20, 1.4]}
            for n, name in enumerate(COMMUNES)
        }}},
        organisations={f"org-{n}": {"name": f"Organisme {n}", "kind": "state"} for n in range(3)},
        counters={
            f"guichet-{n}": {
                "name": f"Guichet {n}", "owner": f"org-{n % 3}", "places": places,
                "channels": ["online", "on-site"] if n % 2 else ["on-site"],
            }
            for n in range(5)
        },
        evidence={f"piece-{n}": {"name": f"Pièce {n}", "issuer": f"org-{n % 3}"} for n in range(7)},
        personas=people,
    )  # fmt: skip
    one = Journey(id="banc/as-is", title="Banc", personas=list(people), steps=steps())
    other = Journey(id="banc/to-be", title="Banc", personas=list(people), steps=changed())
    return made, one, other


def as_text(found: Comparison) -> int:
    """What matters most of each persona, the pieces and the handoffs."""
    told = [each[name] for each in found.burden.values() for name in SPARED]
    return len(told) + len(found.asks_spared) + len(found.handoffs_moved)


def with_burdens(found: Comparison) -> int:
    """Every difference of every persona, the pieces and the handoffs."""
    told = sum(len(dict(each)) for each in found.burden.values())
    return told + len(found.asks_spared) + len(found.handoffs_moved)


def with_findings(found: Comparison) -> int:
    """That, and the findings of both."""
    return with_burdens(found) + len(found.cleared) + len(found.remaining) + len(found.new)


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median milliseconds of a piece of work, which has been done once before."""
    work()
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken) * 1_000


def main() -> None:
    """Print the four times."""
    made, one, other = atlas()
    at_once = milliseconds(lambda: compare(one, other, made))
    text = milliseconds(lambda: as_text(compare(one, other, made)))
    burdens = milliseconds(lambda: with_burdens(compare(one, other, made)))
    findings = milliseconds(lambda: with_findings(compare(one, other, made)))
    print(f"compare, {STEPS} steps: {at_once:.1f} ms")
    print(f"with what a text says of {PERSONAS} personas: {text:.1f} ms")
    print(f"with every measure of each: {burdens:.1f} ms")
    print(f"with the findings of both: {findings:.1f} ms")


if __name__ == "__main__":
    main()
