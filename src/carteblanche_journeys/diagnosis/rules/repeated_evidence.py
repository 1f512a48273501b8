"""The same piece is asked for again, or the same fact, though it has been given before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from carteblanche_journeys.diagnosis.clues.administrations import administrations
from carteblanche_journeys.diagnosis.clues.givings import asked_alone, facts_given, says_more
from carteblanche_journeys.diagnosis.clues.holding import held_already
from carteblanche_journeys.diagnosis.clues.repeats import Time, again, pieces_asked
from carteblanche_journeys.diagnosis.finding import Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Evidence, all_yields
from carteblanche_journeys.model.values import Thing

FRENCH = Prose(
    title="On demande {times|plusieurs} fois {evidence|la même pièce}",
    finds="""Une pièce demandée à plusieurs endroits, ou plusieurs fois par le même organisme.
        Ou une donnée que la personne redonne à chacun, sur des papiers différents. Ou, demandée
        une seule fois, une pièce qu'une administration a déjà. Les formulaires que l'on remplit
        ne comptent pas comme des pièces, ni le retour d'un dossier incomplet.""",
    hurts="""La personne cherche, copie et envoie de nouveau ce qu'elle a déjà donné :
        {askers|chacun le demande pour soi}. À chaque fois, une pièce trop vieille ou mal copiée
        peut tout arrêter.""",
    remedy="""Demandez {evidence|la pièce} une seule fois : que l'organisme qui l'a déjà la
        passe aux autres, ou qu'il réponde seulement à leur question. Entre administrations,
        l'échange a sa base : l'article L. 114-8 du code des relations entre le public et
        l'administration.""",
    against="""Redemander une pièce permet de vérifier qu'elle est encore vraie. Ce qui circule
        sans la personne peut aussi la suivre sans qu'elle le sache : elle doit pouvoir dire
        non, et corriger.""",
    forms={
        "fact": {
            "title": "La personne donne {times} fois la même réponse : {fact}",
            "hurts": """La même réponse, sur des papiers différents : {askers}. Qui se trompe
                une fois a deux réponses qui ne vont pas ensemble, et doit s'expliquer.""",
            "remedy": """Demandez {fact} une seule fois, et partagez la réponse : un formulaire
                commun, des cases remplies d'avance, ou un échange entre administrations.""",
            "against": """Chaque organisme peut avoir besoin d'une autre période ou d'une autre
                définition. Une réponse partagée avec une faute est une faute partout.""",
        },
        "copies": {
            "title": "La personne dépose {times} fois le même dossier : {evidence}",
            "hurts": """Le même dossier, une fois pour chacun. Quand quelque chose change, il
                faut l'écrire à tous, et aucun ne sait ce que les autres ont répondu.""",
            "remedy": """Recevez un seul dossier et envoyez-le à chacun : en ligne, ou par un
                guichet qui le fait pour la personne.""",
            "against": """Qui dépose soi-même choisit l'ordre et le moment, et ne dit pas à
                chacun qui sont les autres.""",
        },
        "own": {
            "title": "La personne rapporte {evidence} à l'organisme d'où vient la pièce : {askers}",
            "hurts": """L'organisme qui demande {evidence} est celui d'où vient la pièce. C'est
                pourtant à la personne de garder la pièce, puis de la rapporter.""",
            "remedy": "Retrouvez {evidence} dans vos propres dossiers, en le disant à la personne.",
            "against": """Deux services d'un même organisme n'ont pas toujours le droit de lire
                les mêmes dossiers : celui de l'un peut protéger la personne de l'autre.""",
        },
        "held": {
            "title": "On demande {evidence}, qu'une administration a déjà : {holders} → {askers}",
            "hurts": """Une administration a déjà {evidence}. C'est pourtant à la personne de
                retrouver la pièce et de la fournir.""",
            "remedy": """Lisez {evidence} là où elle est ({holders}), en le disant à la
                personne. L'article L. 114-8 du code des relations entre le public et
                l'administration donne à l'échange sa base.""",
        },
    },
)
ENGLISH = Prose(
    title="{evidence|The same piece} is asked for {times|several} times",
    finds="""A piece that is asked for in several places, or several times by one body. Or a
        fact that the person gives to each of them again, on different papers. Or, asked for
        once, a piece that an administration has already. Forms that one fills in do not count
        as pieces, nor does an incomplete file that comes back.""",
    hurts="""The person looks for, copies and sends again what they have given already:
        {askers|each body asks on its own}. Each time, a piece that is too old or badly copied
        can stop everything.""",
    remedy="""Ask for {evidence|the piece} once: let the body that has it pass it on to the
        others, or only answer their question. Between administrations the exchange has its
        legal basis: article L. 114-8 of the French code of relations between the public and the
        administration.""",
    against="""Asking again makes sure that a piece is still true. What travels without the
        person may also follow them without their knowing: they must be able to say no, and to
        correct.""",
    forms={
        "fact": {
            "title": "The person gives the same answer {times} times: {fact}",
            "hurts": """The same answer on different papers: {askers}. Whoever makes one mistake
                has two answers that do not fit, and has to explain.""",
            "remedy": """Ask for {fact} once and share the answer: a common form, boxes filled
                in beforehand, or an exchange between administrations.""",
            "against": """Each body may need another period or another definition. A shared
                answer with a mistake in it is a mistake everywhere.""",
        },
        "copies": {
            "title": "The person hands in the same file {times} times: {evidence}",
            "hurts": """The same file, once for each of them. When something changes it must be
                written to all, and none knows what the others have answered.""",
            "remedy": """Take one file and send it to each of them: online, or by a counter that
                does it for the person.""",
            "against": """Those who hand it in themselves choose the order and the moment, and
                tell nobody who the others are.""",
        },
        "own": {
            "title": "{askers} asks the person for {evidence}, and has it already",
            "hurts": """The body that asks for {evidence} is the one that made it. Still it is
                the person who has to keep the piece and bring it back.""",
            "remedy": "Look up {evidence} in your own files, and tell the person.",
            "against": """Two services of one body may not always read the same files: that of
                one may protect the person from the other.""",
        },
        "held": {
            "title": "{askers} asks for {evidence}, which {holders} holds already",
            "hurts": """An administration has {evidence} already. Still it is the person who has
                to find the piece and hand it in.""",
            "remedy": """Read {evidence} where it is ({holders}), and tell the person. Article
                L. 114-8 of the French code of relations between the public and the
                administration gives the exchange its legal basis.""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La rentrée|Back to school›
language: ‹fr|en›
# organisations.yml
mairie: {name: ‹Mairie|Town hall›, kind: local}
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# counters.yml
mairie: {name: ‹Accueil de la mairie|Town hall desk›, owner: mairie}
caf: {name: ‹Accueil de la Caf|Benefits desk›, owner: caf}
# evidence.yml
salaire: {name: ‹Fiche de paie|Pay slip›, kind: proof}
# rentree/as-is.yml
title: ‹Mon enfant va à l'école|My child goes to school›
steps:
  cantine: {title: ‹Inscrire à la cantine|Sign up for meals›, at: mairie, asks: [salaire]}
  aide: {title: ‹Demander une aide|Ask for a grant›, at: caf, asks: [salaire]}
"""


def find(case: Case) -> Iterator[Draft]:
    """Pieces asked again; then facts given again on other papers; then pieces held already."""
    asked = pieces_asked(case.lived)
    repeated = {piece: again(times, case.lived, case.apart) for piece, times in asked.items()}
    elsewhere = frozenset(p for p, times in repeated.items() if len({t.step for t in times}) > 1)
    for piece in repeated:
        if piece in elsewhere:
            yield _of_pieces((piece,), repeated[piece], case)
    # What each of several bodies asks for at one step is one file, handed in again and again.
    files: dict[str, list[str]] = {}
    for piece, times in repeated.items():
        if times and piece not in elsewhere:
            files.setdefault(times[0].step, []).append(piece)
    for pieces in files.values():
        yield _of_pieces(tuple(pieces), repeated[pieces[0]], case)
    yield from _facts(elsewhere, case)
    yield from _asked_once({p: asked[p] for p, times in repeated.items() if not times}, case)


def _asked_once(asked: Mapping[str, tuple[Time, ...]], case: Case) -> Iterator[Draft]:
    """Pieces that someone holds already, and that the person does not carry from there."""
    yielded = {piece for one in case.lived.steps.values() for piece in all_yields(one.step)}
    found = {
        piece: held_already(case.atlas.evidence[piece], times[0], piece in yielded, case.atlas)
        for piece, times in asked.items()
    }
    if any(found.values()):
        carried = {carrying.piece for carrying in case.carryings}
        for piece, variant in found.items():
            if variant and piece not in carried:
                yield _held(variant, case.atlas.evidence[piece], asked[piece], case)


def _facts(explained: frozenset[str], case: Case) -> Iterator[Draft]:
    given = facts_given(case.lived, explained)
    several = {fact: again(times, case.lived, case.apart) for fact, times in given.items()}
    several = {fact: times for fact, times in several.items() if times}
    for fact in asked_alone(several):
        steps = {one.step for one in several[fact]}
        along = frozenset(
            other for other, times in several.items() if {one.step for one in times} <= steps
        )
        yield _of_fact(fact, several[fact], along, case)


def _of_pieces(pieces: tuple[str, ...], times: tuple[Time, ...], case: Case) -> Draft:
    handed_over = [one.times for one in times if one.ask is None or one.ask.form != "seen"]
    first = {one.whose: one for one in reversed(times)}
    spared = [one for one in times if one is not first[one.whose]]
    return Draft(
        cause=pieces[0],
        where=_where(times, case, evidence=pieces),
        values={
            "evidence": mention("evidence", *pieces),
            "askers": mention("body", *(one.body for one in times)),
            "times": sum(one.times for one in times),
        },
        variant="copies" if len(times) == 1 else "",
        confidence=case.sureness(*_marks(times, case)),
        lower=sum(handed_over) < 2 or not _public(times, case),
        stake=Stake(
            asks=tuple((one.step, piece) for piece in pieces for one in spared),
            parts=tuple(_copies(one, case) for one in times if one.times > 1),
        ),
        topics=tuple(f"piece:{piece}" for piece in pieces),
    )


def _copies(one: Time, case: Case) -> tuple[str, float]:
    """Of a form that one files once for each body of one name, all but one filing are spared."""
    form = case.atlas.evidence[one.piece or ""].kind == "form"
    return one.step, 1 - 1 / one.times if form else 0.0


def _of_fact(fact: str, times: tuple[Time, ...], along: frozenset[str], case: Case) -> Draft:
    pieces = once(one.piece for one in times)
    first = {one.whose: one for one in reversed(times)}
    spared = [
        (one.step, one.piece)
        for one in times
        if one.piece and one is not first[one.whose] and _only(one.piece, along, case)
    ]
    return Draft(
        cause=fact if fact not in case.atlas.evidence else f"fact {fact}",
        where=_where(times, case, evidence=pieces, facts=(fact,)),
        values={
            "fact": mention("fact", fact),
            "askers": mention("body", *(one.body for one in times)),
            "times": sum(one.times for one in times),
        },
        variant="fact",
        confidence=case.sureness(*_marks(times, case)),
        lower=not _public(times, case),
        stake=Stake(asks=tuple(spared)),
        topics=(f"fact:{fact}",),
    )


def _held(variant: str, piece: Evidence, times: tuple[Time, ...], case: Case) -> Draft:
    holders = administrations(piece.holders, case.atlas) or piece.holders
    return Draft(
        cause=piece.id,
        where=_where(times, case, evidence=(piece.id,), holders=holders),
        values={
            "evidence": mention("evidence", piece.id),
            "askers": mention("body", *(one.body for one in times)),
            "holders": mention("organisation", *holders),
        },
        variant=variant,
        confidence=case.sureness(*_marks(times, case)),
        lower=True,
        stake=Stake(asks=tuple((one.step, piece.id) for one in times)),
        topics=(f"piece:{piece.id}",),
    )


def _only(piece: str, facts: frozenset[str], case: Case) -> bool:
    """Whether a piece shows nothing but these facts, and who one is."""
    known = case.atlas.facts
    shown = {fact for fact in case.atlas.evidence[piece].facts if says_more(known.get(fact))}
    return shown <= facts


def _public(times: tuple[Time, ...], case: Case) -> bool:
    """Whether some body that asks is not known to be free to ask what it likes."""
    known = (case.atlas.organisations.get(one.body.organisation) for one in times)
    return any(one is None or one.kind not in ("private", "association") for one in known)


def _marks(times: tuple[Time, ...], case: Case) -> Iterator[Thing]:
    for one in times:
        yield case.journey.steps[one.step]
        if one.ask is not None:
            yield one.ask


def _where(
    times: tuple[Time, ...],
    case: Case,
    evidence: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    holders: tuple[str, ...] = (),
) -> Where:
    ways = [case.lived.steps[one.step].way for one in times]
    return Where(
        steps=once(one.step for one in times),
        counters=once(way.counter for way in ways if way),
        organisations=once((*(one.body.organisation for one in times), *holders)),
        evidence=evidence,
        facts=facts,
    )


RULE = Rule(
    name="repeated-evidence",
    severity="warning",
    source=(
        "D04",
        "CRPA, art. L. 114-8 (dites-le-nous une fois)",
        "Reijers & Liman Mansar 2005, buffering",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    bad=BAD,
    good=BAD.replace("at: caf, asks: [salaire]", "at: caf"),
    rivals=("user-as-courier",),
    find=find,
)
