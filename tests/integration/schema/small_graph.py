"""A small graph in the documented model: the truth that answers are compared with."""

from dataclasses import dataclass, field
from typing import Any

from graphdb.fulltext.folding import fold
from graphdb.ids import node_id
from graphdb.text import name_key, slug_base

Row = dict[str, Any]
IMPORTED = "2026-01-0{}T00:00:00Z"
# U+FF5E sorts before U+1F9EC by code point, and after its surrogates: UTF-16 order would swap the two.
TITLES = ["Alpha", "Beta", "Zürich", "～ tilde", "🧬 helix", "alpha", "深層学習"]


def id_of(kind: str, key: object) -> str:
    return node_id(kind, "small-graph", str(key))


@dataclass
class SmallGraph:
    """The truth that answers are compared with."""

    researchers: list[Row] = field(default_factory=list)
    works: list[Row] = field(default_factory=list)
    topics: list[Row] = field(default_factory=list)
    institutions: list[Row] = field(default_factory=list)
    sources: list[Row] = field(default_factory=list)
    authored: list[Row] = field(default_factory=list)
    """r, w: indexes; position, institutions: indexes."""
    cites: list[tuple[int, int]] = field(default_factory=list)
    about: list[Row] = field(default_factory=list)
    published: list[tuple[int, int]] = field(default_factory=list)
    collaborations: list[Row] = field(default_factory=list)
    affiliations: list[Row] = field(default_factory=list)

    def works_of(self, r: int) -> set[int]:
        return {row["w"] for row in self.authored if row["r"] == r}

    def authors_of(self, w: int) -> set[int]:
        return {row["r"] for row in self.authored if row["w"] == w}

    def topics_of(self, w: int) -> set[int]:
        return {row["t"] for row in self.about if row["w"] == w}

    def works_at(self, i: int) -> set[int]:
        return {row["w"] for row in self.authored if i in row["institutions"]}

    def works_about(self, t: int) -> set[int]:
        return {row["w"] for row in self.about if row["t"] == t}

    def works_in(self, s: int) -> set[int]:
        return {w for w, source in self.published if source == s}


def make() -> SmallGraph:
    g = SmallGraph()
    for i in range(9):
        name = ["Ada", "Bob", "～ Tilde", "🧬 Helix", "Ada", "Eve", "深層", "ada", "Zoë"][i]
        g.researchers.append(
            {
                "id": id_of("Researcher", i),
                "slug": f"small-person-{i}",
                "slugBase": slug_base(name),
                "name": name,
                "nameKey": name_key(name),
                # The second name is one that English texts are full of.
                "nameVariants": [f"{name} P."] + (["Will Or"] if i == 1 else []),
                "searchNames": fold(f"{name} and {name} P." + (" and Will Or" if i == 1 else "")),
            }
        )
    for i in range(24):
        year = None if i % 8 == 7 else 2015 + i % 5
        title = TITLES[i % len(TITLES)]
        g.works.append(
            {
                "id": id_of("Work", i),
                "slug": f"small-work-{i}",
                "title": f"<i>{title}</i>",
                "plainTitle": title,
                "slugBase": slug_base(title),
                "type": "preprint" if i % 2 else "article",
                "year": year,
                "sortYear": year or 0,
                "importedAt": IMPORTED.format(1 + i % 3),
                "abstract": f"Abstract {i} on {['parsing', 'translation'][i % 2]}" if i % 5 != 4 else None,
                "firstPublishedAt": "2019-03-04",
                "latestVersionAt": "2020-03-04",
                "language": "en",
                "isOpenAccess": [True, False, None][i % 3],
                "retracted": i == 3,
                "url": f"https://example.org/{i}",
                "pdfUrl": f"https://example.org/{i}.pdf",
                "externalCitationCount": 100 + i,
            }
        )
    for i in range(6):
        g.topics.append(
            {
                "id": id_of("Topic", i),
                "slug": f"small-topic-{i}",
                "slugBase": slug_base(["Vision", "～", "🧬", "Vision", "Äther", "a"][i]),
                "name": ["Vision", "～", "🧬", "Vision", "Äther", "a"][i],
                "scheme": "openalex",
                "code": f"T{i}",
                "level": i % 3,
                "description": f"About {i}",
            }
        )
        g.institutions.append(
            {
                "id": id_of("Institution", i),
                "slug": f"small-institution-{i}",
                "slugBase": f"institute-{i % 3}",
                "name": f"Institute {i % 3}",
                "ror": f"0aaaaaa{i:02d}",
                "country": ["CH", "DE", "FR"][i % 3],
                "city": "Basel",
                "latitude": 47.5,
                "longitude": 7.6,
                "type": "education",
                "homepage": "https://example.org/",
                "domains": ["example.org"],
            }
        )
    for i in range(4):
        kind = "archive" if i == 0 else "journal"
        g.sources.append(
            {
                "id": id_of("Source", i),
                "slug": f"small-source-{i}",
                "slugBase": ["preprints", "annals", "annals", "letters"][i],
                "name": ["Preprints", "Annals", "Annals", "Letters"][i],
                "kind": kind,
                "issn": ["1234-5679"],
                "url": "https://example.org/annals",
            }
        )
    _edges(g)
    _derive(g)
    return g


