"""French words of the formulas: how each measure is worked out, and after whom."""

WORDS: dict[str, str | tuple[str, str]] = {
    "formula.minutes": (
        "temps passé + temps pour se procurer les pièces + temps de trajet + attente sur place"
    ),
    "formula.steps": "Σ w(s) sur les étapes qui sont des démarches",
    "formula.contacts": "Σ w(s) sur les contacts du foyer avec un guichet",
    "formula.counters": "Σ, guichet par guichet, de la chance de le rencontrer au moins une fois",
    "formula.organisations": (
        "Σ, organisme par organisme, de la chance de le rencontrer au moins une fois"
    ),
    "formula.trips": "Σ w sur les visites sur place ou à un arrêt itinérant, une par visite",
    "formula.travel_km": "Σ w × 2 × kilomètres de l'aller",
    "formula.travel_minutes": "Σ w × 2 × minutes de l'aller, de porte à porte",
    "formula.counter_wait_minutes": "Σ w × attente sur place",
    "formula.effort_minutes": "Σ w × temps passé",
    "formula.elapsed_days": (
        "espérance de la file la plus tardive ; une file est une somme d'attentes"
    ),
    "formula.fees": "Σ w × prix, et le prix de chaque pièce, une seule fois par parcours",
    "formula.evidence_asked": "Σ w × exemplaires de ce qui est demandé",
    "formula.evidence_distinct": "Σ, pièce par pièce, de la chance qu'on la demande",
    "formula.evidence_held": "Σ w × exemplaires des pièces qu'une administration détient",
    "formula.facts_repeated": "Σ, donnée par donnée, de la chance de la dire à deux services",
    "formula.handoffs_person": "Σ des relais que la personne porte",
    "formula.handoffs_organisation": "Σ des relais qu'un organisme porte",
    "formula.handoffs_unacknowledged": "Σ des relais dont personne ne confirme l'arrivée",
    "formula.agent_minutes": "Σ w × temps des agents",
    "formula.completion": "Π (1 − renoncement de s) puissance x(s)",
    "formula.cycle_efficiency": "(temps du foyer et des agents) ÷ (jours écoulés × 1 440)",
    "formula.learning": (
        "contacts qui ne font que renseigner + conditions des dispositifs visés + portes au-delà "
        "de la première"
    ),
    "formula.compliance": "contacts + pièces demandées + paiements",
    "formula.psychological": (
        "contacts qui ne mènent à rien ou recommencent + attentes sans nouvelles + ce qu'il coûte "
        "de dire"
    ),
    "formula.failure_demand": "contacts qui n'auraient pas dû être nécessaires ÷ contacts",
    "formula.obtaining_minutes": "minutes pour obtenir les pièces, chacune une fois",
    "formula.obtaining_fees": "prix des pièces à obtenir, chacune une fois",
    "formula.one_stop": "dispositifs réglés à un seul guichet ÷ dispositifs visés",
    "formula.once_only": "pièces qu'une administration détient ÷ pièces demandées",
    "formula.source.flow": (
        "Dumas, La Rosa, Mendling et Reijers, Fundamentals of Business Process Management, ch. 7"
    ),
    "formula.source.scm": (
        "Standard Cost Model pour les citoyens (Pays-Bas) : temps et argent, jamais ajoutés"
    ),
    "formula.source.burden": (
        "Herd et Moynihan, Administrative Burden, 2018 ; ce qui est compté est notre choix"
    ),
    "formula.source.once": "Dites-le nous une fois (CRPA, art. L. 114-8)",
    "formula.source.lean": "Lean government metrics (guide de l'EPA)",
    "formula.source.kpi": "Government Digital Service, completion rate",
    "formula.source.seddon": (
        "Seddon, Freedom from Command and Control, 2003 ; ce qui est compté est notre choix"
    ),
    "formula.source.clark": (
        "Clark, Operations Research 9(2), 1961 ; mélanges et boucles : Dumas et al., ch. 7"
    ),
    "formula.source.ours": "notre proposition",
}
