"""Names, signs and codes of the world's money, as data.

Source: the English currency names of the Unicode CLDR (as packaged by Babel 2.18, Unicode License v3), written
out here when the table was made so that nothing is loaded at run time; news spellings, signs, older names and
the default owners of shared words ("rupee", "franc") were added by hand. All names are folded: lower case,
no accents.
"""

from __future__ import annotations

_NAMES = """
AED uae dirham, emirati dirham; AFN afghan afghani, afghani; ALL albanian lek; AMD armenian dram; ANG
netherlands antillean guilder; AOA angolan kwanza; ARS argentine peso; ATS austrian schilling; AUD
australian dollar; AWG aruban florin; AZN azerbaijani manat; BAM bosnia-herzegovina convertible mark,
bosnian mark, convertible mark; BBD barbadian dollar; BDT bangladeshi taka; BEF belgian franc; BGN bulgarian
lev; BHD bahraini dinar; BIF burundian franc; BMD bermuda dollar; BND brunei dollar; BOB bolivian boliviano;
BRL brazilian real; BSD bahamian dollar; BTC bitcoin; BTN bhutanese ngultrum; BWP botswanan pula, botswana
pula; BYN belarusian ruble, belarusian rouble; BZD belize dollar; CAD canadian dollar; CDF congolese franc,
congo franc; CHF swiss franc,
schweizer franken; CLE chilean escudo; CLP chilean peso; CNY chinese yuan, chinese renminbi,
renminbi yuan; COP colombian peso; CRC costa rican colon; CSK czechoslovak hard koruna; CUP cuban peso; CVE
cape verdean escudo; CYP cypriot pound; CZK czech koruna, czech crown; DDM east german mark; DEM german
mark, deutsche mark, west german mark, d mark; DJF djiboutian franc; DKK danish krone, danish crown; DOP
dominican peso; DZD algerian dinar; ECS ecuadorian sucre; EEK estonian kroon; EGP egyptian pound, egypt
pound; ERN eritrean nakfa; ESP spanish peseta; ETB ethiopian birr, ethiopia birr; ETH ether; EUR euro; FIM
finnish markka, finnish mark; FJD fijian dollar; FKP falkland islands pound; FRF french franc; GBP british
pound, sterling pound, uk pound; GEL georgian lari; GHS ghanaian cedi, ghana cedi; GIP gibraltar pound; GMD
gambian dalasi; GNF guinean franc; GRD greek drachma; GTQ guatemalan quetzal; GWE portuguese guinea escudo;
GYD guyanaese dollar; HKD hong kong dollar; HNL honduran lempira; HRK croatian kuna; HTG haitian gourde; HUF
hungarian forint; IDR indonesian rupiah; IEP irish pound, irish punt; ILS israeli new shekel, israeli
shekel, new israeli shekel; INR indian rupee; IQD iraqi dinar; IRR iranian rial, iran rial, iranian toman;
ISK icelandic krona, icelandic crown; ITL italian lira, italian lire; JMD jamaican dollar; JOD jordanian
dinar; JPY japanese yen, japan yen; KES kenyan shilling, kenya shilling; KGS kyrgystani som, kyrgyz som; KHR
cambodian riel; KMF comorian franc; KPW north korean won; KRW south korean won, korean won, s. korean won;
KWD kuwaiti dinar, kuwait dinar; KYD cayman islands dollar; KZT kazakhstani tenge, kazakh tenge; LAK laotian
kip; LBP lebanese pound, lebanese lira; LKR sri lankan rupee; LRD liberian dollar; LSL lesotho loti; LTL
lithuanian litas; LUF luxembourgian franc; LVL latvian lats; LYD libyan dinar; MAD moroccan dirham; MDL
moldovan leu; MGA malagasy ariary; MKD macedonian denar; MMK myanmar kyat; MNT mongolian tugrik; MOP
macanese pataca; MRU mauritanian ouguiya; MTL maltese lira; MUR mauritian rupee; MVR maldivian rufiyaa; MWK
malawian kwacha; MXN mexican peso; MYR malaysian ringgit; MZE mozambican escudo; MZN mozambican metical; NAD
namibian dollar; NGN nigerian naira; NIO nicaraguan cordoba; NLG dutch guilder, netherlands guilder; NOK
norwegian krone, norwegian crown; NPR nepalese rupee; NZD new zealand dollar; OMR omani rial, oman rial; PAB
panamanian balboa; PEN peruvian sol; PGK papua new guinean kina; PHP philippine peso, filipino peso; PKR
pakistani rupee, pakistan rupee; PLN polish zloty; PTE portuguese escudo; PYG paraguayan guarani; QAR qatari
riyal, qatar riyal; RON romanian leu; RSD serbian dinar; RUB russian ruble, russian rouble, soviet ruble;
RWF rwandan franc; SAR saudi riyal, saudi arabian riyal; SBD solomon islands dollar; SCR seychellois rupee;
SDG sudanese pound, sudan pound; SEK swedish krona, swedish crown; SGD singapore dollar; SHP st. helena
pound; SIT slovenian tolar; SKK slovak koruna, slovak crown; SLE sierra leonean leone; SOS somali shilling;
SRD surinamese dollar; SSP south sudanese pound, south sudan pound; STN sao tome & principe dobra; SUR
soviet rouble; SVC salvadoran colon; SYP syrian pound, syrian lira; SZL swazi lilangeni; THB thai baht; TJS
tajikistani somoni, tajik somoni; TMT turkmenistani manat, turkmen manat; TND tunisian dinar; TOP tongan
pa'anga; TRY turkish lira, turkish new lira; TTD trinidad & tobago dollar; TWD new taiwan dollar, taiwan
dollar, taiwanese dollar; TZS tanzanian shilling, tanzania shilling; UAH ukrainian hryvnia; UGX ugandan
shilling, uganda shilling; USD us dollar, american dollar, united states dollar, u.s dollar, u.s. dollar;
UYU uruguayan peso; UZS uzbekistani som, uzbek som; VED bolivar soberano; VES venezuelan bolivar, bolivar
soberano; VND vietnamese dong, vietnam dong; VUV vanuatu vatu; WST samoan tala; XAF central african cfa
franc, central african franc; XCD eastern caribbean dollar, east caribbean dollar; XDR special
drawing right; XEU ecu; XOF west african cfa franc, west african franc; XPF cfp franc; YDD yemeni dinar; YER
yemeni rial; ZAR south african rand; ZMW zambian kwacha; ZWL zimbabwean dollar, zimbabwe dollar
"""

