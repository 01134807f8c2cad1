"""Whole numbers below a hundred in words of other languages: "drei", "dix-sept", "vinte e dois", "dua puluh lima".

One is left out: it is the article in most of them. Forms are folded; a number of several words has single spaces,
where the text may have hyphens.
"""

from __future__ import annotations

import re
from functools import cache

from reader.detect.figures.lexemes import WORD, Tape, fold

# language | 2 to 19 in order | the tens from twenty | what joins tens and units, "{t}" and "{u}"
_TABLE = """
de|zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn
 neunzehn|zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig|{u}und{t}|ein
nl|twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien
 negentien|twintig dertig veertig vijftig zestig zeventig tachtig negentig|{u}en{t}|een
sv|två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton
 |tjugo trettio fyrtio femtio sextio sjuttio åttio nittio|{t}{u}|en
no|to tre fire fem seks sju/syv åtte/otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten
 |tjue/tyve tretti/tredive førti/fyrre femti seksti sytti åtti nitti|{t}{u}|en
fr|deux trois quatre cinq six sept huit - dix onze douze treize quatorze quinze seize dix_sept dix_huit dix_neuf
 |vingt trente quarante cinquante soixante - quatre_vingt/quatre_vingts -|{t}_{u}|et_un
es|dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho
 diecinueve|veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa|{t}_y_{u}|uno
pt|dois/duas três quatro cinco seis sete oito nove dez onze doze treze quatorze/catorze quinze dezesseis/dezasseis
 dezessete/dezassete dezoito dezenove/dezanove|vinte trinta quarenta cinquenta sessenta setenta oitenta noventa
 |{t}_e_{u}|um
it|due tre quattro cinque - sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto
 diciannove|venti trenta quaranta cinquanta sessanta settanta ottanta novanta|{t}{u}|uno
tr|iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki on_üç on_dört on_beş on_altı on_yedi on_sekiz on_dokuz
 |yirmi otuz kırk elli altmış yetmiş seksen doksan|{t}_{u}|bir
id|dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua_belas tiga_belas empat_belas lima_belas
 enam_belas tujuh_belas delapan_belas sembilan_belas|dua_puluh tiga_puluh empat_puluh lima_puluh enam_puluh tujuh_puluh
 delapan_puluh sembilan_puluh|{t}_{u}|satu
pl|dwa/dwie/dwóch/dwoje trzy/trzech/troje cztery/czterech/czworo pięć/pięciu/pięcioro sześć/sześciu siedem/siedmiu
 osiem/ośmiu dziewięć/dziewięciu dziesięć/dziesięciu jedenaście/jedenastu dwanaście/dwunastu trzynaście/trzynastu
 czternaście piętnaście/piętnastu szesnaście siedemnaście osiemnaście dziewiętnaście|dwadzieścia/dwudziestu
 trzydzieści/trzydziestu
 czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt
 |{t}_{u}|jeden
ru|два/две/двух/двое три/трех/трое четыре/четырех/четверо пять/пяти/пятеро шесть/шести семь/семи восемь/восьми
 девять/девяти десять/десяти одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать
 восемнадцать девятнадцать|двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто|{t}_{u}|один
sw|mbili/wawili tatu/watatu nne/wanne tano/watano sita saba nane/wanane tisa kumi - - - - - - - - -
 |ishirini thelathini arobaini hamsini sitini sabini themanini tisini|{t}_na_{u}|moja
"""


def _plain(form: str) -> str:
    return fold(form).replace("_", " ").replace("ı", "i").replace("ß", "ss")


def _compounds(tens: list[str], units: list[list[str]], join: str, one: str) -> dict[str, int]:
    """The numbers between the tens, from twenty-one on."""
    known = {}
    for at, forms in enumerate(tens, 2):
        for form in forms.split("/") if forms != "-" else ():
            known[_plain(form)] = 10 * at
            for unit, words in enumerate([[one], *units], 1):
                for word in words:
                    whole = join.format(t=form, u=word)
                    known[_plain(whole)] = 10 * at + unit
                    if join == "{t}{u}" and word[0] in "uo":  # ventuno, ventotto
                        known[_plain(form[:-1] + word)] = 10 * at + unit
    return known


def _language(row: str) -> dict[str, int]:
    code, small, tens, join, one = row.split("|")
    forms = [form.split("/") if form != "-" else [] for form in small.split()]
    known = _compounds(tens.split(), forms[:8], join, one)
    known |= {_plain(form): value for value, alike in enumerate(forms, 2) for form in alike}
    if code == "es":  # veintidós
        known |= {f"veinti{_plain(unit)}": 20 + at for at, alike in enumerate(forms[:8], 2) for unit in alike}
    if code == "fr":  # soixante-douze, quatre-vingt-dix
        teens = [(value, _plain(form)) for value, alike in enumerate(forms, 2) if value > 9 for form in alike]
        known |= {
            f"{head} {form}": base + value
            for head, base in (("soixante", 60), ("quatre vingt", 80))
            for value, form in teens
        }
        known["neuf"] = 9
    return known


def _rows() -> list[str]:
    return re.sub(r"\n ", " ", _TABLE.strip()).replace(" |", "|").splitlines()


#: The languages whose numbers are known.
LANGUAGES: frozenset[str] = frozenset(row[:2] for row in _rows())


@cache
def numbers_in(code: str) -> dict[str, int]:
    """The numbers of a language by their folded forms; none for one that is not known."""
    return _language(next(row for row in _rows() if row.startswith(code))) if code in LANGUAGES else {}


_LONGEST = 4
# French "neuf" is "new" as well: a number before a plural only.
_PLURAL = re.compile(r"\w{3,}[sx]$")


@cache
def openers(code: str) -> frozenset[str]:
    """The first words of the numbers of a language; empty for one that is not known."""
    return frozenset(form.partition(" ")[0] for form in numbers_in(code))


def spelt_openers(code: str) -> set[str]:
    """The first words of the numbers of a language as they are spelt, with their accents."""
    row = next(row for row in _rows() if row.startswith(code))
    forms = re.split(r"[\s/]+", " ".join(row.split("|")[1:3]))
    spelt = {form.partition("_")[0] for form in forms if form != "-"}
    if code == "es":
        spelt |= {"veintidós", "veintitrés", "veintiséis"}
    return spelt | {form.partition(" ")[0] for form in numbers_in(code)}


def read_abroad(tape: Tape, i: int) -> tuple[int, int] | None:
    """(value, next) of the longest number in words at `i` in the language of the text."""
    known = numbers_in(tape.language)
    if not known or tape[i].kind != WORD or _plain(tape.word(i)) not in openers(tape.language):
        return None
    phrase, j, best = "", i, None
    for _ in range(_LONGEST):
        j += tape.hyphen(j) and j > i
        if tape[j].kind != WORD:
            break
        phrase = f"{phrase} {_plain(tape.word(j))}".lstrip()
        j += 1
        if phrase in known:
            best = known[phrase], j
    if best is not None and phrase[:4] == "neuf" and best[0] == 9 and not _PLURAL.match(tape.word(i + 1)):
        return None
    return best
