"""A counter where one has to come, too far from home."""

from __future__ import annotations

from collections.abc import Iterator

from carteblanche_journeys.diagnosis.clues.desert import Faraway, faraway
from carteblanche_journeys.diagnosis.finding import Confidence, Where, mention, once
from carteblanche_journeys.diagnosis.prose import Prose
from carteblanche_journeys.diagnosis.rule import Case, Draft, Rule, Threshold
from carteblanche_journeys.diagnosis.stake import Stake
from carteblanche_journeys.model import Person

FRENCH = Prose(
    title="""{counters|Un guichet} à {minutes|plus de 20} min de route depuis {home|chez soi},
        sans autre voie""",
    finds="""Une étape qu'il faut faire sur place, à plus de 20 minutes de chez soi, de porte à
        porte, sans téléphone, courrier ni service en ligne que la personne puisse utiliser. C'est
        grave pour qui n'a pas de voiture, sérieux au-delà de 30 minutes.""",
    hurts="""Chaque venue se compte aller et retour, et il faut trouver qui conduit quand on n'a pas
        de voiture. Pour une pièce oubliée, tout est à refaire. Beaucoup repoussent, puis
        renoncent.""",
    remedy="""Rapprochez le guichet : un arrêt itinérant, une maison de services, un téléphone où
        l'on décide. Ou amenez les personnes : une ligne, un chauffeur bénévole. Ou transformez la
        venue en courrier ou en appel.""",
    against="""Un arrêt itinérant ne revient que tous les quinze jours et coûte cher. Voir un agent
        en face aide à se faire comprendre ; au téléphone, on s'explique moins bien.""",
    forms={
        "no-line": {
            "title": """{counters} : aucune ligne n'y mène depuis {home}, et la personne n'a pas de
                voiture""",
        },
        "lines-unknown": {
            "title": """Sans voiture, par quelle ligne aller à ces guichets depuis {home} ?
                {counters}""",
            "hurts": """Il faut s'y rendre, et l'on ne sait pas s'il existe une ligne, un
                transport à la demande ou un chauffeur bénévole.""",
            "remedy": """Demandez-le aux communes, puis écrivez les lignes du territoire (`lines`),
                même quand il n'y en a qu'une.""",
        },
    },
)
ENGLISH = Prose(
    title="""{counters|A counter} is {minutes|over 20} min by road from {home|home}, with no
        other way""",
    finds="""A step that has to be done on the spot, more than 20 minutes from home, door to door,
        with no telephone, post or online service that the person can use. It is grave for those
        without a car, serious beyond 30 minutes.""",
    hurts="""Each visit is a way there and back, and those without a car have to find someone who
        drives. For one piece forgotten, everything starts again. Many put it off, then give up.""",
    remedy="""Bring the counter nearer: an itinerant stop, a service house, a telephone where
        decisions are made. Or bring people there: a line, a volunteer driver. Or turn the visit
        into a letter or a call.""",
    against="""An itinerant stop comes back only every other week and costs a lot. Seeing an agent
        helps to make oneself understood; on the telephone it is harder to explain.""",
    forms={
        "no-line": {
            "title": "{counters}: no line goes there from {home}, and the person has no car",
        },
        "lines-unknown": {
            "title": """Without a car, by which line does one get to these counters from
                {home}? {counters}""",
            "hurts": """One has to go there, and nobody says whether there is a line, transport on
                demand or a volunteer driver.""",
            "remedy": """Ask the municipalities, then write the lines of the territory (`lines`),
                even where there is only one.""",
        },
    },
)
BAD = """
# atlas.yml
title: ‹La campagne|The country›
language: ‹fr|en›
territory: bassin
# organisations.yml
caf: {name: ‹Caf|Family benefits office›, kind: social-security}
# counters.yml
caf:
  name: ‹Accueil de la Caf|Benefits desk›
  owner: caf
  channels: [on-site]
  places: [{commune: ville}]
# personas.yml
odette: {name: Odette, people: [{commune: hameau, car: none, online: 0}]}
# territories/bassin.yml
communes:
  hameau: {name: ‹Le Hameau|The Hamlet›, coordinates: [44.60, 1.20]}
  ville: {name: ‹La Ville|The Town›, coordinates: [44.45, 1.44]}
# aide/as-is.yml
title: ‹Je demande une aide|I ask for support›
personas: [odette]
steps:
  demande: {title: ‹Demander l'aide|Ask for support›, at: caf}
"""


def find(case: Case) -> Iterator[Draft]:
    """Each step that is too far for the persona, or may be."""
    parameters = case.books.parameters(case.atlas)
    for one in faraway(case.lived, parameters, case.figures["alert"]):
        yield _draft(one, case)


def _draft(one: Faraway, case: Case) -> Draft:
    person = case.lived.persona.person(case.journey.steps[one.step].actor)
    car = (person.car if person else None) or "unsaid"
    home = person.commune if person else None
    place = one.travel.place.commune if one.travel.place else None
    counters = mention("counter", one.way.counter)
    asks = one.verdict == "lines-unknown"
    territory = case.journey.territory or case.atlas.territory
    minutes = one.travel.minutes.likely if one.travel.minutes else None
    return Draft(
        cause=(
            f"lines {territory}"
            if asks
            else " ".join(once((one.way.counter, place, "from", home, car)))
        ),
        where=Where(
            (one.step,),
            counters=counters.ids,
            organisations=once(case.atlas.counters[name].owner for name in counters.ids),
        ),
        values={
            "counters": counters,
            "home": mention("commune", home),
            "minutes": round(minutes or 0),
        },
        variant="" if one.verdict == "far" else one.verdict,
        kind="question" if asks else None,
        confidence=_sureness(one, case),
        lower=_lower(minutes, person, case),
        stake=Stake(travel=(one.step,)),
        topics=(f"closed:{case.here(one.step)}",) if one.step in case.lived.closed else (),
    )


def _lower(minutes: float | None, person: Person | None, case: Case) -> int:
    """Grave without a car; with one, serious beyond the critical time."""
    if person is not None and person.car == "none":
        return 0
    if person is not None and person.car == "lift":
        return 1
    return 1 if (minutes or 0) > case.figures["critical"] else 2


def _sureness(one: Faraway, case: Case) -> Confidence:
    minutes = one.travel.minutes
    if minutes is not None and minutes.status in ("assumed", "to-verify", "default"):
        return "medium"
    return case.sureness(case.journey.steps[one.step], one.way)


RULE = Rule(
    name="out-of-reach",
    severity="error",
    source=(
        "D09",
        "Cour des comptes 2024, France Services : 20 et 30 minutes",
    ),
    prose={"fr": FRENCH, "en": ENGLISH},
    thresholds={
        "alert": Threshold(20, "Cour des comptes 2024, France Services"),
        "critical": Threshold(30, "Cour des comptes 2024, France Services"),
    },
    bad=BAD,
    good=BAD.replace("channels: [on-site]", "channels: [on-site, phone]"),
    find=find,
)
