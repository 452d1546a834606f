import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphdb.identifiers import normalise

WRITTEN = [
    ("doi", "https://doi.org/10.1162/COLI_a_00239", "10.1162/coli_a_00239"),
    ("doi", "doi:10.1162/coli_a_00239", "10.1162/coli_a_00239"),
    ("doi", "http://dx.doi.org/10.1000%2FABC", "10.1000/abc"),
    ("doi", "10.1000/a%2fb", "10.1000/a%2fb"),
    ("doi", "0.26615/978-954-452-046-5_001", None),
    ("doi", "http://hdl.handle.net/2065/12142", None),
    ("doi", "10.1364/A 10.1364/B", None),
    ("arxiv", "arXiv:2108.08810v2", "2108.08810"),
    ("arxiv", "https://arxiv.org/pdf/2108.08810v2.pdf", "2108.08810"),
    ("arxiv", "10.48550/arXiv.2108.08810", "2108.08810"),
    ("arxiv", "math.CA/0611800v1", "math/0611800"),
    ("arxiv", "math/0611800", "math/0611800"),
    ("arxiv", "hep-th/9901001", "hep-th/9901001"),
    ("arxiv", "2113.08810", None),
    ("acl", "n18-1001", "N18-1001"),
    ("acl", "https://aclanthology.org/N18-1001/", "N18-1001"),
    ("acl", "https://www.aclweb.org/anthology/P/P19/P19-1001.pdf", "P19-1001"),
    ("acl", "https://aclanthology.org/2019.iwslt-1.1.pdf", "2019.iwslt-1.1"),
    ("acl", "J79-1081c", "J79-1081c"),
    ("acl", "P19-1001v2", "P19-1001"),
    ("acl", "External_12345", None),
    ("openalex", "https://openalex.org/w2741809807", "W2741809807"),
    ("orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
    ("orcid", "000000021694233x", "0000-0002-1694-233X"),
    ("orcid", "0000-0002-1825-0098", None),
    ("ror", "https://ror.org/00f54p054", "00f54p054"),
    ("ror", "00F54P054", "00f54p054"),
    ("ror", "00f54p055", None),
    ("issn", "03785955", "0378-5955"),
    ("issn", "0378-5954", None),
    ("dblp", "https://dblp.org/rec/conf/nips/RaghuUKZD21.html", "conf/nips/RaghuUKZD21"),
    ("s2", "CorpusID:237213700", "237213700"),
    ("keyword", "  deep learning ", "deep learning"),
    ("keyword", "  ", None),
]


@pytest.mark.parametrize(("scheme", "written", "normal"), WRITTEN)
def test_an_identifier_is_brought_to_its_normal_form_or_refused(scheme: str, written: str, normal: str | None) -> None:
    assert normalise(scheme, written) == normal


@given(st.sampled_from(sorted({scheme for scheme, _, _ in WRITTEN})), st.text(max_size=60))
def test_no_text_breaks_it_and_a_normal_form_is_its_own_normal_form(scheme: str, text: str) -> None:
    normal = normalise(scheme, text)
    assert normal is None or normalise(scheme, normal) == normal
