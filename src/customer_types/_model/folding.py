"""A folded label is what is left of a spelling when all that people vary in it is taken away.

Folding drops case, accents, ligatures, hyphens, apostrophes, points and spaces beyond one. It does
not know words: forms are declared with a label and never guessed. Signs that tell values apart (`A+` from
`A-`, `<10` from `>10`) or stand between two of them (`Client; Fournisseur`) are held apart from what is
folded, and have to be the same. Inclusive French writing (`client·e·s`, `acheteurs(euses)`, `clients et
clientes`) is read as the masculine and the feminine form that it abbreviates, and holds only if both are
declared.

All of it takes time in proportion to the length of a text, once `tidy` has joined its blanks.
"""

import re
import unicodedata
from collections.abc import Iterator

import attrs

_LIGATURES = {"œ": "oe", "æ": "ae"}


class _Folds(dict[int, str]):
    """What becomes of each character, worked out when it is first met."""

    def __missing__(self, number: int) -> str:
        character = chr(number)
        if character in _LIGATURES:
            folded = _LIGATURES[character]
        else:
            category = unicodedata.category(character)
            if category in ("Mn", "Cf") or character == ".":
                folded = ""
            elif category[0] in "LN" or character == "?":  # who asks is not sure
                folded = character
            else:
                folded = " "
        self[number] = folded
        return folded


_FOLDS = _Folds()

