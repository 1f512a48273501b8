"""French words of the reports: labels and counts of a check."""

WORDS: dict[str, str | tuple[str, str]] = {
    "report.file": "Fichier",
    "report.where": "Où",
    "report.for": "Pour",
    "report.cost": "Coûte",
    "report.cost.for": "{cost}, à {name}",
    "report.why": "Pourquoi",
    "report.against": "À peser",
    "report.sure": "Confiance",
    "report.elsewhere": "Aussi dans",
    "report.also": "Autre règle",
    "report.rule": "Règle",
    "report.waived": "Accepté",
    "report.places.step": "{names}",
    "report.places.counter": "guichets : {names}",
    "report.places.evidence": "pièces : {names}",
    "report.places.scheme": "dispositifs : {names}",
    "report.questions": "Questions : ce que l'atlas ne dit pas",
    "report.sentence": "{label} : {text}",
    "report.total": "En tout : {said}.",
    "report.total.error": ("{n} constat grave", "{n} constats graves"),
    "report.total.warning": ("{n} constat sérieux", "{n} constats sérieux"),
    "report.total.info": ("{n} constat à surveiller", "{n} constats à surveiller"),
    "report.total.question": ("{n} question", "{n} questions"),
    "report.total.waived": ("{n} constat accepté", "{n} constats acceptés"),
    "report.nothing": "Aucun constat.",
    "report.more": (
        "Il y en a {n} autre. Pour tout voir : --all",
        "Il y en a {n} autres. Pour tout voir : --all",
    ),
    "report.today": "Contrôle fait à la date du {day}.",
    "report.expired": (
        "Dérogation à {rule} expirée le {until}, ses constats comptent à nouveau. Sa raison "
        "était : {reason}"
    ),
    "report.unused": (
        "Dérogation à {rule} sans objet, aucun constat ne lui correspond. Sa raison est : {reason}"
    ),
    "report.failed-title": "La règle {rule} a échoué",
    "report.failed": (
        "La règle {rule} a échoué sur {journey}. C'est notre faute, pas celle de vos fichiers."
        " Les autres règles ont continué. {error}"
    ),
    "report.baseline-form": "Ce fichier n'est pas le résultat d'un contrôle",
    "report.baseline-advice": "Produisez-le avec « carteblanche check --format json ».",
}
