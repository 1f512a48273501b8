"""French words of the writer, the site builder and the plugin."""

WORDS: dict[str, str | tuple[str, str]] = {
    "write.is-folder": (
        "{path} est un dossier\u00a0: donnez le nom d'un fichier, par exemple {path}/carte.svg."
    ),
    "write.not-a-folder": (
        "{path} n'est pas un dossier\u00a0: donnez le nom d'un dossier, vide ou nouveau."
    ),
    "write.foreign": (
        "{path} contient déjà des fichiers qui ne viennent pas de nous (par exemple {example}). "
        "Rien n'a été écrit. Choisissez un dossier vide ou nouveau."
    ),
    "write.full": (
        "{path} contient déjà quelque chose (par exemple {example}). Rien n'a été écrit. "
        "Choisissez un dossier vide ou nouveau."
    ),
    "write.failed": "Impossible d'écrire {path} ({reason}). Ce qui existait est intact.",
    "frame.to-dark": "Passer au thème sombre",
    "frame.to-light": "Passer au thème clair",
    "publish.reading": "Lecture de {folder}…",
    "publish.drawing": ("Mise en page de {n} parcours…", "Mise en page de {n} parcours…"),
    "publish.building": ("Construction du site ({n} page)…", "Construction du site ({n} pages)…"),
    "publish.done": "Site publié\u00a0: {path} (au {today})",
    "publish.failed": "Le constructeur de site a échoué\u00a0: {reason}",
    "publish.warnings": "Le constructeur de site signale\u00a0: {reason}",
    "publish.missing": (
        "{n} page manque dans le site ({path})",
        "{n} pages manquent dans le site (par exemple {path})",
    ),
    "export.done": "Pages écrites\u00a0: {path} (au {today})",
    "new.done": "Atlas créé\u00a0: {path}\nPour le publier\u00a0:\n  {command}",
    "schema.done": ("{n} schéma écrit\u00a0: {path}", "{n} schémas écrits\u00a0: {path}"),
    "draw.done": "Dessin écrit\u00a0: {path}",
    "serve.at": "Le site sera sur {url} dès qu'il est construit (Ctrl-C pour arrêter)",
    "serve.refused": (
        "Impossible de servir le site à l'adresse {address} ({reason}). "
        "Choisissez un autre port, par exemple --port 8001."
    ),
}
