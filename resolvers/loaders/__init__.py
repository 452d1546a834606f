"""The loaders of one request: fields that are resolved together are read together, and nothing is read twice."""

from functools import cached_property, partial
from typing import Any

from aiodataloader import DataLoader

from graphdb import facts
from graphdb.accounts.access_tokens import access_tokens_by_account
from graphdb.accounts.records import AccessTokenRecord, SessionRecord
from graphdb.accounts.sessions import sessions_by_account
from graphdb.accounts.ties import Tie
from graphdb.citations import CitedWorkRecord, cited_works
from graphdb.collaboration.conversations import ConversationRecord, conversations_by_id
from graphdb.collaboration.introductions import introductions
from graphdb.collaboration.invitations import invitations_by_id
from graphdb.collaboration.records import InvitationRecord
from graphdb.collaboration.standing import Standing
from graphdb.facets import Group, GroupsKey
from graphdb.graph import Graph
from graphdb.graph_views import GraphViewRecord, views_by_id
from graphdb.lists import ListKey
from graphdb.look_alikes.read import LookAlike, LookAlikesKey, look_alikes
from graphdb.pages import Page, TruncatedPage
from graphdb.records import (
    IdentifierRecord,
    ProvenanceRecord,
    SourceRecord,
    WorkRecord,
    YearCountRecord,
)
from graphdb.records.kinds import Entity
from graphdb.related_works.read import RelatedKey
from graphdb.related_works.records import RelatedPage
from graphdb.researcher import CollaborationEdge, LatestAffiliation, latest_affiliations
from graphdb.second_degree import SecondDegreeKey
from graphdb.work import main_sources
from resolvers.loaders.batching import grouped
from resolvers.loaders.entities import EntityName, entity_by_name, fact_by_id
from resolvers.loaders.facets import groups_by_list
from resolvers.loaders.lists import page_by_parent, second_degree_page
from resolvers.loaders.related_works import related_page_by_seeds
from resolvers.loaders.shared_works import SharedWorks, shared_works_by_pair
from resolvers.loaders.standings import standing_by_ends
from resolvers.loaders.ties import tie_by_ends


class Loaders:
    """One loader per thing that is read; each is made when it is first asked for."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph

    @cached_property
    def entity_by_name(self) -> DataLoader[EntityName, Entity | None]:
        """The entity that a name stands for."""
        return entity_by_name(self._graph)

    @cached_property
    def page_by_parent(self) -> DataLoader[ListKey[Any], Page[Any]]:
        """A page of a list that hangs on an entity."""
        return page_by_parent(self._graph)

    @cached_property
    def groups_by_list(self) -> DataLoader[GroupsKey, list[Group]]:
        """The works of a list by what they share."""
        return groups_by_list(self._graph)

    @cached_property
    def identifiers(self) -> DataLoader[str, list[IdentifierRecord]]:
        """The names that authorities gave to an entity, by its id."""
        return fact_by_id(self._graph, facts.identifiers)

    @cached_property
    def provenance(self) -> DataLoader[str, list[ProvenanceRecord]]:
        """Where an entity came from, by its id."""
        return fact_by_id(self._graph, facts.provenance)

    @cached_property
    def counts_by_year(self) -> DataLoader[str, list[YearCountRecord]]:
        """The works and citations of an entity by year, by its id."""
        return fact_by_id(self._graph, facts.counts_by_year)

    @cached_property
    def latest_affiliation(self) -> DataLoader[str, LatestAffiliation | None]:
        """The institution, first year and source of a researcher's latest affiliation, by the researcher's id."""
        return DataLoader(partial(latest_affiliations, self._graph))

    @cached_property
    def look_alikes(self) -> DataLoader[LookAlikesKey, list[LookAlike]]:
        """Who may be the same person as a researcher."""
        return DataLoader(partial(look_alikes, self._graph))

    @cached_property
    def main_source(self) -> DataLoader[str, SourceRecord | None]:
        """The source that a work appeared in, by the work's id."""
        return DataLoader(partial(main_sources, self._graph))

    @cached_property
    def shared_works(self) -> DataLoader[SharedWorks, list[WorkRecord]]:
        """The works that two people wrote together."""
        return shared_works_by_pair(self._graph)

    @cached_property
    def related_page_by_seeds(self) -> DataLoader[RelatedKey[Any], RelatedPage[Any] | None]:
        """A page of the works that are linked to some works; None where these are unknown."""
        return related_page_by_seeds(self._graph)

    @cached_property
    def second_degree_page(self) -> DataLoader[SecondDegreeKey, TruncatedPage[CollaborationEdge]]:
        """A page of the collaborators of a researcher's collaborators."""
        return second_degree_page(self._graph)

    @cached_property
    def cited_work(self) -> DataLoader[str, CitedWorkRecord | None]:
        """What a citation of a work needs, by its id."""
        return DataLoader(partial(cited_works, self._graph))

    @cached_property
    def graph_view(self) -> DataLoader[str, GraphViewRecord | None]:
        """A saved view, by its id."""
        return DataLoader(partial(views_by_id, self._graph))

    @cached_property
    def access_tokens(self) -> DataLoader[str, list[AccessTokenRecord]]:
        """The access tokens of an account, by its id."""
        return DataLoader(partial(access_tokens_by_account, self._graph))

    @cached_property
    def sessions(self) -> DataLoader[str, list[SessionRecord]]:
        """The sessions of an account, by its id."""
        return DataLoader(partial(sessions_by_account, self._graph))

    @cached_property
    def tie(self) -> DataLoader[tuple[str, str], Tie]:
        """How an account stands to an entity, by the ids of both."""
        return tie_by_ends(self._graph)

    @cached_property
    def standing(self) -> DataLoader[tuple[str, str], Standing | None]:
        """How an account stands to the owner of an author record, by the ids of both; None where there is no record."""
        return standing_by_ends(self._graph)

    @cached_property
    def introduction(self) -> DataLoader[tuple[str, str], list[str] | None]:
        """Ids of those on the shortest way between two researchers by co-authors, by their ids; None: there is none."""
        return DataLoader(partial(introductions, self._graph))

    @cached_property
    def conversation(self) -> DataLoader[tuple[str, str], ConversationRecord | None]:
        """A conversation as an account sees it, by the ids of both; None where the account is not in it."""
        return grouped(lambda ends: ends[0], self._conversations)

    async def _conversations(self, account: str, ends: list[tuple[str, str]]) -> list[ConversationRecord | None]:
        return await conversations_by_id(self._graph, account, [id_ for _, id_ in ends])

    @cached_property
    def invitation(self) -> DataLoader[tuple[str, str], InvitationRecord | None]:
        """An invitation as an account sees it, by the ids of both; None where it neither sent nor got it."""
        return grouped(lambda ends: ends[0], self._invitations)

    async def _invitations(self, account: str, ends: list[tuple[str, str]]) -> list[InvitationRecord | None]:
        return await invitations_by_id(self._graph, account, [id_ for _, id_ in ends])
