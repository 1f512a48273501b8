"""Invented journeys that can be walked: rows, choices, strands, loops, none of them broken.

Ids are made of letters alone, so that an id with a number in it was made by counting.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from random import Random
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st

from carteblanche_journeys.model import Atlas, Journey

NAME = "essai/as-is"
ORGANISATIONS = ("mairie", "caf", "cpam")
COUNTERS = ("accueil", "service", "plateforme", "maison")
SCHEMES = ("aide", "prime", "carte")
COMMUNES = ("bourg", "ville", "hameau")
#: The piece that the first step of each journey gives.
GIVEN = "recepisse"
EXAMINED = ("evaluation", "expertise")

ATLAS: dict[str, Any] = {
    "title": "Essai",
    "language": "fr",
    "territory": "pays",
    "traits": {"seul": {"type": "bool", "label": "Vit seul"}},
    "purposes": {"aider": "Aider"},
    "organisations": {
        "mairie": {"name": "Mairie", "kind": "local", "many": True},
        "caf": {"name": "Caf", "kind": "social-security"},
        "cpam": {"name": "CPAM", "kind": "social-security"},
    },
    "actors": {
        "referente": {"name": "Référente", "kind": "agent", "organisation": "caf"},
        "fille": {"name": "Fille", "kind": "relative"},
    },
    "facts": {
        "nom": {"label": "Nom", "type": "name", "known_to_person": True},
        "revenu": {"label": "Revenu", "type": "money", "known_to_person": True},
        "adresse": {"label": "Adresse", "type": "address", "known_to_person": True},
        "recit": {"label": "Histoire", "type": "story"},
    },
    "schemes": {
        "aide": {
            "name": "Aide", "purpose": "aider", "eligibility": {"revenu": {"max": 900}},
            "reads": {"identity": ["nom"], "eligibility": ["revenu"], "amount": [],
                      "payment": [], "contact": []},
        },
        "prime": {"name": "Prime", "purpose": "aider", "eligibility": {"revenu": {"min": 900}}},
        "carte": {"name": "Carte", "law": "Loi 1, article 2"},
    },
    "evidence": {
        "avis": {"name": "Avis d'impôt", "kind": "notice", "issuer": "caf", "facts": ["revenu"],
                 "obtain": {"effort": "20 min"}},
        "bail": {"name": "Bail", "kind": "proof", "facts": ["adresse"]},
        "formulaire": {"name": "Formulaire", "kind": "form", "issuer": "caf",
                       "facts": ["nom", "revenu", "adresse"]},
        "imprime": {"name": "Imprimé", "kind": "form", "issuer": "cpam",
                    "facts": ["nom", "revenu"]},
        "recepisse": {"name": "Récépissé", "kind": "receipt", "issuer": "mairie", "facts": ["nom"]},
        "evaluation": {"name": "Évaluation", "kind": "assessment", "subject": "autonomie",
                       "about": "person", "issuer": "caf"},
        "expertise": {"name": "Expertise", "kind": "assessment", "subject": "autonomie",
                      "about": "person", "issuer": "cpam"},
    },
    "territories": {
        "pays": {
            "communes": {name: {"name": name.title()} for name in COMMUNES},
            "times": [{"from": one, "to": other, "mode": mode, "minutes": minutes}
                      for (one, other), minutes in zip((("bourg", "ville"), ("hameau", "ville"),
                                                        ("hameau", "bourg")), (15, 40, 30),
                                                       strict=True)
                      for mode in ("car", "bus")],
        }
    },
}  # fmt: skip


class Invented:
    """An invented atlas with one journey, which shows itself in few lines."""

    def __init__(self, atlas: Atlas) -> None:
        self.atlas = atlas

    @property
    def journey(self) -> Journey:
        """The journey."""
        return self.atlas[NAME]

    def __repr__(self) -> str:
        steps = self.journey.model_dump(mode="json", exclude_defaults=True)["steps"]
        rest = self.atlas.model_dump(
            mode="json", exclude_defaults=True, include={"counters", "personas"}
        )
        return json.dumps({"steps": steps, **rest}, ensure_ascii=False)


@st.composite
def inventions(draw: st.DrawFn) -> Invented:
    """A small atlas with one journey that everybody can walk, for two personas."""
    counters = dict(zip(COUNTERS, draw(_COUNTERS), strict=True))
    steps = _Weaving(draw).journey()
    personas = dict(zip(("zoe", "ali"), draw(_PERSONAS), strict=True))
    journey = Journey(title="Je demande de l'aide", id=NAME, steps=steps, personas=list(personas))
    atlas = Atlas(**ATLAS, counters=counters, personas=personas, journeys={NAME: journey})
    return Invented(atlas)


class _Weaving:
    """A journey woven from its end: each block is told what follows it, and says how it begins."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._steps: dict[str, dict[str, Any]] = {}
        self._names = _names()

    def journey(self) -> dict[str, dict[str, Any]]:
        """All steps, the first one first and the last one last."""
        end = self._new(kind="outcome", result="granted", scheme=["aide"])
        head = self._row(self._draw(st.sampled_from([1, 3, 5])), end, deep=2)
        start = self._step(head)
        self._steps[start]["yields"] = [GIVEN]
        self._steps[start]["asks"] = []
        order = [start, *reversed([name for name in self._steps if name != start])]
        return {name: self._steps[name] for name in order}

    def _row(self, length: int, follow: str, deep: int) -> str:
        for _ in range(length):
            kinds = ["step", "step", "step", "choice", "strands", "loop", "event"]
            kind = self._draw(st.sampled_from(kinds if deep else ["step"]))
            follow = getattr(self, f"_{kind}")(follow, *([] if kind in PLAIN else [deep - 1]))
        return follow

    def _new(self, **fields: Any) -> str:
        name = next(self._names)
        self._steps[name] = {"title": f"Étape {name}", **fields}
        return name

    def _step(self, follow: str) -> str:
        return self._new(**self._content(), next=[{"to": follow, **self._draw(_HOW)}])

    def _event(self, follow: str) -> str:
        return self._step(self._new(kind="event", next=[follow]))

    def _choice(self, follow: str, deep: int) -> str:
        branches = [self._row(self._draw(st.integers(1, 2)), follow, deep), follow]
        if self._draw(st.booleans()):
            branches.append(self._refused())
        shares: list[Any] = [0.5, *[0.5 / (len(branches) - 1)] * (len(branches) - 1)]
        if self._draw(st.integers(0, 3)) == 0:
            shares = [None] * len(branches)
        out = [
            {"to": to, **({} if share is None else {"share": share})}
            for to, share in zip(branches, shares, strict=True)
        ]
        return self._new(kind="choice", next=out)

    def _refused(self) -> str:
        appeal = self._new(title="Faire un recours", ends=True, next=[])
        refused = {"kind": "outcome", "result": "refused", "scheme": ["aide"], "reason": True}
        return self._new(**refused, appeal=appeal, next=[appeal])

    def _strands(self, follow: str, deep: int) -> str:
        meets = self._new(
            **self._content(), join=self._draw(st.sampled_from(["any", "all"])), next=[follow]
        )
        heads = [self._row(1, meets, deep if n else 0) for n in range(2)]
        if self._draw(st.booleans()):
            heads.append(self._new(title="Prévenir", ends=True))
        return self._new(**self._content(), next=heads)

    def _loop(self, follow: str, deep: int) -> str:
        check = self._new(kind="choice")
        head = self._step(check)
        back = {"to": head, "back": True, "because": "evidence", "share": 0.2}
        self._steps[check]["next"] = [back, {"to": follow, "share": 0.8}]
        return head

    def _content(self) -> dict[str, Any]:
        return dict(self._draw(_CONTENTS))


