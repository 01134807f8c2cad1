"""Titles of all countries that English news keeps before a name: "Woizero Adanech Abiebie", "Tan Sri Muhyiddin".

The tagger has not been told of them and takes them for a part of the name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from reader.detect.lexicon import entries

_HERE = 300
# Of chiefs and nobles, of clergy, of offices and of courtesy.
_HONORIFICS = frozenset(
    """igwe olori olubadan alaafin ooni alake awujale olowo etsu asiwaju iyaloja sardauna obong ichie nze ogbuefi
    ogbueshi otumfuo osagyefo okyenhene asantehene daasebre osabarima odeneho oseadeeyo okatakyie togbui torgbui naba
    kabaka omukama kyabazinga omugabe katikkiro nnabagereka omulangira rwot litunga chitimukulu inkosi inkhosi ingonyama
    kgosi kgosikgolo khosi hosi morena induna nduna mbuya sekuru ntate rre mma boqor ugas garad malaaq islaan wabar
    woizero weizero wezero woyzero weyzero woizerit weizerit dejazmach dejazmatch fitawrari bitwoded lij
    lyonpo lyonchhen lyonchoen dasho samdech oknha okhna chumteav khunying thanphuying somdet pehin penghulu temenggong
    maharaja maharani maharana rajmata begum nawab nawabzada sahibzada hetman ataman cacique lehendakari sheikha shaikha
    abune abuna serigne sokhna elhadj elhadji hajia hajja hajjah hajah mallam malama ustadz ustadzah ustazah kiai kyai
    teungku tgk buya nyai mulla molla mollah maulvi maulavi moulana mowlana molana allama allamah hazrat sayyida
    seyyid hojatoleslam hojjatoleslam hodjatoleslam metropolitan archimandrite protopriest archpriest hieromonk hegumen
    hieromartyr protodeacon catholicos vardapet evangelist apostle prophet prophetess rav rebbe rebbetzin reb mgr abbé
    mossèn séra pfarrer geshe khenpo lopon tulku gelong ajaan ajarn achan luangpor sayadaw sayadawgyi ashin saya
    sayama bogyoke thakin mahant sadhvi acharya giani gyani jathedar
    deputado deputada vereador vereadora prefeito prefeita governador governadora ministro ministra senador senadora
    presidente presidenta alcalde alcaldesa diputado diputada consejero consejera conseller consellera concejal
    delegado delegada onorevole licenciado licenciada lic maître avvocato dottor dottoressa bürgermeister
    mheshimiwa mhe ndugu bwana mzee shehe owekitiibwa usec asec kagawad atty barr barrister engr arc sarpanch patwari
    smt shrimati shri thiru tmt kumari janab encik cikgu tuan bapak aksakal sayın yb taita mallku
    lonko werken curaca gagaj lamido alkalo seyfo chieftainess qari akhund akhoond hoxha batono kalbatono karai machi
    cacica kapolda kapolri kapolres bupati gubernur walikota camat panglima muhtar gobernador gobernadora intendente
    magistrado magistrada comandante subcomandante comisario comisaria monseñor coronel capitán teniente sargento
    almirante soldado député députée sénateur sénatrice capitaine adjudant maréchal préfet senatore senatrice deputato
    unimane beretitenti chieftain granman kapitein toshao mamã deputata sindaco sindaca maresciallo
    carabiniere
    duwa padoh menko wamenko yokozuna ozeki sekiwake""".split()
)
# Those that are names too, of as many lands: titles only where two more words follow.
_NAMES_TOO = frozenset(
    """begum nawab igwe mbuya buya nyai ashin saya morena acharya kumari maharani malama hosi arc lic barr rre rav
    reb khosi tuan pak bu ibu mas mbak romo machi qari
    soldado camat coronel ko u""".split()
)
_ABBREVIATED = frozenset("barr engr arc atty usec asec lic tgk mgr smt mhe".split())
_TWO = frozenset(
    map(
        tuple,
        map(
            str.split,
            """tan sri|puan sri|toh puan|datuk paduka|datin paduka|dato paduka|datin seri|tok guru|luang por|luang pho
            |luang pu|el hadj|el hadji|lok chumteav|neak oknha|khun ying|moro naba|yang berhormat
            |than phuying""".replace("\n", "").split("|"),
        ),
    )
)
_ETHIOPIA = frozenset(
    "ethiopia ethiopian ethiopians addis tigray tigrayan amhara oromia oromo eritrea".split()
)
_NIGERIA = frozenset(
    "nigeria nigerian nigerians onitsha anambra enugu igbo ohanaeze abuja lagos owerri imo abia".split()
)
_MYANMAR = frozenset(
    "myanmar burma burmese yangon mandalay naypyidaw naypyitaw rangoon karen kachin shan".split()
)
_FIJI = frozenset("fiji fijian fijians suva".split())
_INDONESIA = frozenset(
    """indonesia indonesian indonesians jakarta java javanese surabaya bandung sumatra bali sulawesi yogyakarta
    semarang medan aceh jokowi""".split()
)
_MALAYSIA = frozenset(
    "malaysia malaysian malaysians kuala sabah sarawak johor penang selangor brunei".split()
)
_ISRAEL = frozenset("knesset israel israeli jerusalem likud netanyahu".split())
# Titles where the text speaks of a land, and names elsewhere.
_AT_HOME = (
    dict.fromkeys(("ato", "ras"), _ETHIOPIA)
    | dict.fromkeys(("adi", "ro", "bulou"), _FIJI)
    | dict.fromkeys(("pak", "bu", "ibu", "mas", "mbak", "romo"), _INDONESIA)
    | dict.fromkeys(("puan", "tun", "cik", "tok", "awang"), _MALAYSIA)
    | {"mk": _ISRAEL, "habib": _INDONESIA, "igwe": _NIGERIA, "ko": _MYANMAR, "u": _MYANMAR}
)


def is_at_home(word: str, words: Sequence[str], at: int) -> bool:
    """Whether the words around token `at` speak of the land where `word` is a title: "MK" of the Knesset."""
    return not _AT_HOME[word].isdisjoint(map(str.lower, words[max(0, at - _HERE) : at + _HERE]))


_OPENERS = _HONORIFICS | _AT_HOME.keys() | {one for one, _other in _TWO}


@lru_cache(maxsize=65536)
def _opens(word: str) -> bool:
    """Whether such a title may begin with a word: most do not, and are told so quickly."""
    return word[0].isupper() and word.lower().rstrip(".") in _OPENERS


def honorific(words: Sequence[str], first: int, last: int) -> int:
    """How many words from token `first` on are such a title, if the name behind it ends before token `last`."""
    left = last - first
    if left < 2 or not _opens(words[first]):
        return 0
    word = words[first].lower().rstrip(".")
    if left > 2 and words[first + 1][0].isupper() and (word, words[first + 1].lower()) in _TWO:
        return 2
    if left == 2 and word != "igwe" and (word in _NAMES_TOO or word in entries("forenames")):
        return 0
    if word in _AT_HOME:
        return int(word != "mk" and is_at_home(word, words, first))
    return int(word in _HONORIFICS)


def honorific_before(words: Sequence[str], at: int, low: int = 0) -> int:
    """The index where such a title right before the name at token `at` starts; `at` where there is none."""
    if not (at > low and (_opens(words[at - 1]) or (at - 1 > low and _opens(words[at - 2])))):
        return at
    last = at
    while last < len(words) and last - at < 2 and words[last][0].isupper():
        last += 1
    if at - 2 >= low and honorific(words, at - 2, last) == 2:
        return at - 2
    return at - 1 if at > low and honorific(words, at - 1, last) == 1 else at


def is_mere_title(words: Sequence[str], first: int, last: int) -> bool:
    """Whether all of it is such a title, and the name comes behind: "[Barr]. Ifeanyi Ejiofor"."""
    word = words[first].lower()
    ahead = last + 1 if word in _ABBREVIATED and words[last : last + 1] == ["."] else last
    named = ahead < len(words) and words[ahead][0].isupper()
    return last - first == 1 and named and word.rstrip(".") in _HONORIFICS
