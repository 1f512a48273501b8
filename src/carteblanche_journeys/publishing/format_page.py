"""The reference of the file format, made from the model: no field is described twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_type_hints

from carteblanche_journeys import model
from carteblanche_journeys.model.atlas import Head, Trait
from carteblanche_journeys.model.edits import StepChanges
from carteblanche_journeys.model.quantities import Quantity, WaitQuantity
from carteblanche_journeys.model.values import Thing, Value
from carteblanche_journeys.publishing.field_types import anchor, kinds_in, said
from carteblanche_journeys.reading.kinds import kinds
from carteblanche_journeys.words import Words

#: Files that stand in folders of their own; the others are named for their kind.
_FOLDERS = {"territory": "territories/*.yml", "journey": "*/*.yml"}

#: The fields that a first atlas needs; all others are looked up when a fact demands them.
CORE: dict[type[Value], tuple[str, ...]] = {
    Head: ("title", "language", "territory"),
    model.Organisation: ("name", "kind"),
    model.Actor: ("name", "kind"),
    model.Counter: ("name", "owner", "channels"),
    model.Evidence: ("name", "issuer"),
    model.Fact: ("label",),
    model.Scheme: ("name", "purpose"),
    model.Persona: ("name", "portrait", "needs"),
    model.Source: ("title",),
    model.Territory: ("communes",),
    model.Journey: ("title", "steps"),
    model.Step: ("title", "at", "asks", "yields", "next", "wait", "effort", "stage"),
    model.Way: ("counter", "channel"),
    model.Ask: ("piece", "any_of"),
    model.Link: ("to",),
}

#: Kinds whose whole table stands elsewhere on the page, or in quantities.md.
_APART = frozenset({Thing, StepChanges, Quantity, *Quantity.__subclasses__()})


def files() -> dict[str, type[Value]]:
    """The files of an atlas, in the order one meets them, and the kind of thing each holds.

    >>> files()["counters.yml"].__name__
    'Counter'
    """
    return {
        _FOLDERS.get(name, f"{name}.yml"): kinds_in(kind.holds)[0] for name, kind in kinds().items()
    }


def format_page(words: Words) -> str:
    """The page `reference/format.md`: each file, its core fields, then the detail.

    Parameters
    ----------
    words
        The language of the page; names of files, fields and values are never translated.

    Returns
    -------
    str
        Markdown, with an anchor for each kind of value (`#step`).
    """
    blocks = [f"# {words('reference.format.title')}", words("reference.format.intro")]
    blocks.append(_files(words))
    blocks += _section(2, Thing, words)
    for top in files().values():
        blocks += _section(2, top, words)
        for kind in _inside(top):
            blocks += _section(3, kind, words)
    blocks += _quantities(words)
    return "\n\n".join(blocks) + "\n"


def _files(words: Words) -> str:
    head = (words("reference.file"), words("reference.holds"))
    return table(
        head,
        ((f"`{name}`", f"[{_name(top, words)}](#{anchor(top)})") for name, top in files().items()),
    )


def _name(kind: type[Value], words: Words) -> str:
    return words(f"thing.{kind.__name__}")


def _section(level: int, kind: type[Value], words: Words) -> list[str]:
    """A heading, the core fields, then the others."""
    name = _name(kind, words)
    blocks = [f"{'#' * level} {name[:1].upper()}{name[1:]} {{#{anchor(kind)}}}"]
    if words.has(f"reference.about.{kind.__name__}"):
        blocks.append(words(f"reference.about.{kind.__name__}"))
    core = CORE.get(kind, ())
    others = [key for key in _own(kind) if key not in core]
    if core:
        blocks.append(_fields(kind, core, words))
    if core and others:
        blocks.append(words("reference.detail"))
    if others:
        blocks.append(_fields(kind, others, words))
    return blocks


def _own(kind: type[Value]) -> dict[str, Any]:
    """The fields of a kind by the key that files use, without those that every thing has."""
    hints = get_type_hints(kind, include_extras=True)
    shared = set(Thing.model_fields) if kind is not Thing else set()
    return {
        field.alias or name: hints[name]
        for name, field in kind.model_fields.items()
        if name not in shared and not field.exclude
    }


def _fields(kind: type[Value], keys: Iterable[str], words: Words) -> str:
    head = (words("reference.field"), words("reference.takes"), words("reference.means"))
    own, needed = _own(kind), _needed(kind)
    rows = (
        (
            f"`{key}`" + (f" ({words('reference.needed')})" if key in needed else ""),
            said(own[key], words),
            words(f"field.{_home(kind, key)}.{key}"),
        )
        for key in keys
    )
    return table(head, rows)


def _needed(kind: type[Value]) -> set[str]:
    fields = kind.model_fields.items()
    return {field.alias or name for name, field in fields if field.is_required()}


def _home(kind: type[Value], key: str) -> str:
    """The class that describes a field: the kind itself, else the one it has it from."""
    for one in kind.__mro__:
        own = {key, f"{key}_"} & set(getattr(one, "__annotations__", {}))
        if own and issubclass(one, Value):
            return one.__name__
    raise KeyError(f"{kind.__name__} has no field {key}")


def _inside(top: type[Value]) -> Iterator[type[Value]]:
    """The kinds of value inside a file's kind, in reading order, each where it is first met."""
    seen = set(files().values()) | _APART
    if top is not Head:
        seen |= {Trait, *kinds_in(_own(Head)["rules"]), *kinds_in(_own(Head)["waivers"])}
    ahead = [top]
    while ahead:
        found = [k for hint in _own(ahead.pop(0)).values() for k in kinds_in(hint)]
        new = [kind for kind in dict.fromkeys(found) if kind not in seen]
        seen.update(new)
        ahead += new
        yield from new


def _quantities(words: Words) -> list[str]:
    blocks = [f"## {words('reference.quantities')} {{#quantities}}"]
    blocks.append(words("reference.about.quantities"))
    blocks.append(_fields(Quantity, ("value", "n"), words))
    blocks.append(words("reference.about.wait"))
    blocks.append(_fields(WaitQuantity, ("cause", "announced"), words))
    return blocks


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; a bar inside a cell is written so that it stays one.

    >>> print(table(["a", "b"], [["1", "x|y"]]))
    | a | b |
    | --- | --- |
    | 1 | x\\|y |
    """
    names = list(head)
    lines = [names, ["---"] * len(names), *(list(row) for row in rows)]
    return "\n".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines
    )
