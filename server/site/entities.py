"""The pages of researchers, works, topics, institutions and sources, each at its permalink."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from server.site.head import Head

Entity = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EntityPage:
    """How a page of one kind of entity is asked for and introduced."""

    plural: str
    """The first part of its path."""
    field: str
    """The field of `Query`, and what one of them is called."""
    selection: str
    """What the head needs, in GraphQL, beside slug and url."""
    head: Callable[[Entity], Head]
    part: str = ""
    """What follows the slug in the path: a page about one thing that can be done with the entity."""

    @property
    def query(self) -> str:
        """The operation that the head is made of."""
        lookup = f"{self.field.capitalize()}Lookup"
        return f"query Head($by: {lookup}!) {{ {self.field}(by: $by) {{ slug url {self.selection} }} }}"

    @property
    def pattern(self) -> str:
        """The paths of all of them, as routes are written."""
        return f"/{self.plural}/{{slug}}{self.part}"

    def path(self, slug: str) -> str:
        """Return the path of the entity that goes by the slug."""
        return f"/{self.plural}/{quote(slug)}{self.part}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun: `1 work`, `2,000 works`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _researcher(entity: Entity) -> Head:
    institution = (entity["affiliation"]["institution"] or {}).get("name")
    topics = [topic["name"] for topic in _nodes(entity, "topics")]
    position = " at ".join(part for part in (entity["role"] or "Researcher", institution) if part)
    about = f" on {', '.join(topics)}" if topics else ""
    works = counted(entity["worksCount"], "published work")
    person = _thing(entity, "Person", entity["name"])
    if institution:
        person["affiliation"] = {"@type": "Organization", "name": institution}
    if topics:
        person["knowsAbout"] = topics
    description = f"{entity['name']}: {position}, {works}{about}. With collaborators and research graph."
    return Head(entity["name"], description, entity["url"], "profile", person)


RESEARCHER = EntityPage(
    "researchers",
    "researcher",
    """name role worksCount identifiers { url } affiliation { institution { name } }
    topics(first: 5) { nodes { name } }""",
    _researcher,
)


def _claim(entity: Entity) -> Head:
    return Head(f"Claim {entity['name']}", "Claim an author record, and prove that it is yours.")


def _edit(entity: Entity) -> Head:
    return Head(f"Edit {entity['name']}", "Say what an author record of yours shows.")


def _invitation(entity: Entity) -> Head:
    return Head(f"Invite {entity['name']}", "Invite the owner of an author record to collaborate.")


CLAIM = EntityPage("researchers", "researcher", "name", _claim, part="/claim")
EDIT = EntityPage("researchers", "researcher", "name", _edit, part="/edit")
INVITATION = EntityPage("researchers", "researcher", "name", _invitation, part="/invite")

_SHOWN_AUTHORS = 20
"""In the description of a work for search engines; there may be thousands."""


def _work(entity: Entity) -> Head:
    authors = [authorship["rawName"] for authorship in _nodes(entity, "authorships")]
    topics = [topic["name"] for topic in _nodes(entity, "topics")]
    source = (entity["source"] or {}).get("name")
    title = entity["title"] or "Untitled work"
    by = f" by {', '.join(authors[:3])}" if authors else ""
    others = f" and {entity['authorsCount'] - 3:,} more" if entity["authorsCount"] > 3 else ""
    place = ", ".join(str(part) for part in (source, entity["year"]) if part)
    facts = f"{entity['type'].capitalize()}{by}{others}{f' ({place})' if place else ''}."
    article = _thing(entity, _TYPES_OF_WORKS.get(entity["type"], "CreativeWork"), title)
    article["headline"] = title
    if authors:
        article["author"] = [{"@type": "Person", "name": name} for name in authors]
    if date := entity["firstPublishedAt"] or entity["year"]:
        article["datePublished"] = str(date)
    if source:
        article["isPartOf"] = {"@type": "Periodical", "name": source}
    if topics:
        article["keywords"] = topics
    if entity["abstract"]:
        article["abstract"] = entity["abstract"]
    if entity["isOpenAccess"] is not None:
        article["isAccessibleForFree"] = entity["isOpenAccess"]
    description = f"{facts} {entity['abstract'] or 'With references, citations and research graph.'}"
    return Head(title, description, entity["url"], "article", article)


def _topic(entity: Entity) -> Head:
    term = _thing(entity, "DefinedTerm", entity["name"])
    if entity["description"]:
        term["description"] = entity["description"]
    counts = f"{counted(entity['worksCount'], 'work')} by {_people(entity)}"
    description = f"{entity['description'] or 'A topic of research'}: {counts}, by year, with research graph."
    return Head(entity["name"], description, entity["url"], json_ld=term)


def _institution(entity: Entity) -> Head:
    organization = _thing(entity, "Organization", entity["name"])
    place = [entity[part] for part in ("city", "country") if entity[part]]
    if place:
        organization["address"] = {"@type": "PostalAddress"}
        for part, name in (("city", "addressLocality"), ("country", "addressCountry")):
            if entity[part]:
                organization["address"][name] = entity[part]
    where = f" ({', '.join(place)})" if place else ""
    counts = f"{counted(entity['worksCount'], 'work')} by {_people(entity)}"
    description = f"{entity['name']}{where}: {counts}, by year, with research graph."
    return Head(entity["name"], description, entity["url"], json_ld=organization)


def _source(entity: Entity) -> Head:
    periodical = _thing(entity, "Periodical" if entity["kind"] == "journal" else "CreativeWorkSeries", entity["name"])
    if entity["issn"]:
        periodical["issn"] = entity["issn"]
    counts = f"{counted(entity['worksCount'], 'work')} by {_people(entity)}"
    description = f"{entity['name']}, {entity['kind']}: {counts}, by year, with research graph."
    return Head(entity["name"], description, entity["url"], json_ld=periodical)


def _thing(entity: Entity, type_: str, name: str) -> dict[str, Any]:
    """Return what schema.org says of all things, and where else this one is described."""
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": type_,
        "@id": entity["url"],
        "url": entity["url"],
        "name": name,
    }
    if same := [identifier["url"] for identifier in entity["identifiers"] if identifier["url"]]:
        thing["sameAs"] = same
    return thing


def _nodes(entity: Entity, field: str) -> list[Any]:
    """Return the nodes of a connection, none where it could not be read."""
    found: list[Any] = (entity[field] or {"nodes": []})["nodes"]
    return found


def _people(entity: Entity) -> str:
    return counted(entity["researchersCount"], "researcher")


_TYPES_OF_WORKS = {
    "article": "ScholarlyArticle",
    "preprint": "ScholarlyArticle",
    "conference": "ScholarlyArticle",
    "review": "ScholarlyArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
}
"""In the words of schema.org."""

WORK = EntityPage(
    "works",
    "work",
    f"""title type year abstract isOpenAccess firstPublishedAt authorsCount identifiers {{ url }} source {{ name }}
    authorships(first: {_SHOWN_AUTHORS}) {{ nodes {{ rawName }} }} topics(first: 5) {{ nodes {{ name }} }}""",
    _work,
)
TOPIC = EntityPage("topics", "topic", "name description worksCount researchersCount identifiers { url }", _topic)
INSTITUTION = EntityPage(
    "institutions",
    "institution",
    "name city country worksCount researchersCount identifiers { url }",
    _institution,
)
SOURCE = EntityPage("sources", "source", "name kind issn worksCount researchersCount identifiers { url }", _source)

ENTITY_PAGES = (RESEARCHER, CLAIM, EDIT, INVITATION, WORK, TOPIC, INSTITUTION, SOURCE)
