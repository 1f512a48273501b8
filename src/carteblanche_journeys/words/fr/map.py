"""French words of the map."""

WORDS: dict[str, str | tuple[str, str]] = {
    "map.title": "Carte du parcours «\u00a0{title}\u00a0»",
    "map.of-part": "Carte\u202f: {part}",
    "map.part": "{stage}, {steps}",
    "map.steps": ("étape\u00a0{steps}", "étapes\u00a0{steps}"),
    "map.range": "{first} à\u00a0{last}",
    "map.neighbour": "{stage} ({steps})",
    "map.to": "→\u00a0{place}",
    "map.from": "{place}\u00a0→",
    "map.links": ("{n}\u00a0lien", "{n}\u00a0liens"),
    "map.choices": ("{n}\u00a0choix", "{n}\u00a0choix"),
    "map.outcomes": ("{n}\u00a0issue", "{n}\u00a0issues"),
    "map.carried": (
        "{n}\u00a0relais porté par la personne",
        "{n}\u00a0relais portés par la personne",
    ),
    "map.returns": ("{n}\u00a0retour", "{n}\u00a0retours"),
    "map.said-part": "{part} ({steps})",
    "map.said-down": "{said}. La carte se lit de haut en bas. {same}",
    "map.said-right": "{said}. La carte se lit de gauche à droite. {same}",
    "map.and": "\u202f; ",
    "map.legend": "Légende de la carte\u202f: {marks}",
    "legend.folder": "phase repliée",
    "legend.frame": "guichet",
    "legend.return": "retour en arrière",
}
