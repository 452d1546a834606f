from typing import TYPE_CHECKING, Any

import orjson

from graphdb.citations import CitedSourceRecord
from resolvers.citations.json_ld import json_ld

if TYPE_CHECKING:
    from tests.unit.resolvers.citations.conftest import Work

SITE = "https://site.example/works/a-slug"


def test_a_description_says_everything_that_is_known(work: "Work") -> None:
    found = orjson.loads(json_ld(work(arxiv="1909.09157"), SITE))
    assert found == {
        "@context": "https://schema.org",
        "@type": "ScholarlyArticle",
        "@id": SITE,
        "url": SITE,
        "name": work().title,
        "author": [
            {"@type": "Person", "name": "Ludwig van der Berg Jr.", "givenName": "Ludwig", "familyName": "van der Berg"},
            {"@type": "Organization", "name": "CMS and ATLAS Collaboration"},
            {
                "@type": "Person",
                "name": "Łukasz Kaiser",
                "givenName": "Łukasz",
                "familyName": "Kaiser",
                "@id": "https://orcid.org/0000-0002-1825-0097",
            },
            {"@type": "Person", "name": "王伟"},
            {"@type": "Person", "name": "Jean-Paul Q. Sartre", "givenName": "Jean-Paul Q.", "familyName": "Sartre"},
            {"@type": "Person", "name": "Plato", "familyName": "Plato"},
        ],
        "datePublished": "2019-03-04",
        "inLanguage": "en",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "3",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {"@type": "Periodical", "name": "Journal of R&D", "issn": ["1234-5679", "2434-561X"]},
            },
        },
        "pagination": "100-110",
        "publisher": {"@type": "Organization", "name": "Smith & Sons"},
        "identifier": [
            {"@type": "PropertyValue", "propertyID": "doi", "value": "10.1145/3_4.5"},
            {"@type": "PropertyValue", "propertyID": "arxiv", "value": "1909.09157"},
        ],
        "sameAs": ["https://doi.org/10.1145/3_4.5", "https://arxiv.org/abs/1909.09157"],
    }


def test_what_appeared_in_a_conference_or_nowhere_says_so(work: "Work") -> None:
    def described(**fields: Any) -> dict[str, Any]:
        item: dict[str, Any] = orjson.loads(json_ld(work(**fields), SITE))
        return item

    conference = CitedSourceRecord("Conference", "conference", [])
    assert described(source=conference)["isPartOf"] == {"@type": "CreativeWork", "name": "Conference"}
    assert "isPartOf" not in described(source=None)
    assert described(year=2020)["datePublished"] == "2020"
    assert "datePublished" not in described(year=None)
    assert described(type="dataset")["@type"] == "Dataset"
    assert described(type="other")["@type"] == "CreativeWork"


def test_it_may_stand_inside_of_a_script_element(work: "Work") -> None:
    text = json_ld(work(title="</script><script>alert(1)</script>"), SITE)
    assert "<" not in text
    assert orjson.loads(text)["name"] == "</script><script>alert(1)</script>"
