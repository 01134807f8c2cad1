"""What was read wrong in articles is put right by keys, in the text, the list and the raw file, and is taken back."""

import pytest

from reader.library import Library
from tests.ui.conftest import STORIES, settle

DAM = (
    "Dam opens in the nrth\n4 May 2021\n\nThe council of Lemburg met to discuss the harbour works, which have cost "
    "$4 million so far.\n\n“We are working on it,” Mayor Anna Kessler told reporters in Lemburg yesterday.\n"
)
FLOOD = (
    "Flood reaches old town\n\nThe river’s level rose by 98 percent overnight, and the depot was closed. Officials "
    "warned of more rain.\n\nA second paragraph of the flood story goes on here for some length, to be one.\n"
)


@pytest.fixture
def digest(folder):
    """Two articles that are read as one, before the others of the folder."""
    (folder / "digest.txt").write_text(f"{DAM}\n{FLOOD}")
    return folder


async def opened(pilot, title="Dam opens in the nrth"):
    """The article with that title open, the keys in its text."""
    main = pilot.app.main
    row = next(row for row in main.session.rows if row.title == title)
    main.reading.open(row.id, 0)
    main.looking.focus_text()
    await settle(pilot)
    return main


async def typed(pilot, text):
    """Type `text` in place of what the open question has in its field, and press Enter."""
    await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Ask")
    pilot.app.screen.query_one("Input").value = text
    await pilot.press("enter")
    await settle(pilot, lambda: type(pilot.app.screen).__name__ != "Ask")


def titles(main):
    return [row.title for row in main.session.rows]


async def test_headline_date_author_and_source_are_put_right_and_taken_back_after_a_restart(digest, open_app):
    async with open_app(digest) as pilot:
        main = await opened(pilot)
        await pilot.press("E", "h")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Ask")
        assert pilot.app.screen.query_one("Input").value == "Dam opens in the nrth"
        await typed(pilot, "Dam opens in the north")
        assert main.session.article.title == "Dam opens in the north" in titles(main)
        assert (
            main.text.document.text.startswith("Dam opens in the north\n")
            and "u takes it back" in main.bar.text
        )
        await pilot.press("c", "D")
        await typed(pilot, "5 may 2030 10:30")
        await pilot.press("E", "a")
        await typed(pilot, "Ann Ruiz")
        assert main.text.document.meta == ("5 May 2030, 10:30", "Ann Ruiz", "corrected")
        assert titles(main)[0] == "Dam opens in the north"  # the newest now
        assert [f.value for f in main.session.detection.figures if f.text == "yesterday"] == ["2030-05-04"]
        await pilot.press("u")
        await settle(pilot, lambda: main.text.document.meta == ("5 May 2030, 10:30", "corrected"))
    async with open_app(digest) as pilot:
        main = await opened(pilot, "Dam opens in the north")
        await pilot.press("u")
        await settle(pilot, lambda: main.session.article.published == "2021-05-04")
        assert titles(main)[-1] == "Dam opens in the north"
        await pilot.press("ctrl+r")
        await settle(pilot, lambda: main.session.article.published == "2030-05-05T10:30")
        await pilot.press("E", "r", "enter")
        await settle(pilot, lambda: main.session.article.title == "Dam opens in the nrth")
        assert main.session.article.corrected == ()
    assert (digest / "digest.txt").read_text() == f"{DAM}\n{FLOOD}"


async def test_a_date_is_told_as_it_is_understood_before_it_is_kept(digest, open_app):
    async with open_app(digest) as pilot:
        main = await opened(pilot)
        await pilot.press("E", "d")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Ask")
        said = pilot.app.screen.query_one(".said")
        assert "Tuesday, 4 May 2021" in str(said.content)
        pilot.app.screen.query_one("Input").value = "3/4/2021"
        await pilot.press("enter")
        assert "day or the month first" in str(said.content) and type(pilot.app.screen).__name__ == "Ask"
        await typed(pilot, "")
        assert main.session.article.published is None and "No date from now on" in main.bar.text


