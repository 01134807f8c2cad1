"""The reading pane: a text at a comfortable measure with marks, a sentence cursor and a selection.

Use
    pane = ReadingPane(id="text")
    pane.open(Document.from_article(article), position=1200)      # a caret offset saved earlier
    pane.set_layer("person", [Span(s, e, "person", ref=i), ...])  # ref comes back in MarkOpened
    pane.set_layer("note", [Span(s, e, "note:3", ref=i), ...])    # ":3" = category 1-5 of the gutter word
    pane.set_categories({1: "key", 2: "quote", ...})

Offsets are code points in `document.text`, ends exclusive.

Values: `document`, `caret`, `selection` (start, end) or None, `selected_text`, `sentence` (start, end),
`target` (the selection, or else the sentence: what a note would be made on), `progress` 0-1,
`minutes_left`, `width`, `count` (pending), `unit` of the selection or None, `found` ("3/14" or "").

Methods: `open(document, position=0)`, `set_layer(kind, spans)`, `set_categories(words)`,
`show_layers(kinds)`, `go_to(offset, *, select=None)`, `select(start, end)`, `set_width(n)`,
`marks_at(offset) -> tuple[Span, ...]`, `find(query) -> int`, `clear_find()`.
Layers (`LAYERS`): person, person_faint, figure, figure_faint, note, hit.

Actions (names for the action table, arguments in brackets): line(n) page(n) half_page(n) top bottom
sentence(n) paragraph(n) word(n) char(n) line_edge(n: -1 start, 1 end) next_mark(kind, n) find_next(n)
select(unit: 'char' | 'word' | 'sentence') clear (Esc: selection, else search hits) open_mark
digit(d: a digit of a count, 3 then line(1) moves three lines).

Messages: `Moved(offset)` the caret moved; `Selected(start, end)` or (None, None); `MarkOpened(kind, ref)`
Enter or click on a mark; `Read(progress)` more of the text has been on the screen.

Theme variables, with defaults in `VARIABLES` for the app's `get_theme_variable_defaults`: $person,
$figure, $note, $hit, $sentence, $caret and $sentence-style.
"""
