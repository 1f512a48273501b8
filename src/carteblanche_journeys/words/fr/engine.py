"""French words of the drawing engines: what went wrong and what to do."""

WORDS: dict[str, str | tuple[str, str]] = {
    "engine.no-dot": "Le programme « dot » de Graphviz n'est pas installé sur cette machine. "
    "Installez Graphviz, ou gardez le moteur par défaut, qui n'en a pas besoin.",
    "engine.time-limit": "Le moteur de dessin n'a pas fini dans le temps permis ({n} s) : le "
    "schéma a trop de liens longs. Dessinez-le par phases.",
    "engine.work-limit": "Le moteur de dessin a atteint sa limite de travail ({n} millions "
    "d'opérations) : le schéma a trop de liens longs. Dessinez-le par phases.",
    "engine.refused": "Le moteur de dessin a refusé le schéma : {reason}",
    "engine.crashed": "Le moteur de dessin s'est arrêté avant la fin : {reason}",
    "engine.incomplete": "Le moteur de dessin « {engine} » a rendu un dessin incomplet.",
}
