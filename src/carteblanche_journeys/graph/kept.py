"""What is asked of one life again and again: worked out once, kept as long as the life is."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from carteblanche_journeys.graph.lived import Lived

Answer = TypeVar("Answer")


def kept(question: Callable[[Lived], Answer]) -> Callable[[Lived], Answer]:
    """The same question, whose answer for a life is worked out only once.

    For pure questions alone, with answers that nobody changes and that do not hold the life
    itself: a life is frozen, and its answers go when it goes.
    """
    answers: WeakKeyDictionary[Lived, Answer] = WeakKeyDictionary()

    @wraps(question)
    def answer(lived: Lived) -> Answer:
        if lived not in answers:
            answers[lived] = question(lived)
        return answers[lived]

    return answer
