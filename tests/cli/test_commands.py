"""Every command says what it should, in English and in French, and every mistake ends in a line."""

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest
from tests.accepted import assert_accepted
from tests.cli.running import CDNOW, Run

from customer_types.cli.runs import run as run_commands

EXPECTED = Path(__file__).with_name("expected")
#: With this variable set, what is printed becomes what is expected: look at the difference.

ORDERS = """\
N° client;Date;Montant TTC;Qté;Statut
Zoé;25/01/1997;1 234,50 €;2;payée
Zoé;03/02/1997;12,00 €;1;annulée
André;03/02/1998;80,00 €;;payée
;04/02/1998;7,00 €;1;payée
André;31/12/1999;9,99 €;1;payée
"""
FACTS = """\
client,Commandes,Orders in the last 365 days,days_since_last_order,Jours depuis la première commande,ville
A,0,0,,,Lyon
B,5,4,20,400,Nice
C,5,4,20,,Lille
"""
FAULTY = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - id: gold
    lable: {en: Gold member, fr: Membre or}
    when: {order: {min: 10}}
"""
DOUBTFUL = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - id: gold
    label: {en: yes, fr: Membre or}
    when: {orders: {min: 3}}
"""
UNPROVED = """\
id: clubs
version: 1.0.0
label: {en: Clubs, fr: Clubs d’achat}
categories:
  - id: small
    label: {en: Small buyer, fr: Petit acheteur}
    when: {orders: {min: 1, max: 3}}
  - id: large
    label: {en: Large buyer, fr: Gros acheteur}
    when: {orders: {min: 3}}
rules:
  - disjoint: all
  - exhaustive: true
"""
EAGER = """\
overlay: lifecycle
thresholds: [{id: loyal_orders, value: 2}]
categories:
  - id: loyal
    label: {en: Faithful customer}
    definition: {fr: Client qui achète depuis longtemps.}
"""
CARDS = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/cards/> .
:Gold skos:prefLabel "Gold member"@en, "Membre or"@fr ; skos:inScheme :cards ; :colour "red" .
:cards skos:prefLabel "Loyalty cards"@en, "Cartes de fidélité"@fr .
"""
FINE = DOUBTFUL.replace("en: yes", "en: Gold member")
SPANISH = """\
overlay: lifecycle
translations: {es: {from: en, status: reviewed, draft: [categories.lost.label]}}
categories:
  - {id: loyal, label: {es: {one: Cliente fiel, other: Clientes fieles}}}
  - {id: lost, label: {es: {one: Cliente perdido, other: Clientes perdidos}}}
"""
SHEET = """\
msgid ""
msgstr ""
"Project-Id-Version: clubs 0.9.0\\n"
"Language: es\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"X-Source-Language: en\\n"

msgctxt "label"
msgid "Associations"
msgstr "Clubes"