PLAIN = ("step", "event")


def _names() -> Iterator[str]:
    """Words of letters alone: `bab`, `bac`…"""
    for letters in product("bcdfgmnp", "aeiou", ascii_lowercase):
        yield "".join(letters)


def _some(seed: int, count: int, make: Callable[[Random], Any]) -> st.SearchStrategy[Any]:
    """One of so many things, made once and for all: to draw each field anew is ten times slower."""
    chance = Random(seed)
    return st.sampled_from([make(chance) for _ in range(count)])


def _maybe(chance: Random, odds: float, **fields: Sequence[Any]) -> dict[str, Any]:
    """Some of these fields, each with one of its values."""
    return {
        name: chance.choice(values) for name, values in fields.items() if chance.random() < odds
    }


def _content(chance: Random) -> dict[str, Any]:
    """What a step says beside its title and its links."""
    said = _maybe(
        chance,
        0.4,
        asks=[["avis"], ["bail"], ["formulaire"], [GIVEN], ["avis", GIVEN], ["imprime", "avis"]],
        yields=[[one] for one in EXAMINED],
        tells=[["nom"], ["recit"], ["revenu", "recit"]],
        wait=["3 d", {"value": "60 d", "announced": False},
              {"value": "2..4 wk", "cause": "committee"}],
        schemes=[[], ["aide"], ["prime"], ["carte"], ["aide", "carte"]],
        presence=[["deposit"], ["assessment"], ["identity"]],
        resolves=[0.3, 0.8],
        visit=["matin"],
    )  # fmt: skip
    said |= _maybe(
        chance,
        0.12,
        law=["Loi 1, article 3"],
        deadlines=[[{"within": "5 d", "binds": "person", "if_missed": "Perdu"}]],
        actor=["fille", "referente"],
        when=[{"seul": True}],
    )
    said |= _maybe(chance, 0.8, at=COUNTERS)
    return said | (_filing(chance) if chance.random() < 0.3 else {})


