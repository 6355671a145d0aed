"""What the browser needs besides pages: the style sheets, the search index, the npm parts and the engine."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.build.engine import NpmPartsMissingError, engine_files
from generator.build.node import asked
from generator.outfile import OutFile

# From npm's parts (package.json), by the name under which the pages load them.
VENDORED = {
    "assets/vendor/minisearch.js": "minisearch/dist/umd/index.js",
    "assets/vendor/minisearch-license.txt": "minisearch/LICENSE.txt",
    "assets/vendor/stemmer-license.txt": "@orama/stemmers/LICENSE.md",
    "assets/vendor/baken.woff2": (
        "@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    ),
    "assets/vendor/baken-font-license.txt": "@fontsource-variable/atkinson-hyperlegible-next/LICENSE",
}

# A CommonJS module has no file for a page from disk: it is put in a function, and `stemmer` in `BakenStemmer`.
STEMMER = "@orama/stemmers/dist/nl.cjs"
WRAPPED = "globalThis.BakenStemmer = ((exports) => {{\n{}\nreturn exports;\n}})({{}});\n"

# Each style sheet, and the folder of `site_overrides/styles` whose parts it is joined from.
STYLES = {"assets/baken.css": "shell", "assets/items.css": "items", "assets/game/game.css": "game"}


def asset_files(root: Path) -> tuple[OutFile, ...]:
    """Return the files that programs make, but for the search index: style sheets, npm parts, engine.

    Raises NpmPartsMissingError, NodeMissingError or NodeScriptError.
    """
    vendored = tuple(OutFile(path, (root / "node_modules" / part).read_bytes()) for path, part in VENDORED.items())
    made = engine_files(root, root / "build" / "cache")
    engine = tuple(OutFile(path, data) for path, data in made)
    folders = root / "site_overrides" / "styles"
    styles = tuple(OutFile(path, joined(folders / folder)) for path, folder in STYLES.items())
    return (*styles, *vendored, stemmer_script(root), *engine)


def npm_parts_are_there(root: Path) -> None:
    """Raise NpmPartsMissingError if npm's parts are not."""
    missing = [part for part in (*VENDORED.values(), STEMMER) if not (root / "node_modules" / part).is_file()]
    if missing:
        raise NpmPartsMissingError(f"node_modules lacks {', '.join(missing)}; run `npm ci`")


def joined(folder: Path) -> bytes:
    """Return the parts of a style sheet in the order of their names, each under a comment with its name."""
    parts = sorted(folder.glob("*.css"))
    return "\n".join(f"/* {folder.name}/{part.name} */\n{part.read_text('utf-8')}" for part in parts).encode()


def stemmer_script(root: Path) -> OutFile:
    """Return the script that puts Snowball's Dutch stemmer in `BakenStemmer`."""
    return OutFile.text(
        "assets/vendor/stemmer.js", WRAPPED.format((root / "node_modules" / STEMMER).read_text("utf-8"))
    )


@contextmanager
def index_beside(root: Path, documents: OutFile) -> Iterator[Callable[[], OutFile]]:
    """Lend a function that returns `search/index.js`, which Node makes in the meantime.

    It is made anew only when the documents, a script or an npm part changed. What it takes of each document is kept by
    version of the scripts, so that only what changed is read again (`build-search/kept.mjs`).
    """
    scripts, cache = root / "site_overrides" / "build-search", root / "build" / "cache"
    npm = root / "node_modules" / "@orama" / "stemmers" / "package.json"
    sources = [*sorted(scripts.glob("*.mjs")), root / "site_overrides" / "assets" / "search-words.js", npm]
    version = hashlib.sha256(b"\0".join(path.read_bytes() for path in sources))
    kept = cache / f"search-{version.hexdigest()[:16]}.kept"
    version.update(documents.data)
    made = cache / f"search-{version.hexdigest()[:16]}.js"
    if made.is_file():
        yield lambda: OutFile("search/index.js", made.read_bytes())
        return
    given = cache / "search-documents.jsonl"
    given.write_bytes(documents.data)
    with asked(scripts / "index.mjs", (kept,), str(given)) as answer:

        def index() -> OutFile:
            making = made.with_suffix(".new")  # a build that is ended here must not leave half an index
            making.write_bytes(answer())
            for old in {*cache.glob("search-*.js"), *cache.glob("search-*.kept*")} - {kept}:
                old.unlink()
            making.replace(made)
            return OutFile("search/index.js", made.read_bytes())

        yield index


def search_index(root: Path, documents: OutFile) -> OutFile:
    """Return `search/index.js`."""
    with index_beside(root, documents) as index:
        return index()
