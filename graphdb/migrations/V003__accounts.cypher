// Who signs in, and by what: every look-up is by a unique key, so that two who come at once cannot both be first.
CREATE CONSTRAINT account_email IF NOT EXISTS FOR (n:Account) REQUIRE n.email IS UNIQUE;
CREATE CONSTRAINT account_orcid IF NOT EXISTS FOR (n:Account) REQUIRE n.orcid IS UNIQUE;
CREATE CONSTRAINT session_token_hash IF NOT EXISTS FOR (n:Session) REQUIRE n.tokenHash IS UNIQUE;
CREATE CONSTRAINT access_token_hash IF NOT EXISTS FOR (n:AccessToken) REQUIRE n.tokenHash IS UNIQUE;
CREATE CONSTRAINT access_token_client_key IF NOT EXISTS FOR (n:AccessToken) REQUIRE n.clientKey IS UNIQUE;
CREATE CONSTRAINT used_link_id IF NOT EXISTS FOR (n:UsedLink) REQUIRE n.id IS UNIQUE;

// What jobs sweep, and whom the audit log is about.
CREATE INDEX account_role IF NOT EXISTS FOR (n:Account) ON (n.role);
CREATE INDEX session_expiry IF NOT EXISTS FOR (n:Session) ON (n.expiresAt);
CREATE INDEX access_token_expiry IF NOT EXISTS FOR (n:AccessToken) ON (n.expiresAt);
CREATE INDEX used_link_expiry IF NOT EXISTS FOR (n:UsedLink) ON (n.expiresAt);
CREATE INDEX audit_event_by IF NOT EXISTS FOR (n:AuditEvent) ON (n.by, n.at);
CREATE INDEX audit_event_about IF NOT EXISTS FOR (n:AuditEvent) ON (n.about, n.at);
