"""Whole web pages saved as text: the article found among menus, teasers, comments and footers."""
