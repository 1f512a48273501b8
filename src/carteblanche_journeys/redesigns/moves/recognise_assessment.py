"""Let one body's assessment count for another: no second visit, unless the person wants one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from pydantic import Field

from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.graph import Dominance
from carteblanche_journeys.model import Evidence, Step, Way, all_yields, schemes_of, ways_of
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.quantities import WaitQuantity
from carteblanche_journeys.model.references import StepId
from carteblanche_journeys.model.values import Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.bodies import organisations_at
from carteblanche_journeys.redesigns.rewriting.naming import made_id
from carteblanche_journeys.redesigns.rewriting.pieces import instead_of
from carteblanche_journeys.redesigns.rewriting.sending import carried_on, sent
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Évaluation reconnue d'un organisme à l'autre",
    title="""L'évaluation faite à {from|une première étape} vaudrait aussi pour {at|la
        suivante}""",
    does="""Un organisme décide sur l'évaluation qu'un autre a déjà faite : le dossier suit, et
        personne ne revient évaluer la même chose. La personne garde le droit de demander une
        autre évaluation.""",
    worse={
        "opinion": """Un second regard se perd : si la première évaluation se trompe, l'erreur vaut
            partout. Le droit de demander une autre évaluation doit être dit à la personne.""",
        "privacy": """L'évaluation parle de la vie et de la santé de la personne : elle doit savoir
            que ce dossier passe d'un organisme à l'autre, et pouvoir s'y opposer.""",
        "dependence": """Le second organisme attend le premier, et décide sur une grille qu'il n'a
            pas choisie.""",
    },
    watch="""Le nombre de personnes qui demandent une autre évaluation, et les décisions qui
        changent après elle.""",
    undo="Le second organisme refait ses évaluations ; les décisions déjà prises restent.",
    unfit={
        "no-assessment": "{step} ne donne aucune évaluation.",
        "other-subject": """{from} et {at} n'évaluent pas la même chose, ou pas la même
            personne.""",
        "facts": """L'évaluation faite à {from} ne dit pas {facts}, dont dépend la décision prise
            après {at}.""",
        "same-body": "{from} et {at} sont du même organisme : il n'y a rien à reconnaître.",
        "not-before": """On peut arriver à {at} sans passer par {from} : ces personnes n'auraient
            aucune évaluation.""",
    },
)
ENGLISH = MoveProse(
    name="Assessment recognised from one body to another",
    title="The assessment made at {from|one step} would count for {at|the next} too",
    does="""A body decides on the assessment that another has made already: the file follows, and
        nobody comes back to assess the same thing. The person keeps the right to ask for another
        assessment.""",
    worse={
        "opinion": """A second look is lost: if the first assessment is wrong, it is wrong
            everywhere. The person has to be told of the right to ask for another one.""",
        "privacy": """The assessment tells of the person's life and health: they have to know that
            this file goes from one body to another, and be able to object.""",
        "dependence": """The second body waits for the first, and decides on a grid that it did not
            choose.""",
    },
    watch="How many people ask for another assessment, and which decisions change after it.",
    undo="The second body makes its assessments again; decisions already made stay.",
    unfit={
        "no-assessment": "{step} gives no assessment.",
        "other-subject": "{from} and {at} do not assess the same thing, or the same person.",
        "facts": """The assessment made at {from} does not tell {facts}, on which the decision
            after {at} depends.""",
        "same-body": "{from} and {at} belong to one body: there is nothing to recognise.",
        "not-before": """One may come to {at} without passing {from}: those people would have no
            assessment at all.""",
    },
)
ON_FILE: Mapping[str, str] = FrozenMap(
    {
        "fr": "L'organisme décide sur l'évaluation déjà faite.",
        "en": "The body decides on the assessment already made.",
    }
)
STILL_OPEN: Mapping[str, str] = FrozenMap(
    {
        "fr": "La personne peut toujours demander une autre évaluation.",
        "en": "The person may still ask for another assessment.",
    }
)
NO_LONGER: Mapping[str, str] = FrozenMap(
    {
        "fr": "On ne sait pas ce que prend une décision sur dossier ; au plus la même attente.",
        "en": "Nobody knows how long a decision on file takes; at most as long as before.",
    }
)
PASSED_ON: Mapping[str, str] = FrozenMap(
    {"fr": "Recevoir l'évaluation déjà faite", "en": "Receive the assessment already made"}
)


