"""One pass over the events of a YAML text that both checks and builds plain Python.

What could run, grow or get lost is refused at its place: tags, anchors, aliases, merge keys,
further documents, depth, duplicate keys, keys that are not words, nulls. Nothing is built
before it is checked, so a small file can never become a large value.
"""

from __future__ import annotations

import re
from typing import Any

from yaml import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from carteblanche_journeys.model.values import TREACHEROUS_KEYS
from carteblanche_journeys.reading.events import Parser
from carteblanche_journeys.reading.mistakes import MOST_SAID, PLACEHOLDER, Mistake, Path
from carteblanche_journeys.reading.scalars import (
    NULLS,
    NotFinite,
    looks_like_number,
    read_plain,
)

#: How many values one file may hold, and one map or list in it: more than the twenty thousand
#: things that an atlas may share, each with some forty values.
MOST_VALUES = 1_000_000
MOST_IN_ONE = 25_000
#: How deep maps and lists may stand in each other; journeys need about ten.
DEEPEST = 40
MERGE = "<<"
#: What no file may hold: it cannot be seen, or breaks what is drawn from it.
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_DOUBLE_QUOTES = '"'
#: `n` is a field of the format (on how many a figure rests); as an id it is refused later on.
_WORDS_OF_YES_AND_NO = (TREACHEROUS_KEYS - {"n"}) | {"true", "false", "null"}
_LONGEST_KEPT = 40
#: What `!!` is short for.
_LONG_TAG = "tag:yaml.org,2002:"

#: What stands for a value that was refused.
_REFUSED: Any = object()
_NULL: Any = object()


class Stop(Exception):
    """Raised where nothing more of a file can be read."""

    def __init__(self, mistake: Mistake) -> None:
        self.mistake = mistake


class Builder:
    """Reads one document; afterwards `mistakes` and the paths of `broken` values are known.

    Parameters
    ----------
    parser
        Yields the events of the text.
    known
        Short texts met so far: equal ones are kept once, over all files of an atlas.
    """

    def __init__(self, parser: Parser, known: dict[str, str]) -> None:
        self.mistakes: list[Mistake] = []
        self.broken: set[Path] = set()
        #: Where each key stands first that is met again: path -> (path, event of the second).
        self.twice: list[tuple[Path, Event]] = []
        self._event = parser.get_event
        self._known = known
        self._keys: set[str] = set()
        self._anchors: set[str] = set()
        self._trail: list[str | int] = []
        self._left = MOST_VALUES

    def document(self) -> Any:
        """The value of the only document, or None where there is none.

        Raises Stop where reading must end, yaml.YAMLError where the text is not YAML.
        """
        self._event()  # start of the stream
        event = self._event()
        if isinstance(event, StreamEndEvent):
            return None
        value = self._node(self._event())
        self._event()  # end of the document
        event = self._event()
        if isinstance(event, DocumentStartEvent):
            self._refuse("documents", event)
        return None if value is _NULL or value is _REFUSED else value

    def _node(self, event: Any) -> Any:
        kind = type(event)
        self._left -= 1
        if self._left < 0:
            raise Stop(mistake_at("too-many-values", event, most=MOST_VALUES))
        if kind is ScalarEvent:
            return self._scalar(event)
        if kind is AliasEvent:
            return self._alias(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if len(self._trail) >= DEEPEST:
            raise Stop(mistake_at("depth", event, most=DEEPEST))
        return self._map() if kind is MappingStartEvent else self._list()

    def _map(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        next_event, trail = self._event, self._trail
        while True:
            event = next_event()
            if type(event) is MappingEndEvent:
                return found
            if len(found) >= MOST_IN_ONE:
                raise Stop(mistake_at("too-many-values", event, most=MOST_IN_ONE))
            key = self._key(event)
            trail.append(key)
            value = self._node(next_event())
            if value is _NULL:
                if tuple(trail) not in self.broken:
                    self._refuse("null", event, key=key)
            elif key in found:
                self._meet_again(event)
            elif value is not _REFUSED:
                found[key] = value
            trail.pop()

    def _list(self) -> list[Any]:
        found: list[Any] = []
        next_event, trail = self._event, self._trail
        while True:
            event = next_event()
            if type(event) is SequenceEndEvent:
                return found
            if len(found) >= MOST_IN_ONE:
                raise Stop(mistake_at("too-many-values", event, most=MOST_IN_ONE))
            trail.append(len(found))
            value = self._node(event)
            if value is _NULL:
                self._refuse("null-entry", event)
                value = _REFUSED
            found.append(PLACEHOLDER if value is _REFUSED else value)
            trail.pop()

    def _key(self, event: Any) -> str:
        if type(event) is not ScalarEvent:
            return self._strange_key(event)
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)
        key: str = event.value
        if key in self._keys:
            return key
        code = None if event.style else _trouble_with(key)
        if code is None and CONTROL.search(key):
            code = "control"
        if code is None:
            self._keys.add(key)
            return self._known.setdefault(key, key)
        self._trail.append(key)
        self._refuse(code, event, key=key)
        self._trail.pop()
        return key

    def _strange_key(self, event: Any) -> str:
        """A key that is a map or a list, or an alias: read past it."""
        self._trail.append("?")
        if type(event) is AliasEvent:
            self._alias(event)
        else:
            self._refuse("key-form", event)
            said = len(self.mistakes)
            self._node(event)
            del self.mistakes[said:]
        self._trail.pop()
        return "?"

    def _scalar(self, event: Any) -> Any:
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)
        text: str = event.value
        if event.style:
            if event.style == _DOUBLE_QUOTES and CONTROL.search(text):
                return self._refuse("control", event)
        elif event.tag is None:
            if text in NULLS:
                return _NULL if event.anchor is None else _REFUSED
            try:
                plain = read_plain(text)
            except NotFinite:
                return self._refuse("not-finite", event, written=text)
            if plain is not text:
                return plain
        return self._known.setdefault(text, text) if len(text) <= _LONGEST_KEPT else text

    def _alias(self, event: Any) -> Any:
        """An alias of an anchor is one cause with it; without one it is a text with a star."""
        if event.anchor not in self._anchors:
            self._refuse("alias", event, name=event.anchor)
        self.broken.add(tuple(self._trail))
        return _REFUSED

    def _refuse_marks(self, event: Any) -> None:
        if event.tag is not None:
            self._refuse("tag", event, tag=event.tag.replace(_LONG_TAG, "!!"))
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._refuse("anchor", event, name=event.anchor)

    def _meet_again(self, event: Event) -> None:
        self.twice.append((tuple(self._trail), event))
        if len(self.twice) > MOST_SAID:
            raise Stop(mistake_at("too-many-mistakes", event, most=MOST_SAID))

    def _refuse(self, code: str, event: Event, **values: object) -> Any:
        self.mistakes.append(mistake_at(code, event, **values))
        self.broken.add(tuple(self._trail))
        if len(self.mistakes) > MOST_SAID:
            raise Stop(mistake_at("too-many-mistakes", event, most=MOST_SAID))
        return _REFUSED


def mistake_at(code: str, event: Any, **values: object) -> Mistake:
    """A mistake where an event begins."""
    mark = event.start_mark
    return Mistake(code, line=mark.line + 1, column=mark.column + 1, values=values)


def _trouble_with(key: str) -> str | None:
    """Why a plain key is none: an editor or a reader may take it for something else."""
    if key == MERGE:
        return "merge"
    if key.lower() in _WORDS_OF_YES_AND_NO or key in NULLS or looks_like_number(key):
        return "key-treacherous"
    return None
