"""What each code of a fault means, why it is one and how to cure it, in English."""

from collections.abc import Mapping

GUIDE: Mapping[str, str] = {
    # ---- files and YAML
    "faults.more": """\
Of each file, the first hundred faults are shown, errors before warnings, and
in any case the first one of each kind. The others are counted here, by code:
correct what is shown, and check again. Many faults of one kind usually have
one cause.""",
    "file.not-found": """\
There is no file of this name in this place. Check the spelling, and that the
path starts from the folder in which the command runs.""",
    "file.no-yaml": """\
The folder has no files whose names end in .yaml or .yml. Files in folders
inside it are not read; name those folders too.""",
    "file.not-a-file": """\
The name belongs to a folder, a pipe or a device. Only ordinary files are
read, because a pipe or a device can keep a program waiting forever. Give the
name of the YAML file itself.""",
    "file.permission": """\
The file is there, but your account is not allowed to read it. Ask its owner
for permission, or for a copy.""",
    "file.unreadable": """\
The operating system could not open or read the file, for the reason that the
message gives: for example, a network drive is gone, the name is too long, or
a link leads back to itself. Copy the file to a folder of your own and try
again.""",
    "file.too-large": """\
A file may have at most 1,048,576 bytes (1 MiB), more than ten times the
largest taxonomy that comes with the library. A larger file is nearly always
something else, such as a table of customers, which `classify` reads. Split a
taxonomy that really is that long into several.""",
    "file.encoding": """\
The file is not saved as UTF-8 but, for example, as Windows-1252 or UTF-16,
which use other bytes for an é. Nothing is guessed here, because a wrong guess
turns “fidèle” into “fidÃ¨le”. Open the file in an editor, choose “Save as”,
and select UTF-8 as the encoding.""",
    "file.empty": """\
The file has no content, or nothing but comments. The smallest taxonomy has an
id, a version, a label and one category.

Wrong:  # to be done
Right:  id: clubs
        version: 1.0.0
        label: {en: Clubs, fr: Clubs}
        categories:
          - id: gold
            label: {en: Gold member, fr: Membre or}
            when: {orders: {min: 10}}""",
    "yaml.syntax": """\
The text breaks the rules of YAML here, so nothing after this place can be
read. The usual causes, which may be on the line above:

- A text with a colon and a space in it, or one that begins with a
  character such as @, %, *, & or [, lacks its quotes.
- A text in quotes has a quote of the same kind in it: 'it's' ends after “it”.
- A quote or a bracket is not closed, or a comma is missing in {…} or […].
- A space and # begin a comment, which hides the rest of the line, including
  the closing bracket.
- A backslash in double quotes begins an escape, and \\q is not one.
- A line is indented by a space too many or too few, by tabs, or by no-break
  spaces (U+00A0), which a keyboard or a web page may have put there.
- Curly quotes, as word processors write them, don’t quote.

Wrong:  label: {en: Gold: the best, fr: 'L'or'}
Right:  label: {en: "Gold: the best", fr: "L'or"}""",
    "yaml.anchor": """\
An anchor (&name), an alias (*name) or a merge key (<<) repeats a part of the
file in another place. A few lines of them can expand into billions of entries
and freeze a computer (“billion laughs”), so they are refused. Write the part
out, make a number that is used twice a threshold, and put quotes around a text
that begins with & or *.

Wrong:  orders: &often {min: 10}
        orders_365d: *often
Right:  orders: {min: 10}
        orders_365d: {min: 10}""",
    "yaml.tag": """\
An exclamation mark before a value is a tag: it makes programs read the value
as another type, and can even make some of them run code. The file format says
what each value is, so leave the tag out, or put quotes around a text that
begins with an exclamation mark.

Wrong:  orders: {min: !!int 10}
Right:  orders: {min: 10}""",
    "yaml.too-deep": """\
Lists and keys are nested more than 32 levels deep. No taxonomy needs that;
such files are made to crash programs, or come from a program with a bug. Make
parts of a long condition categories of their own, and refer to them by
`category`.

Wrong:  when: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {not: {not: {not: {not: {not: {not: {not: {not: {not: {not: {not:
        {category: silver}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}
Right:  when: {category: silver}""",
    "yaml.too-big": """\
The file has more than 50,000 elements: keys, values, and the beginnings and
ends of lists. Even a small file can be made to fill a computer’s memory, so
there is a limit. Split the taxonomy into several, or replace a long list with
a fact that says the same in a few values (here “…” stands for 50,000 more).

Wrong:  values: ["01000", "01001", …]
Right:  values: [north, east, south, west]""",
    "yaml.duplicate-key": """\
The same key appears twice in one place. Most programs keep the last one and
silently drop the first, so a condition is lost and nobody notices. Remove
one, or write both conditions under one key.

Wrong:  orders: {min: 10}
        orders: {max: 50}
Right:  orders: {min: 10, max: 50}""",
    "yaml.key-type": """\
Before the colon there is a list or something in curly brackets, where only
text is allowed. Usually it is a template whose {{ placeholders }} were never
filled in: fill them in, and load the result.

Wrong:  id: {{ club }}
Right:  id: gold""",
    "yaml.multiple-documents": """\
Three hyphens (---) begin a second document in the same file. Many programs
read the first and silently drop the rest, so one file holds one taxonomy. Put
the second into a file of its own.

Wrong:  id: gold-club
        ---
        id: silver-club
Right:  id: gold-club""",
    "yaml.ambiguous-plain": """\
This is a warning: the file works here, but without quotes other programs read
this text as something else. No becomes “false” (so Norway, NO, vanishes from
lists of countries), 1.10 becomes 1.1, and 2026-01-31 a date. Put it in quotes
and all programs agree.

Wrong:  label: {en: No, fr: Non}
Right:  label: {en: "No", fr: Non}""",
    "text.control": """\
There is a character that nobody can see, so two texts can look the same and
yet differ. Usually it comes from copying out of a terminal or a PDF, or from
a backslash in double quotes, where \\b means “backspace”. Delete it and type
the passage again; in single quotes a backslash is only a backslash.

Wrong:  en: "Sales\\best"
Right:  en: 'Sales\\best'""",
    "text.bidi": """\
There is an invisible character that reverses the direction of writing, so
people see a different text from the one programs read. This is how “Trojan
source” hides a changed rule from its reviewers. Delete the character; Arabic
and Hebrew are written without it.

Wrong:  en: "Gold \\u202E member"
Right:  en: Gold member""",
    "text.too-long": """\
A label or a value of a fact may have at most 200 characters, any other text at
most 4,000. A label has to fit into a column heading or a chart; a longer text
is usually a definition in the wrong place.

Wrong:  label:
          fr: Or
          en:
            Gold members, that is to say everybody who has placed at least
            ten orders up to the reference date, without refunds and without
            orders that were cancelled, and who has not been lost since then
            to another shop
Right:  label: {en: Gold member, fr: Membre or}""",
    "text.empty": """\
A text is announced here but says nothing, so readers would see an empty line.
Write the text, or remove the key.

Wrong:  definition: {en: "", fr: ""}
Right:  definition: {en: Ten orders or more., fr: Dix commandes ou plus.}""",
    "text.missing-language": """\
A text lacks one of the languages of the file: English and French, unless
`languages` names others. No other language is shown in place of the one that
was asked for, so its readers would get nothing. Add the translation, or
declare the languages that the file really has, such as `languages: [en]`.

Wrong:  definition: {en: Ten orders or more.}
Right:  definition: {en: Ten orders or more., fr: Dix commandes ou plus.}""",
    "text.cut-by-comment": """\
This is a warning: in YAML a space and # begin a comment, so the text ends
there, and the rest is dropped. Put the text in quotes; if a comment is meant,
put a space after the #, and the warning goes away.

Wrong:  en: Offer #1
        fr: Offre 1
Right:  en: "Offer #1"
        fr: Offre 1""",
    # ---- schema
    "schema.type": """\
The value is not of the kind that belongs here: for example, one text instead
of a text for each language, or a text in quotes instead of a number. Nothing
is converted, since that would be a guess. The message says what is expected
and what was found.

Wrong:  label: Gold
        when: {orders: {min: "10"}}
Right:  label: {en: Gold, fr: Or}
        when: {orders: {min: 10}}""",
    "schema.unknown-key": """\
There is no such key in this place. It is misspelled, indented too far or not
far enough, or lacks the space after its colon. If it were ignored, what you
wrote would have no effect and nobody would notice.

Wrong:  lable: {en: Gold, fr: Or}
Right:  label: {en: Gold, fr: Or}""",
    "schema.missing-key": """\
A key that is always needed is not there, such as a category’s id or label.
Add it; if it is in the file, check that it is indented like its neighbors.

Wrong:  - id: gold
          when: {orders: {min: 10}}
Right:  - id: gold
          label: {en: Gold, fr: Or}
          when: {orders: {min: 10}}""",
    "schema.no-taxonomy": """\
The file has facts, sources or mappings that several taxonomies share, and no
taxonomy of its own, so there is nothing to classify or to prove. Name the
file of a taxonomy instead; `customer-types check FILE` checks this one.""",
    "schema.one-of-keys": """\
Each entry of `rules` declares one thing: `disjoint`, `exhaustive`, `implies`
or `overlaps`. With several, or none, it is not clear which rule is meant.
Write a separate entry for each.

Wrong:  - {disjoint: all, exhaustive: true}
Right:  - {disjoint: all}
        - {exhaustive: true}""",
    "schema.conflict": """\
Two keys contradict each other: `when` says who belongs to the category,
`without_criteria` says why nobody can tell. Keep the one that is true.

Wrong:  when: {orders: {min: 10}}
        without_criteria: {en: By invitation., fr: Sur invitation.}
Right:  when: {orders: {min: 10}}""",
    "schema.value": """\
Only a few words are possible here, and this is not one of them. The message
lists them; they are English, whatever the language of the file.

Wrong:  decide: last
Right:  decide: first""",
    "schema.date": """\
This is not a date, or not in the form year-month-day. 03/04/2026 is the third
of April in Paris and the fourth of March in New York, so only one form is
read.

Wrong:  valid_from: 31/01/2026
Right:  valid_from: 2026-01-31""",
    "number.form": """\
Programs disagree about this number: 010 is ten to some and eight to others
(octal), 1:30 is ninety to some (base 60), and 1e3 is text to some. Write it
with plain digits, without leading zeros, and with a point for decimals.

Wrong:  orders: {min: 010}
        spend: {min: 1e3}
Right:  orders: {min: 10}
        spend: {min: 1000}""",
    "number.too-large": """\
Computers keep about fifteen digits of a number; anything beyond that is
silently rounded, and two different numbers become equal. Round it yourself. A
customer number or a bar code is not a quantity: as a value, it goes in
quotes.

Wrong:  spend: {min: 0.3333333333333333}
Right:  spend: {min: 0.33}""",
    "number.not-finite": """\
Infinity (.inf) and “not a number” (.nan) are not limits: every customer meets
such a test, or none does. Where there is no limit, leave it out.

Wrong:  orders: {min: 10, max: .inf}
Right:  orders: {min: 10}""",
    "number.not-integer": """\
This fact counts whole things, so it never equals a number with decimals, and
the criterion would never hold. Write a whole number, or a limit with `min`,
`max`, `above` or `below`.

Wrong:  orders: 2.5
Right:  orders: {above: 2.5}""",
    "version.form": """\
A version is one word of at most 64 letters, digits and the signs . + - _ and
begins with a letter or a digit, so that results can say which version of the
taxonomy they come from. Three numbers are usual, such as 1.0.0.

Wrong:  version: 1.0 (draft)
Right:  version: 1.0.0-draft""",
    "id.form": """\
An id is a name for programs: it becomes a column in tables and is quoted in
other files. So it has lowercase letters from a to z, digits and single
hyphens or underscores (only underscores for facts and thresholds), begins
with a letter and has at most 64 characters. Capitals, accents and spaces go
in the label.

Wrong:  id: Gold Member
Right:  id: gold-member""",
    "id.reserved": """\
The word has a meaning of its own in criteria (`all`, `any`, `not`) or in YAML
(`yes`, `no`, `on`, `off`, `null`), so some programs would not read it as a
name: the id `no`, for Norway, would become “false”. Choose another id.

Wrong:  id: no
Right:  id: norway""",
    "language.form": """\
A language is given by its code, not by its name: `en`, `fr`, or `fr-CA` for
the French of Canada (the standard is BCP 47).

Wrong:  languages: [English, French]
Right:  languages: [en, fr]""",
    "language.unknown": """\
A language tag is made of codes that BCP 47’s registry lists: that of a
language (`ja`), and perhaps those of a script (`Latn`) and a region (`CA`).
Often the code of a country is written where that of its language belongs:
Japanese is `ja`, Czech `cs`, Spanish `es`, Danish `da`. A tag that can never
be right is an error; one that a later registry may contain is a warning.

Wrong:  label: {en: Gold, jp: ゴールド}
Right:  label: {en: Gold, ja: ゴールド}""",
    "language.alias": """\
A language has one tag, and this is another spelling of it: a three-letter
code where there is a two-letter one (`fra`), a code that has been replaced
(`iw`), or a region code that does not exist (`UK`). The file is read as if it
had the right one; other programs may take it for another language.

Wrong:  label: {eng: Gold, fra: Or}
Right:  label: {en: Gold, fr: Or}""",
    "language.no-plural-rule": """\
CLDR’s rules say, language by language, which form of a noun goes with which
number. For this language there is no rule, so `other` would be shown for every
number, including 1. Write one form, as a plain text.

Wrong:  la: {one: Cliens, other: Clientes}
Right:  la: Cliens""",
    "language.duplicate": """\
The same language appears twice in one text: `fr-CA`, `fr_CA` and `FR-ca` are
one and the same. Only one text could be shown, so keep one. For a second
name, use `also`.

Wrong:  label: {en: Gold, fr: Or, fr-CA: Or, fr_CA: Doré}
Right:  label: {en: Gold, fr: Or, fr-CA: Doré}""",
    "label.empty": """\
A label is announced here but has no name in it, so the category would have an
empty heading in tables and charts. Write the name.

Wrong:  label: {en: Gold, fr: ""}
Right:  label: {en: Gold, fr: Or}""",
    "label.form": """\
The forms of a noun have the names that CLDR gives them, and each language has
some of them: English `one` and `other`, French `one`, `other` and, for whole
millions, `many`; Polish `one`, `few`, `many` and, for fractions, `other`. A
form that no number takes would never be shown. The plural of English and
French is `other`.

Wrong:  en: {one: Member, many: Members}
Right:  en: {one: Member, other: Members}""",
    "label.missing-language": """\
A label lacks one of the languages of the file: English and French, unless
`languages` names others. No other language is shown in place of the one that
was asked for, so its readers would see no name. Add it, or declare the
languages that the file really has, such as `languages: [en]`.

Wrong:  label: {en: Gold}
Right:  label: {en: Gold, fr: Or}""",
    "extends.form": """\
`extends` and `overlay` take the id of a taxonomy, such as `lifecycle`, never
the name of a file or an address, so that no file can make the program open
another. Give both files to `catalog().extended`, and write the id.

Wrong:  extends: ../lifecycle.yaml
Right:  extends: lifecycle""",
    "extends.unknown": """\
The file builds on a taxonomy that is neither in the catalog nor in the files
that are added with it. Correct the id, or add the file that has it. A file
that is loaded by itself builds on what the catalog has.

Wrong:  extends: lifecycl
Right:  extends: lifecycle""",
    "extends.cycle": """\
Each of these taxonomies starts from the next one, and the last one from the
first: there is nothing to begin with. Remove `extends` from one of them.""",
    "extends.too-deep": """\
Too many taxonomies start from one another in a chain that nobody could
follow. Have the last ones start from one of the first.""",
    "extends.unknown-id": """\
A file that builds on a taxonomy can remove and replace what is there, and
place a category before or after another one. This id is not among the
existing ones; correct it.

Wrong:  remove: [loyall]
Right:  remove: [loyal]""",
    "extends.new": """\
A file that builds on a taxonomy changes what has a known id, and adds what
has a new one. This id is new, and the entry says too little for something
new: a category, a threshold or a fact needs a label, an action its text, a
source its title. Correct the id to change what is there, or say more.

Wrong:  thresholds: [{id: loyal_order, value: 5}]
Right:  thresholds: [{id: loyal_orders, value: 5}]""",
    "overlay.conflict": """\
Two overlays change the same taxonomy and say different things about one key,
or one changes what the other removes; the order of files can’t decide which
is right. Say it in only one of them.""",
    "catalog.taken": """\
A catalog has one taxonomy for each id, and this id belongs to another file.
To change that taxonomy, write `overlay:` with its id in place of `id:`. To
start from it, write `extends:` with its id, and an id of your own.

Wrong:  id: lifecycle
Right:  overlay: lifecycle""",
    "plugin.no-folder": """\
An installed package says, by an entry point of the group
`customer_types.taxonomies`, that it has a folder of taxonomies, but there is
no folder of that name in it. Separate the package and the folder with dots,
and make sure that the build includes the YAML files.

Wrong:  acme = 'acme_customers/taxonomies'
Right:  acme = 'acme_customers.taxonomies'""",
    "plugin.overlay": """\
People who install a package for its taxonomies would not expect the numbers
of another taxonomy to change. So a plug-in may have taxonomies, facts,
sources and mappings, but no overlays. Ship the overlay as a file that people
give to `catalog().extended`, or start a taxonomy of your own with `extends:`.

Wrong:  overlay: lifecycle
Right:  id: acme-lifecycle
        extends: lifecycle""",
    "deprecated.unknown": """\
A taxonomy’s `replaced_by` is the id of another one in the catalog, and there
is no taxonomy with this id.

Wrong:  deprecated: {since: 2.0.0, replaced_by: lifecicle}
Right:  deprecated: {since: 2.0.0, replaced_by: lifecycle}""",
    "deprecated.circle": """\
Each of these categories is deprecated and says that another one of them is to
be used instead, so nobody knows what to use. Let the last one name a current
category.""",
    "deprecated.no-replacement": """\
People who have stored this id want to know what to do with it. Say with
`replaced_by` which category to use; if there is none, leave it as it is.

Wrong:  deprecated: {since: 2.0.0}
Right:  deprecated: {since: 2.0.0, replaced_by: loyal}""",
    "deprecated.used": """\
A criterion, a rule, an action or a link names a category that is deprecated.
It still works. Name the category that replaces it.""",
    # ---- meaning
    "taxonomy.no-categories": """\
The list of categories is empty, so there is nothing for a customer to be in.
Add at least one category.

Wrong:  categories: []
Right:  categories:
          - id: gold
            label: {en: Gold, fr: Or}
            when: {orders: {min: 10}}""",
    "taxonomy.duplicate-id": """\
Two entries of one list have the same id, or ids that differ only in - and _
(in a database, both are the same column). Nobody could tell which one is
meant. Give one of them another id, or delete it.

Wrong:  actions:
          - {id: call, text: {en: Call., fr: Appeler.}}
          - {id: call, text: {en: Write., fr: Écrire.}}
Right:  actions:
          - {id: call, text: {en: Call., fr: Appeler.}}
          - {id: write, text: {en: Write., fr: Écrire.}}""",
    "source.taken": """\
There is already a source with this id, so statements that cite yours would
seem to come from another document. Choose another id, or cite the existing
source.""",
    "source.unknown": """\
`source` cites a document that is not described anywhere, so nobody could look
it up. Correct the id, or describe the document under `sources` in this file.

Wrong:  source: annual-report
Right:  source: annual-report
        sources:
          - id: annual-report
            title: {en: Annual report, fr: Rapport annuel}""",
    "criteria.unknown-field": """\
The criterion tests a fact that neither the library nor this file declares.
Usually the name is misspelled; a fact of your own has to be declared under
`facts`.

Wrong:  when: {nb_orders: {min: 10}}
Right:  when: {orders: {min: 10}}""",
    "criteria.unknown-value": """\
The fact has a list of possible values and this is not one of them, so the
criterion would never hold. Use one of those that the message names.

Wrong:  when: {purchase_purpose: personal}
Right:  when: {purchase_purpose: own_use}""",
    "criteria.unknown-category": """\
There is no category of this name. Inside its own taxonomy a category is named
by its id; one of another taxonomy by both ids, with a slash between them.

Wrong:  when: {category: lifecycle/faithful}
Right:  when: {category: lifecycle/loyal}""",
    "criteria.own-category": """\
A category of the same file is named by its id alone, without the taxonomy, so
that the file stays right when the taxonomy is renamed.

Wrong:  - disjoint: [clubs/gold, clubs/silver]
Right:  - disjoint: [gold, silver]""",
    "criteria.wrong-test": """\
The test does not suit the fact: a number has limits (`min`, `max`, `above`,
`below`), another fact is true or false, or has one value from a list, and a
set is tested with `includes`. The message says what the fact is.

Wrong:  recommends: {min: 1}
        interests: sport
Right:  recommends: true
        interests: {includes: sport}""",
    "criteria.empty": """\
The criterion names no condition, and could mean everybody as well as nobody.
Write the condition, or `{all: []}` if every customer is meant.

Wrong:  when: {}
Right:  when: {all: []}""",
    "criteria.empty-range": """\
The lower limit is above the upper one, so no number lies between them and the
category would stay empty forever. Usually the two are swapped; note also that
`above` and `below` leave out the number itself.

Wrong:  when: {orders: {min: 10, max: 5}}
Right:  when: {orders: {min: 5, max: 10}}""",
    "criteria.missing": """\
The category does not say who belongs to it. Add `when`; if no facts can
decide it, say why under `without_criteria`, and the answer for every customer
will be “unknown”.

Wrong:  - id: gold
          label: {en: Gold, fr: Or}
Right:  - id: gold
          label: {en: Gold, fr: Or}
          when: {orders: {min: 10}}""",
    "criteria.missing-in-order": """\
Under `decide: first`, the first category that matches is the answer. If one
of them can never be decided, none after it can ever match. Give it `when`,
remove it, or let every category decide for itself: `decide: all`.

Wrong:  decide: first
        categories:
          - id: gold
            label: {en: Gold, fr: Or}
            without_criteria: {en: By invitation., fr: Sur invitation.}
Right:  decide: all
        categories:
          - id: gold
            label: {en: Gold, fr: Or}
            without_criteria: {en: By invitation., fr: Sur invitation.}""",
    "criteria.cycle": """\
A category is defined by another one that is itself defined, directly or
indirectly, by the first, so neither can be decided. The message shows the
circle; define one of the categories by facts alone.

Wrong:  - id: gold
          label: {en: Gold, fr: Or}
          when: {category: silver}
        - id: silver
          label: {en: Silver, fr: Argent}
          when: {category: gold}
Right:  - id: gold
          label: {en: Gold, fr: Or}
          when: {category: silver}
        - id: silver
          label: {en: Silver, fr: Argent}
          when: {orders: {min: 5}}""",
    "criteria.too-deep": """\
A category may build on another with `category:`, and that one on a third. No
reader can follow chains of more than 32 categories, nor can a program in
bounded time, so they are refused. State the conditions in the category
itself.

Wrong:  when: {category: level_32}
Right:  when: {orders: {min: 32}}""",
    "criteria.sensitive-fact": """\
The criterion uses a fact that is marked as sensitive, such as age or gender.
Classifying people by it is lawful only for certain reasons, and prices and
terms of sale often must not depend on it. Make sure that you have such a
reason, or use another fact. This is a warning; the file can be used.

Wrong:  when: {age: {min: 65}}
Right:  when: {orders_365d: {min: 3}}""",
    "rules.two-categories": """\
`disjoint` and `overlaps` compare categories with one another, so they need at
least two different ones. Usually a name was copied and not changed.

Wrong:  - disjoint: [gold, gold]
Right:  - disjoint: [gold, silver]""",
    "precedence.twice": """\
`precedence` lists the categories of a taxonomy, with the one that says the
most first. A category has one place in it. Remove the place that is not
meant.

Wrong:  precedence: [lost, loyal, lost]
Right:  precedence: [lost, loyal]""",
    "precedence.left-out": """\
Where one answer is wanted, it is the first of `precedence` whose verdict is
yes. A category without a place could never be the answer, even though
customers are in it. So every category that has criteria and is not deprecated
needs a place.

Wrong:  precedence: [lost, loyal]
        categories: [{id: loyal, …}, {id: lost, …}, {id: new, …}]
Right:  precedence: [lost, loyal, new]""",
    "precedence.inherited": """\
This category is new, and the taxonomy that the file builds on has a
`precedence` in which it has no place. Only you know where it belongs among
the others: write `precedence` anew, with all categories. `precedence: []`
removes the order, and with it the single answer.

Wrong:  extends: lifecycle
        categories: [{id: quiet, …}]
Right:  extends: lifecycle
        precedence: [lost, quiet, loyal, active, new, potential]
        categories: [{id: quiet, …}]""",
    "precedence.no-criteria": """\
The verdict on a category without criteria is always unknown, so it is never
the answer, and anything after it in `precedence` would never be decided.
Leave it out.

Wrong:  precedence: [customer, persona]
Right:  precedence: [customer]""",
    "precedence.in-order": """\
Under `decide: first`, a customer is in the first category that holds, in the
order of the file, so there is already one answer. Leave `precedence` out, or
let each category decide for itself with `decide: all`.

Wrong:  decide: first
        precedence: [gold, silver]
Right:  decide: first""",
    "facts.taken": """\
The library already has a fact with this name, with a meaning of its own. With
two of them, nobody could tell which one a criterion tests. Use the existing
one, or give yours another id.

Wrong:  - id: orders
          type: integer
          label: {en: Orders in the shop, fr: Commandes en magasin}
Right:  - id: shop_orders
          type: integer
          label: {en: Orders in the shop, fr: Commandes en magasin}""",
    "facts.no-values": """\
A fact of type `choice` or `choices` takes its values from a list, and the
list is missing. Add `values`, the words that criteria may name.

Wrong:  - id: region
          type: choice
          label: {en: Region, fr: Région}
Right:  - id: region
          type: choice
          values: [north, east, south, west]
          label: {en: Region, fr: Région}""",
    "facts.wrong-domain": """\
The key that says which values are possible does not suit the type: `min` and
`max` belong to numbers, `values` to `choice` and `choices`, and a
true-or-false fact needs none. Remove it, or correct the type.

Wrong:  - id: has_card
          type: boolean
          max: 1
          label: {en: Has a card, fr: Possède une carte}
Right:  - id: has_card
          type: boolean
          label: {en: Has a card, fr: Possède une carte}""",
    "facts.empty-domain": """\
The smallest possible value of the fact is above the largest, so the fact
could have no value at all. Usually the two are swapped.

Wrong:  - id: satisfaction
          type: integer
          min: 10
          max: 0
          label: {en: Satisfaction, fr: Satisfaction}
Right:  - id: satisfaction
          type: integer
          min: 0
          max: 10
          label: {en: Satisfaction, fr: Satisfaction}""",
    "facts.no-own-values": """\
`values_of` takes the values of another fact, so that a long list need not be
written twice. That fact must be a choice with a list of its own.

Wrong:  - id: home_region
          type: choice
          values_of: orders
          label: {en: Home region, fr: Région du siège}
Right:  - id: home_region
          type: choice
          values_of: region
          label: {en: Home region, fr: Région du siège}""",
    "facts.two-parts": """\
A fact follows from two others: `differs` compares them, `ratio` divides the
first by the second. So two different facts are needed, and no third.

Wrong:  follows: {ratio: [spend]}
Right:  follows: {ratio: [spend, orders]}""",
    "facts.follows-type": """\
What follows has a type: whether two facts differ is true or false, and a
ratio is a number, with decimals. Correct the type of the fact, or the way in
which it follows.

Wrong:  - id: spend_per_visit
          type: integer
          follows: {ratio: [spend, visits]}
          label: {en: Spend per visit, fr: Dépenses par visite}
Right:  - id: spend_per_visit
          type: number
          follows: {ratio: [spend, visits]}
          label: {en: Spend per visit, fr: Dépenses par visite}""",
    "facts.follows-itself": """\
A fact that follows from itself would never be known. Name the two facts that
it is worked out from.

Wrong:  - id: abroad_twice
          type: boolean
          follows: {differs: [abroad_twice, country]}
          label: {en: Abroad, fr: À l’étranger}
Right:  - id: abroad_twice
          type: boolean
          follows: {differs: [country, home_country]}
          label: {en: Abroad, fr: À l’étranger}""",
    "facts.follows-twice": """\
What follows is worked out once, from facts that are given. So a fact can’t
follow from one that itself follows from others. Name those instead.

Wrong:  follows: {ratio: [average_order_value, age]}
Right:  follows: {ratio: [spend, age]}""",
    "facts.follows-part": """\
`differs` compares two facts of type `choice`, and `ratio` divides numbers. The
fact that is named here is of another type.

Wrong:  follows: {ratio: [spend, country]}
Right:  follows: {ratio: [spend, orders]}""",
    "facts.follows-values": """\
Two facts with different lists of values can’t be compared: a word that only
one of them knows would always make a difference. Give one of them the values
of the other with `values_of`.

Wrong:  - {id: region, type: choice, values: [north, south], label: …}
        - {id: home_region, type: choice, values: [north], label: …}
Right:  - {id: region, type: choice, values: [north, south], label: …}
        - {id: home_region, type: choice, values_of: region, label: …}""",
    "rules.overlap": """\
A rule keeps categories apart, and a customer can be in two of them at once.
The report shows such a customer, and where the criteria are. Either the
criteria overlap by mistake, or the rule promises too much.

Wrong:  - id: small
          when: {orders: {max: 3}}
        - id: large
          when: {orders: {min: 3}}
Right:  - id: small
          when: {orders: {below: 3}}
        - id: large
          when: {orders: {min: 3}}""",
    "rules.gap": """\
According to the rule, everybody is in a category; but a customer about whom
everything is known can be in none. The report shows one. Widen a criterion,
add a category, or drop the rule.

Wrong:  - id: none
          when: {orders: 0}
        - id: several
          when: {orders: {min: 2}}
Right:  - id: none
          when: {orders: 0}
        - id: some
          when: {orders: {min: 1}}""",
    "rules.not-implied": """\
According to the rule, everybody in the first category is in the second too;
but a customer can be in the first alone. Someone about whom little is known
counts as well: the second category must be certain whenever the first one is.

Wrong:  # implies a category that asks for orders
        when: {days_since_last_order: {max: 30}}
Right:  when: {orders: {min: 1}, days_since_last_order: {max: 30}}""",
    "rules.no-overlap": """\
According to the rule, somebody can be in all of these categories at once; but
their criteria exclude each other, so there is no such customer. Change a
criterion, or drop the rule.

Wrong:  - overlaps: [new, loyal]      # new: orders 1, loyal: orders at least 3
Right:  - disjoint: [new, loyal]""",
    "rules.undecided": """\
The search for a proof took too long and was given up, so the rule is neither
proved nor refuted. This happens with criteria that combine very many facts.
The solver z3 decides most of what is left: install the extra `z3`, then run
`customer-types verify FILE --solver z3`.""",
    "broader.too-narrow": """\
`broader` says that a category is a kind of another one, so everybody in the
first is in the second too; but a customer can be in the first alone. Someone
about whom little is known counts as well: the broader category must be
certain whenever the other one is. Change a criterion, name another category,
or leave the link out; `related` is for categories that have something in
common.

Wrong:  - {id: member, when: {orders: {min: 1}}}
        - {id: gold, broader: member, when: {spend: {min: 1000}}}
Right:  - {id: gold, broader: member,
           when: {orders: {min: 1}, spend: {min: 1000}}}""",
    "broader.undecided": """\
The search for a customer who is in the category and not in the broader one
took too long and was given up, so the link is neither proved nor refuted. The
solver z3 decides most of what is left: install the extra `z3`, then run
`customer-types verify FILE --solver z3`.""",
    "examples.differs": """\
An example is a customer described in words, with the answer that a reader of
the definitions would give. The criterion gives another one, so one of the two
is wrong: usually a bound that is off by one, a fact that was forgotten, or a
criterion that means something other than its definition. The message names the
tests that decide, and what they ask for.

Wrong:  - id: frequent                     # “six orders a year or more”
          when: {orders_365d: {above: 6}}
        examples:
          - id: six-a-year
            facts: {orders_365d: 6}
            in: [frequent]
Right:  - id: frequent
          when: {orders_365d: {min: 6}}""",
    "examples.moved": """\
The file changes a threshold or a criterion, and with it the answer about a
customer whom an example describes: this is what the change means for people.
If that is intended, since a business may have numbers of its own, give the
example its new answer in the same file, or remove the example. This is only a
warning: the file is used.

Wrong:  overlay: lifecycle
        thresholds: [{id: loyal_orders, value: 2}]
Right:  overlay: lifecycle
        thresholds: [{id: loyal_orders, value: 2}]
        examples:
          - {id: two-orders-in-half-a-year, in: [loyal]}""",
    "examples.impossible": """\
No customer can be like the one of the example: a number lies outside what its
fact allows, or facts contradict what holds for everybody, such as more orders
in the last year than in total. The message names the facts.

Wrong:  facts: {orders: 3, orders_365d: 7}
Right:  facts: {orders: 7, orders_365d: 3}""",
    "examples.no-answer": """\
An example says of some categories whether its customer is in them: `in` is
for yes, `out` for no, and `unknown` for those that the facts can’t decide.
With none of the three, it proves nothing.

Wrong:  - id: six-a-year
          facts: {orders_365d: 6}
Right:  - id: six-a-year
          facts: {orders_365d: 6}
          in: [frequent]""",
    "examples.twice": """\
An example has one answer for a category: yes, no or unknown. Here the
category is in two of the lists, or twice in one. Keep it where it belongs.

Wrong:  in: [frequent, passing]
        out: [passing]
Right:  in: [frequent]
        out: [passing]""",
    "examples.elsewhere": """\
An example is about the categories of its own taxonomy, which are named by
their ids alone. Examples for another taxonomy’s categories belong in that
taxonomy’s file.

Wrong:  in: [frequent, lifecycle/loyal]
Right:  in: [frequent]""",
    "criteria.unreachable": """\
Nobody can be in the category: its criterion asks for things that exclude each
other, or for something that is not true of any possible customer.

Wrong:  when: {orders: 0, days_since_last_order: {max: 30}}
Right:  when: {orders: {min: 1}, days_since_last_order: {max: 30}}""",
    "criteria.undecided": """\
The search for a customer of the category took too long and was given up, so
nobody knows whether there can be one. This happens with criteria that combine
very many facts. The solver z3 decides most of what is left: install the extra
`z3`, then run `customer-types verify FILE --solver z3`.""",
    "criteria.shadowed": """\
With `decide: first`, a customer is in the first category that matches. The
categories before this one match all of its customers, so nobody ever reaches
it. Move it up, or narrow the others.

Wrong:  decide: first
        categories:
          - id: buyer
            when: {orders: {min: 1}}
          - id: regular
            when: {orders: {min: 3}}
Right:  decide: first
        categories:
          - id: regular
            when: {orders: {min: 3}}
          - id: buyer
            when: {orders: {min: 1}}""",
    "facts.never-met": """\
An invariant says what holds for every possible customer. No possible customer
meets the condition of this one, because it contradicts itself or another
invariant; or the facts that it puts in order can never be in order.

Wrong:  - if: {visits: 0, last_visit_days: {min: 0}}
          then: {bookings: 0}
        - if: {visits: 0}
          then: {last_visit_days: {known: false}}
Right:  - if: {visits: 0}
          then: {bookings: 0, last_visit_days: {known: false}}""",
    "facts.never-known": """\
Whatever value the fact has, some invariant is broken. So it can’t be known
for any possible customer, and no criterion that tests it is ever met.

Wrong:  - if: {visits: {known: true}}
          then: {bookings: {min: 1}}
        - if: {visits: {known: true}}
          then: {bookings: 0}""",
    "facts.undecided": """\
The search for a customer who has this fact, or meets this invariant’s
condition, took too long and was given up, so nobody knows whether there can
be one. Install the extra `z3`, then run `customer-types verify FILE --solver
z3`, or say the same in simpler criteria.""",
    "facts.no-customer": """\
The invariants contradict one another: every customer breaks one of them, even
one about whom nothing is known. So nothing can be proved. Most likely a
condition holds for everybody, such as `{all: []}`.""",
    "crosswalk.one-taxonomy": """\
A mapping leads from a category of one taxonomy to one of another. Within a
taxonomy, use `broader` or `related` in the category itself.

Wrong:  - {subject: lifecycle/loyal, relation: broadMatch,
           object: lifecycle/active}
Right:  - {subject: lifecycle/loyal, relation: closeMatch,
           object: buying-habits/regular}""",
    "crosswalk.twice": """\
Two mappings concern the same two categories, in one direction or in both. One
of them is enough: the other direction follows from it.""",
    "crosswalk.no-criteria": """\
A mapping is checked against what is proved about the criteria of the two
categories, and one of them has none. So nothing can be proved; leave the
mapping out, or say what there is to say in a note on the category.""",
    "crosswalk.undecided": """\
The search for a proof took too long and was given up, so the mapping is
neither proved nor refuted.""",
    "crosswalk.too-strong": """\
The mapping says more than the criteria of the two categories bear out. What
is proved decides: `exactMatch` for the same customers, `broadMatch` and
`narrowMatch` where one category has all customers of the other, `closeMatch`
where they share some, `relatedMatch` where they only share a word.

Wrong:  - {subject: lifecycle/lost, relation: exactMatch,
           object: relationship-types/lost}
Right:  - {subject: lifecycle/lost, relation: narrowMatch,
           object: relationship-types/lost}""",
    "crosswalk.too-weak": """\
The mapping says less than what is proved about the criteria of the two
categories; people who rely on it would miss something. What is proved
decides: `exactMatch` for the same customers, `broadMatch` and `narrowMatch`
where one category has all customers of the other, `closeMatch` where they
share some.

Wrong:  - {subject: lifecycle/lost, relation: closeMatch,
           object: customer-categories/inactive}
Right:  - {subject: lifecycle/lost, relation: exactMatch,
           object: customer-categories/inactive}""",
    "crosswalk.no-source": """\
A category for which no term was found is mapped to `sssom:NoTermFound`. That
is only meaningful together with the vocabulary that was searched: give its
prefix.

Wrong:  - {subject: market-roles/recommender, relation: exactMatch,
           object: sssom:NoTermFound}
Right:  - {subject: market-roles/recommender, relation: exactMatch,
           object: sssom:NoTermFound, object_source: gr}""",
    "crosswalk.source-given": """\
The prefix of an object, such as `gr` in `gr:Enduser`, already says which
vocabulary it is from. Remove `object_source`.""",
    "crosswalk.label-given": """\
`object_label` is what another vocabulary calls its term. A category of this
library has labels in its own file, and `sssom:NoTermFound` has none. Remove
the key.""",
    "crosswalk.found": """\
`sssom:NoTermFound` says that a vocabulary has no term for the category at
all, but another mapping leads to a term of that vocabulary. Keep one of the
two.""",
    "crosswalk.meeting": """\
Two categories are mapped to one term of another vocabulary, and one of them is
its exact match. So the term has the customers of that category, and the other
mapping says how the two categories relate to each other. That contradicts what
is proved about their criteria. Weaken one of the mappings, to `closeMatch` for
instance.""",
    "prefix.form": """\
A prefix is the short name of a vocabulary, written before the colon, such as
`gr` in `gr:Enduser`.

Wrong:  prefixes: {"good relations": "http://purl.org/goodrelations/v1#"}
Right:  prefixes: {gr: "http://purl.org/goodrelations/v1#"}""",
    "prefix.taken": """\
`ct.crosswalk` and `customer-types crosswalk` take ids of taxonomies and
prefixes in the same place, so one word can’t be both. Choose another prefix.""",
    "prefix.iri": """\
What a prefix stands for and the name after the colon make up the IRI of a
term. It begins with `http://`, `https://` or `urn:` and usually ends with `#`
or `/`.

Wrong:  prefixes: {gr: goodrelations}
Right:  prefixes: {gr: "http://purl.org/goodrelations/v1#"}""",
    "prefix.built-in": """\
SSSOM knows a few prefixes by itself: linkml, owl, rdf, rdfs, semapv, skos,
sssom and xsd. They need not be declared, and can’t stand for anything else.""",
    "prefix.other": """\
The files of a catalog share their prefixes. In one of them this prefix stands
for something else. Use the same IRI, or another prefix.""",
    "term.form": """\
A term of another vocabulary is named by a prefix, a colon and the rest of its
IRI. IRIs are not written out, and have no spaces, quotes or brackets.

Wrong:  object: http://purl.org/goodrelations/v1#Enduser
Right:  object: gr:Enduser""",
    "term.unknown-prefix": """\
The file has to say what a prefix stands for: under `prefixes` in a crosswalk,
under `curie_map` in an SSSOM table, for instance
`prefixes: {gr: "http://purl.org/goodrelations/v1#"}`.""",
    "sssom.no-table": """\
An SSSOM table has lines of metadata, each with a `#` in front, and then the
mappings: a line with the column names, then one line per mapping. Here
nothing follows the metadata.""",
    "sssom.missing-column": """\
A mapping has `subject_id`, `predicate_id`, `object_id` and
`mapping_justification`. Columns are separated by tabs; if these have become
spaces or commas, export the table again.""",
    "sssom.column-twice": """\
Two columns have the same name, so nobody knows which of the cells is meant.
Remove one.""",
    "sssom.cells": """\
A row has more cells than there are columns. Most likely a text contains a
tab; if so, put the whole cell in quotes.""",
    "sssom.quote": """\
A cell with tabs, quotes or line breaks is put in double quotes, and each
quote inside is doubled. Here the end of a cell is missing, or something
follows it.""",
    "sssom.empty": """\
Each mapping has a subject, a predicate, an object and a justification. A
table that maps plain words, without ids, can’t be read.""",
    "sssom.subject": """\
The subjects of mappings are categories of this library, by their IRIs. If
they were published under IRIs of your own, say so with `base=`.""",
    "sssom.source": """\
Where no term was found, `object_source` names the vocabulary that was
searched: as a prefix of the `curie_map` with its colon and nothing after it.""",
    "sssom.negated": """\
`predicate_modifier` turns a mapping into its opposite. The mappings of this
library only say what holds, so this one is left out: remove the row.""",
    "skos.itself": """\
A category is `broader` or `related` to itself. Name another one, or none.""",
    "skos.circle": """\
Going from a category to its broader one, and on from there, leads back to it.
So the category would be broader than itself. Remove one of the links.

Wrong:  - {id: gold, broader: member}
        - {id: member, broader: gold}
Right:  - {id: gold, broader: member}
        - {id: member}""",
    "skos.related-and-broader": """\
Of two categories, one is broader than the other, directly or by way of
others, and they are declared related as well. SKOS keeps the two apart (S27):
`related` is for categories on the same level. Exact matches count as one
category here.

Wrong:  - {id: gold, broader: member, related: member}
Right:  - {id: gold, broader: member}""",
    "skos.exact-and-other": """\
Two categories are exact matches, directly or by way of others, and they are
matched in another way as well. SKOS excludes that (S46): things that are the
same are neither broader, nor narrower, nor related.""",
    "rdf.syntax": """\
The text is not in the format that was given: Turtle, JSON-LD or RDF/XML. The
parser gives the place where it could not go on; the mistake is there or just
before. If the format is a different one, say which.""",
    "rdf.no-sense": """\
The text has the form of its format but says something impossible, so even the
parser can’t describe the problem: in JSON-LD, for example, a context that is
a number, or a list where one name is expected. Try it in the tool that wrote
it, or remove pieces until it can be read.""",
    "rdf.key-twice": """\
A JSON object has each key once; of two values, readers would take the last
and lose the other. Write both values as a list, or delete one.

Wrong:  {"@id": "a", "prefLabel": "A", "prefLabel": "B"}
Right:  {"@id": "a", "prefLabel": ["A", "B"]}""",
    "rdf.format": """\
The ending of a file’s name shows its format: `.ttl` is Turtle, `.jsonld` and
`.json` are JSON-LD, `.rdf`, `.owl` and `.xml` are RDF/XML. If the name ends
differently, say which format it is.""",
    "rdf.too-deep": """\
Things without names can be nested in one another, and each level costs the
parser some memory of a kind that is scarce. Give the inner ones names of
their own.""",
    "rdf.remote-context": """\
JSON-LD may have its context, which says what its words mean, at another
address. It is not fetched: a file must not make this program look elsewhere,
and its meaning could change from one day to the next. Put the context itself
into the file.

Wrong:  {"@context": "https://example.org/context.json", ...}
Right:  {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, ...}""",
    "rdf.entity": """\
An XML document may declare abbreviations, called entities. Entities that
stand for the content of other files are not read, and those that contain
others, or would make the text very much longer, are refused: that is how
small files exhaust a machine. Write the text itself in their place.""",
    "rdf.criterion": """\
The criterion of a category is written in JSON, just as it is written in YAML
in the category’s file.

Wrong:  ct:criterion "orders >= 3"^^rdf:JSON
Right:  ct:criterion "{\\"orders\\": {\\"min\\": 3}}"^^rdf:JSON""",
    "skos.two-classes": """\
SKOS keeps concepts, concept schemes and collections apart (S9, S37), and
labels of SKOS-XL apart from all of them (S48). What follows from the text
counts: whatever is broader, narrower or related is a concept, and whatever
has members is a collection. So no collection can be narrower than a concept.""",
    "skos.two-roles": """\
A text is a preferred, an alternative or a hidden label of a thing, in one
language, and not two of them (S13). Labels of SKOS-XL count as well.""",
    "skos.two-labels": """\
A thing has at most one preferred label in each language (S14). Upper and lower
case of a language tag make no difference; `en` and `en-GB` are two languages.
Make the other ones alternative labels.""",
    "skos.two-forms": """\
A label of SKOS-XL has exactly one literal form (S52), even across languages.
Make a separate label for each form.""",
    "skos.label-in-two-roles": """\
A label of SKOS-XL is a preferred, an alternative or a hidden one of a thing,
and not two of them (S58).""",
    "skos.no-catalog": """\
Only a text that was written from a whole catalog can be read as one: it says
which taxonomies, facts and sources belong to it. Read the taxonomies of
another text one by one.""",
    "skos.unknown-scheme": """\
The text has no concept scheme with that name. A scheme is named by its whole
IRI.""",
    "skos.several-schemes": """\
A text may have several concept schemes, but a taxonomy is made from one. Say
which, by its IRI.""",
    "skos.no-concepts": """\
Nothing in the text is a concept of SKOS, neither by its class nor by what is
said about it. Is it a vocabulary of another kind, such as an OWL ontology?""",
    "skos.matches": """\
A taxonomy has no mappings: they belong to a catalog. So the matches of a
vocabulary are read separately.""",
    "skos.left-out": """\
A taxonomy has no place for some things that a vocabulary can say, such as
collections, dates of creation or links to pictures. Each property that was
left out is listed, with the number of statements.""",
    "skos.no-label": """\
A concept has no label at all, or none of at most 200 characters. Its id is
used as its name; write a label into the taxonomy.""",
    "skos.no-language": """\
Labels and texts of a taxonomy are in a language, and these do not say which.
`und` stands for an undetermined one. If you know the language, say it when
you read the vocabulary.""",
    "skos.incomplete-language": """\
Some concepts have a label in a language and others have none. The taxonomy
does not declare that language, so nobody expects it to be complete.""",
    "label.twice": """\
The same text is the label, a synonym (`also`) or a term to avoid (`avoid`) at
the same time, in one language. Each text can have only one of these roles:
SKOS calls them preferred, alternative and hidden labels and keeps them apart
(S13).

Wrong:  en: {one: Loyal customer, also: [Loyalist, Loyal customer]}
Right:  en: {one: Loyal customer, also: [Loyalist]}""",
    "label.shared": """\
Two categories of a taxonomy have the same name, or the same synonym, in one
language: people who look it up are asked which one they mean. Capitals,
accents and punctuation make no difference. Give them different names; a
category that replaces another one may take its name once the other is
`deprecated`.

Wrong:  - {id: gold, label: {en: Member, fr: Membre or}}
        - {id: silver, label: {en: member, fr: Membre argent}}
Right:  - {id: gold, label: {en: Gold member, fr: Membre or}}
        - {id: silver, label: {en: Silver member, fr: Membre argent}}""",
    "label.means": """\
A term to avoid (`avoid`) says what people mean by it. `same`, the default:
the same as the label, so look-ups answer and name the better term. `other`:
something else, so look-ups give the reason but no answer. The key of a
category: that category, which look-ups then name. A category of this file is
named by its id, any other by `taxonomy/category`.

Wrong:  avoid: [{one: Dealer, means: a reseller}]
Right:  avoid: [{one: Dealer, means: supply-chain-positions/middleman}]""",
    "label.means-itself": """\
A term to avoid means the category whose label lists it: then it means the same
as the label, and look-ups answer.

Wrong:  - id: loyal
          label: {en: {one: Loyal customer, avoid: [{one: Fan, means: loyal}]}}
Right:  - id: loyal
          label: {en: {one: Loyal customer, avoid: [{one: Fan, means: same}]}}""",
    "label.loses": """\
A layer (`overlay`, `extends`) that gives a label with a form of its own
replaces everything in that language: plural, feminine, synonyms and terms to
avoid, so look-ups know fewer words. To add synonyms or terms to avoid to
those that are inherited, give no form. To rename a category, give all forms,
and the synonyms to keep. To drop all of it on purpose, say so with `replace:
true` in the category.

Wrong:  - {id: professional, label: {fr: {one: Professionnel, also: [BtoB]}}}
Right:  - {id: professional, label: {fr: {also: [BtoB]}}}""",
    "threshold.unused": """\
A threshold is a number that criteria refer to, and none refers to this one:
changing it changes nothing. Perhaps a criterion contains the number itself,
or misspells the id.

Wrong:  thresholds: [{id: few_orders, value: 3, …}]
        when: {orders: {min: 3}}
Right:  when: {orders: {min: few_orders}}""",
    "unit.unknown": """\
A unit says what a number counts, in words: `days` is written as “1 day” and
“2 days”. Use one of the library’s, or declare your own beside the facts.

Wrong:  thresholds: [{id: new_days, value: 30, unit: dayz}]
Right:  thresholds: [{id: new_days, value: 30, unit: days}]
Right:  units:
          - id: points
            label:
              en: {one: point, other: points}
              fr: {one: point, other: points}""",
    "unit.other": """\
The criterion compares a fact with a threshold that counts something else,
such as orders with days. Perhaps another threshold or another fact is meant.

Wrong:  when: {orders: {min: new_days}}
Right:  when: {days_since_first_order: {max: new_days}}""",
    "translations.unknown-address": """\
Under `translations`, a list names statements by their addresses: their places
in the file, with the ids of what they are in. No statement has this address.
Anything inside something without an id, such as a note, has no address.

Wrong:  translations: {es: {from: en, reviewed: [loyal.label]}}
Right:  translations: {es: {from: en, reviewed: [categories.loyal.label]}}""",
    "sheet.syntax": """\
The file is not a whole PO or XLIFF file: perhaps it is cut off, or was edited
by hand and lost a quote or a tag. Open it in the translation tool and save it
again, or use the last intact copy.""",
    "sheet.doctype": """\
A document type can define abbreviations that expand into billions of
characters, or that read other files on the computer. XLIFF needs none, so a
file that declares one is not read. Delete the line with `<!DOCTYPE`.""",
    "sheet.no-xliff": """\
The file is XML, but not XLIFF 1.2, which nearly all tools read and write. If
the tool has converted it to XLIFF 2, export it as 1.2; if it has made a
package of its own (.sdlxliff, .mqxliff), export the plain XLIFF.""",
    "sheet.two-files": """\
An XLIFF file can hold several files. This one holds sheets of several
taxonomies, versions or languages, and an overlay is for one. Export them from
the tool one by one.""",
    "sheet.no-header": """\
A sheet says which taxonomy it is for, and which version: PO in the header
`Project-Id-Version`, XLIFF in the attribute `original` of `file`, CSV in the
columns `taxonomy` and `version`. Here it is missing. Put it back as
`customer-types labels export` writes it.""",
    "sheet.no-language": """\
A sheet says which language it translates from, and into which: PO in the
headers `X-Source-Language` and `Language`, XLIFF in the attributes
`source-language` and `target-language` of `file`, CSV in the columns `from`
and `language`. Here one of them is missing. Put it back.""",
    "sheet.same-language": """\
Both languages of the sheet are the same. A translation tool that did not know
the language may have put its own in its place. Set the language to translate
into again.""",
    "sheet.other-language": """\
`--language` says which language the sheet must be in, and it is in another
one. Import the other file, or leave the option out.""",
    "sheet.other-taxonomy": """\
A sheet belongs to the taxonomy that it was made from: its addresses are
places in that taxonomy’s file. Import it with the taxonomy that it names.""",
    "sheet.unknown-taxonomy": """\
The sheet was made from a taxonomy that does not come with the library, such
as one of your own. Name its file: `--taxonomy my-clubs.yaml`.""",
    "sheet.other-version": """\
The taxonomy has had a new version since the sheet was made. Whatever still
fits is taken, and each text whose original has changed is reported. Look
through the translation, and export a new sheet for what has been added.""",
    "sheet.plural-forms": """\
The forms of a plural entry are numbered, and the formula of the header
`Plural-Forms` says which number takes which form. Its forms, when computed,
are not those that CLDR’s rule gives the language, so it is uncertain which
form is meant. Set the language’s usual formula in the translation tool, or
put the header back, and check that the forms are in their places.""",
    "sheet.plural-zero": """\
The formula of the header `Plural-Forms` treats 0 differently from CLDR’s rule
for the language: French, for example, uses the singular for it. All other
numbers agree, so the forms are taken, and 0 gets the language’s form. The
expected header brings both into agreement.""",
    "sheet.mixed": """\
All rows of a sheet have the same taxonomy, version and languages. This one
differs from the first. Put the rows of different sheets into different files.""",
    "sheet.unknown-address": """\
An address names the place of a text in the taxonomy’s file, with the ids of
what contains it. The taxonomy has no text there: the address was edited, or
what it names has since been removed. Correct the address, or delete the
entry.""",
    "sheet.twice": """\
The sheet has two texts for one place, and only one can be taken. Delete one
of them.""",
    "sheet.outdated": """\
The sheet holds the text that was translated, but the taxonomy now says
something else there. The translation is taken, with the status `draft`, so
that it gets another look: export a new sheet, correct it, and remove the
mark.""",
    "sheet.missing-form": """\
A noun of this language has a form of its own for some numbers, and the label
has other forms but not this one. Look-ups will show another form in its
place. If the noun has no such form, write the one that serves instead.""",
    "sheet.untranslated": """\
What came back is what was sent: a text of several words that is the same in
both languages. Perhaps it was overlooked. If the languages really say it in
the same words, leave it.""",
    "sheet.not-computed": """\
The cell holds what a spreadsheet shows in place of a result, such as
`#NAME?`: a text that began with `=`, `+` or `-` was read as a formula. Write
the text again, with an apostrophe before it.""",
    "sheet.line-break": """\
A label is one line, because it goes into lists, tables and charts. The
translator pressed Enter inside the cell. Put a space in its place.""",
    "sheet.original": """\
A text first written in a language is an original, from which translations are
made. This sheet would put translations in its place. Perhaps the tool or the
export had the wrong language. If the sheet corrects the originals themselves,
import it with `--status original`.""",
    "sheet.collision": """\
Two categories of the taxonomy would have the same name in this language, so
anyone who uses it may mean either, and look-ups can’t tell which. Find
another word for one of the two, unless they really share it.""",
    "sheet.stays": """\
A text that the taxonomy has in this language is empty in the sheet. An
overlay can put another text in its place but can’t take it away, so it stays.
To get rid of it, delete it in the file that contains it.""",
}
