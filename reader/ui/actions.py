# ruff: noqa: E501 (one action, one line)
"""THE table of actions: every binding, key bar entry, help line, palette entry and README row comes from it.

An action exists once. `action` is the name of an `action_…` method on the widget whose pane it belongs to, or
on its screen or the app when prefixed by `screen.` or `app.`. A key is a Textual key name or a character; two
characters with a space between them are a chord (`g p`: press g, then p). No Textual is imported to read the
table, only to make bindings.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType

#: Every pane keys can belong to; "app" holds everywhere outside text fields.
PANES = ("app", "list", "text", "notes", "people", "figures", "results")
#: The headings of help and README, in order.
GROUPS = ("Read", "Move", "Find", "Annotate", "Marks", "Go", "List", "View", "Share", "Reader")
_LISTS = ("list", "notes", "people", "figures", "results")
_RECORDS = ("people", "figures", "results")


class Action(NamedTuple):
    """One thing the reader can do.

    `id` is what the user's `keys:` names; `keys` its defaults; `label` stands in the key bar and palette,
    `help` in the help. `show` puts it in the key bar of its panes.
    """

    id: str
    keys: tuple[str, ...]
    action: str
    label: str
    help: str
    group: str
    show: bool
    panes: tuple[str, ...]

    @property
    def method(self) -> str:
        """The bare name of the action, without namespace and arguments."""
        return self.action.partition("(")[0].rpartition(".")[2]

    @property
    def of_screen(self) -> bool:
        """Whether the screen does it, through one of its desks."""
        return self.action.startswith("screen.")

    @property
    def bound(self) -> str:
        """The action as Textual gets it: what a screen does goes through its one `do` action, by id."""
        return f"screen.do('{self.id}')" if self.of_screen else self.action

    @property
    def arguments(self) -> tuple[str | int, ...]:
        """The arguments of the action."""
        inside = self.action.partition("(")[2].rstrip(")")
        words = [word.strip() for word in inside.split(",") if word.strip()]
        return tuple(word.strip("'") if "'" in word else int(word) for word in words)


def _act(
    id: str,
    keys: str,
    action: str,
    label: str,
    help: str,
    group: str,
    panes: Iterable[str] | str = "app",
    show: bool = False,
) -> Action:
    names = (panes,) if isinstance(panes, str) else tuple(panes)
    return Action(id, tuple(split_keys(keys)), action, label, help, group, show, names)


def split_keys(keys: str) -> list[str]:
    """The key names in `keys`, which are separated by commas; a chord keeps its inner space. The comma itself is written
    alone, or as `comma`."""
    if keys.strip() == ",":
        return [","]
    named = (" ".join("," if part == "comma" else part for part in key.split()) for key in keys.split(","))
    return [key for key in named if key]


_ALL = ("text", *_LISTS)
_PICKABLE = ("list", *_RECORDS)  # lists in which rows are selected
_MARKS = tuple(
    _act(
        f"mark.{n}", str(n), f"screen.mark({n})", f"Category {n}", f"mark with category {n}, or give it to the note",
        "Annotate", ("text", "notes"),
    )
    for n in range(1, 6)
)  # fmt: skip
_COUNTS = tuple(
    _act(
        f"{name}.{n}", f"{key}{n}", f"digit({n})", f"Count {n}", f"digit of a count: {example}", "Move", panes,
    )
    for name, key, panes, example in (
        ("count", "alt+", _ALL, "alt+5 j goes five down"),
        ("number", "", ("list", *_RECORDS), "5 j goes five down, 5 G to row five"),
    )
    for n in range(10)
)  # fmt: skip

TABLE: tuple[Action, ...] = (
    # ------------------------------------------------------------ annotate
    _act("note.add", "a", "screen.add_note", "Note", "note on this sentence or selection", "Annotate", "text", True),
    _act("mark.last", "m", "screen.mark(0)", "Mark", "mark with the last category", "Annotate", ("text", "notes")),
    *_MARKS,
    _act("note.edit", "e", "screen.edit_note", "Edit", "edit the note under the cursor", "Annotate", ("text", "notes"), True),
    _act("note.delete", "d", "screen.delete_note", "Delete", "delete the note under the cursor", "Annotate", ("text", "notes")),
    _act("note.article", "A", "screen.add_article_note", "Note on article", "note on the whole article", "Annotate", ("text", "notes"), ),
    _act("note.link", "&", "screen.link_note", "Links", "links of this note: go to a linked note, or link one", "Annotate", ("text", "notes")),
    _act("note.place", "c", "screen.move_note", "Move", "put the note under the cursor on another passage", "Annotate", "notes", True),
    _act("note.review", "M", "screen.review_places", "Review", "review notes whose passage is not sure, in every article", "Annotate", ("text", "notes")),
    _act("tags.rename", "g T", "screen.rename_tag", "Rename tag", "rename a tag of notes and articles, or merge it", "Annotate"),
    _act("record.edit", "e", "screen.edit_record", "Edit", "edit the name, or the note on this passage", "Annotate", _RECORDS),
    _act("record.delete", "d", "screen.delete_record", "Not so", "not a person or figure, or delete the note", "Annotate", _RECORDS),
    _act("correct", "c", "screen.correct", "Correct", "correct a detection or the article, or mark the selection", "Annotate", ("text", "list", *_RECORDS)),
    _act("article.headline", "E h", "screen.put_headline", "Headline", "put the headline of the article right", "Annotate", ("text", "list")),
    _act("article.date", "E d", "screen.put_date", "Date", "put the date right, also of several rows", "Annotate", ("text", "list")),
    _act("article.author", "E a", "screen.put_author", "Author", "put the author right, also of several rows", "Annotate", ("text", "list")),
    _act("article.source", "E s", "screen.put_source", "Source", "put the source right, also of several rows", "Annotate", ("text", "list")),
    _act("article.is_headline", "E l", "screen.choose_headline", "Line is headline", "this line, or the selection, is the headline", "Annotate", "text"),
    _act("article.begins", "E b", "screen.begin_article", "Article begins", "an article begins in this line of the file", "Annotate", "text"),
    _act("article.joins", "E j", "screen.join_article", "Part of above", "the article is part of the one above it in its file", "Annotate", ("text", "list")),
    _act("article.as_read", "E r", "screen.read_again", "As read", "the article as it was read, without what was put right", "Annotate", ("text", "list")),
    _act("select.words", "v", "select('word')", "Select", "select words; motions extend the selection", "Annotate", "text", True),
    _act("select.sentences", "V", "select('sentence')", "Select sentences", "select whole sentences", "Annotate", "text"),
    _act("select.chars", "alt+v", "select('char')", "Select characters", "select by characters", "Annotate", "text"),
    _act("select.row", "v", "select('row')", "Select", "select this row, or no longer", "List", _PICKABLE),
    _act("select.range", "V", "select('range')", "Select range", "select every row from here to where you move", "List", _PICKABLE),
    # ------------------------------------------------------------ marks
    _act("figure.next", "f", "next_mark('figure', 1)", "Figure", "next figure", "Marks", "text", True),
    _act("figure.previous", "F", "next_mark('figure', -1)", "Previous figure", "previous figure", "Marks", "text"),
    _act("person.next", "p", "next_mark('person', 1)", "Person", "next person", "Marks", "text", True),
    _act("person.previous", "P", "next_mark('person', -1)", "Previous person", "previous person", "Marks", "text"),
    _act("note.next", "]", "next_mark('note', 1)", "Next note", "next note", "Marks", "text"),
    _act("note.previous", "[", "next_mark('note', -1)", "Previous note", "previous note", "Marks", "text"),
    _act("mark.open", "enter, l, right", "open_mark", "Card", "card of what is under the cursor", "Marks", "text", True),
    # ------------------------------------------------------------ lists
    _act("row.open", "enter, l, right", "open_row", "Open", "open the row, jump to the passage, open the group", "List", _LISTS, True),
    _act("row.leave", "h, left", "leave_row", "Back", "close the group, or go back to the text", "List", _LISTS),
    _act("text.leave", "h, left", "screen.leave_text", "List", "back to the list", "Go", "text"),
    _act("list.sort", "S", "screen.sort", "Sort", "sort and group", "List", ("list", "notes", *_RECORDS[:2]), True),
    _act("list.fold", "D", "screen.fold_duplicates", "Fold", "fold near-duplicates, or show them all", "List", ("list", "results"), True),
    _act("list.read_all", "A", "screen.read_all", "All read", "mark everything shown as read", "List", "list"),
    _act("people.merge", "M", "screen.merge_people", "Merge", "those selected are one; else review who may be the same", "List", "people", True),
    _act("people.company", "w", "screen.show_company", "With", "who is named together with this person", "List", ("people", "results"), True),
    _act("list.filter", "F", "screen.show_in_list", "To list", "filter the list by this query or person", "List", _RECORDS),
    _act("watch.toggle", "W", "screen.toggle_watch", "Follow", "follow this query or person: ◉ marks its articles", "List", ("list", *_RECORDS)),
    _act("watch.name", "g W", "screen.name_watch", "Follow as", "follow this query or person under a name, or rename it", "List", ("list", *_RECORDS)),
    # ------------------------------------------------------------ reading on
    _act("read.on", "space", "screen.read_on", "Read on", "next page, then the next unread article", "Read", show=True),
    _act("read.back", "b", "screen.read_back", "Page back", "page back, then the previous article", "Read"),
    _act("article.next", "J", "screen.step_article(1)", "Next article", "next article in the shown order", "Read"),
    _act("article.previous", "K", "screen.step_article(-1)", "Previous article", "previous article in the shown order", "Read"),
    _act("article.star", "s", "screen.star", "Star", "star, or no longer", "Read"),
    _act("article.read", "r", "screen.toggle_read", "Read", "read, or unread again", "Read"),
    _act("article.tags", "t", "screen.edit_tags", "Tags", "tags of the article", "Read"),
    # ------------------------------------------------------------ find
    _act("find", "/", "screen.find", "Find", "search this article; in lists, show only what answers", "Find", show=True),
    _act("find.library", "g /", "screen.find_library", "Library", "search the library from anywhere", "Find"),
    _act("hit.next", "n", "screen.step_hit(1)", "Next hit", "next hit, across articles; else the next unread", "Find"),
    _act("hit.previous", "N", "screen.step_hit(-1)", "Previous hit", "previous hit, or previous unread", "Find"),
    _act("find.same", "*", "screen.find_same", "Everywhere", "search what is under the cursor across the library", "Find", "text"),
    _act("compare", "C", "screen.compare", "Compare", "compare the coverage of this story, or of selected rows", "Find", ("text", "list")),
    _act("duplicates", "D", "screen.show_duplicates", "Duplicates", "near-duplicates of this article", "Find", "text"),
    # ------------------------------------------------------------ motions
    _act("move.down", "j, down", "line(1)", "Down", "down a line or a row", "Move", _ALL),
    _act("move.up", "k, up", "line(-1)", "Up", "up a line or a row", "Move", _ALL),
    _act("move.page_down", "pagedown, ctrl+f", "page(1)", "Page down", "down a page", "Move", _ALL),
    _act("move.page_up", "pageup, ctrl+b", "page(-1)", "Page up", "up a page", "Move", _ALL),
    _act("move.half_down", "ctrl+d", "half_page(1)", "Half page down", "down half a page", "Move", _ALL),
    _act("move.half_up", "ctrl+u", "half_page(-1)", "Half page up", "up half a page", "Move", _ALL),
    _act("move.top", "home, g g", "top", "Top", "to the top", "Move", _ALL),
    _act("move.bottom", "end, G", "bottom", "Bottom", "to the end", "Move", _ALL),
    _act("sentence.next", ")", "sentence(1)", "Next sentence", "next sentence", "Move", "text"),
    _act("sentence.previous", "(", "sentence(-1)", "Previous sentence", "previous sentence", "Move", "text"),
    _act("paragraph.next", "}", "paragraph(1)", "Next paragraph", "next paragraph", "Move", "text"),
    _act("paragraph.previous", "{", "paragraph(-1)", "Previous paragraph", "previous paragraph", "Move", "text"),
    _act("word.next", "w, ctrl+right", "word(1)", "Next word", "next word", "Move", "text"),
    _act("word.previous", "W, ctrl+left", "word(-1)", "Previous word", "previous word", "Move", "text"),
    _act("char.next", "shift+right", "char(1)", "Next character", "next character, also in a selection", "Move", "text"),
    _act("char.previous", "shift+left", "char(-1)", "Previous character", "previous character", "Move", "text"),
    _act("line.start", "^", "line_edge(-1)", "Start of line", "start of the line", "Move", "text"),
    _act("line.end", "$", "line_edge(1)", "End of line", "end of the line", "Move", "text"),
    *_COUNTS,
    # ------------------------------------------------------------ go
    _act("go.people", "g p", "screen.show_side('people')", "People", "people of this article", "Go"),
    _act("go.figures", "g f", "screen.show_side('figures')", "Figures", "figures of this article", "Go"),
    _act("go.notes", "g n", "screen.show_side('notes')", "Notes", "notes on this article", "Go"),
    _act("go.results", "g s", "screen.show_results", "Results", "back to the search, card or ledger that was left last", "Go"),
    _act("go.list", "g l", "screen.show_list", "List", "the article list", "Go"),
    _act("go.every_note", "g a", "screen.show_every_note", "All notes", "every note of the library, lost ones too", "Go"),
    _act("go.watches", "g w", "screen.show_watches", "Followed", "the watch list: what is followed, and what matches", "Go"),
    _act("index.people", "@", "screen.show_people_index", "People index", "everyone in the library", "Go"),
    _act("index.figures", "#", "screen.show_ledger", "Figure ledger", "every figure in the library", "Go"),
    _act("history.back", "ctrl+o, alt+left", "screen.go_back", "Back", "where I was before, last time too", "Go"),
    _act("history.forward", "alt+right", "screen.go_forward", "Forward", "forward again", "Go"),
    _act("pane.next", "tab", "screen.next_pane(1)", "Next pane", "next pane", "Go"),
    _act("pane.previous", "shift+tab", "screen.next_pane(-1)", "Previous pane", "previous pane", "Go"),
    # ------------------------------------------------------------ share
    _act("copy", "y", "screen.copy", "Copy", "copy the sentence or selection with its citation", "Share"),
    _act("copy.reference", "Y", "screen.copy_reference", "Copy reference", "copy the reference alone", "Share"),
    _act("export", "x", "screen.export", "Export", "export what is shown, or what is selected", "Share", show=True),
    _act("open.editor", "o", "screen.open_source", "Source", "source file in the editor", "Share"),
    _act("open.browser", "O", "screen.open_browser", "Browser", "web address in the browser", "Share"),
    _act("pipe", "|", "screen.pipe", "Pipe", "pipe the text to a command", "Share"),
    # ------------------------------------------------------------ view
    _act("view.raw", "R", "screen.toggle_raw", "Raw", "the raw file with what was hidden, or clean again", "View"),
    _act("view.layers", "L", "screen.cycle_marks", "Layers", "which marks are drawn", "View"),
    _act("view.zen", "z", "screen.toggle_zen", "Zen", "the text alone", "View"),
    _act("view.wider", "+", "screen.widen(4)", "Wider", "wider text", "View"),
    _act("view.narrower", "-", "screen.widen(-4)", "Narrower", "narrower text", "View"),
    _act("view.width", "=", "screen.widen(0)", "Default width", "text and panes as wide as at first", "View"),
    _act("pane.wider", ">", "screen.divide(1)", "Wider list", "wider list, or sidebar; its edge or ‹› can be dragged too", "View"),
    _act("pane.narrower", "<", "screen.divide(-1)", "Narrower list", "narrower list or sidebar", "View"),
    _act("view.theme", "g t", "screen.pick_theme", "Theme", "another theme, shown while you choose", "View"),
    _act("view.redraw", "ctrl+l", "app.redraw", "Redraw", "draw the screen anew, when something wrote over it", "View"),
    # ------------------------------------------------------------ reader
    _act("undo", "u", "screen.undo", "Undo", "undo: notes, marks, tags, read state, corrections", "Reader"),
    _act("redo", "ctrl+r", "screen.redo", "Redo", "redo", "Reader"),
    _act("palette", ":, ctrl+p", "screen.palette", "Commands", "every command by name", "Reader"),
    _act("problems", "g !", "screen.show_problems", "Problems", "what is wrong with files, notes and settings", "Reader"),
    _act("open.settings", "g c", "screen.open_settings", "Settings", "settings in the editor, made if need be", "Reader"),
    _act("rescan", "g r", "screen.rescan", "Look again", "look for new, changed and deleted files now", "Reader"),
    _act("cancel", "escape", "screen.cancel", "Cancel", "cancel, close, clear a search, stop long work; ctrl+g too", "Reader"),
    _act("help", "?, f1", "screen.help", "Help", "all keys of this pane", "Reader", show=True),
    _act("back", "q", "screen.back", "Back", "back one level; quit from the list", "Reader", show=True),
    _act("suspend", "ctrl+z", "app.suspend_process", "Suspend", "to the shell; fg comes back here", "Reader"),
    _act("quit", "Q, ctrl+q", "app.quit", "Quit", "quit; everything is saved already", "Reader"),
)  # fmt: skip

BY_ID: dict[str, Action] = {action.id: action for action in TABLE}

_LABELS = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "shift+Tab", "left": "←",
    "right": "→", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home", "end": "End",
    "backspace": "Backspace", "delete": "Delete", "insert": "Insert",
}  # fmt: skip


def key_label(key: str) -> str:
    """How a key is written for people: `alt+left` → `alt+←`, `space` → `Space`."""
    if key in _LABELS:
        return _LABELS[key]
    if key[:1] == "f" and key[1:].isdecimal():
        return key.upper()
    head, plus, last = key.rpartition("+")
    return f"{head}+{_LABELS.get(last, last)}" if plus and last else key


def actions_of(pane: str) -> tuple[Action, ...]:
    """The actions that belong to `pane` alone, in table order."""
    return tuple(action for action in TABLE if pane in action.panes)


def in_series(actions: Iterable[Action]) -> list[tuple[Action, ...]]:
    """The actions, those that are told in the same words after one another together: the digits of a count."""
    return [tuple(same) for _, same in groupby(actions, lambda action: (action.help, action.panes))]


def keys_of(action: Action, keymap: dict[str, tuple[str, ...]] | None = None) -> tuple[str, ...]:
    """The keys of `action` under the user's `keymap` (action id → keys)."""
    return (keymap or {}).get(action.id, action.keys)


