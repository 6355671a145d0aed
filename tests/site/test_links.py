"""No link of the site is broken: linkchecker follows them all, anchors too."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qsl, urljoin, urlsplit

from tests.browser.server import serve
from tests.site.html import Element

# The program stands beside Python, in the same environment.
LINKCHECKER = Path(sys.executable).with_name("linkchecker")
# linkchecker asks ten times a second at most, unless the server tells it that more is welcome.
WELCOME = {"*": {"LinkChecker": "welcome"}}
SETTINGS = """\
[checking]
maxrequestspersecond=1000
[filtering]
checkextern=0
[AnchorCheck]
[output]
status=0
warnings=1
"""


def broken_links(start: str, folder: Path) -> tuple[list[dict[str, str]], int]:
    """Return what linkchecker found wrong from `start` onwards, and how many links it checked."""
    settings = folder / "linkcheckerrc"
    settings.write_text(SETTINGS, "utf-8")
    command = [LINKCHECKER, "-f", settings, "--no-robots", "--threads=4", "-v", "-o", "csv", start]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    rows = [line for line in done.stdout.splitlines() if line and not line.startswith("#")]
    found = list(csv.DictReader(io.StringIO("\n".join(rows)), delimiter=";"))
    assert found, done.stderr
    return [row for row in found if row["valid"] != "True" or (row["warningstring"] and not is_choice(row))], len(found)


def is_choice(row: dict[str, str]) -> bool:
    """Whether linkchecker missed the anchor of a link that has none: `#gemeente=almere` is a choice on that page."""
    return row["warningstring"].startswith("Anchor") and "=" in urlsplit(row["urlname"]).fragment


def test_no_broken_link(built_site: Path, tmp_path: Path) -> None:
    """From the home page every page can be reached, and every link and anchor in them leads somewhere."""
    with serve(built_site, headers=WELCOME) as server:
        broken, count = broken_links(server.url, tmp_path)
    assert broken == []
    assert count > len(list(built_site.rglob("*.html")))


def test_no_broken_anchor_in_a_page(pages: dict[str, list[Element]]) -> None:
    """Every link to a place or a choice in a page has that; linkchecker leaves out those within one page."""
    options = {
        f"/{path}": {element["value"] for element in page if element.tag == "option"} for path, page in pages.items()
    }
    ids = {f"/{path}": {element["id"] for element in page} for path, page in pages.items()}
    for path, page in pages.items():
        for element in page:
            target = urlsplit(urljoin(f"http://site/{path}", element["href"]))
            if element.tag == "a" and target.netloc == "site" and target.fragment:
                file = target.path + "index.html" * target.path.endswith("/")
                chosen = {value for _, value in parse_qsl(target.fragment)}
                assert target.fragment in ids[file] or (chosen and chosen <= options[file]), (path, element["href"])


def test_broken_links_are_seen(tmp_path: Path) -> None:
    """A missing page, a missing anchor and a missing picture are each found: the test above can fail."""
    folder = tmp_path / "site"
    (folder / "other").mkdir(parents=True)
    links = '<a href="gone/">x</a><a href="other/#here">x</a><a href="other/#gone">x</a><img src="gone.png">'
    (folder / "index.html").write_text(f"<!doctype html><title>x</title>{links}")
    (folder / "other" / "index.html").write_text('<!doctype html><title>x</title><p id="here">x</p>')
    with serve(folder, headers=WELCOME) as server:
        broken, _ = broken_links(server.url, tmp_path)
        found = {row["url"].removeprefix(server.url) for row in broken}
    assert found == {"gone/", "other/#gone", "gone.png"}
