import pytest

from importers.addresses import identifier_at, identifier_of, with_arxiv
from importers.records import Identifier


@pytest.mark.parametrize(
    ("address", "scheme", "value"),
    [
        ("https://doi.org/10.1145/602421.602422", "doi", "10.1145/602421.602422"),
        ("http://doi.acm.org/10.1145/366663.366672", "doi", "10.1145/366663.366672"),
        ("http://doi.ieeecomputersociety.org/10.1109/TC.2000.1", "doi", "10.1109/tc.2000.1"),
        ("http://dx.doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID%3E3.0.CO;2-O", "doi",
         "10.1002/(sici)1097-4571(199806)49:8<693::aid>3.0.co;2-o"),
        ("http://arxiv.org/abs/1501.04916v2", "arxiv", "1501.04916"),
        ("https://arxiv.org/pdf/hep-th/9901001.pdf", "arxiv", "hep-th/9901001"),
        ("https://www.aclweb.org/anthology/P18-1001/", "acl", "P18-1001"),
        ("https://aclanthology.org/2020.acl-main.1.pdf", "acl", "2020.acl-main.1"),
        ("https://pubmed.ncbi.nlm.nih.gov/123/", "pmid", "123"),
        ("https://dblp.org/rec/journals/jx/A20", "dblp", "journals/jx/A20"),
    ],
)  # fmt: skip
def test_an_address_names_a_work(address: str, scheme: str, value: str) -> None:
    assert identifier_at(f" {address} ") == Identifier(scheme, value)


@pytest.mark.parametrize(
    "address",
    ["https://www.wikidata.org/entity/Q1", "https://doi.org/", "https://arxiv.org/list/cs.CL", "", "10.1145/1.2"],
)
def test_other_addresses_name_none(address: str) -> None:
    assert identifier_at(address) is None


@pytest.mark.parametrize(
    ("scheme", "written", "value"),
    [
        ("pmid", "PMID: 123", "123"),
        ("pmid", "https://pubmed.ncbi.nlm.nih.gov/123", "123"),
        ("pmcid", "PMC2323736", "PMC2323736"),
        ("pmcid", "2323736", "PMC2323736"),
        ("pmcid", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2323736/", "PMC2323736"),
        ("doi", "doi:10.1000/X", "10.1000/x"),
        ("doi", "http://doi.acm.org/10.1145/1.2", "10.1145/1.2"),
    ],
)
def test_an_identifier_has_one_form_however_it_is_written(scheme: str, written: str, value: str) -> None:
    assert identifier_of(scheme, written) == Identifier(scheme, value)


def test_what_is_no_identifier_of_the_scheme_is_none() -> None:
    assert identifier_of("pmid", "PMC1") is None
    assert identifier_of("doi", "work:doi") is None


def test_a_doi_of_arxivs_own_names_the_paper_in_arxiv() -> None:
    doi = Identifier("doi", "10.48550/arxiv.2001.00001")
    assert with_arxiv([doi, doi]) == (doi, Identifier("arxiv", "2001.00001"))
