// One approved claim of a record, and one open claim of a record by an account: both properties are set only while that
// holds, so that of those who come at once one is first.
CREATE CONSTRAINT claim_open_key IF NOT EXISTS FOR (n:Claim) REQUIRE n.openKey IS UNIQUE;
CREATE CONSTRAINT claim_holds IF NOT EXISTS FOR (n:Claim) REQUIRE n.holds IS UNIQUE;
// Nobody gives the same evidence twice.
CREATE CONSTRAINT evidence_key IF NOT EXISTS FOR (n:Evidence) REQUIRE n.key IS UNIQUE;

// The queue of moderators, the oldest first.
CREATE INDEX claim_state IF NOT EXISTS FOR (n:Claim) ON (n.state, n.createdAt);
