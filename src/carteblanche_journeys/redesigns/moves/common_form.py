"""One form for several schemes of one purpose, filed once; the bodies sort out who decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import Field

from carteblanche_journeys.diagnosis import Finding
from carteblanche_journeys.diagnosis.clues.likeness import alike, likeness
from carteblanche_journeys.diagnosis.finding import mention
from carteblanche_journeys.model import Counter, Evidence, Text, schemes_of, ways_of
from carteblanche_journeys.model.counters import LEVELS
from carteblanche_journeys.model.frozen import FrozenMap
from carteblanche_journeys.model.references import EvidenceId
from carteblanche_journeys.model.values import Several, Value
from carteblanche_journeys.redesigns.consequences import Assumption, Cost, LegalNeed, Worse
from carteblanche_journeys.redesigns.hindrance import Hindrance
from carteblanche_journeys.redesigns.move import Diagnosed, Move, Suggestion
from carteblanche_journeys.redesigns.prose import MoveProse
from carteblanche_journeys.redesigns.rewriting.behind import owners_of
from carteblanche_journeys.redesigns.rewriting.filing_once import filed_once, order_of
from carteblanche_journeys.redesigns.rewriting.joined_filing import OneFiling, effort_of
from carteblanche_journeys.redesigns.rewriting.pieces import instead_of
from carteblanche_journeys.redesigns.rewriting.purposes import filed_at, named_for, purposes_at
from carteblanche_journeys.redesigns.variant import Variant

FRENCH = MoveProse(
    name="Formulaire commun",
    title="Un seul formulaire servirait pour {forms|plusieurs demandes}",
    does="""Un seul formulaire pour des aides qui ont le même but, déposé une fois, à l'un ou
        l'autre des guichets d'avant. Les organismes se passent le dossier et trouvent entre eux
        qui décide ; aucun guichet ne ferme. C'est ce qu'a fait le dossier commun autonomie en
        octobre 2023 (décret 2023-593).""",
    worse={
        "longer": """Le formulaire est plus long : chacun répond aussi aux questions qui ne
            servent qu'aux autres.""",
        "routing": """Trier les dossiers et les passer au bon organisme devient un travail
            d'agents.""",
        "change": "Formulaires, outils et habitudes sont à changer le même jour.",
        "privacy": """Des organismes reçoivent des informations dont ils n'ont pas tous besoin.""",
        "dependence": """Qui reçoit le dossier en second dépend de qui le passe : un dossier peut
            se perdre entre les deux.""",
    },
    watch="""Le nombre de dossiers passés d'un organisme à l'autre, le temps que cela prend, et les
        dossiers rendus parce qu'ils sont incomplets.""",
    undo="""Chaque organisme reprend son formulaire ; les habitudes prises et les logiciels
        restent.""",
    unfit={
        "too-few": "Il faut au moins deux formulaires à réunir.",
        "no-form": "{piece} n'est pas un formulaire.",
        "other-purpose": "{piece} et {other} ne servent pas le même but.",
        "unlike": """{piece} et {other} demandent des informations trop différentes : {share} en
            commun, il en faut {least}.""",
        "not-asked": "{piece} n'est demandé à aucune étape de ce parcours.",
        "serves-others": """{piece} sert aussi à {steps}, pour un autre but : le changer
            changerait cette demande. Choisissez un autre formulaire commun.""",
        "asked-apart": """{steps} ne viennent pas l'une après l'autre : il n'y a pas de moment où
            déposer une fois pour toutes.""",
    },
)
ENGLISH = MoveProse(
    name="Common form",
    title="A single form would serve for {forms|several requests}",
    does="""A single form for schemes of one purpose, filed once, at either of the counters there
        were. The bodies pass the case on and find out among themselves who decides; no counter
        closes. This is what the common autonomy form did in France in October 2023 (decree
        2023-593).""",
    worse={
        "longer": "The form is longer: all answer also the questions that serve only others.",
        "routing": "Sorting cases and passing them to the right body becomes work for agents.",
        "change": "Forms, tools and habits have to change on the same day.",
        "privacy": "Bodies receive information that not all of them need.",
        "dependence": """Who receives the case second depends on who passes it on: a case may get
            lost between the two.""",
    },
    watch="""How many cases are passed from one body to another, how long that takes, and how many
        are returned as incomplete.""",
    undo="Each body takes its form back; habits and software stay.",
    unfit={
        "too-few": "It takes at least two forms to join.",
        "no-form": "{piece} is no form.",
        "other-purpose": "{piece} and {other} do not serve the same purpose.",
        "unlike": """{piece} and {other} ask for information that differs too much: {share} in
            common, {least} is needed.""",
        "not-asked": "{piece} is asked at no step of this journey.",
        "serves-others": """{piece} also serves at {steps}, for another purpose: changing it would
            change that request. Choose another common form.""",
        "asked-apart": """{steps} do not come one after the other: there is no moment to file once
            for all.""",
    },
)