#: "australian dollar" -> "AUD". Keys are singular; `NOUNS` knows the plurals.
NATIONAL: dict[str, str] = {}
for _line in _NAMES.replace("\n", " ").split(";"):
    _code, _, _names = _line.strip().partition(" ")
    for _name in _names.split(","):
        NATIONAL[_name.strip()] = _code
CODES: frozenset[str] = frozenset(NATIONAL.values()) | {"CNH", "RMB", "CLF"}
NATIONAL["cfa franc"] = "CFA franc"  # of two banks: the article decides
#: code -> its money word: "CAD" -> "dollar".
COINS: dict[str, str] = {code: name.rsplit(" ", 1)[-1] for name, code in reversed(NATIONAL.items())}

# noun forms -> (singular, default code or "" when only the article can tell)
_NOUNS = """
dollar dollars buck bucks dolar dolares dollari dolara dolari doları dolarlik
dolarlık|dollar|$; euro euros avro|euro|EUR; pound pounds
quid|pound|GBP; yen|yen|JPY; yuan|yuan|CNY; renminbi rmb kuai|yuan|CNY; won|won|KRW; rupee rupees roupie
roupies|rupee|; ruble rubles rouble roubles rublos rubli|ruble|RUB; franc francs|franc|;
franken|franken|CHF; mark marks deutschmark deutschmarks|mark|DEM; lira liras lire liraya lirayi lirayı
liradan liralik liralık|lira|TRY; peso
pesos|peso|; dinar dinars|dinar|; dirham dirhams|dirham|; riyal riyals|riyal|; rial rials|rial|;
toman tomans|toman|IRR; shekel shekels|shekel|ILS; rand|rand|ZAR; naira|naira|NGN; cedi cedis|cedi|GHS;
shilling shillings|shilling|; birr|birr|ETB; pula|pula|BWP; kwacha|kwacha|; kwanza kwanzas|kwanza|AOA;
metical meticais|metical|MZN; ariary|ariary|MGA; dalasi|dalasi|GMD; leone leones|leone|SLE; nakfa|nakfa|ERN;
ouguiya|ouguiya|MRU; baht|baht|THB; dong|dong|VND; rupiah rupiahs|rupiah|IDR; ringgit|ringgit|MYR; kyat
kyats|kyat|MMK; kip|kip|LAK; riel riels|riel|KHR; taka|taka|BDT; tugrik tugriks togrog|tugrik|MNT;
tenge|tenge|KZT; som soms|som|; somoni|somoni|TJS; manat manats|manat|AZN; lari|lari|GEL; dram
drams|dram|AMD; hryvnia hryvnias hryvnya|hryvnia|UAH; zloty zlotys zloties złoty złote złotych zł|zloty|PLN;
forint forints|forint|HUF; koruna korunas koruny|koruna|CZK; crown crowns|crown|; krona kronor
kronas|krona|SEK; krone kroner krones|krone|; lev leva|lev|BGN; leu lei|leu|RON; lek leks|lek|ALL; kuna
kunas|kuna|HRK; denar denars|denar|MKD; real reais reals|real|BRL; bolivar bolivars bolivares|bolivar|VES;
boliviano bolivianos|boliviano|BOB; sol soles|sol|PEN; guarani guaranis|guarani|PYG; quetzal quetzals
quetzales|quetzal|GTQ; lempira lempiras|lempira|HNL; colon colones|colon|CRC; cordoba cordobas|cordoba|NIO;
balboa balboas|balboa|PAB; gourde gourdes|gourde|HTG; sucre sucres|sucre|ECS; guilder guilders|guilder|NLG;
markka markkaa markkas|markka|FIM; schilling schillings|schilling|ATS; peseta pesetas|peseta|ESP; escudo
escudos|escudo|PTE; drachma drachmas drachmae|drachma|GRD; punt punts|punt|IEP; kroon kroons
krooni|kroon|EEK; lat lats|lats|LVL; litas litai|litas|LTL; tolar tolars|tolar|SIT; afghani
afghanis|afghani|AFN; rufiyaa|rufiyaa|MVR; ngultrum|ngultrum|BTN; pataca patacas|pataca|MOP; kina|kina|PGK;
vatu|vatu|VUV; tala|tala|WST; bitcoin bitcoins|bitcoin|BTC; satoshi satoshis|satoshi|satoshi; ecu
ecus|ecu|XEU; sterling|sterling|GBP; right rights|right|; fcfa cfa cfaf|CFA franc|
"""
#: any form of a currency noun -> (its singular, its default code, "" when only the article can tell).
NOUNS: dict[str, tuple[str, str]] = {}
for _line in _NOUNS.replace("\n", " ").split(";"):
    _forms, _single, _code = _line.strip().split("|")
    for _form in _forms.split():
        NOUNS[_form] = (_single, _code)
