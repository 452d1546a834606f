"""What people have to do with a researcher who is folded into another goes along: claims, edits, history of trust."""

from typing import LiteralString


def carry(gone: LiteralString, keep: LiteralString) -> LiteralString:
    """Return subqueries that point what points at the node `gone` at the node `keep`; the latter must be refreshed."""
    return f"""CALL ({gone}, {keep}) {{
  MATCH (claim:Claim)-[e:CLAIMS]->({gone})
  CREATE (claim)-[:CLAIMS]->({keep})
  DELETE e
}}
CALL ({gone}, {keep}) {{
  MATCH (edit:OwnerEdit)-[e:EDITS]->({gone})
  CREATE (edit)-[:EDITS]->({keep})
  DELETE e
}}
CALL ({gone}, {keep}) {{
  MATCH (change:TrustChange)-[e:TRUST_OF]->({gone})
  CREATE (change)-[:TRUST_OF]->({keep})
  DELETE e
}}"""
