"""English words of the map."""

WORDS: dict[str, str | tuple[str, str]] = {
    "map.title": "Map of the journey “{title}”",
    "map.of-part": "Map: {part}",
    "map.part": "{stage}, {steps}",
    "map.steps": ("step\u00a0{steps}", "steps\u00a0{steps}"),
    "map.range": "{first} to\u00a0{last}",
    "map.neighbour": "{stage} ({steps})",
    "map.to": "→\u00a0{place}",
    "map.from": "{place}\u00a0→",
    "map.links": ("{n}\u00a0link", "{n}\u00a0links"),
    "map.choices": ("{n}\u00a0choice", "{n}\u00a0choices"),
    "map.outcomes": ("{n}\u00a0outcome", "{n}\u00a0outcomes"),
    "map.carried": (
        "{n}\u00a0handoff carried by the person",
        "{n}\u00a0handoffs carried by the person",
    ),
    "map.returns": ("{n}\u00a0return", "{n}\u00a0returns"),
    "map.said-part": "{part} ({steps})",
    "map.said-down": "{said}. The map is read from top to bottom. {same}",
    "map.said-right": "{said}. The map is read from left to right. {same}",
    "map.and": "; ",
    "map.legend": "Legend of the map: {marks}",
    "legend.folder": "folded stage",
    "legend.frame": "counter",
    "legend.return": "back to an earlier step",
}
