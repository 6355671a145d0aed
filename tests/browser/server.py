"""A small web server on a folder, for tests: the right media types, unless a test asks for the wrong ones."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class Server:
    """A folder being served at `url` (ends in a slash); `requests` grows with each path that was asked for."""

    url: str
    requests: list[str] = field(default_factory=list)


class Handler(SimpleHTTPRequestHandler):
    """Answers as a static host does; `headers_by_path` maps a glob on the path to extra headers."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        *args: object,
        types: Mapping[str, str],
        headers_by_path: Mapping[str, Mapping[str, str]],
        delays: Mapping[str, float],
        seen: list[str],
        **options: object,
    ) -> None:
        self.extensions_map = {"": "application/octet-stream", **TYPES, **types}
        self.headers_by_path = headers_by_path
        self.delays = delays
        self.seen = seen
        super().__init__(*args, **options)  # type: ignore[arg-type]

    def send_head(self) -> object:  # type: ignore[override]
        self.seen.append(self.path)
        time.sleep(max((delay for pattern, delay in self.delays.items() if fnmatchcase(self.path, pattern)), default=0))
        return super().send_head()

    def end_headers(self) -> None:
        path = self.path.partition("?")[0]
        for pattern, headers in self.headers_by_path.items():
            if fnmatchcase(path, pattern):
                for name, value in headers.items():
                    self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silence: what the server saw is in `Server.requests`."""


class QuietServer(ThreadingHTTPServer):
    """Threads that end with the test, and no word about a browser that hangs up in the middle of an answer."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serve(
    folder: Path,
    headers: Mapping[str, Mapping[str, str]] | None = None,
    types: Mapping[str, str] | None = None,
    delays: Mapping[str, float] | None = None,
) -> Iterator[Server]:
    """Yield a Server on `folder`, on a free port of this machine, until the block ends.

    `headers` maps a glob on the path ("*" is every path) to headers that are added to the answer;
    `types` maps a suffix to a media type that replaces the right one; `delays` maps a glob on the path
    to the seconds that its answer waits.
    """
    seen: list[str] = []
    handler = partial(
        Handler,
        directory=str(folder),
        types=types or {},
        headers_by_path=headers or {},
        delays=delays or {},
        seen=seen,
    )
    with QuietServer(("127.0.0.1", 0), handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield Server(f"http://127.0.0.1:{httpd.server_port}/", seen)
        finally:
            httpd.shutdown()
            thread.join()
