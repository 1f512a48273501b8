"""A check before a step: the questions, the likely no, and what they spare later."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from carteblanche_journeys.diagnosis.clues.odds import branches_to, odds
from carteblanche_journeys.graph import Passage
from carteblanche_journeys.measures import visits
from carteblanche_journeys.model import Link, Quantity, Step, holds
from carteblanche_journeys.model.quantities import Range, Share
from carteblanche_journeys.redesigns.rewriting.inserting import put_before
from carteblanche_journeys.redesigns.rewriting.linking import with_links
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.supposing import at_once
from carteblanche_journeys.redesigns.rewriting.wording import filled, listed
from carteblanche_journeys.redesigns.variant import Variant

#: What a step made here is, before what it comes from.
_CHECK, _WARNED, _LEFT = "verification", "prevenu", "sans-depot"


@dataclass(frozen=True, slots=True)
class Check:
    """A check: before which step, of which decision, on what, how long it takes."""

    step: str
    before: str
    facts: tuple[str, ...]
    effort: Quantity
    effect: Quantity


def check_name(before: str, step: str) -> str:
    """The id of the check of a decision before a step."""
    return made_id(_CHECK, (before, step))


def foreseeable(variant: Variant, step: str) -> Passage | None:
    """The branch of a choice that leads to a refusal, and to nothing else."""
    for life in variant.lives:
        for name, one in life.steps.items():
            if one.step.result == "refused":
                for passage in branches_to(name, life):
                    if passage.source == step:
                        return passage
    return None


def refused_schemes(variant: Variant, branch: Passage) -> tuple[str, ...]:
    """The schemes that are refused at the end of a branch."""
    found: dict[str, None] = {}
    for life in variant.lives:
        for name, one in life.steps.items():
            if one.step.result == "refused" and branch in branches_to(name, life):
                found.update(dict.fromkeys(one.step.scheme))
    return tuple(found)


def returning(variant: Variant, step: str) -> Passage | None:
    """The link by which a choice sends back because a piece is missing."""
    return next(
        (
            passage
            for passage in variant.passages_out(step)
            if passage.link.back and passage.link.because == "evidence"
        ),
        None,
    )


def settled_by_condition(variant: Variant, branch: Passage) -> bool:
    """Whether a condition settles for each persona whether they take a branch."""
    when = branch.link.when
    return bool(when) and all(
        holds(when, persona.traits) is not None for persona in variant.personas
    )


def part_of(variant: Variant, branch: Passage) -> float | None:
    """The part of those at a choice who take a branch; None where no life says it."""
    for life in variant.lives:
        if branch.source in life.steps:
            found = odds(branch, visits(life))
            if found is not None and 0 < found < 1:
                return found
    return None


def refused_after(variant: Variant, branch: Passage, before: str) -> float | None:
    """The part of those who come to a step, for the first time, who take a branch later."""
    for life in variant.lives:
        known = visits(life)
        taken = known.taken.get(branch.id)
        come = sum(known.taken.get(p.id, 0.0) for p in variant.net.forward_in(before)) or 1.0
        if taken is not None and branch.source not in known.unsettled and 0 < taken / come <= 1:
            return taken / come
    return None


def checked(variant: Variant, check: Check, branch: Passage) -> Variant:
    """The variant with the check; where it is about a refusal, with a way to stop, and to go on."""
    if branch.link.back:
        return put_before(variant, check.before, _list(variant, check))
    warned, left = _warned(variant, check), _left(variant, check, branch)
    asking = put_before(variant, check.before, _questions(variant, check, branch, warned.id))
    return _placed(asking, check.before, warned).with_step(left)


def _placed(variant: Variant, before: str, made: Step) -> Variant:
    """A step put in the file right before another, with its own links."""
    steps: dict[str, Step] = {}
    for name, one in variant.steps.items():
        if name == before:
            steps[made.id] = made
        steps[name] = one
    return variant.with_steps(steps)


def _list(variant: Variant, check: Check) -> Step:
    """The check of a file against a list, before it is handed in."""
    title = {
        "fr": "Vérifier avec une liste que rien ne manque",
        "en": "Check against a list that nothing is missing",
    }
    said = {"title": title, "wait": at_once()}
    return _made(variant, check, _CHECK, said, (Link(to=check.before, comes_from=()),))


def _questions(variant: Variant, check: Check, branch: Passage, warned: str) -> Step:
    """The questions: a choice, of which one branch is the likely no."""
    share = None
    if not settled_by_condition(variant, branch):
        part = refused_after(variant, branch, check.before) or 0.0
        share = Share(value=Range(part, part, part, "%"), status="assumed")
    no = Link(to=warned, when=branch.link.when, share=share, comes_from=())
    label = {"fr": "Rien ne s'y oppose", "en": "Nothing speaks against it"}
    onward = Link(to=check.before, label=label, comes_from=())
    said = {"title": _asked(variant, check), "kind": "choice"}
    return _made(variant, check, _CHECK, said, (no, onward))


def _asked(variant: Variant, check: Check) -> object:
    known = variant.atlas.facts
    labels = [known[fact].label for fact in check.facts]
    if not labels:
        return {
            "fr": "Répondre à quelques questions avant de commencer",
            "en": "Answer a few questions before beginning",
        }
    return filled(
        {
            "fr": "Répondre à quelques questions avant de commencer\u00a0: {facts}",
            "en": "Answer a few questions before beginning: {facts}",
        },
        facts=listed(labels),
    )


def _warned(variant: Variant, check: Check) -> Step:
    """Where one hears that the answer is likely no, why, and that one may still apply."""
    title = {
        "fr": "La réponse serait sans doute non, et voici pourquoi. Déposer quand même\u00a0?",
        "en": "The answer is likely to be no, and this is why. You may still apply: will you?",
    }
    stops = Link(
        to=made_id(_LEFT, (check.before, check.step), variant.steps),
        share=check.effect,
        label={"fr": "Ne pas déposer", "en": "Do not apply"},
        comes_from=(),
    )
    still = {"fr": "Déposer quand même", "en": "Apply all the same"}
    onward = Link(to=check.before, label=still, comes_from=())
    return _made(variant, check, _WARNED, {"title": title, "kind": "choice"}, (stops, onward))


def _left(variant: Variant, check: Check, branch: Passage) -> Step:
    """Where those stop who do not apply: with the reason, and free to come back."""
    title = {
        "fr": "Ne pas déposer, en sachant pourquoi\u00a0; on peut encore le faire",
        "en": "Do not apply, and know why; one still may",
    }
    said = {
        "title": title,
        "kind": "outcome",
        "result": "refused",
        "scheme": refused_schemes(variant, branch),
        "reason": True,
        "appeal": check.before,
    }
    return _made(variant, check, _LEFT, said, ())


def _made(variant: Variant, check: Check, word: str, said: object, out: tuple[Link, ...]) -> Step:
    assert isinstance(said, dict)
    whole = {
        "id": made_id(word, (check.before, check.step), variant.steps),
        "stage": variant.steps[check.before].stage,
        "schemes": None if said.get("scheme") else (),
        "next": out,
        "comes_from": (),
        **({"effort": check.effort} if word == _CHECK else {}),
        **said,
    }
    return Step.model_validate(whole)


def lowered(variant: Variant, branch: Passage, known: float | None, effect: Range) -> Variant:
    """The variant in which a branch is taken by fewer, since part of them stop, or complete.

    Of a part e that took it, of which a part a acts on the check, (1 - a)e of 1 - ae is left
    where they stop, (1 - a)e of all where they complete their file. The other branches of known
    share grow in proportion. A branch that a condition settles stays as it is.

    Parameters
    ----------
    known
        The part that took it before the check; None where nobody knows.
    """
    link = branch.link
    if known is None or (link.when and link.share is None):
        return variant
    likely = effect.likely if effect.likely is not None else (effect.low + effect.high) / 2
    acting = (effect.high, likely, effect.low)
    left = [_left_over(known, part, stops=not link.back) for part in acting]
    share = Share(value=Range(left[0], left[1], left[2], "%"), status="assumed")
    growth = (1 - left[1]) / (1 - known)
    out = list(_with_shares(variant, branch, share, growth))
    return with_links(variant, branch.source, out)


def _left_over(share: float, acting: float, *, stops: bool) -> float:
    rest = (1 - acting) * share
    return rest / (1 - acting * share) if stops else rest


def _with_shares(variant: Variant, branch: Passage, share: Share, growth: float) -> Iterator[Link]:
    for passage in variant.passages_out(branch.source):
        link = passage.link
        if passage.id == branch.id:
            yield link.model_copy(update={"share": share})
        elif link.share is None or link.always:
            yield link
        else:
            yield link.model_copy(update={"share": _grown(link.share, growth)})


def _grown(share: Quantity, growth: float) -> Share:
    said = share.value
    ends = [min(1.0, end * growth) for end in (said.low, said.high)]
    likely = None if said.likely is None else min(1.0, said.likely * growth)
    return Share(value=Range(ends[0], likely, ends[1], "%"), status="assumed")
