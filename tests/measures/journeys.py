"""Invented journeys to be walked: built of blocks, or of links thrown at random."""

from __future__ import annotations

from random import Random
from typing import Any

from carteblanche_journeys.model import Atlas, Journey

ATLAS = Atlas(
    organisations={"caf": {"name": "Caf"}},
    counters={
        "en-ligne": {"name": "En ligne", "owner": "caf", "channels": ["online"]},
        "accueil": {"name": "Accueil", "owner": "caf", "channels": ["on-site"]},
        "guichet": {"name": "Guichet", "owner": "caf", "channels": ["on-site"]},
    },
    traits={"t": {"type": "bool"}, "u": {"type": "bool"}},
)
#: What personas may say of themselves; silent on what is not there.
TRAITS = ({}, {"t": True}, {"t": False, "u": True}, {"u": False})
CONDITIONS = ({"t": True}, {"t": False}, {"u": True}, {"u": False})


def journey_of(steps: dict[str, dict[str, Any]]) -> Journey:
    """The journey of these steps."""
    titled = {name: {"title": name, **step} for name, step in steps.items()}
    return Journey(id="essai/as-is", title="Essai", steps=titled)


class Blocks:
    """Journeys made of blocks put into one another: each leads on from its first step."""

    def __init__(self, seed: int, *, most: int = 14, plain: bool = False) -> None:
        self.random = Random(seed)
        self.left = most
        self.plain = plain
        self.steps: dict[str, dict[str, Any]] = {}

    def journey(self) -> Journey:
        """A whole journey, which ends with an outcome."""
        self._block("fin", 0)
        self.steps["fin"] = {"kind": "outcome", "result": "done"}
        return journey_of(self.steps)

    def _new(self, **step: Any) -> str:
        name = f"s{len(self.steps)}"
        self.steps[name] = step
        self.left -= 1
        if self.random.random() < 0.5 and step.get("kind", "action") == "action":
            step["wait"] = self.random.choice(["3 d", "2..4..9 d", "1..2..12 d"])
        return name

    def _block(self, after: str, depth: int) -> str:
        """A block that leads to `after`; the name of its first step."""
        kinds = [self._step, self._row, self._choice, self._strands, self._loop]
        if not self.plain:
            kinds += [self._early, self._side]
        if self.left <= 0 or depth > 3:
            return self._step(after, depth)
        return self.random.choice(kinds)(after, depth)

    def _step(self, after: str, depth: int) -> str:
        step: dict[str, Any] = {"next": [after]}
        if not self.plain and self.random.random() < 0.2:
            step["share"] = 0.4
        return self._new(**step)

    def _row(self, after: str, depth: int) -> str:
        # The first step of the first block has to come first in the file.
        first = self._new(next=["?"])
        second = self._block(after, depth + 1)
        self.steps[first]["next"] = [second]
        return first

    def _choice(self, after: str, depth: int) -> str:
        name = self._new(kind="choice", next=["?"])
        many = self.random.choice([2, 2, 3])
        targets = [self._block(after, depth + 1) for _ in range(many)]
        self.steps[name]["next"] = self._branches(targets)
        return name

    def _branches(self, targets: list[str]) -> list[dict[str, Any]]:
        shares: list[float | None] = list(self.random.choice(SHARES[len(targets)]))
        found = [
            {"to": to} if share is None else {"to": to, "share": share}
            for to, share in zip(targets, shares, strict=True)
        ]
        if not self.plain and self.random.random() < 0.4:
            self.random.choice(found[:-1])["when"] = self.random.choice(CONDITIONS)
        return found

    def _strands(self, after: str, depth: int) -> str:
        name = self._new(next=["?"])
        join = self._new(next=[after], join=self.random.choice(["any", "all"]))
        many = self.random.choice([2, 2, 3])
        out = [{"to": self._block(join, depth + 1)} for _ in range(many)]
        for link in out[1:]:
            if not self.plain and self.random.random() < 0.4:
                link.update(self.random.choice([{"share": 0.3}, {"when": {"t": True}}]))  # type: ignore[arg-type]
        self.steps[name]["next"] = out
        return name

    def _loop(self, after: str, depth: int) -> str:
        name = self._new(next=["?"])
        again = self._new(kind="choice", next=["?"])
        self.steps[name]["next"] = [self._block(again, depth + 1)]
        back = {"to": name, "back": True, "share": self.random.choice([0.1, 0.3, 0.5])}
        self.steps[again]["next"] = [back, {"to": after}]
        return name

    def _early(self, after: str, depth: int) -> str:
        """Some are refused here, and go no further."""
        name = self._new(kind="choice", next=["?"])
        end = self._new(kind="outcome", result="refused")
        on = self._block(after, depth + 1)
        self.steps[name]["next"] = [{"to": end, "share": 0.25}, {"to": on}]
        return name

    def _side(self, after: str, depth: int) -> str:
        """A notice goes out beside."""
        name = self._new(kind=self.random.choice(["action", "choice"]), next=["?"])
        notice = self._new(ends=True)
        on = self._block(after, depth + 1)
        link: dict[str, Any] = {"to": notice}
        if self.steps[name]["kind"] == "choice":
            link["always"] = True
        self.steps[name]["next"] = [{"to": on}, link]
        return name


