"""Months, magnitudes, units and money in scripts other than Latin: Cyrillic, Arabic, Devanagari, Han, kana and Hangul.

Written by hand. An entry is a pattern of the word's forms without its ending where that varies; `\\w*` takes it in.
"""

from __future__ import annotations

from typing import NamedTuple


class Script(NamedTuple):
    """What the languages of one script write around numbers.

    `letters` is the class of its letters; `months` the forms of each month, "|" between those of one, "" where months
    are counted; `sizes` pattern → magnitude; `units` pattern → kind and unit; `sums` the same for money. `spaced` says
    that words stand apart. `year` stands behind dates, `clock` behind times, `ordinal` and a hyphen behind places.
    """

    letters: str
    months: tuple[str, ...]
    sizes: dict[str, int]
    units: dict[str, tuple[str, str]]
    spaced: bool = True
    year: str = ""
    clock: str = ""
    ordinal: str = ""


def _units(table: str) -> dict[str, tuple[str, str]]:
    """Pattern → (kind, unit), of lines "kind unit pattern"."""
    return {row[2]: (row[0], row[1]) for row in (line.split(None, 2) for line in table.strip().splitlines())}


def _sizes(table: str) -> dict[str, int]:
    return {
        pattern: int(float(size))
        for size, pattern in (line.split(None, 1) for line in table.strip().splitlines())
    }


