"""The reference of the moves, made from the moves: what each is told, what it does and costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_type_hints

from carteblanche_journeys.diagnosis.prose import generic
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.publishing.field_types import said
from carteblanche_journeys.publishing.format_page import table
from carteblanche_journeys.redesigns import Move, all_moves, prose_of
from carteblanche_journeys.words import Words

#: Anchors of the format's page: a type that is explained there is linked there.
_HERE, _THERE = "](#", "](format.md#"


def moves_page(words: Words, moves: Iterable[Move] | None = None) -> str:
    """The page `reference/moves.md`: every move in canonical order, with its arguments.

    Parameters
    ----------
    words
        The language of the page; names of moves and arguments are never translated.
    moves
        Those to tell of; left out, all there are.
    """
    every = tuple(all_moves() if moves is None else moves)
    head = tuple(words(f"reference.move.{name}") for name in ("name", "called", "effect"))
    blocks = [
        f"# {words('reference.moves.title')}",
        words("reference.moves.intro"),
        table(head, (_row(one, words) for one in every)),
    ]
    for one in every:
        blocks += _section(one, words)
    return "\n\n".join(blocks) + "\n"


def _row(move: Move, words: Words) -> tuple[str, ...]:
    name = prose_of(move, words).name
    return (f"[`{move.name}`](#{move.name})", name, words(f"effect.{move.effect}"))


def _section(move: Move, words: Words) -> Iterator[str]:
    prose = prose_of(move, words)
    yield f"## {prose.name} {{#{move.name}}}"
    yield prose.does
    yield _example(move)
    yield _arguments(move, words)
    if move.assumes:
        yield _assumed(move, words)
    told = [
        (words("reference.move.worse"), " ".join(map(generic, prose.worse.values()))),
        (words("reference.move.watch"), generic(prose.watch)),
        (words("reference.move.undo"), generic(prose.undo)),
        (words("reference.move.sources"), words("explain.joined").join(move.source)),
    ]
    yield "\n".join(f"- **{label}** {text}" for label, text in told)


def _example(move: Move) -> str:
    """How a file writes it, with the arguments that it has to have."""
    needed = [
        f"{field.alias or name}: …"
        for name, field in move.arguments.model_fields.items()
        if field.is_required()
    ]
    return f"`- {{{', '.join([f'move: {move.name}', *needed])}}}`"


def _arguments(move: Move, words: Words) -> str:
    head = (words("reference.move.argument"), words("reference.takes"), words("reference.means"))
    return table(head, _rows(move.arguments, f"argument.{move.name}", words))


def _rows(kind: type[Value], prefix: str, words: Words) -> Iterator[tuple[str, ...]]:
    hints: dict[str, Any] = get_type_hints(kind, include_extras=True)
    for name, field in kind.model_fields.items():
        key = field.alias or name
        needed = f" ({words('reference.needed')})" if field.is_required() else ""
        takes = said(hints[name], words).replace(_HERE, _THERE)
        yield f"`{key}`{needed}", takes, words(f"{prefix}.{key}")


def _assumed(move: Move, words: Words) -> str:
    head = tuple(words(f"reference.move.{name}") for name in ("assumed", "value", "from"))
    rows = (
        (
            f"`{one.name}`",
            one.value or words("unknown"),
            f"{one.source} ({words(f'status.{one.status}')})",
        )
        for one in move.assumes
    )
    return table(head, rows)
