"""What makes the app pleasant: going back, notes in place, nothing cut off, help always in sight."""

import threading

from textual import events
from textual.color import Color

from reader.library import Library
from reader.library.records import ComparedPerson, Comparison
from reader.parsing import parse_file
from reader.ui.changes import new_note
from reader.ui.desks.drafting import take_up
from reader.ui.screens.coverage import _people_lines
from tests.ui.conftest import settle


def title(pilot):
    return pilot.app.main.session.article.title


async def test_back_and_forward_go_over_every_article_read(folder, open_app):
    async with open_app(folder) as pilot:
        assert title(pilot) == "River rises above the mark"
        await pilot.press("J", "J")
        assert title(pilot) == "Harbour reopens after storm"
        await pilot.press("ctrl+o")
        assert title(pilot) == "Bridge closed for a year"
        await pilot.press("alt+left")
        assert title(pilot) == "River rises above the mark"
        await pilot.press("alt+right", "alt+right")
        assert title(pilot) == "Harbour reopens after storm"


async def test_looking_around_in_the_list_is_one_step_back(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press(")", ")")
        place = main.text.caret
        await pilot.press("h", "j")
        await settle(pilot, lambda: title(pilot) == "Bridge closed for a year")
        await pilot.press("j")
        await settle(pilot, lambda: title(pilot) == "Harbour reopens after storm")
        await pilot.press("enter", "ctrl+o")
        assert title(pilot) == "River rises above the mark" and main.text.caret == place
        # and back out of the list itself, with nothing opened in it
        await pilot.press("h", "j")
        await settle(pilot, lambda: title(pilot) == "Bridge closed for a year")
        await pilot.press("ctrl+o")
        assert title(pilot) == "River rises above the mark" and main.pane == "text"


async def test_a_note_is_edited_over_its_row(folder, open_app):
    async with open_app(folder, size=(170, 40)) as pilot:
        main = pilot.app.main
        for keys in (["f", "a", *"one"], ["}", "}", "a", *"two"]):
            await pilot.press(*keys, "enter")
            await settle(pilot, lambda: not main.query("#note-editor"))
        await pilot.press("g", "n", "j", "e")
        await pilot.pause()
        editor, notes = main.query_one("#note-editor"), main.side.shown
        assert editor.text == "two"
        assert editor.region.y == notes.region.y + notes.places.y_of(1) > notes.region.y
        assert notes.region.height > 30  # the list has not moved
        await pilot.press("ctrl+n")
        pilot.app.post_message(events.Paste("x\n" * 40))
        await pilot.pause()
        assert editor.region.bottom <= main.side.region.bottom
        pasted = editor.text
        await pilot.press("ctrl+z")  # to the shell, were there one: what is typed stays
        assert editor.text == pasted
        await pilot.press("ctrl+underscore")
        assert len(editor.text) < len(pasted) - 40 and main.query("#note-editor")  # many lines at once
        pilot.app.post_message(events.Paste("x\n" * 40))
        await pilot.press("f7", "y")  # over all of them
        assert editor.text == "y"
        await pilot.press("ctrl+x")
        # a new one stands where it will come to be
        await pilot.press("h", "g", "g", "a")
        await pilot.pause()
        assert main.query_one("#note-editor").region.y == notes.region.y
        await pilot.press("escape")


async def test_the_help_stays_in_the_key_bar(folder, open_app):
    async with open_app(folder, size=(60, 15)) as pilot:
        main = pilot.app.main
        for keys in ([], ["h"], ["g", "p"]):
            await pilot.press(*keys)
            await pilot.pause()
            shown = main.bar.render_line(0).text
            assert "? Help" in shown and len(shown) == 60


async def test_the_palette_shows_every_key_whole(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        await pilot.press("colon")
        await pilot.pause()
        choices = pilot.app.screen.query_one("ChoiceList")
        for number, choice in enumerate(choices.rows):
            (line,) = choices.draw(choice, number, choices.size.width)
            assert line[-1].text.strip() == choice.hint
        assert "Note on this sentence" in choices.render_line(0).text.replace("note", "Note")
        await pilot.press("escape")


async def test_the_text_stays_in_sight_behind_a_dialog(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("question_mark")
        await pilot.pause()
        assert pilot.app.screen.styles.background.a < 1
        assert pilot.app.main.styles.background == Color.parse(pilot.app.theme_variables["background"])
        await pilot.press("escape")


async def test_what_has_no_room_in_a_row_is_left_out_whole(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        row = main.session.rows[0]
        for width in range(14, 60):
            about = main.list.draw(row, 0, width)[1][0].text
            assert "…" not in about
            assert all(
                part in ("Coastal Press", "7 Mar 2024", "2 people") for part in about.strip().split(" · ")
            )
            assert len(about) <= width or " · " not in about


async def test_a_large_file_is_opened_beside_the_keys_and_esc_stops_it(folder, open_app, monkeypatch):
    monkeypatch.setattr("reader.ui.desks.large_files._LARGE", 2_000)
    body = "\n\n".join(f"Paragraph {n} says that the bridge was closed on Monday again." for n in range(60))
    (folder / "large.txt").write_text(f"A very long story\n\n2020-01-01 08:00\n\n{body}\n", "utf-8")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.session.rows) == 4)
        library, going = main.session.library, threading.Event()
        parse = library.article

        def slowly(article_id):
            if article_id.startswith("large") and not going.is_set():
                going.wait(20)
            return parse(article_id)

        monkeypatch.setattr(library, "article", slowly)
        await pilot.press("h", "G", "enter")
        assert title(pilot) != "A very long story" and "opening a large file" in main.bar.state
        await pilot.press("escape")
        await settle(pilot, lambda: main.bar.text == "Stopped." and "opening" not in main.bar.state)
        before = title(pilot)
        going.set()
        await pilot.pause(0.3)
        assert title(pilot) == before
        await pilot.press("h", "enter")
        await settle(pilot, lambda: title(pilot) == "A very long story")
        assert main.pane == "text" and "opening" not in main.bar.state
        await pilot.press("ctrl+o")
        assert title(pilot) == before


async def test_a_file_passed_in_the_list_is_parsed_beside_the_keys_and_opened_where_the_reader_asks(
    folder, open_app, monkeypatch
):
    monkeypatch.setattr("reader.ui.desks.large_files._NOTICED", 2_000)
    body = "\n\n".join(f"Paragraph {n} says that the bridge was closed on Monday again." for n in range(60))
    (folder / "long.txt").write_text(f"A long story\n\n2020-01-01 08:00\n\n{body}\n", "utf-8")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.session.rows) == 4)
        library, going, threads = main.session.library, threading.Event(), set()
        parse = library.article

        def slowly(article_id):
            if article_id.startswith("long"):
                threads.add(threading.current_thread())
                going.wait(20)
            return parse(article_id)

        monkeypatch.setattr(library, "article", slowly)
        try:
            before, first = title(pilot), main.session.article.id
            await pilot.press("h", "G")
            await settle(pilot, lambda: threads)
            assert title(pilot) == before and not main.bar.state.startswith("opening")
            assert threading.main_thread() not in threads
            assert main.reading.open("long.txt#0", 1_000)  # and meanwhile it is asked for
            assert title(pilot) == before
        finally:
            going.set()
        await settle(pilot, lambda: title(pilot) == "A long story" and main.text.caret >= 950)
        await pilot.press("enter", "a", *"why", "escape")
        await settle(pilot, lambda: not main.query("#note-editor"))
        assert main.reading.open(first)
        monkeypatch.setattr("reader.ui.desks.large_files._LARGE", 2_000)
        (draft,) = library.notes.drafts.all()
        assert await take_up(main, draft)  # the editor does not open on the article that is there meanwhile
        assert "large one" in main.bar.text and not main.query("#note-editor") and title(pilot) == before
        await settle(pilot, lambda: title(pilot) == "A long story")