SHARES: dict[int, tuple[tuple[float | None, ...], ...]] = {
    1: ((None,), (1.0,)),
    2: ((0.3, 0.7), (0.2, None), (None, None)),
    3: ((0.2, 0.3, 0.5), (None, 0.1, 0.6), (None, None, None)),
    4: ((0.1, 0.2, 0.3, 0.4), (None, 0.2, 0.2, 0.2)),
}


def thrown(seed: int, steps: int = 10) -> Journey:
    """A journey whose links are thrown at random, forward ones down the file."""
    random = Random(seed)
    names = [f"s{n}" for n in range(steps)]
    made: dict[str, dict[str, Any]] = {}
    for at, name in enumerate(names):
        made[name] = _thrown_step(random, name, names, at)
    return journey_of(made)


def _thrown_step(random: Random, name: str, names: list[str], at: int) -> dict[str, Any]:
    below = names[at + 1 : at + 5]
    if not below or (at > 3 and random.random() < 0.1):
        return {"kind": "outcome", "result": "done", "wait": "2 d"}
    kind = random.choice(["action", "action", "choice"])
    targets = random.sample(below, min(len(below), random.choice([1, 1, 2, 2, 3])))
    targets += [below[0]] if below[0] not in targets and random.random() < 0.5 else []
    if kind == "action":
        return _thrown_action(random, targets)
    back = random.choice(names[: at + 1]) if random.random() < 0.3 else None
    following = _thrown_branches(random, targets, back)
    if random.random() < 0.2:
        following.append({"to": random.choice(below), "always": True})
    return {"kind": "choice", "next": following}


def _thrown_branches(random: Random, targets: list[str], back: str | None) -> list[dict[str, Any]]:
    shares = random.choice(SHARES[len(targets)])
    factor = 0.7 if back else 1.0
    found: list[dict[str, Any]] = [
        {"to": to} if share is None else {"to": to, "share": round(share * factor, 6)}
        for to, share in zip(targets, shares, strict=True)
    ]
    if back:
        silent = [link for link in found if "share" not in link]
        found = [link for link in found if link not in silent[1:]]
        return [*found, {"to": back, "back": True, "share": 0.3}]
    if random.random() < 0.3:
        found[0]["when"] = random.choice(CONDITIONS)
    return found


def _thrown_action(random: Random, targets: list[str]) -> dict[str, Any]:
    step: dict[str, Any] = {"wait": random.choice(["1 d", "2..5..9 d"])}
    step["join"] = random.choice(["any", "any", "all"])
    step["next"] = [{"to": to} for to in targets]
    for link in step["next"]:
        if random.random() < 0.2:
            link.update(random.choice([{"share": 0.4}, {"when": random.choice(CONDITIONS)}]))
    if random.random() < 0.15:
        step.update(random.choice([{"share": 0.5}, {"when": random.choice(CONDITIONS)}]))
    if random.random() < 0.1:
        step["ways"] = random.choice(WAYS)
    return step


WAYS: tuple[list[dict[str, Any]], ...] = (
    [{"counter": "en-ligne"}],
    [{"counter": "en-ligne"}, {"counter": "accueil"}],
    [{"counter": "accueil", "share": 0.6}, {"counter": "guichet", "share": 0.4}],
)
