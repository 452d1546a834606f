"""Who says that an author record is theirs, what proves it, and who owns which record."""