CYRILLIC = Script(
    "\u0400-\u04ff",
    tuple(
        """январ[яь]|січн[яь]|студзеня
феврал[яь]|лютого|лютага
марта?|березня|сакавіка
апрел[яь]|квітня|красавіка
ма[яй]|травня
июн[яь]|червня|чэрвеня
июл[яь]|липня|ліпеня
августа?|серпня|жніўня
сентябр[яь]|вересня|верасня
октябр[яь]|жовтня|кастрычніка
ноябр[яь]|листопада|лістапада
декабр[яь]|грудня|снежня""".split("\n")
    ),
    _sizes("""
1e3 (?:тыс|тис)\\.|(?:тыс|тис)(?!\\w)|тысяч\\w*|тисяч\\w*
1e6 млн\\.?|миллион\\w*|мільйон\\w*
1e9 млрд\\.?|миллиард\\w*|мільярд\\w*
1e12 трлн\\.?|триллион\\w*|трильйон\\w*
"""),
    _units("""
money RUB руб\\.|рубл\\w+|руб(?!\\w)
money UAH гривен\\w*|гривн\\w+|грн
money USD долл?ар\\w*|долл\\.
money EUR евро|євро
money KZT тенге
money PLN злот\\w+
money BYN белорусских\\sрубл\\w+
percent % процент\\w*|відсот\\w+|проц\\.
quantity km² кв\\.\\s?км
quantity m² кв\\.\\s?м|квадратных\\sметр\\w+|квадратних\\sметр\\w+
quantity km/h км/ч|км/год
quantity m/s м/с
quantity km километр\\w*|кілометр\\w*|км
quantity kg килограмм\\w*|кілограм\\w*|кг
quantity cm сантиметр\\w*|см
quantity mm миллиметр\\w*|міліметр\\w*|мм
quantity ha гектар\\w*|га
quantity t тонн\\w*|т
quantity m метр\\w*|м
quantity L литр\\w*|літр\\w*
quantity ° градус\\w*
quantity year -летн\\w+|-річн\\w+
duration year лет|рок\\w+|год[ау]?|років
duration month месяц\\w*|місяц\\w*
duration week недел\\w+|тижн\\w+
duration day дн(?:я|ей|ів|і)|день|суток|дoби
duration hour час(?:а|ов)?|годин\\w*
duration minute минут\\w*|хвилин\\w*
duration second секунд\\w*
"""),
    year="года|году|год|року|г\\.",
    ordinal="й|го|я|е|му|ю|ой|ый|ая|х",
)
ARABIC = Script(
    "\u0600-\u06ff",
    tuple(
        """يناير|كانون\\sالثاني|جانفي
فبراير|شباط|فيفري
مارس|آذار
أبريل|إبريل|نيسان|أفريل
مايو|أيار|ماي
يونيو|حزيران|جوان
يوليو|تموز|جويلية
أغسطس|آب|أوت
سبتمبر|أيلول
أكتوبر|تشرين\\sالأول
نوفمبر|تشرين\\sالثاني
ديسمبر|كانون\\sالأول""".split("\n")
    ),
    _sizes("""
1e3 ألفا?|آلاف
1e6 مليونا?|ملايين
1e9 مليارا?(?:ات)?|بليون
1e12 تريليونا?
"""),
    _units("""
money USD دولارا?(?:ات)?(?:\\sأمريكي|\\sأميركي)?
money EUR يورو
money EGP جنيها?(?:ات)?\\sمصري\\w*|جنيه\\w*
money SAR ريالا?\\sسعودي\\w*
money rial ريالا?(?:ات)?
money dinar دينارا?|دنانير
money dirham درهما?|دراهم
money lira ليرة|ليرات
percent % في\\sالمئة|في\\sالمائة|بالمئة|بالمائة
quantity km كيلومترا?(?:ات)?|كلم|كم
quantity m مترا?|أمتار
quantity kg كيلوغراما?|كيلوجراما?|كغ
quantity t طنا?|أطنان
quantity ha هكتارا?(?:ات)?
duration year سنة|سنوات|عاما?|أعوام
duration month شهرا?|أشهر|شهور
duration week أسبوعا?|أسابيع
duration day يوما?|أيام
duration hour ساعة|ساعات
duration minute دقيقة|دقائق
"""),
)
DEVANAGARI = Script(
    "\u0900-\u097f",
    tuple(
        "जनवरी फरवरी|फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर".split()
    ),
    _sizes("""
1e3 हज़ार|हजार
1e5 लाख
1e7 करोड़|करोड़
1e9 अरब
"""),
    _units("""
money INR रुपये|रुपए|रुपया|रु\\.
money USD डॉलर
percent % प्रतिशत|फीसदी|फ़ीसदी
quantity km किलोमीटर|किमी
quantity m मीटर
quantity kg किलोग्राम|किलो
quantity t टन
quantity ha हेक्टेयर
duration year साल|वर्ष|वर्षीय
duration month महीने|महीना|माह
duration week हफ्ते|सप्ताह
duration day दिनों|दिन
duration hour घंटे|घंटा
duration minute मिनट
"""),
    clock="बजे",
)
_COUNTED = ("",) * 12
HAN = Script(
    "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af",
    _COUNTED,
    _sizes("""
1e12 兆|조
1e8 億|亿|억
1e4 万|萬|만
1e3 千|천
1e2 百|백
"""),
    _units("""
money JPY 円|日元|日圓|엔
money USD 美元|米ドル|ドル|달러
money HKD 港元|港币
money EUR 欧元|歐元|ユーロ|유로
money TWD 新台币|新臺幣
money KRW ウォン|韩元|韓元|원
money CNY 人民元|人民币|元|块|위안
percent pp 个百分点|百分点|%?ポイント|%?포인트
percent % %|％|パーセント|퍼센트
quantity km² 平方公里|平方キロ(?:メートル)?|제곱킬로미터
quantity m² 平方米|平方メートル|㎡|제곱미터
quantity km 公里|キロ(?:メートル)?(?!グラム)|千米|km|㎞|킬로미터
quantity cm センチ(?:メートル)?|厘米|cm|센티미터
quantity mm ミリ(?:メートル)?|毫米|mm|밀리미터
quantity kg キロ(?:グラム)?|公斤|kg|킬로그램
quantity m メートル|米(?!国|ド)|미터
quantity t トン|吨|噸|톤
quantity ha ヘクタール|公顷|公頃|헥타르
quantity °C 摄氏度|℃|°C
quantity ° 度(?!目)|도
quantity year 歳|岁|歲|세|살
duration year 年間|年间|年|년
duration month カ月間?|か月間?|ヶ月間?|ヵ月間?|个月|個月|개월
duration week 週間|周(?!年)|星期|주(?:간|일)?
duration day 日間|天|일간|일\\s동안
duration hour 時間|小时|小時|시간
duration minute 分間|分钟|分鐘|분(?!기)
duration second 秒間?|초
"""),
    spaced=False,
    year="年|년",
)
SCRIPTS = (CYRILLIC, ARABIC, DEVANAGARI, HAN)
