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
# Languages of smaller presses, in the case in which dates stand; a name that two languages give to different months is
# left out (`listopada` is October in Zagreb, November in Warsaw).
_MORE = """
januara januára januarja siječnja јануар јануара јануари януари студзеня jaanuar janvāris janvārī sausio janúar gener
  xaneiro janar yanvar қаңтар იანვარი հունվարի januarie janairu janaayo জানুয়ারি জানুয়ারি ஜனவரி जानेवारी
  ജനുവരി జనవరి ژانویه มกราคม ionawr
februara februára februarja veljače фебруар фебруара февруари лютага veebruar februāris februārī vasario febrúar febrer
  febreiro shkurt fevral ақпан თებერვალი փետրվարի február febr pebrero fabrairu febraayo ফেব্রুয়ারি ফেব্রুয়ারি
  பிப்ரவரி फेब्रुवारी ഫെബ്രുവരി ఫిబ్రవరి فوریه กุมภาพันธ์ chwefror
marta ožujka сакавіка märts marts martā kovo març mac machi наурыз მარტი մարտի márc marso maris maarso মার্চ மார்ச்
  മാർച്ച് మార్చి มีนาคม mawrth
aprila apríla travnja априла април красавіка aprill aprīlis aprīlī balandžio apríl prill aprel aprili сәуір აპრილი
  ապրիլի ápr afrilu abriil এপ্রিল ஏப்ரல் एप्रिल ഏപ്രിൽ ఏప్రిల్ آوریل เมษายน ebrill
maj maja mája svibnja мај маја maijs maijā gegužės maí maig maio мамыр მაისი մայիսի máj mayu maajo মে மே मे മെയ് మే مه
  พฤษภาคม
juna júna junija lipnja јун јуна јуни юни чэрвеня juuni jūnijs jūnijā birželio júní juny xuño qershor iyun маусым
  ივნისი հունիսի jún hunyo yuni juun junie জুন ஜூன் जून ജൂൺ జూన్ ژوئن มิถุนายน mehefin
jula júla julija srpnja јул јула јули юли ліпеня juuli jūlijs jūlijā liepos júlí juliol xullo korrik iyul julai шілде
  ივლისი հուլիսի júl hulyo yuli luuliyo julie জুলাই ஜூலை जुलै ജൂലൈ జులై ژوئیه กรกฎาคม gorffennaf
avgust avgusta augusta kolovoza август жніўня augusts augustā rugpjūčio ágúst agost gusht avqust agosti ogos тамыз
  აგვისტო օգոստոսի ogosto agusta আগস্ট ஆகஸ்ட் ऑगस्ट ഓഗസ്റ്റ് ఆగస్టు اوت สิงหาคม awst
septembar septembra rujna септембар септембра септември верасня septembris septembrī rugsėjo setembre shtator
  sentyabr sentabr septemba қыркүйек სექტემბერი սեպտեմբերի szeptember szept setyembre satumba sebtembar সেপ্টেম্বর
  செப்டம்பர் सप्टेंबर സെപ്റ്റംബർ సెప్టెంబర్ سپتامبر กันยายน medi
oktobar oktobra októbra октобар октобра октомври кастрычніка oktoober oktobris oktobrī spalio tetor oktyabr oktoba
  қазан ოქტომბერი հոկտեմբերի oktubre oktoobar অক্টোবর அக்டோபர் ऑक्टोबर ഒക്ടോബർ అక్టోబర్ اکتبر ตุลาคม hydref
novembar novembra studenoga studenog новембар новембра ноември лістапада novembris novembrī lapkričio nóvember
  novembre nëntor noyabr novemba қараша ნოემბერი նոյեմբերի nobyembre nuwamba nofembar নভেম্বর நவம்பர் नोव्हेंबर
  നവംബർ నవంబర్ نوامبر พฤศจิกายน tachwedd
decembar decembra prosinca децембар децембра декември снежня detsember decembris decembrī gruodžio desembre decembro
  dhjetor dekabr disember desemba желтоқсан დეკემბერი դեկտեմբերի disyembre disamba diseembar ডিসেম্বর டிசம்பர்
  डिसेंबर ഡിസംബർ డిసెంబర్ دسامبر ธันวาคม rhagfyr
"""


