"""Units of measure as data, and the reading of a unit after a number.

Symbols follow the SI brochure and the usual English customary units;
the list was written by hand. A unit is one
symbol, whatever the text calls it: "kilometres",
"km" and "kms" are "km". Durations carry full words ("year").
"""

from __future__ import annotations

from reader.detect.figures import units_abroad
from reader.detect.figures.lexemes import BREAK, NUM, Tape

# symbol | words and abbreviations (lower case, folded)
_TABLE = """
km|kilometer kilometers kilometre kilometres km kms klick klicks; m|meter meters metre metres m;
cm|centimeter centimeters centimetre centimetres cm cms; mm|millimeter millimeters millimetre millimetres
mm; nm|nanometer nanometers nanometre nanometres nm; µm|micrometer micrometers micrometre micron microns;
mi|mile miles mi; ft|foot feet ft; in|inch inches; yd|yard yards yd yds; nmi|nmi; fathom|fathom fathoms;
furlong|furlong furlongs; ly|light-year; kg|kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs;
g|gram grams gramme grammes g; mg|milligram milligrams mg; µg|microgram micrograms µg μg mcg; t|tonne
tonnes ton tons t; lb|pound pounds lb lbs; oz|ounce ounces oz; st|stone stones st; ct|carat carats karat
karats; kt|kiloton kilotons kilotonne kilotonnes kt; Mt|megaton megatons megatonne megatonnes; qtl|quintal
quintals; L|liter liters litre litres l ltr ltrs; mL|milliliter milliliters millilitre millilitres ml;
gal|gallon gallons gal gals; pt|pint pints; qt|quart quarts; barrel|barrel barrels bbl bbls; bu|bushel
bushels; cup|cup cups; tbsp|tablespoon tablespoons tbsp; tsp|teaspoon teaspoons tsp; ha|hectare hectares
ha; acre|acre acres; dunam|dunam dunams dunum dunums; m²|m2 m² sqm; km²|km2 km²; m³|m3 m³; cm³|cc cm3 cm³;
ft²|sqft ft2 ft²; mi²|mi2 mi²; mph|mph; km/h|kph kmph kmh; kn|knot knots kt kts; Mach|mach; W|watt watts;
kW|kilowatt kilowatts kw; MW|megawatt megawatts mw; GW|gigawatt gigawatts gw; TW|terawatt terawatts tw;
Wh|wh; kWh|kwh; MWh|mwh; GWh|gwh; TWh|twh; hp|horsepower hp bhp; V|volt volts; kV|kv kilovolt kilovolts;
kVA|kva; MVA|mva;
 A|ampere amperes amps amp; Ω|ohm ohms; J|joule joules; kJ|kj; cal|calorie calories; kcal|kcal kilocalorie
kilocalories; BTU|btu btus; N|newton newtons; Pa|pascal pascals; kPa|kpa; hPa|hpa; mbar|millibar millibars
mbar; bar|bar bars; psi|psi; Hz|hertz hz; kHz|kilohertz khz; MHz|megahertz mhz; GHz|gigahertz ghz;
dB|decibel decibels db; bit|bit bits; byte|byte bytes; kB|kilobyte kilobytes kb; MB|megabyte megabytes mb;
GB|gigabyte gigabytes gb; TB|terabyte terabytes tb; PB|petabyte petabytes; Mbit/s|mbps; Gbit/s|gbps;
kbit/s|kbps; MP|megapixel megapixels; px|pixel pixels; dpi|dpi; rpm|rpm; °C|celsius centigrade centigrate
°c; °F|fahrenheit farenheit °f; K|kelvin kelvins; °|degree degrees deg °; rad|radian radians rad;
turn|turn turns; Sv|sievert sieverts; mSv|millisievert millisieverts msv; Bq|becquerel becquerels;
μSv|microsievert microsieverts; ppm|ppm; ppb|ppb; TEU|teu teus; teraflop|teraflop teraflops;
petaflop|petaflop petaflops; dm|decimeter decimeters decimetre decimetres dm;
cL|centiliter centiliters centilitre centilitres cl;
dL|deciliter deciliters decilitre decilitres dl; hL|hectoliter hectoliters hectolitre hectolitres hl;
kbit|kilobit kilobits; Mbit|megabit megabits; Gbit|gigabit gigabits; barrel/d|bpd; AU|au;
bcm|bcm; mcm|mcm; bcf|bcf; tcf|tcf; Mt/a|mtpa; mSv|millisievert millisieverts msv;
Sv|sievert sieverts; Bq|becquerel becquerels bq
"""
WORDS: dict[str, str] = {}
for _line in _TABLE.replace("\n", " ").split(";"):
    _symbol, _, _forms = _line.strip().partition("|")
    for _form in _forms.split():
        WORDS.setdefault(_form, _symbol)
