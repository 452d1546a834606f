"""What people have with one another: invitations, conversations, blocks and reports."""