#: The months as English shortens them.
ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def _by_number(rows: str) -> dict[str, int]:
    """The number of each word's row; a row goes on on lines with a space in front."""
    return {name: n for n, row in enumerate(re.split(r"\n(?! )", rows.strip()), 1) for name in row.split()}


MONTHS = _by_number(_MORE) | _by_number(_ROWS)
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
    """mo di mi do fr sa so
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi
    samedi dimanche lunes martes miércoles miercoles jueves viernes sábado sabado domingo maandag dinsdag
    woensdag donderdag vrijdag zaterdag zondag lunedì martedì mercoledì giovedì venerdì sabato domenica
    segunda terça quarta quinta sexta feira понедельник вторник среда четверг пятница суббота воскресенье
    poniedziałek wtorek środa czwartek piątek sobota niedziela måndag tisdag onsdag torsdag fredag lördag söndag
    mandag tirsdag lørdag søndag pazartesi salı çarşamba perşembe cuma cumartesi pazar
    الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार
    रविवार پیر منگل بدھ جمعرات جمعہ ہفتہ اتوار
    senin selasa rabu kamis jumat jum'at sabtu minggu ahad isnin khamis jumaat thứ hai ba tư năm sáu bảy chủ nhật
    jumatatu jumanne jumatano alhamisi ijumaa jumamosi jumapili luni marți miercuri joi vineri sâmbătă duminică
    pondělí úterý středa čtvrtek pátek sobota neděle pondelok utorok streda štvrtok piatok nedeľa ponedeljek torek
    sreda četrtek petek nedelja ponedjeljak utorak srijeda četvrtak petak subota nedjelja ponedeljak понедељак уторак
    среда четвртак петак субота недеља понеделник вторник сряда четвъртък петък събота неделя понеділок вівторок
    середа четвер п'ятниця п’ятниця субота неділя hétfő kedd szerda csütörtök péntek szombat vasárnap
    δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή maanantai tiistai keskiviikko torstai perjantai lauantai
    sunnuntai dilluns dimarts dimecres dijous divendres dissabte diumenge luns mércores xoves venres
    esmaspäev teisipäev kolmapäev neljapäev reede laupäev pühapäev pirmdiena otrdiena trešdiena ceturtdiena piektdiena
    sestdiena svētdiena pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
    mánudagur þriðjudagur miðvikudagur fimmtudagur föstudagur laugardagur sunnudagur maandag woensdag donderdag vrydag
    saterdag sondag יום ראשון שני שלישי רביעי חמישי שישי שבת شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه پنج‌شنبه جمعه
    সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার วันจันทร์ วันอังคาร วันพุธ วันพฤหัสบดี วันศุกร์
    วันเสาร์ วันอาทิตย์ bazar bazartəsi""".split()
)
LABELS = frozenset(
    """published publish posted post filed on at last first date dated time de of the
    release released public embargoed for immediate until
    issued created added às em le um uhr der den publié posté mis à jour publicado
    pubdate as print edition and by veröffentlicht stand erschienen pubblicato gepubliceerd geplaatst op uur yayınlanma
    il alle author
    erscheinungsdatum veröffentlichungsdatum veröffentlichung datum publicación publication pubblicazione publicação
    publicatiedatum fecha data di
    publicerad publisert publiceret julkaistu giriş eklenme tarihi oluşturulma kl klo klokken ore hs erstellt publicat
    publikacji utworzenia publikacja ultimo today aujourd hui heute hoy oggi ora saat pukul om el al
    opublikowano опубликовано дата г года в نشر في تاريخ النشر 입력 기사입력 게재 등록 승인 发布 发布时间 发布于 时间
    日期 北京时间 公開 配信 掲載 日時 प्रकाशित ngày năm lúc วันที่ พ ศ เวลา น eko m d da""".split()
)
UPDATES = frozenset(
    "atualizado atualizada modifié modifiée modifica aggiornamento aangepast laatste güncellenme "
    "päivitetty redigert oppdatert editado modificado obnovljeno "
    "mis latest update updated modified edited actualizado aktualisiert aggiornato bijgewerkt uppdaterad обновлено "
    "изменено "
    "güncelleme güncellendi son aktualizacja aktualizováno frissítve actualizat päivitetty opdateret oppdatert "
    "diperbarui تحديث آخر "
    "수정 최종수정 更新 更新时间 अपडेटेड".split()
)
HALVES = {"م": "p", "ص": "a", "오전": "a", "오후": "p", "上午": "a", "下午": "p", "午前": "a", "午後": "p"}
ZONES = frozenset(
    """gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst ist cet cest cat eat sast wat aest aedt jst hkt sgt
    pkt msk kst мск z local myt uk hrs hours hour h wib wita wit eastern pacific standard daylight""".split()
)