#: From this likeness of their facts (Jaccard) forms may be joined: below, most questions would
#: serve only some of those who answer (our own figure; rules-and-moves, common-form).
LIKENESS = 0.5
WORDS: Mapping[str, str] = FrozenMap({"fr": "Formulaire commun", "en": "Common form"})
FILING: Mapping[str, str] = FrozenMap(
    {"fr": "Déposer le formulaire commun", "en": "File the common form"}
)


class Arguments(Value):
    """The forms that become one, and the one that they become."""

    forms: Several[EvidenceId] = Field(description="The forms that become one.")
    into: EvidenceId = Field(description="The one that they become: one of them, or another form.")
    name: Text | None = Field(None, description="What it is then called.")


def done(variant: Variant, arguments: Arguments) -> bool:
    """The common form comes from all of these."""
    origins = variant.atlas.evidence[arguments.into].comes_from or ()
    others = set(arguments.forms) - {arguments.into}
    return bool(others) and others <= set(origins)


def fits(variant: Variant, arguments: Arguments) -> Iterator[Hindrance]:
    """Forms of one purpose, alike, asked where one may file once for all."""
    forms = tuple(dict.fromkeys(arguments.forms))
    if len({*forms, arguments.into}) < 2:
        yield Hindrance("too-few", ("forms",))
        return
    wrong = tuple(_each_form(variant, forms, arguments.into))
    yield from wrong or _together(variant, forms, arguments.into)


def _each_form(variant: Variant, forms: tuple[str, ...], into: str) -> Iterator[Hindrance]:
    for at, name in enumerate(forms):
        piece = {"piece": mention("evidence", name)}
        known = variant.atlas.evidence.get(name)
        if known is not None and known.kind != "form":
            yield Hindrance("no-form", ("forms", at), piece)
        elif known is None or not _asked_at(variant, name):
            yield Hindrance("not-asked", ("forms", at), piece)
    known = variant.atlas.evidence.get(into)
    if known is not None and known.kind != "form" and into not in forms:
        yield Hindrance("no-form", ("into",), {"piece": mention("evidence", into)})


def _together(variant: Variant, forms: tuple[str, ...], into: str) -> Iterator[Hindrance]:
    for at, name in enumerate(forms[1:], start=1):
        other = forms[0]
        said = {"piece": mention("evidence", name), "other": mention("evidence", other)}
        facts = [frozenset(variant.atlas.evidence[one].facts) for one in (other, name)]
        like = likeness(*facts)
        if not _purposes(variant, name) & _purposes(variant, other):
            yield Hindrance("other-purpose", ("forms", at), said)
        elif like < LIKENESS:
            shares = {"share": f"{like:.0%}", "least": f"{LIKENESS:.0%}"}
            yield Hindrance("unlike", ("forms", at), {**said, **shares})
    filings = _filings(variant, forms, _shared(variant, forms))
    elsewhere = [name for name in filed_at(variant, (into,)) if name not in filings]
    if filings and elsewhere:
        said = {"piece": mention("evidence", into), "steps": mention("step", *elsewhere)}
        yield Hindrance("serves-others", ("into",), said)
    if len(filings) > 1 and order_of(variant, filings) is None:
        yield Hindrance("asked-apart", ("forms",), {"steps": mention("step", *filings)})


