"""What proposing costs: all candidates of a 30-step journey, and the best set among forty.

Run it alone: `python tests/benchmarks/proposing.py`. The journey is invented, and as journeys
are: four needs, each with a desk that informs, a file to hand in with pieces that another body
holds, a check that may send one back, a silent wait, and a decision; eight personas, near and
far, with a car or without, online or not. Targets: all candidates measured and the ten shown
diagnosed within 2 s; the best set of at most five moves among forty within 10 s.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median
from typing import Any

from carteblanche_journeys.model import Atlas, Journey
from carteblanche_journeys.redesigns.proposals.proposal import Proposals
from carteblanche_journeys.redesigns.proposals.proposing import propose

NEEDS = 4
ROUNDS = 3
COMMUNES = {
    "ville": {"name": "Ville", "coordinates": [44.45, 1.44]},
    "bourg": {"name": "Bourg", "coordinates": [44.52, 1.40]},
    "village": {"name": "Village", "coordinates": [44.62, 1.20]},
}


def personas() -> dict[str, Any]:
    """Eight people: every second near, every third without a car, ease online from 0 to 3."""
    homes, cars = ("ville", "village", "bourg"), ("own", "none", "lift")
    return {
        f"persona-{n}": {
            "name": f"Persona {n}",
            "needs": [f"aide-{one}" for one in range(NEEDS)],
            "share": 0.125,
            "people": [{"commune": homes[n % 3], "car": cars[(n // 2) % 3], "online": n % 4}],
            "traits": {"revenus": 500 + 100 * n},
        }
        for n in range(8)
    }


def atlas() -> Atlas:
    """Six bodies, an information desk and a counter each, pieces that they issue."""
    bodies = range(NEEDS + 2)
    counters: dict[str, Any] = {
        f"guichet-{n}": {
            "name": f"Guichet {n}",
            "owner": f"org-{n}",
            "channels": ["on-site"] if n % 2 else ["online", "on-site"],
            "places": [{"commune": "ville"}],
            "competence": {f"aide-{n % NEEDS}": "decides"},
        }
        for n in bodies
    }
    counters |= {
        f"accueil-{n}": {
            "name": f"Accueil {n}",
            "owner": f"org-{(n + 1) % len(bodies)}",
            "channels": ["on-site", "phone"],
            "places": [{"commune": "ville"}],
            "competence": {f"aide-{n % NEEDS}": "informs"},
        }
        for n in bodies
    }
    return Atlas(
        title="Banc d'essai",
        territory="bassin",
        organisations={f"org-{n}": {"name": f"Organisme {n}", "kind": "state"} for n in bodies},
        counters=counters,
        evidence={
            f"piece-{n}": {
                "name": f"Pièce {n}",
                "issuer": f"org-{n % len(bodies)}",
                "kind": "certificate",
                "facts": [f"donnee-{n % 5}"],
            }
            for n in range(12)
        },
        facts={f"donnee-{n}": {"label": f"Donnée {n}", "known_to_person": True} for n in range(5)},
        purposes={f"besoin-{n}": f"Besoin {n}" for n in range(NEEDS)},
        schemes={
            f"aide-{n}": {
                "name": f"Aide {n}",
                "purpose": f"besoin-{n // 2}",
                "decided_by": [f"org-{n}"],
            }
            for n in range(NEEDS)
        },
        personas=personas(),
        territories={"bassin": {"name": "Bassin", "communes": COMMUNES}},
    )


def need(n: int) -> dict[str, Any]:
    """The steps of one need: seven of them."""
    following = f"accueil-{n + 1}" if n + 1 < NEEDS else "suivi"
    scheme = [f"aide-{n}"]
    return {
        f"accueil-{n}": {
            "title": f"Se renseigner {n}", "at": f"accueil-{n}", "schemes": scheme,
        },
        f"attestation-{n}": {
            "title": f"Obtenir l'attestation {n}", "at": f"guichet-{n + 1}",
            "yields": [f"piece-{n + 1}"], "schemes": [],
            "next": [{"to": f"depot-{n}", "carried": "person"}],
        },
        f"depot-{n}": {
            "title": f"Déposer le dossier {n}", "at": f"guichet-{n}", "schemes": scheme,
            "asks": [f"piece-{n + 1}", f"piece-{n + 6}", "piece-0", "piece-5"],
            "effort": "20..40..90 min",
        },
        f"complet-{n}": {
            "title": f"Le dossier {n} est-il complet ?", "kind": "choice", "at": f"guichet-{n}",
            "schemes": scheme,
            "next": [
                {"to": f"instruction-{n}", "share": 0.7},
                {"to": f"depot-{n}", "share": 0.3, "back": True, "because": "evidence"},
            ],
        },
        f"instruction-{n}": {
            "title": f"Attendre la décision {n}", "actor": f"org-{n}", "schemes": scheme,
            "wait": {"value": "20..40..60 d", "announced": False},
        },
        f"signature-{n}": {
            "title": f"Signer {n}", "at": f"guichet-{n}", "schemes": scheme,
            "presence": ["signature"], "next": [f"accord-{n}", following],
        },
        f"accord-{n}": {
            "title": f"Accordé {n}", "kind": "outcome", "result": "granted", "scheme": scheme,
        },
    }  # fmt: skip


def journey() -> Journey:
    """Thirty steps."""
    steps = {name: step for n in range(NEEDS) for name, step in need(n).items()}
    steps["suivi"] = {"title": "Dire un changement", "at": "guichet-4", "asks": ["piece-1"]}
    steps["fin"] = {"title": "C'est fini", "kind": "outcome", "result": "done"}
    return Journey(id="x/as-is", title="Banc", personas=list(personas()), steps=steps)


def timed(work: Callable[[], Proposals]) -> tuple[float, Proposals]:
    """Median of seconds by the clock, and what was found."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = work()
        seconds.append(time.perf_counter() - start)
    return median(seconds), found


def main() -> None:
    """Print the figures."""
    known, one = atlas(), journey()
    alone, found = timed(lambda: propose(one, known))
    print(
        f"{len(one.steps)} steps, {len(one.personas)} personas: {found.examined} candidates, "
        f"{len(found.shown)} shown, {len(found.rejected)} set aside: {alone:.2f} s"
    )
    for objective in ("worst-off", "total"):
        both, found = timed(lambda o=objective: propose(one, known, objective=o, best=True))
        best = found.best
        assert best is not None
        size = len(best.proposal.moves) if best.proposal else 0
        print(
            f"best set, {objective}: {size} moves, {best.tried} sets "
            f"({'all' if best.exact else 'not all'}): {both - alone:.2f} s more"
        )


if __name__ == "__main__":
    main()
