"""The prose of a rule: templates in one language, from which findings and pages are told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields

from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.values import EMPTY

_SLOT = re.compile(r"\{(#?)(\w+)(?:\|([^{}|]*))?\}")
_CHOICE = re.compile(r"‹([^‹›|]*)\|([^‹›|]*)›")
_HEADING = re.compile(r"^# (\S+\.yml)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Prose:
    """What a rule says in one language.

    Each text may hold slots: `{name|words}` is the name of what the finding mentions, or the
    words where no finding is at hand (a rule's own page); `{#name|words}` is their number.
    Line breaks and indents of the source are no part of a text.

    Parameters
    ----------
    title
        The fault in one line.
    finds
        What the rule looks for; no slots.
    hurts
        Why it hurts a person.
    remedy
        What to do.
    against
        What speaks against it: a control, a right of appeal, a human contact may be wanted.
    forms
        Other wordings, by variant: the texts that differ.
    """

    title: str
    finds: str
    hurts: str
    remedy: str
    against: str
    forms: Mapping[str, Mapping[str, str]] = field(default=EMPTY)

    def __post_init__(self) -> None:
        for text in fields(self)[:5]:
            object.__setattr__(self, text.name, _one_line(getattr(self, text.name)))
        forms = {name: FrozenMap(form) for name, form in self.forms.items()}
        object.__setattr__(self, "forms", FrozenMap(forms))

    def form(self, variant: str) -> Prose:
        """The prose of one variant; the plain one where it has no wording of its own."""
        told = {name.name: getattr(self, name.name) for name in fields(self)[:5]}
        return Prose(**{**told, **self.forms.get(variant, {})})


def _one_line(text: str) -> str:
    # Not str.split(): it would take the no-break spaces of French for line breaks.
    return re.sub(r"[ \n]+", " ", text).strip()


def fill(template: str, say: Callable[[str, bool], str | None]) -> str:
    """A template with each slot filled by `say(name, counted)`; None leaves its own words.

    >>> fill("De {before|l'un} à {after|l'autre}", lambda name, counted: name.upper())
    'De BEFORE à AFTER'
    """

    def filled(slot: re.Match[str]) -> str:
        said = say(slot[2], bool(slot[1]))
        return slot[3] or "…" if said is None else said

    return _SLOT.sub(filled, template)


def generic(template: str) -> str:
    """A template as it reads where no finding is at hand.

    >>> generic("De {before|l'un} à {after|l'autre}")
    "De l'un à l'autre"
    """
    return _SLOT.sub(lambda slot: slot[3] or "…", template)


def slots(template: str) -> frozenset[str]:
    """The names of the slots of a template, those of numbers with their `#`.

    >>> sorted(slots("{#counters|Des} guichets pour {purpose|un but}"))
    ['#counters', 'purpose']
    """
    return frozenset(slot[1] + slot[2] for slot in _SLOT.finditer(template))


def example_in(text: str, lang: str) -> str:
    """An example in one language: of each `‹French|English›` the half that is asked for.

    >>> example_in("title: ‹J'ai un enfant|I have a child›", "fr")
    "title: J'ai un enfant\\n"
    """
    return _CHOICE.sub(r"\1" if lang == "fr" else r"\2", text).strip("\n") + "\n"


def example_files(text: str) -> dict[str, str]:
    """The files of an example, by path: each begins with its name on a line of its own.

    >>> example_files("# atlas.yml\\ntitle: École\\n# moment/as-is.yml\\ntitle: Inscrire\\n")
    {'atlas.yml': 'title: École\\n', 'moment/as-is.yml': 'title: Inscrire\\n'}
    """
    _, *parts = _HEADING.split(text)
    return {path: body.lstrip("\n") for path, body in zip(parts[::2], parts[1::2], strict=True)}
