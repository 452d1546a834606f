"""What people are told of: notifications, as nodes, and the digests of them that go out by e-mail."""
