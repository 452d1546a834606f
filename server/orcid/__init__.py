"""Signing in at ORCID, by OpenID Connect."""
