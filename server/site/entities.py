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

    @property
    def query(self) -> str:
        """The operation that the head is made of."""
        lookup = f"{self.field.capitalize()}Lookup"
        return f"query Head($by: {lookup}!) {{ {self.field}(by: $by) {{ slug url {self.selection} }} }}"

    def path(self, slug: str) -> str:
        """Return the path of the entity that goes by the slug."""
        return f"/{self.plural}/{quote(slug)}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return the number with its noun: `1 work`, `2,000 works`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def _researcher(entity: Entity) -> Head:
    institution = (entity["affiliation"]["institution"] or {}).get("name")
    topics = [topic["name"] for topic in (entity["topics"] or {"nodes": []})["nodes"]]
    position = " at ".join(part for part in (entity["role"] or "Researcher", institution) if part)
    about = f" on {', '.join(topics)}" if topics else ""
    works = counted(entity["worksCount"], "published work")
    person: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Person",
        "@id": entity["url"],
        "url": entity["url"],
        "name": entity["name"],
    }
    if institution:
        person["affiliation"] = {"@type": "Organization", "name": institution}
    if topics:
        person["knowsAbout"] = topics
    if same := [identifier["url"] for identifier in entity["identifiers"] if identifier["url"]]:
        person["sameAs"] = same
    description = f"{entity['name']}: {position}, {works}{about}. With collaborators and research graph."
    return Head(entity["name"], description, entity["url"], "profile", person)


RESEARCHER = EntityPage(
    "researchers",
    "researcher",
    """name role worksCount identifiers { url } affiliation { institution { name } }
    topics(first: 5) { nodes { name } }""",
    _researcher,
)

ENTITY_PAGES = (RESEARCHER,)
