"""A plural rule tells which category of CLDR a language has for a number.

Written by `tools/write_languages.py` from CLDR 48.2: run it again, rather than edit this.
Copyright © 1991-2026 Unicode, Inc.; `LICENSES/Unicode-3.0.txt` has the terms.

Operands are CLDR's: `n` is the number, `i` its whole part, `v` how many digits its fraction has,
`f` these digits as a number, `t` the same without zeros at the end.
"""

from collections.abc import Callable

Rule = Callable[[float, int, int, int, int], str]


def _af(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1:
        return "one"
    return "other"


def _ak(n: float, i: int, v: int, f: int, t: int) -> str:
    if n in (0, 1):
        return "one"
    return "other"


def _am(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 0 or n == 1:
        return "one"
    return "other"


def _ar(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 0:
        return "zero"
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    if n % 100 in (3, 4, 5, 6, 7, 8, 9, 10):
        return "few"
    if n % 100 in range(11, 100):
        return "many"
    return "other"


def _ast(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 1 and v == 0:
        return "one"
    return "other"


def _be(n: float, i: int, v: int, f: int, t: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14):
        return "few"
    if n % 10 == 0 or n % 10 in (5, 6, 7, 8, 9) or n % 100 in (11, 12, 13, 14):
        return "many"
    return "other"


def _blo(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 0:
        return "zero"
    if n == 1:
        return "one"
    return "other"


def _bm(n: float, i: int, v: int, f: int, t: int) -> str:
    return "other"


def _br(n: float, i: int, v: int, f: int, t: int) -> str:
    if n % 10 == 1 and n % 100 not in (11, 71, 91):
        return "one"
    if n % 10 == 2 and n % 100 not in (12, 72, 92):
        return "two"
    if (
        n % 10 in (3, 4, 9)
        and n % 100 not in range(10, 20)
        and n % 100 not in range(70, 80)
        and n % 100 not in range(90, 100)
    ):
        return "few"
    if n != 0 and n % 1000000 == 0:
        return "many"
    return "other"


def _bs(n: float, i: int, v: int, f: int, t: int) -> str:
    if (v == 0 and i % 10 == 1 and i % 100 != 11) or (f % 10 == 1 and f % 100 != 11):
        return "one"
    if (v == 0 and i % 10 in (2, 3, 4) and i % 100 not in (12, 13, 14)) or (
        f % 10 in (2, 3, 4) and f % 100 not in (12, 13, 14)
    ):
        return "few"
    return "other"


def _ca(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 1 and v == 0:
        return "one"
    if i != 0 and i % 1000000 == 0 and v == 0:
        return "many"
    return "other"


def _ceb(n: float, i: int, v: int, f: int, t: int) -> str:
    if (
        (v == 0 and i in (1, 2, 3))
        or (v == 0 and i % 10 not in (4, 6, 9))
        or (v != 0 and f % 10 not in (4, 6, 9))
    ):
        return "one"
    return "other"


def _cs(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 1 and v == 0:
        return "one"
    if i in (2, 3, 4) and v == 0:
        return "few"
    if v != 0:
        return "many"
    return "other"


def _cy(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 0:
        return "zero"
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    if n == 3:
        return "few"
    if n == 6:
        return "many"
    return "other"


def _da(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1 or (t != 0 and i in (0, 1)):
        return "one"
    return "other"


def _dsb(n: float, i: int, v: int, f: int, t: int) -> str:
    if (v == 0 and i % 100 == 1) or f % 100 == 1:
        return "one"
    if (v == 0 and i % 100 == 2) or f % 100 == 2:
        return "two"
    if (v == 0 and i % 100 in (3, 4)) or f % 100 in (3, 4):
        return "few"
    return "other"


def _es(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1:
        return "one"
    if i != 0 and i % 1000000 == 0 and v == 0:
        return "many"
    return "other"


def _ff(n: float, i: int, v: int, f: int, t: int) -> str:
    if i in (0, 1):
        return "one"
    return "other"


def _fr(n: float, i: int, v: int, f: int, t: int) -> str:
    if i in (0, 1):
        return "one"
    if i != 0 and i % 1000000 == 0 and v == 0:
        return "many"
    return "other"


def _ga(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    if n in (3, 4, 5, 6):
        return "few"
    if n in (7, 8, 9, 10):
        return "many"
    return "other"


def _gd(n: float, i: int, v: int, f: int, t: int) -> str:
    if n in (1, 11):
        return "one"
    if n in (2, 12):
        return "two"
    if n in range(3, 11) or n in range(13, 20):
        return "few"
    return "other"


def _gv(n: float, i: int, v: int, f: int, t: int) -> str:
    if v == 0 and i % 10 == 1:
        return "one"
    if v == 0 and i % 10 == 2:
        return "two"
    if v == 0 and i % 100 in (0, 20, 40, 60, 80):
        return "few"
    if v != 0:
        return "many"
    return "other"


def _he(n: float, i: int, v: int, f: int, t: int) -> str:
    if (i == 1 and v == 0) or (i == 0 and v != 0):
        return "one"
    if i == 2 and v == 0:
        return "two"
    return "other"


def _is(n: float, i: int, v: int, f: int, t: int) -> str:
    if (t == 0 and i % 10 == 1 and i % 100 != 11) or (t % 10 == 1 and t % 100 != 11):
        return "one"
    return "other"


def _iu(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    return "other"


def _kw(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 0:
        return "zero"
    if n == 1:
        return "one"
    if (
        n % 100 in (2, 22, 42, 62, 82)
        or (n % 1000 == 0 and (n % 100000 in range(1000, 20001) or n % 100000 in (40000, 60000, 80000)))
        or (n != 0 and n % 1000000 == 100000)
    ):
        return "two"
    if n % 100 in (3, 23, 43, 63, 83):
        return "few"
    if n != 1 and n % 100 in (1, 21, 41, 61, 81):
        return "many"
    return "other"


def _lag(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 0:
        return "zero"
    if i in (0, 1) and n != 0:
        return "one"
    return "other"


def _lt(n: float, i: int, v: int, f: int, t: int) -> str:
    if n % 10 == 1 and n % 100 not in (11, 12, 13, 14, 15, 16, 17, 18, 19):
        return "one"
    if n % 10 in (2, 3, 4, 5, 6, 7, 8, 9) and n % 100 not in (11, 12, 13, 14, 15, 16, 17, 18, 19):
        return "few"
    if f != 0:
        return "many"
    return "other"


def _lv(n: float, i: int, v: int, f: int, t: int) -> str:
    if (
        n % 10 == 0
        or n % 100 in (11, 12, 13, 14, 15, 16, 17, 18, 19)
        or (v == 2 and f % 100 in (11, 12, 13, 14, 15, 16, 17, 18, 19))
    ):
        return "zero"
    if (
        (n % 10 == 1 and n % 100 != 11)
        or (v == 2 and f % 10 == 1 and f % 100 != 11)
        or (v != 2 and f % 10 == 1)
    ):
        return "one"
    return "other"


def _mk(n: float, i: int, v: int, f: int, t: int) -> str:
    if (v == 0 and i % 10 == 1 and i % 100 != 11) or (f % 10 == 1 and f % 100 != 11):
        return "one"
    return "other"


def _mo(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 1 and v == 0:
        return "one"
    if v != 0 or n == 0 or (n != 1 and n % 100 in range(1, 20)):
        return "few"
    return "other"


def _mt(n: float, i: int, v: int, f: int, t: int) -> str:
    if n == 1:
        return "one"
    if n == 2:
        return "two"
    if n == 0 or n % 100 in (3, 4, 5, 6, 7, 8, 9, 10):
        return "few"
    if n % 100 in (11, 12, 13, 14, 15, 16, 17, 18, 19):
        return "many"
    return "other"


def _pl(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 1 and v == 0:
        return "one"
    if v == 0 and i % 10 in (2, 3, 4) and i % 100 not in (12, 13, 14):
        return "few"
    if (
        (v == 0 and i != 1 and i % 10 in (0, 1))
        or (v == 0 and i % 10 in (5, 6, 7, 8, 9))
        or (v == 0 and i % 100 in (12, 13, 14))
    ):
        return "many"
    return "other"


def _pt(n: float, i: int, v: int, f: int, t: int) -> str:
    if i in (0, 1):
        return "one"
    if i != 0 and i % 1000000 == 0 and v == 0:
        return "many"
    return "other"


def _ru(n: float, i: int, v: int, f: int, t: int) -> str:
    if v == 0 and i % 10 == 1 and i % 100 != 11:
        return "one"
    if v == 0 and i % 10 in (2, 3, 4) and i % 100 not in (12, 13, 14):
        return "few"
    if (
        (v == 0 and i % 10 == 0)
        or (v == 0 and i % 10 in (5, 6, 7, 8, 9))
        or (v == 0 and i % 100 in (11, 12, 13, 14))
    ):
        return "many"
    return "other"


def _sgs(n: float, i: int, v: int, f: int, t: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    if n == 2:
        return "two"
    if n != 2 and n % 10 in (2, 3, 4, 5, 6, 7, 8, 9) and n % 100 not in (11, 12, 13, 14, 15, 16, 17, 18, 19):
        return "few"
    if f != 0:
        return "many"
    return "other"


def _shi(n: float, i: int, v: int, f: int, t: int) -> str:
    if i == 0 or n == 1:
        return "one"
    if n in (2, 3, 4, 5, 6, 7, 8, 9, 10):
        return "few"
    return "other"


def _si(n: float, i: int, v: int, f: int, t: int) -> str:
    if n in (0, 1) or (i == 0 and f == 1):
        return "one"
    return "other"


def _sl(n: float, i: int, v: int, f: int, t: int) -> str:
    if v == 0 and i % 100 == 1:
        return "one"
    if v == 0 and i % 100 == 2:
        return "two"
    if (v == 0 and i % 100 in (3, 4)) or v != 0:
        return "few"
    return "other"


def _tzm(n: float, i: int, v: int, f: int, t: int) -> str:
    if n in (0, 1) or n in range(11, 100):
        return "one"
    return "other"


#: The rule of each language; `und` stands for those without one.
RULES: dict[str, Rule] = {
    "af": _af,
    "an": _af,
    "asa": _af,
    "az": _af,
    "bal": _af,
    "bem": _af,
    "bez": _af,
    "bg": _af,
    "brx": _af,
    "ce": _af,
    "cgg": _af,
    "chr": _af,
    "ckb": _af,
    "dv": _af,
    "ee": _af,
    "el": _af,
    "eo": _af,
    "eu": _af,
    "fo": _af,
    "fur": _af,
    "gsw": _af,
    "ha": _af,
    "haw": _af,
    "hu": _af,
    "jgo": _af,
    "jmc": _af,
    "ka": _af,
    "kaj": _af,
    "kcg": _af,
    "kk": _af,
    "kkj": _af,
    "kl": _af,
    "ks": _af,
    "ksb": _af,
    "ku": _af,
    "ky": _af,
    "lb": _af,
    "lg": _af,
    "mas": _af,
    "mgo": _af,
    "ml": _af,
    "mn": _af,
    "mr": _af,
    "nah": _af,
    "nb": _af,
    "nd": _af,
    "ne": _af,
    "nn": _af,
    "nnh": _af,
    "no": _af,
    "nr": _af,
    "ny": _af,
    "nyn": _af,
    "om": _af,
    "or": _af,
    "os": _af,
    "pap": _af,
    "ps": _af,
    "rm": _af,
    "rof": _af,
    "rwk": _af,
    "saq": _af,
    "sd": _af,
    "sdh": _af,
    "seh": _af,
    "sn": _af,
    "so": _af,
    "sq": _af,
    "ss": _af,
    "ssy": _af,
    "st": _af,
    "syr": _af,
    "ta": _af,
    "te": _af,
    "teo": _af,
    "tig": _af,
    "tk": _af,
    "tn": _af,
    "tr": _af,
    "ts": _af,
    "ug": _af,
    "uz": _af,
    "ve": _af,
    "vo": _af,
    "vun": _af,
    "wae": _af,
    "xh": _af,
    "xog": _af,
    "ak": _ak,
    "bho": _ak,
    "csw": _ak,
    "guw": _ak,
    "ln": _ak,
    "mg": _ak,
    "nso": _ak,
    "pa": _ak,
    "ti": _ak,
    "wa": _ak,
    "am": _am,
    "as": _am,
    "bn": _am,
    "doi": _am,
    "fa": _am,
    "gu": _am,
    "hi": _am,
    "kn": _am,
    "kok": _am,
    "kok-Latn": _am,
    "pcm": _am,
    "zu": _am,
    "ar": _ar,
    "ars": _ar,
    "ast": _ast,
    "de": _ast,
    "en": _ast,
    "et": _ast,
    "fi": _ast,
    "fy": _ast,
    "gl": _ast,
    "ia": _ast,
    "ie": _ast,
    "io": _ast,
    "lij": _ast,
    "nl": _ast,
    "sc": _ast,
    "sv": _ast,
    "sw": _ast,
    "ur": _ast,
    "yi": _ast,
    "be": _be,
    "blo": _blo,
    "cv": _blo,
    "ksh": _blo,
    "bm": _bm,
    "bo": _bm,
    "dz": _bm,
    "hnj": _bm,
    "id": _bm,
    "ig": _bm,
    "ii": _bm,
    "ja": _bm,
    "jbo": _bm,
    "jv": _bm,
    "jw": _bm,
    "kde": _bm,
    "kea": _bm,
    "km": _bm,
    "ko": _bm,
    "lkt": _bm,
    "lo": _bm,
    "ms": _bm,
    "my": _bm,
    "nqo": _bm,
    "osa": _bm,
    "sah": _bm,
    "ses": _bm,
    "sg": _bm,
    "su": _bm,
    "th": _bm,
    "to": _bm,
    "tpi": _bm,
    "und": _bm,
    "vi": _bm,
    "wo": _bm,
    "yo": _bm,
    "yue": _bm,
    "zh": _bm,
    "br": _br,
    "bs": _bs,
    "hr": _bs,
    "sh": _bs,
    "sr": _bs,
    "ca": _ca,
    "it": _ca,
    "lld": _ca,
    "pt-AO": _ca,
    "pt-CH": _ca,
    "pt-CV": _ca,
    "pt-FR": _ca,
    "pt-GQ": _ca,
    "pt-GW": _ca,
    "pt-LU": _ca,
    "pt-MO": _ca,
    "pt-MZ": _ca,
    "pt-PT": _ca,
    "pt-ST": _ca,
    "pt-TL": _ca,
    "scn": _ca,
    "vec": _ca,
    "ceb": _ceb,
    "fil": _ceb,
    "tl": _ceb,
    "cs": _cs,
    "sk": _cs,
    "cy": _cy,
    "da": _da,
    "dsb": _dsb,
    "hsb": _dsb,
    "es": _es,
    "ff": _ff,
    "hy": _ff,
    "kab": _ff,
    "fr": _fr,
    "ga": _ga,
    "gd": _gd,
    "gv": _gv,
    "he": _he,
    "is": _is,
    "iu": _iu,
    "naq": _iu,
    "sat": _iu,
    "se": _iu,
    "sma": _iu,
    "smi": _iu,
    "smj": _iu,
    "smn": _iu,
    "sms": _iu,
    "kw": _kw,
    "lag": _lag,
    "lt": _lt,
    "lv": _lv,
    "prg": _lv,
    "mk": _mk,
    "mo": _mo,
    "ro": _mo,
    "mt": _mt,
    "pl": _pl,
    "pt": _pt,
    "ru": _ru,
    "uk": _ru,
    "sgs": _sgs,
    "shi": _shi,
    "si": _si,
    "sl": _sl,
    "tzm": _tzm,
}

#: The categories that a rule has, each for some number.
CATEGORIES: dict[Rule, tuple[str, ...]] = {
    _af: ("one", "other"),
    _ak: ("one", "other"),
    _am: ("one", "other"),
    _ar: ("zero", "one", "two", "few", "many", "other"),
    _ast: ("one", "other"),
    _be: ("one", "few", "many", "other"),
    _blo: ("zero", "one", "other"),
    _bm: ("other",),
    _br: ("one", "two", "few", "many", "other"),
    _bs: ("one", "few", "other"),
    _ca: ("one", "many", "other"),
    _ceb: ("one", "other"),
    _cs: ("one", "few", "many", "other"),
    _cy: ("zero", "one", "two", "few", "many", "other"),
    _da: ("one", "other"),
    _dsb: ("one", "two", "few", "other"),
    _es: ("one", "many", "other"),
    _ff: ("one", "other"),
    _fr: ("one", "many", "other"),
    _ga: ("one", "two", "few", "many", "other"),
    _gd: ("one", "two", "few", "other"),
    _gv: ("one", "two", "few", "many", "other"),
    _he: ("one", "two", "other"),
    _is: ("one", "other"),
    _iu: ("one", "two", "other"),
    _kw: ("zero", "one", "two", "few", "many", "other"),
    _lag: ("zero", "one", "other"),
    _lt: ("one", "few", "many", "other"),
    _lv: ("zero", "one", "other"),
    _mk: ("one", "other"),
    _mo: ("one", "few", "other"),
    _mt: ("one", "two", "few", "many", "other"),
    _pl: ("one", "few", "many", "other"),
    _pt: ("one", "many", "other"),
    _ru: ("one", "few", "many", "other"),
    _sgs: ("one", "two", "few", "many", "other"),
    _shi: ("one", "few", "other"),
    _si: ("one", "other"),
    _sl: ("one", "two", "few", "other"),
    _tzm: ("one", "other"),
}