#: Written in capitals these are symbols too; lower-case look-alikes are words.
_EXACT = {
    "C": "°C", "F": "°F", "W": "W", "V": "V", "K": "K", "L": "L",
    "Hz": "Hz", "GB": "GB",
    "TB": "TB", "Wh": "Wh",
}  # fmt: skip
#: Forms that are units only glued to digits or after a plain number in digits ("100t", "45 m", "12 ft 2 in").
_SHY = frozenset(
    "mi m g t l ct pt st bar kt in a au ha bit turn turns cup cups score hp cal knot knots".split()
)
_GLUED_ONLY = frozenset("t l g bar kt a v w st".split())
#: English words that are units only in digits or with a hyphen.
_DURATIONS = """
second|second seconds sec secs; minute|minute minutes min mins; hour|hour hours hr hrs; day|day days night
nights; week|week weeks wk wks; fortnight|fortnight fortnights; month|month months mos; quarter|quarters;
year|year years yr yrs; decade|decade decades; century|century centuries; millisecond|millisecond
milliseconds; millennium|millennium millennia; weekend|weekends; season|seasons
"""
DURATIONS: dict[str, str] = {}
for _line in _DURATIONS.replace("\n", " ").split(";"):
    _symbol, _, _forms = _line.strip().partition("|")
    for _form in _forms.split():
        DURATIONS[_form] = _symbol
_GLUED_DURATIONS = {"h": "hour", "d": "day", "w": "week", "y": "year", "ys": "year", "hs": "hour"}
SECONDS: dict[str, float] = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "night": 86400, "week": 604800,
    "fortnight": 1209600,
    "month": 2629800, "quarter": 7889400, "year": 31557600, "decade": 315576000, "century": 3155760000,
    "millisecond": 0.001, "millennium": 31557600000,
}  # fmt: skip
#: How many of a smaller unit make the larger one: "5 feet 4 inches", "12 ft 2 in", "6 pounds 3 ounces".
COMPOUND: dict[tuple[str, str], float] = {
    ("ft", "in"): 12, ("lb", "oz"): 16, ("st", "lb"): 14, ("m", "cm"): 100, ("kg", "g"): 1000, ("mi", "yd"): 1760,
    ("km", "m"): 1000, ("gal", "qt"): 4, ("yd", "ft"): 3,
}  # fmt: skip
_PREFIX_WORDS = {
    "square": "²", "sq": "²", "cu": "³", "cubic": "³", "metric": "", "nautical": "n", "short": "",
    "long": "", "gross": "",
    "light": "light", "troy": "", "imperial": "", "us": "", "statute": "", "dry": "", "fluid": "",
}  # fmt: skip
_POWER_SUFFIX = {"squared": "²", "cubed": "³", "²": "²", "³": "³"}
#: What a speed or flow is over, word or symbol -> symbol.
_PER = {
    "hour": "h", "uur": "h", "stunde": "h", "heure": "h", "hora": "h", "ora": "h", "timme": "h", "h": "h", "hr": "h",
    "second": "s", "sec": "s", "s": "s", "minute": "min", "min": "min",
}  # fmt: skip


