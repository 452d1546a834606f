import base64
import json

import pytest

from graphdb.keyset import (
    MAX_CURSOR_LENGTH,
    BadBoundError,
    BadCursorError,
    Key,
    Order,
    PageArguments,
    beyond,
    key_list,
    order_by,
    page_request,
    read_cursor,
    write_cursor,
)

ORDER = Order("YEAR DESC", (Key("n.sortYear", int, descending=True), Key("n.plainTitle", str), Key("n.id", str)))
ROW = (2020, "Ångström & 二", "w_1")


def test_the_clauses_of_an_order_read_forward() -> None:
    assert order_by(ORDER, backward=False) == "n.sortYear DESC, n.plainTitle, n.id"
    assert key_list(ORDER) == "[n.sortYear, n.plainTitle, n.id]"
    assert beyond(ORDER, False, "start") == (
        "n.sortYear < start[0] OR (n.sortYear = start[0] AND ("
        "n.plainTitle > start[1] OR (n.plainTitle = start[1] AND (n.id > start[2]))))"
    )


def test_the_clauses_of_an_order_read_backward_turn_every_direction_round() -> None:
    assert order_by(ORDER, backward=True) == "n.sortYear, n.plainTitle DESC, n.id DESC"
    assert beyond(ORDER, True, "start") == (
        "n.sortYear > start[0] OR (n.sortYear = start[0] AND ("
        "n.plainTitle < start[1] OR (n.plainTitle = start[1] AND (n.id < start[2]))))"
    )


def test_a_cursor_gives_back_the_keys_of_its_row_and_needs_no_escaping_in_an_address() -> None:
    cursor = write_cursor("Query.works", ORDER, ROW)
    assert cursor.replace("-", "").replace("_", "").isalnum()
    assert read_cursor("after", cursor, "Query.works", ORDER) == ROW


def encoded(*values: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(values).encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "no base64 ☺",
        encoded(),
        encoded("Query.works TITLE ASC", *ROW),
        encoded("Topic.works YEAR DESC", *ROW),
        encoded("Query.works YEAR DESC", *ROW[:2]),
        encoded("Query.works YEAR DESC", *ROW, "more"),
        encoded("Query.works YEAR DESC", "2020", *ROW[1:]),
        encoded("Query.works YEAR DESC", True, *ROW[1:]),
        encoded("Query.works YEAR DESC", 2**63, *ROW[1:]),
        encoded("Query.works YEAR DESC", 2020.5, *ROW[1:]),
        encoded("Query.works YEAR DESC", 2020, None, "w_1"),
        encoded("Query.works YEAR DESC", 2020, "x" * MAX_CURSOR_LENGTH, "w_1"),
    ],
)
def test_what_is_no_cursor_of_the_list_in_the_order_is_refused_by_the_name_of_its_argument(cursor: str) -> None:
    with pytest.raises(BadCursorError, match="`before` is not a cursor"):
        read_cursor("before", cursor, "Query.works", ORDER)


def test_a_page_begins_at_the_start_and_has_twenty_rows_unless_said_otherwise() -> None:
    request = page_request("Query.works", ORDER, PageArguments(), 1000)
    assert (request.size, request.backward, request.start) == (20, False, None)


def test_rows_may_be_counted_back_from_the_end_or_from_a_cursor() -> None:
    cursor = write_cursor("Query.works", ORDER, ROW)
    last = page_request("Query.works", ORDER, PageArguments(last=5), 1000)
    assert (last.size, last.backward, last.start) == (5, True, None)
    before = page_request("Query.works", ORDER, PageArguments(before=cursor), 1000)
    assert (before.size, before.backward, before.start) == (20, True, ROW)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (PageArguments(first=101), "`first` must be from 0 to 100, not 101"),
        (PageArguments(first=-1), "`first` must be from 0 to 100, not -1"),
        (PageArguments(last=101), "`last` must be from 0 to 100, not 101"),
        (PageArguments(first=1, last=1), "`first` and `last` exclude each other"),
        (PageArguments(after="a", before="b"), "`after` and `before` exclude each other"),
        (PageArguments(last=1, after="a"), "`last` counts back from `before`"),
        (PageArguments(first=1, before="b"), "`first` counts on from `after`"),
    ],
)
def test_sizes_out_of_bounds_and_arguments_that_contradict_each_other_are_named(
    arguments: PageArguments, named: str
) -> None:
    with pytest.raises(BadBoundError, match=named):
        page_request("Topic.works", ORDER, arguments, 100)
