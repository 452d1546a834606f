"""Decisions on who is who, for moderators."""
