"""What the graph answers: frozen records, one module per kind.

A record's fields are the columns of its map projection: `Record(**row)` builds it from what Cypher returns.
"""

from graphdb.records.entity import EntityRecord, IdentifierRecord, ProvenanceRecord, YearCountRecord
from graphdb.records.institution import InstitutionRecord
from graphdb.records.researcher import AffiliationRecord, AffiliationState, IdentityRecord, ResearcherRecord
from graphdb.records.source import SourceRecord
from graphdb.records.topic import TopicRecord
from graphdb.records.work import AuthorshipRecord, WorkRecord

__all__ = [
    "AffiliationRecord",
    "AffiliationState",
    "AuthorshipRecord",
    "EntityRecord",
    "IdentifierRecord",
    "IdentityRecord",
    "InstitutionRecord",
    "ProvenanceRecord",
    "ResearcherRecord",
    "SourceRecord",
    "TopicRecord",
    "WorkRecord",
    "YearCountRecord",
]
