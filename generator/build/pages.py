"""Pages, by mkdocs-material: the shell of `site_overrides/` round the bodies that came as front matter."""

from __future__ import annotations

import logging
import shutil
import traceback
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateError
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.render.compiled import COMPILED

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

# What MkDocs copies along from site_overrides though only the build needs it.
BUILD_PARTS = ("build-search", "styles")


class BuildError(Exception):
    """The site could not be built; the last good one is still in place."""


def build_pages(root: Path, docs: Path, site: Path) -> None:
    """Let MkDocs build the pages in the folder `docs` into the new folder `site`. Raises BuildError."""
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = _config(root, (root / "mkdocs.yml").read_bytes())
        config.docs_dir, config.site_dir = str(docs), str(site)
        mkdocs_build(config)
    except (MkDocsException, SystemExit) as error:
        raise BuildError("; ".join(warnings.lines) or str(error)) from error
    except TemplateError as error:
        raise BuildError(template_mistake(root, error)) from error
    finally:
        logger.removeHandler(warnings)
    for name in BUILD_PARTS:
        path = site / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def compile_shell(root: Path) -> None:
    """Compile the templates of the shell, for whoever builds pages next."""
    environment = _config(root, (root / "mkdocs.yml").read_bytes()).theme.get_env()
    for name in environment.list_templates(extensions=["html"]):
        environment.get_template(name)


@lru_cache(maxsize=1)
def _config(root: Path, settings: bytes) -> MkDocsConfig:
    """Return what MkDocs is to do: what the `settings` in `mkdocs.yml` say, without what our pages have no use for."""
    folders = {"docs_dir": str(root / "content"), "site_dir": str(root / "build")}  # until it is asked to build
    config = load_config(BytesIO(settings), config_file_path=str(root / "mkdocs.yml"), strict=True, **folders)
    config.nav = None  # our menu is in `extra`; a page that is not built this time is no mistake
    config.markdown_extensions = []  # nor has a page any Markdown, for which MkDocs would set these up each time
    config.mdx_configs = {}
    # Every template and asset is ours: of Material's 14,000 files MkDocs would only copy what no page asks for.
    del config.theme.dirs[1:]
    config.theme.static_templates.discard("sitemap.xml")
    environment = config.theme.get_env()
    environment.bytecode_cache = COMPILED
    environment.auto_reload = True  # `serve` asks the same one after each save
    setattr(config.theme, "get_env", lambda: environment)  # noqa: B010 - MkDocs lends no other way in
    return config


def template_mistake(root: Path, error: TemplateError) -> str:
    """Return what Jinja says, after the file and line where it stopped: in `site_overrides/` or an item's template."""
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        path = Path(frame.filename)
        if path.suffix in (".html", ".j2"):
            shown = path.relative_to(root) if root in path.parents else path
            return f"{shown.as_posix()}:{frame.lineno}: {error.message}"
    return str(error)


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, since in strict mode that is why it stops."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
