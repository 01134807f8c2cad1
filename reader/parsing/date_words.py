"""The words of dates in the languages of the press, and other writings of their figures."""

from __future__ import annotations

import re
import unicodedata

_ROWS = """
january jan januar janvier enero gennaio januari janeiro gen ene january января январь янв січня stycznia ledna ocak
  januari tammikuuta ianuarie január يناير جنوری जनवरी ιανουαρίου
february feb februar février fevrier febrero febbraio februari fevereiro févr fevr fév febr fev
  февраля февраль фев лютого lutego února şubat helmikuuta februarie február فبراير शباط फरवरी फ़रवरी φεβρουαρίου
march mar märz maerz mars marzo maart março mrt марта март березня marca března mart maret maaliskuuta martie március
  مارس مارچ मार्च μαρτίου
april apr avril abril aprile avr abr апреля апрель апр квітня kwietnia dubna nisan huhtikuuta aprilie április
  أبريل ابريل अप्रैल απριλίου
may mai mayo maggio mei maio mag мая май травня maja května mayıs maj toukokuuta május مايو मई μαΐου
june jun juni juin junio giugno junho giu июня июнь июн червня czerwca června haziran kesäkuuta iunie június
  يونيو जून ιουνίου
july jul juli juillet julio luglio julho juil lug июля июль июл липня lipca července temmuz heinäkuuta iulie július
  يوليو जुलाई ιουλίου
august aug août aout agosto augustus ago августа август авг серпня sierpnia srpna ağustos augusti agustus elokuuta
  augusztus أغسطس اغسطس अगस्त αυγούστου
september sep sept septembre septiembre settembre setembro set сентября сентябрь сен сент вересня września září
  eylül syyskuuta septembrie szeptember سبتمبر सितंबर सितम्बर σεπτεμβρίου
october oct oktober octobre octubre ottobre outubro okt ott out октября октябрь окт жовтня października října ekim
  lokakuuta octombrie október أكتوبر اكتوبر अक्टूबर अक्तूबर οκτωβρίου
november nov novembre noviembre novembro ноября ноябрь ноя нояб листопада listopada listopadu kasım marraskuuta
  noiembrie نوفمبر नवंबर नवम्बर νοεμβρίου
december dec dezember décembre decembre diciembre dicembre dezembro dez déc dic декабря декабрь дек грудня grudnia
  prosince aralık desember joulukuuta decembrie ديسمبر दिसंबर दिसम्बर δεκεμβρίου
"""
MONTHS = {
    name: number for number, row in enumerate(re.split(r"\n(?! )", _ROWS.strip()), 1) for name in row.split()
}
# The months of the Levant and Iraq; four of them have names of two words.
_LEVANT = {
    2: "شباط",
    3: "آذار اذار",
    4: "نيسان",
    5: "أيار ايار",
    6: "حزيران",
    7: "تموز",
    8: "آب",
    9: "أيلول ايلول",
}
MONTHS |= {name: number for number, names in _LEVANT.items() for name in names.split()}
_OF_TWO_WORDS = re.compile("(كانون|تشرين) (الأول|الاول|الثاني)")
_HEBREW = "ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר"
MONTHS |= {prefix + name: n for n, name in enumerate(_HEBREW.split(), 1) for prefix in ("", "ב")}
_URDU = "جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"
MONTHS |= {name: n for n, name in enumerate(_URDU.split(), 1)}
WEEKDAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi
    samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado domingo maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag lunedì martedì mercoledì giovedì venerdì sabato domenica
    segunda terça quarta quinta sexta feira понедельник вторник среда четверг пятница суббота воскресенье
    poniedziałek wtorek środa czwartek piątek sobota niedziela måndag tisdag onsdag torsdag fredag lördag söndag
    mandag tirsdag lørdag søndag pazartesi salı çarşamba perşembe cuma cumartesi pazar
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार
    रविवार پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار""".split()
)
LABELS = frozenset(
    """published publish posted post filed on at last first date dated time de of the
    release released public embargoed for immediate until
    issued created added às em le um uhr der den publié posté mis à jour publicado
    pubdate as print edition and by veröffentlicht stand erschienen pubblicato gepubliceerd geplaatst op uur yayınlanma
    il alle
    erscheinungsdatum veröffentlichungsdatum veröffentlichung datum publicación publication pubblicazione publicação
    publicatiedatum fecha data di
    publicerad publisert
    opublikowano опубликовано дата г года в نشر في تاريخ النشر 입력 기사입력 게재 등록 승인 发布 发布时间 发布于 时间
    日期 北京时间 公開 配信 掲載 日時 प्रकाशित""".split()
)
UPDATES = frozenset(
    "mis update updated modified edited actualizado aktualisiert aggiornato bijgewerkt uppdaterad обновлено изменено "
    "güncelleme güncellendi son aktualizacja aktualizováno frissítve actualizat päivitetty opdateret oppdatert "
    "diperbarui تحديث آخر "
    "수정 최종수정 更新 更新时间 अपडेटेड".split()
)
HALVES = {"오전": "a", "오후": "p", "上午": "a", "下午": "p", "午前": "a", "午後": "p"}
ZONES = frozenset(
    """gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest cat eat sast wat aest aedt jst hkt sgt
    pkt msk kst мск z local hrs hours hour h wib wita wit eastern pacific standard daylight""".split()
)

_DAY_OF_WEEK = re.compile(
    "[(（][日月火水木金土월화수목금토일][)）]|(?:星期|周|週)[一二三四五六日天]|[월화수목금토일]요일"
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("年月년월", "-"),
        **dict.fromkeys("日일分분秒초", " "),
        **dict.fromkeys("时時点點시：", ":"),
        # Arabic, Persian, Hindi and full-width figures
        **{chr(start + n): str(n) for start in (0x660, 0x6F0, 0x966, 0xFF10) for n in range(10)},
    }
)


def in_latin_digits(text: str) -> str:
    """`text` with the figures and the signs of East Asian dates as in `2021-11-03 14:30`."""
    if text.isascii():
        return text
    if any(char > "\u2e80" for char in text):
        text = _DAY_OF_WEEK.sub(" ", text)
    text = unicodedata.normalize("NFC", text)
    if "كانون" in text or "تشرين" in text:
        text = _OF_TWO_WORDS.sub(_of_one_word, text)
    return text.translate(_SIGNS)


def _of_one_word(month: re.Match[str]) -> str:
    """The name in Egypt of a month that has a name of two words in the Levant."""
    first = month[2] != "الثاني"
    return ("ديسمبر" if first else "يناير") if month[1] == "كانون" else ("أكتوبر" if first else "نوفمبر")
