"""A right announced, or opened, without being asked for: what brings it about, how to refuse it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from carteblanche_journeys.model import Link, Step, schemes_of
from carteblanche_journeys.model.values import Text
from carteblanche_journeys.redesigns.rewriting.behind import behind
from carteblanche_journeys.redesigns.rewriting.bodies import organisations_met
from carteblanche_journeys.redesigns.rewriting.filings import brought_to
from carteblanche_journeys.redesigns.rewriting.inserting import put_before, put_beside
from carteblanche_journeys.redesigns.rewriting.linking import each_link
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.sending import (
    carried_on,
    exchanged,
    follows,
)
from carteblanche_journeys.redesigns.rewriting.supposing import at_once, sending
from carteblanche_journeys.redesigns.rewriting.wording import filled
from carteblanche_journeys.redesigns.variant import Variant


def announced(variant: Variant, step: str, scheme: str, by: str) -> Variant:
    """The variant in which, after a step, an organisation tells the person about a right."""
    title = filled(
        {
            "fr": "Signaler un droit à la personne\u00a0: {scheme}",
            "en": "Tell the person about a right: {scheme}",
        },
        scheme=variant.atlas.schemes[scheme].name,
    )
    message = Step.model_validate(
        {
            "id": made_id("signal", (scheme, step), variant.steps),
            "title": title,
            "actor": by,
            "stage": variant.steps[step].stage,
            "schemes": (),
            "tells_about": (scheme,),
            "wait": at_once(),
            "agent_effort": sending(),
            "ends": True,
            "next": (),
            "comes_from": (),
        }
    )
    return put_beside(variant, step, message, Link(to=message.id, **_NOTIFIED))


_NOTIFIED: dict[str, Any] = {"carried": "notification", "comes_from": ()}


def opened(variant: Variant, filing: str, scheme: str, by: str) -> Variant:
    """The variant in which a request is the work of the body that got it, and may be refused.

    Parameters
    ----------
    by
        The organisation that knows, and brings the case there in place of the person.
    """
    before, atlas = variant.steps[filing], variant.atlas
    title = filled(
        {"fr": "Ouvrir sans demande\u00a0: {scheme}", "en": "Open without a request: {scheme}"},
        scheme=atlas.schemes[scheme].name,
    )
    made = behind(before, organisations_met(variant, filing)[0], title, atlas)
    made = made.model_copy(update={"schemes": schemes_of(before, atlas)})
    along = (*brought_to(variant, filing), *before.tells)
    brought = _brought_behind(variant.with_step(made), filing, along, by)
    return _refusable(brought, filing, scheme, before.actor)


def _brought_behind(variant: Variant, step: str, along: Iterable[str], giver: str) -> Variant:
    """The variant in which an organisation, not the person, brings a case to a step.

    Where one comes straight from it, the links that there are do. Else the person's next act
    leads on without carrying anything (`carried: none`), and the organisation tells the body of
    the step at a step of its own; none is needed where that body is the giver itself.
    """
    if follows(variant, step, giver):
        return carried_on(variant, step, along)
    receivers = {variant.steps[step].actor}
    loose = _carries_nothing(variant, step)
    if giver in receivers:
        return loose
    return put_before(loose, step, _telling(loose, step, giver, exchanged(step, along)))


def _carries_nothing(variant: Variant, step: str) -> Variant:
    """Nobody carries the case into the step any more, unless an organisation does."""
    return each_link(
        variant,
        lambda _, link: (
            link.model_copy(update={"carried": "none", "carries": (), "acknowledged": None})
            if link.to == step and not link.back and link.carried in (None, "person")
            else link
        ),
    )


def _telling(variant: Variant, step: str, giver: str, link: Link) -> Step:
    """The step at which the organisation tells the body of another what it knows."""
    known = variant.steps[step]
    title = filled(
        {"fr": "Prévenir\u00a0: {body}", "en": "Tell: {body}"},
        body=_name(variant, known.actor or ""),
    )
    return Step.model_validate(
        {
            "id": made_id("prevenir", (step, giver), variant.steps),
            "title": title,
            "actor": giver,
            "stage": known.stage,
            "when": known.when,
            "share": known.share,
            "schemes": (),
            "wait": at_once(),
            "agent_effort": sending(),
            "next": (link,),
            "comes_from": (),
        }
    )


def _name(variant: Variant, organisation: str) -> Text:
    return variant.atlas.organisations[organisation].name


def _refusable(variant: Variant, step: str, scheme: str, actor: str | None) -> Variant:
    """The variant in which, beside a step, someone hears that a right opens, and may refuse it.

    Parameters
    ----------
    actor
        Who hears of it; None for the person.
    """
    refusal = _refusal(variant, step, scheme)
    known, name = variant.steps[step], variant.atlas.schemes[scheme].name
    title = filled(
        {
            "fr": "Apprendre qu'un droit s'ouvre, et pouvoir dire non\u00a0: {scheme}",
            "en": "Hear that a right opens, and be free to say no: {scheme}",
        },
        scheme=name,
    )
    told = Step.model_validate(
        {
            "id": made_id("averti", (scheme, step), variant.steps),
            "title": title,
            "actor": actor,
            "stage": known.stage,
            "when": known.when,
            "schemes": (),
            "tells_about": (scheme,),
            "wait": at_once(),
            "fee": {"value": f"0 {variant.atlas.currency}", "status": "proposed"},
            "ends": True,
            "next": (Link(to=refusal.id, comes_from=()),),
            "comes_from": (),
        }
    )
    heard = put_beside(variant, step, told, Link(to=told.id, **_NOTIFIED))
    return heard.with_step(refusal)


def _refusal(variant: Variant, step: str, scheme: str) -> Step:
    title = filled(
        {"fr": "Refuser ce droit\u00a0: {scheme}", "en": "Refuse this right: {scheme}"},
        scheme=variant.atlas.schemes[scheme].name,
    )
    return Step.model_validate(
        {
            "id": made_id("refus", (scheme, step), variant.steps),
            "title": title,
            "kind": "outcome",
            "result": "gave-up",
            "scheme": (scheme,),
            "stage": variant.steps[step].stage,
            "next": (),
            "comes_from": (),
        }
    )
