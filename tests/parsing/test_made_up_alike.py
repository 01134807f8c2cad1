"""Headlines made up alike part the articles of a file; subheads, lists and laws that look so do not."""

from __future__ import annotations

import pytest

from reader.parsing import parse_text

HEADS = (
    "Harbour opens early after a long wait",
    "Farmers sell their wheat to the state",
    "Bridge stays closed until May",
)
TEXT = (
    "The ministry gave its word on Monday after weeks of waiting, and the council of the town thanked it in a letter. "
    "More than forty people came to the meeting.\n\nThe mayor said the work would take until the summer of next year."
)


def titles(*heads: str, between: str = "\n\n") -> list[str | None]:
    return [
        article.title
        for article in parse_text("\n\n".join(f"{head}{between}{TEXT}" for head in heads) + "\n")
    ]


@pytest.mark.parametrize(
    "form",
    [
        "## {}",
        "**{}**",
        "{n}. {}",
        "2021-05-0{n} | {}",
        "[{n} May 2021] {}",
        "Article {n}:\n{}",
        "STORY {n} OF 3\n\n{}",
    ],
)
def test_headlines_made_up_alike_part_a_file(form: str) -> None:
    assert titles(*(form.format(head, n=n) for n, head in enumerate(HEADS, 1))) == list(HEADS)


def test_the_paper_behind_capitals_and_rules_under_headlines() -> None:
    heads = [f"{head} - Harbour Post" for head in HEADS]
    assert titles(*heads, between="\n") == heads
    heads = [head.upper() for head in HEADS]
    assert titles(*heads, between="\n") == heads
    assert titles(*(f"{head}\n{'-' * len(head)}" for head in HEADS)) == list(HEADS)


def test_short_headlines_in_capitals_that_their_text_says_again() -> None:
    heads = {
        "FERRY LATE AGAIN TODAY": "The ferry to Orland was late",
        "WHEAT SOLD TO THE STATE": "Wheat of the north was sold to the state",
    }
    text = "\n\n".join(f"{head}\n\n{told}. {TEXT}" for head, told in heads.items())
    assert [article.title for article in parse_text(text)] == list(heads)
    text = "\n\n".join(f"{head}\n\nAs was said. {TEXT}" for head in heads)
    assert len(parse_text(text)) == 1


def test_labels_above_and_addresses_below_part_a_file() -> None:
    assert titles(*(f"Source: Harbour Post\n{head}" for head in HEADS), between="\n") == list(HEADS)
    text = "\n\n".join(f"{head}\n\n{TEXT}\n\nhttps://harbour.example/{n}" for n, head in enumerate(HEADS))
    assert [article.title for article in parse_text(text)] == list(HEADS)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADS[0]}\n\n{TEXT}\n\n## What comes next in town\n\n{TEXT}\n\n## Why it took so long\n\n{TEXT}",
        f"## {HEADS[0]}\n\n{TEXT}\n\n## Background\n\n{TEXT}\n\n## What comes next in town\n\n{TEXT}",
        f"HARBOUR OPENS EARLY AFTER A LONG WAIT\n\n{TEXT}\n\nTHE COST\n\n{TEXT}\n\nTHE YEARS TO COME\n\n{TEXT}",
        f"Ten walks\n\n1. Go along the old quay\n\n{TEXT}\n\n2. Climb up to the old tower\n\n{TEXT}",
        f"Article 1\n\n{TEXT}\n\nArticle 2\n\n{TEXT}",
        f"Article 1\nScope\n\n{TEXT}\n\nArticle 2\nDefinitions\n\n{TEXT}",
    ],
)
def test_subheads_lists_and_laws_do_not(text: str) -> None:
    (article,) = parse_text(text)
    assert all(
        line in article.text or line == article.title for line in text.replace("## ", "").split("\n") if line
    )
