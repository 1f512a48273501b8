"""A refusal that gives no reason or no appeal, or a step that nobody can pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carteblanche_journeys.diagnosis.clues.spending import done_for
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Step, counters_of, schemes_of

FRENCH = Prose(
    title="{schemes|Une demande} : un refus sans raison donnée, ou sans recours",
    finds="""Un refus dont la raison n'est pas donnée, ou contre lequel il n'y a pas de recours. Une
        étape dont toutes les voies sont fermées à la personne. Si l'on ne sait pas s'il existe un
        recours, c'est une question, une par parcours.""",
    hurts="""Le parcours s'arrête net. Sans raison, la personne ne sait ni quoi corriger ni où
        aller ; sans recours, une erreur reste une erreur. Tout ce qui a été fait jusque-là est
        perdu.""",
    remedy="""Donnez la raison de chaque refus, en mots clairs, et dites la suite : qui peut
        réexaminer, sous quel délai, et vers quelle autre aide se tourner.""",
    against="""Motiver chaque refus prend du temps aux agents, et une lettre plus longue n'est pas
        toujours lue. Un refus net vaut mieux qu'une attente sans fin.""",
    forms={
        "both": {"title": "{schemes} : un refus sans raison donnée et sans recours"},
        "no-reason": {"title": "{schemes} : le refus ne dit pas sa raison"},
        "no-appeal": {"title": "{schemes} : contre un refus, pas de recours"},
        "silence": {
            "title": "{schemes} : le silence vaut refus, donc aucune raison n'est donnée",
            "remedy": """Répondez toujours, même pour dire non : la raison, qui peut réexaminer,
                sous quel délai, et vers quelle autre aide se tourner. Dites d'avance à quelle date
                le silence vaudra refus.""",
            "hurts": """Personne ne dit non : il faut compter les mois et comprendre seul que
                c'est un refus. Sans raison, on ne sait ni quoi corriger ni où aller. Tout ce
                qui a été fait jusque-là est perdu.""",
        },
        "closed": {
            "title": "{steps} : aucune voie ne s'ouvre à cette personne",
            "hurts": """La personne arrive devant une étape dont toutes les voies lui sont
                fermées ({counters}). Ce qui en dépend lui échappe, sans qu'un refus le dise.""",
            "remedy": """Ouvrez une autre voie pour cette personne, ou dites-lui plus tôt, et
                ailleurs, ce qu'elle peut demander.""",
            "against": """Une voie de plus a un coût. Si presque personne n'est dans ce cas, un
                accompagnement au cas par cas peut valoir mieux.""",
        },
        "unknown": {
            "title": "Après un refus, que peut faire la personne ? {schemes}",
            "hurts": """On ne sait pas s'il existe un recours. Sans recours connu, la personne qui
                reçoit un refus ne sait pas quoi faire.""",
            "remedy": """Demandez-le aux organismes, puis écrivez `appeal` sur chaque refus :
                l'étape du recours, ou `false`.""",
        },
    },
)
ENGLISH = Prose(
    title="{schemes|A request}: a refusal without a reason, or without an appeal",
    finds="""A refusal whose reason is not given, or against which there is no appeal. A step all
        of whose ways are closed to the person. Where nobody knows whether there is an appeal, it
        is a question, one for each journey.""",
    hurts="""The journey stops dead. Without a reason the person knows neither what to mend nor
        where to go; without an appeal a mistake stays a mistake. All that was done so far is
        lost.""",
    remedy="""Give the reason of each refusal, in plain words, and say what comes next: who can
        look again, within what time, and which other help there is.""",
    against="""Giving reasons takes agents' time, and a longer letter is not always read. A clear
        refusal is better than an endless wait.""",
    forms={
        "both": {"title": "{schemes}: a refusal without a reason and without an appeal"},
        "no-reason": {"title": "{schemes}: the refusal does not say its reason"},
        "no-appeal": {"title": "{schemes}: there is no appeal against a refusal"},
        "silence": {
            "title": "{schemes}: silence means refusal, so that no reason is given",
            "remedy": """Always answer, even to say no: the reason, who can look again, within what
                time, and which other help there is. Say beforehand on which day silence will mean
                refusal.""",
            "hurts": """Nobody says no: people have to count the months and find out alone that
                it is a refusal. Without a reason they know neither what to mend nor where to
                go. All that was done so far is lost.""",
        },
        "closed": {
            "title": "{steps}: no way is open to this person",
            "hurts": """The person comes to a step all of whose ways are closed to them
                ({counters}). What depends on it is out of reach, and no refusal says so.""",
            "remedy": """Open another way for this person, or tell them earlier, and elsewhere,
                what they can ask for.""",
            "against": """One more way has a cost. If hardly anyone is in this case, help case by
                case may be better.""",
        },
        "unknown": {
            "title": "After a refusal, what can the person do? {schemes}",
            "hurts": """Nobody says whether there is an appeal. Without a known appeal, those who
                are refused do not know what to do.""",
            "remedy": """Ask the organisations, then write `appeal` on each refusal: the step of
                the appeal, or `false`.""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹Le logement|Housing›
language: ‹fr|en›
# schemes.yml
logement-social: {name: ‹Logement social|Social housing›}
# loger/as-is.yml
title: ‹Je cherche un logement|I look for a home›
steps:
  demande: {title: ‹Déposer la demande|File the request›, schemes: [logement-social]}
  commission:
    title: ‹La commission choisit|The board decides›
    kind: choice
    next: [{to: logement, share: 0.2}, {to: refus}]
  logement: {title: ‹Un logement|A home›, kind: outcome, result: granted, scheme: logement-social}
  refus:
    title: ‹Un refus|A refusal›
    kind: outcome
    result: refused
    scheme: logement-social
    reason: false
    appeal: false
"""


def find(case: Case) -> Iterator[Draft]:
    """Refusals that close the way, then closed steps, then one question on appeals."""
    unsaid: list[str] = []
    for name, one in case.lived.steps.items():
        if one.step.result == "refused":
            if one.step.appeal is None:
                unsaid.append(name)
            variant = _closes(name, one.step, case)
            if variant:
                yield _refusal(name, variant, case)
    for name in case.lived.closed:
        if _stops(name, case):
            yield _closed(name, case)
    if unsaid:
        yield _question(unsaid, case)


def _closes(name: str, step: Step, case: Case) -> str | None:
    """How a refusal is a dead end, if it is one."""
    if step.reason is False and step.appeal is False:
        return "both"
    if step.reason is False:
        return "no-reason"
    if step.appeal is False:
        return "no-appeal"
    silent = step.reason is None and any(_silent(s) for s in _deciding(name, case))
    return "silence" if silent else None


def _deciding(name: str, case: Case) -> Iterator[Step]:
    """The refusal itself, and the steps just before it."""
    yield case.journey.steps[name]
    for passage in case.net.forward_in(name):
        yield case.journey.steps[passage.source]


def _silent(step: Step) -> bool:
    return any(deadline.silence == "refused" for deadline in step.deadlines)


def _refusal(name: str, variant: str, case: Case) -> Draft:
    schemes = case.journey.steps[name].scheme
    cause = " ".join(sorted(schemes)) or case.here(name)
    return _draft(cause, (name,), variant, schemes, case)


def _stops(name: str, case: Case) -> bool:
    """Whether a closed step keeps the persona from what is pursued there."""
    schemes = schemes_of(case.journey.steps[name], case.atlas)
    reached = {
        scheme
        for one in case.lived.steps.values()
        if one.step.result in ("granted", "done")
        for scheme in one.step.scheme
    }
    return not schemes or not reached.issuperset(schemes)


def _closed(name: str, case: Case) -> Draft:
    schemes = schemes_of(case.journey.steps[name], case.atlas)
    cause = " ".join((*sorted(schemes), "closed")) if schemes else case.here(name)
    return _draft(cause, (name,), "closed", schemes, case, topics=(f"closed:{case.here(name)}",))


def _question(unsaid: list[str], case: Case) -> Draft:
    schemes = once(s for name in unsaid for s in case.journey.steps[name].scheme)
    return _draft(case.here(), unsaid, "unknown", schemes, case)


def _in_vain(schemes: tuple[str, ...], steps: tuple[str, ...], case: Case) -> Stake:
    """What was done for nothing: of each step before a refusal, the part that leads to it."""
    if any(step in case.lived.closed for step in steps):
        return Stake(steps=done_for(schemes, steps, case.lived))
    parts: list[tuple[str, float]] = []
    for end in steps:
        refused = case.visits.at(end)
        for step in done_for(schemes, (end,), case.lived) if refused else ():
            passed = case.visits.at(step)
            if passed and refused:
                parts.append((step, min(1.0, refused / passed)))
    return Stake(parts=tuple(parts))


def _draft(
    cause: str,
    steps: Iterable[str],
    variant: str,
    schemes: tuple[str, ...],
    case: Case,
    topics: tuple[str, ...] = (),
) -> Draft:
    steps = tuple(steps)
    counters = mention("counter", *(
        name for step in steps for name in counters_of(case.journey.steps[step])
        if name in case.atlas.counters
    ))  # fmt: skip
    return Draft(
        cause=cause,
        where=Where(steps, counters=counters.ids, schemes=schemes),
        values={
            "schemes": mention("scheme", *schemes),
            "steps": mention("step", *steps),
            "counters": counters,
        },
        variant=variant,
        kind="question" if variant == "unknown" else None,
        confidence=(
            "medium"
            if variant == "silence"
            else case.sureness(*(case.journey.steps[step] for step in steps))
        ),
        stake=_in_vain(schemes, steps, case),
        topics=topics,
    )


RULE = Rule(
    name="dead-end",
    severity="error",
    source=(
        "D12",
        "Downe, Good Services, 10 and 14",
        "Services Publics +",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("reason: false", "reason: true").replace(
        "appeal: false", "appeal: commission"
    ),
    gives_way_to=("digital-only", "out-of-reach"),
    find=find,
)
