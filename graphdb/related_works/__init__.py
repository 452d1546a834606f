"""Works that are linked to given works by what stands between them: what cites both, what both cite, and so on."""