#: Words that are ordinary English or names too: a currency only after a magnitude, a nation or >= 100.
SHY_NOUNS: frozenset[str] = frozenset(
    "won real reals sol soles mark marks crown crowns som colon kip lei right rights rand tala kina dong lev "
    "lari dram drams lat lats sterling punt punts leone leones inti ecu".split()
)
#: Money of several countries -> whose it is when the article names none of them.
DEFAULTS: dict[str, str] = {"rupee": "INR", "dirham": "AED", "riyal": "SAR", "rial": "IRR"}
#: hundredths: word -> noun they are a hundredth of ("" = of the article's main money).
SMALL: dict[str, str] = {
    "cent": "", "cents": "", "pence": "pound", "penny": "pound", "pennies": "", "centavos": "peso",
    "centavo": "peso",
    "kopecks": "ruble", "kopeck": "ruble", "paise": "rupee", "paisa": "rupee", "piastres": "pound",
    "piasters": "pound",
    "centimes": "franc", "fils": "dinar", "halalas": "riyal", "eurocents": "euro", "pfennigs": "mark",
    "sen": "yen",
}  # fmt: skip

#: Signs and sign-like prefixes -> code; "$" and its like alone are for the article to decide.
SIGNS: dict[str, str] = {
    "$": "$", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY",
    "₴": "UAH", "₦": "NGN",
    "₫": "VND", "₪": "ILS", "₱": "PHP", "฿": "THB", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT",
    "₭": "LAK", "₮": "MNT",
    "₼": "AZN", "₾": "GEL", "₿": "BTC", "₨": "INR", "元": "CNY", "円": "JPY", "﷼": "IRR", "￥": "JPY",
    "＄": "$", "￡": "GBP",
    "৳": "BDT", "៛": "KHR", "֏": "AMD", "؋": "AFN", "¢": "$",
}  # fmt: skip
#: Letters before a dollar or pound sign.
SIGN_PREFIXES: dict[str, str] = {
    "us": "USD", "u.s": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "c": "CAD",
    "ca": "CAD", "can": "CAD",
    "cad": "CAD", "cdn": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD", "s": "SGD",
    "sg": "SGD", "sgd": "SGD",
    "nt": "TWD", "r": "BRL", "mex": "MXN", "mx": "MXN", "j": "JMD", "ja": "JMD", "tt": "TTD",
    "bds": "BBD", "ec": "XCD",
    "fj": "FJD", "n": "NAD", "z": "ZWL", "ir": "IEP", "e": "EGP", "le": "EGP", "usd": "USD", "b": "BND",
    "g": "GYD",
}  # fmt: skip
#: Abbreviations that stand before (or, in capitals, after) a number.
SHORT: dict[str, str] = {
    "rs": "rupee",
    "n": "NGN", "r": "ZAR", "le": "EGP", "qr": "QAR", "re": "rupee", "inr": "INR", "cfa": "CFA franc",
    "fcfa": "CFA franc", "tl": "TRY", "lps": "HNL", "nu": "BTN",
    "rp": "IDR", "rm": "MYR", "dm": "DEM", "fr": "CHF",
    "sfr": "CHF", "ff": "FRF",
    "rmb": "CNY", "kr": "SEK", "skr": "SEK", "dkr": "DKK", "nkr": "NOK", "tk": "BDT", "ksh": "KES",
    "kshs": "KES",
    "sh": "shilling", "shs": "shilling", "ush": "UGX", "tsh": "TZS", "dhs": "AED", "dh": "AED", "sr": "SAR",
    "bd": "BHD", "kd": "KWD",
    "jd": "JOD", "ll": "LBP", "nis": "ILS", "gh": "GHS", "zar": "ZAR", "php": "PHP", "kc": "CZK", "ft": "HUF",
}  # fmt: skip

