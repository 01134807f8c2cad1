"""Raw news text in every form that the parser knows, invented for the tests: no real article, person or outlet."""

from __future__ import annotations

from email.message import EmailMessage

from reader.model import Article
from reader.parsing import parse_text

LEDE = (
    "The harbour authority of Velmora will raise its fees by 12 percent next spring, Director Ines Okafor said on "
    "Tuesday, in a move that fishing crews called a blow to the town."
)
SECOND = (
    "Okafor told reporters that the quay had not been repaired since 1987. “We cannot wait another winter,” she said, "
    "adding that $4.2 million had been set aside for the work."
)
THIRD = (
    "Crews of the northern fleet met in the old customs house on Wednesday evening and agreed to send a letter to the "
    "ministry, according to their spokesman, Tomas Lindqvist."
)
LAST = "The authority will publish its final plan in March, and the council votes on it a month later."
BODY = (LEDE, SECOND, THIRD, LAST)
TITLE = "Harbour fees to rise in Velmora as quay crumbles"

OTHER_TITLE = "Orchard growers count losses after late frost"
OTHER = (
    "Growers in the Tarn valley lost about a third of their apple blossom in a single night, the farmers’ union said "
    "on Friday, and many orchards will bear no fruit this year.",
    "The frost came two weeks later than usual, when most trees were in full bloom, said Maren Holt, who runs a family "
    "farm of 40 hectares near Osterby.",
    "Insurance covers only hail, not frost, so the union has asked the state for help.",
)


def paragraphs(body: tuple[str, ...] = BODY) -> str:
    """The body, parted by empty lines."""
    return "\n\n".join(body)


def repeated(title: str = TITLE, body: tuple[str, ...] = BODY) -> str:
    """Form 1: headline block, doubled caption, text-size control, the headline again."""
    caption = f"Boats lie at the old quay of {title.split()[-1]} on a winter morning. (Northern Press)"
    return f"{title}\n\n{caption}\n{caption}\nTT\n20\n\n{title}\n\n{caption}\n{caption}\n\n{paragraphs(body)}"


def glued(title: str = TITLE, body: tuple[str, ...] = BODY, stamp: str = "2021-11-03 08:15") -> str:
    """Form 1, second kind: date line, the headline glued to the lede with the agency, a domain at the end."""
    first = title.replace(",", "") + "Coast Wire/ " + body[0]
    return "\n\n".join((title, title, stamp, first, *body[1:], "coastwire.net"))


def labelled(title: str = TITLE, body: tuple[str, ...] = BODY) -> str:
    """Form 4: labels in a run."""
    return f"Title: {title}\nDate: 3 November 2021\nSource: Coast Wire\nURL: https://coastwire.net/n/1\n\n{paragraphs(body)}"


def wrapped(text: str, width: int = 68, indent: str = "") -> str:
    """`text` broken at a width, paragraph by paragraph."""
    import textwrap

    return "\n\n".join(
        textwrap.fill(part, width, initial_indent=indent, subsequent_indent=indent)
        for part in text.split("\n\n")
    )


def proquest() -> str:
    """Form 9."""
    rule = "_" * 60

    def document(number: int, title: str, body: tuple[str, ...], date: str) -> str:
        return (
            f"{rule}\n\nDocument {number} of 2\n\n{title}\n\nAuthor: Lindqvist, Tomas\n\nPublication info: Coast Wire; "
            f"{date}.\n\nhttps://database.example/doc/{number}\n\nFull text: "
            + "\n".join(body)
            + "\n\nCAPTION: The quay "
            f"in winter.\n\nSubject: Ports; Fees\n\nTitle: {title}\n\nPublication title: Coast Wire; Velmora\n\n"
            f"Publication date: {date}\n\nSection: News\n\nPublisher: Coast Wire Ltd\n\nSource type: Newspaper\n\n"
            f"ProQuest document ID: 10{number}\n\nDocument URL: https://database.example/doc/{number}\n\n"
            "Last updated: 2021-11-05\n\nDatabase: Newsstream\n\n"
        )

    text = document(1, TITLE, BODY, "Nov 3, 2021") + document(2, OTHER_TITLE, OTHER, "Dec 11, 2021")
    return (text + rule + "\n\nContact us at: http://database.example/help\n").replace("\n", "\r\n")


def nexis() -> str:
    """Form 10: with a cover page, a wrapped headline and a copyright notice above the outlet."""

    def document(number: int, title: str, body: tuple[str, ...], date: str) -> str:
        return (
            f"\n{number:>32} of 2 DOCUMENTS\n\n\n{'Copyright 2021 Coast Wire Ltd':>50}\n{'All Rights Reserved':>45}\n\n"
            f"{'Coast Wire':>40}\n\n{date:>45}\n\n{wrapped(title, 36)}\n\nBYLINE: Maren Holt\n\n"
            f"SECTION: NEWS; Pg. 4\n\nLENGTH: 120 words\n\n{wrapped(paragraphs(body), 78)}\n\n"
            f"GRAPHIC: The quay in winter\n\n"
            "LOAD-DATE: November 4, 2021\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
        )

    return (
        "\ufeffDownload Request: All Documents: 1-2\nTime Of Request: Friday\n\n"
        + document(1, TITLE, BODY, "November 3, 2021 Wednesday")
        + document(2, OTHER_TITLE, OTHER, "December 11, 2021 Saturday")
    )


