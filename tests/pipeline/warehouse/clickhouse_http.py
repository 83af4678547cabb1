"""ClickHouse's HTTP interface before the embedded engine, on loopback: as much as a load needs."""

from __future__ import annotations

import contextlib
import http.server
import importlib
import threading
import urllib.parse
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def serve(folder: str) -> Iterator[str]:
    """The URL of a server whose data lies in the folder."""
    session = importlib.import_module("chdb.session").Session(folder)
    server = http.server.HTTPServer(("127.0.0.1", 0), _handler(session))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"clickhouse://default:secret@127.0.0.1:{server.server_port}/default"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
        session.close()


def _handler(session: Any) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
            statement = "\n".join([*asked.get("query", []), self._body().decode("utf-8")])
            try:
                form = self.headers.get("X-ClickHouse-Format", "TabSeparated")
                status, data = 200, session.query(statement, form).bytes()
            except Exception as error:
                status, data = 500, str(error).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_GET = do_POST  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            return body

    return Handler