#: A letter glued to a sum -> the codes it may stand for, besides those in `SHORT`; without a country named it is the
#: first, if `SURE`.
LETTERS: dict[str, tuple[str, ...]] = {
    "P": ("PHP", "BWP"), "K": ("ZMW", "MWK", "PGK", "MMK"), "B": ("THB",), "W": ("KRW",), "L": ("HNL",),
    "Q": ("GTQ",), "D": ("GMD",),
}  # fmt: skip
DEFAULTS |= {letter: codes[0] for letter, codes in LETTERS.items()}
SURE: frozenset[str] = frozenset("PNR")
#: Money of several countries that is not called by its last word alone.
SHARED: dict[str, tuple[str, ...]] = {"CFA franc": ("XOF", "XAF"), **LETTERS}

# Words of a nation that decide a shared money word: code, then the words.
_PLACES = """
USD u.s. us usa america american americans washington pentagon congress wall|CAD canada canadian canadians
ottawa toronto quebec| AUD australia australian australians canberra sydney melbourne|NZD zealand auckland
wellington|HKD hong| SGD singapore singaporean|TWD taiwan taiwanese taipei|GBP britain british uk england
english london scotland| EGP egypt egyptian egyptians cairo|LBP lebanon lebanese beirut|SYP syria syrian
syrians damascus| SDG sudan sudanese khartoum|SSP juba|CYP cyprus|INR india indian indians delhi
mumbai|PKR pakistan pakistani islamabad karachi| LKR lanka lankan colombo|NPR nepal nepalese kathmandu|MUR
mauritius|SCR seychelles|CHF switzerland swiss geneva zurich| FRF france french paris|BEF belgium belgian
brussels|RWF rwanda rwandan kigali|BIF burundi|CDF congo congolese kinshasa| XOF senegal mali ivory benin
togo niger burkina abidjan dakar bamako|XAF cameroon
gabon chad|MXN mexico mexican|ARS argentina argentine argentinian| CLP
chile chilean santiago|COP colombia colombian bogota|PHP philippines philippine filipino manila|CUP cuba
cuban havana| UYU uruguay|DOP dominican|IQD iraq iraqi iraqis baghdad|KWD kuwait kuwaiti|JOD jordan
jordanian amman|BHD bahrain bahraini| LYD libya libyan tripoli|TND tunisia tunisian tunis|DZD algeria
algerian algiers|RSD serbia serbian belgrade| AED emirates emirati dubai uae|MAD morocco moroccan
rabat|SAR saudi riyadh|QAR qatar qatari doha|OMR oman omani muscat| YER yemen yemeni sanaa|IRR iran
iranian tehran|TRY turkey turkish ankara istanbul türkiye|ITL italy italian rome milan| KES kenya kenyan
nairobi|UGX uganda ugandan kampala|TZS tanzania tanzanian|SOS somalia somali mogadishu|ZMW zambia zambian|
MWK malawi malawian|UZS uzbekistan uzbek tashkent|KGS kyrgyzstan kyrgyz bishkek|CZK czech prague|SEK
sweden swedish stockholm| NOK norway norwegian oslo|DKK denmark danish copenhagen|ISK iceland
icelandic|SKK slovakia slovak|KRW korea korean seoul| KPW pyongyang|DEM german germany bonn frankfurt|FIM
finland finnish|JMD jamaica jamaican|ZWL zimbabwe zimbabwean harare| NAD namibia namibian|
BWP botswana gaborone|THB thailand thai bangkok|HNL honduras honduran|
GTQ guatemala guatemalan|GMD gambia gambian|PGK papua moresby|MMK myanmar burma burmese yangon|LRD liberia
liberian|BND brunei|FJD fiji|TTD trinidad|GYD guyana|BBD barbados
"""
#: word of a place, lower case -> code of its money.
PLACES: dict[str, str] = {}
for _line in _PLACES.replace("\n", " ").split("|"):
    _code, *_words = _line.split()
    for _word in _words:
        PLACES[_word] = _code
