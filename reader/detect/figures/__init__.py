"""Figures in a text: `finder.find_figures` is the door; what its grammars hand on is a `reading`."""
