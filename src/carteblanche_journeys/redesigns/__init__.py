"""Redesigns: typed moves on a journey, what they give, and to whom."""

from carteblanche_journeys.redesigns.chosen import Chosen, chosen, make, make_one
from carteblanche_journeys.redesigns.consequences import (
    COST_CLASSES,
    DEROGATION_DOMAINS,
    LEGAL_NEEDS,
    Assumption,
    Cost,
    LegalNeed,
    Worse,
)
from carteblanche_journeys.redesigns.hindrance import DoesNotFit, Hindrance
from carteblanche_journeys.redesigns.move import (
    Diagnosed,
    Move,
    Suggestion,
    all_moves,
    move_named,
    move_names,
)
from carteblanche_journeys.redesigns.resolving import (
    Resolved,
    Trouble,
    redesigned,
    resolve,
)
from carteblanche_journeys.redesigns.taking_over import as_is_id
from carteblanche_journeys.redesigns.telling import (
    MoveTold,
    move_title,
    prose_of,
    say_cost,
    say_hindrance,
    say_legal,
    say_trouble,
    tell_move,
)
from carteblanche_journeys.redesigns.variant import Variant, begin

__all__ = [
    "COST_CLASSES",
    "DEROGATION_DOMAINS",
    "LEGAL_NEEDS",
    "Assumption",
    "Chosen",
    "Cost",
    "Diagnosed",
    "DoesNotFit",
    "Hindrance",
    "LegalNeed",
    "Move",
    "MoveTold",
    "Resolved",
    "Suggestion",
    "Trouble",
    "Variant",
    "Worse",
    "all_moves",
    "as_is_id",
    "begin",
    "chosen",
    "make",
    "make_one",
    "move_named",
    "move_names",
    "move_title",
    "prose_of",
    "redesigned",
    "resolve",
    "say_cost",
    "say_hindrance",
    "say_legal",
    "say_trouble",
    "tell_move",
]
