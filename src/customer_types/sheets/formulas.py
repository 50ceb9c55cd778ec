"""A formula numbers the forms of a plural for gettext, which knows whole numbers only.

Written by `tools/write_languages.py` from CLDR 48.2: run it again, rather than edit this.
Copyright © 1991-2026 Unicode, Inc.; `LICENSES/Unicode-3.0.txt` has the terms.
"""

_AF = (("one", "other"), "(n != 1)")
_AK = (("one", "other"), "(n > 1)")
_AM = (("one", "other"), "(n > 1)")
_AR = (
    ("zero", "one", "two", "few", "many", "other"),
    "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 && n % 100 <= 99 ? 4 : 5)",
)
_AST = (("one", "other"), "(n != 1)")
_BE = (
    ("one", "few", "many"),
    "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2)",
)
_BLO = (("zero", "one", "other"), "(n == 0 ? 0 : n == 1 ? 1 : 2)")
_BM = (("other",), "0")
_BR = (
    ("one", "two", "few", "other"),
    "(n % 10 == 1 && n % 100 != 11 && n % 100 != 71 && n % 100 != 91 ? 0 : n % 10 == 2 && n % 100 != 12 && n % 100 != 72 && n % 100 != 92 ? 1 : (n % 10 == 3 || n % 10 == 4 || n % 10 == 9) && (n % 100 < 10 || n % 100 > 19) && (n % 100 < 70 || n % 100 > 79) && (n % 100 < 90 || n % 100 > 99) ? 2 : 3)",
)
_BS = (
    ("one", "few", "other"),
    "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2)",
)
_CA = (("one", "other"), "(n != 1)")
_CEB = (
    ("one", "other"),
    "((n == 1 || n == 2 || n == 3) || (n % 10 != 4 && n % 10 != 6 && n % 10 != 9) ? 0 : 1)",
)
_CS = (("one", "few", "other"), "(n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2)")
_CY = (
    ("zero", "one", "two", "few", "many", "other"),
    "(n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n == 3 ? 3 : n == 6 ? 4 : 5)",
)
_DA = (("one", "other"), "(n != 1)")
_DSB = (
    ("one", "two", "few", "other"),
    "(n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : (n % 100 == 3 || n % 100 == 4) ? 2 : 3)",
)
_ES = (("one", "other"), "(n != 1)")
_FF = (("one", "other"), "(n > 1)")
_FR = (("one", "other"), "(n > 1)")
_GA = (
    ("one", "two", "few", "many", "other"),
    "(n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4)",
)
_GD = (
    ("one", "two", "few", "other"),
    "((n == 1 || n == 11) ? 0 : (n == 2 || n == 12) ? 1 : ((n >= 3 && n <= 10) || (n >= 13 && n <= 19)) ? 2 : 3)",
)
_GV = (
    ("one", "two", "few", "other"),
    "(n % 10 == 1 ? 0 : n % 10 == 2 ? 1 : (n % 100 == 0 || n % 100 == 20 || n % 100 == 40 || n % 100 == 60 || n % 100 == 80) ? 2 : 3)",
)
_HE = (("one", "two", "other"), "(n == 1 ? 0 : n == 2 ? 1 : 2)")
_IS = (("one", "other"), "(n % 10 == 1 && n % 100 != 11 ? 0 : 1)")
_IU = (("one", "two", "other"), "(n == 1 ? 0 : n == 2 ? 1 : 2)")
_KW = (
    ("zero", "one", "two", "few", "many", "other"),
    "(n == 0 ? 0 : n == 1 ? 1 : (n % 100 == 2 || n % 100 == 22 || n % 100 == 42 || n % 100 == 62 || n % 100 == 82) || (n % 1000 == 0 && ((n % 100000 >= 1000 && n % 100000 <= 20000) || n % 100000 == 40000 || n % 100000 == 60000 || n % 100000 == 80000)) || (n != 0 && n % 1000000 == 100000) ? 2 : (n % 100 == 3 || n % 100 == 23 || n % 100 == 43 || n % 100 == 63 || n % 100 == 83) ? 3 : n != 1 && (n % 100 == 1 || n % 100 == 21 || n % 100 == 41 || n % 100 == 61 || n % 100 == 81) ? 4 : 5)",
)
_LAG = (("zero", "one", "other"), "(n == 0 ? 0 : (n == 0 || n == 1) && n != 0 ? 1 : 2)")
_LT = (
    ("one", "few", "other"),
    "(n % 10 == 1 && (n % 100 < 11 || n % 100 > 19) ? 0 : n % 10 >= 2 && n % 10 <= 9 && (n % 100 < 11 || n % 100 > 19) ? 1 : 2)",
)
_LV = (
    ("zero", "one", "other"),
    "(n % 10 == 0 || (n % 100 >= 11 && n % 100 <= 19) ? 0 : n % 10 == 1 && n % 100 != 11 ? 1 : 2)",
)
_MK = (("one", "other"), "(n % 10 == 1 && n % 100 != 11 ? 0 : 1)")
_MO = (("one", "few", "other"), "(n == 1 ? 0 : n == 0 || (n != 1 && n % 100 >= 1 && n % 100 <= 19) ? 1 : 2)")
_MT = (
    ("one", "two", "few", "many", "other"),
    "(n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : n % 100 >= 11 && n % 100 <= 19 ? 3 : 4)",
)
_PL = (
    ("one", "few", "many"),
    "(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2)",
)
_PT = (("one", "other"), "(n > 1)")
_RU = (
    ("one", "few", "many"),
    "(n % 10 == 1 && n % 100 != 11 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2)",
)
_SGS = (
    ("one", "two", "few", "other"),
    "(n % 10 == 1 && n % 100 != 11 ? 0 : n == 2 ? 1 : n != 2 && n % 10 >= 2 && n % 10 <= 9 && (n % 100 < 11 || n % 100 > 19) ? 2 : 3)",
)
_SHI = (("one", "few", "other"), "(n == 0 || n == 1 ? 0 : n >= 2 && n <= 10 ? 1 : 2)")
_SI = (("one", "other"), "(n > 1)")
_SL = (
    ("one", "two", "few", "other"),
    "(n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : (n % 100 == 3 || n % 100 == 4) ? 2 : 3)",
)
_TZM = (("one", "other"), "((n == 0 || n == 1) || (n >= 11 && n <= 99) ? 0 : 1)")

