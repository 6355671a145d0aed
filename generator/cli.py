"""The command `baken`. Only this module prints and says how to exit: 0 all is well, 1 Problems, 2 wrong usage.

What only one command needs is imported there, since each command waits for all that is imported here.
"""

from __future__ import annotations

import datetime
import gc
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape

from generator import pipeline
from generator.build import BuildError
from generator.check.scenarios import obstacles
from generator.library import Library
from generator.load import load_bytes
from generator.models.kinds import BY_NAME
from generator.problems import CODES, Problem, closest
from generator.source_texts import UnreadableTextsError, read_texts

app = typer.Typer(help="Baken: van YAML naar een kennisbank en oefeningen.", no_args_is_help=True)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)


def project() -> Path:
    """Return the project's root: the nearest folder upwards with `mkdocs.yml` and `content/`."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "mkdocs.yml").is_file() and (folder / "content").is_dir():
            return folder
    raise _wrong("Hier is geen Baken-project; ga naar de map met `mkdocs.yml` en `content/`.")


@app.command()
def check(
    texts: Annotated[
        Path | None, typer.Option(help="Map met de teksten van de bronnen, om elk getal na te slaan.", metavar="MAP")
    ] = None,
) -> None:
    """Controleer alle inhoud en bewijs de scenario's; bouw niets."""
    try:
        held_against = read_texts(texts) if texts else None
    except OSError as error:
        raise _wrong(f"De teksten in `{texts}` zijn niet te lezen: {error.strerror} ({error.filename}).") from error
    except UnreadableTextsError as error:
        raise _wrong(f"De teksten in `{texts}` zijn niet te lezen: {error}.") from error
    reading = pipeline.read(project(), held_against)
    _stop_at(reading.problems)
    if reading.library:
        out.print(_counted(reading.library))
        out.print(
            f"Elk getal is nageslagen in de teksten van de bronnen in {escape(str(texts))}."
            if texts
            else "De teksten van de bronnen zijn niet nageslagen; dat doet `baken check --texts MAP`."
        )


@app.command()
def report() -> None:
    """Toon wat de redactie nog moet nakijken, herlezen of makkelijker schrijven."""
    from rich.table import Table

    from generator import report as reports

    reading = pipeline.read(project())
    _stop_at(reading.problems)
    if reading.library is None:
        return
    found = reports.report(reading.library)
    hard = [reports.Line(entry.ref, entry.title, f"{ease:.0f}") for ease, entry in reports.hardest(reading.library)]
    for title, lines in (
        ("Nog te controleren", found.unverified),
        ("Toe aan herlezen", found.due(datetime.date.today())),
        ("Zonder bron", found.unsourced),
        ("Door niemand genoemd", found.unused),
        (f"Moeilijker dan B1 (Flesch-Douma onder {reports.B1}; een richtlijn)", hard),
    ):
        table = Table("item", "wat", title=f"{title}: {len(lines)}", title_justify="left", expand=True)
        for line in lines:
            table.add_row(escape(line.ref), escape(line.note))
        out.print(table)


@app.command()
def build() -> None:
    """Bouw de site in build/site. Bij een fout blijft de vorige site staan."""
    root = project()
    gc.disable()  # what a build makes it keeps, and then this program ends
    with err.status("bouwen") as status:
        try:
            reading = pipeline.make(root, lambda step: status.update(escape(step)))
        except BuildError as error:
            err.print(f"De site is niet gebouwd; de vorige staat er nog. {escape(str(error))}")
            raise typer.Exit(1) from error
    _stop_at(reading.problems)
    if reading.library:
        out.print(f"{_counted(reading.library)} De site staat in build/site.")


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="Poort op 127.0.0.1; 0 kiest een vrije.", min=0, max=65535)] = 8000,
) -> None:
    """Bouw, toon de site op http://127.0.0.1:8000 en bouw opnieuw bij elke opslag."""
    from generator.serve import PortTakenError, SiteServer, rebuild_on_save

    root = project()
    lines = _rebuild(root)
    if not (root / "build" / "site").is_dir():
        raise typer.Exit(1)
    try:
        with SiteServer(root / "build" / "site", port) as server:
            server.status.lines = lines
            out.print(f"Baken staat op {server.url} (stoppen met Ctrl+C)")
            rebuild_on_save(root, server.status, lambda: _rebuild(root))
    except PortTakenError as error:
        raise _wrong(f"Poort {port} kan niet: {error}. Stop wat daar draait, of neem een vrije: `--port 0`.") from error
    except KeyboardInterrupt:
        out.print("Gestopt.")


