"""Filters of lists: what callers ask for, as conditions in Cypher whose text depends on the filter's shape alone."""
