"""Games in a real browser: every ending with only a keyboard, from table and engine, and what may go wrong."""

from __future__ import annotations

import html
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from game_engine.codec import encode
from game_engine.play import replay
from game_engine.review import review
from tests.browser.fixtures import Recorder
from tests.browser.games import (
    AID,
    DECK,
    FEEDBACK,
    GAMES,
    HEADING,
    ROOT,
    TRAINERS,
    BuiltGame,
    built_game,
    feedback_of,
    open_game,
    play_by_keys,
    restart_by_keys,
    state,
    tab_to,
    take_by_keys,
)
from tests.browser.server import Server, serve

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
NEVER = 3600.0  # seconds
WORKER = "*/baken-engine-worker.js"
NO_WASM = {"*": {"Content-Security-Policy": "script-src 'self'"}}
STORED = """async () => ({
  local: localStorage.length, session: sessionStorage.length, cookie: document.cookie,
  databases: (await indexedDB.databases()).length, caches: (await caches.keys()).length})"""


@pytest.fixture(scope="session")
def site(built_site: Path) -> Iterator[Server]:
    """The built site on a web server."""
    with serve(built_site) as server:
        yield server


@pytest.fixture(scope="session")
def slow_site(built_site: Path) -> Iterator[Server]:
    """The built site on a server whose engine never arrives."""
    with serve(built_site, delays={WORKER: NEVER}) as server:
        yield server


@pytest.fixture
def trainer(built_site: Path) -> BuiltGame:
    """A training."""
    return built_game(built_site, TRAINERS[0])