def _edges(g: SmallGraph) -> None:
    for w in range(24):
        # Researcher 0 is on every second work, so that her list has several pages.
        authors = [r for r in range(9) if (r == 0 and w % 2 == 0) or (r and (w + r) % 7 == 0) or r == 1 + w % 8]
        for position, r in enumerate(authors, start=1):
            institutions = [r % 4, 4] if r % 3 == 0 and w % 4 else [r % 4] if w % 3 else []
            g.authored.append({"r": r, "w": w, "position": position, "institutions": institutions})
        for t in {w % 6, (w * 5 + 1) % 6, 0}:
            g.about.append({"w": w, "t": t, "score": round(0.3 + 0.1 * t, 2), "primary": t == w % 6})
        g.published += [(w, s) for s in {0, 1 + w % 3}]
        g.cites += [(w, c) for c in range(w) if (w + c) % 3 == 0]


def _derive(g: SmallGraph) -> None:
    """Counters and derived edges as the writer keeps them."""
    for w, work in enumerate(g.works):
        work |= {
            "authorsCount": len(g.authors_of(w)),
            "authorNames": " and ".join(g.researchers[r]["name"] for r in sorted(g.authors_of(w))),
            "venueName": " and ".join(sorted(g.sources[s]["name"] for work, s in g.published if work == w)),
            "referencesCount": sum(citing == w for citing, _ in g.cites),
            "citationCount": sum(cited == w for _, cited in g.cites),
            "followersCount": 0,
        }
    for a in range(9):
        for b in range(9):
            # Stored once, from the smaller id to the larger.
            shared = g.works_of(a) & g.works_of(b)
            if shared and g.researchers[a]["id"] < g.researchers[b]["id"]:
                years = [g.works[w]["year"] for w in shared if g.works[w]["year"]]
                weight = round(sum(1 / (len(g.authors_of(w)) - 1) for w in shared), 9)
                first, last = (min(years), max(years)) if years else (None, None)
                g.collaborations.append(
                    {"a": a, "b": b, "works": len(shared), "weight": weight, "firstYear": first, "lastYear": last}
                )
    for r in range(9):
        for i in sorted({i for row in g.authored if row["r"] == r for i in row["institutions"]}):
            works = [row["w"] for row in g.authored if row["r"] == r and i in row["institutions"]]
            years = [g.works[w]["year"] for w in works if g.works[w]["year"]]
            since, until = (min(years), max(years)) if years else (None, None)
            g.affiliations.append({"r": r, "i": i, "works": len(works), "since": since, "until": until})
    for r, person in enumerate(g.researchers):
        own = [c for c in g.collaborations if r in (c["a"], c["b"])]
        citations = sorted((g.works[w]["citationCount"] for w in g.works_of(r)), reverse=True)
        institutions = sum(row["r"] == r for row in g.affiliations)
        person |= {
            "worksCount": len(citations),
            "citationCount": sum(citations),
            "hIndex": sum(count >= rank for rank, count in enumerate(citations, start=1)),
            "topicsCount": len({t for w in g.works_of(r) for t in g.topics_of(w)}),
            "sourcesCount": len({s for w, s in g.published if w in g.works_of(r)}),
            "institutionsCount": institutions,
            "affiliationState": "IMPORTED" if institutions else "NOT_IMPORTED",
            "collaboratorsCount": len(own),
            "closeCollaboratorsCount": sum(c["weight"] >= 0.5 for c in own),
            "followersCount": 0,
            "identityRule": "CURATED",
            "identityConfidence": 1.0,
            "trustScore": 10 + r,
        }
    g.researchers[0] |= {"orcid": "0000-0002-1825-0097", "bio": "She computes.", "role": "Researcher"}
    for rows, works_of in ((g.topics, g.works_about), (g.sources, g.works_in), (g.institutions, g.works_at)):
        for n, row in enumerate(rows):
            listed = works_of(n)
            people = {r for w in listed for r in g.authors_of(w)}
            if rows is g.institutions:
                people = {a["r"] for a in g.affiliations if a["i"] == n}
            row |= {
                "worksCount": len(listed),
                "researchersCount": len(people),
                "citationCount": sum(g.works[w]["citationCount"] for w in listed),
                "followersCount": 0,
            }
    for row in (*g.works, *g.researchers, *g.topics, *g.institutions, *g.sources):
        count = row["citationCount"] + row.get("worksCount", 0)
        row["standing"] = " ".join(f"s{step}" for step in range(2, 15) if count >= 10 ** (step / 2)) or None
