"""The numerals that word processors and browsers put before a list's items."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST = 9999

# Names of formats: CSS Counter Styles Level 3, and ST_NumberFormat of Office Open XML (ECMA-376, part 1, 17.18.59).
_SILENT = frozenset(("none", "bullet", "disc", "circle", "square"))
_CHINESE = frozenset(
    (
        "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal",
        "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
        "ideographTraditionalCounting", "koreanCounting",
    )
)  # fmt: skip
_FORMAL = frozenset(
    ("simp-chinese-formal", "trad-chinese-formal", "chineseLegalSimplified", "ideographLegalTraditional")
)
_POSITIONAL = frozenset(
    ("cjk-decimal", "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital")
)
# The first numeral of formats that have a row of characters of their own in Unicode, and how many.
_ROWS = {
    "decimalEnclosedCircle": ("①", 20), "decimalEnclosedCircleChinese": ("①", 20), "circled-decimal": ("①", 20),
    "decimalEnclosedFullstop": ("⒈", 20), "decimalEnclosedParen": ("⑴", 20), "ideographEnclosedCircle": ("㊀", 10),
}  # fmt: skip


def numeral(number: int, style: str) -> str | None:
    """A number in a style as CSS or Word names it; ``None`` for bullets and no number at all.

    Unknown styles and numbers beyond a style's reach are written in Arabic digits.
    """
    if style in _SILENT:
        return None
    if not 0 < number <= _MOST:
        return str(number)
    if style in _CHINESE:
        return _chinese(number, _DIGITS, "十百千")
    if style in _FORMAL:
        return _chinese(number, _LEGAL, "拾佰仟")
    if style in _POSITIONAL:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if style in _ROWS:
        first, count = _ROWS[style]
        return chr(ord(first) + number - 1) if number <= count else str(number)
    if style in ("ideographTraditional", "cjk-heavenly-stem", "ideographZodiac", "cjk-earthly-branch"):
        row = _STEMS if style in ("ideographTraditional", "cjk-heavenly-stem") else _BRANCHES
        return row[number - 1] if number <= len(row) else str(number)
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    if style in ("decimalZero", "decimal-leading-zero"):
        return f"{number:02}"
    if style.lower().replace("-", "") in ("lowerroman", "upperroman"):
        return _cased(_roman(number), style)
    if style.lower().replace("-", "") in (
        "lowerletter",
        "loweralpha",
        "lowerlatin",
        "upperletter",
        "upperalpha",
        "upperlatin",
    ):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return _cased(letter, style)
    return str(number)


def _cased(words: str, style: str) -> str:
    return words.upper() if style.startswith("upper") else words


def _chinese(number: int, digits: str, units: str) -> str:
    words = ""
    for place, digit in enumerate(reversed(str(number))):
        if digit != "0":
            words = digits[int(digit)] + (units[place - 1] if place else "") + words
        elif words and words[0] != "零":
            words = "零" + words
    return words[1:] if words.startswith("一十") else words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        words += letters * (number // value)
        number %= value
    return words