msgctxt "categories.gold.label"
msgid "Gold member"
msgstr "Socio de oro"
"""

COMMANDS = {
    "no-arguments": "",
    "help": "--help",
    **{
        f"help-{command}": f"{command} --help"
        for command in (
            *("list", "show", "translate", "resolve", "classify", "journeys", "sql", "init", "check"),
            *("verify", "compare", "crosswalk", "diff", "explain", "labels", "codegen", "schema"),
            *("export", "import"),
        )
    },
    **{f"help-labels-{command}": f"labels {command} --help" for command in ("export", "import", "coverage")},
    "labels-export": "labels export fine.yaml --language es --out es.po",
    "labels-import": "labels import doubtful.po --taxonomy fine.yaml",
    "labels-coverage": "labels coverage lifecycle fine.yaml spanish.yaml",
    "list": "list",
    "list-all": "list --all",
    "show-taxonomy": "show lifecycle",
    "show-category": "show relationship-types/lost",
    "show-file": "show unproved.yaml",
    "show-without-criteria": "show segmentation-bases/demographic",
    "translate": "translate 'clients fidèles' 'CLIENT·E·S PERDU·E·S' VIP --to en",
    "translate-unknown": "translate 'client fidel' zzz --to en",
    "resolve": "resolve habituées",
    "resolve-unknown": "resolve zzz",
    "classify": "classify cdnow.csv --as-of 1998-06-30",
    "classify-undecided": (
        "classify cdnow.csv --as-of 1998-06-30 --taxonomy relationship-types --taxonomy business-relations"
    ),
    "classify-french-file": "classify orders.csv --as-of 1998-06-30 --cancelled Annulée --out out.csv",
    "classify-facts": "classify facts.csv --facts --taxonomy lifecycle",
    "classify-own-taxonomy": "classify cdnow.csv --as-of 1998-06-30 --taxonomy doubtful.yaml",
    "journeys": "journeys cdnow.csv --start 1997-09-30 --end 1998-06-30 --plot flow.svg",
    "journeys-undecided": "journeys orders.csv --start 1997-01-31 --end 1998-06-30 --taxonomy market-roles",
    "journeys-in-order": "journeys cdnow.csv --start 1997-12-31 --end 1998-03-31 --taxonomy buying-habits",
    "sql": "sql lifecycle --dialect snowflake --table crm.customers --without-nan",
    "sql-label": "sql supply-chain-positions --dialect tsql --table t --answer label --column takes_title=",
    "sql-status": "sql buying-habits --dialect postgres --table t --answer status --without-nan",
    "sql-orders": "sql lifecycle --dialect duckdb --orders shop.orders --as-of today --format dbt",
    "check": "check fine.yaml",
    "check-faults": "check fine.yaml faulty.yaml doubtful.yaml",
    "check-unproved": "check unproved.yaml",
    "verify": "verify buying-habits",
    "verify-faults": "verify unproved.yaml",
    "compare": "compare lifecycle customer-categories",
    "crosswalk": "crosswalk lifecycle/lost",
    "compare-keys": "compare lifecycle/lost relationship-types/lost",
    "diff": "diff lifecycle eager.yaml",
    "diff-same": "diff fine.yaml fine.yaml",
    "explain": "explain schema.unknown-key",
    "codegen": "codegen lifecycle",
    "codegen-file": "codegen fine.yaml --out keys.py",
    "schema": "schema sources",
    "export": "export pages",
    "export-rules": "export - --format cel --taxonomy supply-chain-positions",
    "import": "import cards.ttl --id cards",
}


@pytest.fixture
def files(folder: Path) -> Path:
    """Stand in a folder with a file of each kind."""
    shutil.copy(CDNOW, folder / "cdnow.csv")
    for name, content in {
        "orders.csv": ORDERS.encode("cp1252"),
        "facts.csv": FACTS.encode(),
        "faulty.yaml": FAULTY.encode(),
        "doubtful.yaml": DOUBTFUL.encode(),
        "fine.yaml": FINE.encode(),
        "unproved.yaml": UNPROVED.encode(),
        "eager.yaml": EAGER.encode(),
        "spanish.yaml": SPANISH.encode(),
        "doubtful.po": SHEET.encode(),
        "faulty.po": SHEET.replace("0.9.0", "1.0.0").replace('"label"', '"lable"').encode(),
        "cut.po": SHEET.replace("0.9.0", "1.0.0").encode()[:-9],
        "other.po": SHEET.replace("Language: es", "Language: ").encode(),
        "cards.ttl": CARDS.encode(),
        "empty.csv": b"",
        "workbook.xlsx": b"PK\x03\x04\x14\x00\x06\x00",
        "ambiguous-dates.csv": b"customer;date;amount\nA;03/04/1997;12\n",
        "two-dates.csv": b"customer;date;amount\nA;13/04/1997;12\nA;04/13/1997;12\n",
        "ambiguous-numbers.csv": b'customer,date,amount\nA,1997-01-25,"1,234"\n',
        "two-numbers.csv": b"customer;date;amount\nA;1997-01-25;1,5\nA;1997-01-25;1.5\n",
        "two-currencies.csv": b"customer;date;amount\nA;1997-01-25;$5\nA;1997-01-25;5 CHF\n",
        "ragged.csv": b"customer,date,amount\nA,1997-01-25,12,50\n",
        "quote.csv": b'customer,date,amount\nA,1997-01-25,"12\n',
        "impossible.csv": b"customer,date,amount\nA,1997-02-30,12\n",
        "zones.csv": b"customer,date,amount\nA,1997-01-25T10:00:00Z,12\n",
        "headless.csv": b"Dupont,1997-01-25,12\nDupond,1997-01-25,12\n",
        "prices.csv": b"customer,date,price\nA,1997-01-25,12\n",
        "twice.csv": b"customer,date,amount,date\nA,1997-01-25,12,1997-01-25\n",
        "wrong-fact.csv": b"customer,orders,abroad\nA,3,perhaps\n",
    }.items():
        (folder / name).write_bytes(content)
    (folder / "folder").mkdir()
    return folder


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.usefixtures("files")
def test_commands_print_exactly_what_is_expected(
    name: str, language: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At 80 columns, each command prints what stands in its file, and ends with the code there."""
    monkeypatch.setenv("CUSTOMER_TYPES_LANGUAGE", language)
    command = COMMANDS[name]
    done = run(*shlex.split(command))
    printed = f"$ customer-types {command}\n{done.text}\n[{done.code}]\n"
    assert_accepted(printed, EXPECTED / f"{name}.{language}.txt")
    # Faults keep their lines, so that a program that reads `path:line:column:` finds them; so does code.
    assert (
        command.startswith(("check", "verify unproved", "sql", "codegen", "schema", "export -", "import"))
        or max(map(len, done.out.splitlines()), default=0) <= 80
    )


