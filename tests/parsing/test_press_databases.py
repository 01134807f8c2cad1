"""Documents of NewsBank and Europresse: the outlet and the date may stand above the headline."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text
from reader.parsing.formats import recognise
from reader.parsing.lines import read_lines
from tests.parsing.fuzz import check
from tests.parsing.test_exports import FIRST, SECOND

TEXT = f"{FIRST}\n\n{SECOND}"
FRENCH = "Le conseil vote l'élargissement du quai"
ENGLISH = "Council votes to widen northern quay"

EUROPRESSE = f"""Le Courrier du Port
Monde, samedi 14 mars 2015, p. 7

{FRENCH}

Anne Lemaire

{TEXT}

© 2015 SA Le Courrier du Port. Tous droits réservés.

news·20150314·LC·4593523
"""
NEWSBANK = f"""{ENGLISH}
Harbour Post, The (Northgate, ST)
March 12, 2014
Author: Anna Berg; Staff Writer
Edition: Final
Section: Local
Page: A4
Estimated printed pages: 2

{TEXT}

Record Number: 1403120034
Copyright (c) 2014 Harbour Post. All rights reserved.
"""
CASES = {
    "Europresse": (EUROPRESSE, FRENCH, "2015-03-14", "Le Courrier du Port", "Anne Lemaire"),
    "Europresse, number of the issue and length": (
        f"""Le Courrier du Port, no. 21876
International, samedi 14 mars 2015 852 mots, p. 7

{FRENCH}
Anne Lemaire

{TEXT}

Tous droits réservés 2015 Le Courrier du Port
news·20150314·LC·4593523
""",
        FRENCH, "2015-03-14", "Le Courrier du Port", "Anne Lemaire",
    ),
    "Europresse, from the web": (
        f"""Le Courrier du Port (site web)
lundi 16 mars 2015 - 14:05 UTC +0100 852 mots

« Le quai sera élargi »

{TEXT}

Cet article est paru dans Le Courrier du Port (site web)
""",
        "« Le quai sera élargi »", "2015-03-16", "Le Courrier du Port", None,
    ),
    "Europresse, a section under the outlet": (
        f"""Le Courrier du Port
Région
samedi 14 mars 2015, p. 12,13

{FRENCH}

Par Anne Lemaire et Jean Roux

{TEXT}
""",
        FRENCH, "2015-03-14", "Le Courrier du Port", "Anne Lemaire et Jean Roux",
    ),
    "Europresse, the section under the date": (
        f"""Le Courrier du Port
samedi 14 mars 2015, p. 7
Monde

{FRENCH}

{TEXT}
""",
        FRENCH, "2015-03-14", "Le Courrier du Port", None,
    ),
    "Europresse, only the certificate tells": (
        f"""L'Estran
samedi 14 mars 2015

{FRENCH}

{TEXT}

news·20150314·ES·4593523
""",
        FRENCH, "2015-03-14", "L'Estran", None,
    ),
    "the rights notice names the outlet": (
        f"""Northgate Weekly
Saturday, March 14, 2015

{ENGLISH}

{TEXT}

© 2015 Northgate Weekly. All rights reserved.
""",
        ENGLISH, "2015-03-14", "Northgate Weekly", None,
    ),
    "the page on a line of its own, a kicker over the headline": (
        f"""Harbour Chronicle, The (Northgate, ST)
March 12, 2014
Page A4

ANALYSIS
{ENGLISH}

Anna Berg

{TEXT}
""",
        ENGLISH, "2014-03-12", "The Harbour Chronicle", "Anna Berg",
    ),
    "a name that papers have": (
        f"""The Harbour Post
March 12, 2014

{ENGLISH}

{TEXT}
""",
        ENGLISH, "2014-03-12", "The Harbour Post", None,
    ),
    "outlet, date and page on one line": (
        f"""Harbour Post - March 12, 2014 - page A4

{ENGLISH}

By Anna Berg

{TEXT}
""",
        ENGLISH, "2014-03-12", "Harbour Post", "Anna Berg",
    ),
    "NewsBank": (NEWSBANK, ENGLISH, "2014-03-12", "The Harbour Post", "Anna Berg"),
    "NewsBank, outlet, date and page on one line": (
        f"""Harbour Post, The (Northgate, ST) - March 12, 2014 - A4 Local
{ENGLISH}
Author: Anna Berg

{TEXT}

Copyright, 2014, The Harbour Post
Record Number: 1403120034
""",
        ENGLISH, "2014-03-12", "The Harbour Post", "Anna Berg",
    ),
    "NewsBank, labels on one line": (
        f"""{ENGLISH}
March 12, 2014 | Harbour Post, The (Northgate, ST)
Author: Anna Berg | Section: Local | 355 Words
Page: A4
OpenURL Link

{TEXT}

