"""What comes in small pieces: posts of channels, talks, alerts."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from tests.parsing.samples import only

POSTS = """Velmora Watch, [13.11.2021 09:14]
The quay of Velmora is closed. Two dockers were hurt.

Velmora Watch, [13.11.2021 10:52]
[ Photo ]
Harbour fees to rise in the spring

The authority said so at noon.

Velmora Watch, [14.11.2021 08:03]
More than 700 people came to the customs house."""


def test_each_post_of_a_channel_is_an_article() -> None:
    first, second, third = parse_text(POSTS)
    assert (first.title, first.published) == ("Velmora Watch, [13.11.2021 09:14]", "2021-11-13T09:14")
    assert (second.title, second.source) == ("Harbour fees to rise in the spring", "Velmora Watch")
    assert second.text == "Harbour fees to rise in the spring\n\nThe authority said so at noon."
    assert third.text.endswith("More than 700 people came to the customs house.")


def test_posts_that_only_their_days_part() -> None:
    posts = (
        "The bridge is closed.\nViews: 41200",
        "It is open again, the mayor says.\nViews: 88310",
        "All is quiet.",
    )
    text = "\n\n".join(f"Date: 2023-06-2{n} 02:10\n{post}" for n, post in enumerate(posts, 4))
    articles = parse_text(f"Channel: Velmora Today\n{text}")
    assert [article.published for article in articles] == [f"2023-06-2{n}T02:10" for n in (4, 5, 6)]
    assert [article.source for article in articles] == ["Velmora Today"] * 3
    assert articles[1].text == "It is open again, the mayor says."


def test_days_under_headlines_part_no_posts() -> None:
    text = "\n\n".join(
        f"Fees rise in town {n}\n\nDate: 2023-06-2{n}\n\nThe mayor said so." for n in (4, 5, 6)
    )
    assert "Fees rise in town 5" in "".join(article.text for article in parse_text(text))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("[15/04/2023, 08:12:44] Velmora Updates: ", "[15/04/2023, 08:31:02] Velmora Updates: "),
        ("15/04/2023, 08:12 - Ann: ", "15/04/2023, 08:31 - Tom: "),
        ("4/15/23, 8:12 AM - Ann: ", "4/15/23, 8:31 AM - Tom: "),
    ],
)
def test_a_talk_stays_as_it_is_and_has_its_day(first: str, second: str) -> None:
    talk = f"{first}Both bridges are closed.\nDo not move.\n{second}Is the ferry there?"
    (article,) = parse_text(talk)
    assert article.published is not None and article.published[:16] == "2023-04-15T08:12"
    assert article.text == talk.replace("\n", "\n\n")


HTML = """Google Alerts
port strike
Daily update ⋅ November 3, 2021
NEWS
Harbour fees to rise in Velmora
Harbour Post
The harbour authority of Velmora will raise its fees by 12 percent ...
Facebook
Twitter
Flag as irrelevant
Orchard growers count losses
Coast Wire
Growers in the Tarn valley lost a third of their blossom.
Facebook Twitter Flag as irrelevant
See more results | Edit this alert
Receive this alert as RSS feed"""
PLAIN = """=== News - 2 new results for [port strike] ===

Harbour fees to rise in Velmora
Harbour Post
The harbour authority of Velmora will raise its fees by
12 percent ...
<https://www.google.example/url?sa=t&url=https://a.example/1>

Orchard growers count losses
Coast Wire
Growers in the Tarn valley lost a third of their blossom.
<https://www.google.example/url?sa=t&url=https://a.example/2>

- - - - - - - - - - - - - - - -
Unsubscribe from this alert:
<https://www.google.example/alerts/remove>"""


@pytest.mark.parametrize("text", [HTML, PLAIN])
def test_each_item_of_an_alert_is_an_article(text: str) -> None:
    first, second = parse_text(text)
    assert (first.title, first.source) == ("Harbour fees to rise in Velmora", "Harbour Post")
    lede = "The harbour authority of Velmora will raise its fees by 12 percent ..."
    assert first.text == f"Harbour fees to rise in Velmora\n\n{lede}"
    last = "Growers in the Tarn valley lost a third of their blossom."
    assert second.text == f"Orchard growers count losses\n\n{last}"
    assert (first.published == "2021-11-03") is (text == HTML)


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("[14/03/2021, 07:12] Velmora Desk: *Forwarded*", "Velmora Desk"),
        ("[14.03.2021 07:12] Forwarded from: Velmora Watch", "Velmora Watch"),
        ("[14.03.2021 07:12] Переслано от: Velmora Watch", "Velmora Watch"),
    ],
)
def test_one_forwarded_message_is_an_article(head: str, source: str) -> None:
    title = "Harbour fees to rise in the spring"
    article = only(f"{head}\n{title}\n\nThe authority said so at noon, and crews will meet on Friday.")
    assert (article.title, article.published, article.source) == (title, "2021-03-14T07:12", source)


def test_what_one_person_wrote_is_no_forwarded_message() -> None:
    text = "[14/03/2021, 07:12] Ann Ruiz: The ferry is late.\nThe authority said so at noon."
    assert "The ferry is late." in only(text).text
