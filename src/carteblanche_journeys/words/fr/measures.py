"""French words of measures: their names, how they are worked out, tables that compare."""

WORDS: dict[str, str | tuple[str, str]] = {
    "measure.steps.how": "Somme des étapes de procédure, chacune autant de fois qu'elle est vécue.",
    "measure.contacts.how": "Étapes où le foyer voit, appelle, écrit ou se connecte.",
    "measure.counters.how": "Chaque guichet compte pour la part des personnes qui le rencontrent.",
    "measure.organisations.how": (
        "Chaque organisme compte pour la part des personnes qui le rencontrent."
    ),
    "measure.trips.how": (
        "Contacts sur place ou à un arrêt, une même visite étant un seul trajet\u00a0; et ce qu'il "
        "faut aller chercher comme pièces."
    ),
    "measure.travel_km.how": "Aller et retour, de porte à porte.",
    "measure.travel_minutes.how": "Aller et retour, de porte à porte.",
    "measure.counter_wait_minutes.how": "Une fois par visite sur place.",
    "measure.effort_minutes.how": (
        "Temps du foyer aux étapes, sans les trajets ni le temps pour se procurer les pièces."
    ),
    "measure.elapsed_days.how": (
        "Le plus long des fils menés en parallèle\u00a0; jamais la somme de tous les délais."
    ),
    "measure.fees.how": (
        "Frais des étapes et des pièces. Le temps et l'argent sont deux totaux, jamais additionnés."
    ),
    "measure.evidence_asked.how": "Chaque demande compte, copies comprises.",
    "measure.evidence_distinct.how": "Chaque pièce compte une fois.",
    "measure.evidence_held.how": (
        "Demandes d'une pièce que l'État, une collectivité ou la sécurité sociale détient."
    ),
    "measure.facts_repeated.how": "Données dites ou prouvées à deux services ou plus.",
    "measure.handoffs_person.how": "Le dossier change de service et la personne le porte.",
    "measure.handoffs_organisation.how": "Le dossier change de service sans la personne.",
    "measure.handoffs_unacknowledged.how": "Personne ne confirme que le dossier est arrivé.",
    "measure.agent_minutes.how": "Temps des agents, à chaque étape qu'ils traitent.",
    "measure.completion.how": (
        "Sur 100 personnes qui commencent, celles qui n'abandonnent à aucune étape."
    ),
    "measure.cycle_efficiency.how": "Temps du foyer et des agents, divisé par le délai.",
    "measure.learning.how": (
        "Contacts qui ne font qu'informer, conditions à comprendre, portes au-delà de la première."
    ),
    "measure.compliance.how": "Contacts, pièces à fournir, paiements.",
    "measure.psychological.how": (
        "Contacts sans suite ou à refaire, attentes sans nouvelles, ce qu'il coûte de dire."
    ),
    "measure.failure_demand.how": (
        "Mauvais guichet, pièce manquante, histoire à redire. Les relances et les corrections ne "
        "se voient pas dans un parcours\u00a0: le chiffre est un minimum."
    ),
    "measure.obtaining_minutes.how": "Chaque pièce une fois, sauf si elle doit être récente.",
    "measure.obtaining_fees.how": "Chaque pièce une fois, sauf si elle doit être récente.",
    "measure.one_stop.how": "Droits demandés dont tous les contacts sont au même guichet.",
    "measure.once_only.how": "Pièces déjà détenues, divisées par les pièces demandées.",
    "amount.most": "au plus {amount}",
    "measures.title": "Ce que le parcours demande\u00a0: {journey}",
    "measures.title.one": "Ce que le parcours demande à {name}\u00a0: {journey}",
    "measures.measure": "Mesure",
    "measures.of": "{known} sur {of}",
    "measures.unsaid": "on ne peut pas le dire",
    "measures.outcomes": "Issues",
    "measures.outcome": "{title} ({result})\u00a0: {chance}, {elapsed}",
    "measures.after": "après {days}",
    "measures.after.unknown": "délai inconnu",
    "measures.no-way": "Aucun passage à l'étape «\u00a0{title}\u00a0»\u00a0: la suite est perdue.",
    "measures.structural": (
        "Le parcours a une erreur de construction ({rules}). Les chiffres qu'elle touche ne sont "
        "pas donnés\u00a0; carteblanche check dit où elle est."
    ),
    "measures.critical": "Le plus long enchaînement\u00a0: {steps}.",
    "measures.promise": "Promesse\u00a0: {promise}",
    "measures.promise.share": "{label}\u00a0: {good} sur {of}",
    "measures.promise.days": "{label}\u00a0: {good} de travail sur {of}",
    "measures.promise.unknown": ("{n} inconnu", "{n} inconnus"),
    "measures.promise.unsaid": "{label}\u00a0: on ne peut pas le dire",
    "measures.promise.none": "{label}\u00a0: aucun cas dans ce parcours",
    "promise.sans-couture": "Sans couture",
    "promise.efficace": "Efficace",
    "promise.bienveillant": "Bienveillant",
    "promise.not-carried": "Passages de relais que la personne ne porte pas",
    "promise.acknowledged": "Passages de relais avec accusé de réception",
    "promise.one-stop": "Droits traités à un seul guichet",
    "promise.not-held-already": "Pièces demandées qu'aucune administration n'a déjà",
    "promise.effort-in-elapsed": "Jours de travail dans le délai",
    "promise.deadlines-met": "Échéances tenues",
    "promise.leading-on": "Contacts qui font avancer",
    "promise.human-alternative": "Contacts où l'on peut parler à quelqu'un",
    "promise.no-dead-end": "Refus qui laissent un recours ou une suite",
    "promise.wait-announced": "Attentes dont la durée est annoncée",
    "promise.right-surfaced": "Droits dont quelqu'un parle à la personne",
    "measures.notes": "Ce que ces chiffres supposent",
    "measures.note.defaulted": (
        "Là où l'atlas ne dit pas le temps d'une étape, d'un trajet ou d'une pièce, une valeur "
        "par défaut le remplace. Un délai, une attente ou des frais ne sont jamais inventés."
    ),
    "measures.note.unsettled": (
        "Personne ne connaît la répartition à {n} choix\u00a0: les branches sont tenues pour "
        "égales.",
        "Personne ne connaît la répartition à {n} choix\u00a0: les branches sont tenues pour "
        "égales.",
    ),
    "measures.note.unsettled-unsaid": (
        "Personne ne connaît la répartition à {n} choix\u00a0: ce qui suit ne peut pas être dit.",
        "Personne ne connaît la répartition à {n} choix\u00a0: ce qui suit ne peut pas être dit.",
    ),
    "measures.note.assumed": (
        "{n} condition sur laquelle le persona ne dit rien est supposée remplie.",
        "{n} conditions sur lesquelles le persona ne dit rien sont supposées remplies.",
    ),
    "measures.note.bounded": (
        "Le nombre de passages de {n} étape est une fourchette, pas un calcul exact\u00a0: les "
        "choix qui y mènent se combinent de plus de 4\u202f096 façons, et on s'arrête là.",
        "Le nombre de passages de {n} étapes est une fourchette, pas un calcul exact\u00a0: les "
        "choix qui y mènent se combinent de plus de 4\u202f096 façons, et on s'arrête là.",
    ),
    "measures.note.nobody-gives-up": (
        "La charge est celle d'une personne qui va au bout\u00a0: un abandon ne l'allège jamais."
    ),
    "measures.note.statuses": "Le signe après un chiffre dit d'où il vient\u00a0: {marks}.",
    "measures.most": "Qui porte le plus\u00a0: {name}, {amount}.",
    "measures.most.tied": "Ce n'est pas tranché\u00a0: selon les hypothèses, l'ordre change.",
    "measures.told": "{who}\u00a0: {told}",
    "measures.compact": (
        "Valeurs les plus probables. ≥\u00a0: au moins, ≤\u00a0: au plus, car une étape ne "
        "dit pas tout. ?\u00a0: on ne peut pas le dire. Les fourchettes\u00a0: --persona."
    ),
    "measures.most.unsaid": "On ne peut pas dire qui porte le plus.",
    "measures.role.person": "La personne",
    "measures.role.relative": "Les proches",
    "measures.role.household": "Le foyer",
    "measures.roles": "Qui fait quoi dans le foyer",
    "measures.today": "Calculé le {day}.",
}
