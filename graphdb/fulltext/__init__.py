"""Full text: what people type, as queries of Neo4j's Lucene indexes, and what of a text answers to it."""