def text(html_text: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", html_text)).split())


def first_harm(game: BuiltGame) -> tuple[str, ...]:
    """Return the way to an ending that is not safe."""
    ways = game.endings()
    return next(way for ending, way in ways.items() if game.rules.endings[ending].result != "safe")


@pytest.mark.parametrize("source", ["table", "engine"])
@pytest.mark.parametrize("name", GAMES)
def test_every_ending_by_keyboard(
    built_site: Path, site: Server, slow_site: Server, page: Page, recorder: Recorder, name: str, source: str
) -> None:
    """Every ending can be reached with only a keyboard, and the state is then CPython's, from table and engine."""
    game = built_game(built_site, name)
    open_game(page, (site if source == "engine" else slow_site).url + game.path, source)
    for ending in game.endings():
        seed = state(page)["seed"]
        way = game.endings(seed)[ending]
        play_by_keys(page, game, way, seed)
        assert state(page) == game.state(way, seed)
        assert state(page)["ending"] == ending
        assert page.get_attribute("baken-game", "source") == source
        assert text(game.play["game"]["endings"][ending]["text"])[:60] in text(page.inner_html("baken-ending"))
        if source == "engine" and name in TRAINERS:
            assert_debrief(page, game, way)
        restart_by_keys(page)
        assert state(page)["log"] == []
    assert recorder.foreign == []
    assert recorder.errors == []


def test_the_engine_takes_the_log_over(built_site: Path, page: Page, recorder: Recorder, trainer: BuiltGame) -> None:
    """A play that began on the table goes on with the engine, in the same place, without anyone noticing."""
    way = trainer.endings()[next(iter(trainer.endings()))]
    with serve(built_site, delays={"/engine/engine.json": 2.0}) as server:
        open_game(page, server.url + trainer.path, "table")
        play_by_keys(page, trainer, way[:2])
        shown = page.inner_html(".game__stage")
        page.wait_for_selector("baken-game[source=engine]", timeout=40_000)
        assert page.inner_html(".game__stage") == shown
        for done in range(2, len(way)):
            take_by_keys(page, trainer, way[:done], way[done])
        assert state(page) == trainer.state(way)
    assert recorder.errors == []


def assert_debrief(page: Page, game: BuiltGame, way: Sequence[str]) -> None:
    """The debrief shows what the engine's review says: steps, first divergence, goals, what to read."""
    found = review(game.rules, replay(game.rules, 0, way), game.yardstick)
    for status in ("taken", "early", "missed", "skipped"):
        count = sum(step["status"] == status for step in found["steps"])
        assert page.locator(f".debrief__step--{status}").count() == count
    assert page.locator(".debrief__choice").count() == len(way)
    if found["divergence"]:
        assert f"scène {found['divergence']['at'] + 1}" in page.inner_text(".debrief__fork")
        assert page.locator(".debrief__fork li").count() == len(found["divergence"]["better"])
    else:
        assert page.locator(".debrief__fork").count() == 0
    assert page.locator(".debrief__goal").count() == len(found["objectives"])
    links = [game.play["links"][ref]["title"] for ref in found["read"]]
    assert page.locator(".debrief .see__link").all_inner_texts() == links


def test_the_engine_is_right(site: Server, page: Page, recorder: Recorder, trainer: BuiltGame) -> None:
    """If table and engine differ, that is our bug: it is reported, and the engine's state is shown."""
    table = trainer.play["tables"][0]
    place, values, targets = table["nodes"][0]
    wrong = {**table, "nodes": [[place, [value + 1 for value in values], targets], *table["nodes"][1:]]}
    page.route("**/play/*.json", lambda route: route.fulfill(json={**trainer.play, "tables": [wrong]}))
    open_game(page, site.url + trainer.path, "engine")
    page.wait_for_timeout(100)
    assert state(page) == trainer.state(())
    assert ["differ" in error for error in recorder.errors] == [True]


def test_debrief_grows_when_the_engine_comes(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """Whoever is done before the engine is there sees the path at once, and the rest as soon as it can be said."""
    way = first_harm(trainer)
    with serve(built_site, delays={"/engine/engine.json": 4.0}) as server:
        open_game(page, server.url + trainer.path, "table")
        play_by_keys(page, trainer, way)
        assert page.locator(".debrief__choice").count() == len(way)
        assert page.locator(".debrief__step").count() == 0
        page.wait_for_selector(".debrief__step", timeout=40_000)
        assert page.locator(HEADING).count() == 1


def test_feedback_at_once(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """A choice gets its feedback: what happens, the verdict in words, and a link to the guidance that exists."""
    scene = trainer.play["game"]["start"]
    open_game(page, slow_site.url + trainer.path)
    for choice in trainer.play["game"]["scenes"][scene]["choices"]:
        page.click(f"button.choice[value={choice['id']}]")
        page.wait_for_selector(FEEDBACK)
        assert text(page.inner_html(".feedback__text")) == text(feedback_of(trainer, scene, choice["id"]))
        assert page.inner_text(".feedback__verdict")
        assert text(feedback_of(trainer, scene, choice["id"])) in text(
            page.inner_text("baken-game > [role=status]:not(:empty)")
        )
        links = page.locator(".feedback .see__link")
        assert links.count() == len(choice["see"])
        assert page.request.get(links.first.evaluate("link => link.href")).ok
        page.click("[data-do=undo]")
        page.wait_for_selector(HEADING)
        assert state(page) == trainer.state(())


def test_undo_is_the_step_before(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """A step back gives the state before the choice, all the way to the start."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way)
    for left in range(len(way) - 1, -1, -1):
        tab_to(page, "e.dataset.do === 'undo'")
        page.keyboard.press("Enter")
        page.wait_for_selector(HEADING)
        assert state(page) == trainer.state(way[:left])
    assert page.locator("[data-do]").count() == 0


def test_restart_asks_when_something_would_be_lost(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """In the middle of a play, starting again asks first; the keyboard can answer both ways."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way[:1])
    tab_to(page, "e.dataset.do === 'restart'")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-do=stay]:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector("[data-do=restart]:focus")
    assert state(page) == trainer.state(way[:1])
    page.keyboard.press("Enter")
    tab_to(page, "e.dataset.do === 'restart-now'")
    page.keyboard.press("Enter")
    page.wait_for_selector(HEADING)
    assert state(page) == trainer.state(())
    page.reload()
    page.wait_for_selector("baken-game[source]")
    assert state(page) == trainer.state(())


def test_a_training_goes_on_after_a_reload(slow_site: Server, page: Page, trainer: BuiltGame) -> None:
    """After a reload a training goes on where it was, in the middle and at the end; the save is the codec's text."""
    way = first_harm(trainer)
    open_game(page, slow_site.url + trainer.path)
    play_by_keys(page, trainer, way[:2])
    kept = page.evaluate("key => sessionStorage.getItem(key)", f"baken-spel:{trainer.id}")
    assert kept == encode(trainer.rules, replay(trainer.rules, 0, way[:2]))
    page.reload()
    page.wait_for_selector("baken-game[source].game--begun")
    assert state(page) == trainer.state(way[:2])
    assert "verder waar je was" in page.inner_text(".game__notice")
    tab_to(page, "e.matches('baken-game button.choice')")
    for done in range(2, len(way)):
        take_by_keys(page, trainer, way[:done], way[done])
    page.reload()
    page.wait_for_selector("baken-ending")
    assert state(page) == trainer.state(way)
    assert "al klaar" in page.inner_text(".game__notice")


def signed(body: str) -> str:
    """Return a save whose checksum is right."""
    return f"{body}~{zlib.crc32(body.encode()):08x}"


@pytest.mark.parametrize(
    ("save", "words"),
    [
        pytest.param("hallo", "niet leesbaar", id="not a save"),
        pytest.param("B1~{id}~{version}~0~" + "x" * 20_000 + "~00000000", "te lang", id="too long"),
        pytest.param(signed("B2~{id}~{version}~0~"), "andere versie", id="a format of later"),
        pytest.param("B1~{id}~{version}~0~{choice}~00000000", "beschadigd", id="damaged"),
        pytest.param("B1~chips-als-ontbijt~{version}~0~{choice}", "ander spel", id="another game"),
        pytest.param("B1~{id}~000000000000~0~{choice}", "veranderd", id="the game has changed"),
        pytest.param("B1~{id}~{version}~0~bestaat-niet", "die niet kan", id="a choice that cannot be made"),
    ],
)
def test_a_bad_save_is_refused(slow_site: Server, page: Page, trainer: BuiltGame, save: str, words: str) -> None:
    """A save that is corrupt or foreign is refused with a sentence and a fresh start; nothing else is lost."""
    choice = trainer.play["game"]["scenes"][trainer.play["game"]["start"]]["choices"][0]["id"]
    line = save.replace("{id}", trainer.id).replace("{version}", trainer.rules.version).replace("{choice}", choice)
    line = signed(line) if line.count("~") == 4 else line
    page.goto(slow_site.url + "weg/")
    keep = "([key, save]) => {sessionStorage.setItem(key, save); sessionStorage.setItem('iets-anders', 'blijft')}"
    page.evaluate(keep, [f"baken-spel:{trainer.id}", line])
    open_game(page, slow_site.url + trainer.path)
    assert words in page.inner_text(".game__notice")
    assert state(page) == trainer.state(())
    assert page.evaluate("sessionStorage.getItem('iets-anders')") == "blijft"
    play_by_keys(page, trainer, [choice])
    assert state(page) == trainer.state([choice])


@pytest.mark.parametrize(
    "wrong", [pytest.param({"types": {".wasm": "text/plain"}}, id="type"), pytest.param({"headers": NO_WASM}, id="csp")]
)
def test_without_the_engine(built_site: Path, page: Page, trainer: BuiltGame, wrong: dict[str, dict[str, str]]) -> None:
    """Where the engine cannot start, one honest line says so, and the play goes on to a shorter debrief."""
    way = first_harm(trainer)
    with serve(built_site, **wrong) as server:  # type: ignore[arg-type]
        open_game(page, server.url + trainer.path)
        page.wait_for_selector("text=De oefenmotor start niet; je speelt verder zonder.", timeout=10_000)
        play_by_keys(page, trainer, way)
        assert state(page) == trainer.state(way)
    assert page.get_attribute("baken-game", "source") == "table"
    assert page.locator(".debrief__choice").count() == len(way)
    assert page.locator(".debrief__choice .verdict-mark").count() == len(way)
    assert page.locator(".debrief__step").count() == 0
    said = text(page.inner_html(".debrief"))
    assert all(text(feedback_of(trainer, trainer.state(way[:at])["scene"], way[at])) in said for at in range(len(way)))


def test_the_engine_dies_in_a_training(site: Server, page: Page, trainer: BuiltGame) -> None:
    """If the engine is ended, as a phone may do without a word, a training goes on where it was."""
    way = first_harm(trainer)
    open_game(page, site.url + trainer.path, "engine")
    play_by_keys(page, trainer, way[:1])
    page.workers[0].evaluate("self.close()")
    for done in range(1, len(way)):
        take_by_keys(page, trainer, way[:done], way[done])
    assert state(page) == trainer.state(way)
    assert "je speelt verder zonder" in page.inner_text("baken-engine-status")
    assert page.locator(".debrief__choice").count() == len(way)


def test_the_engine_dies_in_a_deck(site: Server, page: Page, built_site: Path) -> None:
    """A shuffle that only the engine knows cannot go on without it: the cards are shuffled again, and it is said."""
    game = built_game(built_site, DECK)
    open_game(page, site.url + game.path, "engine")
    page.click("button.choice[value=spelers-2]")
    page.wait_for_selector(HEADING)
    while state(page)["seed"] < len(game.play["tables"]):
        page.click("[data-do=restart]")
        page.click("[data-do=restart-now]")
        page.wait_for_selector(HEADING)
        page.click("button.choice[value=spelers-2]")
        page.wait_for_selector('baken-game[moves="1"]')
    page.workers[0].evaluate("self.close()")
    page.click("button.choice[value=verder]")
    page.wait_for_selector("text=De kaarten zijn opnieuw geschud")
    seed = state(page)["seed"]
    way = next(iter(game.endings(seed).values()))
    play_by_keys(page, game, way, seed)
    assert state(page) == game.state(way, seed)


def test_without_its_file_a_game_can_be_read(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """If what a game is played from does not arrive, the page says so and shows the whole text."""
    page.route("**/play/*.json", lambda route: route.fulfill(status=404))
    with serve(built_site) as server:
        page.goto(server.url + trainer.path)
        page.wait_for_selector("text=Het spel kon niet laden.")
    assert page.is_visible("#lezen")


def test_a_choice_before_the_game_is_there(built_site: Path, page: Page, trainer: BuiltGame) -> None:
    """The first scene is in the page, so a choice can be made at once; it counts when the game has come."""
    choice = trainer.play["game"]["scenes"][trainer.play["game"]["start"]]["choices"][1]["id"]
    with serve(built_site, delays={"/play/*": 1.0, WORKER: NEVER}) as server:
        page.goto(server.url + trainer.path)
        page.click(f"button.choice[value={choice}]")
        page.wait_for_selector(FEEDBACK)
    assert state(page) == trainer.state([choice])


@pytest.mark.parametrize("name", GAMES)
def test_nothing_moves_when_the_player_starts(slow_site: Server, browser: Browser, built_site: Path, name: str) -> None:
    """The first scene of the build and of the player are the same, in the same place."""
    places = []
    for script in (False, True):
        context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=script)
        page = context.new_page()
        page.goto(slow_site.url + built_game(built_site, name).path)
        if script:
            page.wait_for_selector("baken-game[source]")
        parts = page.locator("baken-game :is(.game__stage, .scene__count, .scene__text, .scene__ask, .choice)").all()
        places.append([(part.bounding_box(), part.inner_text()) for part in parts])
        context.close()
    assert len(places[0]) > 5
    assert places[0] == places[1]


@pytest.mark.parametrize("name", GAMES)
def test_without_javascript_all_can_be_read(slow_site: Server, browser: Browser, built_site: Path, name: str) -> None:
    """Without JavaScript every scene, choice, feedback and ending is in the page, and links lead through it."""
    game = built_game(built_site, name)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(slow_site.url + game.path)
    source = page.content()
    said = text(source)
    for scene in [*game.play["game"]["scenes"].values(), *game.play["game"]["endings"].values()]:
        mechanics = name == DECK and scene.get("choices")
        told = [scene] if mechanics else [scene, *scene.get("choices", ())]
        for part in told:
            for key in ("ask", "text", "feedback", "deeper", "title"):
                words = part.get(key, "")
                if words and not (name == DECK and key in ("title", "ask")):
                    assert text(words) in said, words
    links = set(re.findall(r'href="#([^"]+)"', source))
    assert links <= set(re.findall(r'id="([^"]+)"', source))
    if name != DECK:
        assert page.is_visible("#lezen")
        page.locator("baken-game a.choice").first.click()
        assert page.url.partition("#")[2].startswith("keuze-")
    context.close()


@pytest.mark.parametrize("name", [AID, DECK])
def test_aids_and_decks_store_nothing(slow_site: Server, page: Page, built_site: Path, name: str) -> None:
    """A real case and a conversation leave nothing on the device, and a reload starts afresh."""
    game = built_game(built_site, name)
    open_game(page, slow_site.url + game.path)
    seed = state(page)["seed"]
    way = next(iter(game.endings(seed).values()))
    play_by_keys(page, game, way, seed)
    nothing = {"local": 0, "session": 0, "cookie": "", "databases": 0, "caches": 0}
    assert page.evaluate(STORED) == nothing
    page.reload()
    page.wait_for_selector("baken-game[source]")
    assert state(page)["log"] == []
    assert page.evaluate(STORED) == nothing


def test_the_note_of_an_aid(slow_site: Server, page: Page, built_site: Path) -> None:
    """An aid ends with the note that CPython makes, to copy; no score, no verdict."""
    game = built_game(built_site, AID)
    way = max(game.endings().values(), key=len)
    note = "\n".join(review(game.rules, replay(game.rules, 0, way))["note"])
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_game(page, slow_site.url + game.path)
    play_by_keys(page, game, way)
    assert page.input_value(".note__text") == note
    assert page.locator(".verdict-mark, .feedback, .ending__result").count() == 0
    tab_to(page, "e.matches('.note__copy')")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=Gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == note


def test_a_note_without_a_clipboard(slow_site: Server, page: Page, built_site: Path) -> None:
    """Where the browser does not let us copy, the note is selected and the reader is told."""
    game = built_game(built_site, AID)
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    open_game(page, slow_site.url + game.path)
    play_by_keys(page, game, next(iter(game.endings().values())))
    page.click(".note__copy")
    page.wait_for_selector("text=kopieer hem zelf")
    assert page.evaluate("getSelection().toString()") == page.input_value(".note__text")


def test_the_deck_on_a_phone(slow_site: Server, browser: Browser, built_site: Path) -> None:
    """A card fills the screen; passing weighs as much as talking; the adult's text closes itself, outside the game."""
    game = built_game(built_site, DECK)
    context = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    page = context.new_page()
    open_game(page, slow_site.url + game.path)
    page.get_by_role("link", name="Lees dit eerst").click()
    page.wait_for_selector(".for-adult__text", state="visible")
    seed = state(page)["seed"]
    play_by_keys(page, game, ["spelers-3", "verder", "beginnen", "besproken"], seed)
    assert "Speler 2" in page.inner_text(".play-card__turn")
    talk, skip = (page.locator(f".choice[value={choice}]") for choice in ("besproken", "pas"))
    (a, b), face = (talk.bounding_box(), skip.bounding_box()), page.locator(".play-card__face").bounding_box()
    assert a and b and face
    assert (a["width"], a["height"], a["y"]) == pytest.approx((b["width"], b["height"], b["y"]), abs=0.5)
    look = "element => [getComputedStyle(element).backgroundColor, getComputedStyle(element).fontWeight]"
    assert talk.evaluate(look) == skip.evaluate(look)
    assert face["width"] > 350
    assert face["height"] > 844 * 0.6
    assert b["y"] + b["height"] <= 844 - 56
    assert page.locator("baken-game .for-adult").count() == 0
    assert not page.is_visible(".for-adult__text")
    context.close()


def test_the_deck_is_shuffled_anew(site: Server, page: Page, built_site: Path) -> None:
    """With the engine a new play has any seed, and its cards come in CPython's order."""
    game = built_game(built_site, DECK)
    open_game(page, site.url + game.path, "engine")
    seeds = set()
    for _ in range(3):
        seed = state(page)["seed"]
        seeds.add(seed)
        way = next(iter(game.endings(seed).values()))
        play_by_keys(page, game, way, seed)
        assert state(page) == game.state(way, seed)
        restart_by_keys(page)
    assert max(seeds) > len(game.play["tables"])


def test_the_deck_on_paper(slow_site: Server, page: Page, built_site: Path) -> None:
    """On paper every card and every closing question is there, and nothing of the game or of the adult's page."""
    game = built_game(built_site, DECK)
    open_game(page, slow_site.url + game.path)
    page.emulate_media(media="print")
    cards = page.locator(".sheet-card").all()
    assert len(cards) == sum(id.startswith(("kaart-", "slotronde-")) for id in game.play["game"]["scenes"])
    for card in cards:
        assert card.is_visible()
        box = card.bounding_box()
        assert box
        assert box["height"] > 100
        assert box["width"] < 700
    assert not page.is_visible("baken-game")
    assert not page.is_visible(".for-adult")


@pytest.mark.parametrize(
    ("name", "scheme"),
    [(TRAINERS[0], "light"), (TRAINERS[1], "dark"), (AID, "light"), (AID, "dark"), (DECK, "light"), (DECK, "dark")],
)
def test_no_axe_violation(
    site: Server, slow_site: Server, browser: Browser, built_site: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    """axe finds nothing wrong in a game: at the start, at every kind of feedback, on the way, at the end."""
    game = built_game(built_site, name)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    open_game(page, (site if name in TRAINERS else slow_site).url + game.path)
    page.add_script_tag(path=AXE)
    found = [*violations(page, "document")]
    if name in TRAINERS:
        for choice in page.locator("button.choice").all():
            choice.click()
            page.wait_for_selector(FEEDBACK)
            found += violations(page)
            page.click("[data-do=undo]")
            page.wait_for_selector(HEADING)
    seed = state(page)["seed"]
    way = first_harm(game) if name in TRAINERS else max(game.endings(seed).values(), key=len)
    play_by_keys(page, game, way[:1], seed)
    tab_to(page, "e.dataset.do === 'restart'")
    page.keyboard.press("Enter")
    found += violations(page)
    page.keyboard.press("Escape")
    tab_to(page, "e.matches('baken-game button.choice')")
    for done in range(1, len(way)):
        take_by_keys(page, game, way[:done], way[done], seed)
        if name == DECK:
            found += violations(page)
    if name in TRAINERS:
        page.wait_for_selector(".debrief__step", timeout=40_000)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found += violations(page, "document")
    assert found == []
    context.close()


def violations(page: Page, where: str = "'baken-game'") -> list[str]:
    """Return what axe finds wrong as it is now, in the game or in the whole document."""
    result = page.evaluate(f"axe.run({where}, {{resultTypes: ['violations']}})")
    return [f"{each['id']}: {node['target']} {node['html']}" for each in result["violations"] for node in each["nodes"]]