def test_every_expected_output_is_tested() -> None:
    """No file is left behind of a command that is not run any more."""
    names = {f"{name}.{language}.txt" for name in COMMANDS for language in ("en", "fr")}
    assert {file.name for file in EXPECTED.iterdir()} == names


# ---- mistakes ----------------------------------------------------------------------------------

#: A command line that can't be obeyed, its exit code, and what the message has in English and French.
MISTAKES: list[tuple[str, int, str, str]] = [
    # of the command line
    ("lst", 2, "there is no command `lst`; did you mean `list`?", "il n’y a pas de commande `lst`"),
    ("frobnicate", 2, "there is no command `frobnicate`", "il n’y a pas de commande"),
    ("--language", 2, "`--language` needs a value", "`--language` demande une valeur"),
    ("--frobnicate", 2, "there is no option `--frobnicate`", "il n’y a pas d’option"),
    ("-x", 2, "there is no option `-x`", "il n’y a pas d’option `-x`"),
    ("list --al", 2, "there is no option `--al`; did you mean `--all`?", "vouliez-vous dire `--all`"),
    ("list more", 2, "the argument `more` is one too many", "l’argument `more` est de trop"),
    ("list --all=1", 2, "`--all` takes no value", "`--all` ne prend pas de valeur"),
    ("list --format xml", 2, "--format: `xml` is not one of table, json or csv", "`xml` n’est pas admis"),
    ("list --format", 2, "`--format` needs a value", "`--format` demande une valeur"),
    ("list --language f!", 2, "--language: `f!` is not a valid language tag", "--language\u00a0: `f!`"),
    ("show", 2, "KEY is missing", "il manque CLÉ"),
    ("show lifecycl", 2, "unknown taxonomy `lifecycl`; did you mean `lifecycle`?", "taxonomie inconnue"),
    ("show lifecycle/loyl", 2, "unknown category `lifecycle/loyl`", "catégorie inconnue"),
    ("show nothing/at-all", 2, "unknown taxonomy `nothing`", "taxonomie inconnue"),
    ("show lifecycle/", 2, "unknown category `lifecycle/`", "catégorie inconnue"),
    ("show lifecycle --format csv", 2, "`csv` is not one of table or json", "choisissez table ou json"),
    ("translate loyal", 2, "--to is missing", "il manque --to"),
    ("translate --to fr", 2, "LABEL… is missing", "il manque LIBELLÉ…"),
    ("translate x --to f!", 2, "--to: `f!` is not a valid language tag", "--to\u00a0: `f!` n’est pas"),
    ("translate loyal --to fr --taxonomy x", 2, "unknown taxonomy `x`", "taxonomie inconnue"),
    ("translate zzz --to fr", 1, "no category is called `zzz`", "aucune catégorie ne s’appelle `zzz`"),
    ("translate loyal --to de", 1, "no text in `de`", "aucun texte dans la langue `de`"),
    ("resolve zzz", 1, "no category is called `zzz`", "aucune catégorie ne s’appelle `zzz`"),
    ("resolve", 2, "LABEL is missing", "il manque LIBELLÉ"),
    ("resolve loyal --taxonomy x", 2, "unknown taxonomy `x`", "taxonomie inconnue"),
    ("explain", 2, "CODE is missing", "il manque CODE"),
    ("explain schema.unknown-kee", 2, "did you mean `schema.unknown-key`?", "code inconnu"),
    ("schema", 2, "KIND is missing", "il manque TYPE"),
    ("schema lifecycle", 2, "`lifecycle` is not one of taxonomy, facts, sources or", "n’est pas admis"),
    # of journeys
    ("journeys", 2, "FILE is missing", "il manque FICHIER"),
    ("journeys cdnow.csv", 2, "give --start and --end, two days", "indiquez --start et --end"),
    ("journeys cdnow.csv --start x --end 1998-06-30", 2, "--start: `x` is not a date", "`x` n’est pas"),
    ("journeys cdnow.csv --start 1998-06-30 --end 1998-06-30", 2, "the first before the last", "antérieure"),
    (
        "journeys cdnow.csv --start 1998-05-31 --end 1998-06-30 --every monthly",
        2,
        "`monthly` is not a period",
        "`monthly` n’est pas une périodicité",
    ),
    (
        "journeys cdnow.csv --start 1998-05-31 --end 1998-06-30 --plot flow.gif",
        2,
        "the name of the file must end in .svg, .png or .pdf",
        ".svg, .png ou .pdf",
    ),
    (
        "journeys cdnow.csv --start 1998-05-31 --end 1998-06-30 --plot nowhere/flow.svg",
        2,
        "`nowhere/flow.svg` can’t be written",
        "`nowhere/flow.svg`",
    ),
    (
        "journeys cdnow.csv --start 1998-05-31 --end 1998-06-30 --taxonomy customer-categories",
        2,
        "can put a customer into several categories",
        "donner plusieurs catégories à un même client",
    ),
    # of SQL
    ("codegen lifecyle", 2, "did you mean `lifecycle`?", "taxonomie inconnue"),
    ("codegen nothing.yaml", 2, "there is no such file", "ce fichier n’existe pas"),
    ("codegen faulty.yaml", 2, "unknown key `lable`", "clé inconnue"),
    ("codegen fine.yaml ./fine.yaml", 2, "are called `clubs`", "s’appellent `clubs`"),
    ("codegen --out nowhere/keys.py", 2, "`nowhere/keys.py` can’t be written", "impossible d’écrire"),
    ("sql lifecycle --table t", 2, "--dialect is missing", "il manque --dialect"),
    ("sql --dialect duckdb --table t", 2, "TAXONOMY|FILE… is missing", "il manque TAXONOMIE|FICHIER…"),
    (
        "sql lifecycle --dialect duckdb",
        2,
        "give either --table, the table of customers, or --orders",
        "soit --table, la",
    ),
    ("sql lifecycle --dialect duckdb --table t --orders o", 2, "give either --table,", "indiquez soit"),
    ("sql lifecycle --dialect duckd --table t", 2, "did you mean `duckdb`?", "dialecte inconnu"),
    ("sql lifecycl --dialect duckdb --table t", 2, "did you mean `lifecycle`?", "taxonomie inconnue"),
    (
        "sql lifecycle --dialect duckdb --table 'a b c'",
        2,
        "`a b c` is neither the name of a table",
        "`a b c` n’est ni",
    ),
    ("sql lifecycle --dialect duckdb --table t --as-of today", 2, "`--table` and `--as-of`", "`--as-of`"),
    ("sql lifecycle --dialect duckdb --table t --zone UTC", 2, "`--table` and `--zone`", "`--zone`"),
    ("sql lifecycle --dialect duckdb --orders o", 2, "or --as-of today", "ou --as-of today"),
    ("sql lifecycle --dialect duckdb --orders o --as-of soon", 2, "`soon` is not a date", "`soon`"),
    ("sql lifecycle --dialect duckdb --orders o --as-of today --zone x", 2, "time zone `x`", "fuseau"),
    ("sql lifecycle --dialect mysql --orders o --as-of today --zone UTC", 2, "can’t convert", "ne sait pas"),
    (
        "sql lifecycle --dialect duckdb --table t --column order=x",
        2,
        "did you mean `orders`?",
        "fait inconnu",
    ),
    ("sql lifecycle --dialect duckdb --table t --column orders", 2, "as FACT=COLUMN", "FAIT=COLONNE"),
    (
        "sql lifecycle buying-habits --dialect duckdb --table t --answer label",
        2,
        "--answer `label` is for one taxonomy",
        "ne vaut que pour une taxonomie",
    ),
    ("sql segmentation-bases --dialect duckdb --table t", 2, "has no criteria", "n’a pas de critères"),
    ("diff lifecycle folder", 2, "give two folders, or two taxonomies", "deux dossiers ou deux taxonomies"),
    ("diff lifecycle", 2, "TAXONOMY|FILE|FOLDER is missing", "il manque TAXONOMIE|FICHIER|DOSSIER"),
    ("init", 2, "FILE is missing", "il manque FICHIER"),
    ("init orders.csv", 2, "`orders.csv` can’t be written: there is a file", "un fichier porte déjà ce nom"),
    ("init nowhere/x.yaml", 2, "there is no such folder", "`nowhere/x.yaml`"),
    ("init 'My clubs.yaml'", 2, "the name of the file becomes the id", "sert d’identifiant"),
    ("init x.yaml --overlay lifecycl", 2, "did you mean `lifecycle`?", "taxonomie inconnue"),
    ("init x.yaml --extends a --overlay b", 2, "`--extends` and `--overlay`", "ne vont pas ensemble"),
    ("check", 2, "FILE… is missing", "il manque FICHIER…"),
    ("check nothing.yaml", 2, "nothing.yaml: error[file.not-found]", "ce fichier n’existe pas"),
    ("check folder", 2, "error[file.no-yaml]: there are no YAML files", "ce dossier ne contient aucun"),
    ("list --with nothing.yaml", 2, "error[file.not-found]", "ce fichier n’existe pas"),
    ("list --with faulty.yaml", 2, "faulty.yaml:6:5: error[schema.unknown-key]", "erreur[schema.unknown"),
    ("check faulty.yaml", 1, "error[schema.unknown-key]", "erreur[schema.unknown-key]"),
    ("check doubtful.yaml --strict", 1, "warning[yaml.ambiguous-plain]", "avertissement["),
    ("check /dev/null", 2, "error[file.not-a-file]", "erreur[file.not-a-file]"),
    ("export orders.csv/x", 2, "can’t be written", "orders.csv"),
    ("export folder/nothing/a.csv", 2, "there is no such folder", "`folder/nothing/a.csv`"),
    ("export -", 2, "pages go into a folder", "les pages vont dans un dossier"),
    ("export a.xlsx", 2, "the name does not show the format", "ce nom n’indique pas le format"),
    ("import cards.ttl --base https://x.org/", 2, "`--base` and `cards.ttl`", "`--base` et `cards.ttl`"),
    ("init no.yaml", 2, "the name of the file becomes the id", "le nom du fichier sert d’identifiant"),
    ("init lifecycle.yaml", 2, "there is already a taxonomy `lifecycle`", "il y a déjà une taxonomie"),
    ("init x.yaml --extends fine.yaml", 2, "unknown taxonomy `fine.yaml`", "taxonomie inconnue"),
    ("export a.yaml", 2, "`yaml` takes one taxonomy: name it with --taxonomy", "indiquez-la avec --taxonomy"),
    ("export a.csv --taxonomy lifecycle", 2, "`csv` covers the whole catalog", "ne va pas avec --taxonomy"),
    ("export a --taxonomy lifecycle", 2, "`--taxonomy` and `markdown`", "`--taxonomy` et `markdown`"),
    ("export a.csv --base https://x.org/", 2, "`--base` and `csv` do not go", "`--base` et `csv`"),
    ("export a.ttl --base x", 2, "a base must be an absolute IRI", "une base doit être un IRI absolu"),
    ("export a.ttl --taxonomy lifecycl", 2, "did you mean `lifecycle`?", "taxonomie inconnue"),
    ("import nothing.ttl", 2, "error[file.not-found]", "ce fichier n’existe pas"),
    ("import orders.csv", 2, "error[rdf.format]", "erreur[rdf.format]"),
    ("import cards.ttl --scheme x", 2, "error[skos.unknown-scheme]", "erreur[skos.unknown-scheme]"),
    ("import cards.tsv --id x", 2, "`--id` and `cards.tsv`", "`--id` et `cards.tsv`"),
    # of sheets
    ("labels frob", 2, "there is no command `frob`", "il n’y a pas de commande `frob`"),
    ("labels --language es", 2, "there is no option `--language`", "il n’y a pas d’option `--language`"),
    ("labels export lifecycle", 2, "--language is missing", "il manque --language"),
    ("labels export lifecycle --language !", 2, "`!` is not a valid language tag", "étiquette de langue"),
    ("labels export lifecyle --language es", 2, "did you mean `lifecycle`?", "vouliez-vous dire `lifecycle`"),
    (
        "labels export lifecycle --language es --from de",
        2,
        "no text in `de`",
        "aucun texte dans la langue",
    ),
    (
        "labels export lifecycle --language en --from en",
        2,
        "a sheet translates from one language into another",
        "un fichier de traduction mène d’une langue à une autre",
    ),
    (
        "labels export lifecycle --language es --out orders.csv",
        2,
        "`orders.csv` can’t be written: there is a file of that name",
        "un fichier porte déjà ce nom",
    ),
    ("labels import nothing.po", 2, "there is no such file", "ce fichier n’existe pas"),
    ("labels import /dev/null", 2, "this is a folder or a device", "file.not-a-file"),
    (
        "labels import orders.csv",
        2,
        "the sheet lacks the column `taxonomy`",
        "il manque la colonne `taxonomy`",
    ),
    ("labels import empty.csv", 2, "`empty.csv` is empty", "`empty.csv` est vide"),
    ("labels import doubtful.po", 2, "is not one of the library’s", "que la bibliothèque n’a pas"),
    (
        "labels import faulty.po --taxonomy fine.yaml",
        2,
        "nothing to translate at this address",
        "rien à traduire",
    ),
    ("labels import cut.po --taxonomy fine.yaml", 2, "the text is not between quotes", "entre guillemets"),
    (
        "labels import other.po",
        2,
        "does not say which language it translates from",
        "ne dit pas de quelle langue",
    ),
    (
        "labels import doubtful.po --taxonomy fine.yaml --language de",
        2,
        "the sheet is in `es`, not in `de`",
        "la langue du fichier de traduction est `es`, non `de`",
    ),
    (
        "labels import doubtful.po --taxonomy fine.yaml --out doubtful.po",
        2,
        "`--out` would overwrite the file that is read",
        "`--out` écraserait le fichier lu",
    ),
    ("labels import doubtful.po --taxonomy fine.yaml --strict", 1, "sheet.outdated", "sheet.outdated"),
    ("labels coverage lifecyle", 2, "did you mean `lifecycle`?", "vouliez-vous dire `lifecycle`"),
    # of what is asked of a file
    ("classify", 2, "FILE is missing", "il manque FICHIER"),
    ("classify orders.csv", 2, "give the reference date with --as-of YYYY-MM-DD", "--as-of AAAA-MM-JJ"),
    ("classify orders.csv --as-of", 2, "`--as-of` needs a value", "`--as-of` demande une valeur"),
    ("classify orders.csv --as-of today", 2, "`today` is not a date", "`today` n’est pas une date"),
    ("classify orders.csv --as-of 1998-02-30", 2, "`1998-02-30` is not a date", "n’est pas une date"),
    ("classify orders.csv --as-of 30/06/1998", 2, "`30/06/1998` is not a date", "n’est pas une date"),
    ("classify facts.csv --facts --as-of x", 2, "`x` is not a date", "n’est pas une date"),
    ("classify orders.csv --as-of 1998-06-30 --taxonomy x", 2, "unknown taxonomy `x`", "taxonomie inconnue"),
    (
        "classify orders.csv --as-of 1998-06-30 --taxonomy x.yaml",
        2,
        "x.yaml: error[file.not-found]",
        "x.yaml: erreur[file.not-found]",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --taxonomy faulty.yaml",
        2,
        "faulty.yaml:6:5: error[schema.unknown-key]: categories[0]: unknown key `lable`",
        "faulty.yaml:6:5: erreur[schema.unknown-key]",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --taxonomy fine.yaml --taxonomy doubtful.yaml",
        2,
        "two of the taxonomies are called `clubs`",
        "deux des taxonomies s’appellent `clubs`",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --taxonomy segmentation-bases",
        2,
        "`segmentation-bases` has no criteria to classify customers by",
        "`segmentation-bases` n’a pas de critères",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --zone Mars/Phobos",
        2,
        "unknown time zone `Mars/Phobos`",
        "fuseau horaire inconnu",
    ),
    ("classify orders.csv --as-of 1998-06-30 --zone ../x", 2, "unknown time zone", "fuseau horaire inconnu"),
    (
        "classify orders.csv --as-of 1998-06-30 --encoding klingon",
        2,
        "unknown encoding `klingon`",
        "encodage inconnu",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --encoding utf-8",
        2,
        "the file is not written in `utf-8-sig`",
        "le fichier n’est pas encodé en",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --separator ab",
        2,
        "a separator must be one character",
        "le séparateur doit être un caractère unique",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --decimal x",
        2,
        "`x` is not one of . or ,",
        "`x` n’est pas admis",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --decimal .",
        2,
        "line 2, column `Montant TTC`: expected a number",
        "ligne 2, colonne `Montant TTC`\u00a0: il faut un nombre",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --date-format mdy",
        2,
        "line 2, column `Date`: expected a date",
        "ligne 2, colonne `Date`\u00a0: il faut une date",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --amount Montent",
        2,
        "there is no column `Montent`",
        "il n’y a pas de colonne `Montent`",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --status Statut",
        2,
        "--status has no effect without --cancelled",
        "--status ne sert à rien sans --cancelled",
    ),
    (
        "classify cdnow.csv --as-of 1998-06-30 --cancelled x",
        2,
        "no column looks like the status; name it with --status; the columns are customer_id, date",
        "aucune colonne reconnue pour\u00a0: statut",
    ),
    (
        "classify facts.csv --facts --date ville",
        2,
        "`--facts` and `--date` do not go together",
        "`--facts` et `--date` ne vont pas ensemble",
    ),
    (
        "classify facts.csv --facts --cancelled x",
        2,
        "`--facts` and `--cancelled`",
        "`--facts` et `--cancelled`",
    ),
    ("classify facts.csv --facts --zone UTC", 2, "`--facts` and `--zone`", "`--facts` et `--zone`"),
    (
        "classify facts.csv --facts --date-format dmy",
        2,
        "`--facts` and `--date-format`",
        "ne vont pas ensemble",
    ),
    (
        "classify orders.csv --facts",
        2,
        "no column is a fact such as orders",
        "aucune colonne ne porte le nom d’un fait",
    ),
    ("classify wrong-fact.csv --facts", 2, "line 2, column `abroad`: expected yes or no", "oui ou non"),
    (
        "classify orders.csv --as-of 1998-06-30 --out orders.csv",
        2,
        "`--out` would overwrite the file that is read",
        "`--out` écraserait le fichier lu",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --out no/such/folder.csv",
        2,
        "`no/such/folder.csv` can’t be written: there is no such folder",
        "impossible d’écrire `no/such/folder.csv`\u00a0: ce dossier n’existe pas",
    ),
    (
        "classify orders.csv --as-of 1998-06-30 --out folder",
        2,
        "`folder` can’t be written: it is a folder",
        "impossible d’écrire `folder`\u00a0: c’est un dossier",
    ),
    # of the file itself
    ("classify nothing.csv --as-of 1998-06-30", 2, "there is no file `nothing.csv`", "n’existe pas"),
    (
        "classify folder --as-of 1998-06-30",
        2,
        "`folder` is not a regular file",
        "n’est pas un fichier ordinaire",
    ),
    ("classify empty.csv --as-of 1998-06-30", 2, "`empty.csv` is empty", "`empty.csv` est vide"),
    ("classify workbook.xlsx --as-of 1998-06-30", 2, "is not a text file; save it as CSV", "au format CSV"),
    ("classify prices.csv --as-of 1998-06-30", 2, "no column looks like the amount", "montant"),
    (
        "classify headless.csv --as-of 1998-06-30",
        2,
        "the first line has values",
        "la première ligne contient",
    ),
    ("classify headless.csv --facts", 2, "the first line has values", "la première ligne contient"),
    ("classify twice.csv --as-of 1998-06-30", 2, "there are two columns named `date`", "figure deux fois"),
    (
        "classify ambiguous-dates.csv --as-of 1998-06-30",
        2,
        "line 2: the day may come first, or the month; say which with --date-format",
        "ligne 2\u00a0: le jour peut venir d’abord, ou le mois\u202f; indiquez l’ordre avec --date-format",
    ),
    (
        "classify two-dates.csv --as-of 1998-06-30",
        2,
        "line 2 has the day first and line 3 the month",
        "ligne 3",
    ),
    (
        "classify ambiguous-numbers.csv --as-of 1998-06-30",
        2,
        "line 2: the separator may be for thousands or for decimals; say which with --decimal",
        "ligne 2\u00a0: le point ou la virgule peut séparer",
    ),
    ("classify two-numbers.csv --as-of 1998-06-30", 2, "line 3 has a decimal point", "une virgule décimale"),
    ("classify two-currencies.csv --as-of 1998-06-30", 2, "an amount in $ and line 3", "convertissez-les"),
    ("classify ragged.csv --as-of 1998-06-30", 2, "line 2 has 4 cells", "la ligne 2 a 4 cellules"),
    (
        "classify quote.csv --as-of 1998-06-30",
        2,
        "line 2: a quote is opened here",
        "un guillemet s’ouvre ici",
    ),
    ("classify impossible.csv --as-of 1998-06-30", 2, "line 2, column `date`: expected a date", "une date"),
    ("classify zones.csv --as-of 1998-06-30", 2, "say which with --zone", "indiquez le fuseau avec --zone"),
]

