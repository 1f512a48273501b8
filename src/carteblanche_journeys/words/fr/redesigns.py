"""French words of redesigns: why a move does not fit, what it needs, what it costs."""

WORDS: dict[str, str | tuple[str, str]] = {
    "unfit.unknown": "« {id} » n'existe pas ici.",
    "unfit.unknown.organisation": "Aucun organisme ne s'appelle « {id} ».",
    "unfit.unknown.actor": "Aucun acteur ne s'appelle « {id} ».",
    "unfit.unknown.actor-organisation": "Aucun acteur ni organisme ne s'appelle « {id} ».",
    "unfit.unknown.counter": (
        "Aucun guichet que ce parcours voit à ce moment ne s'appelle « {id} »."
    ),
    "unfit.unknown.organisation-step": "Aucun organisme ni étape ne s'appelle « {id} ».",
    "unfit.unknown.counter-organisation": "Aucun guichet ni organisme ne s'appelle « {id} ».",
    "unfit.unknown.evidence": "Aucune pièce ne s'appelle « {id} ».",
    "unfit.unknown.fact": "Aucune donnée ne s'appelle « {id} ».",
    "unfit.unknown.evidence-fact": "Aucune pièce ni donnée ne s'appelle « {id} ».",
    "unfit.unknown.scheme": "Aucun dispositif ne s'appelle « {id} ».",
    "unfit.unknown.persona": "Aucun persona ne s'appelle « {id} ».",
    "unfit.unknown.purpose": "Aucune finalité ne s'appelle « {id} ».",
    "unfit.unknown.commune": "Aucune commune ne s'appelle « {id} ».",
    "unfit.unknown.stage": "Aucune phase de ce parcours ne s'appelle « {id} ».",
    "unfit.unknown.step": (
        "Aucune étape du parcours, tel qu'il est à ce moment de la refonte, ne s'appelle « {id} »."
    ),
    "unfit.move": "Le geste « {move} » ne convient pas ici. {said}",
    "unfit.move.unmade": "Ce geste donnerait un parcours qui ne tient pas. {said}",
    "legal.need.nothing": "rien",
    "legal.need.agreement": "accord entre organismes",
    "legal.need.data-exchange": "base légale d'échange de données",
    "legal.need.prefect-derogation": "dérogation du préfet",
    "legal.need.decree": "décret",
    "legal.need.law": "loi",
    "legal.nothing": "Aucun accord ni texte n'est nécessaire.",
    "legal.agreement": "Un accord entre organismes serait nécessaire.",
    "legal.agreement.bodies": "Un accord serait nécessaire entre {bodies}.",
    "legal.agreement.body": "L'accord de {bodies} serait nécessaire.",
    "legal.data-exchange": "Une base légale d'échange de données serait nécessaire.",
    "legal.data-exchange.bodies": (
        "Une base légale d'échange de données serait nécessaire entre {bodies}."
    ),
    "legal.data-exchange.body": (
        "Une base légale d'échange de données serait nécessaire pour {bodies}."
    ),
    "legal.prefect-derogation": "Une dérogation du préfet serait nécessaire.",
    "legal.prefect-derogation.domain": (
        "Une dérogation du préfet serait nécessaire (domaine : {domain})."
    ),
    "legal.decree": "Un décret serait nécessaire.",
    "legal.law": "Une loi serait nécessaire.",
    "legal.ground": "Texte : {ground}.",
    "legal.standing": "{ground} le permet déjà.",
    "legal.domain.subsidies": "subventions et concours financiers",
    "legal.domain.planning": "aménagement du territoire et politique de la ville",
    "legal.domain.environment": "environnement, agriculture et forêts",
    "legal.domain.building": "construction, logement et urbanisme",
    "legal.domain.employment": "emploi et activité économique",
    "legal.domain.heritage": "protection et mise en valeur du patrimoine culturel",
    "legal.domain.associations": "activités sportives, socio-éducatives et associatives",
    "cost-class.none": "aucun",
    "cost-class.low": "faible",
    "cost-class.medium": "moyen",
    "cost-class.high": "élevé",
    "cost-class.very-high": "très élevé",
    "cost-class.told": "Coût {cost_class} ({source} ; {status}).",
    "undoing.easy": "réversible sans peine",
    "undoing.costly": "réversible, à un coût",
    "undoing.lasting": "retour difficile, avec une perte durable",
    "effect.eliminate": "supprime",
    "effect.simplify": "allège",
    "effect.support": "accompagne",
    "effect.automate": "automatise",
    "worse.agents": "temps des agents",
    "worse.flexibility": "souplesse",
    "worse.transition": "transition",
    "worse.privacy": "vie privée",
    "worse.control": "contrôle perdu",
    "worse.quality": "qualité",
    "worse.waiting": "attente",
    "worse.distance": "distance",
    "worse.effort": "effort de la personne",
    "worse.dependence": "dépendance",
    "reading.misfit": "{said}",
    "reading.drop-form": (
        "Ce geste retire une étape (step) ou une pièce (evidence) : l'une des deux, pas plus."
    ),
    "reading.drop-form.allowed": (
        "{{move: drop, step: …}}, ou {{move: drop, evidence: …}}, avec « at » pour une seule étape."
    ),
    "reading.reorder-form": (
        "Ce geste dit où va l'étape : après une autre (after), ou en même temps (beside)."
    ),
    "reading.reorder-form.allowed": "after ou beside, l'un des deux.",
    "reading.list-empty": "« {key} » est vide : il en faut au moins un.",
    "reading.no-move": "Aucun geste ne s'appelle « {id} ».",
    "reading.redesigns-missing": (
        "« {key} » change un parcours existant, et il n'est pas dit lequel."
    ),
    "reading.redesigns-missing.advice": (
        "Ajoutez une ligne « redesigns: moment-de-vie/as-is », ou supprimez « {key} »."
    ),
    "reading.steps-and-moves": (
        "Une refonte écrit toutes ses étapes (steps), ou change celles de l'existant par des "
        "gestes et des retouches : pas les deux."
    ),
    "reading.steps-and-moves.advice": (
        "Mettez les étapes nouvelles sous « add », et ce qui change sous « edits »."
    ),
    "unfit.unknown.journey": "Aucun parcours ne s'appelle « {id} ».",
    "unfit.redesigns-itself": "Ce parcours se refond lui-même.",
    "unfit.redesigns-in-circle": "Ces refontes se refondent l'une l'autre : {way}.",
    "unfit.added-twice": "Le parcours a déjà une étape de cet identifiant : {step}.",
    "unfit.removed-choice": (
        "Un choix ne se retire pas : {step}. Changez d'abord les enchaînements qui y mènent."
    ),
    "unfit.removed-start": (
        "Plusieurs files partent de cette étape, qui commence le parcours : {step}. Elle ne "
        "peut pas être retirée."
    ),
    "unfit.edit": "L'étape ne tient plus ensemble une fois changée.",
    "unfit.edit.outcome-result": "Une issue dit son résultat (result), et il manque.",
    "unfit.edit.result-outcome": "Seule une issue (kind: outcome) a un résultat.",
    "unfit.edit.choice-when": (
        "Un choix n'a ni when ni share : écrivez-les sur les enchaînements qui en partent (next)."
    ),
    "unfit.name-taken": "« {id} » est un autre parcours : donnez un autre nom à la refonte.",
    "reference.moves.title": "Les gestes",
    "reference.moves.intro": (
        "Une refonte écrit ses gestes sous `moves`, dans l'ordre où ils se font : chacun est "
        "fait sur le parcours tel que le précédent le laisse. Un geste déjà fait ne change "
        "rien ; un geste qui ne convient pas est une erreur, à sa ligne. [Écrire une "
        "refonte](../how-to/ecrire-une-refonte.md) dit le reste."
    ),
    "reference.move.name": "Geste",
    "reference.move.called": "En clair",
    "reference.move.effect": "Ce qu'il fait du travail",
    "reference.move.argument": "Argument",
    "reference.move.worse": "Ce qui se dégrade :",
    "reference.move.watch": "À surveiller sur le terrain :",
    "reference.move.undo": "Revenir en arrière :",
    "reference.move.sources": "Sources :",
    "reference.move.assumed": "Valeur supposée",
    "reference.move.value": "Valeur",
    "reference.move.from": "D'où elle vient",
    "assumption.agent_effort": "Temps des agents, chaque fois",
    "assumption.wait": "Attente de l'échange",
    "assumption.wait_on_file": "Part de l'attente d'avant qui demeure",
    "assumption.answer_within": "Délai de réponse",
    "assumption.time_per_new_fact": "Temps par donnée en plus, comparé à l'ancien formulaire",
    "assumption.resolves": "Part des demandes réglées sur place",
    "assumption.effect": "Part des personnes concernées qui en tiennent compte",
    "assumption.effort": "Temps de la vérification",
    "assumption.every": "Temps entre deux passages",
    "assumption.fulfilment": "Part des demandes de trajet servies",
}
