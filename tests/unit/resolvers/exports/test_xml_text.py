from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from resolvers.exports.xml_text import attribute, content


def test_what_xml_has_no_place_for_is_the_replacement_character() -> None:
    assert content("a\x00b\x0bc\ufffed") == "a\ufffdb\ufffdc\ufffdd"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")))
def test_texts_are_read_back_as_they_were_written(text: str) -> None:
    text = f"{text}\r\n\t<&>\"']]>"
    element = etree.fromstring(f"<a b={attribute(text)}>{content(text)}</a>".encode())
    assert (element.text, element.get("b")) == (text, text)


@given(st.text())
def test_whatever_a_text_holds_the_xml_is_well_formed(text: str) -> None:
    etree.fromstring(f"<a b={attribute(text)}>{content(text)}</a>".encode())
