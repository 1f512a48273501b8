"""French words for the arguments of moves."""

WORDS: dict[str, str | tuple[str, str]] = {
    "argument.drop.step": "L'étape qui disparaît.",
    "argument.drop.evidence": "La pièce qui n'est plus demandée.",
    "argument.drop.at": "D'une pièce : à quelle étape ; absent : partout où elle est demandée.",
    "argument.share-evidence.evidence": "La pièce qui est transmise.",
    "argument.share-evidence.from": "L'organisme qui la détient, ou une étape où on le rencontre.",
    "argument.share-evidence.to": "L'étape où elle n'est plus demandée.",
    "argument.share-evidence.also": "D'autres étapes où elle n'est plus demandée non plus.",
    "argument.share-evidence.consent": "La personne accepte que ce qui est médical soit transmis.",
    "argument.share-evidence.answer_within": (
        "Le temps qu'a l'organisme pour l'envoyer ; absent : aussitôt."
    ),
    "argument.recognise-assessment.from": "L'étape dont l'évaluation compte.",
    "argument.recognise-assessment.at": "L'étape où l'on n'est plus évalué une seconde fois.",
    "argument.merge-counters.counters": "Les guichets qui n'en font plus qu'un.",
    "argument.merge-counters.into": "Celui qu'ils deviennent : l'un d'eux, ou un autre.",
    "argument.merge-counters.depth": (
        "entry : les décisions restent où elles sont ; full : un seul organisme décide."
    ),
    "argument.merge-counters.scope": (
        "variant : pour ce que ce parcours poursuit ; atlas : pour tout ce qu'ils ont en commun."
    ),
    "argument.merge-counters.purposes": (
        "Pour quelles finalités ; absent : pour tout ce qu'ils font de semblable."
    ),
    "argument.merge-counters.answer_within": (
        "D'une entrée commune : le temps qu'a le service derrière pour répondre ; absent : `4 d`."
    ),
    "argument.merge-counters.name": "Le nom que prend alors le guichet.",
    "argument.common-form.forms": "Les formulaires qui n'en font plus qu'un.",
    "argument.common-form.into": "Celui qu'ils deviennent : l'un d'eux, ou un autre formulaire.",
    "argument.common-form.name": "Le nom qu'il prend alors.",
    "argument.delegate.services": "Les dispositifs dont le guichet généraliste s'occupe.",
    "argument.delegate.to": "Le guichet généraliste.",
    "argument.delegate.operators": (
        "Les organismes qui lui répondent, et sous combien de temps : `{organisation, "
        "answer_within}`."
    ),
    "argument.delegate.answer_within": (
        "Le temps qu'ont pour répondre ceux qui n'en disent pas un autre."
    ),
    "argument.delegate.steps": (
        "Seulement à ces étapes ; absent : partout où ces dispositifs sont poursuivis."
    ),
    "argument.delegate.resolves": (
        "La part des demandes réglées sur place ; absent : ce que dit l'étape."
    ),
    "argument.reorder.step": "L'étape qui change de place.",
    "argument.reorder.after": "Juste après quelle étape elle vient.",
    "argument.reorder.beside": "En même temps que quelle étape.",
    "argument.reorder.visit": "En même temps : les deux en une seule visite, l'une après l'autre.",
    "argument.announce-status.step": "L'étape où l'on attend.",
    "argument.announce-status.after": (
        "Combien de temps après viennent des nouvelles ; absent : seule la durée est annoncée."
    ),
    "argument.case-owner.actor": "Qui suit le dossier : un acteur, ou un organisme.",
    "argument.case-owner.from": "La première étape suivie.",
    "argument.case-owner.to": "La dernière étape suivie.",
    "argument.proactive-trigger.scheme": "Le droit.",
    "argument.proactive-trigger.step": "L'étape après laquelle on en sait assez.",
    "argument.proactive-trigger.by": "L'organisme qui le sait.",
    "argument.proactive-trigger.attribution": (
        "Le droit est ouvert sans demande ; sinon il est seulement annoncé."
    ),
    "argument.early-check.step": "La décision : un choix qui peut refuser, ou renvoyer.",
    "argument.early-check.before": "L'étape avant laquelle on vérifie.",
    "argument.early-check.facts": "Ce qui est demandé : des données que la personne connaît.",
    "argument.early-check.effort": "Le temps que cela prend ; absent : supposé.",
    "argument.early-check.effect": (
        "La part de ceux que cela concerne et qui en tiennent compte ; absent : supposée."
    ),
    "argument.human-alternative.step": "L'étape.",
    "argument.human-alternative.counter": "Le guichet où quelqu'un répond.",
    "argument.human-alternative.channel": "Comment on le joint : phone, on-site, post, home…",
    "argument.itinerant-counter.counter": (
        "L'identifiant du nouveau guichet, ou d'un guichet qui partirait sur les routes."
    ),
    "argument.itinerant-counter.stops": "Les communes où il s'arrête.",
    "argument.itinerant-counter.every": "Tous les combien il revient dans chacune : `14 d`.",
    "argument.itinerant-counter.crew": (
        "Les guichets ou les organismes dont les agents sont à bord."
    ),
    "argument.itinerant-counter.steps": "À quelles étapes ; absent : partout où cela aide.",
    "argument.itinerant-counter.owner": "Qui en répond ; absent : le premier de l'équipage.",
    "argument.itinerant-counter.name": "Son nom, pour les gens qui s'en servent.",
    "argument.mobility-link.from": "La commune d'où l'on part.",
    "argument.mobility-link.to": "La commune où l'on va.",
    "argument.mobility-link.minutes": (
        "La durée d'un aller, en minutes ; absent : d'après la distance."
    ),
    "argument.mobility-link.every": "Tous les combien elle passe ; absent : à la demande.",
    "argument.mobility-link.fulfilment": "La part des demandes qui sont satisfaites.",
    "argument.mobility-link.booking": "Combien de temps avant il faut réserver.",
    "argument.mobility-link.mode": "Comment on voyage ; absent : quelqu'un conduit.",
}
