import pytest

from importers.bibliography.dates import date_in, date_of, month_number
from importers.bibliography.languages import language_code


@pytest.mark.parametrize(
    ("written", "year", "date"),
    [
        ("2004", 2004, None),
        ("2004-10", 2004, "2004-10"),
        ("2004-10-27", 2004, "2004-10-27"),
        ("2018/4/25", 2018, "2018-04-25"),
        ("2020///", 2020, None),
        ("1948/07//", 1948, "1948-07"),
        ("1984/1986", 1984, None),
        ("~1909", 1909, None),
        ("c. 1909", 1909, None),
        ("2014a", 2014, None),
        ("2021-02-30", 2021, "2021-02"),
        ("Spring 1999", 1999, None),
    ],
)
def test_a_date_says_as_much_as_is_known(written: str, year: int, date: str | None) -> None:
    assert date_in(written) == (year, date)


@pytest.mark.parametrize("written", ["", "in press", "0000", "12345"])
def test_without_a_year_there_is_no_date(written: str) -> None:
    assert date_in(written) is None


@pytest.mark.parametrize(
    ("month", "day", "date"),
    [
        ("feb", "", "2014-02"),
        ("February", "3", "2014-02-03"),
        ("4", "25", "2014-04-25"),
        ("jul~4", "", "2014-07-04"),
        ("25 Dec.", "", "2014-12-25"),
        ("jul/aug", "", "2014-07"),
        ("summer", "", None),
        ("", "3", None),
    ],
)
def test_year_month_and_day_may_stand_in_fields_of_their_own(month: str, day: str, date: str | None) -> None:
    assert date_of("2014", month, day) == (2014, date)


def test_a_month_is_known_by_name_or_number() -> None:
    assert [month_number(each) for each in ("jan", "{sept}", "12", "13", "Yule")] == [1, 9, 12, 13, None]


def test_a_language_is_known_by_code_or_name() -> None:
    written = ("en", "eng", "en-US", "{english}", "ngerman", "French", "zh_CN", "klingon", "")
    assert [language_code(each) for each in written] == ["en", "en", "en", "en", "de", "fr", "zh", None, None]