def read_unit(tape: Tape, i: int, *, digits: bool) -> tuple[str, int] | None:
    """(symbol, next lexeme) of the unit at `i`, or None. `digits` says the number before it is in digits."""
    bracketed = tape.sign(i) in ("(", "[") and tape[i + 2].low in (")", "]")
    if digits and bracketed and tape[i + 1].low in WORDS:
        return WORDS[tape[i + 1].low], i + 3
    if tape[i].low in _OF_OIL and tape.sign(i + 1) == "/" and tape.word(i + 2) == "d":
        return _OF_OIL[tape[i].low], i + 3
    if tape[i].low in _PREFIX_WORDS:
        return _prefixed(tape, i)
    symbol = _symbol_at(tape, i, digits)
    if symbol == "°":
        return _degrees(tape, i)
    symbol = symbol or units_abroad.unit_at(tape, i, units_abroad.UNITS)
    return _raised(tape, symbol, i + 1) if symbol else None


def _symbol_at(tape: Tape, i: int, digits: bool) -> str:
    """The symbol of the unit whose word or letters stand at `i`, "" for none."""
    first = tape[i]
    word, raw = first.low, tape.text[first.start : first.end]
    if word == "°":
        return word
    symbol = WORDS.get(word) or ""
    ends = raw in ("C", "F", "V", "W") and symbol == "" and _ends_phrase(tape, i + 1)
    if digits and raw in _EXACT and (first.glued or ends):
        symbol = _EXACT[raw]
    if symbol in ("", "°"):
        return symbol
    short = len(word) <= 2
    if short and raw.isupper() and raw not in _EXACT and word in _NEVER_CAPITAL:
        return ""
    if not digits and (short or word in ("turn", "score")):
        return ""
    return symbol if word not in _SHY or first.glued or _may_be_unit(tape, i, word) else ""


_OF_OIL = {"b": "barrel/d", "bbl": "barrel/d", "mb": "mb/d", "kb": "kb/d"}
_NEVER_CAPITAL = frozenset("m g t in l au a ct pt st".split())
_OF_LENGTH = frozenset("m km cm ft mi mm in yd".split())
_OF_POWER = frozenset("W kW MW GW TW".split())


def _raised(tape: Tape, symbol: str, j: int) -> tuple[str, int] | None:
    """(symbol, next lexeme) of a unit with what makes it an area, a volume, an energy or a rate, at `j`."""
    after = tape[j]
    if after.glued and after.low in ("²", "³", "2", "3") and symbol in _OF_LENGTH:
        symbol, j = symbol + {"2": "²", "3": "³"}.get(after.low, after.low), j + 1
    elif symbol in _OF_POWER:
        dash = 1 if tape.hyphen(j) else 0
        if tape.word(j + dash) in ("hour", "hours"):
            return symbol + "h", j + dash + 1
    elif after.low in _POWER_SUFFIX and len(after.low) > 1:
        symbol, j = symbol + _POWER_SUFFIX[after.low], j + 1
    return _per(tape, symbol, j)


def _may_be_unit(tape: Tape, i: int, word: str) -> bool:
    """Whether a short symbol with a space before it is a unit: nothing word-like follows that it could belong to."""
    if word in (
        "turn",
        "turns",
        "cup",
        "cups",
        "knot",
        "knots",
        "cal",
        "bit",
        "score",
        "hp",
        "ct",
        "ha",
        "bar",
    ):
        return word in ("turns", "cups", "cup", "knots", "hp", "ha", "ct") or _ends_phrase(tape, i + 1)
    if word in _GLUED_ONLY:
        return _ends_phrase(tape, i + 1) and word in ("g", "t", "l")
    if word == "in":
        return _ends_phrase(tape, i + 1) and not tape.word(i + 1)
    return word in ("m", "ft", "mi") or _ends_phrase(tape, i + 1)