Copyright 2014 Harbour Post
""",
        ENGLISH, "2014-03-12", "The Harbour Post", "Anna Berg",
    ),
    "NewsBank, a label for the paper": (
        f"""{ENGLISH}

Paper: Harbour Post, The (Northgate, ST)
Date: March 12, 2014
Section: Local
Page: A4
Author: Anna Berg

{TEXT}

Copyright, 2014, Harbour Post
Record Number: 1403120034
""",
        ENGLISH, "2014-03-12", "The Harbour Post", "Anna Berg",
    ),
    "NewsBank, labels for all and more under the text": (
        f"""Paper: Harbour Post (Northgate, ST)
Title: {ENGLISH}
Date: March 12, 2014

{TEXT}

Author: ANNA BERG, Staff Writer
Section: Local
Page: A4
Copyright, 2014, Harbour Post
Record Number: 1403120034
""",
        ENGLISH, "2014-03-12", "Harbour Post", "ANNA BERG",
    ),
    "NewsBank, the outlet above the headline": (
        f"""Harbour Post, The (Northgate, ST)
March 12, 2014
Section: Local
Page: A4

{ENGLISH}
Anna Berg, Staff Writer

{TEXT}

Caption: The quay in spring
Edition: Final
Record Number: 1403120034
""",
        ENGLISH, "2014-03-12", "The Harbour Post", "Anna Berg",
    ),
    "NewsBank, only the rights notice names the outlet": (
        f"""{ENGLISH}
March 12, 2014
Section: Local

{TEXT}

Record Number: 1403120034
Copyright (c) 2014 Harbour Post. All rights reserved.
""",
        ENGLISH, "2014-03-12", "Harbour Post", None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_document_gives_its_headline_and_fields_and_only_its_text(name: str) -> None:
    text, *expected = CASES[name]
    (article,) = parse_text(text)
    assert [article.title, article.published, article.source, article.author] == expected
    assert [block.text for block in article.blocks if block.role == "para"] == [FIRST, SECOND]
    assert check(text.encode()) == 1


@pytest.mark.parametrize("between", ["", "\n\n", "\n____________________\n\n"])
@pytest.mark.parametrize(
    ("one", "title", "day", "other_title", "other_day"),
    [
        (EUROPRESSE, FRENCH, "14 mars", "Les pêcheurs demandent un délai", "15 mars"),
        (NEWSBANK, ENGLISH, "March 12", "Fishermen ask for time", "March 13"),
        (CASES["NewsBank, a label for the paper"][0], ENGLISH, "March 12", "Ferries wait", "March 13"),
        (CASES["NewsBank, the outlet above the headline"][0], ENGLISH, "March 12", "Ferry late", "March 13"),
    ],
)
def test_several_documents_a_file(
    one: str, title: str, day: str, other_title: str, other_day: str, between: str
) -> None:
    second = one.replace(title, other_title).replace(day, other_day)
    articles = parse_text(one + (between or "\n") + second)
    assert [article.title for article in articles] == [title, other_title]
    assert [(article.published or "")[-2:] for article in articles] == [
        "".join(filter(str.isdigit, text)) for text in (day, other_day)
    ]
    assert len({article.source for article in articles}) == 1
    for article in articles:
        assert [block.text for block in article.blocks if block.role == "para"] == [FIRST, SECOND]


def test_a_certificate_is_no_head_even_under_names() -> None:
    text = (
        "Monde, samedi 14 mars 2015, p. 7\n\n\n\n\nAnne Lemaire\nLe Courrier du Port\nnews·20150314·LC·4593523\n"
        f"\n\nAnne Lemaire\n{SECOND}\n\n© 2015 SA Le Courrier du Port.\n"
    )
    recognise(text, read_lines(text))  # does not stumble
    assert len(parse_text(text)) == check(text.encode()) == 1


def test_a_headline_above_its_date_is_no_outlet() -> None:
    for head in (
        "Council Votes to Widen Quay\nMarch 12, 2014\n\nThe paper calls it a waste of money",
        "Council Votes to Widen Quay\nMarch 12, 2014\n\nBy Anna Berg",
        "Council Votes to Widen Quay\nMarch 12, 2014\n\nThe fishermen have to move",
        "Council Votes to Widen Quay\n12 March 2014, p. 4\n\nAnna Berg",
    ):
        (article,) = parse_text(f"{head}\n\n{TEXT}\n\n© 2014 Harbour Post\n")
        assert article.title == "Council Votes to Widen Quay", head


def test_a_dateline_without_a_year_makes_up_no_date() -> None:
    body = TEXT.replace("The harbour", "NORTHGATE, March 14 (AP) - The harbour", 1)
    (article,) = parse_text(f"{ENGLISH}\n\n{body}\n")
    assert article.published is None
    (article,) = parse_text(EUROPRESSE.replace(TEXT, body))
    assert article.published == "2015-03-14"