def make(variant: Variant, arguments: Arguments) -> Variant:
    """One form, asked once; each counter takes it in, and passes it on to who decides."""
    forms = tuple(dict.fromkeys((arguments.into, *arguments.forms)))
    purposes = _shared(variant, arguments.forms)
    filings = _filings(variant, forms, purposes)
    apart = [name for name in filed_at(variant, forms) if name not in filings]
    changed = variant.with_things("evidence", _common(variant, arguments, forms))
    changed = instead_of(changed, frozenset(forms), arguments.into)
    changed = changed.with_step(*(variant.steps[name] for name in apart))
    if len(filings) < 2:
        return changed
    made = OneFiling(FILING, effort_of(variant, filings), (arguments.into,))
    changed = changed.with_things("counters", *_entries(changed, filings))
    return filed_once(changed, filings, made)


def _common(variant: Variant, arguments: Arguments, forms: tuple[str, ...]) -> Evidence:
    """The form with all the facts; it knows the forms it comes from."""
    known = [variant.atlas.evidence[name] for name in forms if name in variant.atlas.evidence]
    common = variant.atlas.evidence[arguments.into]
    joined = [one for one in known if one.id in arguments.forms or one.id == arguments.into]
    origins = (origin for one in joined for origin in one.comes_from or (one.id,))
    purpose = min(_shared(variant, arguments.forms), default=None)
    own = arguments.into in arguments.forms
    name = named_for(variant, purpose, dict(WORDS)) if own else common.name
    return common.model_copy(
        update={
            "name": arguments.name or name,
            "number": None if own else common.number,
            "facts": tuple(dict.fromkeys(fact for one in known for fact in one.facts)),
            "comes_from": tuple(dict.fromkeys(origins)),
            "kind": "form",
        }
    )


def _entries(variant: Variant, filings: tuple[str, ...]) -> Iterator[Counter]:
    """The counters of all filings: each takes the form in for all that it serves, and passes on."""
    ways = [way for name in filings for way in ways_of(variant.steps[name], variant.atlas)]
    schemes = [s for name in filings for s in schemes_of(variant.steps[name], variant.atlas)]
    owners = owners_of(ways, variant.atlas)
    for name in dict.fromkeys(way.counter for way in ways if way.counter):
        counter = variant.atlas.counters[name]
        receives = {
            scheme: max(counter.level(scheme) or "receives", "receives", key=LEVELS.index)
            for scheme in schemes
        }
        others = (owner for owner in owners if owner != counter.owner)
        yield counter.model_copy(
            update={
                "competence": FrozenMap({**counter.competence, **receives}),
                "forwards_to": tuple(dict.fromkeys((*counter.forwards_to, *others))),
            }
        )


def suggest(diagnosed: Diagnosed) -> Iterator[Suggestion]:
    """Forms alike of one purpose at which a finding points, the first asked as the common one."""
    variant = diagnosed.variant
    for forms in _groups(variant):
        steps = frozenset(_filings(variant, forms, _shared(variant, forms)))
        own = [name for name in forms if steps.issuperset(filed_at(variant, (name,)))]
        arguments = Arguments(forms=forms, into=next(iter(own), forms[0]))
        causes = [one for one in diagnosed.of(*_ANSWERS) if _points(one, steps, forms, variant)]
        causes.sort(key=lambda one: _rank(one))
        if (
            len(steps) > 1
            and causes
            and not done(variant, arguments)
            and not any(fits(variant, arguments))
        ):
            yield Suggestion(arguments, tuple(one.fingerprint for one in causes))


_ANSWERS = ("unknowable-counter", "stacked-schemes", "redundant-counters", "repeated-evidence")


def _rank(finding: Finding) -> int:
    return _ANSWERS.index(finding.rule) if finding.rule in _ANSWERS else len(_ANSWERS)


def _points(
    finding: Finding, steps: frozenset[str], forms: tuple[str, ...], variant: Variant
) -> bool:
    """Whether a finding is about several of these forms, or of the steps that ask for them."""
    where = finding.where_in(variant.journey.id)
    if finding.rule == "repeated-evidence":
        return len(set(forms) & set(where.evidence)) > 1
    return len(steps & set(where.steps)) > 1


