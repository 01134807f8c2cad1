"""Everything that speaks SQL: the index of a library and the state of its articles."""
