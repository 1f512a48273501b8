"""Figures that moves suppose where nobody gives them, with a note that says from where."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from carteblanche_journeys.model import Quantity
from carteblanche_journeys.redesigns.consequences import Assumption

Note = Mapping[str, str]

#: How long agents take to send a piece, or a message.
SENDING = Assumption("agent_effort", "1..2..5 min", "Standard Cost Model (SCM), transmitting")
_SENT: Note = {
    "fr": "Le temps de transmettre un document, selon le guide SCM.",
    "en": "The time it takes to pass on a document, by the guide of the SCM.",
}
#: How long an exchange between bodies takes where nobody promises another time.
AT_ONCE = Assumption("wait", "0 d", "carteblanche-journeys", "proposed")
_SOON: Note = {
    "fr": "Un échange automatique, aussitôt fait\u00a0: c'est ce que la refonte propose.",
    "en": "An automatic exchange, done at once: that is what the redesign proposes.",
}


def supposed(one: Assumption, note: Note) -> dict[str, Any]:
    """A figure as a file would write it: its value, how sure it is, and where it comes from."""
    return {"value": one.value, "status": one.status, "note": note}


def sending() -> dict[str, Any]:
    """How long agents take to pass something on."""
    return supposed(SENDING, _SENT)


def at_once(within: Quantity | None = None) -> dict[str, Any]:
    """How long an exchange takes: what was promised, else nothing.

    >>> at_once(Quantity(value="4 d"))["value"], at_once()["value"]
    ('4 d', '0 d')
    """
    said = supposed(AT_ONCE, _SOON)
    if within is None:
        return said
    promised = {"value": str(within.value), "status": within.status or "proposed"}
    return {**promised, "note": within.note} if within.note is not None else promised
