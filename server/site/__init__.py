"""The site's pages as the server sends them: the built document with a head of its own for each address."""
