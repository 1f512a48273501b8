"""French words of the generated reference."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reference.format.title": "Le format des fichiers",
    "reference.format.intro": (
        "Un atlas est un dossier de fichiers YAML. Les clés sont en anglais, les textes dans la "
        "langue de l'atlas. Presque tout champ est facultatif : **ce qu'on ne sait pas, on le "
        "laisse de côté**, sans `null` ni zéro. Pour chaque sorte de chose, l'essentiel vient "
        "d'abord, le détail ensuite.\n"
        "\n"
        "Un fichier range ses choses par identifiant ; `atlas.yml`, les territoires, les parcours "
        "et les observations font exception. Un "
        "identifiant est fait de mots en minuscules reliés par des traits d'union, de "
        "80 caractères au plus ; `person`, `home`, `nearest`, `any` et `birth` sont réservés. "
        "Un texte peut être donné par langue : `{fr: Guichet, en: Counter}`."
    ),
    "reference.file": "Fichier",
    "reference.holds": "Ce qu'il contient",
    "reference.field": "Champ",
    "reference.takes": "Ce qu'on y écrit",
    "reference.means": "Sens",
    "reference.needed": "obligatoire",
    "reference.detail": "Dans le détail :",
    "reference.quantities": "Quantités",
    "reference.about.quantities": (
        "Une quantité a une forme courte (`wait: 10 d`) et une forme longue (`wait: {value: 10 d, "
        "status: observed}`). Unités, fourchettes et marques sont dans "
        "[Les quantités](quantities.md)."
    ),
    "reference.about.wait": "Une attente dit aussi :",
    "reference.about.Thing": "Ces trois champs peuvent figurer sur toutes les choses ci-dessous.",
    "reference.about.Journey": (
        "Une refonte dit le parcours qu'elle refond (`redesigns`), puis ses "
        "[gestes](moves.md) et ses retouches ; ce qu'elle ne dit pas, titre compris, vient de "
        "l'existant."
    ),
    "reference.about.Step": (
        "Les étapes se suivent dans l'ordre du fichier, sauf si l'une dit `next`. "
        "`at: caf` vaut une voie par canal de ce guichet."
    ),
    "reference.about.Way": "Forme courte : le guichet seul.",
    "reference.about.Ask": "Forme courte : la pièce seule. Une demande dit `piece` ou `any_of`.",
    "reference.about.Link": "Forme courte : l'étape seule, `next: visite`.",
    "reference.about.Repeat": "Forme courte : le nombre seul, `times: 3`.",
    "reference.about.Moment": "Forme courte : l'étape seule.",
    "reference.about.Before": "Forme courte : l'étape seule.",
    "reference.about.Deadline": "Un délai dit `within`, `before` ou `by_date`.",
    "reference.about.Evidence": "Un formulaire est une pièce de sorte `form`, avec ses données.",
    "reference.about.Counter": "Un guichet est nommé une seule fois pour tout l'atlas.",
    "reference.commands.title": "Les commandes",
    "reference.commands.intro": (
        "Tout se fait avec `carteblanche COMMANDE`. Les résultats vont sur la "
        "sortie standard, l'avancement sur la sortie d'erreur."
    ),
    "reference.commands.common": "Options communes",
    "reference.option": "Écriture",
    "reference.values": "Au choix : {values}.",
    "reference.exit.title": "Codes de sortie",
    "reference.exit.code": "Code",
    "reference.exit.0": "Rien à signaler.",
    "reference.exit.1": "Des constats au niveau de `--fail-on` ou plus graves (les questions ne "
    "comptent jamais).",
    "reference.exit.2": "Fichier illisible, identifiant inconnu ou commande mal écrite.",
    "reference.exit.101": "Une faute de l'outil ; elle est dite, et le reste est quand même rendu.",
    "reference.exit.130": "Interrompu.",
    "type.text": "texte",
    "type.id": "identifiant",
    "type.duration": "[durée](quantities.md#units)",
    "type.distance": "[distance](quantities.md#units)",
    "type.money": "[montant](quantities.md#units)",
    "type.wait": "[attente](#quantities)",
    "type.share": "[part](quantities.md#shares)",
    "type.count": "nombre",
    "type.factor": "nombre au-dessus de zéro",
    "type.quantity": "[quantité](quantities.md)",
    "type.range": "[nombres et unité](quantities.md#units)",
    "type.day": "jour, comme `2026-03-31`",
    "type.coordinates": "`[latitude, longitude]`, en degrés",
    "type.test": "valeur, liste de valeurs, `{min, max}` ou `{}`",
    "type.yes-no": "`true` ou `false`",
    "type.integer": "nombre entier",
    "type.number": "nombre",
    "type.word": "texte court",
    "type.anything": "n'importe quoi",
    "type.several": "{one}, ou une liste",
    "type.map": "{one}, par {key}",
    "type.condition": "condition : caractéristique ou donnée, et sa valeur, une liste, "
    "`{min, max}` ou `{}`",
    "type.reference": "identifiant {kinds}",
    "type.reference-or": "identifiant {kinds}, ou {reserved}",
    "names.organisation": "d'un organisme",
    "names.actor": "d'un acteur",
    "names.counter": "d'un guichet",
    "names.evidence": "d'une pièce",
    "names.fact": "d'une donnée",
    "names.scheme": "d'un dispositif",
    "names.purpose": "d'une finalité",
    "names.persona": "d'un persona",
    "names.source": "d'une source",
    "names.territory": "d'un territoire",
    "names.commune": "d'une commune",
    "names.stage": "d'une phase du parcours",
    "names.step": "d'une étape du parcours",
    "names.way": "d'une voie de l'étape",
    "names.journey": "d'un parcours",
    "names.rule": "d'une règle",
    "names.threshold": "d'un seuil de la règle",
    "names.count": "d'un compte du persona",
    "thing.Thing": "ce que toute chose peut dire",
    "thing.Head": "l'atlas",
    "thing.Trait": "caractéristique",
    "thing.ParameterSettings": "paramètres des mesures",
    "thing.RuleSettings": "réglages des règles",
    "thing.Waiver": "dérogation au constat",
    "thing.Organisation": "organisme",
    "thing.Actor": "acteur",
    "thing.Counter": "guichet",
    "thing.Place": "lieu",
    "thing.Opening": "ouverture",
    "thing.Contact": "coordonnées",
    "thing.Operator": "opérateur",
    "thing.Evidence": "pièce",
    "thing.Obtain": "obtention",
    "thing.Exchange": "échange",
    "thing.Fact": "donnée",
    "thing.Scheme": "dispositif",
    "thing.Persona": "persona",
    "thing.Person": "personne",
    "thing.Source": "source",
    "thing.Territory": "territoire",
    "thing.Commune": "commune",
    "thing.TravelTime": "temps de trajet",
    "thing.Line": "ligne",
    "thing.Journey": "parcours",
    "thing.DatedNote": "note datée",
    "thing.CaseOwner": "référent",
    "thing.Edit": "retouche",
    "thing.FieldTest": "essai sur le terrain",
    "thing.FieldFigure": "chiffre mesuré",
    "thing.StepChanges": "champs d'une étape",
    "thing.Observation": "observation",
    "thing.Step": "étape",
    "thing.Way": "voie",
    "thing.Ask": "demande de pièce",
    "thing.Repeat": "répétition",
    "thing.Link": "enchaînement",
    "thing.Deadline": "délai",
    "thing.Moment": "moment",
    "thing.Before": "avant une étape",
    "thing.Happens": "date d'un événement",
}
