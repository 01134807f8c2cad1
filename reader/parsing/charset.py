"""Which legacy encoding bytes are in, judged by what the letters look like when read.

Every candidate reads a sample; the score counts how well the words look: one script a word, case as people
write it, common letters, hardly any marks inside words. No tables of languages are needed beyond the most
frequent letters of each script.
"""

from __future__ import annotations

import codecs
import re

_LATIN = "áàâäãåæçéèêëíìîïñóòôöõøœßúùûüýÿÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝŸ"
# The letters of each language alone, rare ones behind a blank: what a language does not have speaks against it.
_WESTERN = (
    "éèàêçùô îâûëïœ", "äöüß", "áéíóúñü", "ãçáéíóúâêôõà", "àèéìòù", "àèéíòóúç ïü", "éëïèöü êá", "åäöé", "æøåé",
    "áðéíóúýþæö", "äõöüšž",
)  # fmt: skip
_CENTRAL = ("ąćęłńóśźż", "íáěéřčžýšůúóďňô ľĺŕä", "áéóöőíüúű", "ăâîşţ", "čšžćđ")
_BALTIC = ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž")
_MARKS = "“”‘’–—…«»£€°§©®•\u00a0¿¡"
_ONE_TABLE = {
    # name: (letters that are common, share of the ordinary weight when it is the only evidence)
    "cp1252": (_LATIN, 1.0),
    "mac_roman": (_LATIN, 0.9),
    "iso8859_15": (_LATIN, 0.97),
    "cp437": (_LATIN, 0.8),
    "cp850": (_LATIN, 0.75),
    "cp1254": ("çğıöşü âîû", 1.0),
    "cp1251": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґў", 1.0),
    "koi8_r": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 0.99),
    "cp866": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 0.98),
    "iso8859_5": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 0.97),
    "mac_cyrillic": ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", 0.9),
    "cp1253": ("αοιετσνηυρπκμλςάόίήέύώωγδχθφβξζψϊ", 1.0),
    "iso8859_7": ("αοιετσνηυρπκμλςάόίήέύώωγδχθφβξζψϊ", 0.995),
    "cp1256": ("االيمنرتبوهدسعفلكحقجشصةأطىخضزذثغءئإؤآظپچژگ،؛؟", 1.0),
    "iso8859_6": ("االيمنرتبوهدسعفكحقجشصةأطىخضزذثغءئإؤآظ،؛؟", 1.0),
    "cp1255": ("יוהלאמרבתשנעדחקפסגטזכצםןךףץ", 1.0),
    "cp874": ("านรกอเงสมตยวลดทปคแบหพชจไขใซถผธศฉโณภญฟษฝฮฐฏฎฒฬฑฆฤฌๆ่้ั็ิีึืุู์ๅำะ", 1.0),
}
_SINGLE = [(name, *known) for name, known in _ONE_TABLE.items()]
_SINGLE += [
    (name, letters, weight)
    for name, weight, languages in (
        ("cp1252", 1.0, _WESTERN), ("iso8859_15", 0.98, _WESTERN), ("cp1250", 0.97, _CENTRAL),
        ("iso8859_2", 0.96, _CENTRAL), ("cp1257", 0.98, _BALTIC),
    )
    for letters in languages
]  # fmt: skip
_ASCII = bytes(range(128))
_HIGH = bytes(range(128, 256))
_STRAY = "reader.as-windows"  # the name of the error handler below
_PART = 4  # how many lines of another encoding one of UTF-8 may stand beside
_WORD = 12  # characters that are more than a word which happens to read as UTF-8
_MULTI = ("cp932", "euc_jp", "gb18030", "big5", "cp949")
_HANZI = frozenset(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然"
    "家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把"
    "這個們來為國說時會對過發後裡經麼學現當沒動還進樣開從實軍無與長聯報員總統臺灣關於"
)


