"""Which assumed figures stand in for an effort that nobody gives, by kind of act and channel."""

from __future__ import annotations

from collections.abc import Iterable

from carteblanche_journeys.measures.contacts import AWAY
from carteblanche_journeys.model import Ask, Atlas, Evidence, Step, Way, by_household

#: Names of parameters, to be added up.
Assumed = tuple[str, ...]

#: Channels on which people meet face to face.
MET = (*AWAY, "home")

#: Getting to know a form, and filling it in.
FILLING: Assumed = ("familiarisation", "form_filling")

_FILE: Assumed = (*FILLING, "checking", "transmitting")


def of_step(
    step: Step,
    way: Way | None,
    asks: Iterable[Ask],
    atlas: Atlas,
    brought: Iterable[str] = (),
) -> Assumed:
    """What a step takes the household where nobody says.

    Face to face and on the phone, one exchange; in writing and online, getting to know, filling
    in, checking and sending, of which a form that is asked as a piece of evidence takes its own
    part, and one that an organisation brings takes none; alone, reading, and filling in the form
    that the step yields.

    Parameters
    ----------
    brought
        Pieces that organisations pass on to the step.

    >>> of_step(Step(title="Appeler"), Way(counter="caf", channel="phone"), (), Atlas())
    ('phone_call',)
    """
    if way is None or (way.counter is None and way.channel is None):
        return FILLING if makes_form(step, atlas) else _FILE[:1]
    if way.channel in MET:
        return ("counter_exchange",)
    if way.channel == "phone":
        return ("phone_call",)
    filled_apart = any(_is_form(ask.pieces, atlas) for ask in asks) or _is_form(brought, atlas)
    own = _FILE[2:] if filled_apart else _FILE
    return (*own, "registered_letter") if way.channel == "registered-post" else own


def makes_form(step: Step, atlas: Atlas) -> bool:
    """Whether at this step someone fills in a form, alone."""
    return _is_form(step.yields, atlas) and not step.at and not step.ways


def _is_form(pieces: Iterable[str], atlas: Atlas) -> bool:
    return any(is_form(atlas.evidence.get(piece)) for piece in pieces)


def is_form(piece: Evidence | None) -> bool:
    """Whether a piece is a form, that one fills in."""
    return piece is not None and piece.kind == "form"


def in_the_drawer(piece: Evidence, ask: Ask) -> bool:
    """Whether people have a piece already: a proof that does not run out, such as a passport.

    >>> in_the_drawer(Evidence(name="Passeport", kind="proof"), Ask(piece="passeport"))
    True
    """
    return piece.kind == "proof" and piece.validity is None and ask.fresh is None


def of_getting(piece: Evidence | None, channel: str | None) -> Assumed:
    """What getting a piece takes the household where nobody says, beside the way there.

    Parameters
    ----------
    channel
        By which one gets it from a counter; None where it is found at home or written.

    >>> of_getting(Evidence(name="Facture"), None)
    ('data_gathering',)
    """
    if channel in MET:
        return ("counter_exchange",)
    if channel is not None:
        return ("phone_call",) if channel == "phone" else _FILE
    if piece is not None and (piece.kind == "statement" or piece.issuer == "person"):
        return () if is_form(piece) else ("form_filling",)
    return () if is_form(piece) else ("data_gathering",)


def of_agents(step: Step, way: Way | None, atlas: Atlas) -> Assumed:
    """What a step takes agents where nobody says; nothing where none has a part in it."""
    if way is not None and way.counter is not None:
        return ("agent_advice",) if way.channel in (*MET, "phone") else ("agent_check",)
    return () if by_household(step, atlas) else ("agent_examination",)
