"""The looks of the reading pane."""

from __future__ import annotations

from reader.ui.widgets.looks import Look

# Shapes first, colours second: each pair of looks differs by more than its colour.
LOOKS = {
    "headline": Look("primary", shape="bold"),
    "subhead": Look(shape="bold"),
    "caption": Look("dim", shape="italic"),
    "pull_quote": Look(shape="italic"),
    "list": Look(),
    "aside": Look("dim"),
    "hidden": Look("dim", bare="dim"),
    "meta": Look("dim"),
    "notice": Look("dim", shape="italic"),
    "person": Look("person", shape="bold"),
    "person_faint": Look("person 78%", bare="dim"),
    "figure": Look("figure", shape="underline"),
    "figure_faint": Look("figure 78%", shape="underline", bare="dim"),
    "note": Look(ground="note 16%", bare="italic"),
    "note-bar": Look("note"),
    "hit": Look("hit", shape="reverse"),
    "sentence": Look(ground="sentence"),
    "selection": Look("screen-selection-foreground", "screen-selection-background", bare="reverse"),
    "caret": Look("block-cursor-foreground", "block-cursor-background", "bold underline", on_top=True),
    "rail": Look("scrollbar"),
    "pointer": Look("primary", shape="bold"),
    **{f"category-{number}": Look(f"category-{number}") for number in range(1, 6)},
}