@app.command()
def new(kind: str, id: str) -> None:
    """Maak een nieuw item of scenario om in te vullen."""
    from generator.new import new as new_file

    root = project()
    if kind not in BY_NAME:
        raise _wrong(f"Er is geen soort `{kind}`{_meant(kind, BY_NAME)}; kies uit: {', '.join(BY_NAME)}")
    try:
        path = new_file(root, BY_NAME[kind], id)
    except (FileExistsError, ValueError) as error:
        raise _wrong(str(error)) from error
    out.print(f"{path.relative_to(root)} staat klaar. Vul het in en draai `baken check`.")


@app.command()
def explain(code: str) -> None:
    """Leg een foutcode uit: wat er mis is, waarom het erop staat en hoe je het herstelt."""
    from rich.markdown import Markdown

    if code not in CODES:
        raise _wrong(f"Er is geen foutcode `{code}`{_meant(code, CODES)}; alle codes: {', '.join(sorted(CODES))}")
    path = project() / "content" / "pages" / "redactie" / "fouten" / f"{code}.yml"
    document = load_bytes(path.name, path.read_bytes())[0] if path.is_file() else None
    page = document.data if document else {}
    said = [page.get(key) for key in ("title", "summary", "text")]
    title, *rest = said if all(said) else [code, CODES[code]]  # without its page: the one line that every code has
    out.print(Markdown("\n\n".join((f"# {title}", *map(str, rest)))))


@app.command()
def play(
    scenario: str,
    seed: Annotated[int, typer.Option(help="Het getal dat de kaarten schudt.")] = 0,
) -> None:
    """Speel een scenario in de terminal."""
    from generator import terminal_play

    reading = pipeline.read(project())
    if reading.library is None:
        _stop_at(reading.problems)
        return
    games = {entry.id: entry for entry in reading.library.entries.values() if entry.kind.is_game}
    if scenario not in games:
        raise _wrong(f"Er is geen scenario `{scenario}`{_meant(scenario, games)}; kies uit: {', '.join(games)}")
    # A proof that fails is no reason to stop: an author wants to play the path that it names.
    _stop_at(tuple(obstacles(reading.library, games[scenario])))
    terminal_play.play(
        reading.library, games[scenario], seed, lambda: input("> "), lambda line: out.print(escape(line))
    )


def _wrong(message: str) -> typer.Exit:
    """Print what is wrong with the command, and return the exit for it."""
    err.print(escape(message))
    return typer.Exit(2)


def _rebuild(root: Path) -> tuple[str, ...]:
    """Build and return the lines about what went wrong; none if the site is new."""
    try:
        with err.status("bouwen") as status:
            problems = pipeline.make(root, lambda step: status.update(escape(step))).problems
        lines = tuple(str(problem) for problem in problems)
    except BuildError as error:
        lines = (str(error),)
    for line in lines:
        err.print(escape(line))
    out.print(f"{_mistakes(len(lines))}; de vorige site staat er nog." if lines else "De site is bijgewerkt.")
    return lines


def _stop_at(problems: tuple[Problem, ...]) -> None:
    """Print the Problems and exit with 1, if there are any."""
    for problem in problems:
        out.print(escape(str(problem)))
    if problems:
        err.print(f"{_mistakes(len(problems))} gevonden. Uitleg bij een code: `baken explain {problems[0].code}`.")
        raise typer.Exit(1)


def _mistakes(number: int) -> str:
    return "1 fout" if number == 1 else f"{number} fouten"


def _counted(library: Library) -> str:
    """Return how many items there are of each kind, in a sentence."""
    counts = Counter(entry.kind.name for entry in library.entries.values())
    kinds = ", ".join(f"{counts[name]} {name}" for name in BY_NAME if counts[name])
    return f"Alles klopt: {len(library.entries)} items ({kinds})."


def _meant(found: str, known: Iterable[str]) -> str:
    close = closest(found, known)
    return f"; bedoel je `{close}`?" if close else ""
