"""Citations of works in the formats of reference managers, and as text: pure functions of records, for any caller."""
