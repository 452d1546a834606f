"""The steps of standing that the full-text indexes know."""

from graphdb.driver import open_driver
from graphdb.endpoint import Endpoint
from graphdb.standing import STANDING, STANDING_WORDS, STEPS


def test_each_half_factor_of_ten_adds_a_word(endpoint: Endpoint) -> None:
    counts = [0, 9, 10, 31, 32, 99, 100, 999, 1000, 10_000_000]
    text = f"UNWIND $counts AS c WITH {{citationCount: c}} AS n RETURN {STANDING_WORDS} AS words"
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        found = [row["words"] for row in session.run(text, counts=counts)]
        [[both]] = session.run(f"WITH {{citationCount: 60, worksCount: 40}} AS n RETURN {STANDING_WORDS}").values()
    assert found == [
        None,
        None,
        "s2",
        "s2",
        "s2 s3",
        "s2 s3",
        "s2 s3 s4",
        "s2 s3 s4 s5",
        "s2 s3 s4 s5 s6",
        " ".join(STEPS),
    ]
    assert both == "s2 s3 s4"


def test_what_is_cited_ten_times_more_counts_for_half_as_much_again(endpoint: Endpoint) -> None:
    text = f"UNWIND $counts AS c WITH {{citationCount: c}} AS n RETURN {STANDING} AS standing"
    with open_driver(endpoint) as driver, driver.session(database=endpoint.database) as session:
        found = [round(row["standing"], 9) for row in session.run(text, counts=[None, 0, 9, 99, 999])]
    assert found == [1.0, 1.0, 1.5, 2.0, 2.5]
