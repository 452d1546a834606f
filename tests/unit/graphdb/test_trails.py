"""What was given is remembered up to any row, shared where pages are equal, and forgotten where there is no room."""

from graphdb.trails import ROOM, Trail, Trails


def ids(trail: Trail | None) -> list[str]:
    assert trail is not None
    return sorted(trail.all_ids())


def test_a_trail_ends_with_any_of_its_rows() -> None:
    trails = Trails()
    first = trails.lengthen(None, ["a", "b", "c"])
    second = trails.lengthen(trails.up_to(first.token, "b"), ["d", "e"])
    assert ids(trails.up_to(first.token, "c")) == ["a", "b", "c"]
    assert ids(trails.up_to(second.token, "d")) == ["a", "b", "d"]
    assert ids(trails.up_to(second.token, "e")) == ["a", "b", "d", "e"]


def test_who_was_given_the_same_has_the_same_token() -> None:
    trails, others = Trails(), Trails()
    first, again = (some.lengthen(None, ["a", "b"]) for some in (trails, others))
    assert first == again
    assert trails.lengthen(first, ["c"]).token == others.lengthen(again, ["c"]).token
    # Rows that follow one another the same way after other rows are another trail.
    assert trails.lengthen(None, ["c"]).token != trails.lengthen(first, ["c"]).token
    assert trails.lengthen(trails.up_to(first.token, "a"), ["c"]).token != trails.lengthen(first, ["c"]).token


def test_nothing_is_known_of_other_tokens_and_rows() -> None:
    trails = Trails()
    first = trails.lengthen(None, ["a"])
    second = trails.lengthen(first, ["b"])
    for token, id_ in (("", "a"), ("forged", "a"), (first.token, "b"), (second.token, "a")):
        assert trails.up_to(token, id_) is None


def test_the_oldest_make_room() -> None:
    trails = Trails()
    tokens = [trails.lengthen(None, [f"{page}-{i}" for i in range(ROOM // 4)]).token for page in range(5)]
    assert [trails.up_to(token, f"{page}-0") is not None for page, token in enumerate(tokens)] == [False] + [True] * 4


def test_a_long_trail_is_gone_through_page_by_page() -> None:
    trails = Trails()
    trail = None
    for page in range(5_000):
        trail = trails.lengthen(trail, [f"{page:04}"])
    assert ids(trail) == [f"{page:04}" for page in range(5_000)]
