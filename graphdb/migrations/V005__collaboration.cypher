// Who may be first is decided by a unique key, wherever two may come at once. Such a key is set only while it holds.
CREATE CONSTRAINT invitation_open_key IF NOT EXISTS FOR (n:Invitation) REQUIRE n.openKey IS UNIQUE;
CREATE CONSTRAINT invitation_client_key IF NOT EXISTS FOR (n:Invitation) REQUIRE n.clientKey IS UNIQUE;
CREATE CONSTRAINT conversation_pair_key IF NOT EXISTS FOR (n:Conversation) REQUIRE n.pairKey IS UNIQUE;
CREATE CONSTRAINT message_place IF NOT EXISTS FOR (n:Message) REQUIRE (n.conversation, n.number) IS UNIQUE;
CREATE CONSTRAINT message_client_key IF NOT EXISTS FOR (n:Message) REQUIRE n.clientKey IS UNIQUE;
CREATE CONSTRAINT notification_place IF NOT EXISTS FOR (n:Notification) REQUIRE (n.account, n.number) IS UNIQUE;
CREATE CONSTRAINT notification_open_key IF NOT EXISTS FOR (n:Notification) REQUIRE n.openKey IS UNIQUE;
CREATE CONSTRAINT report_id IF NOT EXISTS FOR (n:Report) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT report_open_key IF NOT EXISTS FOR (n:Report) REQUIRE n.openKey IS UNIQUE;

// What jobs sweep, and what moderators list.
CREATE INDEX invitation_expiry IF NOT EXISTS FOR (n:Invitation) ON (n.expiresAt);
CREATE INDEX notification_age IF NOT EXISTS FOR (n:Notification) ON (n.at);
CREATE INDEX report_place IF NOT EXISTS FOR (n:Report) ON (n.createdAt, n.id);
CREATE INDEX report_against IF NOT EXISTS FOR (n:Report) ON (n.against);
CREATE INDEX report_by IF NOT EXISTS FOR (n:Report) ON (n.by);
