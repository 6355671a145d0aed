"""What the browser needs besides pages: the style sheets, the search index, the npm parts and the engine."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.build.engine import NpmPartsMissingError, engine_files
from generator.build.node import run_node
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

# What the search index is made of; no page reads it, so the site does not have it.
DOCUMENTS = "search/documents.json"

# A CommonJS module has no file for a page from disk: it is put in a function, and `stemmer` in `BakenStemmer`.
STEMMER = "@orama/stemmers/dist/nl.cjs"
WRAPPED = "globalThis.BakenStemmer = ((exports) => {{\n{}\nreturn exports;\n}})({{}});\n"

# Each style sheet, and the folder of `site_overrides/styles` whose parts it is joined from.
STYLES = {"assets/baken.css": "shell", "assets/items.css": "items", "assets/game/game.css": "game"}


def asset_files(root: Path, files: tuple[OutFile, ...]) -> tuple[OutFile, ...]:
    """Return the files that programs make: style sheets, index, npm parts, engine.

    Raises NpmPartsMissingError, NodeMissingError or NodeScriptError.
    """
    missing = [part for part in (*VENDORED.values(), STEMMER) if not (root / "node_modules" / part).is_file()]
    if missing:
        raise NpmPartsMissingError(f"node_modules lacks {', '.join(missing)}; run `npm ci`")
    vendored = tuple(OutFile(path, (root / "node_modules" / part).read_bytes()) for path, part in VENDORED.items())
    documents = next(file.data for file in files if file.path == DOCUMENTS)
    made = engine_files(root, root / "build" / "cache")
    engine = tuple(OutFile(path, data) for path, data in made)
    folders = root / "site_overrides" / "styles"
    styles = tuple(OutFile(path, joined(folders / folder)) for path, folder in STYLES.items())
    return (*styles, *vendored, stemmer_script(root), search_index(root, documents), *engine)


def joined(folder: Path) -> bytes:
    """Return the parts of a style sheet in the order of their names, each under a comment with its name."""
    parts = sorted(folder.glob("*.css"))
    return "\n".join(f"/* {folder.name}/{part.name} */\n{part.read_text('utf-8')}" for part in parts).encode()


def stemmer_script(root: Path) -> OutFile:
    """Return the script that puts Snowball's Dutch stemmer in `BakenStemmer`."""
    return OutFile.text(
        "assets/vendor/stemmer.js", WRAPPED.format((root / "node_modules" / STEMMER).read_text("utf-8"))
    )


def search_index(root: Path, documents: bytes) -> OutFile:
    """Return `search/index.js`; made anew only when the documents, a script or an npm part changed."""
    scripts = root / "site_overrides" / "build-search"
    npm = [root / "node_modules" / name / "package.json" for name in ("minisearch", "@orama/stemmers")]
    sources = [*sorted(scripts.glob("*.mjs")), root / "site_overrides" / "assets" / "search-words.js", *npm]
    parts = (documents, *(path.read_bytes() for path in sources))
    cached = root / "build" / "cache" / f"search-{hashlib.sha256(b''.join(parts)).hexdigest()[:16]}.js"
    if not cached.is_file():
        index = run_node(scripts / "index.mjs", (), documents.decode())
        for old in cached.parent.glob("search-*.js"):
            old.unlink()
        making = cached.with_suffix(".new")  # a build that is ended here must not leave half an index
        making.write_text(index, encoding="utf-8")
        making.replace(cached)
    return OutFile("search/index.js", cached.read_bytes())
