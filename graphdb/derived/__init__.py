"""What follows from the written graph: citations that found their end, people, counters, slugs, collaborations.

Every pass takes what carries the label `Dirty` or `Unresolved`, a batch a transaction, and removes the label in the
same transaction: a pass that is killed goes on where it stopped.
"""
