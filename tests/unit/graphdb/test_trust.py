import pytest

from graphdb.trust import AT_MAXIMUM, TrustBand, TrustComponentName, TrustFigures, band_of, trust


def test_the_figures_of_the_page_give_the_score_of_the_page() -> None:
    result = trust(TrustFigures(works=5, close_collaborators=4, topics=3, sources=1))
    assert (result.score, result.band, result.formula_version) == (19, TrustBand.UNVERIFIED, "v1")


def test_an_empty_record_has_no_points() -> None:
    assert trust(TrustFigures()).score == 0


def test_every_component_is_capped_and_all_maxima_together_are_one_hundred() -> None:
    result = trust(TrustFigures(10_000, 10_000, 10_000, 10_000, True, True, True, True))
    assert result.score == 100
    assert (
        [c.points for c in result.components] == [c.max for c in result.components] == [20, 10, 5, 10, 15, 20, 10, 10]
    )
    assert result.band is TrustBand.VERIFIED
    assert {c.how_to_raise for c in result.components} == {AT_MAXIMUM}


@pytest.mark.parametrize(
    ("figures", "name", "points"),
    [
        (TrustFigures(works=1), TrustComponentName.WORKS, 2),
        (TrustFigures(close_collaborators=1), TrustComponentName.CLOSE_COLLABORATORS, 1),
        (TrustFigures(topics=1), TrustComponentName.TOPICS, 1),
        (TrustFigures(sources=1), TrustComponentName.SOURCES, 2),
        (TrustFigures(claim_approved=True), TrustComponentName.CLAIM, 15),
        (TrustFigures(orcid_proven=True), TrustComponentName.ORCID, 20),
        (TrustFigures(institutional_email=True), TrustComponentName.INSTITUTIONAL_EMAIL, 10),
        (TrustFigures(affiliation_validated=True), TrustComponentName.AFFILIATION, 10),
    ],
)
def test_each_figure_gives_points_to_its_own_component(
    figures: TrustFigures, name: TrustComponentName, points: int
) -> None:
    result = trust(figures)
    assert {c.name: c.points for c in result.components if c.points} == {name: points}
    assert result.score == points


def test_all_components_are_named_in_order_and_say_how_to_raise_them() -> None:
    components = trust(TrustFigures(works=1)).components
    assert [c.name for c in components] == list(TrustComponentName)
    assert all(c.explanation and c.how_to_raise and c.how_to_raise != AT_MAXIMUM for c in components)
    assert components[0].explanation == "1 work, 2 points each, 20 at most."


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, TrustBand.UNVERIFIED),
        (24, TrustBand.UNVERIFIED),
        (25, TrustBand.EMERGING),
        (49, TrustBand.EMERGING),
        (50, TrustBand.ESTABLISHED),
        (74, TrustBand.ESTABLISHED),
        (75, TrustBand.VERIFIED),
        (100, TrustBand.VERIFIED),
    ],
)
def test_bands_begin_at_their_least_score(score: int, band: TrustBand) -> None:
    assert band_of(score) is band
