import sys

import pytest
from pydantic import ValidationError

from server.settings import ServerSettings


def test_loopback_names_are_trusted_without_any_setting() -> None:
    assert ServerSettings().allowed_hosts() == {"127.0.0.1", "localhost", "[::1]"}


def test_the_host_of_the_public_address_and_named_hosts_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BZPEER_PUBLIC_URL", "https://Graph.example:8443/")
    monkeypatch.setenv("BZPEER_TRUSTED_HOSTS", '["10.0.0.5"]')
    assert {"graph.example", "10.0.0.5"} < ServerSettings().allowed_hosts()


@pytest.mark.parametrize("value", ["bzpeer.example", "ftp://bzpeer.example", "https://"])
def test_a_public_address_that_is_none_is_refused(value: str) -> None:
    with pytest.raises(ValidationError, match="must be an address"):
        ServerSettings(public_url=value)


def test_an_empty_variable_counts_as_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BZPEER_PUBLIC_URL", "")
    assert ServerSettings().public_url is None


@pytest.mark.parametrize("value", ["collector:4318", "http://collector:4318", "http://collector:4318/", "grpc://x/y"])
def test_traces_go_to_the_whole_address(value: str) -> None:
    with pytest.raises(ValidationError, match="must be an address such as http://127"):
        ServerSettings(traces_url=value)


def test_traces_without_opentelemetry_are_refused_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ServerSettings(traces_url="http://collector:4318/v1/traces").traces_url
    monkeypatch.delitem(sys.modules, "opentelemetry.exporter.otlp.proto.http", raising=False)
    monkeypatch.setitem(sys.modules, "opentelemetry.exporter.otlp.proto", None)
    with pytest.raises(ValidationError, match=r"pip install '\.\[tracing\]'"):
        ServerSettings(traces_url="http://collector:4318/v1/traces")
