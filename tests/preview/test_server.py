"""This computer only, its own names only, reading only, nothing but pages."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running_preview import Running
from sangkien.diagnostics import UserError
from sangkien.preview import server
from sangkien.preview.server import decoded, open_server


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]"])
def test_our_own_names_are_answered(still: Running, name: str) -> None:
    assert still.ask("/", headers={"Host": f"{name}:{still.port}"}).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "localhost:1", "127.0.0.1", "", "localhost:{port}.evil"]
)
@pytest.mark.parametrize("path", ["/", "/__preview__/", "/__preview__/events"])
def test_another_name_is_refused(still: Running, host: str, path: str) -> None:
    reply = still.ask(path, headers={"Host": host.format(port=still.port)})
    assert reply.status == 403
    assert b"sang-kien" not in reply.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_only_reading(still: Running, method: str) -> None:
    reply = still.ask("/", method)
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_head_gives_the_headers_of_get(still: Running) -> None:
    whole, head = still.ask("/sang-kien/"), still.ask("/sang-kien/", "HEAD")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(whole.body))


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/assets/../../mkdocs.yml",
        "/assets/..%2f..%2fmkdocs.yml",
        "/assets\\..\\..\\mkdocs.yml",
        "//mkdocs.yml",
        "/mkdocs.yml",
        "/content/index.md",
        "/.sangkien/cache.sqlite",
        "/%00",
        "/%ff",
        "/__preview__/server.py",
        "/__preview__/../preview.js",
        "//evil.example/sang-kien",
        "/assets/",
        "/assets",
    ],
)
def test_no_file_but_the_sites(still: Running, path: str) -> None:
    reply = still.ask(path)
    assert reply.status in (400, 404)
    assert "plugins:" not in reply.text


@given(st.text(max_size=40))
def test_a_decoded_path_never_climbs(text: str) -> None:
    name = decoded("/" + text)
    assert name is None or not ({"..", "."} & set(name.split("/")) or "\\" in name or name.startswith("/"))


def test_strict_headers(still: Running) -> None:
    headers = still.ask("/").headers
    assert headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in headers


def test_it_listens_on_the_loopback_address_alone(still: Running) -> None:
    assert still.server.socket.getsockname()[0] == "127.0.0.1"


def test_the_next_free_port_is_taken(still: Running) -> None:
    other = open_server(still.port, still.server.session)
    try:
        assert still.port < other.server_port <= still.port + server.PORTS
    finally:
        other.server_close()


def test_no_free_port_is_a_sentence(still: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "PORTS", 0)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(UserError, match="--port"):
            open_server(taken.getsockname()[1], still.server.session)
