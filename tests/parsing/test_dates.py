"""Date lines and dates in fields, as ISO 8601."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from reader.parsing.date_order import day_order
from reader.parsing.dates import date_line, find_date, url_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2024-03-30 04:53", "2024-03-30T04:53"),
        ("February 21, 2020", "2020-02-21"),
        ("Published: December 10, 2017", "2017-12-10"),
        ("Nov. 20, 2021 11:32 am ET", "2021-11-20T11:32"),
        ("Sun, 06 Jan 2019 10:00:00 +0000", "2019-01-06T10:00:00+00:00"),
        ("18 July 2022 5:36:50 pm", "2022-07-18T17:36:50"),
        ("2018-03-18T23:12:00Z", "2018-03-18T23:12:00+00:00"),
        ("December 23, 2013 Monday", "2013-12-23"),
        ("Samstag, 3. März 2012", "2012-03-03"),
        ("12 de mayo de 2015", "2015-05-12"),
        ("13/4/2021", "2021-04-13"),
        ("4/13/2021", "2021-04-13"),
        ("7/7/2021", "2021-07-07"),
        ("12:05 am on 1st May 2012", "2012-05-01T00:05"),
        ("Tue, May 3, 2022 at 4:15 AM GMT+2", "2022-05-03T04:15"),
        ("3 May 2022 16:15 UTC-05:00", "2022-05-03T16:15"),
        ("Filed on October 5, 2021 | Last updated on October 6, 2021 at 09.12 am", "2021-10-05"),
        ("14 آذار 2021", "2021-03-14"),
        ("15 كانون الثاني/يناير 2021", "2021-01-15"),
        ("Publié le 4 octobre 2021 à 07h12, mis à jour à 09h30", "2021-10-04T07:12"),
        ("1er octobre 2021", "2021-10-01"),
        ("27 novembre 2019 alle 08:41", "2019-11-27T08:41"),
        ("Geplaatst op 6 mei 2021, 10:15 uur", "2021-05-06T10:15"),
        ("Publié le 4 juin 2019 Lecture : 16 minutes.", "2019-06-04"),
        ("11.58 PM Friday, 26 April 2024", "2024-04-26T23:58"),
        ("Erscheinungsdatum: 03. Dezember 2023", "2023-12-03"),
        ("Jumat, 28 September 2018 | 21:49 WIB", "2018-09-28T21:49"),
        ("pondělí 3. května 2021", "2021-05-03"),
        ("2021. május 3. hétfő", "2021-05-03"),
        ("ponedjeljak, 3. svibnja 2021.", "2021-05-03"),
        ("Dilluns, 3 de maig de 2021", "2021-05-03"),
        ("Jumatatu, 3 Mei 2021", "2021-05-03"),
        ("2021 m. gegužės 3 d.", "2021-05-03"),
        ("Thứ hai, ngày 13/05/2021 - 14:30", "2021-05-13T14:30"),
        ("ngày 3 tháng 12 năm 2021", "2021-12-03"),
        ("সোমবার, ৩ মে ২০২১", "2021-05-03"),
        ("วันที่ 3 พฤษภาคม พ.ศ. 2564 เวลา 14:30 น.", "2021-05-03T14:30"),
        ("دوشنبه ۳ مه ۲۰۲۱", "2021-05-03"),
        # Days of the Iranian calendar whose counterparts are known: a revolution, ends and beginnings of years.
        ("۲۲ بهمن ۱۳۵۷ - ۱۴:۳۰", "1979-02-11T14:30"),
        ("۳۰ اسفند ۱۳۹۹", "2021-03-20"),
        ("۱ فروردین ۱۴۰۴", "2025-03-21"),
        # What sites put behind the day, and what scrapers glue to it.
        ("May 3, 2021 3:07 PM GMT+1 Updated 4 hours ago", "2021-05-03T15:07"),
        ("Thu 13 May 2021 15.07 BSTLast modified on Thu 13 May 2021 17.20 BST", "2021-05-13T15:07"),
        ("Published On 3 May 20213 May 2021", "2021-05-03"),
        ("Published - May 03, 2021 03:07 pm IST - NORTHGATE:", "2021-05-03T15:07"),
        ("Mon, May 3, 2021, 3:07 PM 2 min read", "2021-05-03T15:07"),
        ("Monday 3 May 2021 15:07, UK", "2021-05-03T15:07"),
        ("3. Mai 2021, 15:07 Uhr Quelle: dpa", "2021-05-03T15:07"),
        ("May 3, 2021 - 3.07pm first published at 2.10pm", "2021-05-03T15:07"),
        ("13/05/2021 11h27 Atualizado há 3 horas", "2021-05-13T11:27"),
        ("Publicerad 3 maj 2021 kl 06.14", "2021-05-03T06:14"),
        ("Julkaistu 13.5.2021 klo 6.14", "2021-05-13T06:14"),
        ("Do., 13. Mai 2021", "2021-05-13"),
        ("Pubblicato il 13/05/2021 alle ore 15:07", "2021-05-13T15:07"),
        ("Publicado el 3 de mayo de 2021 a las 15:07 hs", "2021-05-03T15:07"),
        ("Data publikacji: 13.05.2021 15:07", "2021-05-13T15:07"),
        ("Giriş Tarihi: 13.5.2021 15:07", "2021-05-13T15:07"),
        ("نشر في: 3 مايو 2021 - 3:07 م", "2021-05-03T15:07"),
    ],
)
def test_date_lines(text: str, iso: str) -> None:
    found = date_line(text)
    assert found and found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "20",
        "May 5",
        "1984",
        "on Saturday",
        "by May 5, 2012 and",
        "31 February 2020",
        "99/99/2020",
        "3/4/2021",
    ],
)
def test_no_date_lines(text: str) -> None:
    assert date_line(text) is None


def test_the_order_of_day_and_month_needs_evidence() -> None:
    assert day_order(["3/4/2021", "25/4/2021"]) is True
    assert day_order(["3/4/2021", "4/25/2021"]) is False
    assert day_order(["3/4/2021"]) is None
    assert find_date("3/4/2021", day_order(["25/4/2021"])) == "2021-04-03"


def test_updates_are_told() -> None:
    found = date_line("Updated: July 18, 2022")
    assert found and found.updated


def test_dates_in_addresses() -> None:
    assert url_date("https://a.example/2022/6/8/x") == "2022-06-08"
    assert url_date("https://a.example/stories/202207260121.html") == "2022-07-26"
    assert url_date("https://a.example/article/37236") is None


def test_a_dateline_tells_the_order_of_day_and_month() -> None:
    lede = "The bridge to the island will be closed on Friday from midnight to six for tests, the authority said."
    for day, told in (("Feb 7", "2019-02-07"), ("July 2", "2019-07-02")):
        (article,) = parse_text(f"Bridge closed for tests\n07/02/2019\n\nKUWAIT, {day} (KUNA) -- {lede}\n")
        assert article.published == told
