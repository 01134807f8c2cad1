"""Bytes of every usual encoding become the same text, and damage is mended only where it is certain."""

from __future__ import annotations

import pytest

from reader.parsing import ParseError, decode, parse_file
from reader.parsing.decode import is_binary

ENGLISH = "The minister didn’t expect talks – “not this year” – and the £3bn plan was dropped. A café in Malmö agreed."
TEXTS = {
    "en": ENGLISH,
    "es": "El presidente declaró el miércoles que la reunión continuará; los jóvenes llenaron la plaza.",
    "pl": "Prezydent powiedział w środę, że rząd rozważy nową ustawę. Żadna partia nie chciała głosować przeciw.",
    "cs": "Premiér řekl, že opozice návrh kritizuje. Odbory hrozí stávkou, pokud se s nimi vláda nedohodne.",
    "hu": "A miniszterelnök szerint a döntés célja az infláció visszaszorítása. Az időjárás hűvösebb lesz.",
    "ro": "Președintele a declarat că ședința va continua săptămâna viitoare și că țara este pregătită.".translate(
        str.maketrans("șțȘȚ", "şţŞŢ")
    ),
    "it": "Il presidente ha detto che la città non sarà più divisa: «Così finirà». Venerdì la novità è nell'unità.",
    "nl": "De industriële coördinatie heeft geleid tot één geïntegreerd beleid, zei de Belgische premier.",
    "is": "Ráðherra sagði að það væri þörf á nýjum lögum. Fólk á Íslandi bíður þess með óþreyju.",
    "tr": "Cumhurbaşkanı ekonominin büyüdüğünü söyledi. Işık Üniversitesi açığa dikkat çekti.",
    "ru": "Президент заявил в среду, что переговоры продолжатся на следующей неделе. Оппозиция покинула зал.",
    "el": "Ο πρόεδρος δήλωσε την Τετάρτη ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.",
    "ar": "أعلن الرئيس يوم الأربعاء أن المحادثات ستستمر في الأسبوع المقبل وقال إن الحكومة ترحب بذلك.",
    "he": "ראש הממשלה אמר ביום רביעי כי השיחות יימשכו בשבוע הבא. המפגינים התאספו מול הכנסת.",
    "ja": "大統領は水曜日、会談は来週も続くと述べた。野党は議場を去り、会議はそのまま終わった。",
    "zh": "总统星期三说，会谈将在下周继续进行，我们希望各方都能参加。反对派离开了会场，会议就这样结束了。",
    "ko": "대통령은 수요일 회담이 다음 주에도 계속될 것이라고 말했다. 야당은 회의장을 떠났다.",
}
CODES = [
    ("en", "utf-8"), ("en", "utf-8-sig"), ("en", "cp1252"), ("en", "utf-16"), ("en", "utf-16-le"), ("en", "utf-32"),
    ("es", "cp1252"), ("es", "iso8859_15"), ("es", "mac_roman"), ("pl", "cp1250"), ("ru", "cp1251"), ("ru", "koi8_r"),
    ("cs", "cp1250"), ("cs", "iso8859_2"), ("hu", "cp1250"), ("hu", "iso8859_2"), ("ro", "cp1250"), ("it", "cp1252"),
    ("nl", "cp1252"), ("is", "cp1252"), ("tr", "cp1254"),
    ("ru", "cp866"), ("ru", "utf-16-be"), ("el", "cp1253"), ("ar", "cp1256"), ("he", "cp1255"), ("ja", "shift_jis"),
    ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("zh", "gb18030"), ("ko", "cp949"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "code"), CODES)
def test_encodings(language: str, code: str) -> None:
    text = (TEXTS[language] + "\n") * 3
    assert decode(text.encode(code)).text == text


@pytest.mark.parametrize("code", ["shift_jis", "euc_jp"])
def test_a_line_of_japanese_is_not_korean(code: str) -> None:
    text = "東京株式市場で日経平均株価が続落した。"
    assert decode(text.encode(code)).text == text


def test_each_of_many_stray_bytes_of_windows_is_read() -> None:
    line = "L’été, déjà là, il l’a dit."
    text = (line + "\n") * 1500
    assert decode(text.encode().replace("l’a".encode(), b"l\x92a")).text == text


