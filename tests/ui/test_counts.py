"""A count typed before a motion works wherever a cursor moves."""

from textual.drivers import linux_driver

from reader.ui.alt_keys import spelt_out
from tests.ui.conftest import settle


def many(folder):
    for number in range(30):
        words = " ".join(f"word{number}x{i}" for i in range(60))
        (folder / f"{number:02}.txt").write_text(
            f"Ferry number {number}\n\n2024-02-{1 + number % 28:02}\n\nMaria Kabral paid {number + 2} million euros; "
            f"the {words}.\n",
            "utf-8",
        )
    return folder


async def test_counts_in_the_list_and_of_articles(tmp_path, open_app):
    async with open_app(many(tmp_path)) as pilot:
        main = pilot.app.main
        await pilot.press("g", "l")
        start = main.list.cursor
        await pilot.press("5")
        assert main.list.pending == 5 and "5×" in main.bar.state
        await pilot.press("j")
        assert main.list.cursor == start + 5 and main.list.pending == 0 and "×" not in main.bar.state
        await pilot.press("1", "0", "j", "3", "k")
        assert main.list.cursor == start + 12
        await pilot.press("4", "G")
        assert main.list.cursor == 3
        await pilot.press("7", "escape", "j")
        assert main.list.cursor == 4
        await pilot.press("9", "s", "j")  # a star takes no count and keeps none
        assert main.list.cursor == 5
        await pilot.press("3", "v")
        assert main.list.picked == {5, 6, 7} and main.list.cursor == 8
        await pilot.press("escape")
        await settle(pilot, lambda: main.session.index() == 8)
        await pilot.press("3", "J")
        assert main.session.index() == 11
        await pilot.press("2", "K")
        assert main.session.index() == 9
        await pilot.press("g", "p", "alt+9", "9", "9", "J")  # as far as there are articles
        assert main.session.index() == len(main.session.rows) - 1


async def test_counts_in_the_text(tmp_path, open_app):
    async with open_app(many(tmp_path)) as pilot:
        main = pilot.app.main
        await pilot.press("alt+2")
        assert "2×" in main.bar.state
        await pilot.press("J")
        assert main.session.index() == 2
        await pilot.press("alt+3", "escape")
        assert main.text.pending == 0 and "×" not in main.bar.state


async def test_counts_of_hits_go_as_far_as_there_are_hits(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("h", "/", *"heron", "enter")
        await settle(pilot, lambda: main.finding.where.startswith("1/"))
        await pilot.press("alt+2", "n")
        assert main.finding.where == "3/3"
        await pilot.press("alt+9", "N")
        assert main.finding.where == "1/3" and "first" not in main.bar.text
        await pilot.press("N")
        assert main.bar.text == "The first hit."
        await pilot.press("alt+9", "n")
        assert main.finding.where == "3/3" and "last" not in main.bar.text
        await pilot.press("n")
        assert main.bar.text == "The last hit."


async def test_counts_in_the_indexes(tmp_path, open_app):
    async with open_app(many(tmp_path)) as pilot:
        await settle(pilot)
        await pilot.press("#")
        screen = pilot.app.screen
        await settle(pilot, lambda: len(screen.list.rows) >= 30)
        await pilot.press("tab", "1", "2")
        assert screen.bar.state == "12×"
        await pilot.press("j")
        assert screen.list.cursor == 12 and screen.bar.state == ""
        await pilot.press("2", "k", "5", "G")
        assert screen.list.cursor == 4
        await pilot.press("3", "escape")  # the count, not the screen
        assert pilot.app.screen is screen and screen.bar.state == ""


def test_alt_with_a_digit_or_enter_is_known_where_terminals_send_escape_first():
    sent = ("\x1b5", "\x1b0j", "\x1b\r", "\x1b[13;3u", "\r", "5", "\x1bOP")
    keys = [
        [getattr(e, "key", "") for e in linux_driver.XTermParser().feed(spelt_out(keys))] for keys in sent
    ]
    assert keys == [["alt+5"], ["alt+0", "j"], ["alt+enter"], ["alt+enter"], ["enter"], ["5"], ["f1"]]
