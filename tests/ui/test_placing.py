"""Notes in the app: those whose passage is not sure, moving one by hand, links, tags, a note on the whole article."""

import pytest

from reader.model import Note
from reader.notes import NoteStore
from reader.notes.anchor import describe
from reader.parsing import parse_text
from reader.ui.screens.note_review import _shown

from .conftest import STORIES, settle

FILE = "a-harbour.txt"
QUOTES = ("About 40 ships had waited outside the port.", "Repairs cost 5 million euros and took 12 days.")


@pytest.fixture
def noted(folder):
    """Two notes, and the passage of the first taken out since; the second one's sentence is another now."""
    text = parse_text(STORIES[FILE], file=FILE)[0].text
    store = NoteStore.open(folder)
    for quote in QUOTES:
        at = text.index(quote)
        store.add(
            FILE, Note("", "", describe(text, at, at + len(quote)), f"on {quote[:7]} #port", tags=("port",))
        )
    now = STORIES[FILE].replace(QUOTES[0], "No ship had to wait any longer.")
    (folder / FILE).write_text(now.replace(QUOTES[1], "Repairs took half of the summer and cost 5 million."))
    return folder


def read(folder):
    return {note.body[:10]: note for note in NoteStore.open(folder).read(FILE).notes}


async def open_harbour(pilot):
    main = pilot.app.main
    main.reading.open(f"{FILE}#0")
    await settle(pilot, lambda: main.session.located and main.session.article.file == FILE)
    return main