async def test_an_article_begins_at_a_line_and_is_joined_again(digest, open_app):
    async with open_app(digest) as pilot:
        main = await opened(pilot)
        main.text.go_to(main.session.article.text.index("Flood reaches"))
        await pilot.press("c", "B")
        await settle(pilot, lambda: main.session.article.id == "digest.txt#1")
        assert main.text.caret == 0 and main.text.document.meta == ("corrected",)
        assert {"Dam opens in the nrth", "Flood reaches old town"} < set(titles(main))
        await pilot.press("E", "j")
        await settle(pilot, lambda: main.session.article.id == "digest.txt#0")
        assert main.session.article.text[main.text.caret :].startswith("Flood reaches")
        assert "Flood reaches old town" not in titles(main)
        await pilot.press("u")
        await settle(pilot, lambda: main.session.article.id == "digest.txt#1")
        await pilot.press("u")
        await settle(pilot, lambda: main.session.article.id == "digest.txt#0" and len(titles(main)) == 4)
        await pilot.press("g", "g", "E", "b")
        await settle(pilot, lambda: "begins here already" in main.bar.text)


async def test_a_line_of_the_raw_file_begins_an_article_or_is_its_headline(digest, open_app):
    async with open_app(digest) as pilot:
        main = await opened(pilot)
        await pilot.press("R")
        raw = main.text.document.text
        main.text.go_to(raw.index("A second paragraph") + 9)
        await pilot.press("E", "b")
        await settle(pilot, lambda: len(titles(main)) == 5)
        assert main.session.raw and main.session.article.id == "digest.txt#1"
        assert "an article begins here, as you said" in main.text.document.notices.values()
        assert main.text.document.text == raw
        main.text.go_to(raw.index("Flood reaches"))
        await pilot.press("E", "l")
        await settle(pilot, lambda: "Flood reaches old town" in titles(main))
        assert main.session.raw and main.text.document.text == raw
        library = main.session.library
        assert library.article("digest.txt#0").title == "Flood reaches old town"


async def test_several_rows_get_one_source_and_date(digest, open_app):
    async with open_app(digest) as pilot:
        main = pilot.app.main
        main.looking.show_list()
        await pilot.press("g", "g", "V", "j", "j", "E", "h")
        assert "one article at a time" in main.bar.text
        await pilot.press("c", "S")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Ask")
        assert pilot.app.screen.query_one("Input").value == "Coastal Press"
        await typed(pilot, "Coastal Press Agency")
        assert [row.source for row in main.session.rows] == ["Coastal Press Agency"] * 3 + [""]
        await pilot.press("E", "d")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Ask")
        await pilot.press("enter")
        assert "right for all 3" in str(pilot.app.screen.query_one(".said").content)
        await typed(pilot, "2024-03-09")
        assert [row.published for row in main.session.rows] == ["2024-03-09"] * 3 + ["2021-05-04"]
        await pilot.press("u")
        await settle(pilot, lambda: len({row.published for row in main.session.rows}) == 4)
        await pilot.press("E", "r")
        await settle(pilot, lambda: not main.session.library.corrections.read())


async def test_what_is_put_right_outside_is_shown_where_the_caret_is(digest, open_app):
    async with open_app(digest) as pilot:
        main = await opened(pilot)
        main.text.go_to(main.session.article.text.index("The river"))
        outside = Library.open([digest])
        mark = outside.proofs.begins("digest.txt#0", (f"{DAM}\n{FLOOD}").index("Flood reaches"))
        outside.exchange((), mark.made)
        outside.close()
        await settle(pilot, lambda: main.session.article.id == "digest.txt#1")
        assert main.session.article.text[main.text.caret :].startswith("The river")
        assert "Flood reaches old town" in titles(main) and len(titles(main)) == len(STORIES) + 2