def guess(data: bytes) -> tuple[str, str, tuple[str, ...]]:
    """The text, the encoding's name and the repairs for bytes that are not valid UTF-8."""
    mixed = _mixed(data)
    if mixed is not None:
        return mixed, "utf-8", ("bytes that are not UTF-8 read as Windows-1252",)
    if (parted := _by_lines(data)) is not None:
        return parted
    best = _best(data)
    return data.decode(best, "replace"), _label(best), ()


def _best(data: bytes) -> str:
    """The legacy encoding that `data` is most likely in."""
    sample = _sample(data)
    near = b"|".join(re.findall(_NEAR, sample))
    best, score = "cp1252", -1.0
    for name in _MULTI:
        value = _score_multi(sample, name)
        if value > score:
            best, score = name, value
    if score < 0.5:
        for name, letters, weight in _SINGLE:
            value = _score_single(near, name, letters) * weight
            if value > score:
                best, score = name, value
    return best


# Bytes above 7F with a byte on either side, which is all that is looked at; kept together where they are near.
_NEAR = rb"[\x00-\x7f]?[\x80-\xff]+(?:[\x00-\x7f]{1,2}[\x80-\xff]+)*[\x00-\x7f]?"


def _label(name: str) -> str:
    return {"cp932": "shift_jis"}.get(name, name.replace("_", "-"))


def _sample(data: bytes) -> bytes:
    """Up to 24 KB of whole lines that hold bytes above 7F."""
    if len(data) <= 1 << 15:
        return data
    lines, size = [], 0
    for match in re.finditer(rb"[^\n]*[\x80-\xff][^\n]*\n?", data[: 1 << 21]):
        lines.append(match[0][:4000])
        size += len(lines[-1])
        if size > 24_000:
            break
    return b"".join(lines)


def _mixed(data: bytes) -> str | None:
    """A text that is UTF-8 but for some stray bytes, or None."""
    head = data[: 1 << 18]
    rest, good = re.subn(
        rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", b"", head
    )
    stray = len(rest) - len(rest.translate(None, _HIGH))
    longer = len(re.findall(rb"[\xe1-\xef][\x80-\xbf]{2}|[\xc3-\xdf][\x80-\xbf](?=[a-z ])", head))
    if good < 3 or stray > good or longer * 2 < good - stray:
        return None
    codecs.register_error(_STRAY, _as_windows)
    return data.decode("utf-8", _STRAY)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The first byte that is not UTF-8 as Windows-1252 has it, and where to go on: an error handler of a codec."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


def _by_lines(data: bytes) -> tuple[str, str, tuple[str, ...]] | None:
    """A text of which some lines are UTF-8 and others are not, as when files were put together; None for another.

    Lines of other encodings hardly ever read as UTF-8, but for words of Chinese and Japanese: those that do have to be
    sentences, and many enough.
    """
    lines: list[tuple[bytes, str | None]] = []
    sure = signs = 0
    for line in data.splitlines(keepends=True):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            lines.append((line, None))
            continue
        lines.append((line, text))
        if wide := len(text) - len(text.encode("ascii", "ignore")):
            signs += wide
            sure += len(text) > 3 * wide + _WORD or wide > _WORD
    if not sure or signs < 2 or sure * _PART < sum(text is None for _, text in lines):
        return None
    other = _best(b"".join(line for line, text in lines if text is None))
    made = "".join(line.decode(other, "replace") if text is None else text for line, text in lines)
    return made, "utf-8", (f"lines that are not UTF-8 read as {_label(other)}",)


