"""People who work together: invitations from owner to owner, conversations, blocks and reports."""
