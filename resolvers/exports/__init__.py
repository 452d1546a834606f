"""Works and slices of the graph as files, written while they are read: for any caller that passes pieces on."""
