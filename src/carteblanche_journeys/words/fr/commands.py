"""French words of the page of commands; the helps of the program itself are in English."""

WORDS: dict[str, str | tuple[str, str]] = {
    "command.check": (
        "Dit ce qui pèse dans les parcours, pourquoi, et que faire. Les options qui prennent "
        "un identifiant ou un nom peuvent être répétées."
    ),
    "command.draw": (
        "Dessine un parcours dans un fichier SVG. JOURNEY s'écrit moment-de-vie/fichier, "
        "comme avoir-un-enfant/as-is."
    ),
    "command.explain": (
        "Dit ce qu'une règle cherche et pourquoi cela pèse, ce qu'on peut faire, ce qui "
        "plaide contre, un mauvais et un bon parcours, et ses sources."
    ),
    "command.export-pages": (
        "Écrit les pages du site en Markdown et ce qu'elles montrent, pour un autre "
        "constructeur. Il lui faut attr_list, md_in_html, tables et toc."
    ),
    "command.measure": (
        "Mesure ce qu'un parcours demande aux personnes : temps, trajets, attentes, frais, "
        "pièces. JOURNEY s'écrit moment-de-vie/fichier, comme avoir-un-enfant/as-is. Sans "
        "--persona, text et csv mettent tous les personas du parcours côte à côte, et json "
        "donne le premier. Sort avec 1 quand une erreur de construction empêche un chiffre."
    ),
    "command.new": (
        "Crée un atlas qui se publie tel quel. Il contient un petit parcours d'exemple, "
        "expliqué par ses remarques."
    ),
    "command.publish": (
        "Publie l'atlas en un site statique. Tout ou rien : un échec laisse en place le site "
        "d'avant."
    ),
    "command.schema": (
        "Écrit les schémas JSON pour les éditeurs, un par sorte de fichier. L'éditeur propose "
        "alors les clés et les vérifie."
    ),
    "command.serve": (
        "Sert le site sur cette machine, et le refait quand un fichier change. Ctrl-C l'arrête."
    ),
    "option.version": "Donne la version.",
    "option.atlas": "Le dossier de l'atlas [journeys].",
    "option.lang": "La langue [celle de l'atlas, sinon en].",
    "option.today": (
        "Le jour dont dépendent les dérogations [SOURCE_DATE_EPOCH, sinon le jour même]."
    ),
    "option.check.journeys": "Ces parcours seulement [tous].",
    "option.check.personas": "Vécus par ces personas [tous].",
    "option.check.rules": "Ces règles seulement [toutes].",
    "option.check.form": "Pour qui les constats sont écrits [text].",
    "option.check.fail_on": (
        "Sort avec 1 à partir de cette gravité ; les questions ne comptent jamais [warning]."
    ),
    "option.check.every": "Montre tout, et non les dix premiers, les constats acceptés aussi.",
    "option.check.baseline": "Laisse de côté ce qu'un contrôle précédent a écrit en JSON.",
    "option.draw.view": "Quel dessin [blueprint].",
    "option.draw.engine": (
        "Ce qui place les éléments d'une carte ; auto choisit en comptant [auto]."
    ),
    "option.draw.out": "Où l'écrire [sortie standard].",
    "option.export-pages.out": (
        "Le dossier des pages : nouveau, vide, ou fait par un export précédent."
    ),
    "option.measure.persona": "Vécu par ce persona [text, csv : tous ; json : le premier].",
    "option.measure.form": "Pour qui les mesures sont écrites [text].",
    "option.measure.defaults": (
        "Si des valeurs supposées remplacent les temps que personne ne connaît [--defaults]."
    ),
    "option.new.lang": "La langue de l'exemple [fr].",
    "option.publish.out": (
        "Le dossier du site : nouveau, vide, ou fait par une publication précédente."
    ),
    "option.schema.out": "Le dossier des schémas : nouveau, vide, ou fait par un appel précédent.",
    "option.serve.host": "L'adresse d'écoute [127.0.0.1].",
    "option.serve.port": "Le port [8000].",
}