async def test_a_lost_note_is_reviewed_refused_and_taken_back(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        doubtful = len(main.session.doubtful)
        assert doubtful and "to review: M" in main.bar.state
        await pilot.press("M")
        await pilot.pause()
        review = pilot.app.screen
        assert type(review).__name__ == "NoteReview"
        case = review._cases[0]
        await pilot.press("h")
        await pilot.press("u")
        if case.place is not None:
            await pilot.press("y")
            await settle(pilot)
            note = read(noted)[case.note.body[:10]]
            assert note.anchor.exact == main.session.article.text[slice(*case.place)]
            assert len(main.session.doubtful) == doubtful - 1
            if pilot.app.screen is review:
                await pilot.press("escape")
            await pilot.press("u")
            await settle(pilot)
            assert read(noted)[case.note.body[:10]].anchor.exact == case.note.anchor.exact


def test_a_passage_is_shown_with_the_spaces_it_has() -> None:
    shown = "".join(text for text, _ in _shown("in April, ", "a year\nlate", ". It cost"))
    assert shown == "…in April, a year late. It cost…"
    assert "".join(text for text, _ in _shown("“", "One", "\n\ntwo")) == "…“One two…"


async def test_what_was_refused_is_lost_until_its_passage_comes_back(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        note = main.session.doubtful[0].note
        main.placing.refuse(note)
        await settle(pilot)
        found = {item.note.id: item.status for item in main.session.located}
        assert found[note.id] == "lost"
        (noted / FILE).write_text(STORIES[FILE])
        main.files.rescan()
        await settle(pilot, lambda: not main.session.doubtful)
        assert {item.status for item in main.session.located} == {"ok"}


async def test_a_note_is_put_on_another_passage_by_hand(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        note = main.session.doubtful[0].note
        main.placing._begin(note)
        await pilot.press("escape")
        assert main.session.moving is None
        main.placing._begin(note)
        main.text.go_to(main.session.article.text.index("The cranes work"))
        await pilot.press("a")
        await settle(pilot)
        moved = read(noted)[note.body[:10]]
        assert "cranes work again" in moved.anchor.exact and moved.body == note.body
        await pilot.press("u")
        await settle(pilot)
        assert read(noted)[note.body[:10]].anchor == note.anchor
        main.placing._begin(note)
        main.house.change(lambda changes: changes.remove_note(note).body)
        await settle(pilot, lambda: note.body[:10] not in read(noted))
        main.session.reload_notes()
        await pilot.press("a")  # a note of its own: what was deleted is not moved
        assert main.noting.writing and main.session.moving is None


async def test_notes_are_linked_and_followed(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        one, other = (item.note for item in main.session.located)
        newer = other._replace(id="n2", body="the newest", created="2099-01-01T00:00:00Z")
        main.placing._pick_link(one, [one, other, newer], ["Harbour reopens", "Harbour reopens", "Elsewhere"])
        await pilot.pause()
        shown = [(choice.label, choice.detail) for choice in pilot.app.screen._choices]
        assert shown[0] == ("Link to: the newest", "Elsewhere") and "Link to: " in shown[1][0]
        await pilot.press("escape")
        await pilot.press("g", "n", "home")
        await settle(pilot, lambda: main.pane == "notes" and main.side.shown.current.note.id == one.id)
        await pilot.press("&")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Picker")
        assert [choice.detail for choice in pilot.app.screen._choices] == [main.session.article.title]
        await pilot.press("enter")
        await settle(pilot)
        assert read(noted)[one.body[:10]].links == (other.id,)
        one = next(item.note for item in main.session.located if item.note.id == one.id)
        main.placing._pick_link(other, [one, other], ["", ""])
        await pilot.pause()
        assert pilot.app.screen._choices[0].label.startswith("Go to: ")
        await pilot.press("escape", "&")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Picker")
        assert pilot.app.screen._choices[0].label.startswith("Go to: ")
        main.reading.open("b-bridge.txt#0")
        await pilot.press("enter")  # the passage of the other note, from wherever the reader is
        await settle(pilot, lambda: main.session.article.file == FILE)
        place = next(item for item in main.session.located if item.note.id == other.id)
        await settle(pilot, lambda: main.text.caret == max(place.start, 0))
        await pilot.press("g", "n", "u")
        await settle(pilot, lambda: read(noted)[one.body[:10]].links == ())


async def test_the_notes_of_an_article_go_by_place_time_and_category(noted, open_app):
    store = NoteStore.open(noted)
    for category, note in enumerate(reversed(store.read(FILE).notes), 1):
        store.edit(FILE, note.id, category=category)
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        by_place = [item.note.id for item in main.session.located]
        await pilot.press("g", "n", "S")
        assert "by newest" in main.bar.text
        await pilot.press("S")
        assert "by category" in main.bar.text
        categories = [item.note.category for item in main.session.located]
        assert categories == sorted(categories)
        await pilot.press("S")
        assert [item.note.id for item in main.session.located] == by_place


async def test_a_tag_is_renamed_everywhere_and_back(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        await pilot.press("g", "T")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Picker")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*["backspace"] * 4, *"quay", "enter")
        await settle(pilot)
        notes = read(noted).values()
        assert all(note.tags == ("quay",) and note.body.endswith("#quay") for note in notes)
        await pilot.press("u")
        await settle(pilot)
        assert all(note.tags == ("port",) and note.body.endswith("#port") for note in read(noted).values())
        assert main.bar.text.startswith("Undone")


async def test_a_tag_is_renamed_on_articles_too_and_back_though_a_note_has_gone_since(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        library = main.session.library
        library.state.set_tags(f"{FILE}#0", ("port", "quay"))
        await pilot.press("g", "T")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "Picker")
        assert pilot.app.screen._choices[0].detail.endswith("and 1 article")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*["backspace"] * 4, *"quay", "enter")
        await settle(pilot)
        assert library.state.tags(f"{FILE}#0") == ("quay",)
        gone, *_ = read(noted).values()
        library.notes.remove(FILE, gone.id)
        await pilot.press("u")
        await settle(pilot)
        assert library.state.tags(f"{FILE}#0") == ("port", "quay")
        assert all(note.tags == ("port",) for note in read(noted).values())


async def test_a_note_on_the_whole_article(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        main.reading.open(f"{FILE}#0")
        await settle(pilot, lambda: main.session.article.file == FILE)
        await pilot.press("A")
        await pilot.pause()
        await pilot.press(*"all of it", "enter")
        await settle(pilot)
        (note,) = read(folder).values()
        assert note.anchor.exact == "" and note.body == "all of it"
        await pilot.press("A")
        await pilot.pause()
        await pilot.press("!", "enter")
        await settle(pilot)
        assert [note.body for note in read(folder).values()] == ["all of it\n!"]


async def test_a_notes_file_that_breaks_meanwhile_is_named_and_notes_come_back(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        (path,) = (noted / "notes").glob("*.yaml")
        good = path.read_text()
        path.write_text(good + "  broken: [unclosed\n")
        await settle(pilot, lambda: "is not closed" in main.bar.text)
        assert "notes file: g !" in main.bar.state and not main.session.located
        path.write_text(good)
        await settle(pilot, lambda: len(main.session.located) == 2)
        assert main.bar.text == "The notes file can be read again."  # not what was wrong with it


async def test_a_note_on_an_article_whose_file_has_gone_is_saved_and_shown(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        (noted / FILE).rename(noted.parent / "elsewhere")
        await settle(pilot, lambda: "is gone" in main.bar.text)
        await pilot.press("A", *"kept", "enter")
        await settle(pilot, lambda: len(main.session.located) == 3)
        assert main.bar.text == "Saved" and "kept" in read(noted)
    async with open_app(noted) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.session.article is not None)
        await pilot.press("h", "g", "l", ":", *"review notes", "enter")
        await settle(pilot, lambda: "note has its passage" in main.bar.text)
        assert "Every other note" in main.bar.text and "3 notes of files that have gone: g a" in main.bar.text


async def test_notes_that_cannot_be_read_are_not_told_as_none_and_e_opens_their_file(
    noted, open_app, monkeypatch
):
    async with open_app(noted, size=(80, 24)) as pilot:
        main = await open_harbour(pilot)
        (path,) = (noted / "notes").glob("*.yaml")
        good = path.read_text()
        await pilot.press("g", "n")
        await settle(pilot, lambda: main.side.shown.places.lines_of(1))
        rows = main.side.shown.places.lines_of(0), main.side.shown.places.lines_of(1)
        path.write_text(good + "  broken: [unclosed\n")
        await settle(pilot, lambda: not main.session.located)
        assert "is not closed" in main.side.shown.empty and "No notes" not in main.side.shown.empty
        opened = []
        monkeypatch.setattr(main.sharing, "edit_at", lambda file, line: opened.append((file, line > 0)))
        await pilot.press("e")
        assert opened == [(str(path), True)]
        await pilot.press("escape")
        path.write_text(good)
        await settle(pilot, lambda: len(main.session.located) == 2)
        await pilot.press("g", "n")
        await settle(pilot)
        assert (main.side.shown.places.lines_of(0), main.side.shown.places.lines_of(1)) == rows
        assert "notes file" not in main.bar.state


async def test_a_place_by_hand_starts_at_the_likeliest_one(noted, open_app):
    async with open_app(noted) as pilot:
        main = await open_harbour(pilot)
        main.text.go_to(0)
        await pilot.press("M")
        await pilot.pause()
        review = pilot.app.screen
        await pilot.press(*["h"] * next(n for n, case in enumerate(review._cases) if case.place))
        place = review._cases[review._at].place
        assert (
            main.session.article.text[place[1] - 1] == "."
        )  # the passage was a sentence: so is what may be it
        await pilot.press("p")
        await settle(pilot, lambda: main.text.caret == place[0])
        assert "a puts the note here" in main.bar.state


async def test_rows_of_the_notes_stand_one_under_the_other_on_a_narrow_screen(noted, open_app):
    async with open_app(noted, size=(80, 24)) as pilot:
        main = await open_harbour(pilot)
        await pilot.press("g", "n")
        await settle(pilot)
        shown = main.side.shown
        drawn = [len(shown.draw(row, n, shown.room)) for n, row in enumerate(shown.rows)]
        assert [shown.places.lines_of(n) for n in range(len(drawn))] == drawn
        painted = [shown.render_line(y).text for y in range(sum(drawn))]
        assert [text.strip("▐ ") != "" for text in painted] == [
            bool("".join(piece.text for piece in line).strip())
            for n, row in enumerate(shown.rows)
            for line in shown.draw(row, n, shown.room)
        ]
        regions = main.screen._compositor
        seen = [strip.text for strip in regions.render_strips()]
        assert sum("▎" in line for line in seen) == sum("▎" in line for line in painted)
        first = next(number for number, line in enumerate(seen) if "▎" in line)
        assert [("▎" in line) for line in seen[first : first + len(painted)]] == [
            "▎" in line for line in painted
        ]


async def test_the_review_goes_on_to_the_next_article_that_has_some(noted, open_app):
    async with open_app(noted) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: main.session.article is not None)
        other = next(row.id for row in main.session.rows if not row.id.startswith(FILE))
        main.reading.open(other)
        await settle(pilot)
        await pilot.press("M")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "NoteReview")
        assert main.session.article.file == FILE
        cases = len(main.session.doubtful)
        await pilot.press(*"h" * cases)
        await settle(pilot, lambda: pilot.app.screen is main)
        await pilot.press("M")  # they have been asked about, and there is no other one
        await settle(pilot, lambda: main.bar.text.startswith("Every other note"))
        await pilot.press("M")
        await settle(pilot, lambda: type(pilot.app.screen).__name__ == "NoteReview")
        assert len(pilot.app.screen._cases) == cases
