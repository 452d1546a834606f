"""The neighbourhood of some entities, as a slice of the graph: one native traversal, read in one call."""