def _filing(chance: Random) -> dict[str, Any]:
    """Of a step at which a request is handed in, on a form."""
    return {
        "at": chance.choice(COUNTERS),
        "schemes": chance.choice([["aide"], ["prime"]]),
        "asks": chance.choice([["formulaire"], ["imprime"], ["formulaire", "avis"]]),
    }


def _how(chance: Random) -> dict[str, Any]:
    """What a link says beside where it leads."""
    carried = chance.choice(["person", "person", "person", "organisation", "none"])
    why = _maybe(chance, 0.3, because=["habit", "law", "preference"], acknowledged=[True, False])
    return {"carried": carried, **why}


def _counter(chance: Random) -> dict[str, Any]:
    channels = [["on-site"], ["on-site", "phone"], ["phone", "post"], ["post", "online"], []]
    counter: dict[str, Any] = {
        "name": "Guichet",
        "owner": chance.choice(ORGANISATIONS),
        "channels": chance.choice(channels),
        "competence": _maybe(
            chance, 0.5, **dict.fromkeys(SCHEMES, ("informs", "receives", "decides"))
        ),
    }
    if "on-site" in counter["channels"] and chance.random() < 0.6:
        rarely = _maybe(chance, 0.3, opening=[{"every": "14 d"}])
        counter["places"] = [{"commune": chance.choice(COMMUNES), **rarely}]
    if chance.random() < 0.3:
        operator = {"organisation": chance.choice(ORGANISATIONS), "answer_within": "4 d"}
        counter["operators"] = [operator]
    return counter


def _persona(chance: Random) -> dict[str, Any]:
    person = {
        "commune": chance.choice(COMMUNES),
        "car": chance.choice(["own", "none"]),
        "online": chance.randrange(4),
    }
    needs = chance.sample(SCHEMES, chance.randrange(3))
    traits = chance.choice([{}, {"seul": True}, {"seul": False}, {"revenu": 800}])
    return {"name": "Zoé", "people": [person], "needs": needs, "traits": traits}


_CONTENTS = _some(1, 240, _content)
_HOW = _some(2, 40, _how)
_COUNTERS = _some(3, 60, lambda chance: [_counter(chance) for _ in COUNTERS])
_PERSONAS = _some(4, 40, lambda chance: [_persona(chance) for _ in range(2)])
