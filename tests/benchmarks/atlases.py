"""What the benchmarks share: atlases of any size, and the peak of a process."""

from __future__ import annotations

import re
from pathlib import Path

#: Steps of one journey, unless a script asks for another length.
STEPS = 30
SHARED = {
    "atlas": "title: Banc d'essai\nlanguage: fr\n",
    "organisations": "".join(f"org-{n}: {{name: Organisme {n}}}\n" for n in range(10)),
    "counters": "".join(
        f"guichet-{n}: {{name: Guichet {n}, owner: org-{n % 10}, channels: [on-site, phone]}}\n"
        for n in range(20)
    ),
    "evidence": "".join(
        f"piece-{n}: {{name: Pièce {n}, issuer: org-{n % 10}}}\n" for n in range(40)
    ),
}


def step(number: int, steps: int) -> str:
    """A step as authors write them: a counter, two pieces, an effort, a wait, a link."""
    following = f"    next: [{{to: etape-{number + 1}, carried: person}}]\n"
    return (
        f"  etape-{number}:\n"
        f"    title: Déposer le dossier, étape {number}\n"
        f"    stage: {'debut' if number < steps // 2 else 'fin'}\n"
        f"    at: guichet-{number % 20}\n"
        f"    asks: [piece-{number % 40}, {{piece: piece-{(number * 7) % 40}, form: copy}}]\n"
        f"    effort: {10 + number % 30} min\n"
        f"    wait: {{value: 5..10 d, status: assumed, cause: processing}}\n"
        f"{following if number < steps - 1 else ''}"
    )


def journey(number: int, steps: int = STEPS) -> str:
    """The file of a journey: a chain of steps in two stages."""
    head = f"title: Démarche {number}\ndate: 2018-01\nstages: {{debut: Début, fin: Fin}}\n"
    return head + "steps:\n" + "".join(step(one, steps) for one in range(steps))


def winding_journey(steps: int) -> str:
    """The file of a journey as long ones are: stages of fifteen steps, choices, loops, proofs."""
    stages = ", ".join(f"stade-{n}: Stade {n}" for n in range(-(-steps // 15)))
    head = f"title: Long parcours\ndate: 2018-01\nstages: {{{stages}}}\nsteps:\n"
    return head + "".join(_winding_step(one, steps) for one in range(steps))


def _winding_step(number: int, steps: int) -> str:
    """A chain whose every fifth step forks over the next two, or leads back three."""
    ahead = f"{{to: etape-{number + 1}, carried: person}}"
    if number % 10 == 4 and number + 3 < steps:
        ahead = f"{{to: etape-{number + 1}, share: 70 %}}, {{to: etape-{number + 3}, share: 30 %}}"
    elif number % 10 == 9 and number + 1 < steps:
        ahead += f", {{to: etape-{number - 3}, back: true, label: Dossier incomplet}}"
    kind = "choice" if number % 5 == 4 else "action"
    following = f"    next: [{ahead}]\n" if number < steps - 1 else ""
    return (
        f"  etape-{number}:\n    title: Déposer le dossier, étape {number}\n    kind: {kind}\n"
        f"    stage: stade-{number // 15}\n    at: guichet-{number % 20}\n"
        f"    asks: [piece-{number % 40}, piece-{(number * 7) % 40}]\n"
        f"    yields: [piece-{(number + 11) % 40}]\n    wait: 1..{2 + number % 9} wk\n{following}"
    )


def write_shared(folder: Path) -> None:
    """Write the shared files of an atlas."""
    for name, text in SHARED.items():
        (folder / f"{name}.yml").write_text(text, "utf-8")


def write_winding(folder: Path, steps: int) -> None:
    """Write an atlas of one long journey."""
    write_shared(folder)
    (folder / "long").mkdir()
    (folder / "long" / "parcours.yml").write_text(winding_journey(steps), "utf-8")


def write_atlas(folder: Path, journeys: int, steps: int = STEPS) -> None:
    """Write an atlas: shared files, and journeys by ten in a life moment."""
    write_shared(folder)
    for number in range(journeys):
        moment = folder / f"moment-{number // 10}"
        moment.mkdir(exist_ok=True)
        (moment / f"parcours-{number % 10}.yml").write_text(journey(number, steps), "utf-8")


def write_wide(folder: Path, journeys: int, counters: int) -> None:
    """Write an atlas of many counters that serve the same needs, and journeys that meet them."""
    write_shared(folder)
    lines = [
        f"guichet-{n}: {{name: Guichet {n}, owner: org-{n % 10}, channels: [on-site, phone], "
        f"competence: {{aide-{n % 500}: {('informs', 'receives', 'decides')[n % 3]}}}}}\n"
        for n in range(counters)
    ]
    (folder / "counters.yml").write_text("".join(lines), "utf-8")
    (folder / "atlas.yml").write_text(
        SHARED["atlas"]
        + "purposes: {"
        + ", ".join(f"besoin-{n}: Besoin {n}" for n in range(50))
        + "}\n",
        "utf-8",
    )
    schemes = [
        f"aide-{n}: {{name: Aide {n}, purpose: besoin-{n % 50}, decided_by: [org-{n % 10}]}}\n"
        for n in range(500)
    ]
    (folder / "schemes.yml").write_text("".join(schemes), "utf-8")
    for number in range(journeys):
        moment = folder / f"moment-{number // 10}"
        moment.mkdir(exist_ok=True)
        text = journey(number)
        for at in range(20):
            text = text.replace(
                f"at: guichet-{at}\n", f"at: guichet-{(number * 25 + at) % counters}\n"
            )
        (moment / f"parcours-{number % 10}.yml").write_text(text, "utf-8")


def own_peak() -> float:
    """The peak of this process in MB; a child would inherit the peak that `getrusage` knows."""
    kept = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("utf-8"))
    return int(kept[1]) * 1024 / 1e6 if kept else float("nan")
