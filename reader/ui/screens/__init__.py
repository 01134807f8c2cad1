"""Whole screens: the three panes, help, and the dialogs."""