def _groups(variant: Variant) -> Iterator[tuple[str, ...]]:
    """Forms asked of the household that are alike, by purpose, each group once."""
    by_purpose: dict[str, dict[str, frozenset[str]]] = {}
    for name, piece in variant.atlas.evidence.items():
        if piece.kind == "form" and piece.facts:
            for purpose in sorted(_purposes(variant, name)):
                by_purpose.setdefault(purpose, {})[name] = frozenset(piece.facts)
    found: dict[tuple[str, ...], None] = {}
    for facts in by_purpose.values():
        for group in alike(facts, LIKENESS):
            asked = sorted(group, key=lambda name: _first(variant, name))
            close = [name for name in asked if likeness(facts[asked[0]], facts[name]) >= LIKENESS]
            if len(close) > 1:
                found[tuple(close)] = None
    yield from found


def _first(variant: Variant, form: str) -> tuple[int, str]:
    return variant.net.order.index(_asked_at(variant, form)[0]), form


def _asked_at(variant: Variant, form: str) -> tuple[str, ...]:
    return filed_at(variant, (form,))


def _purposes(variant: Variant, form: str) -> frozenset[str]:
    steps = _asked_at(variant, form)
    return frozenset[str]().union(
        *(purposes_at(variant.steps[name], variant.atlas) for name in steps)
    )


def _shared(variant: Variant, forms: Sequence[str]) -> frozenset[str]:
    """The purposes that all of these forms serve."""
    every = [_purposes(variant, form) for form in forms]
    return every[0].intersection(*every) if every else frozenset()


def _filings(variant: Variant, forms: Sequence[str], purposes: frozenset[str]) -> tuple[str, ...]:
    """The steps at which one files any of these forms for one of these purposes, in order."""
    return tuple(
        name
        for name in filed_at(variant, forms)
        if purposes & purposes_at(variant.steps[name], variant.atlas)
    )


def worse(variant: Variant, arguments: Arguments) -> tuple[Worse, ...]:
    """A longer form for those who need only a part of it, work behind, information that travels."""
    every = (*arguments.forms, arguments.into)
    facts = {frozenset(variant.atlas.evidence[one].facts) for one in every}
    longer = (Worse("effort", "longer"),) if len(facts) > 1 else ()
    behind = (
        Worse("agents", "routing"),
        Worse("privacy", "privacy"),
        Worse("dependence", "dependence"),
    )
    alone = len(_owners(variant, arguments)) < 2
    return (*longer, *((Worse("transition", "change"),) if alone else behind))


def legal(variant: Variant, arguments: Arguments) -> tuple[LegalNeed, ...]:
    """A decree sets the form and says who passes what to whom."""
    return (LegalNeed("decree", bodies=_owners(variant, arguments)),)


def cost(variant: Variant, arguments: Arguments) -> Cost:
    """A form, a rule to sort cases, software that sends them on."""
    return Cost("medium", "décret 2023-593, cerfa 16301*01", "assumed")


def _owners(variant: Variant, arguments: Arguments) -> tuple[str, ...]:
    filings = _filings(variant, arguments.forms, _shared(variant, arguments.forms))
    ways = (way for name in filings for way in ways_of(variant.steps[name], variant.atlas))
    return owners_of(ways, variant.atlas)


MOVE = Move(
    name="common-form",
    source=(
        "M6",
        "D07",
        "Reijers & Liman Mansar 2005, interfacing",
        "décret 2023-593 du 11 juillet 2023",
    ),
    arguments=Arguments,
    order=50,
    effect="simplify",
    answers=_ANSWERS,
    prose={"fr": FRENCH, "en": ENGLISH},
    done=done,
    fits=fits,
    make=make,
    suggest=suggest,
    worse=worse,
    legal=legal,
    cost=cost,
    undoing="costly",
    assumes=(Assumption("time_per_new_fact", "100 %", "carteblanche-journeys"),),
)
