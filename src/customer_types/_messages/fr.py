"""Les phrases de la bibliothèque en français, par clé."""

from collections.abc import Mapping

MESSAGES: Mapping[str, str | Mapping[str, str]] = {
    # ---- morceaux de phrases
    "list.or": "{others} ou {last}",
    "list.and": "{others} et {last}",
    "separator": " ; ",
    "kind.integer": "un fait dont la valeur est un nombre entier",
    "kind.number": "un fait dont la valeur est un nombre",
    "kind.boolean": "un fait dont la valeur est vrai ou faux",
    "kind.choice": "un fait dont la valeur est prise dans une liste",
    "kind.choices": "un fait dont les valeurs sont prises dans une liste",
    "place": "{line}:{column}",
    "severity.error": "erreur",
    "severity.warning": "avertissement",
    "type.mapping": "des clés et leurs valeurs",
    "type.list": "une liste",
    "type.null": "null",
    "type.text": "un texte",
    "type.number": "un nombre",
    "type.integer": "un nombre entier",
    "type.boolean": "true ou false",
    "type.choice": "l’une de ses valeurs, en texte",
    "type.choices": "un ensemble de ses valeurs",
    "type.value": "une valeur",
    "type.date": "une date",
    "type.bound": "un nombre ou l’identifiant d’un seuil",
    "subtag.language": "la langue",
    "subtag.script": "l’écriture",
    "subtag.region": "la région",
    "subtag.variant": "la variante",
    "type.by-language": "un texte par langue",
    "type.number-fact": "un fait dont la valeur est un nombre",
    "found.text": "le texte {text}",
    "found.plain": "{text}",
    "faults.kind": "{code} {number}",
    # ---- erreurs
    "warning.deprecated": "{key} est obsolète depuis la version {since}",
    "error.language-tag": "{tag} n’est pas une étiquette de langue valide",
    "error.missing-language": "aucun texte dans la langue {language} ; langues disponibles : {available}",
    "error.no-language": "il n’y a aucun texte, ni dans la langue {language} ni dans une autre",
    "error.unknown-taxonomy": "taxonomie inconnue : {id}",
    "error.unknown-category": "catégorie inconnue : {id}",
    "error.unknown-source": "source inconnue : {id}",
    "error.unknown-code": "code inconnu : {id}",
    "error.unknown-schema": "schéma inconnu : {id}",
    "error.unknown-label": "aucune catégorie ne s’appelle {label}",
    "error.ambiguous-label": "{label} a plusieurs sens : {candidates}",
    "error.avoided-label": "{label} ne veut pas dire {others}, mais autre chose",
    "error.avoided-label-because": "{label} ne veut pas dire {others} : {reason}",
    "error.several-labels": "{label} contient plusieurs libellés : {labels}",
    "error.long-label": (
        "{label} n’est pas un libellé : le texte compte {length} caractères, et aucun libellé n’en a "
        "plus de {limit}"
    ),
    "error.unknown-fact": "fait inconnu : {fact}",
    "error.fact-type": "le fait {fact} attend {expected}, alors que la valeur est de type {found}",
    "error.fact-range": "fait {fact} : le nombre ne tient pas sur 64 bits",
    "error.fact-value": "le fait {fact} n’admet pas cette valeur ; valeurs possibles : {values}",
    "value.named": "{label} ({id})",
    "error.option": "valeur inconnue pour {option} : {value} ; valeurs possibles : {values}",
    "error.unknown-fact-id": "fait inconnu : {id}",
    "error.unknown-base": "le fait {id} ne relève d’aucune base de segmentation",
    "error.not-facts": "les faits doivent être un dictionnaire Python ou un objet à attributs, non {found}",
    "error.circular": "la catégorie {category} repose sur elle-même",
    "error.no-criteria": "la catégorie {category} n’a pas de critère : rien ne peut en être prouvé",
    "error.facts-differ": "le fait {fact} n’est pas le même dans {taxonomies}",
    "error.several-answers": "{taxonomy} peut donner plusieurs catégories à un même client : {reason}",
    "error.sheet-status": "statut inconnu : {status} ; statuts possibles : {statuses}",
    "error.sheet-format": "format inconnu : {format} ; formats possibles : {formats}",
    "error.sheet-one-language": (
        "un fichier de traduction mène d’une langue à une autre ; ici, les deux sont {language}"
    ),
    "error.base-iri": (
        "une base doit être un IRI absolu qui finit par une barre oblique, comme "
        "`https://example.org/types/`, "
        "et non {base}"
    ),
    "error.hidden-character": (
        "un texte contient le caractère invisible {text}, interdit dans les fichiers ; supprimez-le"
    ),
    "error.unknown-format": "format inconnu : {id}",
    "error.missing-extra": "il manque des paquets : pip install 'customer-types[{extra}]'",
    "error.unknown-gender": "le genre doit être `masculine` ou `feminine`, non {gender}",
    "error.prefix": "le préfixe {prefix} désigne à la fois {one} et {other}",
    "error.nobody": "aucun client n’est possible : les invariants de {name} se contredisent",
    "error.nobody-in": "aucun client possible n’est dans {name}",
    "error.nobody-outside": "aucun client possible n’est hors de {name} avec certitude",
    "error.search-given-up": "la question sur {name} n’est pas tranchée : la recherche a été abandonnée",
    "error.not-a-taxonomy": (
        'il faut une taxonomie, par exemple `customer_types.taxonomy("lifecycle")`, '
        "et non une valeur de type {type}"
    ),
    "error.not-a-frame": (
        "il faut un tableau de données (pandas, Polars, Spark, etc.) et non une valeur de type {type}"
    ),
    "frames.integer": "des nombres entiers",
    "frames.number": "des nombres",
    "frames.boolean": "des valeurs booléennes",
    "frames.choice": "du texte",
    "frames.choices": "des listes de textes",
    "frames.date": "des dates ou des horodatages",
    "frames.type": (
        "colonne {column} : le fait {fact} demande {expected}, alors que la colonne est de type {found}"
    ),
    "frames.not-whole": (
        "colonne {column} : le fait {fact} demande des nombres entiers de 64 bits, et certains ne sont "
        "pas entiers ou sont trop grands ; arrondissez-les, ou indiquez une autre colonne"
    ),
    "frames.not-a-value": (
        "colonne {column} : le fait {fact} attend {values}, et certaines valeurs n’en font pas partie"
    ),
    "frames.taxonomy-twice": "la taxonomie {taxonomy} est donnée deux fois",
    "frames.mixed": "la colonne {column} a des valeurs de plusieurs types",
    "frames.no-number": (
        "la colonne {column} est de type {found}, alors qu’il faut des nombres ; convertissez-la d’abord"
    ),
    "frames.no-date": (
        "la colonne {column} est de type {found}, alors qu’il faut des dates ou des horodatages ; "
        "convertissez-la d’abord"
    ),
    "frames.no-zone": (
        "la colonne {column} a des horodatages avec fuseau ; indiquez avec `zone=` le fuseau dans lequel "
        "en tirer des dates"
    ),
    "frames.zone-of-engine": (
        "la colonne {column} a des horodatages avec fuseau, que ce moteur ne sait pas convertir dans un "
        "autre fuseau ; "
        "faites-en une colonne de dates"
    ),
    "frames.numpy": (
        "la colonne {column} est d’un type de numpy, qui n’admet pas de valeur manquante ; "
        "passez aux types de pandas qui en admettent, par exemple avec `convert_dtypes()`"
    ),
    "frames.exists-as-fact": "la colonne des clients, {column}, porte le nom d’un fait ; renommez-la",
    "frames.no-id": (
        "la colonne {column} est de type {found}, qui ne peut désigner ni client, ni commande, ni statut"
    ),
    "frames.statuses": (
        "la colonne {column} est de type {found}, alors que `cancelled=` a des valeurs d’un autre type"
    ),
    "frames.too-large": ("la colonne {column} a des nombres infinis, ou trop grands pour une somme exacte"),
    "frames.twice": "il y a deux colonnes {column}",
    "frames.alike": "le moteur ne distingue pas les colonnes {columns}",
    "frames.no-column": "il n’y a pas de colonne {column}",
    "frames.own-name": "la colonne {column} porte un nom réservé aux colonnes temporaires ; renommez-la",
    "frames.exists-as-answer": (
        "la colonne des clients, {column}, porte le nom d’une colonne du résultat ; renommez-la"
    ),
    "frames.exists": "il y a déjà une colonne {column} ; `overwrite=True` la remplace",
    "frames.not-from-orders": (
        "faits que les commandes n’indiquent pas : {facts} ; ils sont inconnus pour tous les clients"
    ),
    "journeys.start-and-end": "la date de début est postérieure à la date de fin",
    "journeys.every": (
        "{every} n’est pas une périodicité ; écrivez un nombre suivi de d (jours), w (semaines), mo "
        "(mois), q (trimestres) ou y (ans), comme 1mo"
    ),
    "journeys.too-many": "cela ferait plus de {count} dates ; espacez-les davantage",
    "frames.no-text": "la colonne {column} est de type {found}, alors qu’il faut du texte",
    "frames.missing": (
        "aucune colonne pour {facts} : ces faits sont inconnus pour tous les clients ; "
        "indiquez les colonnes avec `columns=`"
    ),
    "error.condition": (
        "la catégorie {category} repose tant de fois sur d’autres que son critère dépasse {count} "
        "tests ; faites-la reposer sur moins de catégories, ou simplifiez leurs critères"
    ),
    "sql.unknown-dialect": "dialecte inconnu : {dialect}",
    "sql.table": (
        "{table} n’est ni un nom de table dans le dialecte {dialect}, ni une requête qui ne fait que "
        "lire ; un nom qui contient des espaces ou des majuscules, ou qui est un mot réservé de SQL, se met "
        "entre guillemets, ceux du dialecte"
    ),
    "sql.no-name": "une colonne n’a pas de nom",
    "sql.name-too-long": (
        "le nom de colonne {column} est trop long pour le dialecte {dialect}, qui n’admet que {count} octets"
    ),
    "sql.own-name": "{table} est le nom d’une étape de cette requête ; nommez la table autrement",
    "sql.zone": (
        "le dialecte {dialect} ne sait pas convertir les horodatages dans un fuseau horaire ; faites-en "
        "une colonne de dates"
    ),
    "sql.statuses": "`cancelled=` doit contenir des textes ou des nombres entiers",
    "sql.format": "format inconnu : {format} ; choisissez sql ou dbt",
    "sql.dbt-name": (
        "{table} n’est ni un nom de modèle (une seule partie) ni un nom de source de dbt (schéma et "
        "table) ; la base d’une source s’indique dans son fichier"
    ),
    "orders.status-and-cancelled": "`cancelled` exige `status`, la colonne dont il s’agit",
    "orders.decimals": "`decimals` doit être un nombre entier de 0 à 9",
    "orders.too-large": "le montant ou la quantité est un nombre trop grand",
    "orders.id": "le numéro de commande ne se compare pas ; donnez un nombre ou un texte",
    "orders.population": (
        "`population` doit contenir les faits de chaque client, dont spend_365d et units_365d, qui sont "
        "des nombres"
    ),
    "answers.facets": "ses règles séparent certaines de ses catégories, mais pas toutes",
    "answers.implies": "tout client de {category} est aussi dans {other}",
    "answers.overlaps": "on peut être à la fois dans {category} et dans {other}",
    "answers.undeclared": "aucune règle n’exclut d’être à la fois dans {category} et dans {other}",
    "answers.unranked": "{category} n’a pas de place dans son `precedence`",
    "answers.none": "Sans catégorie",
    "answers.several": "Dans plusieurs catégories",
    "answers.undecided": "Indéterminés",
    "orders.row": "ligne {row} : {problem}",
    "orders.date": "ce n’est pas une date ; écrivez-la sous la forme 2026-01-31",
    "orders.no-zone": (
        "un horodatage avec décalage UTC exige `zone=`, le fuseau horaire dans lequel compter les jours"
    ),
    "orders.unknown-zone": "fuseau horaire inconnu : {zone}",
    "orders.as-of": "`{name}` demande une date, ou un texte comme 2026-06-30",
    "orders.amount": "le montant n’est pas un nombre",
    "orders.quantity": "la quantité n’est pas un nombre",
    "orders.not-finite": "le montant ou la quantité n’est pas un nombre fini",
    "orders.row-form": (
        "une ligne doit être (date, montant), (date, montant, quantité) ou un dictionnaire de colonnes"
    ),
    "orders.no-column": "il n’y a pas de colonne {column}",
    "orders.left-out": "lignes écartées : {reasons}",
    "orders.no-customer": "{count} sans client",
    "orders.no-date": "{count} sans date",
    "orders.no-amount": "{count} sans montant",
    "orders.after-as-of": "{count} après le {as_of}",
    "orders.cancelled": {"one": "{count} annulée", "other": "{count} annulées"},
    # ---- conseils
    # ---- preuves
    "flows.subtitle": "Passages des clients d’une catégorie à l’autre",
    "flows.new": "Pas encore au fichier",
    "flows.nothing": "il n’y a aucun passage",
    "plot.regions": "Les combinaisons de catégories possibles pour un même client",
    "plot.overlaps": "Les plus grandes combinaisons de catégories possibles pour un même client",
    "plot.customers": "Clients",
    "plot.none": "aucune",
    "relation.name": "« {label} » ({key})",
    "relation.disjoint": "{left} et {right} s’excluent : personne n’est dans les deux",
    "relation.subset": (
        "{left} fait partie de {right} : tout client de la première catégorie est aussi dans la seconde"
    ),
    "relation.superset": (
        "{left} englobe {right} : tout client de la seconde catégorie est aussi dans la première"
    ),
    "relation.equal": "{left} et {right} ont les mêmes clients",
    "relation.overlap": (
        "{left} et {right} se recoupent : certains clients sont dans les deux, d’autres dans une seule"
    ),
    "relation.undecided": "{left} et {right} : relation non tranchée, la recherche a été abandonnée",
    "relation.both": "dans les deux : {witness}",
    "relation.only-left": "dans la première seulement : {witness}",
    "relation.only-right": "dans la seconde seulement : {witness}",
    "rule.disjoint-all": "personne n’est dans deux catégories à la fois",
    "rule.disjoint-current": "personne n’est à la fois dans deux catégories en vigueur",
    "rule.disjoint": "personne n’est dans deux de ces catégories à la fois : {categories}",
    "rule.exhaustive": "tout client est dans au moins une catégorie",
    "rule.implies": "tout client de la catégorie « {category} » est aussi dans « {other} »",
    "rule.overlaps": "un même client peut être à la fois dans toutes ces catégories : {categories}",
    "report.title": "{label} ({id} {version})",
    "report.rules": "Règles",
    "report.no-rules": "Aucune règle n’est déclarée.",
    "report.no-criteria": "Aucune catégorie n’a de critère : on ne cherche ni recoupements ni lacunes.",
    "report.examples": {
        "one": "L’unique exemple est vérifié.",
        "other": "Les {count} exemples sont vérifiés.",
    },
    "report.examples-differ": {
        "one": "Exemples : {count} vérifié sur {all}",
        "other": "Exemples : {count} vérifiés sur {all}",
    },
    "report.impossible": "un tel client est impossible : {customer}",
    "report.overlaps": "Recoupements : clients dans plusieurs catégories à la fois",
    "report.more-overlaps": "Il peut y avoir d’autres recoupements.",
    "report.no-overlaps": "Aucune catégorie n’en recoupe une autre.",
    "report.gaps": "Lacunes : clients dont on sait tout et qui ne sont dans aucune catégorie",
    "report.gaps-counted": (
        "Lacunes : clients dont on sait tout et qui ne sont dans aucune catégorie "
        "({count} des {all} profils possibles)"
    ),
    "report.more-gaps": "Il peut y avoir d’autres lacunes.",
    "report.no-gaps": "Dès que l’on sait tout d’un client, il est dans au moins une catégorie.",
    "report.example": "par exemple : {witness}",
    "report.needs": "Faits nécessaires : si l’un d’eux est inconnu, certains clients restent indéterminés",
    "report.shadows": (
        "Catégories masquées : celles qui précèdent prennent une partie de leurs clients, ou tous"
    ),
    "report.shadow": "« {label} » vient après {earlier}",
    "report.shadow-whole": "« {label} » vient après {earlier} et n’est donc jamais atteinte",
    "report.together": ", ",
    "report.unreachable": "Hors d’atteinte : personne ne peut être dans « {label} »",
    "report.maybe-unreachable": "Non tranché : on ne sait pas si quelqu’un peut être dans « {label} »",
    "report.more-needs": "Il peut y avoir d’autres faits nécessaires.",
    "report.void": "Aucun client n’est possible : les invariants se contredisent.",
    "report.decided": "Questions tranchées par énumération de tous les cas : {count}.",
    "report.decided-by-z3": (
        "Questions tranchées par énumération de tous les cas : {count} ; par z3 : {z3}."
    ),
    "report.and": " + ",
    # ---- taxonomies d’autrui
    "skos.prefLabel": "libellé préférentiel",
    "skos.altLabel": "libellé alternatif",
    "skos.hiddenLabel": "libellé caché",
    "skos.without-criteria": "C’est le concept {concept} d’un vocabulaire SKOS, et SKOS n’a pas de critères.",
    "hint.use-z3": (
        "laissez le solveur z3 trancher : `customer-types verify FICHIER --solver z3`, avec les "
        "dépendances facultatives `z3`"
    ),
    "hint.change-criteria": "modifiez un critère, ou la règle",
    "hint.change-example": "corrigez les faits de l’exemple",
    "hint.change-criterion-or-example": "corrigez ce qui est faux, le critère ou l’exemple",
    "hint.example-moved": (
        "si c’est voulu, donnez à l’exemple sa nouvelle réponse dans ce fichier, ou retirez-le"
    ),
    "hint.example-number": "écrivez le nombre : un exemple reste le même quand un seuil change",
    "hint.example-missing": "omettez ce qui n’est pas connu",
    "hint.as-made": "il s’agit de {taxonomy}, telle que définie dans {paths}",
    "hint.link-left-out": "le lien est laissé de côté",
    "hint.language": "indiquez laquelle avec `--texts` ou, en Python, avec `language=`",
    "hint.scheme": "indiquez-en un avec `scheme=`, ou `--scheme`",
    "hint.check-file": "un tel fichier se vérifie avec `customer-types check`",
    "hint.declare-prefix": (
        "indiquez ce que {prefix} désigne, sous `prefixes`, ou sous `curie_map` dans un tableau SSSOM"
    ),
    "hint.use-match": "la relation qui convient est {relation}",
    "hint.did-you-mean": "vouliez-vous dire {suggestions} ?",
    "hint.meant": "il s’agit de {candidates}",
    "hint.means": (
        "écrivez `same` si l’on veut dire la même chose que le libellé, `other` si l’on veut dire autre "
        "chose, ou la clé de la catégorie dont il s’agit"
    ),
    "hint.means-same": "écrivez `means: same`, ou omettez cette clé",
    "hint.add-names": "pour ajouter des noms et garder le reste, donnez `also` ou `avoid` sans aucune forme",
    "hint.save-as-utf-8": "enregistrez le fichier en UTF-8",
    "hint.close-quote": "refermez-le, ou mettez entre guillemets de l’autre sorte un texte qui en contient",
    "hint.apostrophe": (
        "entre apostrophes, l’apostrophe se double, `'l''or'` ; ou employez des guillemets doubles, "
        '`"l\'or"`'
    ),
    "hint.inner-quote": (
        'entre guillemets doubles, un guillemet s’écrit `\\"` ; ou mettez le texte entre apostrophes'
    ),
    "hint.close-bracket": "fermez-le avec {character}",
    "hint.remove-sign": "supprimez-le, ou mettez entre guillemets un texte qui le contient",
    "hint.comma": "séparez deux éléments par une virgule",
    "hint.comma-or-quotes": (
        "mettez entre guillemets un texte qui contient un deux-points, ou ajoutez une virgule avant la "
        "clé suivante"
    ),
    "hint.same-column": (
        "les clés qui vont ensemble commencent dans la même colonne : ligne {line}, c’est la colonne {column}"
    ),
    "hint.item-column": (
        "les clés d’un même élément de liste commencent dans la même colonne, ici la {column} ; un nouvel "
        "élément commence par un tiret"
    ),
    "hint.first-column": "les clés d’un même niveau commencent dans la même colonne",
    "hint.key-or-deeper": "écrivez `clé: valeur`, ou indentez davantage que sa clé un texte qui continue",
    "hint.list-below": (
        "commencez la liste à la ligne sous sa clé, ou mettez entre guillemets un texte qui débute par un "
        "tiret"
    ),
    "hint.backslash": "doublez la barre oblique inverse, ou mettez le texte entre apostrophes",
    "hint.write-character": "écrivez le caractère lui-même, sans barre oblique inverse",
    "hint.plain-space": "tapez à la place une espace ordinaire",
    "hint.quote-hash": "mettez entre guillemets un texte qui contient un #",
    "hint.curly-quotes": (
        "les guillemets courbes ne servent pas de guillemets ici ; écrivez-les droits, `\"` ou `'`"
    ),
    "hint.compare": "une comparaison s’écrit {{min: 3}}, {{max: 3}}, {{above: 3}} ou {{below: 3}}",
    "hint.range": "écrivez {{min: 5, max: 10}}, bornes comprises ; above et below les excluent",
    "hint.write-list": "écrivez la liste elle-même, par exemple {{orders: [1, 5]}}",
    "hint.write-not": "écrivez {{not: {{orders: 3}}}}",
    "hint.write-value": "écrivez la valeur elle-même, par exemple {{orders: 3}}",
    "hint.write-criterion": "écrivez un fait suivi de sa condition, par exemple {{orders: {{min: 3}}}}",
    "hint.all-or-any": "écrivez {{all: […]}} ou {{any: […]}}",
    "hint.items-with-ids": "écrivez une liste d’éléments, chacun avec un tiret et ses clés",
    "hint.special-space": (
        "il s’y trouve une espace insécable ou une autre espace particulière, {character} ; tapez une espace "
        "ordinaire, ou aucune"
    ),
    "hint.own-fact": (
        "un fait de la bibliothèque ne se modifie pas ici ; déclarez-en un, avec un identifiant à vous"
    ),
    "hint.remove-directive": "supprimez la ligne, ou mettez entre guillemets un texte qui commence par %",
    "hint.spaces-for-tabs": "indentez avec des espaces, pas avec des tabulations",
    "hint.quote-colon": "mettez entre guillemets un texte qui contient un deux-points",
    "hint.quote-text": "mettez le texte entre guillemets",
    "hint.no-quotes": "écrivez le nombre sans guillemets",
    "hint.true-or-false": "écrivez true ou false, sans guillemets",
    "hint.sheet-taxonomy": "indiquez la taxonomie ou son fichier avec --taxonomy",
    "hint.template": "est-ce un gabarit qui n’a pas été rempli ?",
    "hint.private-language": "pour une langue à vous, prenez l’un des codes `qaa` à `qtz`",
    "hint.two-letters": "quand une langue a un code de deux lettres, c’est le seul admis",
    "hint.one-form": "n’écrivez qu’une forme, comme simple texte",
    "hint.by-language": "écrivez {{en: …, fr: …}}",
    "hint.space-after-colon": "mettez une espace après le deux-points",
    "hint.languages-first": "les langues viennent d’abord : {{en: …, fr: …}}",
    "hint.thousands-separator": "écrivez le nombre sans séparateur de milliers",
    "hint.no-break-space": "il y a une espace insécable (U+00A0) avant le deux-points ; supprimez-la",
    "hint.break-circle": "supprimez `extends` de l’une d’elles, ou faites-lui prolonger une autre taxonomie",
    "hint.extends-itself": (
        "elle se prolonge elle-même ; indiquez une autre taxonomie, ou supprimez `extends`"
    ),
    "hint.always": "écrivez {{all: []}} pour un critère toujours vrai",
    "hint.threshold-as-bound": "un seuil s’emploie avec min, max, above ou below",
    "hint.removed": "retiré en {place}",
    "hint.precedence": "`precedence`, dans son fichier, indique la catégorie la plus parlante",
    "hint.precedence-anew": "écrivez {example}, chaque catégorie à sa place",
    "hint.leave-out": "retirez-la de la liste",
    "hint.keep-one": "gardez l’un des deux",
    "hint.id-not-path": (
        "écrivez l’identifiant d’une taxonomie ; aucun fichier n’est jamais ouvert d’après son nom"
    ),
    "hint.tests-of-integer": (
        "un nombre se teste avec min, max, above, below, un nombre ou une liste de nombres"
    ),
    "hint.tests-of-number": (
        "un nombre se teste avec min, max, above, below, un nombre ou une liste de nombres"
    ),
    "hint.tests-of-boolean": "écrivez true ou false",
    "hint.tests-of-choice": "écrivez l’une de ses valeurs, ou une liste",
    "hint.tests-of-choices": "un ensemble se teste avec includes",
    # ---- fautes : fichiers et YAML
    "hint.follows-from": "citez les faits dont il se déduit : {facts}",
    "hint.values-of": "écrivez `values_of: {fact}` à la place de l’autre liste",
    "fault.label.twice": "{text} figure sous {one} et sous {other} ; un texte n’a qu’un rôle (SKOS, S13)",
    "fault.label.shared": "le libellé {text} désigne aussi la catégorie {category}",
    "fault.label.means": "{text} n’est ni `same`, ni `other`, ni une catégorie",
    "fault.label.means-itself": "{text} est la catégorie elle-même",
    "fault.label.loses": "tout ce qui existait dans la langue {language} est remplacé ; sont perdus : {lost}",
    "lost.forms": {"one": "une forme", "other": "{count} formes"},
    "lost.also": {"one": "un synonyme", "other": "{count} synonymes"},
    "lost.avoid": {"one": "un terme à éviter", "other": "{count} termes à éviter"},
    "fault.threshold.unused": "aucun critère ne cite le seuil {threshold}",
    "fault.unit.unknown": "l’unité {unit} n’est déclarée nulle part",
    "fault.unit.other": "{threshold} se compte en {unit}, et {fact} en {expected}",
    "fault.crosswalk.one-taxonomy": (
        "{subject} et {object} sont de la même taxonomie ; une correspondance en relie deux différentes"
    ),
    "fault.crosswalk.twice": "une correspondance relie déjà {subject} et {object}, en {first}",
    "fault.crosswalk.no-criteria": (
        "la correspondance {subject} {relation} {object} ne peut pas être prouvée : l’une des deux "
        "catégories n’a pas de critère"
    ),
    "fault.crosswalk.undecided": (
        "la correspondance {subject} {relation} {object} n’est ni prouvée ni réfutée : la recherche a été "
        "abandonnée"
    ),
    "fault.crosswalk.too-strong": (
        "la correspondance {subject} {relation} {object} en dit plus que ce qui est prouvé : {proof}"
    ),
    "fault.crosswalk.too-weak": (
        "la correspondance {subject} {relation} {object} en dit moins que ce qui est prouvé : {proof}"
    ),
    "fault.crosswalk.no-source": (
        "une correspondance vers `sssom:NoTermFound` doit indiquer dans `object_source` le vocabulaire qui "
        "n’a pas ce terme"
    ),
    "fault.crosswalk.source-given": (
        "`object_source` ne va qu’avec `sssom:NoTermFound` ; ailleurs, c’est le préfixe de l’objet qui le dit"
    ),
    "fault.crosswalk.label-given": (
        "`object_label` est réservé aux termes d’autres vocabulaires ; une catégorie a ses propres libellés"
    ),
    "fault.crosswalk.found": (
        "{subject} a un terme dans {vocabulary} ou n’en a pas, mais pas les deux ; voir {first}"
    ),
    "fault.crosswalk.meeting": (
        "la correspondance {subject} {relation} {object} est exclue : {other} équivaut à {object}, or {proof}"
    ),
    "fault.prefix.form": (
        "{prefix} n’est pas un préfixe ; il commence par une lettre, suivie de lettres, de chiffres, "
        "de `-`, de `_` et de `.`, et compte au plus {limit} caractères"
    ),
    "fault.prefix.taken": "{prefix} est l’identifiant d’une taxonomie et ne peut donc pas être un préfixe",
    "fault.prefix.iri": (
        "{iri} n’est pas le début des IRI d’un vocabulaire ; écrivez-le en entier, comme "
        "http://purl.org/goodrelations/v1#"
    ),
    "fault.prefix.built-in": "dans SSSOM, {prefix} désigne toujours {iri}",
    "fault.prefix.other": "{prefix} désigne {iri} en {first}",
    "fault.term.form": "{text} n’est pas le nom d’un terme ; écrivez-le avec un préfixe, comme `gr:Enduser`",
    "fault.term.unknown-prefix": "le préfixe {prefix} n’est pas déclaré",
    "fault.sssom.no-table": "il n’y a pas de tableau de correspondances",
    "fault.sssom.missing-column": "le tableau n’a pas de colonne {name}",
    "fault.sssom.column-twice": "le tableau a deux colonnes {name}",
    "fault.sssom.cells": "la ligne a {found} cellules, et le tableau {expected} colonnes",
    "fault.sssom.quote": (
        "une cellule entre guillemets droits doit finir par un guillemet, que suit une tabulation ou la "
        "fin de la ligne ; à l’intérieur, les guillemets sont doublés"
    ),
    "fault.sssom.empty": "la cellule est vide",
    "fault.sssom.subject": (
        "{text} n’est pas une catégorie de cette bibliothèque ; leurs IRI commencent par {base}"
    ),
    "fault.sssom.source": (
        "{text} n’est pas un préfixe suivi de son deux-points, comme `gr:`, qui indique le vocabulaire "
        "où le terme manque"
    ),
    "fault.sssom.negated": (
        "cette ligne dit que les deux ne correspondent pas ; la bibliothèque ne garde pas ce genre de "
        "ligne : supprimez-la"
    ),
    "fault.skos.itself": "la catégorie {subject} est liée à elle-même",
    "fault.skos.circle": (
        "la catégorie {subject} est plus générique qu’elle-même, par l’intermédiaire de {object}"
    ),
    "fault.skos.related-and-broader": (
        "les catégories {subject} et {object} sont associées, alors que l’une est plus générique "
        "que l’autre (SKOS, S27)"
    ),
    "fault.skos.exact-and-other": (
        "les catégories {subject} et {object} sont équivalentes et ne peuvent donc pas avoir d’autre "
        "correspondance (SKOS, S46)"
    ),
    "fault.rdf.syntax": "le texte est mal formé ; l’analyseur répond (en anglais) : {problem}",
    "fault.rdf.no-sense": "l’analyseur n’arrive pas à interpréter ce texte",
    "fault.rdf.key-twice": "la clé {key} figure deux fois dans un même objet JSON",
    "fault.rdf.format": (
        "ce nom de fichier ne permet pas de reconnaître le format ; terminez-le par {endings}"
    ),
    "fault.rdf.too-deep": "trop d’éléments sont imbriqués les uns dans les autres",
    "fault.rdf.remote-context": "le contexte {address} se trouve ailleurs, et rien n’est téléchargé",
    "fault.rdf.entity": "l’entité {name} se trouve ailleurs, en contient d’autres ou produit trop de texte",
    "fault.rdf.criterion": "ce n’est pas un critère en JSON",
    "fault.skos.two-classes": (
        "la ressource est à la fois {one} et {other}, or les deux s’excluent (SKOS, {condition})"
    ),
    "fault.skos.two-roles": "{text} est à la fois {one} et {other} (SKOS, S13)",
    "fault.skos.two-labels": (
        "plusieurs libellés préférentiels dans la langue {language} : {texts} (SKOS, S14)"
    ),
    "fault.skos.two-forms": "un libellé a plusieurs formes littérales : {texts} (SKOS-XL, S52)",
    "fault.skos.label-in-two-roles": "le libellé {label} est à la fois {one} et {other} (SKOS-XL, S58)",
    "fault.skos.no-catalog": (
        "ce n’est pas un catalogue écrit par `skos.dumps` ; lisez une taxonomie avec `skos.loads`"
    ),
    "fault.skos.unknown-scheme": (
        "schéma de concepts inconnu : {scheme} ; schémas de concepts du fichier : {schemes}"
    ),
    "fault.skos.several-schemes": "il y a plusieurs schémas de concepts : {schemes}",
    "fault.skos.no-concepts": "il n’y a aucun concept",
    "fault.skos.matches": {
        "one": "{count} correspondance est laissée de côté ; `skos.loads_mappings` la lit",
        "other": "{count} correspondances sont laissées de côté ; `skos.loads_mappings` les lit",
    },
    "fault.skos.left-out": {
        "one": (
            "{count} déclaration avec {property} n’a pas sa place dans une taxonomie et est laissée de côté"
        ),
        "other": (
            "{count} déclarations avec {property} n’ont pas leur place dans une taxonomie et sont laissées "
            "de côté"
        ),
    },
    "fault.skos.no-label": "aucun libellé lisible ; {id} en tient lieu",
    "fault.skos.no-language": {
        "one": "{count} texte n’a pas de langue et est attribué à la langue {language}",
        "other": "{count} textes n’ont pas de langue et sont attribués à la langue {language}",
    },
    "fault.skos.incomplete-language": {
        "one": "un libellé manque dans la langue {language} : celui de {first}",
        "other": "{count} libellés manquent dans la langue {language}, à commencer par celui de {first}",
    },
    "fault.rules.overlap": (
        "un même client peut être à la fois dans {categories} (critères : {places}), alors que la règle les "
        "sépare (par exemple : {witness})"
    ),
    "fault.rules.gap": (
        "un client n’est dans aucune catégorie, alors que la règle en prévoit une pour chacun (par "
        "exemple : {witness})"
    ),
    "fault.rules.not-implied": (
        "un client peut être dans {category} sans être forcément dans {other} (critères : {places}), "
        "contrairement à la règle (par exemple : {witness})"
    ),
    "fault.rules.no-overlap": (
        "personne ne peut être à la fois dans {categories}, contrairement à la règle (critères : {places})"
    ),
    "fault.rules.undecided": "la règle n’est ni prouvée ni réfutée : la recherche a été abandonnée",
    "fault.broader.too-narrow": (
        "un client peut être dans {category} sans être forcément dans {broader}, pourtant donnée pour plus "
        "générique (par exemple : {witness})"
    ),
    "fault.broader.undecided": (
        "que {broader} soit plus générique que {category} n’est ni prouvé ni réfuté : la recherche a été "
        "abandonnée"
    ),
    "fault.criteria.unreachable": (
        "personne ne peut être dans {category} : aucun client possible ne remplit son critère"
    ),
    "fault.criteria.undecided": (
        "on ne sait pas si quelqu’un peut être dans {category} : la recherche a été abandonnée"
    ),
    "fault.criteria.shadowed": (
        "personne n’arrive jusqu’à {category} : les catégories précédentes prennent tous ses clients"
    ),
    "fault.examples.differs": (
        "l’exemple {example} attend « {expected} » pour {category}, mais le verdict est "
        "« {verdict} » (voir {place}) : {reason}"
    ),
    "fault.examples.moved": "l’exemple {example} ({place}) reçoit ici une autre réponse : {answers}",
    "fault.examples.impossible": (
        "aucun client ne peut ressembler à l’exemple {example}, à cause de {facts} ({customer})"
    ),
    "fault.examples.no-answer": "l’exemple ne dit d’aucune catégorie si le client en fait partie",
    "fault.examples.twice": "{category} figure sous {key}, et déjà sous {other} ({first})",
    "fault.examples.elsewhere": (
        "{key} est une catégorie d’une autre taxonomie, et c’est là que sont ses exemples"
    ),
    "fault.facts.never-met": "aucun client possible ne remplit la condition de cet invariant",
    "fault.facts.never-known": (
        "le fait {fact} ne peut être connu pour aucun client possible : "
        "son domaine ou les invariants l’excluent"
    ),
    "fault.facts.undecided": (
        "on ne sait pas si cela peut être vrai d’un client : la recherche a été abandonnée"
    ),
    "fault.facts.no-customer": "aucun client n’est possible : les invariants se contredisent",
    "fault.file.not-found": "ce fichier n’existe pas",
    "fault.faults.more": {"one": "et un cas de plus : {kinds}", "other": "et {total} cas de plus : {kinds}"},
    "fault.file.no-yaml": "ce dossier ne contient aucun fichier YAML",
    "fault.file.not-a-file": "c’est un dossier ou un périphérique, non un fichier",
    "fault.file.permission": "vous n’avez pas le droit de lire ce fichier",
    "fault.file.unreadable": "le fichier est illisible : {reason}",
    "fault.file.too-large": "le fichier dépasse {limit} octets",
    "fault.file.encoding": "le fichier n’est pas enregistré en UTF-8 (trouvé : {found})",
    "fault.file.empty": "le fichier est vide",
    "fault.yaml.syntax": "la syntaxe YAML est incorrecte : {problem}",
    "syntax.quote": "le guillemet ouvert ici n’est jamais refermé",
    "syntax.late-quote": "le guillemet ouvert ici n’est refermé qu’en {place}, et du texte suit",
    "syntax.after-quote": "le texte entre guillemets se termine avant cet endroit, et du texte suit",
    "syntax.bracket": "le signe {character} ouvert ici n’est pas refermé",
    "syntax.other-bracket": "{character} ferme ce que {opened} a ouvert en {place}",
    "syntax.closes-nothing": "{character} ne ferme rien qui soit ouvert",
    "syntax.comma": "il manque une virgule avant cet élément",
    "syntax.colon": "un deux-points ne peut pas se trouver ici",
    "syntax.deeper": "cette ligne est plus indentée et continue donc le texte de la ligne précédente",
    "syntax.column": "cette ligne commence dans une colonne où rien d’autre ne commence",
    "syntax.item": "cette ligne commence dans la colonne des tirets de la liste, mais sans tiret",
    "syntax.key": "il faut ici une clé suivie d’un deux-points et d’une espace",
    "syntax.list": "une liste ne peut pas commencer ici",
    "syntax.start": "un texte sans guillemets ne peut pas commencer par {character}",
    "syntax.block": "{character} annonce un texte qui commence à la ligne suivante",
    "syntax.value": "il n’y a pas de valeur avant {character}",
    "syntax.tab": "il y a une tabulation là où seules des espaces sont admises",
    "syntax.space": (
        "il y a une espace insécable ou une autre espace particulière, {character}, là où il faut une espace "
        "ordinaire"
    ),
    "syntax.comment": "une espace suivie de # commence un commentaire, qui masque le reste de la ligne",
    "syntax.escape": "entre guillemets doubles, {text} ne représente aucun caractère",
    "syntax.directive": ("une ligne qui commence par % est une instruction, et celle-ci n’est pas reconnue"),
    "syntax.end": "ce qui précède est complet, mais du texte suit",
    "syntax.character": "le texte contient un caractère qu’aucun fichier YAML n’admet",
    "syntax.other": "à partir d’ici, les règles ne sont plus respectées",
    "fault.yaml.anchor": (
        "les ancres, les alias et les clés de fusion ne sont pas admis ; recopiez le passage"
    ),
    "fault.yaml.tag": "l’étiquette de type {tag} n’est pas admise ; supprimez-la",
    "fault.yaml.too-deep": "plus de {limit} niveaux d’imbrication",
    "fault.yaml.too-big": "plus de {limit} éléments",
    "fault.yaml.duplicate-key": "la clé {key} figure ici une seconde fois, la première fois en {first}",
    "fault.yaml.key-type": "une clé doit être un texte",
    "fault.yaml.multiple-documents": "un second document commence ici ; un fichier n’en contient qu’un",
    "fault.yaml.ambiguous-plain": (
        "{text} est ici un texte, mais d’autres logiciels y lisent autre chose ; mettez des guillemets"
    ),
    "fault.text.control": "il y a un caractère invisible ou de contrôle, {character} ; supprimez-le",
    "fault.text.bidi": "il y a un caractère qui inverse le sens d’écriture, {character} ; supprimez-le",
    "fault.text.too-long": "le texte compte {length} caractères ; le maximum est de {limit}",
    "fault.text.empty": "le texte est vide",
    "fault.text.missing-language": "il n’y a pas de texte dans la langue {language}",
    "fault.text.cut-by-comment": "un commentaire réduit ce texte à {text}",
    # ---- fautes : schéma
    "fault.schema.no-taxonomy": "ce fichier ne contient pas de taxonomie, seulement {keys}",
    "fault.schema.type": "attendu : {expected} ; trouvé : {found}",
    "fault.schema.unknown-key": "clé inconnue : {key}",
    "fault.schema.missing-key": "il manque la clé {key}",
    "fault.schema.one-of-keys": "il faut ici exactement l’une des clés {keys}",
    "fault.schema.conflict": "{one} et {other} s’excluent ; gardez l’un des deux",
    "fault.schema.value": "{text} n’est pas admis ici ; écrivez {allowed}",
    "fault.schema.date": "{text} n’est pas une date ; écrivez-la sous la forme 2026-01-31",
    "fault.number.form": (
        "{number} se lit de plusieurs façons ; écrivez-le en chiffres simples, comme 1000 ou 0.5"
    ),
    "fault.number.too-large": "le nombre compte {digits} chiffres ; le maximum est de {limit}",
    "fault.number.not-finite": "{number} ne se compare à rien ; supprimez la limite",
    "fault.number.not-integer": "{number} n’est pas un nombre entier",
    "fault.version.form": "{text} n’est pas une version valide ; écrivez-la sous la forme 1.0.0",
    "fault.id.form": (
        "{id} n’est pas un identifiant valide ; il se compose de mots en minuscules sans accent "
        "ou en chiffres, séparés par un seul - ou _, comme client-fidele, et compte au plus {limit} "
        "caractères"
    ),
    "fault.id.reserved": "{id} est un mot du format de fichier et ne peut pas être un identifiant",
    "fault.language.form": (
        "{tag} n’est pas une étiquette de langue valide ; écrivez par exemple fr ou fr-CA"
    ),
    "fault.language.unknown": "{tag} : {kind} {subtag} n’est pas au registre de BCP 47",
    "fault.language.alias": "{tag} s’écrit {language}",
    "fault.language.no-plural-rule": (
        "le CLDR n’a pas de règle de pluriel pour la langue {language} ; sa forme `other` vaudrait pour "
        "tous les nombres"
    ),
    "fault.language.duplicate": "la langue {tag} figure ici une seconde fois",
    "fault.label.empty": "le libellé est vide",
    "fault.label.form": (
        "aucun nombre ne prend la forme {form} dans la langue {language} ; attendu : {forms}"
    ),
    "fault.label.missing-language": "il n’y a pas de libellé dans la langue {language}",
    "fault.extends.form": "{text} n’est pas l’identifiant d’une taxonomie",
    "fault.extends.unknown": "taxonomie inconnue : {taxonomy}",
    "fault.extends.cycle": "des taxonomies se prolongent l’une l’autre en cercle : {circle}",
    "fault.extends.too-deep": "plus de {limit} taxonomies se prolongent l’une l’autre",
    "fault.extends.unknown-id": "il n’y a pas de {id} ici",
    "fault.extends.new": "{id} est nouveau ici, et un nouvel élément exige la clé {key}",
    "fault.overlay.conflict": "une autre surcouche retire {key} ou lui donne une autre valeur, en {first}",
    "fault.plugin.no-folder": "il n’y a pas de paquet de ce nom avec un dossier de taxonomies",
    "fault.plugin.overlay": "un paquet installé peut ajouter des taxonomies, mais pas en modifier",
    "fault.catalog.taken": "il y a déjà une taxonomie {id}, en {first}",
    # ---- fautes : sens
    "fault.translations.unknown-address": "il n’y a rien à traduire à l’adresse {address}",
    "fault.sheet.syntax": "le fichier de traduction est illisible ici : {problem}",
    "fault.sheet.doctype": ("le fichier contient une ligne `<!DOCTYPE`, refusée par sécurité ; supprimez-la"),
    "fault.sheet.no-xliff": "ce n’est pas du XLIFF 1.2 ; exportez le fichier dans cette version",
    "fault.sheet.two-files": (
        "un autre élément `file` commence ici, pour une autre taxonomie, version ou langue ; importez un "
        "fichier de traduction à la fois"
    ),
    "fault.sheet.no-header": "le fichier de traduction ne dit pas de quelle taxonomie il s’agit",
    "fault.sheet.no-language": (
        "le fichier de traduction ne dit pas de quelle langue vers quelle langue il traduit"
    ),
    "fault.sheet.same-language": "le fichier de traduction traduit la langue {language} vers elle-même",
    "fault.sheet.other-language": "la langue du fichier de traduction est {found}, non {language}",
    "fault.sheet.other-taxonomy": (
        "le fichier de traduction est celui de la taxonomie {found}, non de {taxonomy}"
    ),
    "fault.sheet.unknown-taxonomy": (
        "le fichier de traduction est celui de la taxonomie {taxonomy}, que la bibliothèque n’a pas"
    ),
    "fault.sheet.other-version": (
        "le fichier de traduction a été fait pour la version {found}, alors que la taxonomie en est à la "
        "version {version}"
    ),
    "fault.sheet.plural-forms": (
        "l’en-tête ne numérote pas les formes du pluriel de la langue ; attendu : `Plural-Forms: {expected}`"
    ),
    "fault.sheet.plural-zero": (
        "pour 0, l’en-tête prend la forme {form} et la langue {category} ; attendu : "
        "`Plural-Forms: {expected}`"
    ),
    "fault.sheet.mixed": "cette ligne concerne une autre taxonomie, version ou langue que la ligne {first}",
    "fault.sheet.unknown-address": "il n’y a rien à traduire à cette adresse",
    "fault.sheet.twice": "ce texte est déjà traduit à la ligne {first}",
    "fault.sheet.outdated": (
        "l’original a changé depuis la traduction ; il dit maintenant {now} ; la traduction est à revoir"
    ),
    "fault.sheet.missing-form": "il manque au libellé, dans cette langue : {forms}",
    "fault.sheet.collision": "le libellé {text} désigne déjà la catégorie {category}",
    "fault.sheet.untranslated": "le texte est identique dans les deux langues",
    "fault.sheet.not-computed": "un tableur n’a pas pu calculer cette cellule : {text}",
    "fault.sheet.line-break": "le libellé contient un saut de ligne",
    "fault.sheet.original": {
        "one": "{count} texte original en {language} est remplacé par une traduction",
        "other": "{count} textes originaux en {language} sont remplacés par des traductions",
    },
    "fault.sheet.stays": "le texte est vide, et une surcouche n’enlève rien : le texte actuel est conservé",
    "fault.taxonomy.no-categories": "il n’y a aucune catégorie",
    "fault.taxonomy.duplicate-id": ("l’identifiant {id} fait double emploi avec {other}, en {first}"),
    "fault.source.taken": "il y a déjà une source {source}",
    "fault.source.unknown": "source inconnue : {source} ; décrivez-la sous `sources`",
    "fault.criteria.unknown-field": "fait inconnu : {field}",
    "fault.criteria.unknown-value": "{value} n’est pas une valeur de {field}",
    "fault.criteria.unknown-category": "catégorie inconnue : {key}",
    "fault.criteria.own-category": "{key} est une catégorie de cette taxonomie ; écrivez {category}",
    "fault.criteria.wrong-test": "{field} est {type}, et ce test ne lui convient pas",
    "fault.criteria.empty": "un critère vide ne dit rien",
    "fault.criteria.empty-range": "aucun nombre ne se trouve dans cet intervalle",
    "fault.criteria.missing": "la catégorie doit avoir `when`, ou une raison dans `without_criteria`",
    "fault.criteria.missing-in-order": "avec `decide: first`, chaque catégorie doit avoir `when`",
    "fault.deprecated.unknown": "taxonomie inconnue : {taxonomy}",
    "fault.deprecated.circle": "des catégories obsolètes se remplacent en cercle : {circle}",
    "fault.deprecated.no-replacement": "{id} est obsolète, et rien n’est indiqué pour la remplacer",
    "fault.deprecated.used": "{category} est obsolète",
    "fault.criteria.cycle": "définition circulaire de catégories : {circle}",
    "fault.criteria.too-deep": "des catégories reposent l’une sur l’autre sur plus de {limit} niveaux",
    "fault.criteria.sensitive-fact": (
        "le fait {field} est sensible ; classer des personnes d’après lui exige une base légale"
    ),
    "fault.rules.two-categories": "la règle demande deux catégories différentes",
    "fault.precedence.twice": "{category} a déjà une place, en {first}",
    "fault.precedence.left-out": "ces catégories n’ont pas de place dans l’ordre : {categories}",
    "fault.precedence.inherited": "{category} n’a pas de place dans le `precedence` hérité",
    "fault.precedence.no-criteria": "{category} n’a pas de critère et ne peut donc être une réponse",
    "fault.precedence.in-order": (
        "`precedence` est sans effet avec `decide: first`, où l’ordre des catégories décide"
    ),
    "fault.facts.taken": "il y a déjà un fait {fact}",
    "fault.facts.no-values": "{fact} doit avoir `values`",
    "fault.facts.wrong-domain": "{fact} est {type}, et son domaine n’y convient pas",
    "fault.facts.empty-domain": "aucun nombre ne se trouve dans le domaine de {fact}",
    "fault.facts.no-own-values": "{fact} n’a pas de valeurs à lui, qu’un autre fait puisse reprendre",
    "fault.facts.two-parts": "un fait doit se déduire de deux faits différents",
    "fault.facts.follows-type": "ce qui se déduit par {way} est {wanted}, et {fact} est {type}",
    "fault.facts.follows-itself": "{fact} ne peut pas se déduire de lui-même",
    "fault.facts.follows-twice": "{fact} se déduit lui-même d’autres faits",
    "fault.facts.follows-part": "{part} est {type}, et {way} demande {wanted}",
    "fault.facts.follows-values": "{one} et {other} n’ont pas les mêmes valeurs",
    "facts.parts-differs": "des faits dont la valeur est prise dans une liste",
    "facts.parts-ratio": "des faits dont la valeur est un nombre",
    # ---- explications
    "explain.joint": " ; ",
    "explain.nothing-known": "rien n’est connu",
    "explain.out-of-accord": (
        "{told} (ce client n’existe peut-être pas : d’après « {first} » et « {second} », "
        "« {fact} » aurait une autre valeur)"
    ),
    "explain.or": " ou ",
    "explain.not-in-line": "doit être faux : {part}",
    "explain.none-in-line": "aucune de ces conditions : {part}",
    "explain.more-integer": "{number} {unit} de plus ({after} au lieu de {before})",
    "explain.more-number": "{number} {unit} de plus ({after} au lieu de {before})",
    "explain.more-bare": "{number} de plus ({after} au lieu de {before})",
    "explain.fewer-integer": "{number} {unit} de moins ({after} au lieu de {before})",
    "explain.fewer-number": "{number} {unit} de moins ({after} au lieu de {before})",
    "explain.fewer-bare": "{number} de moins ({after} au lieu de {before})",
    "explain.instead": "{after} au lieu de {before}",
    "explain.add": "ajouter {members}",
    "explain.remove": "retirer {members}",
    "explain.find-out": "{part} (à vérifier)",
    "explain.await": "{part} (avec le temps)",
    "explain.there-already": "rien à changer",
    "explain.yes": "oui",
    "explain.no": "non",
    "explain.unknown": "indéterminé",
    "explain.missing": "inconnu",
    "explain.empty": "aucun",
    "explain.category": "{mark} {label} : {truth}",
    "explain.condition": "{label} : {wanted}",
    "explain.test": "{label} : {value} ({wanted})",
    "explain.test-follows": ("{label} : {value} ({wanted} ; se déduit de « {first} » et « {second} »)"),
    "explain.in-category": "dans la catégorie « {label} »",
    "explain.earlier": "la catégorie « {label} » passe avant",
    "explain.perhaps-earlier": "la catégorie « {label} » passe peut-être avant",
    "explain.not": "doit être faux :",
    "explain.none": "aucune de ces conditions :",
    "explain.all": "tout ce qui suit :",
    "explain.any": "au moins une de ces conditions :",
    "explain.always": "toujours",
    "explain.no-criterion": "la catégorie n’a pas de critère",
    "explain.known": "doit être connu",
    "explain.not-known": "ne doit pas être connu",
    "explain.min": "au moins {value}",
    "explain.max": "au plus {value}",
    "explain.above": "plus de {value}",
    "explain.below": "moins de {value}",
    "explain.below-integer": "moins de {value}",
    "explain.equals": "exactement {value}",
    "explain.is": "attendu : {value}",
    "explain.one_of": "attendu : {value}",
    "explain.includes": "doit comprendre {value}",
    # ---- exemples
    "example.answer": "{category} : {verdict} au lieu de {instead}",
    "example.answer-because": "{category} : {verdict} au lieu de {instead} ({reason})",
    "example.moved": "« {text} » {answers}",
    "example.in": "Oui : {categories}",
    "example.out": "Non : {categories}",
    "example.unknown": "Indéterminé : {categories}",
    "example.facts": "Ce que l’on sait : {facts}",
    "example.because": "Ce qui tranche : {because}",
    # ---- tableaux
    "table.no-file": "le fichier {path} n’existe pas",
    "table.not-a-file": "{path} n’est pas un fichier ordinaire",
    "table.unreadable": "{path} est illisible : {reason}",
    "table.empty": "{path} est vide",
    "table.binary": "{path} n’est pas un fichier texte",
    "table.unknown-encoding": "encodage inconnu : {encoding}",
    "table.wrong-encoding": "le fichier n’est pas encodé en {encoding}",
    "table.broken-row": "la ligne {line} n’est pas une ligne de tableau : {problem}",
    "table.open-quote": "ligne {line} : un guillemet s’ouvre ici et ne se referme jamais",
    "table.closed-quote": "ligne {line} : du texte suit un guillemet fermant avant le séparateur suivant",
    "table.long-cell": (
        "ligne {line} : une cellule dépasse {limit} caractères ; un guillemet n’est peut-être pas fermé"
    ),
    "table.bad-separator": "le séparateur doit être un caractère unique, autre qu’un guillemet",
    "table.no-header": "la première ligne contient des valeurs au lieu des noms de colonnes",
    "table.two-currencies": (
        "la ligne {line} a un montant en {one} et la ligne {other} un montant en {another} ; "
        "convertissez-les d’abord"
    ),
    "table.no-zone": (
        "ligne {line}, colonne {column} : une heure avec décalage UTC exige le fuseau horaire "
        "dans lequel compter les jours"
    ),
    "table.boolean": "oui ou non",
    "table.choice": "{values}",
    "table.choices": "une ou plusieurs valeurs parmi {values}, séparées par |",
    "table.many-values": "{count} valeurs comme {values}",
    "table.reason-no-folder": "ce dossier n’existe pas",
    "table.reason-folder": "c’est un dossier",
    "table.reason-exists": "un fichier porte déjà ce nom",
    "table.reason-permission": "vous n’en avez pas le droit",
    "table.reason-disk-full": "le disque est plein",
    "table.reason-long-name": "le nom est trop long",
    "table.too-many-cells": (
        "la ligne {line} a {found} cellules et l’en-tête {columns} ; une valeur qui "
        "contient une virgule se met entre guillemets"
    ),
    "table.duplicate-column": "la colonne {column} figure deux fois",
    "table.no-column": "il n’y a pas de colonne {column}",
    "table.columns": "les colonnes sont {columns}",
    "table.memory": (
        "{path} demande plus de mémoire, ou plus de place pour les fichiers temporaires, qu’il n’y en a"
    ),
    "table.not-worked": ("impossible de traiter {path}, qui est endommagé ou n’est pas un fichier Parquet"),
    "table.zone-of-column": "la colonne {column} a des horodatages avec fuseau",
    "table.no-order-column": "aucune colonne reconnue pour : {role} ; indiquez-la avec {option}",
    "table.no-facts": "aucune colonne ne porte le nom d’un fait, comme {facts}",
    "table.impossible": {
        "one": "{number} ligne impossible, à cause de ces faits : {facts}",
        "other": "{number} lignes impossibles, à cause de ces faits : {facts}",
    },
    "table.column": "colonne {column} : il faut {expected}",
    "table.cell": "ligne {line}, colonne {column} : il faut {expected}",
    "table.two-decimal-signs": (
        "la ligne {line} a un point décimal et la ligne {other} une virgule décimale"
    ),
    "table.ambiguous-number": (
        "ligne {line} : le point ou la virgule peut séparer des milliers ou des décimales"
    ),
    "table.two-date-orders": "à la ligne {line} le jour vient d’abord, à la ligne {other} le mois",
    "table.ambiguous-date": "ligne {line} : le jour peut venir d’abord, ou le mois",
    "hint.decimal-option": "indiquez le séparateur décimal avec --decimal",
    "hint.date-option": "indiquez l’ordre avec --date-format dmy ou mdy",
    "hint.encoding-option": "indiquez son encodage avec --encoding",
    "hint.zone-option": "indiquez le fuseau avec --zone, par exemple --zone Europe/Paris",
    "hint.separator": "par exemple `--separator ';'` ou `--separator tab`",
    "hint.work-in-database": (
        "prenez une machine plus grande, ou une base de données et la requête de `customer-types sql`"
    ),
    # ---- différences entre versions
    "change.added": "ajout",
    "change.removed": "suppression",
    "change.changed": "modification",
    "change.deprecated": "obsolète ; elle s’efface devant les autres quand il faut une seule réponse",
    "change.order": "ordre modifié",
    "change.value": "{new} au lieu de {old}",
    "change.reworded": "reformulation ({languages})",
    "change.rewritten": "critère écrit autrement, de même sens",
    "change.name": "{new} au lieu de {old} (langue : `{language}`)",
    "change.language-gone": "plus aucun texte (langue : `{language}`)",
    "change.language-new": "langue ajoutée : `{language}`",
    "change.not-understood": "libellés qui ne sont plus reconnus (langue : `{language}`) : {labels}",
    "change.understood": "libellés désormais reconnus (langue : `{language}`) : {labels}",
    "change.left": "ne contient plus ce client : {witness}",
    "change.joined": "contient désormais ce client : {witness}",
    "change.unsettled": (
        "le verdict devient connu, ou cesse de l’être, par exemple pour ce client : {witness}"
    ),
    "change.answered": "autre réponse : {move}",
    "change.fact": "comparaison impossible : le fait {fact} a changé de type",
    "change.undecided": "impossible de décider si le sens est le même",
    "hint.sheet-original": (
        "la langue du fichier est-elle la bonne ? S’il s’agit d’originaux, précisez `--status original`"
    ),
    "hint.use": "utilisez {key}",
    "hint.plugin": "ce fichier vient du paquet installé {package} : corrigez-le ou désinstallez-le",
    "hint.save-as-csv": "enregistrez-le au format CSV",
    "sheet.no-column": "il manque la colonne {column} dans le fichier de traduction",
    "sheet.po-incomplete": "il manque `msgid` ou `msgstr` à cette entrée",
    "sheet.po-order": "cette ligne n’est pas à sa place dans l’entrée",
    "sheet.po-line": "cette ligne n’est pas au format PO",
    "sheet.po-string": "le texte n’est pas entre guillemets, ou contient une séquence d’échappement inconnue",
    "sheet.two-sources": "une unité ne doit avoir qu’un élément `source`",
    "sheet.xml": "le XML est endommagé ou tronqué",
    "sheet.heading": "{name} ({place}) : {what}",
    "sheet.form": "{heading}, {form}",
    "sheet.label": "libellé",
    "sheet.also": "synonyme {count}, peut rester vide",
    "sheet.avoid": "terme à éviter {count}, peut rester vide",
    "sheet.reason": "pourquoi éviter le terme {count}",
    "sheet.gender": "genre",
    "sheet.gender-hint": (
        "Écrire epicene si une même forme vaut pour les deux genres, masculine ou feminine si le nom "
        "garde son genre quelle que soit la personne ; sinon, laisser vide."
    ),
    "sheet.definition": "définition",
    "sheet.without_criteria": "pourquoi il n’y a pas de critères",
    "sheet.action": "que faire",
    "sheet.threshold-label": "libellé du seuil {id}",
    "sheet.example-text": "exemple {id}",
    "sheet.example-because": "ce qui tranche dans l’exemple {id}",
    "sheet.threshold-note": "remarque sur le seuil {id}",
    "sheet.fact-label": "libellé du fait {id}",
    "sheet.fact-definition": "définition du fait {id}",
    "sheet.unit-label": "libellé de l’unité {id}",
    "sheet.source-title": "titre de la source {id}",
    "sheet.source-note": "remarque sur la source {id}",
    "sheet.rule-note": "remarque sur la règle {id}",
    "sheet.meaning": "Sens : {text}",
    "sheet.value": "Valeur : {text}",
    "sheet.said": "{language} : {text}",
    "sheet.glossary": "Voir aussi : {names}",
    "role.customer": "client",
    "role.date": "date",
    "role.amount": "montant",
    "role.quantity": "quantité",
    "role.order": "commande",
    "role.status": "statut",
    "table.no-room-or-name": (
        "il n’y a plus de place sur le disque, ou le nom contient des caractères non valides"
    ),
    "table.not-written": "impossible d’écrire {path} : {reason}",
    # ---- ligne de commande
    "cli.usage": "Utilisation :",
    "cli.options": "Options ",
    "cli.commands": "Commandes ",
    "cli.option.help": "Afficher cette aide.",
    "cli.option.language": "Langue des réponses : en, fr, fr-CA…",
    "cli.option.format": "table pour la lecture, json ou csv pour les programmes.",
    "cli.option.table-or-json": "table pour la lecture, json pour les programmes.",
    "cli.option.with": "Chercher aussi dans ce fichier ou ce dossier de taxonomies ; répétable.",
    "cli.option.alone": "Laisser de côté les taxonomies fournies.",
    "cli.option.all": "Lister aussi ce qui n’est pas un type de client d’aujourd’hui.",
    "cli.option.to": "Langue de la traduction.",
    "cli.option.from": "Langue des libellés.",
    "cli.option.within": "Chercher dans cette seule taxonomie.",
    "cli.option.as-of": "Date de référence des faits.",
    "cli.option.taxonomy": ("Taxonomie, par identifiant ou par fichier ; répétable. Par défaut, lifecycle."),
    "cli.option.facts": "Le fichier contient une ligne de faits par client, non des commandes.",
    "cli.option.out": "Écrire une ligne par client dans ce fichier, CSV ou Parquet selon son nom.",
    "cli.option.customer": "Colonne du client.",
    "cli.option.date": "Colonne de la date de commande.",
    "cli.option.amount": "Colonne du montant ; un montant négatif est un remboursement.",
    "cli.option.quantity": "Colonne de la quantité.",
    "cli.option.order": "Colonne du numéro de commande.",
    "cli.option.status": "Colonne du statut de la commande.",
    "cli.option.cancelled": "Statut des commandes qui ne comptent pas ; répétable.",
    "cli.option.zone": "Fuseau horaire dans lequel compter les jours, comme Europe/Paris.",
    "cli.option.encoding": "Encodage, comme utf-8 ou cp1252.",
    "cli.option.separator": "Séparateur de cellules ; tab pour une tabulation.",
    "cli.option.decimal": "Séparateur décimal.",
    "cli.option.date-format": "Ordre du jour, du mois et de l’année.",
    "cli.option.to-taxonomy": "Montrer seulement les correspondances avec cette taxonomie.",
    "cli.option.plot": "Dessiner les recoupements dans ce fichier : .svg, .png ou .pdf.",
    "cli.option.solver": "Solveur qui tranche ce que la recherche intégrée abandonne.",
    "cli.option.all-pairs": "Montrer aussi les paires sans client commun.",
    "cli.option.dialect": "Base de données dont on veut le SQL.",
    "cli.option.table": "Table des clients et de leurs faits, une ligne par client.",
    "cli.option.orders": "Table de commandes, dont la requête tire les faits.",
    "cli.option.as-of-or-today": ("Date de référence des faits ; today est le jour où la requête s’exécute."),
    "cli.option.answer": (
        "verdicts : une colonne par catégorie ; category ou label : une seule colonne, l’identifiant "
        "ou le libellé de la catégorie unique ; status : s’il y en a une, aucune ou plusieurs, ou si "
        "elle est indéterminée."
    ),
    "cli.option.fact-column": (
        "Colonne d’un fait, comme orders=nb_commandes ; sans colonne (abroad=), le fait reste "
        "inconnu. Répétable."
    ),
    "cli.option.has-facts": (
        "Faits pour lesquels la table a une colonne, séparés par des virgules ; les autres restent inconnus."
    ),
    "cli.option.without-nan": "Supposer qu’aucun nombre de la table n’est NaN ; la requête est plus simple.",
    "cli.option.sql-or-dbt": "Une requête, ou un modèle dbt.",
    "cli.option.start": "Premier jour.",
    "cli.option.end": "Dernier jour.",
    "cli.option.every": (
        "Ajouter des dates intermédiaires, dans le dessin et dans les données : 1mo (chaque mois), "
        "2w (toutes les deux semaines), 1q (chaque trimestre), 1y (chaque année)…"
    ),
    "cli.option.plot-flow": "Dessiner les passages des clients dans ce fichier : .svg, .png ou .pdf.",
    "cli.option.one-taxonomy": "Taxonomie, par identifiant ou par fichier. Par défaut, lifecycle.",
    "cli.option.strict": "Traiter les avertissements comme des erreurs.",
    "cli.option.sheet-language": (
        "Langue du fichier : es, de, fr-CA… Celle des réponses se place avant `labels`."
    ),
    "cli.option.sheet-format": (
        "Format de l’outil de traduction : po (Poedit, Weblate), xliff (Trados, memoQ), csv (tableurs). "
        "Sans cette option, le format se déduit de l’extension du nom ; à défaut, po."
    ),
    "cli.option.sheet-from": (
        "Langue à traduire ; à défaut, l’anglais, ou la langue dont celle-ci est une variété."
    ),
    "cli.option.sheet-out": "Écrire dans ce fichier, qui ne doit pas encore exister.",
    "cli.option.sheet-taxonomy": (
        "Taxonomie, par identifiant ou par fichier. Par défaut, celle qu’indique le fichier de traduction."
    ),
    "cli.option.expected-language": "Langue attendue du fichier de traduction.",
    "cli.option.sheet-status": "Statut à donner aux textes qui n’en ont pas.",
    "cli.option.overlay-out": "Fichier où écrire la surcouche ; son contenu est remplacé.",
    "cli.option.coverage-language": (
        "Langues à compter ; répétable. Par défaut, toutes les langues présentes."
    ),
    "cli.customer-types.help": (
        "Les types de clients en français et en anglais, et le classement de vos clients."
    ),
    "cli.list.help": "Lister les taxonomies et leurs catégories.",
    "cli.show.help": (
        "Montrer une taxonomie ou une catégorie.\n\n"
        "CLÉ est l’identifiant d’une taxonomie (lifecycle) ou la clé d’une catégorie (lifecycle/loyal)."
    ),
    "cli.translate.help": "Traduire des libellés de catégories.",
    "cli.resolve.help": "Trouver les catégories qu’un libellé désigne.",
    "cli.classify.help": (
        "Classer les clients d’un fichier.\n\n"
        "FICHIER est un fichier CSV ou Parquet de commandes, une ligne par commande ou par article ; ou, "
        "avec --facts, de faits, une ligne par client. Ce que le fichier ne dit pas, les options le disent."
    ),
    "cli.sql.help": (
        "Écrire la requête SQL qui classe les clients d’une base de données.\n\n"
        "DIALECTE est l’un de ceux-ci : bigquery, clickhouse, databricks, duckdb, mysql, oracle, postgres, "
        "redshift, snowflake, spark, sqlite, trino, tsql. Les colonnes de --table portent les noms des "
        "faits ; avec --orders, la requête établit d’abord les faits."
    ),
    "cli.journeys.help": (
        "Montrer comment les clients passent d’une catégorie à l’autre.\n\n"
        "FICHIER est un fichier CSV de commandes. Ses clients sont classés selon une taxonomie le premier "
        "jour et le dernier, et la matrice montre combien sont passés d’une catégorie à l’autre."
    ),
    "cli.labels.help": (
        "Faire traduire une taxonomie, et suivre l’avancement.\n\nUn fichier de traduction est "
        "envoyé à la traductrice ou au traducteur, qui le rend rempli. Il devient alors une surcouche : "
        "un fichier qui complète la taxonomie."
    ),
    "cli.labels-export.help": (
        "Écrire un fichier de traduction.\n\nIl contient les textes déjà traduits et ceux "
        "qui restent à traduire."
    ),
    "cli.labels-import.help": (
        "Vérifier un fichier de traduction rempli, et en faire une surcouche.\n\nTRADUCTION est un "
        "fichier de l’un des formats de `labels export`. S’il y a des erreurs, rien n’est écrit."
    ),
    "cli.labels-coverage.help": (
        "Compter, par langue, les textes traduits, à revoir ou absents.\n\nUne taxonomie est l’une de "
        "celles de la bibliothèque, par son identifiant, ou un fichier. Sans argument, toutes celles de la "
        "bibliothèque sont comptées."
    ),
    "cli.check.help": (
        "Vérifier des fichiers de taxonomies.\n\nLes fichiers d’un dossier sont vérifiés ensemble, et "
        "chacun peut citer les faits, les sources et les catégories des autres ; un fichier donné seul "
        "est vérifié seul."
    ),
    "cli.verify.help": (
        "Prouver les règles de taxonomies ; en trouver les recoupements et les lacunes.\n\nUne taxonomie est "
        "désignée par son identifiant ou par son fichier. Sans argument, toutes celles de la bibliothèque "
        "sont vérifiées. Le code de sortie est 1 si une règle est enfreinte."
    ),
    "cli.compare.help": (
        "Comparer les catégories de deux taxonomies.\n\nChaque argument est une taxonomie (identifiant ou "
        "fichier) ou la clé d’une catégorie. Le résultat est prouvé pour tout client possible."
    ),
    "cli.crosswalk.help": "Montrer à quelles catégories d’autres taxonomies correspond une catégorie.",
    "cli.init.help": (
        "Écrire un fichier pour commencer une taxonomie.\n\nLe nom du fichier sert d’identifiant, par "
        "exemple clubs-fidelite.yaml. Le fichier contient des commentaires et peut être vérifié tel quel. "
        "Un fichier existant n’est pas touché."
    ),
    "cli.init.done": "fichier écrit : {path}",
    "cli.init.overlay": (
        "Modifie la taxonomie {taxonomy}, dont les clés ne changent pas. Ce qui ne figure pas ici reste tel "
        "quel.\n\ncustomer-types check {path}\ncustomer-types show {taxonomy} --with {path}"
    ),
    "cli.init.extension": (
        "Une taxonomie qui prolonge {taxonomy}. Ce qui ne figure pas ici en est hérité.\n\n"
        "customer-types check {path}\ncustomer-types verify {path}"
    ),
    "cli.init.examples": (
        "Décrivez d’abord des clients en une phrase, avec leurs catégories. Ceux de {taxonomy} sont là, et "
        "la\nvérification dit lesquels reçoivent une autre réponse avec vos chiffres."
    ),
    "cli.init.labels": (
        "Libellés, définitions, critères et actions se modifient de la même façon, par identifiant :"
    ),
    "cli.init.categories": "Catégories à retirer, à ajouter ou à modifier, par identifiant :",
    "cli.error.name-of-file": (
        "{name} : le nom du fichier sert d’identifiant ; écrivez-le en minuscules sans accent, en chiffres "
        "et en traits d’union, par exemple clubs-fidelite.yaml"
    ),
    "cli.option.extends": "Prolonger cette taxonomie, avec son propre identifiant.",
    "cli.option.overlay": "Modifier cette taxonomie : seuils, libellés, catégories.",
    "cli.option.export-format": (
        "Format du fichier ; à défaut, il se déduit du nom : .csv, .json, .yaml, .ttl, .jsonld, .rdf "
        "ou .tsv. Un dossier reçoit des pages Markdown."
    ),
    "cli.option.export-taxonomy": (
        "Cette taxonomie seulement, par identifiant ou par fichier ; répétable avec json-logic et cel."
    ),
    "cli.option.base": "Début des IRI des catégories.",
    "cli.option.scheme": "Schéma de concepts à lire, si le fichier en contient plusieurs.",
    "cli.option.id": "Identifiant de la taxonomie ; à défaut, il est tiré du nom du schéma.",
    "cli.option.out-file": "Écrire dans ce fichier.",
    "cli.metavar.iri": "IRI",
    "cli.export.help": (
        "Exporter le catalogue, pour le lire ou pour d’autres programmes.\n\nLa cible est un "
        "fichier, un dossier pour des pages Markdown, ou - pour la sortie standard. Une taxonomie"
        " seule s’écrit en YAML et en SKOS (turtle, json-ld, rdf-xml) ; sssom contient les "
        "correspondances ; json-logic et cel contiennent les critères sous forme de règles."
    ),
    "cli.import.help": (
        "Convertir un fichier d’un autre programme pour cette bibliothèque.\n\nUn "
        "fichier SKOS (.ttl, .jsonld, .json, .rdf, .xml, .owl) devient une taxonomie sans "
        "critères, un tableau SSSOM (.tsv) un fichier de correspondances. Ce qui se perd est "
        "signalé."
    ),
    "cli.error.pages": ("les pages vont dans un dossier ; indiquez-le, ou un autre format avec --format"),
    "cli.error.export-no-taxonomy": "{format} contient tout le catalogue et ne va pas avec --taxonomy",
    "cli.error.export-one-taxonomy": "{format} contient une seule taxonomie : indiquez-la avec --taxonomy",
    "cli.option.texts": "Langue des textes SKOS qui n’en indiquent pas.",
    "cli.option.base-of-table": "Début des IRI des catégories dans un tableau SSSOM.",
    "cli.error.ending": (
        "{name} : ce nom n’indique pas le format ; terminez-le par {endings}, ou indiquez --format"
    ),
    "cli.error.taken": "il y a déjà une taxonomie {id} : donnez un autre nom au fichier",
    "cli.diff.help": (
        "Dire ce qui change entre deux versions de taxonomies.\n\nChacune des deux est une taxonomie, "
        "désignée par son identifiant ou par son fichier, ou un dossier. Un changement est majeur (un "
        "identifiant disparaît, ou il est prouvé qu’une catégorie ne contient plus les mêmes clients), "
        "mineur ou correctif. Le code de sortie est 1 si le numéro de version n’a pas assez augmenté pour "
        "ces changements."
    ),
    "cli.diff.shared": "Faits, sources et correspondances",
    "cli.diff.major": "majeur",
    "cli.diff.minor": "mineur",
    "cli.diff.patch": "correctif",
    "cli.diff.line": "{place} : {change}",
    "cli.diff.due": "Le numéro de version doit être au moins {version}.",
    "cli.diff.same": "Rien ne change.",
    "cli.error.file-and-folder": "indiquez deux dossiers ou deux taxonomies",
    "cli.explain.help": "Expliquer un code que check signale.",
    "cli.schema.help": (
        "Afficher le schéma JSON d’un type de fichier, pour les éditeurs.\n\nTYPE vaut taxonomy, facts, "
        "sources ou crosswalk. Grâce au schéma, l’éditeur propose les clés et signale les erreurs en cours "
        "de saisie (descriptions en anglais) ; redirigez-le vers un fichier que l’éditeur pourra lire."
    ),
    "cli.metavar.language": "LANGUE",
    "cli.metavar.key": "CLÉ",
    "cli.metavar.label": "LIBELLÉ",
    "cli.metavar.taxonomy": "TAXONOMIE",
    "cli.metavar.file": "FICHIER",
    "cli.metavar.file-or-folder": "FICHIER|DOSSIER",
    "cli.metavar.folder": "DOSSIER",
    "cli.metavar.day": "AAAA-MM-JJ",
    "cli.metavar.dialect": "DIALECTE",
    "cli.metavar.table": "TABLE",
    "cli.metavar.day-or-today": "AAAA-MM-JJ|today",
    "cli.metavar.fact-column": "FAIT=COLONNE",
    "cli.metavar.facts": "FAIT,FAIT…",
    "cli.metavar.rhythm": "PÉRIODICITÉ",
    "cli.metavar.column": "COLONNE",
    "cli.metavar.status": "STATUT",
    "cli.metavar.zone": "FUSEAU",
    "cli.metavar.encoding": "ENCODAGE",
    "cli.metavar.sign": "SIGNE",
    "cli.metavar.code": "CODE",
    "cli.metavar.kind": "TYPE",
    "cli.metavar.taxonomy-or-file": "TAXONOMIE|FICHIER",
    "cli.metavar.taxonomy-file-or-folder": "TAXONOMIE|FICHIER|DOSSIER",
    "cli.metavar.taxonomy-key-or-file": "TAXONOMIE|CLÉ|FICHIER",
    "cli.metavar.sheet": "TRADUCTION",
    "cli.metavar.commands": "COMMANDE [ARGUMENTS]…",
    "cli.error.help": "voir `{command} --help`",
    "cli.error.extra": "l’argument {argument} est de trop",
    "cli.error.needs-value": "{option} demande une valeur",
    "cli.error.no-value": "{option} ne prend pas de valeur",
    "cli.error.choice": "{value} n’est pas admis ; choisissez {allowed}",
    "cli.error.conflict": "{one} et {other} ne vont pas ensemble",
    "cli.error.day": "{option} : {day} n’est pas une date ; écrivez-la sous la forme 2026-01-31",
    "cli.error.no-cancelled": "--status ne sert à rien sans --cancelled",
    "cli.error.same-file": "{option} écraserait le fichier lu",
    "cli.error.same-taxonomy": "deux des taxonomies s’appellent {taxonomy}",
    "cli.error.no-criteria": "{taxonomy} n’a pas de critères pour classer des clients",
    "cli.error.plot-one": "--plot dessine une seule taxonomie : indiquez-la",
    "cli.error.plot-ending": "--plot : le nom du fichier doit se terminer par {endings}",
    "cli.error.output": "impossible d’écrire le résultat : {reason}",
    "cli.error.no-such-option": "il n’y a pas d’option {option}",
    "cli.error.no-such-command": "il n’y a pas de commande {command}",
    "cli.error.missing": "il manque {what}",
    "cli.error.bad": "{what} : {problem}",
    "cli.error.as-of": "indiquez la date de référence avec --as-of AAAA-MM-JJ",
    "cli.error.as-of-or-today": ("indiquez la date de référence avec --as-of AAAA-MM-JJ, ou --as-of today"),
    "cli.error.table-or-orders": (
        "indiquez soit --table, la table des clients, soit --orders, celle des commandes"
    ),
    "cli.error.one-answer": "--answer {answer} ne vaut que pour une taxonomie",
    "cli.error.column": "--column : écrivez {column} sous la forme FAIT=COLONNE",
    "cli.error.start-and-end": "indiquez --start et --end, deux dates, la première antérieure à la seconde",
    "cli.labels.written": "fichier écrit : {path}",
    "cli.labels.changed": {
        "one": "{count} libellé ou texte modifié",
        "other": "{count} libellés et textes modifiés",
    },
    "cli.labels.taxonomy": "Taxonomie",
    "cli.labels.language": "Langue",
    "cli.labels.statements": "Total",
    "cli.labels.original": "Originaux",
    "cli.labels.reviewed": "Révisés",
    "cli.labels.translated": "Traduits",
    "cli.labels.draft": "À revoir",
    "cli.labels.missing": "Absents",
    "cli.list.hidden": {
        "one": "{count} de plus avec --all",
        "other": ("{count} de plus avec --all : bases de segmentation, persona, statuts d’une autre époque"),
    },
    "cli.journeys.from": "De",
    "cli.journeys.to": "Vers",
    "cli.journeys.all": "Total",
    "cli.journeys.customers": {
        "one": "{number} client, du {start} au {end}",
        "other": "{number} clients, du {start} au {end}",
    },
    "cli.journeys.actions": "Passages à favoriser, et comment",
    "cli.journeys.action": "{before} → {after}, {count} sur {total} ({share}) : {text}",
    "cli.show.label": "Libellé",
    "cli.show.definition": "Définition",
    "cli.show.precedence": "S’il faut une seule réponse",
    "cli.show.first-of": "la première qui convient, dans l’ordre : {categories}",
    "cli.show.thresholds": "Seuils",
    "cli.show.criteria": "Critères",
    "cli.show.actions": "Que faire",
    "cli.show.examples": "Exemples",
    "cli.show.more-examples": {
        "one": "{count} autre : customer-types show {taxonomy}",
        "other": "{count} autres : customer-types show {taxonomy}",
    },
    "cli.show.notes": "Remarques",
    "cli.show.sources": "Sources",
    "cli.show.also": "aussi",
    "cli.show.avoid": "à éviter",
    "cli.show.means-other": "autre sens",
    "cli.compare.relation": "Relation",
    "cli.compare.category": "Catégorie",
    "cli.compare.equal": "a les mêmes clients que",
    "cli.compare.subset": "fait partie de",
    "cli.compare.superset": "englobe",
    "cli.compare.overlap": "recoupe",
    "cli.compare.disjoint": "sans client commun avec",
    "cli.compare.hidden": {
        "one": "{count} autre paire sans client commun",
        "other": "{count} autres paires sans client commun",
    },
    "cli.compare.no-criteria": "{taxonomy} n’a pas de critères : il n’y a rien à comparer",
    "cli.compare.mapping": "Correspondance",
    "cli.compare.missing": "absente : {relation}",
    "cli.crosswalk.no-term": "aucun terme dans {vocabulary}",
    "cli.crosswalk.none": "aucune correspondance",
    "cli.compare.undecided": "non tranchée",
    "cli.resolve.key": "Clé",
    "cli.resolve.language": "Langue",
    "cli.resolve.form": "Forme",
    "cli.resolve.kind": "Nature",
    "cli.resolve.label": "Libellé",
    "cli.better": "{label} est un terme à éviter ; dites {better}",
    "cli.better-because": "{label} est un terme à éviter ; dites {better} : {reason}",
    "cli.kind.preferred": "terme retenu",
    "cli.kind.synonym": "synonyme",
    "cli.kind.avoid": "à éviter",
    "cli.form.zero": "zéro",
    "cli.form.one": "singulier",
    "cli.form.two": "duel",
    "cli.form.few": "paucal",
    "cli.form.many": "grand nombre",
    "cli.form.other": "pluriel",
    "cli.form.feminine": "féminin",
    "cli.form.zero_feminine": "féminin, zéro",
    "cli.form.one_feminine": "féminin singulier",
    "cli.form.two_feminine": "féminin duel",
    "cli.form.few_feminine": "féminin paucal",
    "cli.form.many_feminine": "féminin, grand nombre",
    "cli.form.other_feminine": "féminin pluriel",
    "cli.progress.orders": "Lecture des commandes",
    "cli.progress.facts": "Lecture des faits",
    "cli.progress.classify": "Classement",
    "cli.classify.customers": {"one": "{number} client", "other": "{number} clients"},
    "cli.classify.customers-on": {
        "one": "{number} client au {as_of}",
        "other": "{number} clients au {as_of}",
    },
    "cli.classify.category": "Catégorie",
    "cli.classify.deprecated": "{label} (catégorie obsolète)",
    "cli.classify.count": "Clients",
    "cli.classify.share": "Part",
    "cli.classify.action": "Que faire",
    "cli.classify.in-all": "En tout",
    "cli.classify.missing": "Faits à connaître : {facts}",
    "cli.classify.no-status": "aucune ligne n’a le statut {status}",
    "cli.classify.columns": "colonnes : {columns}",
    "cli.classify.unused": "colonnes ignorées, sans fait correspondant : {columns}",
    "cli.classify.written": "fichier écrit : {path}",
    "cli.check.errors": {"one": "{count} erreur", "other": "{count} erreurs"},
    "cli.check.warnings": {"one": "{count} avertissement", "other": "{count} avertissements"},
    "cli.check.files": {"one": "{count} fichier", "other": "{count} fichiers"},
    "cli.check.fine": "aucune anomalie",
    "cli.check.summary": "{files} : {found}",
    # ---- notebooks
    "notebook.catalog": "Catalogue",
    "notebook.categories": "Catégories",
    "notebook.label": "Libellé",
    "notebook.also": "Synonymes",
    "notebook.avoid": "À éviter",
    "notebook.definition": "Définition",
    "notebook.criteria": "Critères",
    "notebook.actions": "Que faire",
    "notebook.notes": "Remarques",
    "notebook.missing": "Faits à connaître",
    "notebook.examples": "Exemples",
    "notebook.proved": "Ce qui est prouvé",
    "notebook.relations": "Place des clients de la ligne par rapport à ceux de la colonne",
    "notebook.relation-disjoint": "aucun client en commun",
    "notebook.relation-subset": "tous ceux de la ligne sont dans la colonne",
    "notebook.relation-superset": "tous ceux de la colonne sont dans la ligne",
    "notebook.relation-equal": "les mêmes clients",
    "notebook.relation-overlap": "certains sont dans les deux, d’autres dans une seule",
    "notebook.relation-undecided": "non tranché : la recherche a été abandonnée",
    "notebook.many": (
        "{count} catégories : trop pour un tableau de leurs relations ; `ct.verify` donne chacune de "
        "ces relations"
    ),
    "notebook.more": "… et {count} de plus",
    "notebook.quick": (
        "Dans un carnet (notebook), les recherches longues sont abandonnées ; "
        '`print(report.explain("fr"))` les poursuit plus longtemps.'
    ),
    # ---- constants
    "constants.module": "Clés et identifiants des taxonomies, des catégories et des faits.",
    "constants.written": (
        "Écrit par `customer-types codegen` : ne pas modifier ce fichier, mais relancer la commande."
    ),
    "constants.key": "La clé d’une catégorie, avec les deux identifiants dont elle se compose.",
    "constants.taxonomy": "L’identifiant de la taxonomie.",
    "constants.category": "L’identifiant de la catégorie dans sa taxonomie.",
    # ---- pages
    "page.index": "Catalogue",
    "page.taxonomy": "Taxonomie",
    "page.categories": "Catégories",
    "page.definition": "Définition",
    "page.more": (
        "Les critères portent sur des [faits](facts.md) ; les énoncés viennent des [sources](sources.md)."
    ),
    "page.facts": "Faits",
    "page.facts-intro": (
        "Ce que l’on peut savoir d’un client. Les douze premiers faits se tirent d’un tableau de commandes."
    ),
    "page.order": "Ce qui vaut pour tous",
    "page.sources": "Sources",
    "page.from": "d’après {sources}",
    "page.sensitive": "sensible",
    "page.precedence": (
        "S’il faut une seule réponse, la première de ces catégories qui convient : {categories}."
    ),
    "page.thresholds": "Seuils",
    "page.examples": "Exemples",
    "page.rules": "Règles",
    "page.criteria": "**Critères :**",
    "page.no-criteria": "**Sans critères.**",
    "page.actions": "**Que faire :**",
    "page.notes": "**Remarques :**",
    "page.also": "aussi",
    "page.avoid": "à éviter",
    "page.means": "au sens de {category}",
    "page.means-other": "autre sens",
    "page.crosswalk": "**Correspondances :**",
    "page.exactMatch": "identique à",
    "page.closeMatch": "proche de",
    "page.broadMatch": "fait partie de",
    "page.narrowMatch": "englobe",
    "page.relatedMatch": "apparenté à",
    "page.no-term": "aucun terme dans {vocabulary}",
    "page.note-value": "Intérêt",
    "page.note-subdivision": "Subdivision",
    "page.note-example": "Exemple",
    "page.note-scope": "Portée",
    "page.note-history": "Histoire",
    "page.note-note": "Remarque",
    "page.type-integer": "nombre entier",
    "page.type-number": "nombre",
    "page.type-boolean": "oui ou non",
    "page.type-choice": "une valeur d’une liste",
    "page.type-choices": "des valeurs d’une liste",
    "page.follows-differs": "Se déduit de « {first} » et « {second} » : oui s’ils diffèrent.",
    "page.follows-ratio": "Se déduit de « {first} » et « {second} » : le premier divisé par le second.",
    "page.values-of": "Valeurs : celles de « {fact} ».",
    "page.many-values": "{count} valeurs, de {first} à {last}.",
    "page.disjoint-all": "Personne n’est dans deux catégories à la fois.",
    "page.disjoint-current": "Personne n’est à la fois dans deux catégories en vigueur.",
    "page.disjoint": "Personne n’est dans deux de ces catégories à la fois : {categories}.",
    "page.exhaustive": "Tout client est dans au moins une catégorie.",
    "page.implies": "Tout client de la première catégorie est aussi dans la seconde : {pairs}.",
    "page.overlaps": "Un même client peut être à la fois dans toutes ces catégories : {categories}.",
    "cli.codegen.help": (
        "Écrire les identifiants de taxonomies sous forme de module Python.\n\nUne taxonomie est "
        "désignée par son identifiant ou par son fichier. Sans argument, le module contient toutes "
        "celles de la bibliothèque. Les éditeurs complètent les constantes et en affichent libellé et "
        "définition, dans la langue de --language."
    ),
    "cli.option.out-module": "Fichier où écrire ; à défaut, la sortie standard.",
    "cli.export.done": {
        "one": "{count} page écrite dans {folder}",
        "other": "{count} pages écrites dans {folder}",
    },
    "page.colon": " : ",
}
