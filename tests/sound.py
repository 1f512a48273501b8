"""Invented journeys that can be walked: rows, choices, strands, loops, none of them broken.

Ids are made of letters alone, so that an id with a number in it was made by counting.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from string import ascii_lowercase
from typing import Any

from hypothesis import strategies as st

from carteblanche_journeys.model import Atlas, Journey

ORGANISATIONS = ("mairie", "caf", "cpam")
COUNTERS = ("accueil", "service", "plateforme", "maison")
SCHEMES = ("aide", "prime", "carte")
COMMUNES = ("bourg", "ville", "hameau")
FACTS = ("nom", "revenu", "adresse", "recit")
#: Pieces that people have, and one that the first step of each journey gives.
HELD = ("avis", "bail", "formulaire", "imprime")
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


@st.composite
def sound_atlases(draw: st.DrawFn, most_blocks: int = 4) -> Atlas:
    """A small atlas with one journey that everybody can walk, for two personas."""
    counters = {name: draw(_counter()) for name in COUNTERS}
    steps = _Weaving(draw).journey(most_blocks)
    personas = {"zoe": _persona(draw, "Zoé"), "ali": _persona(draw, "Ali")}
    journey = Journey(
        title="Je demande de l'aide", id="essai/as-is", steps=steps, personas=list(personas)
    )
    return Atlas(**ATLAS, counters=counters, personas=personas, journeys={"essai/as-is": journey})


@st.composite
def _counter(draw: st.DrawFn) -> dict[str, Any]:
    counter: dict[str, Any] = {
        "name": "Guichet",
        "owner": draw(st.sampled_from(ORGANISATIONS)),
        "channels": draw(st.sampled_from(
            [["on-site"], ["on-site", "phone"], ["phone", "post"], ["post", "online"], []]
        )),
        "competence": draw(st.dictionaries(
            st.sampled_from(SCHEMES), st.sampled_from(["informs", "receives", "decides"]),
            max_size=2,
        )),
    }  # fmt: skip
    if "on-site" in counter["channels"] and draw(st.booleans()):
        every = draw(st.sampled_from([{}, {"opening": {"every": "14 d"}}]))
        counter["places"] = [{"commune": draw(st.sampled_from(COMMUNES)), **every}]
    if draw(st.integers(0, 3)) == 0:
        operator = {"organisation": draw(st.sampled_from(ORGANISATIONS)), "answer_within": "4 d"}
        counter["operators"] = [operator]
    return counter


def _persona(draw: st.DrawFn, name: str) -> dict[str, Any]:
    person = {
        "commune": draw(st.sampled_from(COMMUNES)),
        "car": draw(st.sampled_from(["own", "none"])),
        "online": draw(st.integers(0, 3)),
    }
    needs = draw(st.lists(st.sampled_from(SCHEMES), unique=True, max_size=2))
    traits = draw(st.sampled_from([{}, {"seul": True}, {"seul": False}, {"revenu": 800}]))
    return {"name": name, "people": [person], "needs": needs, "traits": traits}


class _Weaving:
    """A journey woven from its end: each block is told what follows it, and says how it begins."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._steps: dict[str, dict[str, Any]] = {}
        self._names = _names()

    def journey(self, most: int) -> dict[str, dict[str, Any]]:
        """All steps, the first one first and the last one last."""
        end = self._new(kind="outcome", result="granted", scheme=["aide"])
        head = self._row(self._draw(st.integers(1, most)), end, deep=2)
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
        refused = self._new(kind="outcome", result="refused", scheme=["aide"], reason=True)
        branches = [self._row(self._draw(st.integers(1, 2)), follow, deep), follow]
        if self._draw(st.booleans()):
            branches.append(refused)
        else:
            del self._steps[refused]
        shares: list[Any] = [0.5, *[0.5 / (len(branches) - 1)] * (len(branches) - 1)]
        if self._draw(st.integers(0, 3)) == 0:
            shares = [None] * len(branches)
        out = [
            {"to": to, **({} if share is None else {"share": share})}
            for to, share in zip(branches, shares, strict=True)
        ]
        return self._new(kind="choice", next=out)

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
        draw = self._draw
        said: dict[str, Any] = {
            "asks": draw(st.lists(st.sampled_from([*HELD, GIVEN]), unique=True, max_size=2)),
            "yields": draw(st.lists(st.sampled_from(EXAMINED), max_size=1)),
            "tells": draw(st.lists(st.sampled_from(FACTS), unique=True, max_size=2)),
        }
        if draw(st.integers(0, 3)):
            said["at"] = draw(st.sampled_from(COUNTERS))
        said |= draw(_MORE)
        return said


PLAIN = ("step", "event")


def _names() -> Iterator[str]:
    """Words of letters alone: `bab`, `bac`…"""
    for letters in product("bcdfgmnp", "aeiou", ascii_lowercase):
        yield "".join(letters)


_HOW = st.fixed_dictionaries(
    {},
    optional={
        "carried": st.sampled_from(["person", "organisation", "none"]),
        "because": st.sampled_from(["habit", "law", "preference"]),
        "acknowledged": st.booleans(),
    },
)
_MORE = st.fixed_dictionaries(
    {},
    optional={
        "wait": st.sampled_from(["3 d", {"value": "60 d", "announced": False},
                                 {"value": "2..4 wk", "cause": "committee"}]),
        "schemes": st.lists(st.sampled_from(SCHEMES), unique=True, max_size=2),
        "presence": st.sampled_from([["deposit"], ["assessment"], ["identity"]]),
        "resolves": st.sampled_from([0.3, 0.8]),
        "visit": st.just("matin"),
        "law": st.just("Loi 1, article 3"),
        "deadlines": st.just([{"within": "5 d", "binds": "person", "if_missed": "Perdu"}]),
        "actor": st.sampled_from(["fille", "referente"]),
        "when": st.just({"seul": True}),
    },
)  # fmt: skip