_DAY_OF_WEEK = re.compile(
    "[(（][日月火水木金土월화수목금토일][)）]|(?:星期|周|週)[一二三四五六日天]|[월화수목금토일]요일"
)
_ZEROS = (
    0x660,
    0x6F0,
    0x966,
    0x9E6,
    0xA66,
    0xAE6,
    0xB66,
    0xBE6,
    0xC66,
    0xCE6,
    0xD66,
    0xE50,
    0x1040,
    0x17E0,
    0xFF10,
)
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("年月년월", "-"),
        **dict.fromkeys("日일分분秒초", " "),
        **dict.fromkeys("时時点點시：", ":"),
        # Arabic, Persian, the scripts of India, Thai and full-width figures
        **{chr(start + n): str(n) for start in _ZEROS for n in range(10)},
    }
)


def in_latin_digits(text: str) -> str:
    """`text` with the figures of other scripts, the signs of East Asian dates and the years of other calendars as in
    `2021-11-03 14:30`."""
    if text.isascii():
        return text
    if any(char > "\u2e80" for char in text):
        text = _DAY_OF_WEEK.sub(" ", text)
    text = unicodedata.normalize("NFC", text)
    if "كانون" in text or "تشرين" in text:
        text = _OF_TWO_WORDS.sub(_of_one_word, text)
    if "tháng" in text.casefold() or "thg" in text:
        text = _OF_NUMBER.sub(lambda found: f"{ENGLISH[int(found[1]) - 1]} ", text)
    text = text.translate(_SIGNS)
    if any("\u0e00" < char < "\u0e80" for char in text):  # Thai years count from 543 BC
        text = _OF_BUDDHA.sub(lambda found: str(int(found[0]) - 543), text)
    elif any(name in text for name in _JALALI):
        text = _OF_HIJRA.sub(_of_spring, text)
    return text


_OF_NUMBER = re.compile(r"(?:tháng|thg)\.? ?(1[0-2]|0?[1-9])(?!\d)", re.IGNORECASE)  # `3 tháng 5, 2021`
_OF_BUDDHA = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")
_JALALI = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split()
_OF_HIJRA = re.compile(rf"(?<!\d)(\d{{1,2}})\s?({'|'.join(_JALALI)})(?: ماه)?\s?(1[34]\d\d)(?!\d)")
# Remainders by 33 of the long years of the Iranian calendar, right from 1244 to 1472 by that calendar's own tables.
_LONG_YEARS = frozenset((1, 5, 9, 13, 17, 22, 26, 30))


def _of_spring(found: re.Match[str]) -> str:
    """A day of the Iranian calendar, whose years begin in spring, as in `2021-05-03`."""
    import datetime

    day, month, year = int(found[1]), _JALALI.index(found[2]) + 1, int(found[3])
    first = datetime.date(2021, 3, 21)  # of the year 1400
    days = 365 * (year - 1400) + (31 * (month - 1) if month <= 7 else 30 * (month - 7) + 186) + day - 1
    span = range(1400, year) if year >= 1400 else range(year, 1400)
    long = sum(each % 33 in _LONG_YEARS for each in span)
    return str(first + datetime.timedelta(days + (long if year >= 1400 else -long)))


def _of_one_word(month: re.Match[str]) -> str:
    """The name in Egypt of a month that has a name of two words in the Levant."""
    first = month[2] != "الثاني"
    return ("ديسمبر" if first else "يناير") if month[1] == "كانون" else ("أكتوبر" if first else "نوفمبر")
