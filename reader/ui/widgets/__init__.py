"""The parts of the screens: lists, the note editor, the key bar, the reading pane."""
