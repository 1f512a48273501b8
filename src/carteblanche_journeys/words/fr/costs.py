"""French words of what a journey costs: measures, ranges, bars, delays, portfolio."""

WORDS: dict[str, str | tuple[str, str]] = {
    "clock": "{hours} h {minutes}",
    "clock.less": "moins d'une minute",
    "amount.least": "au moins {amount}",
    "amount.zero-known": "{amount} là où c'est dit",
    "known.share": "connu à {share}",
    "count.severity.error": ("{n} grave", "{n} graves"),
    "count.severity.warning": ("{n} sérieux", "{n} sérieux"),
    "count.severity.info": ("{n} à surveiller", "{n} à surveiller"),
    "amount.unknown": "on ne sait pas",
    "finding.cost": "coûte à {name} : {cost}",
    "finding.cost.most": "coûte à {name}, qui paie le plus : {cost}",
    "finding.cost.unsaid": "coût : on ne peut pas le dire",
    "finding.cost.minutes": "{amount}",
    "finding.cost.trips": "{amount}",
    "finding.cost.days": "{amount} d'attente",
    "finding.cost.euros": "{amount}",
    "cost.title": "Ce que cela coûte",
    "cost.how": (
        "Une moyenne sur les choix et les retours, pour qui va jusqu'au bout : un guichet que "
        "rencontre une personne sur deux compte pour un demi. Qui renonce ne fait pas baisser "
        "ces chiffres. Le temps et l'argent sont deux totaux : ils ne s'ajoutent jamais."
    ),
    "cost.formulas": "Comment chaque chiffre est calculé",
    "cost.trouble": (
        "Une partie des chiffres n'est pas donnée : le parcours a un défaut de construction "
        "({rules})."
    ),
    "cost.no-way": "{name} n'a aucune voie ouverte à : {steps}. Le reste du parcours est compté.",
    "cost.who": "Qui porte le plus",
    "cost.who.how": (
        "Un même axe pour toutes les personnes. La boîte va du plus bas au plus haut, le trait "
        "épais est la valeur la plus probable. Des pointillés à droite : au moins. « Porte le "
        "plus » vaut quand toutes les valeurs sont au plus bas, au plus probable et au plus haut."
    ),
    "cost.who.one": (
        "Une seule personne lit ce parcours ({name}) : rien à comparer, voici ses chiffres."
    ),
    "cost.most.settled": (
        "{names} porte le plus.",
        "{names} portent le plus, autant l'un que l'autre.",
    ),
    "cost.most.crossing": (
        "Au plus probable, {names} porte le plus ; au plus bas ou au plus haut, ce serait "
        "quelqu'un d'autre : on ne peut pas trancher.",
        "Au plus probable, {names} portent le plus ; au plus bas ou au plus haut, ce serait "
        "quelqu'un d'autre : on ne peut pas trancher.",
    ),
    "cost.most.partial": (
        "D'après ce qui est connu, {names} porte le plus ; il manque des étapes, on ne peut pas "
        "trancher.",
        "D'après ce qui est connu, {names} portent le plus ; il manque des étapes, on ne peut pas "
        "trancher.",
    ),
    "cost.most.same": "Tous portent autant.",
    "cost.most.same-partial": "D'après ce qui est connu, tous portent autant.",
    "cost.most.unknown": "On ne peut pas comparer : rien n'est connu pour {names}.",
    "cost.carries-most": "porte le plus",
    "cost.table": "Les chiffres de chacun",
    "cost.table.measure": "Mesure",
    "cost.table.all": (
        "Voir la mesure",
        "Voir les {n} mesures, persona par persona",
    ),
    "cost.unknown.why": "aucune étape ne le dit",
    "cost.roles": "Qui, dans le foyer",
    "cost.roles.role": "Rôle",
    "delays.title": "Combien de temps jusqu'à la réponse",
    "delays.how": (
        "Un délai par issue : une décision en deux mois ne se cache pas derrière dix-huit mois "
        "d'attente d'une place. Les files qui avancent de front ne s'ajoutent pas."
    ),
    "delays.for": "Chiffres pour {name}.",
    "delays.outcome": "Issue",
    "delays.scheme": "Dispositif",
    "delays.result": "Réponse",
    "delays.chance": "Chance d'y arriver",
    "delays.days": "Délai",
    "delays.none": "Ce parcours ne décrit aucune issue.",
    "delays.critical": (
        "Ce qui fait le délai de bout en bout, soit {days} : {steps}. Gagner du temps ailleurs "
        "ne l'avance pas."
    ),
    "delays.no-critical": "Aucune attente n'est connue : on ne peut pas dire ce qui fait le délai.",
    "delays.deadlines": "Le délai légal et le délai habituel",
    "delays.step": "Étape",
    "delays.legal": "Délai légal",
    "delays.typical": "Délai habituel",
    "delays.slack": "Marge",
    "delays.late": "dépassé de {days}",
    "delays.early": "{days} de marge",
    "chances.title": "Les chances d'aboutir",
    "chances.how": (
        "Deux nombres, à ne pas confondre : la part des demandes accordées, pour qui va au bout, "
        "et la part de ceux qui vont au bout."
    ),
    "three.title": "Trois coûts que l'argent ne dit pas",
    "three.how": (
        "Apprendre, se mettre en règle, supporter : trois comptes d'occasions, jamais une note. "
        "D'après Herd et Moynihan, 2018 ; ce qui est compté est notre choix."
    ),
    "three.learning.what": (
        "contacts qui ne font que renseigner, conditions à comprendre, portes au-delà de la "
        "première"
    ),
    "three.compliance.what": "contacts, pièces à donner, paiements",
    "three.psychological.what": (
        "contacts qui ne mènent à rien ou recommencent, attentes sans nouvelles, ce qu'il coûte "
        "de dire"
    ),
    "promises.title": "Trois promesses, comptées",
    "promises.how": (
        "Sans couture, efficace, bienveillant : chaque promesse est un profil de parts comptées, "
        "jamais une note unique. Chiffres pour {name}."
    ),
    "promises.of": "{good} sur {of}",
    "promises.of-at-least": "{good} sur au moins {of}",
    "promises.of.least": "au moins {good} sur {of}",
    "promises.unknown": ("on ne sait pas pour {n}", "on ne sait pas pour {n}"),
    "promises.nothing": "rien à compter",
    "promises.unsaid": "on ne sait pas : le parcours ne le dit pour aucun des {of}",
    "sensitivity.title": "Ce qui changerait le classement",
    "head.minutes": "temps passé par {name}",
    "head.trips": ("trajet", "trajets"),
    "head.elapsed_days": "jusqu'à la dernière issue",
    "head.fees": "de dépenses",
    "head.evidence_asked": ("pièce demandée", "pièces demandées"),
    "head.bar": "connu pour {known} étapes sur {of}",
    "head.counters": ("guichet différent", "guichets différents"),
    "head.handoffs_person": (
        "relais porté par la personne",
        "relais portés par la personne",
    ),
    "head.all": "Tous les chiffres, et de qui",
    "portfolio.title": "Les parcours côte à côte",
    "portfolio.lead": (
        "Ce que chaque moment de vie demande, du plus lourd au plus léger en temps passé.",
        "Ce que les {n} moments de vie demandent, du plus lourd au plus léger en temps passé.",
    ),
    "portfolio.no-total": (
        "Il n'y a pas de ligne « total » : ce ne sont ni les mêmes personnes, ni les mêmes années "
        "de vie, et personne ne vit ces parcours d'affilée. Dans une ligne, le temps et l'argent "
        "ne s'ajoutent pas non plus."
    ),
    "portfolio.weighted": "Tous personas confondus",
    "portfolio.weighted.how": (
        "La moyenne des personas du parcours, à poids égal : on ne sait pas combien de personnes "
        "ressemblent à chacun."
    ),
    "portfolio.by-persona": "Persona par persona",
    "portfolio.journey": "Moment de vie",
    "portfolio.persona": "Pour qui",
    "portfolio.findings": "Constats",
    "portfolio.volume": "Heures par an dans le territoire",
    "portfolio.no-volume": "nombre de personnes par an non connu",
    "portfolio.no-volumes": (
        "Combien de personnes vivent ces parcours en un an n'est connu pour aucun : les heures par "
        "an dans le territoire ne peuvent pas être dites."
    ),
    "portfolio.bars": "Le temps passé, sur un même axe",
    "portfolio.none": "Aucun parcours de l'existant dans cet atlas.",
    "portfolio.unsure": (
        "Au plus probable, {journey} demande le plus de temps ; au plus bas ou au plus haut, ce "
        "serait un autre : on ne peut pas trancher."
    ),
    "portfolio.settled": (
        "{journey} demande le plus de temps, que toutes les valeurs soient au plus bas, au plus "
        "probable ou au plus haut."
    ),
    "portfolio.axis": (
        "Un même axe pour tous les parcours. La boîte va du plus bas au plus haut, le trait épais "
        "est la valeur la plus probable. Des pointillés à droite : au moins."
    ),
    "about-measures.title": "Les mesures",
    "about-measures.lead": (
        "Chaque chiffre de ce site a une unité, une formule et une source. Les voici, avec ce que "
        "l'outil suppose quand l'atlas ne dit rien."
    ),
    "about-measures.measure": "Mesure",
    "about-measures.unit": "Unité",
    "about-measures.formula": "Comment elle est calculée",
    "about-measures.source": "D'où vient la formule",
    "about-measures.signs": (
        "x(s) est le nombre de fois où l'étape s est vécue en moyenne ; w(s) = x(s) × part des "
        "personnes concernées × répétitions. Seules les démarches comptent, pas les soins ni la "
        "vie."
    ),
    "about-measures.unit.min": "minutes",
    "about-measures.unit.d": "jours",
    "about-measures.unit.km": "kilomètres",
    "about-measures.unit.%": "part",
    "about-measures.unit.currency": "monnaie de l'atlas",
    "about-measures.unit.": "nombre",
    "about-measures.parameters": "Ce que l'outil suppose",
    "about-measures.parameters.how": (
        "Ces valeurs ne servent que là où l'atlas ne dit rien, et les chiffres qui en viennent le "
        "disent. Un atlas peut les changer dans atlas.yml (parameters). Aucune ne remplace une "
        "attente, un délai, une dépense ni une part."
    ),
    "about-measures.parameter": "Ce qui est supposé",
    "about-measures.value": "Valeur",
    "about-measures.origin": "D'où elle vient",
    "about-measures.status": "Certitude",
    "burden.minutes": "Temps passé en tout",
    "burden.steps": "Étapes vécues",
    "burden.contacts": "Contacts avec un guichet",
    "burden.counters": "Guichets différents",
    "burden.organisations": "Organismes différents",
    "burden.trips": "Trajets",
    "burden.travel_km": "Kilomètres, aller et retour",
    "burden.travel_minutes": "Temps de trajet",
    "burden.counter_wait_minutes": "Attente sur place",
    "burden.effort_minutes": "Chercher, remplir, échanger",
    "burden.elapsed_days": "Délai jusqu'à la dernière issue",
    "burden.fees": "Dépenses",
    "burden.evidence_asked": "Pièces demandées",
    "burden.evidence_distinct": "Pièces différentes",
    "burden.evidence_held": "Pièces demandées qu'une administration détient déjà",
    "burden.facts_repeated": "Informations données à plusieurs services",
    "burden.handoffs_person": "Relais portés par la personne",
    "burden.handoffs_organisation": "Relais faits en coulisses",
    "burden.handoffs_unacknowledged": "Relais sans accusé de réception",
    "burden.agent_minutes": "Temps des agents",
    "burden.completion": "Part de ceux qui vont au bout",
    "burden.cycle_efficiency": "Part du délai où quelqu'un travaille",
    "burden.learning": "Coût d'apprentissage",
    "burden.compliance": "Coût de conformité",
    "burden.psychological": "Coût psychologique",
    "burden.failure_demand": "Contacts qui n'auraient pas dû être nécessaires",
    "burden.obtaining_minutes": "Temps pour se procurer les pièces",
    "burden.obtaining_fees": "Dépenses pour se procurer les pièces",
    "burden.one_stop": "Dispositifs réglés à un seul guichet",
    "burden.once_only": "Part des pièces déjà détenues par une administration",
    "about-measures.formulas": "Les formules",
    "about-measures.speed": "{amount} à l'heure",
    "sensitivity.swing": (
        "Une valeur bougée seule : avec {value} pour « {figure} », {after} passerait devant "
        "{before}."
    ),
    "sensitivity.effort": "temps passé à l'étape {step}",
    "sensitivity.share": "part à l'étape {step}",
    "sensitivity.none": (
        "La valeur supposée qui a une fourchette, poussée d'un bout à l'autre, ne change pas qui "
        "porte le plus.",
        "Aucune des {n} valeurs supposées, poussée seule d'un bout à l'autre de sa fourchette, ne "
        "change qui porte le plus.",
    ),
    "sensitivity.more": ("{n} autre valeur aussi.", "{n} autres valeurs aussi."),
    "sensitivity.fixed": (
        "{n} valeur supposée n'a pas de fourchette : elle n'a pas été bougée.",
        "{n} valeurs supposées n'ont pas de fourchette : elles n'ont pas été bougées.",
    ),
    "sensitivity.too-many": (
        "Ce calcul n'est pas fait au-delà de {n} parcours.",
        "Ce calcul n'est pas fait au-delà de {n} parcours.",
    ),
    "chances.granted": "Accordé, pour qui va au bout",
    "chances.no-refusal": "aucun refus n'est décrit",
    "chances.none": "Aucune issue « accordé » n'est décrite : on ne peut rien en dire.",
    "chances.no-scheme": "sans dispositif nommé",
    "chances.completion.none": "aucune étape ne dit combien de personnes renoncent",
    "delays.early.most": "au plus {days} de marge",
    "delays.no-typical": "durée habituelle inconnue",
    "delays.no-start": "rien ne dit d'où il court",
    "head.minutes.household": "temps passé par tout le foyer",
    "known.steps": ("connu pour {n} étape sur {of}", "connu pour {n} étapes sur {of}"),
    "cost.zero": "Zéro.",
    "matrix.average": (
        "Le tableau compte toutes les demandes que le parcours décrit ; en moyenne, {name} en "
        "rencontre : {asked}."
    ),
}
