"""Everyone in a library: their entries, who is who, who is named with whom, and whose names may be one person's."""