def nexis_uni() -> str:
    """Form 11."""

    def document(title: str, body: tuple[str, ...], date: str) -> str:
        return (
            f"{title}\nCoast Wire\n{date}\n\nCopyright 2021 Coast Wire All Rights Reserved\n\nSection: NEWS\n"
            f"Length: 120 words\nByline: Maren Holt\nBody\n\n\n{paragraphs(body)}\n\n\nLoad-Date: {date}\n\n\n"
            "End of Document\n\n"
        )

    return document(TITLE, BODY, "November 3, 2021 Wednesday") + document(
        OTHER_TITLE, OTHER, "December 11, 2021 Saturday"
    )


def factiva() -> str:
    """Form 12."""

    def document(title: str, body: tuple[str, ...], date: str, code: str) -> str:
        return (
            f"{title}\nBy Maren Holt\n120 words\n{date}\nCoast Wire\nCSTW\nEnglish\n(c) 2021 Coast Wire. All rights "
            f"reserved.\n\n{paragraphs(body)}\n\nDocument CSTW0000202111{code}\n\n\n"
        )

    return document(TITLE, BODY, "3 November 2021", "03ehb30001") + document(
        OTHER_TITLE, OTHER, "11 December 2021", "11ehb30002"
    )


def factiva_codes() -> str:
    """Form 13, codes alone on their lines."""

    def document(title: str, body: tuple[str, ...], date: str) -> str:
        return (
            f"HD\n{title}\nBY\nBy Maren Holt\nWC\n120 words\nPD\n{date}\nET\n07:40\nSN\nCoast Wire\nSC\nCSTW\n"
            f"LA\nEnglish\nCY\n(c) 2021 Coast Wire\nLP\n{body[0]}\n\nTD\n{paragraphs(body[1:])}\n\nNS\ngport : Ports\n"
            "RE\nvel : Velmora\nAN\nDocument CSTW000020211103ehb30001\n\n\n"
        )

    return document(TITLE, BODY, "3 November 2021") + document(OTHER_TITLE, OTHER, "11 December 2021")


def factiva_columns() -> str:
    """Form 13, codes in a narrow column with wrapped values."""

    def document(title: str, body: tuple[str, ...], date: str) -> str:
        text = wrapped(paragraphs(body[1:]), 76, "    ")
        return (
            f"HD  {title}\nBY  Maren Holt\nWC  120 words\nPD  {date}\nSN  Coast Wire\nSC  CSTW\nLA  English\n"
            f"CY  (c) 2021 Coast Wire\nLP  {wrapped(body[0], 76, '    ').strip()}\nTD  {text.strip()}\n\n"
            "RE  VEL Velmora\nAN  Document CSTW000020211103ehb30001\n\n"
        )

    return document(TITLE, BODY, "3 November 2021") + document(OTHER_TITLE, OTHER, "11 December 2021")


def mail() -> str:
    """Form 17."""

    def message(title: str, body: tuple[str, ...], date: str) -> str:
        return (
            f"From: news@coastwire.example\nDate: {date}\nSubject: {title}\nMessage-ID: <1@coastwire.example>\n\n"
            f"{wrapped(paragraphs(body), 70)}\n\n{'-' * 30}\n\n"
        )

    return message(TITLE, BODY, "Wed, 03 Nov 2021 10:00:00 +0000") + message(
        OTHER_TITLE, OTHER, "Sat, 11 Dec 2021 09:30:00 +0100"
    )


def mailbox() -> str:
    """Form 17 as a mail program keeps it: one message in signs, one in letters of base64."""

    def message(title: str, body: tuple[str, ...], date: str, coded: str) -> str:
        mail = EmailMessage()
        mail["From"] = "Maren Holt <mh@coastwire.example>"
        mail["Date"] = date
        mail["Subject"] = title
        mail.set_content(paragraphs(body) + "\n", cte=coded)
        return f"From mh@coastwire.example Wed Nov  3 10:00:00 2021\n{mail.as_string()}\n"

    return message(TITLE, BODY, "Wed, 03 Nov 2021 10:00:00 +0000", "quoted-printable") + message(
        OTHER_TITLE, OTHER, "Sat, 11 Dec 2021 09:30:00 +0100", "base64"
    )


def references() -> str:
    """References as RIS."""

    def reference(title: str, body: tuple[str, ...], date: str) -> str:
        head = f"TY  - NEWS\nTI  - {title}\nAU  - Lindqvist, Tomas\nT2  - Coast Wire\nDA  - {date}\nAB  - "
        return head + "\n".join(body) + "\nER  - \n\n"

    return reference(TITLE, BODY, "2021/11/03/") + reference(OTHER_TITLE, OTHER, "2021/12/11/")


