// What works say in passing of an institution, a source or a topic: looked up by its content.
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
// Preprints and published versions find each other by their titles.
CREATE INDEX record_join_key IF NOT EXISTS FOR (n:Record) ON (n.joinKey);