def _ends_phrase(tape: Tape, i: int) -> bool:
    after = tape[i]
    return (
        after.kind == BREAK
        or after.low in (".", ",", ";", ")", "]", "/", "!", "?", ":", "and", "or", "to", "of", "in", "is")
        or (after.kind == NUM)
    )


def _degrees(tape: Tape, i: int) -> tuple[str, int]:
    """Degrees, of a scale when one is named."""
    j = i + 1
    if tape.word(j) in ("north", "south", "east", "west"):
        return "°", j
    word = tape.word(j)
    scale = tape.text[tape[j].start : tape[j].end] if word in ("c", "f") else word
    if scale in ("C", "c", "celsius", "centigrade"):
        return "°C", j + 1
    if scale in ("F", "f", "fahrenheit", "farenheit"):
        return "°F", j + 1
    return "°", j


def _prefixed(tape: Tape, i: int) -> tuple[str, int] | None:
    """square kilometers, sq. km, cubic metres, nautical miles, metric tons, light years."""
    j = i + 1
    if (tape.sign(j) == "." and tape[j].glued) or tape.hyphen(j):
        j += 1
    mark = _PREFIX_WORDS[tape.word(i)]
    word = tape.word(j)
    if mark == "light":
        return ("ly", j + 1) if word in ("year", "years") else None
    symbol = WORDS.get(word, "")
    if not symbol:
        return None
    if mark == "n":
        return _per(tape, "nmi", j + 1) if symbol == "mi" else None
    if mark in ("²", "³"):
        return (
            _per(tape, symbol + mark, j + 1)
            if symbol in ("m", "km", "cm", "ft", "mi", "mm", "in", "yd")
            else None
        )
    if symbol not in ("t", "g", "kg", "oz", "gal", "mi", "lb", "pt", "qt"):
        return None
    return _per(tape, symbol, j + 1)


_BY = frozenset("per a an par por pro".split())


def _per(tape: Tape, symbol: str, j: int) -> tuple[str, int]:
    """km/h, miles per hour, miles an hour, m/s, cubic metres per second, litres a minute."""
    sign, word = tape.sign(j), tape.word(j)
    k = j + 1 if sign == "/" or word in _BY else 0
    hyphen = tape.hyphen(j) and tape.word(j + 1) in ("per", "an") and tape.hyphen(j + 2)
    if hyphen:
        k = j + 3
    over = _PER.get(tape.word(k), "") if k else ""
    if over and (
        sign == "/" or symbol in ("mi", "km", "m", "ft", "nmi", "m³", "ft³", "L", "Mbit", "in", "cm", "kg")
    ):
        end = k + 1
        if word in ("a", "an") and over not in ("h", "s", "min"):
            return symbol, j
        name = {"mi/h": "mph", "km/h": "km/h"}.get(f"{symbol}/{over}", f"{symbol}/{over}")
        return name, end
    return symbol, j


def read_duration_unit(tape: Tape, i: int, *, digits: bool) -> tuple[str, int] | None:
    """(unit, next) of a time unit at `i`: "years", "hrs", "h" glued to digits."""
    lexeme = tape[i]
    word = lexeme.low
    unit = DURATIONS.get(word)
    if unit is not None:
        if (word == "min" and not digits) or (
            word in ("quarters", "season", "seasons", "weekends") and digits is None
        ):
            return None
        return unit, i + 1
    if digits and word in _GLUED_DURATIONS and not tape[i + 1].glued:
        raw = tape.text[lexeme.start : lexeme.end]
        if lexeme.glued and (word not in ("d", "w") or raw.isupper()):
            return _GLUED_DURATIONS[word], i + 1
        if raw == "h" and _ends_phrase(tape, i + 1):
            return "hour", i + 1
    abroad = units_abroad.unit_at(tape, i, units_abroad.DURATIONS)
    return (abroad, i + 1) if abroad else None
