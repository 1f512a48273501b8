"""Journeys grown at random from sequences, choices, strands and loops: sound by construction."""

from __future__ import annotations

from random import Random
from typing import Any

from carteblanche_journeys.model import Journey

Steps = dict[str, dict[str, Any]]


class Grown:
    """One journey; the same seed grows the same."""

    def __init__(self, seed: int, depth: int = 3, uneven: bool = False) -> None:
        self._random = Random(seed)
        self._allows_uneven = uneven
        self._count = 0
        self.steps: Steps = {}
        entry = self._block(depth, "end")
        self.steps["end"] = {"title": "End", "kind": "outcome", "result": "granted"}
        # The first step of the file is where a journey starts.
        self.steps = {entry: self.steps.pop(entry), **self.steps}

    @property
    def journey(self) -> Journey:
        """The journey grown."""
        return Journey(title="Grown", id="grown/as-is", steps=self.steps)

    def _new(self, **said: Any) -> str:
        self._count += 1
        name = f"s{self._count}"
        self.steps[name] = {"title": name, **said}
        return name

    def _wait(self) -> str:
        low = self._random.randint(1, 20)
        if self._random.random() < 0.4:
            return f"{low} d"
        likely = low + self._random.randint(0, 20)
        return f"{low}..{likely}..{likely + self._random.randint(0, 40)} d"

    def _block(self, depth: int, following: str) -> str:
        if depth == 0:
            return self._new(wait=self._wait(), next=[following])
        kinds = ["sequence", "choice", "strands", "loop"] + ["uneven"] * self._allows_uneven
        kind = self._random.choice(kinds)
        return str(getattr(self, f"_{kind}")(depth - 1, following))

    def _sequence(self, depth: int, following: str) -> str:
        return self._block(depth, self._block(depth, following))

    def _choice(self, depth: int, following: str) -> str:
        meet = self._new(next=[following])
        cut = self._random.randint(10, 90)
        branches = [self._block(depth, meet) for _ in range(2)]
        shares = [f"{cut} %", f"{100 - cut} %"]
        links = [{"to": to, "share": share} for to, share in zip(branches, shares, strict=True)]
        return self._new(kind="choice", next=links)

    def _strands(self, depth: int, following: str) -> str:
        meet = self._new(next=[following])
        strands = [self._block(depth, meet) for _ in range(self._random.randint(2, 3))]
        return self._new(next=strands)

    def _loop(self, depth: int, following: str) -> str:
        share = f"{self._random.randint(5, 50)} %"
        out = self._new(kind="choice", next=[following])
        header = self._block(depth, out)
        self.steps[out]["next"] = [{"to": header, "back": True, "share": share}, following]
        return header

    def _uneven(self, depth: int, following: str) -> str:
        join = self._random.choice(["any", "all"])
        meet = self._new(next=[following], join=join)
        out = self._new(kind="outcome", result="refused")
        may = self._new(
            kind="choice",
            next=[
                {"to": self._block(depth, meet), "share": f"{self._random.randint(20, 80)} %"},
                {"to": out},
            ],
        )
        before = self._block(0, may)
        return self._new(next=[before, self._block(depth, meet)])
