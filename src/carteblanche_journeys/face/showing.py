"""What shows itself, in a terminal and in a notebook."""

from __future__ import annotations

from carteblanche_journeys.markup import Element, el, render_html


class Shows:
    """Shows itself: as text, and in a notebook as HTML that keeps what an image would lose."""

    def __str__(self) -> str:
        raise NotImplementedError

    def __repr__(self) -> str:
        return str(self)

    def html(self) -> Element:
        """What a notebook shows."""
        return el("pre", None, str(self))

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        return {"text/html": render_html(self.html()), "text/plain": str(self)}
