"""Writing works, people and what hangs on them: idempotent, crash-safe, independent of the order of imports."""
