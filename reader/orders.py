"""The orders in which articles and figures are listed, the usual one first."""

ARTICLE_ORDERS = ("newest", "oldest", "arrived", "title", "source", "file", "unread")
FIGURE_ORDERS = ("newest", "oldest", "value", "kind", "unit")
