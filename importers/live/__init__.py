"""Records straight from the APIs of their sources, kept as files of the formats that are imported anyway."""
