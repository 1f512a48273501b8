"""French words of proposals: what they spare, whom, and why some are set aside."""

WORDS: dict[str, str | tuple[str, str]] = {
    "objective.worst-off": "qui porte le plus d'abord",
    "objective.total": "tout le monde ensemble",
    "spared.minutes.gains": "gagne {amount}",
    "spared.minutes.loses": "perd {amount}",
    "spared.trips.gains": "{amount} de moins",
    "spared.trips.loses": "{amount} de plus",
    "spared.days.gains": "{amount} d'attente de moins",
    "spared.days.loses": "{amount} d'attente de plus",
    "spared.euros.gains": "{amount} de moins",
    "spared.euros.loses": "{amount} de plus",
    "spared.same": "sans effet",
    "spared.least": "au moins {amount}",
    "spared.undecided": "{part} : on ne peut pas trancher, entre {less} de moins et {more} de plus",
    "spared.unsaid": "{part} : on ne peut pas dire",
    "spared.nothing": "rien",
    "spared.told": "{who} : {told}",
    "part.minutes": "temps",
    "part.trips": "trajets",
    "part.days": "attente",
    "part.euros": "frais",
    "loser.agents": "Les agents",
    "loser.amount": "{who} : {amount} de plus ({part}) {mark}",
    "loser.no-way-through": "{who} n'aurait plus de chemin jusqu'au bout",
    "loser.help-online": "{who} n'est pas à l'aise en ligne : ce qui passe en ligne ne l'aide pas",
    "loser.role.person": "{persona}, pour sa part",
    "loser.role.relative": "le proche de {persona}",
    "loser.none": "Personne, d'après ce que l'on sait.",
    "loser.unsaid": "Pour {people}, on ne peut pas dire.",
    "part.agents": "temps des agents",
    "veto.facade-counter": (
        "{counters} recevrait sans lien avec qui décide ({organisations}), ou sans délai de "
        "réponse : un contact de plus, et rien de réglé."
    ),
    "veto.facade-counter.bare": "{counters} recevrait sans pouvoir régler : un contact de plus.",
    "veto.no-way-through": "{persona} n'aurait plus de chemin jusqu'à : {schemes}.",
    "veto.appeal": "Un recours disparaîtrait : {steps}.",
    "veto.control": "Un contrôle ou un délai prévu par la loi disparaîtrait : {steps}.",
    "veto.human-contact": "{persona} ne parlerait plus à personne pour : {schemes}.",
    "veto.online-only": "Mettre en ligne n'aide pas qui n'est pas à l'aise en ligne.",
    "veto.unsound": "Le parcours ne tiendrait plus ensemble ({rule}).",
    "veto.any-scheme": "toute sa démarche",
    "propose.title": "Ce qu'on pourrait changer : {journey}",
    "propose.objective": "Objectif : {objective} ({people}).",
    "propose.limits": "Limites : coût {cost} au plus ; besoins juridiques admis : {legal}.",
    "propose.counts": (
        "{examined} essais mesurés : {shown} proposés, {further} de moindre effet ou proches "
        "d'un autre, {rejected} écartés, {beyond} hors limites."
    ),
    "propose.none": "Aucun geste ne répond aux constats de ce parcours dans ces limites.",
    "propose.spares": "Effet",
    "propose.loses": "Qui perd",
    "propose.opens": "Ouvre",
    "propose.worse": "S'aggrave",
    "propose.legal": "Droit",
    "propose.cost": "Coût",
    "propose.clears": "Lève",
    "propose.creates": "Crée",
    "propose.others": (
        "et {n} autre",
        "et {n} autres",
    ),
    "propose.assumes": "Suppose",
    "propose.watch": "À suivre",
    "propose.undo": "Retour",
    "propose.move": "Geste",
    "propose.rejected": "Écartés",
    "propose.reject": "{title} : {why}",
    "propose.best": "Le meilleur ensemble, mesuré sur le parcours qu'il donne",
    "propose.best.limits": "{moves} gestes au plus, coût {cost} au plus.",
    "propose.best.none": "Aucun ensemble ne fait gagner du temps dans ces limites.",
    "propose.best.exact": (
        "Le seul ensemble possible a été essayé.",
        (
            "Les {n} ensembles possibles ont tous été essayés, dans l'ordre canonique des "
            "gestes : c'est le meilleur."
        ),
    ),
    "propose.best.greedy": (
        "{n} ensemble essayé sur tous les possibles : un meilleur peut exister.",
        (
            "{n} ensembles essayés sur tous les possibles, geste par geste puis par "
            "échanges : un meilleur peut exister."
        ),
    ),
    "propose.best.bound": "Aucun ne ferait gagner plus de {amount}, tout ce que prend le parcours.",
    "propose.best.gap": "On ne sait pas de combien un autre ferait mieux.",
    "propose.note": (
        "Chaque chiffre est mesuré sur le parcours changé ; ils ne s'additionnent pas. Ce qui "
        "n'est pas connu ne compte jamais comme un gain."
    ),
    "propose.fault": "Le geste {move} a échoué sur {journey}, par notre faute : {error}",
    "command.propose": (
        "Propose des changements d'un parcours, classés, avec ce qu'ils font gagner, à qui, "
        "ce qui s'aggrave, qui perd et ce qu'il faut en droit. JOURNEY s'écrit "
        "moment-de-vie/fichier, comme avoir-un-enfant/as-is. Ce qui est écarté est dit, avec "
        "sa raison."
    ),
    "option.propose.personas": "Dont le gain compte ; peut être répété [tous].",
    "option.propose.objective": (
        "worst-off : qui porte le plus ; total : tous, selon leur part [worst-off]."
    ),
    "option.propose.cost": "Pas plus cher que cette classe de coût [very-high].",
    "option.propose.legal": "Un besoin juridique admis ; peut être répété [tous].",
    "option.propose.moves": "Combien de gestes au plus dans le meilleur ensemble [5].",
    "option.propose.best_set": "Cherche aussi le meilleur ensemble de gestes.",
    "option.propose.form": "Pour qui les propositions sont écrites [text].",
}
