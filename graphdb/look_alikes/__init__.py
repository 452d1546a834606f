"""Researchers who may be one: who looks alike, on what evidence, and how likely that makes it."""