if sys.platform == "linux":  # which has a full disk, and a folder that nobody can write to
    MISTAKES += [
        ("export /proc/pages", 2, "`/proc/pages` can’t be written", "impossible d’écrire `/proc/pages`"),
        (
            "classify orders.csv --as-of 1998-06-30 --out /dev/full",
            2,
            "`/dev/full` can’t be written: the disk is full",
            "impossible d’écrire `/dev/full`\u00a0: le disque est plein",
        ),
    ]

#: Words that are English and not French, and stand in no name of a command, option or column.
ENGLISH = re.compile(
    r"\b(?:the|an?d|of|is|are|in|to|for|with|without|not|or|by|as|at|be|can't|this|that|which|what|there|it|"
    r"file|files|folder|columns?|lines?|rows?|cells?|header|value|values|missing|unknown|unexpected|expected|found|"
    r"requires?|needs?|takes?|usage|commands?|error|warning|hint|invalid|got|extra|such|directory|"
    r"permission|denied|customers?|labels?|taxonomy|categor(?:y|ies)|orders?|show|see|help|did|you|mean|"
    r"day|month|year|number|text|true|false|yes|none|unreadable|empty|twice|already|exists)\b",
    re.IGNORECASE,
)
#: Names of commands, options, columns, facts and files.
NAMES = re.compile(
    r"`[^`]*`|--[a-z-]+|customer-types(?: [a-z]+)*|\[[a-z.,|-]+\]|les colonnes sont .*|un fait, comme .*"
    r"|[\w./-]+\.(?:yaml|csv):|/dev/null|folder:|taxonomy, facts, sources ou crosswalk"
)


