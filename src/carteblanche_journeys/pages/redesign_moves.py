"""The moves of a redesign as pages tell them: what each would do, cost and need, in order."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from carteblanche_journeys.model import Journey
from carteblanche_journeys.pages.desk import Desk
from carteblanche_journeys.pages.pen import Pen, joined
from carteblanche_journeys.redesigns import (
    LEGAL_NEEDS,
    Chosen,
    Cost,
    LegalNeed,
    MoveTold,
    Worse,
    begin,
    chosen,
    make_one,
    tell_move,
)
from carteblanche_journeys.words import Words

#: How far a legal need is from being met: what is in force already comes last.
STATES = ("to-change", "to-ask", "to-sign", "in-force", "nothing")


@dataclass(frozen=True, eq=False)
class StagedMove:
    """One move of a redesign, with what it would cost at its turn."""

    chosen: Chosen
    told: MoveTold
    worse: tuple[Worse, ...]
    legal: tuple[LegalNeed, ...]
    cost: Cost

    @property
    def name(self) -> str:
        """The name by which a file calls the move."""
        return self.chosen.move.name


def staged_moves(desk: Desk, journey: Journey) -> tuple[StagedMove, ...]:
    """The moves of a redesign in order, each told for the journey as it finds it.

    `desk` is that of the whole atlas, and what is redesigned has to be in it.
    """
    start = desk.atlas.journeys.get(journey.redesigns or "")
    if start is None or not journey.moves:
        return ()
    return desk.memory.recall(
        ("moves", journey.id), (journey, start), lambda: _staged(desk, journey, start)
    )


def _staged(desk: Desk, journey: Journey, start: Journey) -> tuple[StagedMove, ...]:
    before, found = begin(start, desk.atlas), []
    for written in journey.moves:
        one = chosen(written)
        told = tell_move(one, before, desk.words)
        found.append(StagedMove(one, told, one.worse(before), one.legal(before), one.cost(before)))
        before = make_one(before, one)
    return tuple(found)


def move_link(pen: Pen, move: str, label: str) -> Markup:
    """A move, linked to its section on the page of moves."""
    return pen.link(label, "moves.md", f"#move-{move}")


def move_lines(pen: Pen, moves: tuple[StagedMove, ...]) -> list[Markup]:
    """What each move would do here, after its name."""
    return [
        Markup("**{}** {}").format(
            move_link(pen, one.name, one.told.name), pen.plain(f"{one.told.title}.")
        )
        for one in moves
    ]


def law_state(need: LegalNeed) -> str:
    """Whether a legal need is met already, or what is left to do: one of `STATES`.

    >>> law_state(LegalNeed("decree", ground="décret 2023-593", standing=True))
    'in-force'
    """
    if need.need == "nothing":
        return "nothing"
    if need.standing:
        return "in-force"
    if need.need == "prefect-derogation":
        return "to-ask"
    return "to-change" if need.need in ("decree", "law") else "to-sign"


def state_mark(need: LegalNeed, words: Words) -> Markup:
    """The state of a legal need, told by a sign, a word and the line around it."""
    state = law_state(need)
    return Markup('<span class="cb-state cb-state--{}">{}</span>').format(
        state, words(f"law.state.{state}")
    )


def need_said(pen: Pen, need: LegalNeed) -> Markup:
    """What is needed in law: its kind, who has to agree, in which text."""
    words = pen.words
    kind = words(f"legal.need.{need.need}")
    parts = [Markup("**{}**").format(pen.plain(kind[:1].upper() + kind[1:]))]
    if need.domain:
        parts.append(pen.plain(words(f"legal.domain.{need.domain}")))
    if need.bodies:
        parts.append(pen.each(need.bodies, "organisation"))
    if need.ground:
        parts.append(pen.plain(need.ground))
    return joined(parts, " · ")


def heaviest_need(needs: tuple[LegalNeed, ...]) -> LegalNeed | None:
    """Of several legal needs the one that is hardest to meet; None where nothing is told."""
    return max(needs, key=_weight, default=None)


def _weight(need: LegalNeed) -> tuple[int, int]:
    return (-STATES.index(law_state(need)), LEGAL_NEEDS.index(need.need))
