"""Serves the built site, rebuilds it on save, and shows Problems in the terminal and in the page."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from watchfiles import watch

WATCHED = ("content", "scenarios", "site_overrides", "generator/templates")
SETTINGS = "mkdocs.yml"  # asked after, not watched: most editors replace a file, and a watch of it then sees no more
RELOAD = Path(__file__).with_name("reload.js")
TYPES = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json"}


class PortTakenError(OSError):
    """The port is not free, or not for us to use."""


@dataclass
class Status:
    """What the open pages poll for: a version that grows with every build, and the lines to show if it failed."""

    version: int = 0
    lines: tuple[str, ...] = ()

    def as_json(self) -> bytes:
        return json.dumps({"version": self.version, "lines": self.lines}).encode()


@dataclass
class SiteServer:
    """A server of `folder` on `port` (0 for a free one); `status` is what its pages are told.

    With `reload`, pages get a script that shows Problems and reloads after a build. Entering raises PortTakenError.
    """

    folder: Path
    port: int = 8000
    reload: bool = True
    status: Status = field(default_factory=Status)

    def __enter__(self) -> SiteServer:
        handler = partial(_Handler, directory=str(self.folder), owner=self)
        try:
            self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        except OSError as error:
            raise PortTakenError(error.strerror) from error
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


class _Handler(SimpleHTTPRequestHandler):
    """Files with the right types and no caching; pages get the reload script."""

    extensions_map: ClassVar[dict[str, str]] = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # type: ignore[misc]

    def __init__(self, *args: object, owner: SiteServer, **kwargs: object) -> None:
        self.owner = owner
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        version = self.owner.status.version  # before the page is read: a page may be newer than it says, never older
        if self.path == "/__baken/status":
            self._send(self.owner.status.as_json(), "application/json")
        elif self.path == "/__baken/reload.js":
            self._send(RELOAD.read_bytes(), "text/javascript")
        elif self.owner.reload and (page := self._page()):
            script = f'<script defer src="/__baken/reload.js" data-version="{version}"></script></head>'
            self._send(page.replace(b"</head>", script.encode(), 1), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with our own 404 page, as a host would."""
        page = self.owner.folder / "404.html"
        if code == HTTPStatus.NOT_FOUND and page.is_file():
            self._send(page.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: who reads what is nobody's business, also here."""

    def _page(self) -> bytes | None:
        path = Path(self.translate_path(self.path))
        if self.path.split("?")[0].endswith("/"):
            path = path / "index.html"
        return path.read_bytes() if path.suffix == ".html" and path.is_file() else None

    def _send(self, data: bytes, kind: str, code: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def changes(root: Path) -> Iterator[tuple[str, ...]]:
    """Yield the changed files, relative to `root`, each time an editor saves."""
    watched = [root / name for name in WATCHED if (root / name).is_dir()]
    settings, before = root / SETTINGS, _saved(root / SETTINGS)
    for found in watch(*watched, debounce=200, step=20, rust_timeout=500, yield_on_timeout=True):
        names = {Path(path).relative_to(root).as_posix() for _, path in found}
        if (now := _saved(settings)) != before:
            before = now
            names.add(SETTINGS)
        if names:
            yield tuple(sorted(names))


def _saved(path: Path) -> tuple[int, int]:
    """Return what changes when an editor saves `path`: its time (ns) and its inode; zeros while it is not there."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_mtime_ns, found.st_ino


def rebuild_on_save(root: Path, status: Status, rebuild: Callable[[], tuple[str, ...]]) -> None:
    """Call `rebuild` after each save, until interrupted; its lines are what went wrong."""
    for _ in changes(root):
        status.lines = rebuild()
        status.version += 1
