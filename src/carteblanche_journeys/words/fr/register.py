"""French words of the rules' pages and of the register of what was accepted."""

WORDS: dict[str, str | tuple[str, str]] = {
    "rules.title": "Les règles",
    "rules.lead": (
        "{n} règle cherche ce qui pèse sur les personnes.",
        "{n} règles cherchent ce qui pèse sur les personnes, et ce qui rend un parcours "
        "impossible à lire. Chacune a sa page : ce qu'elle cherche, pourquoi cela pèse, que "
        "faire, ce qui plaide contre, un mauvais et un bon exemple.",
    ),
    "rules.order": "De la règle qui se déclenche le plus à celle qui ne se déclenche nulle part.",
    "rules.rule": "Ce qui ne va pas",
    "rules.name": "Nom de la règle",
    "rules.severity": "Gravité",
    "rules.findings": "Constats",
    "rules.questions": "Questions",
    "rules.accepted": "Acceptés",
    "rule.off": "Cet atlas a mis cette règle hors service.",
    "rule.bad.how": (
        "Un parcours inventé, avec le défaut. Le drapeau marque l'étape où la règle se déclenche."
    ),
    "rule.good.how": "Le même parcours, changé juste assez : la règle ne dit plus rien.",
    "rule.example.moment": "« {title} »",
    "rule.same-in-text": "En texte",
    "rule.files": "Les fichiers de cet exemple",
    "rule.fires": "Où elle se déclenche dans cet atlas",
    "rule.fires.count": ("{n} constat.", "{n} constats, du plus lourd au plus léger."),
    "rule.nowhere": "Elle ne se déclenche nulle part dans cet atlas.",
    "rule.questions": (
        "{n} question : une valeur manque pour décider",
        "{n} questions : une valeur manque pour décider",
    ),
    "rule.accepted": ("{n} constat accepté", "{n} constats acceptés"),
    "rule.sources": "Seuils et sources",
    "rule.threshold": "Seuil",
    "rule.threshold.here": "Dans cet atlas",
    "rule.threshold.own": "D'origine",
    "rule.threshold.source": "D'où il vient",
    "rule.no-threshold": "Cette règle n'a pas de seuil à régler.",
    "rule.source": "Sources : {source}.",
    "rule.explain": "Le même texte, dans un terminal : {command}",
    "rule.all": "Toutes les règles",
    "waivers.title": "Les constats acceptés",
    "waivers.lead": (
        "Accepter un constat, c'est dire : nous le savons, nous le gardons, voici pourquoi, et "
        "jusqu'à quand. Ce registre dit qui l'a décidé. Un constat accepté n'est pas faux, et il "
        "n'est pas caché."
    ),
    "waivers.none": (
        "Rien n'a été accepté : tous les constats de cet atlas comptent. Pour en accepter un, "
        "écrivez une dérogation (waivers) dans le fichier du parcours ou dans atlas.yml ; sa "
        "raison est demandée."
    ),
    "waivers.sum": ("{n} dérogation : {said}.", "{n} dérogations : {said}."),
    "waivers.count.in-force": ("{n} en vigueur", "{n} en vigueur"),
    "waivers.count.expired": ("{n} expirée", "{n} expirées"),
    "waivers.count.unused": ("{n} sans objet", "{n} sans objet"),
    "waivers.on": "Au {date}",
    "waivers.in-force": "En vigueur",
    "waivers.in-force.how": "Leurs constats sont mis de côté, jusqu'à la date dite.",
    "waivers.expired": "Expirées",
    "waivers.expired.how": "Leur dernier jour est passé : leurs constats comptent à nouveau.",
    "waivers.unused": "Sans objet",
    "waivers.unused.how": (
        "Aucun constat ne leur correspond : le défaut a disparu, ou la dérogation vise à côté. "
        "Elles peuvent être effacées."
    ),
    "waiver.reason": "Raison",
    "waiver.where": "Où",
    "waiver.by": "Décidé par",
    "waiver.legal": "Texte",
    "waiver.territory": "Territoire",
    "waiver.until": "Jusqu'au",
    "waiver.covers": "Constats mis de côté",
    "waiver.source": "Source",
    "waiver.no-one": "on ne sait pas qui",
    "waiver.no-law": "aucun texte n'est nommé",
    "waiver.no-end": "sans date de fin",
    "waiver.no-territory": "partout où l'atlas s'applique",
    "waiver.whole-journey": "partout dans le parcours",
    "waiver.whole-atlas": "partout dans l'atlas",
    "waiver.in-journey": "dans le parcours {journey}",
    "journey.accepted": (
        "{n} constat accepté, avec sa raison et sa date de fin",
        "{n} constats acceptés, avec leur raison et leur date de fin",
    ),
    "journey.accepted.how": "Le registre de ce qui a été accepté",
    "nav.rules": "Règles",
    "finding.elsewhere": "La même cause, dans {journeys}.",
    "finding.also": "La même cause relève aussi de {rules}.",
    "finding.until": "jusqu'au {date}",
    "journey.all-findings": ("Lire le constat", "Lire les {n} constats"),
    "rule.more": ("Voir {n} autre constat", "Voir les {n} autres constats"),
    "rule.example.asks": "on y demande {pieces}",
    "rule.example.yields": "on y obtient {pieces}",
    "finding.elsewhere.more": ("{n} autre parcours", "{n} autres parcours"),
    "finding.rule": "règle {name}",
}
