// Keys: a MERGE is only safe under concurrency where a constraint backs it.
CREATE CONSTRAINT researcher_id IF NOT EXISTS FOR (n:Researcher) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT work_id IF NOT EXISTS FOR (n:Work) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT topic_id IF NOT EXISTS FOR (n:Topic) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT institution_id IF NOT EXISTS FOR (n:Institution) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT researcher_slug IF NOT EXISTS FOR (n:Researcher) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT work_slug IF NOT EXISTS FOR (n:Work) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT topic_slug IF NOT EXISTS FOR (n:Topic) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT institution_slug IF NOT EXISTS FOR (n:Institution) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT source_slug IF NOT EXISTS FOR (n:Source) REQUIRE n.slug IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (n:Identifier) REQUIRE (n.scheme, n.value) IS UNIQUE;
CREATE CONSTRAINT record_id IF NOT EXISTS FOR (n:Record) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT import_run_id IF NOT EXISTS FOR (n:ImportRun) REQUIRE n.id IS UNIQUE;

// People: the nodes of accounts, claims and conversations.
CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT session_id IF NOT EXISTS FOR (n:Session) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT access_token_id IF NOT EXISTS FOR (n:AccessToken) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT claim_id IF NOT EXISTS FOR (n:Claim) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT evidence_id IF NOT EXISTS FOR (n:Evidence) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT invitation_id IF NOT EXISTS FOR (n:Invitation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT conversation_id IF NOT EXISTS FOR (n:Conversation) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT message_id IF NOT EXISTS FOR (n:Message) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT notification_id IF NOT EXISTS FOR (n:Notification) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT graph_view_id IF NOT EXISTS FOR (n:GraphView) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT audit_event_id IF NOT EXISTS FOR (n:AuditEvent) REQUIRE n.id IS UNIQUE;

// Total orders of the root lists; the id breaks ties, so that a keyset page is a few index seeks.
CREATE INDEX work_by_year IF NOT EXISTS FOR (n:Work) ON (n.sortYear, n.plainTitle, n.id);
CREATE INDEX work_by_title IF NOT EXISTS FOR (n:Work) ON (n.plainTitle, n.id);
CREATE INDEX work_by_citations IF NOT EXISTS FOR (n:Work) ON (n.citationCount, n.plainTitle, n.id);
CREATE INDEX work_by_import IF NOT EXISTS FOR (n:Work) ON (n.importedAt, n.plainTitle, n.id);
CREATE INDEX researcher_by_name IF NOT EXISTS FOR (n:Researcher) ON (n.name, n.id);
CREATE INDEX researcher_by_works IF NOT EXISTS FOR (n:Researcher) ON (n.worksCount, n.name, n.id);
CREATE INDEX researcher_by_citations IF NOT EXISTS FOR (n:Researcher) ON (n.citationCount, n.name, n.id);
CREATE INDEX researcher_by_h_index IF NOT EXISTS FOR (n:Researcher) ON (n.hIndex, n.name, n.id);
CREATE INDEX topic_by_name IF NOT EXISTS FOR (n:Topic) ON (n.name, n.id);
CREATE INDEX topic_by_works IF NOT EXISTS FOR (n:Topic) ON (n.worksCount, n.name, n.id);
CREATE INDEX topic_by_citations IF NOT EXISTS FOR (n:Topic) ON (n.citationCount, n.name, n.id);
CREATE INDEX institution_by_name IF NOT EXISTS FOR (n:Institution) ON (n.name, n.id);
CREATE INDEX institution_by_works IF NOT EXISTS FOR (n:Institution) ON (n.worksCount, n.name, n.id);
CREATE INDEX institution_by_citations IF NOT EXISTS FOR (n:Institution) ON (n.citationCount, n.name, n.id);
CREATE INDEX source_by_name IF NOT EXISTS FOR (n:Source) ON (n.name, n.id);
CREATE INDEX source_by_works IF NOT EXISTS FOR (n:Source) ON (n.worksCount, n.name, n.id);
CREATE INDEX source_by_citations IF NOT EXISTS FOR (n:Source) ON (n.citationCount, n.name, n.id);

// Look-ups of the writer: who shares a slug, a name, a title.
CREATE INDEX researcher_slug_base IF NOT EXISTS FOR (n:Researcher) ON (n.slugBase);
CREATE INDEX work_slug_base IF NOT EXISTS FOR (n:Work) ON (n.slugBase);
CREATE INDEX topic_slug_base IF NOT EXISTS FOR (n:Topic) ON (n.slugBase);
CREATE INDEX institution_slug_base IF NOT EXISTS FOR (n:Institution) ON (n.slugBase);
CREATE INDEX source_slug_base IF NOT EXISTS FOR (n:Source) ON (n.slugBase);
CREATE INDEX researcher_name_key IF NOT EXISTS FOR (n:Researcher) ON (n.nameKey);
CREATE INDEX import_run_started IF NOT EXISTS FOR (n:ImportRun) ON (n.startedAt);

// Full text; the folding analyser finds "Muller" for "Müller", and takes each ideograph as a word. It leaves out what is
// little said in English, which may be somebody's name ("Will", "An", "Or"): names of people come folded already.
// Written in the background: in the transactions of an import, these cost more than all the rest.
CREATE FULLTEXT INDEX work_text IF NOT EXISTS
FOR (n:Work) ON EACH [n.plainTitle, n.abstract, n.authorNames, n.venueName, n.standing]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX researcher_text IF NOT EXISTS
FOR (n:Researcher) ON EACH [n.searchNames, n.standing]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-no-stop-words', `fulltext.eventually_consistent`: true}};
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS
FOR (n:Topic|Institution|Source) ON EACH [n.name, n.standing]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'standard-folding', `fulltext.eventually_consistent`: true}};

// Filters by country start from the institutions there.
CREATE INDEX institution_country IF NOT EXISTS FOR (n:Institution) ON (n.country);

// One holder at a time: a writer's transaction takes the lock first, so that imports at once neither deadlock nor race.
CREATE CONSTRAINT lock_name IF NOT EXISTS FOR (n:Lock) REQUIRE n.name IS UNIQUE;
// What works say in passing of an institution, a source or a topic: looked up by its content.
CREATE CONSTRAINT mention_id IF NOT EXISTS FOR (n:Mention) REQUIRE n.id IS UNIQUE;
// Preprints and published versions find each other by their titles.
CREATE INDEX record_join_key IF NOT EXISTS FOR (n:Record) ON (n.joinKey);
