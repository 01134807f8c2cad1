"""The reading pane: wrapped lines, layers of marks, painting, caret and selection, one line at a time."""
