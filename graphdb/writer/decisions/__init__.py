"""What moderators have decided on who is who, laid over what identifiers and names say.

A decision is applied to the people that the identity rules make. Before those rules look at somebody whom a decision is
about, all decisions that hang together with it are withdrawn, and marked as waiting; the last pass over who is who
applies them again, in the order in which they were taken. So the graph is what the records say, and then what the
decisions say of it, in whatever order both came; and to take a decision back leaves nothing of it.
"""
