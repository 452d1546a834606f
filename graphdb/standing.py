"""How much an entity stands out: by the citations and the number of its works.

Rankings multiply by `STANDING`. The property `standing` holds the same in steps, as words that the full-text indexes
know: a query with more hits than can be ranked names them, so that Lucene keeps the hits that stand out.
"""

from typing import LiteralString

STANDING: LiteralString = "(1 + 0.5 * log10(1 + coalesce(n.citationCount, 0) + coalesce(n.worksCount, 0)))"
"""What a score is multiplied by, over the node `n`: what is cited ten times more counts for half as much again."""
WORK_STANDING: LiteralString = "(1 + 0.5 * log10(1 + coalesce(n.citationCount, 0)))"
"""The same of a work. Neo4j reads all properties of a node to find that there is no `worksCount` among them."""

_COUNT: LiteralString = "(coalesce(n.citationCount, 0) + coalesce(n.worksCount, 0))"
STANDING_WORDS: LiteralString = (
    f"CASE WHEN {_COUNT} >= 10 THEN "
    f"reduce(words = 's2', step IN range(3, toInteger(2 * log10({_COUNT}))) | words + ' s' + step) END"
)
"""The property `standing` of the node `n`: `s2` from 10 citations and works on, `s2 s3` from 32, `s2 s3 s4` from 100.

Every step keeps the words of those below, so that the higher one is never worth less, however rare the steps are.
Most nodes have none: they need not be written to the index again when their counters are set.
"""
STEPS = tuple(f"s{step}" for step in range(2, 15))
"""All words there are: up to 10 million."""
