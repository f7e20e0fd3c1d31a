"""The preview over HTTP: this computer only, GET and HEAD only, nothing but what a build would make."""

from __future__ import annotations

import os
import socketserver
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import quote, unquote, urlsplit

from sangkien.diagnostics import Text, UserError
from sangkien.preview.answer import TYPES, Answer, answer
from sangkien.preview.banner import ROOT
from sangkien.preview.session import Session

HOST: Final = "127.0.0.1"
PORTS: Final = 20
"""How many ports are tried, from the wished one upward."""
EVENTS: Final = ROOT + "events"
PULSE: Final = 10.0
"""Seconds after which a silent stream of events gets a comment, so that a reader gone is noticed."""
HEADERS: Final = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""Drafts are shown here: no other site may read them, and the site has to work under its strict policy."""
_STRANGER: Final = Text("Địa chỉ này không phải của bản xem thử.", "This address is not the preview's.")
_ONLY_READ: Final = Text("Bản xem thử chỉ để đọc.", "The preview can only be read.")


class Server(ThreadingHTTPServer):
    """Listens on the loopback address alone."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port

    def __init__(self, port: int, session: Session) -> None:
        self.session = session
        super().__init__((HOST, port), Handler)

    def server_bind(self) -> None:
        """Bind without asking the network for this computer's name, which may take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    @property
    def url(self) -> str:
        """Where the preview is."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the midst is no fault, and nothing is to be said of it."""


def open_server(port: int, session: Session) -> Server:
    """A server on this port or, where it is taken, on the next free one. Raises UserError when none is."""
    last = min(port + PORTS, 65535)
    for candidate in range(port, last + 1):
        try:
            return Server(candidate, session)
        except OSError:
            continue
    raise UserError(
        f"Các cổng từ {port} đến {last} đều đang bận. Hãy chọn cổng khác bằng --port.",
        f"All ports from {port} to {last} are taken. Choose another with --port.",
    )


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "sangkien"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        """A page, a file, or the stream of events."""
        if not self._is_local():
            self._send(Answer(HTTPStatus.FORBIDDEN, TYPES["txt"], self._words(_STRANGER)))
            return
        path = urlsplit(self.path).path if not self.path.startswith("//") else "//"
        if path == EVENTS and self.command == "GET":
            self._events()
            return
        name = decoded(path)
        if name is None:
            self._send(Answer(HTTPStatus.BAD_REQUEST, TYPES["txt"], self._words(_STRANGER)))
            return
        session = self.server.session
        self._send(answer(session.view, name, session.language))

    do_HEAD = do_GET  # noqa: N815  # the names that http.server calls, here and below

    def _refuse(self) -> None:
        self.close_connection = True  # what follows the headers is not read
        self._send(Answer(HTTPStatus.METHOD_NOT_ALLOWED, TYPES["txt"], self._words(_ONLY_READ)))

    do_POST = do_PUT = do_PATCH = _refuse  # noqa: N815
    do_DELETE = do_OPTIONS = do_TRACE = do_CONNECT = _refuse  # noqa: N815

    def _is_local(self) -> bool:
        """Another site may point its name at this computer (DNS rebinding): only our names are answered."""
        port = self.server.server_port
        known = {f"{name}:{port}" for name in ("localhost", HOST, "[::1]")}
        if port == 80:
            known |= {"localhost", HOST, "[::1]"}
        return self.headers.get_all("Host", []) in [[name] for name in known]

    def _words(self, text: Text) -> bytes:
        return text.of(self.server.session.language).encode()

    def _send(self, made: Answer) -> None:
        self.send_response(made.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        if made.location:
            self.send_header("Location", quote(made.location))
        if made.status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Type", made.type)
        self.send_header("Content-Length", str(len(made.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(made.body)

    def _events(self) -> None:
        """Server-sent events (WHATWG HTML): the version at once, then each new one."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in (*HEADERS.items(), ("Content-Type", "text/event-stream"), ("Connection", "close")):
            self.send_header(name, value)
        self.end_headers()
        session, told = self.server.session, ""
        try:
            while not session.closed:
                version = session.wait(told, PULSE)
                self.wfile.write(b":\n\n" if version == told else f"data: {version}\n\n".encode())
                self.wfile.flush()
                told = version
        except OSError:
            return  # the reader went away

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name that http.server gives it
        """Requests are not printed: what is wrong is said in the page."""


def decoded(path: str) -> str | None:
    """The path without its leading slash, decoded once; None for one that cannot be a page's."""
    if not path.startswith("/"):
        return None
    try:
        name = unquote(path[1:], errors="strict")
    except UnicodeDecodeError:
        return None
    parts = name.split("/")
    wrong = (
        "\\" in name
        or ".." in parts
        or "." in parts
        or "" in parts[:-1]
        or any(ord(letter) < 32 for letter in name)
    )
    return None if wrong else name
