from importers.arxiv.dates import of_day, of_mail_date, of_timestamp


def test_moments_are_told_in_utc() -> None:
    assert of_mail_date("Sat, 25 Nov 2006 23:30:00 -0500") == "2006-11-26T04:30:00Z"
    assert of_mail_date("Mon, 2 Apr 2007 19:18:42 GMT") == "2007-04-02T19:18:42Z"
    assert of_timestamp("2003-07-07T23:46:39-04:00") == "2003-07-08T03:46:39Z"
    assert of_timestamp(" 2003-07-07T13:46:39Z\n") == "2003-07-07T13:46:39Z"
    assert of_day("2007-05-23") == "2007-05-23"


def test_what_is_no_date_is_none() -> None:
    assert [of_mail_date("soon"), of_timestamp("2003"), of_timestamp(""), of_day("2007-13-01"), of_day("")] == [
        None
    ] * 5