_ARTICLES = frozenset(
    {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d"}
    | {"nos", "notre", "mes", "mon", "ma", "vos", "votre", "leur", "leurs"}
    | {"the", "a", "an", "our", "my", "your"}
)

_ARTICLE_TAILS = _ARTICLES | {"", "e", "ne"}

_SIGN = r"[·•‧∙⋅.\-\u2010\u2011/]"
_INCLUSIVE_WORD = re.compile(
    rf"""
    (?P<head>[^\W\d_]+)
    (?: (?P<bracket>[(\[]) -? (?P<inside>[^\W\d_]+) [)\]] (?P<after>s|[(\[]s[)\]])?
      | (?P<tails>(?:{_SIGN}[^\W\d_]+)+)
    )?
    """,
    re.VERBOSE,
)
_CAPITAL_TAIL = re.compile(r"(?P<head>[^\W\d_]*[a-zà-ÿ])(?P<tail>[A-ZÀ-Þ][^\W\d_]*)")
#: A point within a word, or a capital: folding would take them for nothing.
_UNSEEN_SIGN = re.compile(r"[^\W\d_]\.[^\W\d_]|[a-zà-ÿ][A-ZÀ-Þ]")
_DOUBLET = re.compile(r" (?:et|ou|and|or) | ?[/&] ?", re.IGNORECASE)

_LINE_ENDS = re.compile(r"[\r\n\x85\u2028\u2029]+")
#: What stands between several values in one cell: what is there for it, and what may be part of a value too.
_BETWEEN = (
    re.compile(r" ?[;|] ?"),
    re.compile(r" ?[;|,/\\&] ?| [-–—+] |(?<=\w)\+(?=\w)| (?:et|ou|and|or) ", re.IGNORECASE),
)
#: Decoration: quotes and bullets before a text, quotes and marks behind it.
_QUOTES = " \"'«»“”„‘’‹›"
_BULLET = re.compile(r"[*#+\-–—] (?=[^\W\d])")
#: What tells values apart: signs, a minus before a number or behind a word, a dash between blanks, a point or
#: a dash between digits.
_TELLING = re.compile(
    r"[%‰#&*/\\;,]|(?<!\S)[-–−](?=\d)|(?<=\w)[-–−](?=\s|$)|(?<=\s)[-–—](?=\s)|(?<=\d)[-–−.](?=\d)"
)
_DASHES = str.maketrans("–−", "--")
#: Symbols of these classes tell values apart too: `<`, `+`, `€`, `★`.
_SYMBOLS = frozenset({"Sm", "Sc", "So"})
_NUMBER_MARK = re.compile(r"(?<=[^\W\d_])[(\[]([sx])[)\]]", re.IGNORECASE)


def fold(text: str) -> str:
    """Fold a spelling.

    >>> fold("  Clients fidèles "), fold("V.I.P."), fold("Cœur de cible"), fold("client d’affaires")
    ('clients fideles', 'vip', 'coeur de cible', 'client d affaires')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    return " ".join(text.casefold().translate(_FOLDS).split())


_LETTER = r"[^\W\d_]"
#: What joins two words, and says nothing: `Non-profit`, `l’achat`, `own_use`.
_JOINT = re.compile(rf"(?<={_LETTER}) ?- ?(?={_LETTER})|[_'\"“”„«»()\[\]:;]|(?<!\d)[.,]|[.,](?!\d)")
_IDLE_POINT = re.compile(rf"(?<={_LETTER})\.")
_AROUND_SIGN = re.compile(r" ?([^\w\s]) ?")
_ALIKE = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–—−", "-") | _LIGATURES)


def fold_value(text: str) -> str:
    """Fold the spelling of a value of a fact: as `fold`, but signs that tell values apart stay.

    >>> fold_value("Organisme sans but lucratif"), fold_value("Non-profit"), fold_value("V.I.P.")
    ('organisme sans but lucratif', 'non profit', 'vip')
    >>> [fold_value(text) for text in ("A+", "a −", "A", "< 10", ">10", "1.5", "15")]
    ['a+', 'a-', 'a', '<10', '>10', '1.5', '15']
    """
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(one for one in decomposed if unicodedata.category(one) not in ("Mn", "Cf"))
    text = " ".join(text.casefold().translate(_ALIKE).split())
    text = _JOINT.sub(" ", _IDLE_POINT.sub("", text))
    return _AROUND_SIGN.sub(r"\1", " ".join(text.split()))


def accented(text: str) -> str:
    """Fold a spelling but for its accents, which sometimes tell a word from another one.

    >>> accented("Client-CIBLÉ"), accented("Client cible")
    ('client ciblé', 'client cible')
    """
    return " ".join(unicodedata.normalize("NFKC", text).casefold().translate(_FOLDS).split())


def tidy(text: str) -> str:
    r"""Put one blank where there are several; lines are set apart as values are.

    >>> tidy("  Client \t fidèle\n"), tidy("Client\nFournisseur")
    ('Client fidèle', 'Client ; Fournisseur')
    """
    return " ".join(_LINE_ENDS.sub(" ; ", text.strip()).split())


def signs(text: str) -> str:
    """Give the signs of a spelling that are no decoration: they tell it from others that fold alike.

    >>> signs("A+"), signs("< 25 ans"), signs("AA-"), signs("Client ; Fournisseur"), signs("« Sous-client. »")
    ('+', '<', '-', ';', '')
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
    bare = text.lstrip(f"{_QUOTES}•·").rstrip(f"{_QUOTES},;:.…")
    bullet = _BULLET.match(bare)
    bare = bare if bullet is None else bare[bullet.end() :]
    if bare.isascii() and bare.replace(" ", "").isalnum():
        return ""
    found = {match.start() for match in _TELLING.finditer(bare)}
    found |= {place for place, one in enumerate(bare) if unicodedata.category(one) in _SYMBOLS}
    return "".join(bare[place] for place in sorted(found)).translate(_DASHES)


def likeness(text: str) -> tuple[str, str]:
    """Give what spellings have in common that are taken for one another: the fold, and the telling signs.

    >>> likeness("V.I.P.") == likeness("vip"), likeness("A+") == likeness("A-")
    (True, False)
    """
    return fold(text), signs(text)


def values_of(text: str) -> Iterator[list[str]]:
    """Split a tidy text where several values may be in one cell, in the ways that are possible.

    >>> [*values_of("R&D ; Client")]
    [['R&D', 'Client'], ['R', 'D', 'Client']]
    """
    for between in _BETWEEN:
        yield [value for value in between.split(text) if value]


def with_number(text: str) -> str:
    """Read an `s` or `x` in brackets as a mark of number, which may be several: as the plural.

    >>> with_number("Prospect(s)"), with_number("nouveau(x) client(s)"), with_number("client(e)s")
    ('Prospects', 'nouveaux clients', 'client(e)s')
    """
    return _NUMBER_MARK.sub(r"\1", text)


def without_article(folded: str) -> str:
    """Drop articles and possessives at the beginning of a folded spelling.

    >>> without_article("les clients fideles")
    'clients fideles'
    """
    words = folded.split()
    first = next((place for place, word in enumerate(words) if word not in _ARTICLES), len(words) - 1)
    return " ".join(words[max(first, 0) :])


@attrs.frozen(kw_only=True)
class Inclusive:
    """An inclusive spelling, read as the masculine form and what it says of the feminine one.

    `tails` has, for each word, the ending that its feminine must have.
    """

    masculine: str
    tails: tuple[str, ...] = ()
    feminine: str | None = None

    def allows(self, feminine: str) -> bool:
        """Tell whether a feminine form is the one that is abbreviated here."""
        words = feminine.split()
        if self.feminine is not None:
            # "nouveaux et nouvelles clients": what follows the pair may stand in the masculine alone.
            said, common = self.feminine.split(), self.masculine.split()
            return (
                len(said) == len(words) == len(common)
                and self.feminine != self.masculine
                and all(word in pair for word, *pair in zip(said, words, common, strict=True))
            )
        return len(words) == len(self.tails) and all(
            word.endswith(tail) for word, tail in zip(words, self.tails, strict=True)
        )


def hides_inclusive(text: str) -> bool:
    """Tell whether folding drops signs that may be inclusive writing.

    >>> hides_inclusive("client.e.s"), hides_inclusive("clientEs"), hides_inclusive("client·e·s")
    (True, True, False)
    """
    return _UNSEEN_SIGN.search(text) is not None


def inclusive_readings(text: str) -> Iterator[Inclusive]:
    """Read a spelling as inclusive writing, in the ways that are possible.

    >>> [reading.masculine for reading in inclusive_readings("client·e·s fidèle·s")]
    ['clients fideles']
    >>> next(inclusive_readings("clients et clientes fidèles")).feminine
    'clientes fideles'
    """
    yield from _abbreviations(text)
    yield from _doublets(text)


def _abbreviations(text: str) -> Iterator[Inclusive]:
    composed = unicodedata.normalize("NFC", text)  # where accents are characters of their own
    words = [_abbreviation(word) for word in composed.replace("’", "' ").replace("'", "' ").split()]
    if not any(tail for _, tail, _ in words):
        return
    is_plural = any(plural for _, _, plural in words)
    heads, tails = [], []
    for head, tail, _ in words:
        folded = fold(head)
        if is_plural and tail and not folded.endswith(("s", "x")):
            folded += "s"
        if folded:
            heads += folded.split()
            tails += [fold(tail).replace(" ", "")] * len(folded.split())
    trimmed = without_article(" ".join(heads))
    articles = len(heads) - len(trimmed.split())
    if all(tail in _ARTICLE_TAILS for tail in tails[:articles]):  # "un·e", "le/la", not "la-redoute"
        yield Inclusive(masculine=trimmed, tails=tuple(tails[articles:]))


def _abbreviation(word: str) -> tuple[str, str, bool]:
    """Split a word into its head, the ending of its feminine, and whether it is a plural."""
    match = _INCLUSIVE_WORD.fullmatch(word)
    if match is None:
        return word, "", False
    head = match["head"]
    if match["bracket"]:
        tail = match["inside"] + ("s" if match["after"] else "")
    elif match["tails"]:
        tail = "".join(re.split(_SIGN, match["tails"]))
    else:
        capital = _CAPITAL_TAIL.fullmatch(word)
        if capital is None:
            return word, "", False
        head, tail = capital["head"], capital["tail"]
    tail = tail.lower()
    return head, tail, tail.endswith("s") or head.lower().endswith(("s", "x"))


def _doublets(text: str) -> Iterator[Inclusive]:
    halves = _DOUBLET.split(tidy(text))
    if len(halves) != 2:
        return
    left, right = (without_article(fold(half)).split() for half in halves)
    if not left or not right:
        return
    # "clients et clientes fidèles": the words after the pair belong to both.
    first, second = [*left, *right[1:]], [*left[:-1], *right]
    for masculine, feminine in (
        (first, second),
        (second, first),
        (left, right),
        (right, left),
    ):
        yield Inclusive(masculine=" ".join(masculine), feminine=" ".join(feminine))