#: The categories that whole numbers below a thousand have, and the formula for their places.
FORMULAS: dict[str, tuple[tuple[str, ...], str]] = {
    "af": _AF,
    "an": _AF,
    "asa": _AF,
    "az": _AF,
    "bal": _AF,
    "bem": _AF,
    "bez": _AF,
    "bg": _AF,
    "brx": _AF,
    "ce": _AF,
    "cgg": _AF,
    "chr": _AF,
    "ckb": _AF,
    "dv": _AF,
    "ee": _AF,
    "el": _AF,
    "eo": _AF,
    "eu": _AF,
    "fo": _AF,
    "fur": _AF,
    "gsw": _AF,
    "ha": _AF,
    "haw": _AF,
    "hu": _AF,
    "jgo": _AF,
    "jmc": _AF,
    "ka": _AF,
    "kaj": _AF,
    "kcg": _AF,
    "kk": _AF,
    "kkj": _AF,
    "kl": _AF,
    "ks": _AF,
    "ksb": _AF,
    "ku": _AF,
    "ky": _AF,
    "lb": _AF,
    "lg": _AF,
    "mas": _AF,
    "mgo": _AF,
    "ml": _AF,
    "mn": _AF,
    "mr": _AF,
    "nah": _AF,
    "nb": _AF,
    "nd": _AF,
    "ne": _AF,
    "nn": _AF,
    "nnh": _AF,
    "no": _AF,
    "nr": _AF,
    "ny": _AF,
    "nyn": _AF,
    "om": _AF,
    "or": _AF,
    "os": _AF,
    "pap": _AF,
    "ps": _AF,
    "rm": _AF,
    "rof": _AF,
    "rwk": _AF,
    "saq": _AF,
    "sd": _AF,
    "sdh": _AF,
    "seh": _AF,
    "sn": _AF,
    "so": _AF,
    "sq": _AF,
    "ss": _AF,
    "ssy": _AF,
    "st": _AF,
    "syr": _AF,
    "ta": _AF,
    "te": _AF,
    "teo": _AF,
    "tig": _AF,
    "tk": _AF,
    "tn": _AF,
    "tr": _AF,
    "ts": _AF,
    "ug": _AF,
    "uz": _AF,
    "ve": _AF,
    "vo": _AF,
    "vun": _AF,
    "wae": _AF,
    "xh": _AF,
    "xog": _AF,
    "ak": _AK,
    "bho": _AK,
    "csw": _AK,
    "guw": _AK,
    "ln": _AK,
    "mg": _AK,
    "nso": _AK,
    "pa": _AK,
    "ti": _AK,
    "wa": _AK,
    "am": _AM,
    "as": _AM,
    "bn": _AM,
    "doi": _AM,
    "fa": _AM,
    "gu": _AM,
    "hi": _AM,
    "kn": _AM,
    "kok": _AM,
    "kok-Latn": _AM,
    "pcm": _AM,
    "zu": _AM,
    "ar": _AR,
    "ars": _AR,
    "ast": _AST,
    "de": _AST,
    "en": _AST,
    "et": _AST,
    "fi": _AST,
    "fy": _AST,
    "gl": _AST,
    "ia": _AST,
    "ie": _AST,
    "io": _AST,
    "lij": _AST,
    "nl": _AST,
    "sc": _AST,
    "sv": _AST,
    "sw": _AST,
    "ur": _AST,
    "yi": _AST,
    "be": _BE,
    "blo": _BLO,
    "cv": _BLO,
    "ksh": _BLO,
    "bm": _BM,
    "bo": _BM,
    "dz": _BM,
    "hnj": _BM,
    "id": _BM,
    "ig": _BM,
    "ii": _BM,
    "ja": _BM,
    "jbo": _BM,
    "jv": _BM,
    "jw": _BM,
    "kde": _BM,
    "kea": _BM,
    "km": _BM,
    "ko": _BM,
    "lkt": _BM,
    "lo": _BM,
    "ms": _BM,
    "my": _BM,
    "nqo": _BM,
    "osa": _BM,
    "sah": _BM,
    "ses": _BM,
    "sg": _BM,
    "su": _BM,
    "th": _BM,
    "to": _BM,
    "tpi": _BM,
    "und": _BM,
    "vi": _BM,
    "wo": _BM,
    "yo": _BM,
    "yue": _BM,
    "zh": _BM,
    "br": _BR,
    "bs": _BS,
    "hr": _BS,
    "sh": _BS,
    "sr": _BS,
    "ca": _CA,
    "it": _CA,
    "lld": _CA,
    "pt-AO": _CA,
    "pt-CH": _CA,
    "pt-CV": _CA,
    "pt-FR": _CA,
    "pt-GQ": _CA,
    "pt-GW": _CA,
    "pt-LU": _CA,
    "pt-MO": _CA,
    "pt-MZ": _CA,
    "pt-PT": _CA,
    "pt-ST": _CA,
    "pt-TL": _CA,
    "scn": _CA,
    "vec": _CA,
    "ceb": _CEB,
    "fil": _CEB,
    "tl": _CEB,
    "cs": _CS,
    "sk": _CS,
    "cy": _CY,
    "da": _DA,
    "dsb": _DSB,
    "hsb": _DSB,
    "es": _ES,
    "ff": _FF,
    "hy": _FF,
    "kab": _FF,
    "fr": _FR,
    "ga": _GA,
    "gd": _GD,
    "gv": _GV,
    "he": _HE,
    "is": _IS,
    "iu": _IU,
    "naq": _IU,
    "sat": _IU,
    "se": _IU,
    "sma": _IU,
    "smi": _IU,
    "smj": _IU,
    "smn": _IU,
    "sms": _IU,
    "kw": _KW,
    "lag": _LAG,
    "lt": _LT,
    "lv": _LV,
    "prg": _LV,
    "mk": _MK,
    "mo": _MO,
    "ro": _MO,
    "mt": _MT,
    "pl": _PL,
    "pt": _PT,
    "ru": _RU,
    "uk": _RU,
    "sgs": _SGS,
    "shi": _SHI,
    "si": _SI,
    "sl": _SL,
    "tzm": _TZM,
}