def test_japanese_of_windows_keeps_its_addresses_and_names() -> None:
    text = "髙橋大臣は①の計画を発表した。詳しくは http://www.example.jp/~taka/ と C:\\news にある。"
    assert decode(text.encode("cp932")) == (text, "shift_jis", ())


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\x85", "\x0b", "\x0c"])
def test_line_ends(ending: str) -> None:
    assert decode(f"One{ending}Two{ending}".encode()).text == "One\nTwo\n"


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
def test_mojibake_is_mended(wrong: str) -> None:
    text = "“Café”, said the señor’s naïve fiancée – in Málaga."
    broken = text.encode().decode(wrong, "replace")
    mended = decode(broken.encode())
    assert mended.text == text
    assert any("mended" in repair for repair in mended.repairs)


def test_mojibake_twice() -> None:
    text = "Café, señor, naïve, fiancée, Málaga"
    broken = text.encode().decode("latin-1").encode().decode("latin-1")
    assert decode(broken.encode()).text == text


def test_entities_need_evidence() -> None:
    assert decode(b"a &lt;b&gt; for AT&amp;T").text == "a &lt;b&gt; for AT&amp;T"
    assert decode(b"from 5 to &#8364;500&nbsp;a day").text == "from 5 to €500\xa0a day"
    assert decode(b"www.example.com/?a=&copy;").text == "www.example.com/?a=&copy;"
    assert decode(b"&ldquo;Caf&eacute;&rdquo; &amp; &#8220;bar&#8221;").text == "“Café” & “bar”"


def test_a_few_stray_bytes_in_utf8() -> None:
    text = "“Eins”, “zwei”, “drei” – Größe"
    assert decode(text.encode() + b" caf\xe9 \x93end\x94").text == text + " café “end”"


def test_what_acts_on_a_terminal_never_comes_out() -> None:
    text = decode(
        b"\x1b[31mred\x1b[0m and \x1b]0;title\x07\x1b]8;;http://a.b\x1b\\link\x1b]8;;\x1b\\ b\x08bold \x00nul\x9b"
    ).text
    assert not any((ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 for c in text)
    assert text.startswith("red and link bold nul")


def test_invisible_marks_go() -> None:
    assert decode("inter\u00adnational co\u200boperation\ufeff".encode()).text == "international cooperation"


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(100), b"%PDF-1.7 rest", bytes(range(256)) * 20]
)
def test_binary_is_told(data: bytes) -> None:
    assert is_binary(data)


def test_texts_are_not_binary() -> None:
    for language, code in CODES:
        assert not is_binary(TEXTS[language].encode(code) * 4), code


def test_bad_files_name_themselves(tmp_path) -> None:
    with pytest.raises(ParseError, match="no such file"):
        parse_file(tmp_path / "gone.txt")
    with pytest.raises(ParseError, match="folder"):
        parse_file(tmp_path)
    (tmp_path / "x.txt").write_bytes(b"PK\x03\x04" + bytes(50))
    with pytest.raises(ParseError, match=r"x\.txt.*not a text"):
        parse_file(tmp_path / "x.txt")


def test_files_put_together_from_two_encodings_are_read_line_by_line():
    said = "LISBON - The bridge is open, said José Ávila.\n\n"
    for rest, encoding in (
        ("Señor Núñez dijo algo el lunes. “Hola” dijo — él.\n", "cp1252"),
        ("Президент Владимир Путин заявил, что бюджет составит пять миллиардов рублей.\n", "cp1251"),
    ):
        decoded = decode((said * 9).encode() + rest.encode(encoding) * 3 + said.encode())
        assert decoded.text == said * 9 + rest * 3 + said and decoded.encoding == "utf-8"
        assert decoded.repairs == (f"lines that are not UTF-8 read as {encoding}",)
    for text, encoding in (
        ("联通\n移动\n北京时间周一，主席会见了来访的客人。\n" * 5, "gb18030"),
        (rest * 9, "cp1251"),
    ):
        assert decode(text.encode(encoding)).text == text