class Arguments(Value):
    """The step whose assessment counts, and the one at which it is not made again."""

    from_: StepId = Field(alias="from", description="The step whose assessment counts.")
    at: StepId = Field(description="The step at which nobody need be assessed again.")


def done(variant: Variant, arguments: Arguments) -> bool:
    """The first way of the second step assesses nothing, and the assessment is passed on to it."""
    second = variant.steps[arguments.at]
    if not second.ways:
        return False
    made = {piece.id for piece in _assessments(variant, arguments.from_)}
    on_file = second.ways[0]
    passed = any(
        passage.link.carried == "organisation" and made & set(passage.link.carries)
        for passage in variant.net.forward_in(arguments.at)
    )
    return passed and on_file.done_by is not None and on_file.yields == ()


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Two bodies that assess one subject of one person, the first on every way to the second."""
    steps = {"from": arguments.from_, "at": arguments.at}
    for name, step in steps.items():
        if not _assessments(variant, step):
            yield Hindrance("no-assessment", (name,), {"step": mention("step", step)})
            return
    said = {name: mention("step", step) for name, step in steps.items()}
    missing = _missing(variant, arguments)
    if _pair(variant, arguments) is None:
        yield Hindrance("other-subject", ("at",), said)
    elif missing:
        yield Hindrance("facts", ("from",), {**said, "facts": mention("fact", *missing)})
    elif not set(_assessors(variant, steps["from"])).isdisjoint(_assessors(variant, steps["at"])):
        yield Hindrance("same-body", ("at",), said)
    elif arguments.from_ == arguments.at or not _always_before(variant, arguments):
        yield Hindrance("not-before", ("from",), said)


def make(variant: Variant, arguments: Arguments) -> Variant:
    """A way on file comes first at the second step, and the first assessment is passed on to it."""
    pair = _pair(variant, arguments)
    assert pair is not None
    first, again = pair
    second = variant.steps[arguments.at]
    changed = variant.with_step(_on_file(second, variant, arguments))
    changed = _later_asks(changed, again.id, first.id, arguments.at)
    arriving = variant.net.forward_in(arguments.at)
    if any(passage.link.carried == "person" for passage in arriving):
        giver = _assessors(variant, arguments.from_)[0]
        return sent(changed, arguments.at, (first.id,), giver, _exchange(variant, arguments))
    return carried_on(changed, arguments.at, (first.id,))


def _on_file(second: Step, variant: Variant, arguments: Arguments) -> Step:
    """The step with a way without a visit first, for those who were assessed; others stay."""
    first = variant.steps[arguments.from_]
    old = ways_of(second, variant.atlas) or (Way(),)
    doer = _assessors(variant, arguments.at)[0]
    met = {way.counter: way for way in reversed(old)}
    on_file = []
    for counter, way in reversed(met.items()):
        known = variant.atlas.counters.get(counter or "")
        on_file.append(
            Way(
                counter=counter,
                channel=way.channel,
                done_by=known.owner if known else doer,
                when={**way.when, **first.when},
                asks=(),
                yields=(),
                presence=(),
                wait=_no_longer(second.wait if way.wait is None else way.wait),
                note=ON_FILE,
            )
        )
    kept = tuple(
        way.model_copy(
            update={
                "asks": second.asks if way.asks is None else way.asks,
                "yields": second.yields if way.yields is None else way.yields,
                "presence": second.presence if way.presence is None else way.presence,
                "wait": second.wait if way.wait is None else way.wait,
                "effort": second.effort if way.effort is None else way.effort,
                "note": way.note or STILL_OPEN,
            }
        )
        for way in old
    )
    bare = {"at": None, "asks": (), "yields": (), "presence": None, "wait": None, "effort": None}
    return second.model_copy(update={**bare, "ways": (*on_file, *kept)})


def _no_longer(wait: WaitQuantity | None) -> WaitQuantity | None:
    """How long a decision on file takes: nobody knows, so the whole wait may stay."""
    if wait is None:
        return None
    return wait.model_copy(update={"status": "assumed", "note": NO_LONGER})


def _later_asks(variant: Variant, again: str, first: str, second: str) -> Variant:
    """Where the second assessment was asked for later, the first one does; it is still given."""
    kept = variant.steps[second]
    return instead_of(variant, (again,), first).with_step(kept)


def _exchange(variant: Variant, arguments: Arguments) -> Step:
    doer = _assessors(variant, arguments.at)[0]
    name = made_id("evaluation-transmise", (arguments.from_, arguments.at), variant.steps)
    stage = variant.steps[arguments.at].stage
    return Step(id=name, title=PASSED_ON, actor=doer, stage=stage, comes_from=())


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Pairs of assessments that a finding calls the same, the first always made before."""
    variant = diagnosed.variant
    for finding in diagnosed.of("duplicate-assessment"):
        steps = finding.where_in(variant.journey.id).steps
        for one, other in combinations(steps, 2):
            arguments = Arguments(**{"from": one, "at": other})
            if not done(variant, arguments) and not any(fits(variant, arguments)):
                yield Suggestion(arguments, (finding.fingerprint,))


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """A second look is lost, private things are passed on, one body depends on the other."""
    return (
        Worse("control", "opinion"),
        Worse("privacy", "privacy"),
        Worse("dependence", "dependence"),
    )


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """A decree that lets one assessment count for the other."""
    bodies = (*_assessors(variant, arguments.from_), *_assessors(variant, arguments.at))
    return (LegalNeed("decree", bodies=tuple(dict.fromkeys(bodies))),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A common grid, agents who learn to read it; visits are spared."""
    return Cost("low", "Reijers & Liman Mansar 2005, trusted party", "assumed")


def _assessments(variant: Variant, step: str) -> tuple[Evidence, ...]:
    known = (variant.atlas.evidence.get(piece) for piece in all_yields(variant.steps[step]))
    return tuple(piece for piece in known if piece is not None and piece.kind == "assessment")


def _pair(variant: Variant, arguments: Arguments) -> tuple[Evidence, Evidence] | None:
    """The assessment that counts, and the one of the same subject that need not be made."""
    for first in _assessments(variant, arguments.from_):
        for again in _assessments(variant, arguments.at):
            about = (first.about or "person") == (again.about or "person")
            if first.id != again.id and first.subject == again.subject is not None and about:
                return first, again
    return None


def _missing(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    """What decisions read of the second assessment and the first leaves out.

    Where nobody says what a decision reads, it may read all that the second assessment tells.
    """
    pair = _pair(variant, arguments)
    if pair is None:
        return ()
    first, again = pair
    read = _read(variant, variant.steps[arguments.at])
    needed = again.facts if read is None else tuple(fact for fact in again.facts if fact in read)
    return tuple(fact for fact in needed if fact not in first.facts)


def _read(variant: Variant, step: Step) -> frozenset[str] | None:
    """The facts on which the decisions pursued at a step rest; None where one does not say."""
    names = schemes_of(step, variant.atlas)
    known = [variant.atlas.schemes[name] for name in names if name in variant.atlas.schemes]
    if not known or not all(one.reads or one.eligibility for one in known):
        return None
    read = {fact for one in known for facts in one.reads.values() for fact in facts}
    return frozenset(read.union(*(one.eligibility for one in known)))


def _assessors(variant: Variant, step: str) -> tuple[str, ...]:
    """The organisations that assess at a step: its bodies, else who issues the assessment."""
    issuers = (piece.issuer for piece in _assessments(variant, step))
    return organisations_at(variant, step) or tuple(
        issuer for issuer in issuers if issuer and issuer != "person"
    )


def _always_before(variant: Variant, arguments: Arguments) -> bool:
    """Whether everyone who comes to the second step has been assessed at the first."""
    first = variant.steps[arguments.from_]
    on_every_way = Dominance(variant.net.nearest).holds(arguments.from_, arguments.at)
    return on_every_way and first.share is None


MOVE = Move(
    name="recognise-assessment",
    source=("M13", "D16", "Reijers & Liman Mansar 2005, trusted party"),
    arguments=Arguments,
    order=30,
    effect="eliminate",
    answers=("duplicate-assessment",),
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="easy",
    assumes=(Assumption("wait_on_file", "100 %", "carteblanche-journeys"),),
)