async def test_the_key_bar_shows_what_matters_now(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        main = pilot.app.main

        def shown():
            return main.bar.render_line(0).text

        for key in ("Space Read on", "/ Find", "? Help", "q Back", "a Note"):
            assert key in shown()
        await pilot.press("v", "w")
        assert "y Copy" in shown() and "Esc Drop" in shown() and "Read on" not in shown()
        await pilot.press("escape")
        assert "Esc Drop" not in shown() and "Space Read on" in shown()
        await pilot.press("R")
        assert "c Show or hide this line" in shown() and "R Clean text" in shown()
        await pilot.press("J")
        assert "R Clean text" not in shown() and "Space Read on" in shown()


async def test_a_title_that_is_not_in_the_text_stands_over_it(tmp_path, open_app):
    (tmp_path / "one.txt").write_text(
        "https://example.org/2024/05/02/old-lighthouse-falls-into-the-sea\n\n"
        "The lighthouse fell at noon, the keeper said. Nobody was hurt, but the road along the coast is closed.\n",
        "utf-8",
    )
    async with open_app(tmp_path) as pilot:
        main = pilot.app.main
        title = main.session.rows[0].title
        assert title == "Old lighthouse falls into the sea" and title not in main.session.article.text
        rows = [main.text.render_line(y).text for y in range(6)]
        titled = [y for y, row in enumerate(rows) if title in row]
        dated = [y for y, row in enumerate(rows) if "2 May 2024" in row]
        assert len(titled) == len(dated) == 1 and titled[0] + 1 == dated[0]


async def test_categories_go_by_their_names(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("colon", *"question")
        await pilot.pause()
        picker = pilot.app.screen
        assert "question" in picker._list.rows[0].label and picker._list.rows[0].value == "mark.2"
        await pilot.press("escape", "question_mark", *"question")
        await pilot.pause()
        assert any("question" in text for row in pilot.app.screen._list.rows for text, _ in row)


async def test_an_empty_search_says_how(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        await pilot.press("g", "/")
        await settle(pilot, lambda: "Type words" in pilot.app.screen.list.render_line(0).text)
        await pilot.press(*"zzyzx")
        await settle(pilot, lambda: "Nothing found" in pilot.app.screen.list.render_line(0).text)


async def test_a_story_that_stands_alone_says_so_in_short(tmp_path, open_app):
    (tmp_path / "one.txt").write_text(
        "Lighthouse falls\n\n2024-05-02\n\nThe lighthouse fell at noon, the keeper said.\n", "utf-8"
    )
    async with open_app(tmp_path, size=(80, 24)) as pilot:
        main = pilot.app.main
        for key, title, said in (
            ("C", "Compare", "No other article tells this story. In the list, v selects what to compare."),
            ("D", "Near-duplicates", "No near-duplicate of this article is known."),
        ):
            await pilot.press(key)
            await settle(pilot, lambda: pilot.app.screen is not main)
            screen = pilot.app.screen
            lines = lambda shown=screen: [shown.list.render_line(y).text for y in range(4)]  # noqa: E731
            await settle(pilot, lambda wanted=said, of=lines: any(wanted in line for line in of()))
            assert str(screen._top.content) == title
            await pilot.press("escape")
            await settle(pilot, lambda: pilot.app.screen is main)


async def test_a_copy_without_a_source_is_told_by_its_file(tmp_path, open_app):
    text = "Lighthouse falls\n\n{}\n\n" + "The lighthouse fell at noon, the keeper of the lamp said. " * 12
    (tmp_path / "one.txt").write_text(text.format("2024-05-02"), "utf-8")
    (tmp_path / "two.txt").write_text(text.format("2024-05-02"), "utf-8")
    async with open_app(tmp_path, size=(80, 24)) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.session.rows) == 1)  # folded
        await pilot.press("D")
        await settle(pilot, lambda: pilot.app.screen is not main)
        shown = pilot.app.screen.list
        other = ({"one.txt#0", "two.txt#0"} - {main.session.article.id}).pop()
        await settle(pilot, lambda: shown.render_line(1).text.strip().startswith(f"{other} · 2 May 2024 · "))


async def test_a_search_that_finds_nothing_here_says_so(folder, open_app):
    async with open_app(folder) as pilot:
        await pilot.press("/", *"zebra", "enter")
        await settle(pilot, lambda: "“zebra” is not in this article" in pilot.app.main.bar.text)


async def test_each_letter_of_a_search_is_looked_for_from_where_it_began(tmp_path, open_app):
    told = "Nothing is told of them in this town. The harbour moon is old. The harbour moor is older."
    (tmp_path / "moon.txt").write_text(f"Moon over the harbour\n\n{told}\n", "utf-8")
    async with open_app(tmp_path) as pilot:
        text = pilot.app.main.text
        moon, moor = text.document.text.index("moon"), text.document.text.index("moor")
        await settle(pilot, lambda: text.caret == 0)
        await pilot.press("w", "w", "w")
        start = text.caret
        await pilot.press("/")
        for typed, caret in (("harbour moo", moon - 8), ("r", moor - 8), ("x", start)):
            await pilot.press(*("space" if key == " " else key for key in typed))
            await settle(pilot, lambda: text.caret == caret)  # noqa: B023
        await pilot.press("backspace", "backspace")
        await settle(pilot, lambda: text.caret == moon - 8)
        await pilot.press("down", "enter")  # the hit that was stepped to is kept
        await settle(pilot, lambda: pilot.app.focused is text and text.caret == moor - 8)


async def test_drafts_are_among_what_is_to_be_seen_to_and_gone_on_with_from_there(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        wanted = {}
        await pilot.press("f", "a", *"one", "escape", "2")  # on a sentence, which has a note then
        await settle(pilot, lambda: main.session.located and not main.query("#note-editor"))
        await pilot.press("a", *"two", "escape", "J", "A", *"three", "escape")  # on that; on an article
        await settle(pilot, lambda: not main.query("#note-editor"))
        await pilot.press("K", "g", "!")
        await settle(pilot, lambda: pilot.app.screen is not main)
        labels = [choice.label for choice in pilot.app.screen._list.rows]
        assert "c-river.txt: a note not saved: one — Enter goes on with it" in labels and len(labels) == 3
        for said, title_of in (("one", "River"), ("two", "River"), ("three", "Bridge")):
            if pilot.app.screen is main:
                await pilot.press("g", "!")
                await settle(pilot, lambda: pilot.app.screen is not main)
            await pilot.press(*said, "enter")
            await settle(pilot, lambda: pilot.app.screen is main and main.query("#note-editor"))
            editor = main.query_one("#note-editor")
            assert editor.text == said and title(pilot).startswith(title_of)
            wanted[said] = editor.draft
            await pilot.press("escape")
            await settle(pilot, lambda: not main.query("#note-editor"))
        assert wanted["two"].note.category == 2 and wanted["three"].quote == ""
        assert "rose 3 metres" in wanted["one"].quote


async def test_what_an_earlier_session_left_unsaved_is_told_until_it_is_looked_at(folder, open_app):
    Library.open([folder]).notes.save_draft("c-river.txt", "0-0-9", "half a thought")
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: "1 draft: g !" in main.bar.state)
        await pilot.press("g", "!")
        await settle(pilot, lambda: pilot.app.screen is not main)
        await pilot.press("escape")
        await pilot.pause()
        assert "draft" not in main.bar.state


async def test_a_note_that_was_only_looked_at_is_no_draft_when_the_app_ends(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        drafts = main.session.library.notes.drafts
        await pilot.press("f", "a", *"whole", "enter")
        await settle(pilot, lambda: main.session.located and not main.query("#note-editor"))
        await pilot.press("a")
        main.noting.keep_typed()
        assert not drafts.all()
        await pilot.press(*"more")  # on a line of its own: nothing is glued to a #tag
        main.noting.keep_typed()
        (draft,) = drafts.all()
        assert draft.read_text("utf-8") == "whole\nmore"
        nowhere = folder / "a-harbour.txt" / "drafts"
        drafts._homes = (nowhere, nowhere)
        pilot.app.exit()
        assert pilot.app.unkept == "whole\nmore"  # is told on stderr


async def test_an_older_text_never_replaces_a_newer_draft(folder, open_app):
    async with open_app(folder) as pilot:
        main, free = pilot.app.main, threading.Event()
        drafts = main.session.library.notes.drafts
        kept = lambda: [draft.read_text("utf-8") for draft in drafts.all()]  # noqa: E731
        await pilot.press("f", "a", *"old")
        pilot.app.jobs.write(free.wait, lambda _: None, lambda _: None)
        main.noting.keep_typed(main.query_one("#note-editor"))
        await pilot.press(*"er")
        main.noting.keep_typed()  # as when the app ends
        assert kept() == ["older"]
        free.set()
        await settle(pilot)
        assert kept() == ["older"]
        await pilot.press("ctrl+x")
        await settle(pilot)
        assert kept() == []


async def test_a_draft_never_sets_back_a_note_that_was_saved_since(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("f", "a", *"whole", "enter")
        await settle(pilot, lambda: main.session.located and not main.query("#note-editor"))
        await pilot.press("e", *" thought", "escape")
        await settle(pilot, lambda: not main.query("#note-editor"))
        others = Library.open([folder]).notes
        (note,) = others.read("c-river.txt").notes
        others.edit("c-river.txt", note.id, body="whole and more")
        await settle(pilot, lambda: main.session.located[0].note.body == "whole and more")
        await pilot.press("a")
        await settle(pilot, lambda: main.query("#note-editor"))
        assert main.query_one("#note-editor").text == "whole and more\n\nwhole thought"
        assert "below" in main.bar.text
        await pilot.press("escape")  # both are one draft now, begun on the note as it is
        await settle(pilot, lambda: not main.query("#note-editor"))
        (draft,) = main.session.library.notes.drafts.all()
        assert draft.read_text("utf-8") == "whole and more\n\nwhole thought"
        await pilot.press("a", "enter")
        await settle(pilot, lambda: not main.query("#note-editor"))
        assert not main.session.library.notes.drafts.all()


async def test_saved_says_when_another_version_is_kept_too(folder, open_app):
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await pilot.press("f", "a", *"mine", "enter")
        await settle(pilot, lambda: main.session.located and not main.query("#note-editor"))
        await pilot.press("e", *" now")
        others = Library.open([folder]).notes
        (note,) = others.read("c-river.txt").notes
        others.edit("c-river.txt", note.id, body="theirs")
        await pilot.press("enter")
        await settle(pilot, lambda: not main.query("#note-editor"))
        assert main.bar.text.startswith("Saved. It was changed elsewhere")
        assert sorted(item.note.body for item in main.session.located) == ["mine now", "theirs"]
        await pilot.press("a", *"!", "enter")
        await settle(pilot, lambda: not main.query("#note-editor"))
        assert main.bar.text == "Saved"


async def test_space_shows_a_text_that_there_is_no_room_for_before_it_reads_on(folder, open_app):
    async with open_app(folder, size=(60, 9)) as pilot:
        main = pilot.app.main
        await pilot.press("h", "j", "space")
        assert main.pane == "text" and main.middle.display and main.text.scroll_offset.y == 0
        assert title(pilot) == "Bridge closed for a year"
        await pilot.press("tab", "b")
        assert main.pane == "text" and main.text.scroll_offset.y == 0
        await pilot.press("space")
        assert main.text.scroll_offset.y > 0


async def test_the_passage_stays_in_sight_while_a_note_on_it_is_written(folder, open_app):
    async with open_app(folder, size=(60, 20)) as pilot:
        main = pilot.app.main
        await pilot.press(")", "V", ")", ")", ")")
        start, end = main.text.selection
        await pilot.press("a", "x")
        await pilot.pause()
        assert not main.bar.state  # what was being selected leaves room for the keys
        assert main.text.cursor.selection == (start, end)  # though typing ends what was selected
        quote = str(main.query_one("#note-editor .quote").content)
        assert quote.endswith("…") and quote.count("\n") == 1
        await pilot.press("escape")  # a draft: a brings it back, on the same passage
        await settle(pilot, lambda: not main.query("#note-editor"))
        await pilot.press("a")
        await pilot.pause()
        assert main.query_one("#note-editor").text == "x"
        await pilot.press("enter")
        await settle(pilot, lambda: main.session.located and not main.query("#note-editor"))
        assert main.text.selection is None and main.text.cursor.selection == (0, 0)
        assert (main.session.located[0].start, main.session.located[0].end) == (start, end)


async def test_every_note_is_found_by_category_and_title(folder, open_app):
    async with open_app(folder, size=(100, 20)) as pilot:
        app, main = pilot.app, pilot.app.main
        await pilot.press("2", "J", "3")
        await settle(pilot, lambda: len(main.session.located) == 1)
        await pilot.press("g", "a")
        await settle(pilot, lambda: app.screen is not main and len(app.screen.list.rows) == 2)
        for words, other in (("quote", "question"), ("bridge", "river")):
            await pilot.press(*words)
            await settle(pilot, lambda: len(app.screen.list.rows) == 1)
            said = "".join(
                piece.text for line in app.screen.list.draw(app.screen.list.current, 0, 90) for piece in line
            )
            assert words in said.lower() and other not in said.lower()
            await pilot.press("ctrl+u")
            await settle(pilot, lambda: len(app.screen.list.rows) == 2)


async def test_each_of_several_notes_on_one_sentence_can_be_gone_to(folder, open_app):
    store, article = Library.open([folder]).notes, parse_file(folder / "c-river.txt")[0]
    start = article.text.index("\n\n") + 2
    for end, body in ((20, "on the beginning"), (30, "on more")):
        store.add(
            "c-river.txt",
            new_note(article, start, start + end, body)._replace(file="c-river.txt"),
            source=article,
        )
    async with open_app(folder) as pilot:
        main = pilot.app.main
        await settle(pilot, lambda: len(main.session.located) == 2)
        await pilot.press("g", "n")
        await settle(pilot, lambda: main.pane == "notes")
        seen = []
        for key in ("k", "k", "j", "k", "j"):
            await pilot.press(key)
            await pilot.pause()
            seen.append(main.side.shown.cursor)
        assert seen == [0, 0, 1, 0, 1]


def test_the_counts_of_a_comparison_stand_below_one_another():
    people = [
        ComparedPerson("Saddam Khalifa Haftar", (1, 12), ("Saddam Haftar", "S. Khalifa Haftar")),
        ComparedPerson("Ana Ruiz", (0, 3), ()),
    ]
    lines = _people_lines(Comparison((), tuple(people), ()))
    long, short = ("".join(text for text, _ in line) for line, _ in lines)
    assert long.endswith("Haftar  A  1  B 12") and short.endswith("   A  –  B  3")
    assert long.index("A  1") == short.index("A  –")
