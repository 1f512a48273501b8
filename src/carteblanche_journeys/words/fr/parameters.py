"""French words of the assumed figures, and of their page in the reference."""

WORDS: dict[str, str | tuple[str, str]] = {
    "reference.parameters.title": "Les valeurs supposées",
    "reference.parameters.intro": (
        "Quand un parcours ne dit pas combien de temps prend une étape, les mesures "
        "prennent une de ces valeurs. Le résultat porte alors la marque « valeur par "
        "défaut ». Rien ne remplace une attente, un délai, un prix ou une part : ce qu'on "
        "n'en sait pas reste inconnu.\n"
        "\n"
        "Les valeurs vont du moins au plus, avec le plus probable ; le scénario bas prend "
        "partout le moins, le haut partout le plus."
    ),
    "reference.parameter": "Paramètre",
    "reference.parameter.value": "Valeur",
    "reference.parameter.from": "D'où elle vient",
    "reference.parameter.why": "Pourquoi cette valeur",
    "reference.parameters.origins": "Sources",
    "reference.parameters.ours": "Les valeurs proposées par l'outil",
    "reference.parameters.set": "En choisir d'autres",
    "reference.parameters.set.how": (
        "Chaque atlas peut donner les siennes, avec leur source. Une valeur de l'atlas vaut"
        " pour tous ses parcours ; une étape qui dit elle-même son temps n'en dépend pas.\n"
        "\n"
        "```yaml\n"
        "# atlas.yml\n"
        "parameters:\n"
        "  counter_wait: {value: 10..25..60 min, status: observed, n: 40}\n"
        "  car_speed: 45\n"
        "```\n"
        "\n"
        "Un temps ou une distance prend son unité, une vitesse est un nombre de kilomètres "
        "par heure. Un nom inconnu ou une autre unité arrête la lecture, avec la ligne."
    ),
    "parameter.origin.bitkom": (
        "Enquête : sondage de Bitkom auprès de 1 005 personnes en Allemagne. Une visite à "
        "l'administration prend 125 minutes : 51 de trajet, 40 d'attente, 34 sur place. Ce "
        "sont des moyennes, sans fourchette publiée, et d'un autre pays : le trajet du "
        "territoire les remplace dès qu'il est connu."
    ),
    "parameter.origin.scm-business": (
        "Temps types, entreprises : guide allemand de mesure des coûts de conformité "
        "(Destatis), temps d'une entreprise pour une tâche, cas simple, moyen et complexe. "
        "Le guide a une autre table pour les citoyens, qui n'est pas reprise ici : celle-ci tient "
        "lieu d'hypothèse."
    ),
    "parameter.origin.scm-administration": (
        "Temps types, administrations : même guide, temps d'un agent pour une tâche, cas "
        "simple, moyen et complexe."
    ),
    "parameter.origin.ours": (
        "Proposition : valeur proposée par l'outil, faute de source. La raison est donnée plus bas."
    ),
    "parameter.origin.atlas": "L'atlas : valeur donnée dans `atlas.yml`.",
    "parameter.origin.bitkom.short": "enquête",
    "parameter.origin.scm-business.short": "temps types, entreprises",
    "parameter.origin.scm-administration.short": "temps types, administrations",
    "parameter.origin.ours.short": "proposition",
    "parameter.origin.atlas.short": "l'atlas",
    "parameter.why.phone_call": (
        "De quoi exposer sa situation, attente au bout du fil comprise ; moins qu'un "
        "échange au guichet, que l'enquête compte 34 minutes."
    ),
    "parameter.why.registered_letter": (
        "Aller au bureau de poste et faire la queue, en plus d'écrire."
    ),
    "parameter.why.commune_travel": (
        "Dans une petite commune, quelques minutes à pied ou en voiture, de porte à porte."
    ),
    "parameter.why.walking_distance": (
        "Un quart d'heure de marche environ. Au-delà, on prend un véhicule si on en a un."
    ),
    "parameter.why.walking_speed": "L'allure d'un adulte qui marche sans se presser.",
    "parameter.why.car_speed": (
        "De porte à porte, sur de petites routes. Les deux temps publiés pour le Lot, "
        "Maxou-Cahors en 30 minutes et Maxou-Boissières en 7, donnent 25 et 40 km/h avec le"
        " détour supposé ici ; un long trajet va plus vite."
    ),
    "parameter.why.line_speed": (
        "Moins que la voiture, à cause des arrêts. Le temps d'une ligne du territoire le remplace."
    ),
    "parameter.why.detour": (
        "Une route de campagne est plus longue que le vol d'oiseau d'un tiers environ."
    ),
    "parameter.why.horizon": (
        "Ce qui revient sans fin, comme une déclaration mensuelle, compte sur un an. Le "
        "champ `horizon` du parcours le remplace."
    ),
}
