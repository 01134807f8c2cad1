"""Articles that programs keep: JSON of news services and channels, feeds."""

from __future__ import annotations

import json

from reader.model import Article
from reader.parsing import parse_text

TITLE = "Port charges to rise as quay crumbles"
LEDE = "The harbour authority of Velmora will raise its fees by 12 percent next spring, officials said."
NEXT = "Boat owners met in the old customs hall to protest."


def told(article: Article) -> tuple[str | None, str | None, str | None, str | None]:
    """The fields of an article."""
    return article.title, (article.published or "")[:10], article.source, article.author


def test_the_articles_in_the_answer_of_a_news_service() -> None:
    one = {"source": {"id": None, "name": "Harbour Post"}, "author": "Maren Holt", "title": TITLE}
    two = {"source": {"name": "Coast Wire"}, "author": None, "title": "Frost in Osterby", "content": NEXT}
    one |= {"description": NEXT, "publishedAt": "2021-11-03T08:15:00Z", "content": LEDE}
    answer = {"status": "ok", "articles": [one, two]}
    first, second = parse_text(json.dumps(answer, indent=1))
    assert told(first) == (TITLE, "2021-11-03", "Harbour Post", "Maren Holt")
    assert first.text == f"{TITLE}\n\n{NEXT}\n\n{LEDE}"
    assert (second.title, second.source) == ("Frost in Osterby", "Coast Wire")


def test_an_article_keeps_the_comments_on_it_to_itself() -> None:
    (article,) = parse_text(json.dumps({"title": TITLE, "text": LEDE, "comments": [{"text": "So it is."}]}))
    assert article.title == TITLE


def test_the_posts_of_a_channel_that_was_exported() -> None:
    bold = [{"type": "bold", "text": TITLE}, "\n\nIt was ", {"type": "link", "text": "said"}, " at noon."]
    posts = [
        {"type": "service", "date": "2021-11-02T10:00:00", "action": "create_channel", "text": ""},
        {"type": "message", "date": "2021-11-03T10:15:00", "text": LEDE},
        {"type": "message", "date": "2021-11-03T11:00:00", "text": bold},
    ]
    export = {"name": "Velmora Watch", "type": "public_channel", "messages": posts}
    first, second = parse_text(json.dumps(export, indent=1))
    assert told(first) == (None, "2021-11-03", "Velmora Watch", None)
    assert (second.title, second.text) == (TITLE, f"{TITLE}\n\nIt was said at noon.")


RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>
<item><title>{TITLE}</title><link>https://a.example/1</link><pubDate>Wed, 03 Nov 2021 08:15:00 +0000</pubDate>
<dc:creator>Maren Holt</dc:creator>
<description><![CDATA[<p>{LEDE}</p><p>{NEXT}</p>]]></description></item>
<item><title>Salt &amp; storms</title>
<description>&lt;b&gt;Frost&lt;/b&gt; in Osterby &amp;amp; Tarn.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><author><name>Desk</name></author>
<entry><title type="html">{TITLE}</title><updated>2021-11-05T08:15:00Z</updated>
<published>2021-11-03T08:15:00Z</published>
<author><name>Maren Holt</name><uri>https://a.example</uri></author>
<summary>{NEXT}</summary>
<content type="html">&lt;p&gt;{LEDE}&lt;/p&gt;&lt;p&gt;{NEXT}&lt;/p&gt;</content></entry></feed>"""


def test_the_entries_of_a_feed() -> None:
    first, second = parse_text(RSS)
    assert told(first) == (TITLE, "2021-11-03", "Harbour Post", "Maren Holt")
    assert first.text == f"{TITLE}\n\n{LEDE}\n\n{NEXT}"
    assert second.text == "Salt & storms\n\nFrost in Osterby & Tarn."
    (entry,) = parse_text(ATOM)
    assert told(entry) == (TITLE, "2021-11-03", "Harbour Post", "Maren Holt")
    assert entry.text == f"{TITLE}\n\n{LEDE}\n\n{NEXT}"


CSV = f'''id,title,date,media_name,author,text
1,"Fees ""rise""",03/11/2021,Harbour Post,Maren Holt,"{LEDE}

{NEXT}"
2,Frost in Osterby,25/11/2021,Coast Wire,,Growers lost a third.
'''


def test_the_rows_of_a_table_of_articles() -> None:
    first, second = parse_text(CSV.replace("media_name", "source"))
    assert told(first) == ('Fees "rise"', "2021-11-03", "Harbour Post", "Maren Holt")
    assert first.text == f'Fees "rise"\n\n{LEDE}\n\n{NEXT}'
    assert (second.published, second.text) == ("2021-11-25", "Frost in Osterby\n\nGrowers lost a third.")
    tabs = parse_text("headline\tbody\nFees rise\tBoat owners met.\nFrost\tGrowers lost, all of it.")
    assert [article.title for article in tabs] == ["Fees rise", "Frost"]


def test_other_tables_and_sentences_stay_as_they_are() -> None:
    for text in (
        "name,born,city\nAnn,1981,Graz",
        "Title, text and date\nare, as he said, the same.\nAll of it.",
        'title,text\n"open,1',
    ):
        (article,) = parse_text(text)
        assert "".join(article.text.split()) == "".join(text.split())


def test_the_words_of_a_program_are_no_articles() -> None:
    config = json.dumps(
        {"name": "demo", "messages": [{"text": "Press any key"}, {"text": "Goodbye"}]}, indent=1
    )
    (article,) = parse_text(config)
    assert "Press any key" in article.text and "demo" in article.text