def warc() -> str:
    """Form 15."""

    def record(title: str, body: tuple[str, ...], slug: str) -> str:
        return (
            f"WARC/1.0\nWARC-Type: conversion\nWARC-Target-URI: https://coastwire.net/{slug}\n"
            f"WARC-Date: 2021-11-03T10:00:00Z\nContent-Type: text/plain\nContent-Length: 900\n\n{title}\nHome\nWorld\n"
            "Sport\nSign in\n" + "\n".join(body) + "\nPrivacy policy\nTerms of use\n\n"
        )

    return record(TITLE, BODY, "harbour-fees") + record(OTHER_TITLE, OTHER, "orchard-frost")


def press_list() -> str:
    """Form 19."""
    return (
        f"1. {TITLE}\nCoast Wire, 3 November 2021, p. 4, 120w.\n\n{paragraphs()}\n\n"
        f"2. {OTHER_TITLE}\nValley Post, 11 December 2021, p. 12, 98w.\n\n{paragraphs(OTHER)}\n"
    )


MENU = (
    "Home|World|Politics|Business|Sport|Culture|Travel|Weather|Video|Podcasts|Newsletters|Sign in|Subscribe|Search|"
    "My account|Shop|Jobs|Events|Crossword|Contact us"
).split("|")
FOOT = (
    "Most read|Storm closes coast road|Ferry timetable changes|Museum opens new wing|School wins chess title|About us|"
    "Privacy policy|Terms of use|Cookie policy|Careers|Advertise|Help|Sitemap|© 2021 Coast Wire. All rights reserved."
).split("|")


def page(style: str = "plain") -> str:
    """Forms 5 and 6: a whole page with its menus, as several tools print it."""
    if style == "broken":  # a line break at every link
        second = SECOND.replace("Okafor told reporters that", "Okafor told\nreporters\nthat")
        lines = [
            f"{TITLE} - Coast Wire",
            *MENU,
            TITLE,
            "By Maren Holt",
            "3 November 2021",
            "Share",
            LEDE,
            second,
            THIRD,
        ]
        return "\n".join([*lines, LAST, *FOOT])
    if style == "lynx":
        menu = "\n".join(f"     * [{n}]{word}" for n, word in enumerate(MENU, 1))
        text = wrapped(paragraphs(), 72, "   ").replace("reporters", "[21]reporters", 1)
        foot = "\n".join(f"     * [{n}]{word}" for n, word in enumerate(FOOT, 22))
        links = "\n".join(f"   {n}. https://coastwire.net/{n}" for n in range(1, 36))
        head = f"   [20]Coast Wire\n\n{menu}\n\n{TITLE}\n\n   By Maren Holt\n\n   3 November 2021"
        return f"{head}\n\n{text}\n\n{foot}\n\nReferences\n\n{links}\n"
    menu = "\n".join(f"  * {word}" for word in MENU)
    foot = "\n".join(f"  * {word}" for word in FOOT)
    return f"{menu}\n\n{TITLE}\n\nBy Maren Holt\n3 November 2021\n\n{paragraphs()}\n\n{foot}\n"


FORMS = {
    "repeated blocks": repeated(),
    "glued headline": glued(),
    "newspaper": f"{TITLE}\n\n{paragraphs()}",
    "address on top": f"https://www.coastwire.net/2021/11/03/port-charges\n\n{paragraphs()}",
    "labels": labelled(),
    "sections": f"---TITLE---\n{TITLE}\n---DATE---\n2021-11-03\n---CONTENT---\n{paragraphs()}",
    "page": page(),
    "broken page": page("broken"),
    "lynx page": page("lynx"),
    "one line": " ".join(BODY * 3),
    "sentence a line": "\n".join(f" {part}" for part in BODY),
    "hard wrapped": wrapped(f"{TITLE}\n\n{paragraphs()}"),
    "proquest": proquest(),
    "nexis": nexis(),
    "nexis uni": nexis_uni(),
    "factiva": factiva(),
    "factiva codes": factiva_codes(),
    "factiva columns": factiva_columns(),
    "front matter": f"---\ntitle: {TITLE}\ndate: 2021-11-03\nauthor: Maren Holt\n---\n\n{paragraphs()}",
    "markdown": f"# {TITLE}\n\n**By Maren Holt**\n\n*3 November 2021*\n\n{paragraphs()}",
    "warc": warc(),
    "story": f"{paragraphs()}\n\n@highlight\n\nFees rise by 12 percent\n\n@highlight\n\nCouncil votes in April",
    "mail": mail(),
    "mailbox": mailbox(),
    "references": references(),
    "html": f"<html><head><title>{TITLE}</title></head><body><nav>Home</nav><h1>{TITLE}</h1>"
    + "".join(f"<p>{part}</p>" for part in BODY)
    + "<footer>Imprint</footer></body></html>",
    "json": '{"title": "' + TITLE + '", "date": "2021-11-03", "text": "' + "\\n".join(BODY) + '"}',
    "rtf": "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\f0 " + LEDE + "\\par " + LAST + "\\par}",
    "press list": press_list(),
}


def only(text: str) -> Article:
    """The one article of a text."""
    (article,) = parse_text(text)
    return article
