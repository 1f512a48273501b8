"""What the site builder warns of, heard in one place."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Listener(logging.Handler):
    """Hands each warning on, as a sentence."""

    def __init__(self, told: Callable[[str], object]) -> None:
        super().__init__(logging.WARNING)
        self._told = told

    def emit(self, record: logging.LogRecord) -> None:
        self._told(record.getMessage())


@contextmanager
def listening(told: Callable[[str], object], *, alone: bool = False) -> Iterator[None]:
    """Hand what MkDocs warns of to `told`, as long as the block runs.

    Parameters
    ----------
    told
        Called with each warning.
    alone
        Whether nobody else hears it, such as the terminal.
    """
    builder, listener = logging.getLogger("mkdocs"), _Listener(told)
    passing = builder.propagate
    builder.propagate = passing and not alone
    builder.addHandler(listener)
    try:
        yield
    finally:
        builder.removeHandler(listener)
        builder.propagate = passing
