"""The one small family of exceptions of this library.

Everything a user can do wrong ends in one of these; anything else that is raised is a
fault of ours and is reported as such (exit code 101).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One mistake at one place of one file, with what was allowed and what to do.

    Parameters
    ----------
    file, line, column
        Where: a path relative to the atlas's folder (empty for journeys made in Python),
        and 1-based numbers; 0 where the file as a whole is meant.
    what
        What is wrong, as a sentence.
    allowed
        What was allowed there, or an empty string.
    advice
        What to do, with a "did you mean" where one is near, or an empty string.
    excerpt
        The offending line of the file, as written.

    >>> print(Fault("atlas.yml", 3, 1, "Clé inconnue « titel »", advice="Vouliez-vous « title » ?"))
    atlas.yml:3:1: Clé inconnue « titel »
      Vouliez-vous « title » ?
    """

    file: str
    line: int
    column: int
    what: str
    allowed: str = ""
    advice: str = ""
    excerpt: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        head = f"{place}: {self.what}" if place else self.what
        details = [self.excerpt and f"| {self.excerpt}", self.allowed, self.advice]
        return "\n  ".join([head, *(detail for detail in details if detail)])


class CarteblancheError(Exception):
    """Anything the user of this library can mend; its text says where, what and what to do."""


class UnreadableAtlas(CarteblancheError):
    """Raised when files cannot be read as an atlas; it holds every fault found in one run."""

    def __init__(self, faults: list[Fault] | tuple[Fault, ...]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnknownName(CarteblancheError):
    """Raised when a journey, persona, rule or view is asked for by a name that does not exist."""


class OutputRefused(CarteblancheError):
    """Raised before anything is written where writing would destroy or cannot be done."""


class EngineFailed(CarteblancheError):
    """Raised when a drawing engine or a site builder could not do its work."""
