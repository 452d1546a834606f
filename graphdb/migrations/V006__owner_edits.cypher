CREATE CONSTRAINT owner_edit_id IF NOT EXISTS FOR (n:OwnerEdit) REQUIRE n.id IS UNIQUE;
// In the order in which they were made; the history of everybody, for moderators.
CREATE CONSTRAINT owner_edit_number IF NOT EXISTS FOR (n:OwnerEdit) REQUIRE n.number IS UNIQUE;
