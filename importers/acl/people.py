"""Who an author of the ACL Anthology is: by an explicit id, by its list of people, or by the name alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from graphdb.identifiers import normalise
from graphdb.text import slug_base
from importers.acl.yaml_files import load
from importers.inputs import Input
from importers.records import Identifier, IdentityRule

LISTS = ("yaml/people.yaml", "yaml/name_variants.yaml")
"""Where the Anthology says who is who, the list of today first."""
SCHEME = "acl-person"
_NO_SLUG = slug_base("")


@dataclass(frozen=True, slots=True)
class Person:
    """What the Anthology says about the person behind an authorship; no key: only the printed name is known."""

    key: Identifier | None = None
    rule: IdentityRule = IdentityRule.SINGLE_AUTHORSHIP
    preferred_name: str | None = None
    identifiers: tuple[Identifier, ...] = ()


UNKNOWN = Person()


@dataclass(frozen=True)
class People:
    """The people of the Anthology's list, and everybody else by name."""

    by_id: dict[str, Person] = field(default_factory=dict)
    by_name: dict[tuple[str, str], Person | None] = field(default_factory=dict)
    """(first, last) to the person; None for a name that does not tell who of the list bears it."""
    by_slug: dict[str, Person] = field(default_factory=dict)
    """The slug of each preferred name whose person has no id of her own, and each id."""
    _others: dict[tuple[str, str], Person] = field(default_factory=dict)

    def find(self, first: str, last: str, explicit_id: str | None, orcid: str | None = None) -> Person:
        """Return the person of an author element, which may have an id and an ORCID."""
        own = (Identifier("orcid", orcid),) if orcid is not None else ()
        if explicit_id is not None:
            known = self.by_id.get(explicit_id) or Person(Identifier(SCHEME, explicit_id), IdentityRule.AUTHORITY)
            return replace(known, identifiers=own) if own else known
        if own:
            return Person(own[0], IdentityRule.AUTHORITY)
        name = (first, last)
        person = self._others.get(name)
        if person is None:
            person = self._others[name] = self._by_name(name)
        return person

    def _by_name(self, name: tuple[str, str]) -> Person:
        listed = self.by_name.get(name, UNKNOWN)
        if listed is not UNKNOWN and listed is not None:
            return listed
        slug = slug_base(_full(name))
        if slug == _NO_SLUG:
            return UNKNOWN
        namesake = self.by_slug.get(slug)
        if listed is None:
            # Several people bear the name and the paper does not say which: none of them may be credited with it.
            return UNKNOWN if namesake is not None else _of_slug(slug)
        if namesake is not None and namesake.key is not None:
            # The Anthology's page of this slug is hers: names that differ in accents or hyphens alone are one person.
            return Person(namesake.key, IdentityRule.ANTHOLOGY_NAME, namesake.preferred_name, namesake.identifiers)
        return _of_slug(slug)


def people_of(sidecar: Input | None) -> People:
    """Return the people of one of LISTS, or nobody without that file."""
    if sidecar is None:
        return People()
    with sidecar.open() as stream:
        return _people(stream.read())


@lru_cache(maxsize=2)
def _people(content: bytes) -> People:
    loaded = load(content)
    return from_entries(_in_one_form(loaded) if isinstance(loaded, dict) else loaded or ())


def _in_one_form(people: dict[Any, Any]) -> Iterator[dict[str, Any]]:
    """Yield the entries of `people.yaml`, which has them by id, as `name_variants.yaml` had them."""
    for id_, entry in people.items():
        names = entry.get("names") if isinstance(entry, dict) else None
        if isinstance(names, list) and names:
            yield {**entry, "id": str(id_), "canonical": names[0], "variants": names[1:]}


def from_entries(entries: Iterable[Any]) -> People:
    """Return the people of the list's entries (`canonical`, `id`, `variants`, …); those without a name are passed."""
    people = People()
    for entry in entries:
        if not isinstance(entry, dict) or (canonical := _name(entry.get("canonical"))) is None:
            continue
        own_id = entry.get("id")
        value = own_id if isinstance(own_id, str) and own_id else slug_base(_full(canonical))
        orcid = normalise("orcid", str(entry.get("orcid") or ""))
        person = Person(
            Identifier(SCHEME, value),
            IdentityRule.AUTHORITY,
            _full(canonical),
            (Identifier("orcid", orcid),) if orcid else (),
        )
        people.by_id.setdefault(value, person)
        people.by_slug.setdefault(value.lower(), person)
        variants = entry.get("variants") or []
        for written in (entry["canonical"], *(variants if isinstance(variants, list) else ()), entry.get("variant")):
            if (name := _name(written)) is not None:
                others = people.by_name.get(name, person)
                # Of some it is known that papers under the name alone are not all theirs.
                is_hers = others is person and not entry.get("disable_name_matching")
                people.by_name[name] = person if is_hers else None
    return people


def _of_slug(slug: str) -> Person:
    return Person(Identifier(SCHEME, slug), IdentityRule.ANTHOLOGY_NAME)


def _name(written: Any) -> tuple[str, str] | None:
    if not isinstance(written, dict):
        return None
    first, last = str(written.get("first") or "").strip(), str(written.get("last") or "").strip()
    return (first, last) if last else None


def _full(name: tuple[str, str]) -> str:
    return " ".join(filter(None, name))
