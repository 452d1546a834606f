"""Who follows what, and what is new there."""
