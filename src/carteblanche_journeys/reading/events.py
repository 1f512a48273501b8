"""The parser: PyYAML's C parser where there is one, else its Python one; events, no nodes."""

from __future__ import annotations

from typing import Any, Protocol

from yaml import parser, reader, scanner

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML built without libyaml
    CParser = None  # type: ignore[assignment, misc]


class Parser(Protocol):
    """What reads a text one event at a time."""

    def get_event(self) -> Any:
        """The next event; raises yaml.YAMLError where the text is not YAML."""
        ...


class PythonParser(reader.Reader, scanner.Scanner, parser.Parser):
    """PyYAML's parser in Python: the same events, about ten times slower."""

    def __init__(self, text: bytes) -> None:
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)


def parser_of(text: bytes, *, in_python: bool = CParser is None) -> Parser:
    """A parser of UTF-8 bytes; `in_python` asks for the one that is always there."""
    chosen: Parser = PythonParser(text) if in_python else CParser(text)
    return chosen
