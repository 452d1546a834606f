"""The kinds of entity: their records, and what these are read from."""

from graphdb.records.columns import Columns
from graphdb.records.institution import INSTITUTION_COLUMNS, InstitutionRecord
from graphdb.records.researcher import RESEARCHER_COLUMNS, ResearcherRecord
from graphdb.records.source import SOURCE_COLUMNS, SourceRecord
from graphdb.records.topic import TOPIC_COLUMNS, TopicRecord
from graphdb.records.work import WORK_COLUMNS, WorkRecord

Entity = ResearcherRecord | WorkRecord | TopicRecord | InstitutionRecord | SourceRecord

RECORDS: dict[str, tuple[type[Entity], Columns]] = {
    "Researcher": (ResearcherRecord, RESEARCHER_COLUMNS),
    "Work": (WorkRecord, WORK_COLUMNS),
    "Topic": (TopicRecord, TOPIC_COLUMNS),
    "Institution": (InstitutionRecord, INSTITUTION_COLUMNS),
    "Source": (SourceRecord, SOURCE_COLUMNS),
}
"""By label."""