@pytest.mark.parametrize(("command", "code", "english", "french"), MISTAKES, ids=[row[0] for row in MISTAKES])
@pytest.mark.usefixtures("files")
def test_a_mistake_ends_in_a_line_that_says_it(
    command: str, code: int, english: str, french: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The exit code tells findings from what can't be done; nothing of Python is shown, in no language."""
    for language, message in (("en", english), ("fr", french)):
        monkeypatch.setenv("CUSTOMER_TYPES_LANGUAGE", language)
        done = run(*shlex.split(command))
        assert message in done.out + done.err, language
        assert done.code == code
        assert "Traceback" not in done.err
        assert "customer_types" not in done.err
        assert "Dupon" not in done.err
        if not command.startswith("check"):
            assert done.out == ""
            assert 1 <= len(done.err.splitlines()) <= 7


@pytest.mark.parametrize(
    "command",
    [
        command
        for command, *_ in MISTAKES
        if not any(file in command for file in ("faulty.yaml", "doubtful.yaml", ".po"))
    ],
)
@pytest.mark.usefixtures("files")
def test_messages_in_french_have_no_english(command: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a word of English is in what is said in French, but for the lines of a user's file."""
    monkeypatch.setenv("CUSTOMER_TYPES_LANGUAGE", "fr")
    done = run(*shlex.split(command))
    assert ENGLISH.findall(NAMES.sub("", done.out + done.err)) == []


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.startswith("help")])
def test_help_in_french_has_no_english(name: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not a word of English is in the help in French, but for the names of commands and options."""
    monkeypatch.setenv("CUSTOMER_TYPES_LANGUAGE", "fr")
    done = run(*shlex.split(COMMANDS[name]))
    text = re.sub(r"(?m)^  [a-z]+(?=  )", "", done.out)  # the commands
    text = re.sub(
        r"\b(?:table|json|csv|check|cells|z3|draft|translated|reviewed|original|verdicts|category|label|lifecycle(?:/loyal)?|orders=nb_commandes)\b",
        "",
        text,
    )
    assert ENGLISH.findall(NAMES.sub("", text)) == []


def test_the_list_of_mistakes_is_long() -> None:
    """Enough is tried that can go wrong."""
    assert len(MISTAKES) > 80


@pytest.mark.usefixtures("files")
def test_an_interrupted_run_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with the code that shells know, and without a trace."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("customer_types.cli.customers.classify_file", interrupt)
    done = run("classify", "orders.csv", "--as-of", "1998-06-30")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_arguments_may_be_any_sequence(capsys: pytest.CaptureFixture[str]) -> None:
    """The commands can be called from Python."""
    assert run_commands(["translate", "loyal customer", "--to", "fr"]) == 0
    assert capsys.readouterr().out == "client fidèle\n"
