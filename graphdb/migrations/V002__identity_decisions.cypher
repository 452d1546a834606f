// What moderators have decided on who is who, and the people whom a decision has put out of sight.
CREATE CONSTRAINT identity_decision_id IF NOT EXISTS FOR (n:IdentityDecision) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT identity_decision_number IF NOT EXISTS FOR (n:IdentityDecision) REQUIRE n.number IS UNIQUE;
CREATE CONSTRAINT former_researcher_id IF NOT EXISTS FOR (n:FormerResearcher) REQUIRE n.id IS UNIQUE;
CREATE INDEX identity_decision_state IF NOT EXISTS FOR (n:IdentityDecision) ON (n.state);
