"""The table of actions: one meaning a key and pane, no dead entries, and everything made from it agrees."""

import pytest
from textual import events

from reader.folding import fold_text
from reader.ui.actions import BY_ID, GROUPS, PANES, TABLE, actions_of, bindings, chords, clashes, key_label
from reader.ui.keymap import check_keys, textual_key
from reader.ui.other_words import _OTHER_WORDS
from tests.ui.conftest import settle

DESIGN_KEYS = {
    "app": "q Q ctrl+q ? f1 : ctrl+p escape tab / n N J K space b @ # s r t y Y x u ctrl+r o O | R L z + - = "
    "ctrl+o alt+left alt+right".split(),
    "list": "j k down up pageup pagedown ctrl+d ctrl+u ctrl+f ctrl+b home end G enter l h left right v V S D C".split(),
    "text": "j k ( ) { } f F p P ] [ a m 1 2 3 4 5 v V e d c * C enter l right h left".split(),
    "notes": "j k enter l h 1 5 e d S".split(),
    "people": "j k enter l h e c S M".split(),
    "figures": "j k enter l h e c".split(),
    "results": "j k enter l h e".split(),
}


def test_no_key_means_two_things_in_a_pane():
    assert clashes() == []
    assert len(BY_ID) == len(TABLE)


@pytest.mark.parametrize("pane", DESIGN_KEYS)
def test_every_key_of_the_design_is_bound(pane):
    keys = {key for action in actions_of(pane) for key in action.keys}
    assert set(DESIGN_KEYS[pane]) <= keys


def test_go_to_chords():
    found = chords("text")
    assert {"g g", "g p", "g f", "g n", "g s", "g l", "g /"} <= set(found)


def test_entries_are_complete():
    for action in TABLE:
        assert action.label and action.help and action.keys, action.id
        assert action.group in GROUPS and set(action.panes) <= set(PANES)
        assert not action.help.endswith(".") and action.help[0].islower(), action.id


def test_bindings_carry_the_ids():
    for pane in PANES:
        ids = {binding.id for binding in bindings(pane) if binding.id}
        assert ids == {a.id for a in actions_of(pane) if any(" " not in key for key in a.keys)}


def test_key_names_are_the_terminal_librarys():
    from textual.binding import BindingsMap

    for action in TABLE:
        for key in " ".join(action.keys).split():
            made = BindingsMap([(key, "x", "x")])
            assert list(made.key_to_bindings) == [textual_key(key)]
    assert key_label("alt+left") == "alt+←"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"note.ad": "B"}, "did you mean note.add"),
        ({"note.add": "hyper+nokey"}, "unknown key"),
        ({"note.add": "ctrl+m"}, "same as Enter"),
        ({"note.add": "f"}, "already means figure.next"),
        ({"note.add": "g"}, "already means"),
        ({"note.add": "g / x"}, "more than two keys"),
        ({"note.add": ""}, "no key given"),
        ({"note.add": "B, B"}, "twice"),
        ({"note.add": "B", "note.edit": "B"}, "already means"),
    ],
)
def test_wrong_keys_are_named_and_left_out(wanted, said):
    keymap, problems = check_keys(wanted, "config.yaml")
    assert len(problems) == 1 and said in str(problems[0]) and "config.yaml" in str(problems[0])
    assert len(keymap.changed) == len(wanted) - 1


def test_keys_can_be_exchanged():
    keymap, problems = check_keys({"figure.next": "p", "person.next": "f"}, "config.yaml")
    assert problems == () and keymap.keys("figure.next") == ("p",)


@pytest.mark.parametrize("written", [",", "comma"])
def test_a_comma_is_a_key_too(written):
    keymap, problems = check_keys({"person.next": written}, "config.yaml")
    assert problems == () and keymap.keys("person.next") == (",",)
    assert keymap.for_textual()["person.next"] == "comma"


def test_other_words_lead_to_actions_that_there_are_and_say_what_the_table_does_not():
    assert set(_OTHER_WORDS) <= set(BY_ID)
    told = {id: fold_text(f"{BY_ID[id].label} {BY_ID[id].help}").split() for id in _OTHER_WORDS}
    assert not [
        (id, word) for id, words in _OTHER_WORDS.items() for word in words.split() if word in told[id]
    ]


async def test_the_palette_and_the_help_answer_to_other_words(folder, open_app):
    async with open_app(folder) as pilot:
        app = pilot.app
        for word, wanted in (
            ("exit", "quit"),
            ("annotate", "note.add"),
            ("dark", "view.theme"),
            ("csv", "export"),
        ):
            await pilot.press("colon")
            app.post_message(events.Paste(word))
            await settle(pilot, lambda: 0 < len(app.screen._list.rows) < 9)
            assert wanted in [choice.value for choice in app.screen._list.rows]
            await pilot.press("escape")
        await pilot.press("question_mark")
        app.post_message(events.Paste("bookmark"))
        await settle(pilot, lambda: len(app.screen._list.rows) == 2)
        assert any("article.star" in text for text, _ in app.screen._list.rows[1])


async def test_no_line_of_the_help_is_cut_at_eighty_columns(folder, open_app):
    async with open_app(folder, size=(80, 24)) as pilot:
        await pilot.press("question_mark")
        await settle(pilot, lambda: len(pilot.app.screen._list.rows) > 40)
        shown = pilot.app.screen._list
        assert [row for row in shown.rows if sum(len(text) for text, _ in row) > shown.size.width - 1] == []
