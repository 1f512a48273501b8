"""From plain values to values of the model, with every mistake of a file in one go.

What is wrong is said and set aside, and the rest is checked again: so one mistake does not
hide another, and what can be read of a broken file still answers for its references.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter, ValidationError

from carteblanche_journeys.model.shapes import Shape
from carteblanche_journeys.reading.builder import MERGE
from carteblanche_journeys.reading.mistakes import MOST_SAID, PLACEHOLDER, Path
from carteblanche_journeys.reading.slips import ABOUT_KEYS, BECAUSE_OF, Slip, Told, slip_of

#: How often what is left is checked again. Each round sets aside what was wrong in the one
#: before; mistakes hide at most a few levels of others.
ROUNDS = 8
_ON_KEY = "[key]"
#: Beyond, a file's mistakes are counted and no longer looked at one by one.
MOST_TOLD = 20_000


@dataclass(frozen=True, slots=True)
class Checked:
    """A value of the model (None where nothing could be saved) and what was wrong."""

    value: Any
    slips: tuple[Slip, ...]


def check(adapter: TypeAdapter[Any], shape: Shape, raw: Any, broken: Iterable[Path]) -> Checked:
    """Check plain values against the model.

    Parameters
    ----------
    adapter, shape
        Of the kind of file.
    raw
        What the file holds; it is changed where something is wrong with it.
    broken
        Paths about which something was said already.
    """
    slips: list[Slip] = []
    silent = set(broken)
    for _ in range(ROUNDS):
        try:
            return Checked(adapter.validate_python(raw), _without_echoes(slips))
        except ValidationError as error:
            if error.error_count() > MOST_TOLD:
                return Checked(None, (*slips, _too_many(error.error_count())))
            told = _told(error, raw)
        found = [slip_of(one, raw, shape) for one in told if not _follows(one, silent)]
        slips += [slip for slip in found if slip not in slips]
        silent.update(slip.path for slip in found)
        silent.update(one.path for one in told if one.path)
        saved = [_set_aside(raw, one) for one in told]
        if not all(saved):
            break
    return Checked(None, _without_echoes(slips))


def _too_many(count: int) -> Slip:
    return Slip((), "too-many-mistakes", {"most": MOST_TOLD, "found": count})


def _follows(told: Told, said: set[Path]) -> bool:
    """Whether an error only follows from what was said already, and then taken out."""
    path = told.path
    if any(path[:length] in said for length in range(1, len(path) + 1)):
        return True
    if told.type == "missing":
        return (*path[:-1], MERGE) in said
    if told.type in BECAUSE_OF:
        return (*path, BECAUSE_OF[told.type]) in said
    if told.type in ABOUT_KEYS or told.type == "extra_forbidden" or not path:
        return False
    return any(other[: len(path)] == path for other in said)


def _without_echoes(slips: list[Slip]) -> tuple[Slip, ...]:
    """A key is not missing where a mistyped one stands for it."""
    meant = {(*slip.path[:-1], slip.near) for slip in slips if slip.code == "key-unknown"}
    kept = [slip for slip in slips if slip.code != "key-missing" or slip.path not in meant]
    if len(kept) > MOST_SAID:
        kept[MOST_SAID:] = [Slip((), "too-many-mistakes", {"most": MOST_SAID})]
    return tuple(kept)


def _told(error: ValidationError, raw: Any) -> list[Told]:
    """The errors at their places in the file; where a value may be of several kinds, one each."""
    told: dict[Path, Told] = {}
    for one in error.errors(include_url=False):
        found, group = _placed(dict(one), raw)
        other = told.get(group)
        if other is None or _tells_more(found, other):
            told[group] = found
        elif found.type == other.type == "literal_error":
            told[group] = _either(found, other)
    return list(told.values())


def _tells_more(found: Told, other: Told) -> bool:
    return len(found.path) > len(other.path)


def _either(found: Told, other: Told) -> Told:
    expected = f"{other.context['expected']}, {found.context['expected']}"
    return Told(other.type, other.path, {"expected": expected}, other.written, other.on_key)


def _placed(error: dict[str, Any], raw: Any) -> tuple[Told, Path]:
    """Walk the error's location over the file; names of members that it has not are skipped."""
    location, kind = error["loc"], error["type"]
    missing = location[-1:] if kind == "missing" else ()
    path: list[str | int] = []
    group: Path | None = None
    for part in location[: len(location) - len(missing)]:
        if _has(raw, part):
            raw = raw[part]
            path.append(part)
        elif part != _ON_KEY and group is None:
            group = tuple(path)
    on_key = location[-1:] == (_ON_KEY,)
    full = (*path, *missing)
    told = Told(kind, full, error.get("ctx", {}), error.get("input"), on_key)
    return told, full if group is None or missing else group


def _has(raw: Any, part: str | int) -> bool:
    if isinstance(raw, dict):
        return part in raw
    return isinstance(raw, list) and isinstance(part, int) and part < len(raw)


def _set_aside(raw: Any, told: Told) -> bool:
    """Take out, or fill, what was wrong; False where nothing would be left."""
    if not told.path:
        return False
    if told.type == "id-written":
        _at(raw, told.path)[told.context["id"]].pop("id", None)
        return True
    if told.type in ABOUT_KEYS:
        for key in ABOUT_KEYS[told.type]:
            _at(raw, told.path).pop(key, None)
        return True
    return _replace(raw, told)


def _at(raw: Any, path: Path) -> Any:
    for part in path:
        raw = raw[part]
    return raw


def _replace(raw: Any, told: Told) -> bool:
    *above, last = told.path
    try:
        holder = _at(raw, tuple(above))
    except (KeyError, IndexError, TypeError):  # set aside with something around it
        return True
    if told.type == "missing" and isinstance(holder, dict):
        holder[last] = PLACEHOLDER
    elif isinstance(holder, list) and isinstance(last, int) and last < len(holder):
        if holder[last] == PLACEHOLDER:
            return _drop(raw, tuple(above))
        holder[last] = PLACEHOLDER
    elif isinstance(holder, dict) and last in holder:
        if holder[last] == PLACEHOLDER:
            return _drop(raw, tuple(above))
        del holder[last]
    return True


def _drop(raw: Any, path: Path) -> bool:
    """Take out a whole thing that cannot be saved piece by piece."""
    if not path:
        return False
    holder = _at(raw, path[:-1])
    if isinstance(holder, dict):
        holder.pop(path[-1], None)
        return True
    return _drop(raw, path[:-1])
