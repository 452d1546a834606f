"""Works and graphs as files to download."""
