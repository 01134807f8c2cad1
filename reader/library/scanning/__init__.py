"""Bringing the index up to date with the folder: what changed, read and parsed, here or in other processes."""