def clashes(keymap: dict[str, tuple[str, ...]] | None = None) -> list[tuple[str, str, str, str]]:
    """(pane, key, id, id) of every key with two meanings in one pane, app-wide keys included.

    A key that starts a chord must not be a key of its own.
    """
    found = []
    for pane in PANES:
        shown = [*actions_of(pane), *(actions_of("app") if pane != "app" else ())]
        owner: dict[str, str] = {}
        pairs = [(key, action.id) for action in shown for key in keys_of(action, keymap)]
        for key, action_id in pairs:
            if owner.setdefault(key, action_id) != action_id:
                found.append((pane, key, owner[key], action_id))
        for key, action_id in pairs:
            prefix, space, _ = key.partition(" ")
            if space and prefix in owner:
                found.append((pane, prefix, owner[prefix], action_id))
    return found


def chords(pane: str, keymap: dict[str, tuple[str, ...]] | None = None) -> dict[str, Action]:
    """The chords that hold in `pane`: "g p" → action, the pane's own before app-wide ones."""
    both = [*actions_of("app"), *(actions_of(pane) if pane != "app" else ())]
    return {key: action for action in both for key in keys_of(action, keymap) if " " in key}


def bindings(pane: str) -> list[BindingType]:
    """The Textual bindings of `pane`; a chord's first key is bound to `screen.prefix`."""
    from textual.binding import Binding

    made: list[BindingType] = []
    prefixes: set[str] = set()
    for action in actions_of(pane):
        plain = [key for key in action.keys if " " not in key]
        prefixes.update(key.partition(" ")[0] for key in action.keys if " " in key)
        if plain:
            made.append(
                Binding(
                    ",".join(plain),
                    action.bound,
                    action.label,
                    show=action.show,
                    id=action.id,
                    tooltip=action.help,
                )
            )
    made += [Binding(key, f"screen.prefix('{key}')", "Go…", show=False) for key in sorted(prefixes)]
    return made
