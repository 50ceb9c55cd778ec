"""Ce que signifie chaque code de faute, pourquoi c’en est une et comment y remédier, en français."""

from collections.abc import Mapping

GUIDE: Mapping[str, str] = {
    # ---- fichiers et YAML
    "faults.more": """\
Pour chaque fichier, les cent premières anomalies sont affichées, les erreurs
avant les avertissements, ainsi que la première de chaque sorte quel que soit
son rang. Les autres sont comptées ici, par code : corrigez ce qui est affiché,
puis vérifiez de nouveau. Beaucoup d’anomalies d’une même sorte ont le plus
souvent une seule cause.""",
    "file.not-found": """\
Aucun fichier ne porte ce nom à cet endroit. Vérifiez l’orthographe, et que le
chemin part bien du dossier où la commande est lancée.""",
    "file.no-yaml": """\
Ce dossier ne contient aucun fichier dont le nom se termine par .yaml ou .yml.
Les dossiers qu’il contient ne sont pas parcourus ; indiquez-les aussi.""",
    "file.not-a-file": """\
Ce nom désigne un dossier, un tube ou un périphérique. Seuls les fichiers
ordinaires sont lus, car un tube ou un périphérique peut faire attendre un
programme indéfiniment. Indiquez le fichier YAML lui-même.""",
    "file.permission": """\
Le fichier existe, mais votre compte n’a pas le droit de le lire. Demandez ce
droit à son propriétaire, ou une copie.""",
    "file.unreadable": """\
Le système n’a pas pu ouvrir ou lire le fichier, pour la raison qu’indique le
message : un lecteur réseau est déconnecté, par exemple, le nom est trop long,
ou un lien renvoie à lui-même. Copiez le fichier dans un dossier à vous et
recommencez.""",
    "file.too-large": """\
Un fichier compte au plus 1 048 576 octets (1 Mio), soit plus de dix fois la
plus longue taxonomie fournie avec la bibliothèque. Au-delà, il s’agit presque
toujours d’autre chose, par exemple d’un tableau de clients, que lit la
commande `classify`. Une taxonomie réellement aussi longue se divise en
plusieurs.""",
    "file.encoding": """\
Le fichier n’est pas enregistré en UTF-8, mais par exemple en Windows-1252 ou
en UTF-16, où un é s’écrit avec d’autres octets. Rien n’est deviné ici, car
une erreur changerait « fidèle » en « fidÃ¨le ». Dans votre éditeur,
choisissez « Enregistrer sous », puis l’encodage UTF-8.""",
    "file.empty": """\
Le fichier est vide, ou ne contient que des commentaires. La plus petite
taxonomie comporte un identifiant, une version, un libellé et une catégorie.

Faux :  # à faire
Juste : id: clubs
        version: 1.0.0
        label: {en: Clubs, fr: Clubs}
        categories:
          - id: gold
            label: {en: Gold member, fr: Membre or}
            when: {orders: {min: 10}}""",
    "yaml.syntax": """\
À cet endroit, le texte enfreint les règles de YAML, et la suite ne peut pas
être lue. Les causes habituelles, qui se trouvent parfois à la ligne
précédente :

- Un texte qui contient un deux-points suivi d’une espace, ou qui commence par
  un signe comme @, %, *, & ou [, n’est pas entre guillemets.
- Un texte entre guillemets en contient un autre de la même sorte : `'L'or'`
  s’arrête après « L ».
- Un guillemet, un crochet ou une accolade n’est pas refermé, ou il manque une
  virgule dans {…} ou […].
- Une espace suivie de # commence un commentaire, qui masque le reste de la
  ligne, accolade fermante comprise.
- Entre guillemets doubles, une barre oblique inverse annonce un caractère
  spécial, et \\q n’en est pas un.
- Une ligne est indentée d’une espace de trop ou de moins, par des tabulations,
  ou par des espaces insécables (U+00A0), venues du clavier ou d’une page web.
- Les guillemets courbes des traitements de texte ne servent pas de guillemets.

Faux :  label: {fr: Or : le mieux, en: 'It's gold'}
Juste : label: {fr: "Or : le mieux", en: "It's gold"}""",
    "yaml.anchor": """\
Une ancre (&nom), un alias (*nom) ou une clé de fusion (<<) répète un passage
du fichier à un autre endroit. Il suffit alors de quelques lignes pour
produire des milliards d’éléments et bloquer un ordinateur (attaque « billion
laughs ») : tout cela est donc refusé. Recopiez le passage, faites un seuil
d’un nombre employé deux fois, et mettez entre guillemets un texte qui
commence par & ou *.

Faux :  orders: &souvent {min: 10}
        orders_365d: *souvent
Juste : orders: {min: 10}
        orders_365d: {min: 10}""",
    "yaml.tag": """\
Un point d’exclamation devant une valeur est une étiquette de type : elle fait
lire la valeur autrement, et certains logiciels se laissent même dicter ainsi
du code à exécuter. Ici, c’est le format de fichier qui dit ce qu’est chaque
valeur : supprimez l’étiquette, ou mettez entre guillemets un texte qui
commence par un point d’exclamation.

Faux :  orders: {min: !!int 10}
Juste : orders: {min: 10}""",
    "yaml.too-deep": """\
Listes et clés s’emboîtent ici sur plus de 32 niveaux. Aucune taxonomie n’en a
besoin : un tel fichier sert à faire tomber les programmes qui le lisent, ou
vient d’un programme défaillant. Faites de chaque partie d’une longue
condition une catégorie, que vous reprendrez avec `category`.

Faux :  when: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {category: silver}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
Juste : when: {category: silver}""",
    "yaml.too-big": """\
Le fichier compte plus de 50 000 éléments : clés, valeurs, débuts et fins de
listes. Un fichier même petit peut être fait pour saturer la mémoire d’un
ordinateur, d’où cette limite. Divisez la taxonomie, ou remplacez une longue
liste par un fait qui dit la même chose en quelques valeurs (ci-dessous, « … »
en remplace 50 000).

Faux :  values: ["01000", "01001", …]
Juste : values: [north, east, south, west]""",
    "yaml.duplicate-key": """\
La même clé figure deux fois au même endroit. La plupart des logiciels gardent
la dernière et oublient la première sans rien dire : une condition se perd à
l’insu de tous. Supprimez l’une des deux, ou réunissez les conditions sous une
seule clé.

Faux :  orders: {min: 10}
        orders: {max: 50}
Juste : orders: {min: 10, max: 50}""",
    "yaml.key-type": """\
Devant le deux-points se trouve une liste ou un passage entre accolades, là où
seul un texte peut figurer. C’est le plus souvent un gabarit dont les
{{ champs }} n’ont pas été remplis : remplissez-les, puis chargez le résultat.

Faux :  id: {{ club }}
Juste : id: gold""",
    "yaml.multiple-documents": """\
Trois traits d’union (---) ouvrent un second document dans le même fichier.
Beaucoup de logiciels ne lisent que le premier et ignorent la suite sans rien
dire : un fichier ne contient donc qu’une taxonomie. Placez la seconde dans un
fichier à part.

Faux :  id: gold-club
        ---
        id: silver-club
Juste : id: gold-club""",
    "yaml.ambiguous-plain": """\
Simple avertissement : le fichier fonctionne ici, mais, sans guillemets,
d’autres logiciels y lisent autre chose. No devient « faux » (la Norvège, code
NO, disparaît ainsi des listes de pays), 1.10 devient 1.1, et 2026-01-31 une
date. Mettez des guillemets, et tous liront la même chose.

Faux :  label: {en: No, fr: Non}
Juste : label: {en: "No", fr: Non}""",
    "text.control": """\
Il y a là un caractère que personne ne voit : deux textes paraissent
identiques et ne le sont pas. Il vient le plus souvent d’un copier-coller
depuis un terminal ou un PDF, ou d’une barre oblique inverse entre guillemets
doubles, où \\b signifie « retour arrière ». Supprimez-le et retapez le
passage ; entre apostrophes droites, la barre oblique inverse n’a aucun effet.

Faux :  fr: "Ventes\\best"
Juste : fr: 'Ventes\\best'""",
    "text.bidi": """\
Il y a là un caractère invisible qui inverse le sens d’écriture : l’œil lit un
autre texte que les programmes. L’attaque « Trojan source » cache ainsi une
règle modifiée à la personne qui la relit. Supprimez ce caractère ; l’arabe et
l’hébreu s’écrivent sans lui.

Faux :  fr: "Membre \\u202E or"
Juste : fr: Membre or""",
    "text.too-long": """\
Un libellé ou une valeur de fait compte au plus 200 caractères, tout autre
texte 4 000. Un libellé doit tenir en tête de colonne ou dans un graphique ;
plus long, c’est le plus souvent une définition qui n’est pas à sa place.

Faux :  label:
          en: Gold member
          fr:
            Membres or, c’est-à-dire toute personne qui a passé au moins dix
            commandes jusqu’à la date de référence, sans compter les
            remboursements ni les commandes annulées, et qui n’est pas partie
            depuis à la concurrence
Juste : label: {en: Gold member, fr: Membre or}""",
    "text.empty": """\
Un texte est annoncé ici, mais il est vide : on lirait une ligne blanche.
Écrivez le texte, ou supprimez la clé.

Faux :  definition: {en: "", fr: ""}
Juste : definition: {en: Ten orders or more., fr: Dix commandes ou plus.}""",
    "text.missing-language": """\
Il manque à un texte l’une des langues du fichier : l’anglais et le français,
sauf si `languages` en indique d’autres. Comme aucune langue n’est affichée à
la place de celle qui est demandée, on ne lirait rien. Ajoutez la traduction,
ou déclarez les langues que le fichier contient vraiment, par exemple
`languages: [fr]`.

Faux :  definition: {fr: Dix commandes ou plus.}
Juste : definition: {en: Ten orders or more., fr: Dix commandes ou plus.}""",
    "text.cut-by-comment": """\
Simple avertissement : en YAML, une espace suivie de # ouvre un commentaire ;
le texte s’arrête là, et la suite est perdue. Mettez le texte entre
guillemets ; s’il s’agit bien d’un commentaire, laissez une espace après le #
et l’avertissement disparaît.

Faux :  fr: Offre #1
        en: Offer 1
Juste : fr: "Offre #1"
        en: Offer 1""",
    # ---- schéma
    "schema.type": """\
La valeur n’est pas du type attendu : un texte unique au lieu d’un texte par
langue, par exemple, ou un texte entre guillemets au lieu d’un nombre. Rien
n’est converti, car ce serait deviner. Le message dit ce qui est attendu et ce
qui a été trouvé.

Faux :  label: Gold
        when: {orders: {min: "10"}}
Juste : label: {en: Gold, fr: Or}
        when: {orders: {min: 10}}""",
    "schema.unknown-key": """\
Cette clé n’existe pas à cet endroit. Elle est mal orthographiée, trop ou trop
peu en retrait, ou bien il manque l’espace après le deux-points, ou encore une
espace insécable le précède. Si elle était ignorée, ce que vous avez écrit
resterait sans effet à l’insu de tous.

Faux :  lable: {en: Gold, fr: Or}
Juste : label: {en: Gold, fr: Or}""",
    "schema.missing-key": """\
Il manque une clé obligatoire, par exemple l’identifiant ou le libellé d’une
catégorie. Ajoutez-la ; si elle figure bien dans le fichier, vérifiez qu’elle
est alignée sur ses voisines.

Faux :  - id: gold
          when: {orders: {min: 10}}
Juste : - id: gold
          label: {en: Gold, fr: Or}
          when: {orders: {min: 10}}""",
    "schema.no-taxonomy": """\
Le fichier contient des faits, des sources ou des correspondances que
plusieurs taxonomies partagent, mais pas de taxonomie : il n’y a rien à classer
ni à prouver. Indiquez plutôt le fichier d’une taxonomie ; celui-ci se vérifie
avec `customer-types check FICHIER`.""",
    "schema.one-of-keys": """\
Chaque élément de `rules` déclare une seule chose : `disjoint`, `exhaustive`,
`implies` ou `overlaps`. S’il y en a plusieurs, ou aucune, on ne sait pas
quelle règle est visée. Écrivez un élément par règle.

Faux :  - {disjoint: all, exhaustive: true}
Juste : - {disjoint: all}
        - {exhaustive: true}""",
    "schema.conflict": """\
Deux clés se contredisent : `when` dit qui appartient à la catégorie,
`without_criteria` pourquoi on ne peut pas le savoir. Gardez celle qui est
vraie.

Faux :  when: {orders: {min: 10}}
        without_criteria: {en: By invitation., fr: Sur invitation.}
Juste : when: {orders: {min: 10}}""",
    "schema.value": """\
Seuls quelques mots sont possibles ici, et celui-ci n’en fait pas partie. Le
message les énumère ; ils sont en anglais, quelle que soit la langue du
fichier.

Faux :  decide: premier
Juste : decide: first""",
    "schema.date": """\
Ce n’est pas une date, ou elle n’est pas dans l’ordre année-mois-jour.
03/04/2026 est le 3 avril à Paris et le 4 mars à New York : une seule écriture
est donc admise.

Faux :  valid_from: 31/01/2026
Juste : valid_from: 2026-01-31""",
    "number.form": """\
Les logiciels ne s’accordent pas sur ce nombre : 010 vaut dix pour les uns et
huit pour les autres (octal), `1:30` parfois quatre-vingt-dix (base 60), et
1e3 est parfois un texte. Écrivez-le en chiffres simples, sans zéro devant, et
avec un point pour les décimales.

Faux :  orders: {min: 010}
        spend: {min: 1e3}
Juste : orders: {min: 10}
        spend: {min: 1000}""",
    "number.too-large": """\
Un ordinateur retient environ quinze chiffres d’un nombre ; il arrondit le
reste sans le dire, et deux nombres différents deviennent égaux. Arrondissez
vous-même. Un numéro de client ou un code-barres n’est pas une quantité :
comme valeur, il se met entre guillemets.

Faux :  spend: {min: 0.3333333333333333}
Juste : spend: {min: 0.33}""",
    "number.not-finite": """\
L’infini (.inf) et « pas un nombre » (.nan) ne sont pas des limites : tout
client remplirait la condition, ou aucun. S’il n’y a pas de limite, n’en
écrivez pas.

Faux :  orders: {min: 10, max: .inf}
Juste : orders: {min: 10}""",
    "number.not-integer": """\
Ce fait est un nombre entier : il n’est jamais égal à un nombre à décimales, et
le critère ne serait jamais rempli. Écrivez un nombre entier, ou une limite
avec `min`, `max`, `above` ou `below`.

Faux :  orders: 2.5
Juste : orders: {above: 2.5}""",
    "version.form": """\
Une version est un seul mot d’au plus 64 caractères (lettres sans accent,
chiffres et signes . + - _) qui commence par une lettre ou un chiffre, afin
que les résultats puissent dire de quelle version de la taxonomie ils
viennent. L’usage est d’écrire trois nombres, comme 1.0.0.

Faux :  version: 1.0 (provisoire)
Juste : version: 1.0.0-provisoire""",
    "id.form": """\
Un identifiant est un nom destiné aux programmes : il devient une colonne dans
les tableaux, et d’autres fichiers le citent. Il s’écrit donc avec les
minuscules de a à z, des chiffres et des traits d’union ou de soulignement
isolés (seulement ces derniers pour les faits et les seuils), commence par une
lettre et compte au plus 64 caractères. Les majuscules, les accents et les
espaces vont dans le libellé.

Faux :  id: Client fidèle
Juste : id: client-fidele""",
    "id.reserved": """\
Ce mot a déjà un sens dans les critères (`all`, `any`, `not`) ou en YAML
(`yes`, `no`, `on`, `off`, `null`), et certains logiciels n’y liraient pas un
nom : l’identifiant `no`, pour la Norvège, deviendrait « faux ». Choisissez-en
un autre.

Faux :  id: no
Juste : id: norvege""",
    "language.form": """\
Une langue s’indique par son code, non par son nom : `en`, `fr`, ou `fr-CA`
pour le français du Canada (norme BCP 47).

Faux :  languages: [anglais, français]
Juste : languages: [en, fr]""",
    "language.unknown": """\
Une étiquette de langue se compose de codes inscrits au registre de BCP 47 :
celui d’une langue (`ja`) et, au besoin, ceux d’une écriture (`Latn`) et d’une
région (`CA`). On confond souvent le code du pays et celui de sa langue : le
japonais est `ja`, le tchèque `cs`, l’espagnol `es`, le danois `da`. Ce qui ne
peut pas être juste est une erreur ; ce qu’un registre plus récent pourrait
connaître n’est qu’un avertissement.

Faux :  label: {en: Gold, jp: ゴールド}
Juste : label: {en: Gold, ja: ゴールド}""",
    "language.alias": """\
Une langue n’a qu’une étiquette, et celle-ci en est une autre graphie : un
code de trois lettres là où il en existe un de deux (`fra`), un code remplacé
depuis (`iw`) ou celui d’une région qui n’en est pas un (`UK`). Le fichier est
compris comme s’il portait la bonne ; d’autres programmes pourraient y voir
une autre langue.

Faux :  label: {eng: Gold, fra: Or}
Juste : label: {en: Gold, fr: Or}""",
    "language.no-plural-rule": """\
Les règles du CLDR disent, langue par langue, quelle forme d’un nom va avec
quel nombre. Il n’y en a pas pour cette langue : la forme `other` serait
affichée pour tous les nombres, 1 compris. N’écrivez qu’une forme, sans
lui donner de nom.

Faux :  la: {one: Cliens, other: Clientes}
Juste : la: Cliens""",
    "language.duplicate": """\
La même langue figure deux fois dans un texte : `fr-CA`, `fr_CA` et `FR-ca`
n’en font qu’une. Un seul texte peut être affiché : n’en gardez qu’un. Un
second nom se déclare avec `also`.

Faux :  label: {en: Gold, fr: Or, fr-CA: Or, fr_CA: Doré}
Juste : label: {en: Gold, fr: Or, fr-CA: Doré}""",
    "label.empty": """\
Un libellé est annoncé ici, mais ne contient aucun nom : la catégorie
resterait sans titre dans les tableaux et les graphiques. Écrivez le nom.

Faux :  label: {en: Gold, fr: ""}
Juste : label: {en: Gold, fr: Or}""",
    "label.form": """\
Les formes d’un nom portent les noms que leur donne le CLDR, et chaque langue
en a quelques-unes : l’anglais `one` et `other`, le français `one`, `other` et,
pour les millions entiers, `many`, le polonais `one`, `few`, `many` et, pour
les fractions, `other`. Une forme qu’aucun nombre ne prend ne serait jamais
affichée. Le pluriel du français et de l’anglais est `other`.

Faux :  fr: {one: Membre, few: Membres}
Juste : fr: {one: Membre, other: Membres}""",
    "label.missing-language": """\
Il manque à un libellé l’une des langues du fichier : l’anglais et le
français, sauf si `languages` en indique d’autres. Comme aucune langue n’est
affichée à la place de celle qui est demandée, on ne verrait aucun nom.
Ajoutez-le, ou déclarez les langues que le fichier contient vraiment, par
exemple `languages: [fr]`.

Faux :  label: {fr: Or}
Juste : label: {en: Gold, fr: Or}""",
    "extends.form": """\
`extends` et `overlay` attendent l’identifiant d’une taxonomie, comme
`lifecycle`, jamais un nom de fichier ni une adresse : ainsi, aucun fichier ne
peut en faire ouvrir un autre. Donnez les deux fichiers à `catalog().extended`
et écrivez l’identifiant.

Faux :  extends: ../lifecycle.yaml
Juste : extends: lifecycle""",
    "extends.unknown": """\
Ce fichier prolonge ou modifie une taxonomie qui n’est ni dans le catalogue,
ni dans les fichiers ajoutés avec lui. Corrigez l’identifiant, ou ajoutez le
fichier qui le porte. Un fichier lu seul ne peut prolonger que ce que contient
le catalogue.

Faux :  extends: lifecycl
Juste : extends: lifecycle""",
    "extends.cycle": """\
Chacune de ces taxonomies prolonge la suivante, et la dernière la première :
rien ne permet de commencer. Faites en sorte que l’une d’elles n’en prolonge
aucune autre.""",
    "extends.too-deep": """\
Trop de taxonomies se prolongent l’une l’autre, et personne ne pourrait suivre
une telle chaîne. Que les dernières prolongent plutôt l’une des premières.""",
    "extends.unknown-id": """\
Un fichier qui prolonge ou modifie une taxonomie peut retirer ou remplacer ce
qui s’y trouve, et placer une catégorie avant ou après une autre. Cet
identifiant n’y figure pas ; corrigez-le.

Faux :  remove: [loyall]
Juste : remove: [loyal]""",
    "extends.new": """\
Un fichier qui prolonge ou modifie une taxonomie modifie les éléments dont
l’identifiant existe déjà et ajoute les autres. Celui-ci est nouveau, et
il manque de quoi créer l’élément : une catégorie, un seuil ou un fait demande
un libellé, une action son texte, une source son titre. Corrigez l’identifiant
pour modifier ce qui existe, ou complétez.

Faux :  thresholds: [{id: loyal_order, value: 5}]
Juste : thresholds: [{id: loyal_orders, value: 5}]""",
    "overlay.conflict": """\
Deux surcouches modifient la même taxonomie et disent deux choses différentes
d’une même clé, ou l’une modifie ce que l’autre retire ; ce n’est pas à
l’ordre des fichiers de trancher. Ne le dites que dans l’une des deux.""",
    "catalog.taken": """\
Un catalogue n’a qu’une taxonomie par identifiant, et celui-ci est déjà pris
par un autre fichier. Pour modifier cette taxonomie, écrivez `overlay:` suivi
de son identifiant à la place de `id:`. Pour la prolonger, écrivez `extends:`
suivi de son identifiant, et donnez à la vôtre un identifiant à elle.

Faux :  id: lifecycle
Juste : overlay: lifecycle""",
    "plugin.no-folder": """\
Un paquet installé annonce, par un point d’entrée du groupe
`customer_types.taxonomies`, un dossier de taxonomies qui ne s’y trouve pas.
Écrivez le paquet et le dossier séparés par des points, et veillez à ce que la
construction du paquet emporte les fichiers YAML.

Faux :  acme = 'acme_customers/taxonomies'
Juste : acme = 'acme_customers.taxonomies'""",
    "plugin.overlay": """\
La personne qui installe un paquet pour ses taxonomies ne s’attend pas à voir
changer les nombres d’une taxonomie qui s’y trouvait déjà. Un paquet de
taxonomies apporte donc des taxonomies, des faits, des sources et des
correspondances, mais aucune surcouche. Fournissez la surcouche sous forme de
fichier à donner à `catalog().extended`, ou prolongez la taxonomie par une
taxonomie à vous avec `extends:`.

Faux :  overlay: lifecycle
Juste : id: acme-lifecycle
        extends: lifecycle""",
    "deprecated.unknown": """\
Pour une taxonomie, `replaced_by` donne l’identifiant d’une autre taxonomie du
catalogue, et aucune ne porte celui-ci.

Faux :  deprecated: {since: 2.0.0, replaced_by: lifecicle}
Juste : deprecated: {since: 2.0.0, replaced_by: lifecycle}""",
    "deprecated.circle": """\
Chacune de ces catégories est obsolète et renvoie à une autre d’entre elles, si
bien que personne ne sait laquelle utiliser. Remplacez le dernier renvoi par
un renvoi à une catégorie en vigueur.""",
    "deprecated.no-replacement": """\
La personne qui a enregistré cet identifiant veut savoir par quoi le remplacer.
Indiquez avec `replaced_by` la catégorie à utiliser ; s’il n’y en a aucune,
laissez ainsi.

Faux :  deprecated: {since: 2.0.0}
Juste : deprecated: {since: 2.0.0, replaced_by: loyal}""",
    "deprecated.used": """\
Un critère, une règle, une action ou un lien cite une catégorie obsolète. Cela
fonctionne encore. Citez la catégorie qui la remplace.""",
    # ---- sens
    "taxonomy.no-categories": """\
La liste des catégories est vide : un client ne pourrait être classé nulle
part. Ajoutez au moins une catégorie.

Faux :  categories: []
Juste : categories:
          - id: gold
            label: {en: Gold, fr: Or}
            when: {orders: {min: 10}}""",
    "taxonomy.duplicate-id": """\
Deux éléments d’une même liste portent le même identifiant, ou des
identifiants qui ne diffèrent que par - et _ (dans une base de données, c’est
la même colonne). On ne saurait pas lequel des deux est visé. Changez l’un des
identifiants, ou supprimez un élément.

Faux :  actions:
          - {id: call, text: {en: Call., fr: Appeler.}}
          - {id: call, text: {en: Write., fr: Écrire.}}
Juste : actions:
          - {id: call, text: {en: Call., fr: Appeler.}}
          - {id: write, text: {en: Write., fr: Écrire.}}""",
    "source.taken": """\
Il y a déjà une source qui porte cet identifiant, et les énoncés qui la citent
renverraient à un autre document. Choisissez un autre identifiant, ou citez
celle qui existe.""",
    "source.unknown": """\
`source` cite un document qui n’est décrit nulle part : personne ne pourrait
s’y reporter. Corrigez l’identifiant, ou décrivez le document sous `sources`
dans ce fichier.

Faux :  source: rapport-annuel
Juste : source: rapport-annuel
        sources:
          - id: rapport-annuel
            title: {en: Annual report, fr: Rapport annuel}""",
    "criteria.unknown-field": """\
Le critère porte sur un fait que ni la bibliothèque ni ce fichier ne
déclarent. C’est le plus souvent une faute de frappe ; un fait qui vous est
propre doit être déclaré sous `facts`.

Faux :  when: {nb_commandes: {min: 10}}
Juste : when: {orders: {min: 10}}""",
    "criteria.unknown-value": """\
Le fait a une liste de valeurs possibles, et celle-ci n’en fait pas partie :
le critère ne serait jamais rempli. Prenez l’une de celles que cite le
message.

Faux :  when: {purchase_purpose: personnel}
Juste : when: {purchase_purpose: own_use}""",
    "criteria.unknown-category": """\
Aucune catégorie ne porte ce nom. Dans sa propre taxonomie, une catégorie se
désigne par son identifiant ; celle d’une autre taxonomie, par les deux
identifiants, séparés d’une barre oblique.

Faux :  when: {category: lifecycle/fidele}
Juste : when: {category: lifecycle/loyal}""",
    "criteria.own-category": """\
Une catégorie du même fichier se désigne par son seul identifiant, sans la
taxonomie. Le fichier reste ainsi valable si la taxonomie change de nom.

Faux :  - disjoint: [clubs/gold, clubs/silver]
Juste : - disjoint: [gold, silver]""",
    "criteria.wrong-test": """\
Ce test ne convient pas au fait : un nombre a des limites (`min`, `max`,
`above`, `below`), un autre fait est vrai ou faux ou prend une valeur d’une
liste, et un ensemble se teste avec `includes`. Le message dit ce qu’est le
fait.

Faux :  recommends: {min: 1}
        interests: sport
Juste : recommends: true
        interests: {includes: sport}""",
    "criteria.empty": """\
Le critère n’énonce aucune condition : il pourrait viser tout le monde aussi
bien que personne. Écrivez la condition, ou `{all: []}` si tous les clients
sont visés.

Faux :  when: {}
Juste : when: {all: []}""",
    "criteria.empty-range": """\
La limite inférieure dépasse la limite supérieure : aucun nombre ne se trouve
entre elles, et la catégorie resterait toujours vide. Le plus souvent, les
deux sont interverties ; notez aussi que `above` et `below` excluent le nombre
lui-même.

Faux :  when: {orders: {min: 10, max: 5}}
Juste : when: {orders: {min: 5, max: 10}}""",
    "criteria.missing": """\
La catégorie ne dit pas qui en fait partie. Ajoutez `when` ; si aucun fait ne
permet d’en décider, dites pourquoi sous `without_criteria`, et la réponse
sera « indéterminé » pour chaque client.

Faux :  - id: gold
          label: {en: Gold, fr: Or}
Juste : - id: gold
          label: {en: Gold, fr: Or}
          when: {orders: {min: 10}}""",
    "criteria.missing-in-order": """\
Avec `decide: first`, la première catégorie qui convient l’emporte. Si l’une
d’elles reste toujours indéterminée, aucune de celles qui la suivent ne peut
jamais l’emporter. Donnez-lui `when`, supprimez-la, ou laissez chaque
catégorie décider pour elle-même avec `decide: all`.

Faux :  decide: first
        categories:
          - id: gold
            label: {en: Gold, fr: Or}
            without_criteria: {en: By invitation., fr: Sur invitation.}
Juste : decide: all
        categories:
          - id: gold
            label: {en: Gold, fr: Or}
            without_criteria: {en: By invitation., fr: Sur invitation.}""",
    "criteria.cycle": """\
Une catégorie est définie par une autre qui, directement ou par étapes, est
définie par la première : aucune des deux ne peut être déterminée. Le message
montre la boucle ; définissez l’une des catégories par des faits seulement.

Faux :  - id: gold
          label: {en: Gold, fr: Or}
          when: {category: silver}
        - id: silver
          label: {en: Silver, fr: Argent}
          when: {category: gold}
Juste : - id: gold
          label: {en: Gold, fr: Or}
          when: {category: silver}
        - id: silver
          label: {en: Silver, fr: Argent}
          when: {orders: {min: 5}}""",
    "criteria.too-deep": """\
Une catégorie peut reposer sur une autre avec `category:`, et celle-ci sur une
troisième. Au-delà de 32 niveaux, personne ne s’y retrouve et le calcul n’a
plus de durée bornée : c’est refusé. Énoncez les conditions dans la catégorie
même.

Faux :  when: {category: niveau_32}
Juste : when: {orders: {min: 32}}""",
    "criteria.sensitive-fact": """\
Le critère emploie un fait marqué comme sensible, l’âge ou le genre par
exemple. Classer des personnes d’après un tel fait n’est licite que pour
certains motifs, et souvent ni un prix ni une condition ne doit en dépendre.
Assurez-vous d’avoir un tel motif, ou prenez un autre fait. Simple
avertissement : le fichier est utilisable.

Faux :  when: {age: {min: 65}}
Juste : when: {orders_365d: {min: 3}}""",
    "rules.two-categories": """\
`disjoint` et `overlaps` comparent des catégories entre elles : il en faut au
moins deux différentes. Le plus souvent, un nom a été copié sans être changé.

Faux :  - disjoint: [gold, gold]
Juste : - disjoint: [gold, silver]""",
    "precedence.twice": """\
`precedence` énumère les catégories d’une taxonomie, la plus parlante en tête.
Une catégorie n’y a qu’une place. Retirez celle qui n’est pas voulue.

Faux :  precedence: [lost, loyal, lost]
Juste : precedence: [lost, loyal]""",
    "precedence.left-out": """\
Quand il faut une seule réponse, c’est la première catégorie de `precedence`
dont le verdict est oui. Une catégorie sans place ne serait jamais la réponse,
alors que des clients en font partie. Chaque catégorie qui a des critères et
n’est pas obsolète doit donc avoir une place.

Faux :  precedence: [lost, loyal]
        categories: [{id: loyal, …}, {id: lost, …}, {id: new, …}]
Juste : precedence: [lost, loyal, new]""",
    "precedence.inherited": """\
Cette catégorie est nouvelle, et la taxonomie sur laquelle repose le fichier a
un `precedence` où elle n’a pas de place. Vous seul pouvez la situer par
rapport aux autres : écrivez `precedence` à nouveau, avec toutes les
catégories. `precedence: []` supprime l’ordre, et avec lui la réponse unique.

Faux :  extends: lifecycle
        categories: [{id: quiet, …}]
Juste : extends: lifecycle
        precedence: [lost, quiet, loyal, active, new, potential]
        categories: [{id: quiet, …}]""",
    "precedence.no-criteria": """\
Le verdict sur une catégorie sans critères reste toujours indéterminé : elle
n’est jamais la réponse, et rien de ce qui la suit dans `precedence` ne serait
jamais tranché. Retirez-la de la liste.

Faux :  precedence: [customer, persona]
Juste : precedence: [customer]""",
    "precedence.in-order": """\
Avec `decide: first`, un client est dans la première catégorie qui convient,
dans l’ordre du fichier : il y a déjà une seule réponse. Supprimez
`precedence`, ou laissez chaque catégorie décider pour elle-même avec
`decide: all`.

Faux :  decide: first
        precedence: [gold, silver]
Juste : decide: first""",
    "facts.taken": """\
La bibliothèque possède déjà un fait de ce nom, avec un sens à lui. S’il y en
avait deux, on ne saurait plus duquel parle un critère. Employez celui qui
existe, ou donnez au vôtre un autre identifiant.

Faux :  - id: orders
          type: integer
          label: {en: Orders in the shop, fr: Commandes en magasin}
Juste : - id: shop_orders
          type: integer
          label: {en: Orders in the shop, fr: Commandes en magasin}""",
    "facts.no-values": """\
Un fait de type `choice` ou `choices` prend ses valeurs dans une liste, et
cette liste manque. Ajoutez `values`, les mots que les critères peuvent citer.

Faux :  - id: region
          type: choice
          label: {en: Region, fr: Région}
Juste : - id: region
          type: choice
          values: [north, east, south, west]
          label: {en: Region, fr: Région}""",
    "facts.wrong-domain": """\
La clé qui fixe les valeurs possibles ne convient pas au type : `min` et `max`
vont avec les nombres, `values` avec `choice` et `choices`, et ce qui est vrai
ou faux n’en demande aucune. Supprimez-la, ou corrigez le type.

Faux :  - id: has_card
          type: boolean
          max: 1
          label: {en: Has a card, fr: Possède une carte}
Juste : - id: has_card
          type: boolean
          label: {en: Has a card, fr: Possède une carte}""",
    "facts.empty-domain": """\
La plus petite valeur possible du fait dépasse la plus grande : il ne pourrait
en avoir aucune. Le plus souvent, les deux sont interverties.

Faux :  - id: satisfaction
          type: integer
          min: 10
          max: 0
          label: {en: Satisfaction, fr: Satisfaction}
Juste : - id: satisfaction
          type: integer
          min: 0
          max: 10
          label: {en: Satisfaction, fr: Satisfaction}""",
    "facts.no-own-values": """\
`values_of` reprend les valeurs d’un autre fait, pour ne pas écrire deux fois
une longue liste. Ce fait doit être de type `choice` et avoir sa propre liste.

Faux :  - id: home_region
          type: choice
          values_of: orders
          label: {en: Home region, fr: Région du siège}
Juste : - id: home_region
          type: choice
          values_of: region
          label: {en: Home region, fr: Région du siège}""",
    "facts.two-parts": """\
Un fait se déduit de deux autres : `differs` les compare, `ratio` divise le
premier par le second. Il en faut donc deux, différents, et pas de troisième.

Faux :  follows: {ratio: [spend]}
Juste : follows: {ratio: [spend, orders]}""",
    "facts.follows-type": """\
Ce qui se déduit a un type : que deux faits diffèrent est vrai ou faux, et un
rapport est un nombre à décimales. Corrigez le type du fait, ou la façon dont
il se déduit.

Faux :  - id: spend_per_visit
          type: integer
          follows: {ratio: [spend, visits]}
          label: {en: Spend per visit, fr: Dépenses par visite}
Juste : - id: spend_per_visit
          type: number
          follows: {ratio: [spend, visits]}
          label: {en: Spend per visit, fr: Dépenses par visite}""",
    "facts.follows-itself": """\
Un fait qui se déduirait de lui-même ne serait jamais connu. Citez les deux
faits à partir desquels il se calcule.

Faux :  - id: abroad_twice
          type: boolean
          follows: {differs: [abroad_twice, country]}
          label: {en: Abroad, fr: À l’étranger}
Juste : - id: abroad_twice
          type: boolean
          follows: {differs: [country, home_country]}
          label: {en: Abroad, fr: À l’étranger}""",
    "facts.follows-twice": """\
Ce qui se déduit se calcule en une fois, à partir de faits donnés. Un fait ne
peut donc pas se déduire d’un fait qui se déduit lui-même d’autres. Citez
plutôt ceux-là.

Faux :  follows: {ratio: [average_order_value, age]}
Juste : follows: {ratio: [spend, age]}""",
    "facts.follows-part": """\
`differs` compare deux faits de type `choice`, et `ratio` divise des nombres.
Le fait cité ici est d’un autre type.

Faux :  follows: {ratio: [spend, country]}
Juste : follows: {ratio: [spend, orders]}""",
    "facts.follows-values": """\
Deux faits dont les listes de valeurs diffèrent ne se comparent pas : un mot
que l’un d’eux est seul à connaître ferait toujours une différence. Donnez à
l’un les valeurs de l’autre avec `values_of`.

Faux :  - {id: region, type: choice, values: [north, south], label: …}
        - {id: home_region, type: choice, values: [north], label: …}
Juste : - {id: region, type: choice, values: [north, south], label: …}
        - {id: home_region, type: choice, values_of: region, label: …}""",
    "rules.overlap": """\
Une règle sépare des catégories, et un client peut être dans deux d’entre
elles à la fois. Le rapport montre un tel client et indique où sont les
critères. Soit les critères se recoupent par erreur, soit la règle promet
trop.

Faux :  - id: small
          when: {orders: {max: 3}}
        - id: large
          when: {orders: {min: 3}}
Juste : - id: small
          when: {orders: {below: 3}}
        - id: large
          when: {orders: {min: 3}}""",
    "rules.gap": """\
D’après la règle, chacun est dans au moins une catégorie ; or un client dont
on sait tout peut n’être dans aucune. Le rapport en montre un. Élargissez un
critère, ajoutez une catégorie ou supprimez la règle.

Faux :  - id: none
          when: {orders: 0}
        - id: several
          when: {orders: {min: 2}}
Juste : - id: none
          when: {orders: 0}
        - id: some
          when: {orders: {min: 1}}""",
    "rules.not-implied": """\
D’après la règle, tout client de la première catégorie est aussi dans la
seconde ; or un client peut n’être que dans la première. Les clients dont on
sait peu de choses comptent aussi : la seconde catégorie doit être certaine
dès que la première l’est.

Faux :  # entraîne une catégorie qui teste orders
        when: {days_since_last_order: {max: 30}}
Juste : when: {orders: {min: 1}, days_since_last_order: {max: 30}}""",
    "rules.no-overlap": """\
D’après la règle, un même client peut être dans toutes ces catégories ; or
leurs critères s’excluent, et un tel client n’existe pas. Modifiez un critère
ou supprimez la règle.

Faux :  # new : orders 1, loyal : orders au moins 3
        - overlaps: [new, loyal]
Juste : - disjoint: [new, loyal]""",
    "rules.undecided": """\
La recherche d’une preuve a été abandonnée, car elle devenait trop longue : la
règle n’est ni prouvée ni réfutée. Cela arrive quand des critères combinent un
très grand nombre de faits. Le solveur z3 tranche presque tout ce qui reste :
installez les dépendances facultatives `z3`, puis lancez
`customer-types verify FICHIER --solver z3`.""",
    "broader.too-narrow": """\
`broader` dit qu’une catégorie est une sorte d’une autre, et donc que tout
client de la première est aussi dans la seconde ; or un client peut n’être que
dans la première. Les clients dont on sait peu de choses comptent aussi : la
catégorie plus générique doit être certaine dès que l’autre l’est. Modifiez un
critère, indiquez une autre catégorie, ou retirez le lien ; `related` vaut pour
des catégories qui ont seulement un rapport entre elles.

Faux :  - {id: member, when: {orders: {min: 1}}}
        - {id: gold, broader: member, when: {spend: {min: 1000}}}
Juste : - {id: gold, broader: member,
           when: {orders: {min: 1}, spend: {min: 1000}}}""",
    "broader.undecided": """\
La recherche d’un client qui serait dans la catégorie sans être dans celle qui
est plus générique a été abandonnée, car elle devenait trop longue : le lien
n’est ni prouvé ni réfuté. Le solveur z3 tranche presque tout ce qui reste :
installez les dépendances facultatives `z3`, puis lancez
`customer-types verify FICHIER --solver z3`.""",
    "examples.differs": """\
Un exemple est un client décrit en une phrase, avec la réponse que donne un
lecteur des définitions. Le critère en donne une autre : l’un des deux a tort.
Le plus souvent, c’est une borne décalée d’une unité, un fait oublié, ou un
critère qui dit autre chose que la définition. Le message cite les conditions
qui tranchent.

Faux :  - id: frequent                     # « six commandes par an ou plus »
          when: {orders_365d: {above: 6}}
        examples:
          - id: six-a-year
            facts: {orders_365d: 6}
            in: [frequent]
Juste : - id: frequent
          when: {orders_365d: {min: 6}}""",
    "examples.moved": """\
Le fichier change un seuil ou un critère et, par là, la réponse pour un client
que décrit un exemple : voilà l’effet du changement sur des clients. Si c’est
voulu, car une entreprise peut avoir ses propres chiffres, donnez à l’exemple
sa nouvelle réponse dans le même fichier, ou retirez-le. Simple
avertissement : le fichier est utilisable.

Faux :  overlay: lifecycle
        thresholds: [{id: loyal_orders, value: 2}]
Juste : overlay: lifecycle
        thresholds: [{id: loyal_orders, value: 2}]
        examples:
          - {id: two-orders-in-half-a-year, in: [loyal]}""",
    "examples.impossible": """\
Aucun client ne peut ressembler à celui de l’exemple : un nombre sort de ce
que son fait permet, ou des faits contredisent ce qui vaut pour tout le monde,
par exemple plus de commandes dans l’année qu’en tout. Le message cite les
faits.

Faux :  facts: {orders: 3, orders_365d: 7}
Juste : facts: {orders: 7, orders_365d: 3}""",
    "examples.no-answer": """\
Un exemple dit pour certaines catégories si son client en fait partie : `in`
quand c’est oui, `out` quand c’est non, `unknown` quand les faits ne
permettent pas de trancher. Sans aucune des trois listes, il ne prouve rien.

Faux :  - id: six-a-year
          facts: {orders_365d: 6}
Juste : - id: six-a-year
          facts: {orders_365d: 6}
          in: [frequent]""",
    "examples.twice": """\
Pour une catégorie, un exemple a une seule réponse : oui, non ou indéterminé.
Ici, la catégorie figure dans deux des listes, ou deux fois dans la même.
Gardez-la où il convient.

Faux :  in: [frequent, passing]
        out: [passing]
Juste : in: [frequent]
        out: [passing]""",
    "examples.elsewhere": """\
Un exemple parle des catégories de sa propre taxonomie, qui se désignent par
leur seul identifiant. Ce qui concerne les catégories d’une autre taxonomie a
sa place dans le fichier de celle-ci.

Faux :  in: [frequent, lifecycle/loyal]
Juste : in: [frequent]""",
    "criteria.unreachable": """\
Personne ne peut être dans la catégorie : son critère demande des choses
incompatibles entre elles, ou une chose qui n’est vraie d’aucun client
possible.

Faux :  when: {orders: 0, days_since_last_order: {max: 30}}
Juste : when: {orders: {min: 1}, days_since_last_order: {max: 30}}""",
    "criteria.undecided": """\
La recherche d’un client de cette catégorie a été abandonnée, car elle
devenait trop longue : on ne sait pas s’il peut y en avoir un. Cela arrive
quand des critères combinent un très grand nombre de faits. Le solveur z3
tranche presque tout ce qui reste : installez les dépendances facultatives
`z3`, puis lancez `customer-types verify FICHIER --solver z3`.""",
    "criteria.shadowed": """\
Avec `decide: first`, un client est dans la première catégorie qui lui
convient. Ici, celles qui précèdent conviennent déjà à tous les clients de la
catégorie : personne n’arrive jusqu’à elle. Placez-la plus haut, ou resserrez
les autres.

Faux :  decide: first
        categories:
          - id: buyer
            when: {orders: {min: 1}}
          - id: regular
            when: {orders: {min: 3}}
Juste : decide: first
        categories:
          - id: regular
            when: {orders: {min: 3}}
          - id: buyer
            when: {orders: {min: 1}}""",
    "facts.never-met": """\
Un invariant dit ce qui vaut pour tout client possible. Aucun client possible
ne remplit la condition de celui-ci : elle se contredit, ou contredit un autre
invariant ; ou bien l’ordre qu’il impose à des faits est impossible.

Faux :  - if: {visits: 0, last_visit_days: {min: 0}}
          then: {bookings: 0}
        - if: {visits: 0}
          then: {last_visit_days: {known: false}}
Juste : - if: {visits: 0}
          then: {bookings: 0, last_visit_days: {known: false}}""",
    "facts.never-known": """\
Quelle que soit la valeur du fait, un invariant est enfreint. Le fait ne peut
donc être connu pour aucun client possible, et aucun critère qui le teste n’est
jamais rempli.

Faux :  - if: {visits: {known: true}}
          then: {bookings: {min: 1}}
        - if: {visits: {known: true}}
          then: {bookings: 0}""",
    "facts.undecided": """\
La recherche d’un client pour qui ce fait est connu, ou qui remplit la
condition de cet invariant, a été abandonnée, car elle devenait trop longue :
on ne sait pas s’il peut y en avoir un. Installez les dépendances facultatives
`z3`, puis lancez `customer-types verify FICHIER --solver z3`, ou simplifiez
les critères.""",
    "facts.no-customer": """\
Les invariants se contredisent : tout client en enfreint un, même celui dont
on ne sait rien. Rien ne peut donc être prouvé. Le plus souvent, c’est qu’une
condition vaut pour tout le monde, comme `{all: []}`.""",
    "crosswalk.one-taxonomy": """\
Une correspondance relie deux catégories de taxonomies différentes. Au sein
d’une même taxonomie, écrivez `broader` ou `related` dans la catégorie.

Faux :  - {subject: lifecycle/loyal, relation: broadMatch,
           object: lifecycle/active}
Juste : - {subject: lifecycle/loyal, relation: closeMatch,
           object: buying-habits/regular}""",
    "crosswalk.twice": """\
Deux correspondances relient les deux mêmes catégories, dans le même sens ou
en sens inverse. Une seule suffit : l’autre sens s’en déduit.""",
    "crosswalk.no-criteria": """\
Une correspondance est confrontée à ce que prouvent les critères des deux
catégories ; or l’une d’elles n’en a pas. Rien ne peut donc être prouvé.
Retirez la correspondance, ou expliquez le lien dans une remarque de la
catégorie.""",
    "crosswalk.undecided": """\
La recherche d’une preuve a été abandonnée, car elle devenait trop longue : la
correspondance n’est ni prouvée ni réfutée.""",
    "crosswalk.too-strong": """\
La correspondance en dit plus que ce que prouvent les critères des deux
catégories. C’est la preuve qui décide : `exactMatch` si elles ont les mêmes
clients, `broadMatch` ou `narrowMatch` si l’une a tous les clients de l’autre,
`closeMatch` si elles ont des clients communs, `relatedMatch` si elles n’ont
en commun qu’un mot.

Faux :  - {subject: lifecycle/lost, relation: exactMatch,
           object: relationship-types/lost}
Juste : - {subject: lifecycle/lost, relation: narrowMatch,
           object: relationship-types/lost}""",
    "crosswalk.too-weak": """\
La correspondance en dit moins que ce que prouvent les critères des deux
catégories ; qui s’y fierait passerait à côté de quelque chose. C’est la
preuve qui décide : `exactMatch` si elles ont les mêmes clients, `broadMatch`
ou `narrowMatch` si l’une a tous les clients de l’autre, `closeMatch` si elles
ont des clients communs.

Faux :  - {subject: lifecycle/lost, relation: closeMatch,
           object: customer-categories/inactive}
Juste : - {subject: lifecycle/lost, relation: exactMatch,
           object: customer-categories/inactive}""",
    "crosswalk.no-source": """\
Une catégorie pour laquelle aucun terme n’a été trouvé a pour objet
`sssom:NoTermFound`. Cela n’a de sens qu’avec le vocabulaire où l’on a cherché,
désigné par son préfixe.

Faux :  - {subject: market-roles/recommender, relation: exactMatch,
           object: sssom:NoTermFound}
Juste : - {subject: market-roles/recommender, relation: exactMatch,
           object: sssom:NoTermFound, object_source: gr}""",
    "crosswalk.source-given": """\
Le préfixe d’un objet, comme `gr` dans `gr:Enduser`, dit déjà de quel
vocabulaire il vient. Supprimez `object_source`.""",
    "crosswalk.label-given": """\
`object_label` est le nom qu’un autre vocabulaire donne à son terme. Une
catégorie de cette bibliothèque a ses libellés dans son propre fichier, et
`sssom:NoTermFound` n’en a pas. Supprimez la clé.""",
    "crosswalk.found": """\
`sssom:NoTermFound` signifie qu’un vocabulaire n’a aucun terme pour la
catégorie, alors qu’une autre correspondance mène à un terme de ce vocabulaire.
Gardez l’une des deux.""",
    "crosswalk.meeting": """\
Deux catégories correspondent à un même terme d’un autre vocabulaire, et l’une
lui équivaut. L’autre correspondance fixe donc le lien entre les deux
catégories. Or les critères prouvent un lien différent. Choisissez une
correspondance moins forte, par exemple `closeMatch`.""",
    "prefix.form": """\
Un préfixe est le nom court d’un vocabulaire, placé avant le deux-points, comme
`gr` dans `gr:Enduser`.

Faux :  prefixes: {"good relations": "http://purl.org/goodrelations/v1#"}
Juste : prefixes: {gr: "http://purl.org/goodrelations/v1#"}""",
    "prefix.taken": """\
`ct.crosswalk` et `customer-types crosswalk` acceptent au même endroit les
identifiants de taxonomies et les préfixes : un mot ne peut pas être les deux.
Choisissez un autre préfixe.""",
    "prefix.iri": """\
Ce qu’un préfixe désigne et le nom placé après le deux-points forment l’IRI
d’un terme. Il commence par `http://`, `https://` ou `urn:` et finit le plus
souvent par `#` ou `/`.

Faux :  prefixes: {gr: goodrelations}
Juste : prefixes: {gr: "http://purl.org/goodrelations/v1#"}""",
    "prefix.built-in": """\
SSSOM connaît d’office quelques préfixes : linkml, owl, rdf, rdfs, semapv,
skos, sssom et xsd. Il est inutile de les déclarer, et ils ne désignent rien
d’autre.""",
    "prefix.other": """\
Les fichiers d’un catalogue partagent leurs préfixes. Dans l’un d’eux, celui-ci
désigne autre chose. Reprenez le même IRI, ou choisissez un autre préfixe.""",
    "term.form": """\
Un terme d’un autre vocabulaire se désigne par un préfixe, un deux-points et le
reste de son IRI. Les IRI ne s’écrivent pas en entier, et n’ont ni espaces, ni
guillemets, ni crochets.

Faux :  object: http://purl.org/goodrelations/v1#Enduser
Juste : object: gr:Enduser""",
    "term.unknown-prefix": """\
Le fichier doit dire ce qu’un préfixe désigne : sous `prefixes` dans un fichier
de correspondances, sous `curie_map` dans un tableau SSSOM, par exemple
`prefixes: {gr: "http://purl.org/goodrelations/v1#"}`.""",
    "sssom.no-table": """\
Un tableau SSSOM comporte des lignes de métadonnées, chacune précédée d’un `#`,
puis les correspondances : une ligne avec les noms des colonnes,
puis une ligne par correspondance. Ici, rien ne suit les métadonnées.""",
    "sssom.missing-column": """\
Une correspondance a un `subject_id`, un `predicate_id`, un `object_id` et une
`mapping_justification`. Les colonnes sont séparées par des tabulations ;
si elles sont devenues des espaces ou des virgules, exportez de nouveau le
tableau.""",
    "sssom.column-twice": """\
Deux colonnes ont le même nom : impossible de savoir quelle cellule compte.
Supprimez-en une.""",
    "sssom.cells": """\
Une ligne a plus de cellules qu’il n’y a de colonnes. Le plus souvent, un texte
contient une tabulation ; la cellule entière se met alors entre guillemets
droits.""",
    "sssom.quote": """\
Une cellule qui contient des tabulations, des guillemets droits ou des sauts
de ligne se met entre guillemets droits, et ceux qu’elle contient sont
doublés. Ici, la fin d’une cellule manque, ou quelque chose la suit.""",
    "sssom.empty": """\
Chaque correspondance a un sujet, un prédicat, un objet et une justification.
Un tableau qui relie de simples mots, sans identifiants, ne peut pas être
repris.""",
    "sssom.subject": """\
Les sujets des correspondances sont des catégories de cette bibliothèque, par
leurs IRI. Les avez-vous publiées sous vos propres IRI ? Indiquez-les, en
Python, par `base=`.""",
    "sssom.source": """\
Quand aucun terme n’a été trouvé, `object_source` indique le vocabulaire où
l’on a cherché : un préfixe de `curie_map`, suivi du deux-points et de rien
d’autre.""",
    "sssom.negated": """\
Avec `predicate_modifier`, une ligne dit que les deux ne correspondent pas. La
bibliothèque ne garde pas ce genre de ligne : supprimez-la.""",
    "skos.itself": """\
Une catégorie se désigne elle-même sous `broader` ou `related`. Indiquez-en une
autre, ou supprimez le lien.""",
    "skos.circle": """\
En remontant d’une catégorie à celle qui est plus générique, et ainsi de
suite, on revient au point de départ : la catégorie serait plus générique
qu’elle-même. Retirez l’un des liens.

Faux :  - {id: gold, broader: member}
        - {id: member, broader: gold}
Juste : - {id: gold, broader: member}
        - {id: member}""",
    "skos.related-and-broader": """\
De deux catégories, l’une est plus générique que l’autre, directement ou par
l’intermédiaire d’autres, et elles sont aussi déclarées associées. SKOS sépare
les deux (S27) : `related` vaut pour des catégories placées côte à côte. Les
catégories équivalentes comptent ici pour une seule.

Faux :  - {id: gold, broader: member, related: member}
Juste : - {id: gold, broader: member}""",
    "skos.exact-and-other": """\
Deux catégories sont équivalentes, directement ou par l’intermédiaire d’autres,
et ont aussi une autre correspondance. SKOS l’exclut (S46) : ce qui est
équivalent n’est ni plus générique, ni plus spécifique, ni associé.""",
    "rdf.syntax": """\
Le texte n’est pas dans le format annoncé : Turtle, JSON-LD ou RDF/XML.
L’analyseur indique l’endroit où il n’a pas pu continuer ; l’erreur s’y trouve
ou juste avant. Le format est peut-être un autre : précisez-le.""",
    "rdf.no-sense": """\
Le texte respecte la forme de son format, mais dit quelque chose d’impossible,
et l’analyseur ne sait pas décrire le problème : en JSON-LD, par exemple, un
contexte qui est un nombre, ou une liste là où un nom est attendu. Essayez-le
dans l’outil qui l’a écrit, ou retirez des morceaux jusqu’à ce qu’il soit
lu.""",
    "rdf.key-twice": """\
Dans un objet JSON, chaque clé figure une seule fois ; de deux valeurs, les
programmes garderaient la dernière et perdraient l’autre. Écrivez les deux
valeurs en liste, ou supprimez-en une.

Faux :  {"@id": "a", "prefLabel": "A", "prefLabel": "B"}
Juste : {"@id": "a", "prefLabel": ["A", "B"]}""",
    "rdf.format": """\
L’extension d’un fichier indique son format : `.ttl` est du Turtle, `.jsonld`
et `.json` du JSON-LD, `.rdf`, `.owl` et `.xml` du RDF/XML. Pour un autre nom,
précisez le format.""",
    "rdf.too-deep": """\
Des ressources sans nom peuvent être écrites les unes dans les autres, et
chaque niveau consomme de la mémoire. Donnez un nom à celles de l’intérieur.""",
    "rdf.remote-context": """\
Un fichier JSON-LD peut placer ailleurs son contexte, qui dit ce que ses mots
signifient. Il n’est pas téléchargé : un fichier ne doit ni déclencher de
téléchargement, ni changer de sens d’un jour à l’autre. Mettez le contexte
lui-même dans le fichier.

Faux :  {"@context": "https://example.org/context.json", ...}
Juste : {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, ...}""",
    "rdf.entity": """\
Un document XML peut déclarer des abréviations, les entités. Celles qui
renvoient au contenu d’autres fichiers ne sont pas lues ; celles qui en
contiennent d’autres, ou qui allongeraient démesurément le texte, sont
refusées : c’est ainsi que de petits fichiers épuisent une machine. Écrivez le
texte lui-même à leur place.""",
    "rdf.criterion": """\
Le critère d’une catégorie s’écrit en JSON, comme en YAML dans son fichier.

Faux :  ct:criterion "orders >= 3"^^rdf:JSON
Juste : ct:criterion "{\\"orders\\": {\\"min\\": 3}}"^^rdf:JSON""",
    "skos.two-classes": """\
SKOS sépare les concepts, les schémas de concepts et les collections (S9,
S37), et distingue ces trois-là des libellés de SKOS-XL (S48). Ce qui découle
du texte compte : ce qui est plus générique, plus spécifique ou associé est un
concept, ce qui a des membres est une collection. Une collection ne peut donc
pas être plus spécifique qu’un concept.""",
    "skos.two-roles": """\
Un texte est, dans une langue, un libellé préférentiel, alternatif ou caché
d’une ressource, et jamais deux à la fois (S13). Les libellés de SKOS-XL
comptent aussi.""",
    "skos.two-labels": """\
Une ressource a au plus un libellé préférentiel par langue (S14). Majuscules et
minuscules d’une étiquette de langue se valent ; `en` et `en-GB` sont deux
langues. Faites des autres des libellés alternatifs.""",
    "skos.two-forms": """\
Un libellé de SKOS-XL a une seule forme littérale (S52), toutes langues
confondues. Faites un libellé de chaque forme.""",
    "skos.label-in-two-roles": """\
Un libellé de SKOS-XL est le libellé préférentiel, alternatif ou caché d’une
ressource, et jamais deux à la fois (S58).""",
    "skos.no-catalog": """\
Seul un texte écrit à partir d’un catalogue entier peut être lu comme tel : il
dit quelles taxonomies, quels faits et quelles sources en font partie. Lisez
une par une les taxonomies d’un autre texte.""",
    "skos.unknown-scheme": """\
Le texte n’a pas de schéma de concepts de ce nom. Un schéma de concepts se
désigne par son IRI entier.""",
    "skos.several-schemes": """\
Un texte peut avoir plusieurs schémas de concepts, alors qu’une taxonomie est
faite d’un seul. Indiquez lequel, par son IRI.""",
    "skos.no-concepts": """\
Rien dans le texte n’est un concept de SKOS, ni par sa classe ni par ce qui en
est dit. S’agit-il d’un vocabulaire d’un autre genre, comme une ontologie OWL ?""",
    "skos.matches": """\
Une taxonomie n’a pas de correspondances : elles appartiennent à un catalogue.
Celles d’un vocabulaire se lisent donc à part.""",
    "skos.left-out": """\
Une taxonomie n’a pas de place pour tout ce qu’un vocabulaire peut dire :
collections, dates de création, liens vers des images. Chaque propriété laissée
de côté est signalée, avec le nombre de déclarations.""",
    "skos.no-label": """\
Un concept n’a aucun libellé, ou seulement des libellés de plus de 200
caractères. Son identifiant lui sert de nom ; écrivez un libellé dans la
taxonomie.""",
    "skos.no-language": """\
Les libellés et les textes d’une taxonomie ont une langue, et ceux-ci ne disent
pas laquelle. `und` désigne une langue indéterminée. Si vous connaissez
la langue, indiquez-la en Python, avec `language=`.""",
    "skos.incomplete-language": """\
Certains concepts ont un libellé dans une langue et d’autres n’en ont pas. La
taxonomie ne déclare pas cette langue : personne ne s’attend donc à ce qu’elle
soit complète.""",
    "label.twice": """\
Dans une langue, le même texte a plusieurs de ces trois rôles : libellé,
synonyme (`also`), terme à éviter (`avoid`). Il ne peut en avoir qu’un : SKOS
parle de libellés préférentiel, alternatif et caché, et les sépare (S13).

Faux :  fr: {one: Client fidèle, also: [Fidèle, Client fidèle]}
Juste : fr: {one: Client fidèle, also: [Fidèle]}""",
    "label.shared": """\
Deux catégories d’une taxonomie ont le même nom, ou le même synonyme, dans une
langue : à qui cherche ce nom, on demande laquelle est visée. Les majuscules,
les accents et la ponctuation n’y changent rien. Donnez-leur des noms
distincts ; une catégorie qui en remplace une autre peut en porter le nom dès
que l’autre est obsolète (`deprecated`).

Faux :  - {id: gold, label: {en: Gold member, fr: Membre}}
        - {id: silver, label: {en: Silver member, fr: membre}}
Juste : - {id: gold, label: {en: Gold member, fr: Membre or}}
        - {id: silver, label: {en: Silver member, fr: Membre argent}}""",
    "label.means": """\
Pour un terme à éviter (`avoid`), `means` indique ce que les gens veulent dire.
`same`, qui vaut aussi en l’absence de `means` : la même chose que le libellé ;
la recherche répond, et indique le meilleur terme. `other` : autre chose ; la
recherche donne la raison, et aucune réponse. La clé d’une catégorie : c’est
d’elle qu’il s’agit, et la recherche le dit. Une catégorie de ce fichier est
désignée par son identifiant, une autre par `taxonomie/catégorie`.

Faux :  avoid: [{one: Dealer, means: un revendeur}]
Juste : avoid: [{one: Dealer, means: supply-chain-positions/middleman}]""",
    "label.means-itself": """\
Un terme à éviter désigne la catégorie même qui le cite : il veut donc dire la
même chose que le libellé, et la recherche répond.

Faux :  - id: loyal
          label: {fr: {one: Client fidèle, avoid: [{one: Fan, means: loyal}]}}
Juste : - id: loyal
          label: {fr: {one: Client fidèle, avoid: [{one: Fan, means: same}]}}""",
    "label.loses": """\
Un fichier qui en complète un autre (`overlay`, `extends`) et donne à un
libellé une forme à lui remplace tout ce qui existait dans cette langue :
pluriel, féminin, synonymes, termes à éviter. La recherche comprend alors moins
de mots. Pour ajouter des synonymes ou des termes à éviter à ceux dont il
hérite, ne donnez aucune forme. Pour renommer une catégorie, donnez toutes les
formes, et les synonymes à garder. Pour tout abandonner à dessein, dites-le :
`replace: true` dans la catégorie.

Faux :  - {id: professional, label: {fr: {one: Professionnel, also: [BtoB]}}}
Juste : - {id: professional, label: {fr: {also: [BtoB]}}}""",
    "threshold.unused": """\
Un seuil est un nombre auquel des critères se réfèrent, et aucun ne se réfère à
celui-ci : le changer ne change rien. Un critère contient peut-être le nombre
lui-même.

Faux :  thresholds: [{id: few_orders, value: 3, …}]
        when: {orders: {min: 3}}
Juste : when: {orders: {min: few_orders}}""",
    "unit.unknown": """\
Une unité dit en toutes lettres ce qu’un nombre compte : `days` s’écrit
« 1 jour » et « 2 jours ». Citez l’une de celles de la bibliothèque, ou
déclarez la vôtre à côté des faits.

Faux :  thresholds: [{id: new_days, value: 30, unit: dayz}]
Juste : thresholds: [{id: new_days, value: 30, unit: days}]
Juste : units:
          - id: points
            label:
              en: {one: point, other: points}
              fr: {one: point, other: points}""",
    "unit.other": """\
Le critère compare un fait à un seuil qui compte autre chose, par exemple des
commandes à des jours. C’est sans doute un autre seuil ou un autre fait qui est
visé.

Faux :  when: {orders: {min: new_days}}
Juste : when: {days_since_first_order: {max: new_days}}""",
    "translations.unknown-address": """\
Sous `translations`, une liste désigne des textes par leur adresse : leur
place dans le fichier, avec les identifiants de ce qui les contient. Aucun
texte n’a celle-ci. Ce qui est dans un élément sans identifiant, comme une
remarque peut l’être, n’en a pas.

Faux :  translations: {es: {from: en, reviewed: [loyal.label]}}
Juste : translations: {es: {from: en, reviewed: [categories.loyal.label]}}""",
    "sheet.syntax": """\
Le fichier n’est pas un fichier PO ou XLIFF entier : il est tronqué, par
exemple, ou un guillemet ou une balise a disparu lors d’une retouche à la
main. Ouvrez-le dans l’outil de traduction et enregistrez-le à nouveau, ou
reprenez la dernière copie intacte.""",
    "sheet.doctype": """\
Une déclaration de type de document (DOCTYPE) peut définir des abréviations
qui se développent en milliards de caractères, ou qui lisent d’autres fichiers
de l’ordinateur. XLIFF n’en a pas besoin : un fichier qui en contient une
n’est pas lu. Supprimez la ligne `<!DOCTYPE`.""",
    "sheet.no-xliff": """\
Le fichier est du XML, mais pas du XLIFF 1.2, que presque tous les outils
lisent et écrivent. Si l’outil en a fait du XLIFF 2, exportez-le en 1.2 ; s’il
en a fait un format à lui (.sdlxliff, .mqxliff), exportez le XLIFF simple.""",
    "sheet.two-files": """\
Un fichier XLIFF peut en contenir plusieurs. Celui-ci réunit plusieurs
taxonomies, versions ou langues, alors qu’une surcouche n’en concerne qu’une.
Exportez-les de l’outil un par un.""",
    "sheet.no-header": """\
Un fichier de traduction dit de quelle taxonomie il s’agit, et de quelle
version : PO dans l’en-tête `Project-Id-Version`, XLIFF dans l’attribut
`original` de `file`, CSV dans les colonnes `taxonomy` et `version`. Ici, cette
indication manque. Rétablissez-la telle que l’écrit `customer-types labels
export`.""",
    "sheet.no-language": """\
Un fichier de traduction dit de quelle langue vers quelle langue il traduit :
PO dans les en-têtes `X-Source-Language` et `Language`, XLIFF dans les
attributs `source-language` et `target-language` de `file`, CSV dans les
colonnes `from` et `language`. Ici, l’une des deux manque. Remettez-la.""",
    "sheet.same-language": """\
Les deux langues du fichier de traduction sont identiques. Un outil qui ne
connaissait pas la langue a pu la remplacer par la sienne. Rétablissez la
langue vers laquelle il faut traduire.""",
    "sheet.other-language": """\
`--language` dit dans quelle langue doit être le fichier de traduction, or il
est dans une autre. Importez l’autre fichier, ou retirez l’option.""",
    "sheet.other-taxonomy": """\
Un fichier de traduction va avec la taxonomie dont il vient : ses adresses
sont des places dans le fichier de celle-ci. Importez-le avec la taxonomie
qu’il indique.""",
    "sheet.unknown-taxonomy": """\
Le fichier de traduction vient d’une taxonomie qui n’est pas fournie avec la
bibliothèque : l’une des vôtres, par exemple. Indiquez son fichier :
`--taxonomy mes-clubs.yaml`.""",
    "sheet.other-version": """\
La taxonomie a changé de version depuis que le fichier de traduction a été
fait. Ce qui convient est repris, et chaque texte dont l’original a changé est
signalé. Relisez la traduction, et exportez un nouveau fichier pour ce qui
s’est ajouté.""",
    "sheet.plural-forms": """\
Les formes d’une entrée au pluriel sont numérotées, et la formule de l’en-tête
`Plural-Forms` dit quel nombre prend laquelle. Une fois calculée, elle ne donne
pas les formes que la règle du CLDR donne à la langue : on ne sait donc pas à
quoi chaque forme correspond. Choisissez dans l’outil de traduction la formule
usuelle de la langue, ou rétablissez l’en-tête, et vérifiez que les formes sont
à leur place.""",
    "sheet.plural-zero": """\
La formule de l’en-tête `Plural-Forms` compte 0 autrement que la langue, selon
la règle du CLDR : le français, par exemple, le met au singulier. Pour tous
les autres nombres, elles s’accordent : les formes sont donc reprises, et 0
prend celle de la langue. Avec l’en-tête attendu, tout s’accorde.""",
    "sheet.mixed": """\
Toutes les lignes d’un fichier de traduction concernent la même taxonomie, la
même version et les mêmes langues. Celle-ci diffère de la première. Placez les
lignes de fichiers différents dans des fichiers différents.""",
    "sheet.unknown-address": """\
Une adresse désigne la place d’un texte dans le fichier de la taxonomie, avec
les identifiants de ce qui le contient. La taxonomie n’a pas de texte à cette
place : l’adresse a été modifiée, ou ce qu’elle désigne a été retiré depuis.
Corrigez l’adresse, ou supprimez l’entrée.""",
    "sheet.twice": """\
Le fichier de traduction a deux textes pour une même place, et un seul peut
être repris. Supprimez l’un des deux.""",
    "sheet.outdated": """\
Le fichier de traduction contient le texte qui a été traduit, et la taxonomie
dit maintenant autre chose. La traduction est reprise avec le statut `draft`
(à revoir) : exportez un nouveau fichier, corrigez-la et retirez la marque.""",
    "sheet.missing-form": """\
Dans cette langue, un nom a une forme propre pour certains nombres ; le
libellé en a d’autres, mais pas celle-ci. Une autre forme sera affichée à sa
place. Si le nom n’a pas cette forme, écrivez celle qui en tient lieu.""",
    "sheet.untranslated": """\
Ce qui est revenu est ce qui était parti : un texte de plusieurs mots,
identique dans les deux langues. Il a peut-être été oublié. Si les deux langues
le disent vraiment avec les mêmes mots, laissez-le.""",
    "sheet.not-computed": """\
La cellule contient ce qu’un tableur affiche à la place d’un résultat, comme
`#NOM?` : un texte commençant par `=`, `+` ou `-` a été pris pour une formule.
Saisissez de nouveau le texte, précédé d’une apostrophe.""",
    "sheet.line-break": """\
Un libellé tient sur une ligne : il figure dans des listes, des tableaux et des
graphiques. Un retour à la ligne a été saisi dans la cellule. Remplacez-le par
une espace.""",
    "sheet.original": """\
Ce qui est d’abord dit dans une langue est un original, dont on tire les
traductions. Ce fichier mettrait des traductions à sa place. L’outil ou
l’exportation s’est peut-être trompé de langue. Si le fichier corrige les
originaux eux-mêmes, importez-le avec `--status original`.""",
    "sheet.collision": """\
Deux catégories de la taxonomie auraient le même nom dans cette langue : la
personne qui l’écrit peut vouloir dire l’une ou l’autre, et rien ne permet de
trancher. Trouvez un autre mot pour l’une des deux, à moins qu’elles ne le
partagent vraiment.""",
    "sheet.stays": """\
Un texte que la taxonomie a dans cette langue est vide dans le fichier de
traduction. Une surcouche peut le remplacer, mais non l’enlever : il est
conservé. Pour vous en défaire, supprimez-le dans le fichier qui le contient.""",
}