def _score_multi(sample: bytes, name: str) -> float:
    """0-1: how sure it is that `sample` is text of this multi-byte encoding."""
    text = sample.decode(name, "replace")
    wide = text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")
    if len(wide) < 4:
        return 0.0
    bad = text.count("\ufffd")
    if bad > 1 + len(wide) // 100:
        return 0.0
    total = len(wide)
    kana = sum("\u3040" <= c <= "\u30ff" for c in wide) / total
    half = sum("\uff61" <= c <= "\uff9f" for c in wide) / total
    hangul = sum("\uac00" <= c <= "\ud7a3" for c in wide) / total
    hanzi = sum("\u4e00" <= c <= "\u9fff" for c in wide) / total
    known = sum(c in _HANZI for c in wide) / total
    marks = sum("\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uff60" for c in wide) / total
    if name in ("cp932", "euc_jp"):
        return kana + 0.5 * hanzi + marks - 2 * half if kana > 0.2 else 0.0
    if name == "cp949":
        if hangul <= 0.6:
            return 0.0
        # Syllables beyond those of KS X 1001, and letters alone, hardly stand in Korean: kana read so are full of them.
        rare = sum("\uac00" <= c <= "\ud7a3" and len(c.encode("euc_kr")) > 2 for c in wide)
        rare += sum("\u3131" <= c <= "\u318e" for c in wide)
        return hangul + marks - 3 * rare / total
    if known < 0.1 or kana > 0.1:
        return 0.0
    return min(1.0, 0.45 + known + 0.3 * hanzi) if hanzi > 0.5 else 0.0


def _score_single(sample: bytes, name: str, letters: str) -> float:
    """How well the words of `sample` look when read with a single-byte encoding."""
    text = sample.decode(name, "replace")
    high = [c for c in text if c > "\x7f"]
    if not high:
        return 0.0
    common = frozenset(letters + letters.upper())
    first = letters.partition(" ")[0] if " " in letters else letters[:16]
    top = frozenset("éáíóúñäöüàèçãõêâôåøæß" if letters is _LATIN else first)
    if letters is _LATIN and "õ" in high and not {"ã", "ä"}.intersection(high):
        top -= {"õ"}  # not Portuguese, not Estonian: Hungarian ő
        common -= {"õ"}
    good = 0.0
    for c in high:
        if c in top:
            good += 1.0
        elif c in common:
            good += 0.5 if letters is _LATIN else 0.8
        elif c in _MARK_SET:
            good += 0.4
        elif c == "\ufffd" or "\x80" <= c <= "\x9f":
            good -= 2.0
        elif "\u2500" <= c <= "\u259f":
            good -= 1.0
        elif c.isalpha():
            good += 0.1
        else:
            good -= 0.3
    # Marks count fully where writers put them: an apostrophe between letters, quotes around words, a sign by a number.
    good += 0.6 * len(re.findall(_IN_PLACE, text))
    # A capital in mid-word is what a wrong table gives.
    odd = sum(
        text[m.start()].islower() and text[m.start() + 1].isupper()
        for m in re.finditer(r"(?=[^\W\d_][^\x00-\x7f]|[^\x00-\x7f][^\W\d_])", text)
    )
    inner = len(re.findall(_INNER, text))
    mixed = len(re.findall(r"[A-Za-z][\u0370-\u0e7f]|[\u0370-\u0e7f][A-Za-z]", text))
    mixed += len(re.findall(r"(?<![^\W\d_])[\u00c0-\u024f](?=\d)", text))  # ú600 for £600
    return (good - 1.5 * odd - inner - mixed) / len(high)


_IN_PLACE = (
    r"(?<=\w)’(?=\w)|(?<=[\s(])[“‘«](?=\w)|(?<=[\w.,!?])[”’»](?=[\s.,;:)])"
    r"|«(?=\s\w)|(?<=\s)»(?=\W)|[£€](?=\d)|(?<= )[–—](?= )|(?<=[a-z])…"
    r"|°(?=[CF\s])|(?<=\n)•(?= )"
)
_MARK_SET = frozenset(_MARKS)
# A mark between two letters, other than those that words have.
_INNER = r"(?<=[^\W\d_])[^\w\s.,;:'’‘\-–—\"”“/()\u0e31-\u0e4e\u00ad\x80-\x9f…«»!?£€$%&*+<=>@\[\]{}|~^`\\#]+(?=[^\W\d_])"
