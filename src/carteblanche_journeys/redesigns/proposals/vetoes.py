"""What no proposal may do, whatever it saves.

A facade adds a contact; a saving for the many that leaves one person without a way is none; an
appeal, a control that the law asks for and the only person one can talk to are not ours to
trade (facts of rules and moves, sections 5.1 and 5.2; counter-examples of Carte blanche).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Deadline, Evidence, Step
from carteblanche_journeys.redesigns.proposals.facades import facades
from carteblanche_journeys.redesigns.proposals.going_online import able_to, only_put_online
from carteblanche_journeys.redesigns.proposals.lives import granted, met
from carteblanche_journeys.redesigns.proposals.proposal import Veto
from carteblanche_journeys.redesigns.proposals.trial import Trial
from carteblanche_journeys.redesigns.variant import Variant

#: What a step yields that shows that something was examined there.
_EXAMINED = frozenset(("assessment", "decision"))
#: Rules whose findings a redesign may not create, and the veto that says so.
_NEVER_CREATED = {"facade-counter": "facade-counter", "digital-only": "online-only"}


def veto(trial: Trial) -> Veto | None:
    """The first reason for which moves are set aside, whatever they save; None where there is none.

    Codes: facade-counter, no-way-through, appeal, control, human-contact, online-only.
    """
    return next((found for check in CHECKS for found in check(trial)), None)


def veto_of_findings(created: Iterable[Finding]) -> Veto | None:
    """The reason that lies in a finding which a redesign creates; None where there is none."""
    for finding in created:
        if finding.kind == "structural":
            return Veto("unsound", {"rule": finding.rule})
        if finding.rule in _NEVER_CREATED:
            counters = mention("counter", *finding.where.counters)
            return Veto(_NEVER_CREATED[finding.rule], {"counters": counters})
    return None


def _facade(trial: Trial) -> Iterator[Veto]:
    """A counter that would take the place of others without a link to them."""
    for one in facades(trial):
        counters = mention("counter", one.counter)
        organisations = mention("organisation", *one.missing)
        yield Veto("facade-counter", {"counters": counters, "organisations": organisations})


def _no_way(trial: Trial) -> Iterator[Veto]:
    """A persona who could be granted something, and no longer can."""
    for name, had in trial.start.granted.items():
        lost = sorted(had - granted(trial.life(name).lived)) if had else []
        if lost:
            schemes = mention("scheme", *filter(None, lost))
            yield Veto("no-way-through", {"persona": name, "schemes": schemes})


def _appeal(trial: Trial) -> Iterator[Veto]:
    """A refusal against which one could appeal, and no longer can."""
    after = trial.after.steps
    for name, step in trial.before.steps.items():
        if not step.appeal:
            continue
        refusals = [after[heir] for heir in trial.heirs[name]]
        kept = trial.heirs.get(step.appeal) and all(one.appeal in after for one in refusals)
        if not kept or not refusals:
            yield Veto("appeal", {"steps": mention("step", step.appeal)})


def _control(trial: Trial) -> Iterator[Veto]:
    """A step that the law asks for, or a time that binds the person, that is gone."""
    for name, step in trial.before.steps.items():
        heirs = [trial.after.steps[heir] for heir in trial.heirs[name]]
        binding = [one for one in step.deadlines if one.binds == "person"]
        if heirs:
            kept = [_told(one) for heir in heirs for one in heir.deadlines]
            lost = any(_told(one) not in kept for one in binding)
        else:
            lost = bool(step.law or binding) and not _stood_in_for(step, trial)
        if lost:
            yield Veto("control", {"steps": mention("step", name)})


def _told(deadline: Deadline) -> tuple[object, ...]:
    """What a deadline asks; the step from which it is counted may have been merged."""
    before = deadline.before
    by = before.by if before is not None else None
    return deadline.binds, deadline.within, deadline.by_date, before is not None, by


def _stood_in_for(step: Step, trial: Trial) -> bool:
    """Whether what a step examined is examined still, by someone whose word is taken."""
    examined = [one for one in _yielded([step], trial.before) if one.kind in _EXAMINED]
    left = {_examines(one) for one in _yielded(trial.after.steps.values(), trial.after)}
    return bool(examined) and all(one.subject and _examines(one) in left for one in examined)


def _yielded(steps: Iterable[Step], variant: Variant) -> Iterator[Evidence]:
    evidence = variant.atlas.evidence
    return (evidence[piece] for one in steps for piece in one.yields if piece in evidence)


def _examines(piece: Evidence) -> tuple[object, ...]:
    return piece.kind, piece.subject, piece.about


def _human_contact(trial: Trial) -> Iterator[Veto]:
    """The only person that someone could meet or call about something, gone."""
    for name, had in trial.start.met.items():
        left = met(trial.life(name).lived) if had else had
        lost = sorted(had - left)
        if lost and (not left or any(trial.pursues(name, one) for one in lost)):
            schemes = mention("scheme", *filter(None, lost))
            yield Veto("human-contact", {"persona": name, "schemes": schemes})


def _online_only(trial: Trial) -> Iterator[Veto]:
    """All that changes is that something can be done online, and nobody is who would do it."""
    changed, people = only_put_online(trial), tuple(trial.start.lives)
    helped = [name for name in people if any(able_to(one, trial, name) for one in changed)]
    if changed and not helped:
        yield Veto("online-only", {"persona": people[0], "steps": mention("step", *changed)})


Check = Callable[[Trial], Iterator[Veto]]
CHECKS: tuple[Check, ...] = (_facade, _no_way, _appeal, _control, _human_contact, _online_only)
