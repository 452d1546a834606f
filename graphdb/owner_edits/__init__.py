"""What owners say of their own records: words, works that are not theirs, works that are missing.

Each edit is a node of its own beside what sources say, never written over it, so that an import changes nothing of it
and to undo it leaves nothing. Words count while the account that said them owns the record. Which works are whose is a
decision on who is who, like those of moderators.
"""
