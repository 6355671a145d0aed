"""How search reads a question, on a few made-up items."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

import pytest

from generator.build.assets import stemmer_script
from generator.build.node import run_node
from tests.conftest import ROOT
from tests.search.asking import ask


def document(id: str, kind: str, title: str, summary: str, **more: Any) -> dict[str, Any]:
    """Return a search document, as `generator.render.search` makes them."""
    return (
        {"id": id, "kind": kind, "title": title, "summary": summary}
        | {key: more.get(key, []) for key in ("synonyms", "words", "names", "texts")}
        | ({"phone": more["phone"]} if "phone" in more else {})
    )


DOCUMENTS = [
    document("protocollen/huisverbod", "Protocol", "Tijdelijk huisverbod", "De dader moet het huis uit."),
    document("begrippen/huisverbod", "Begrip", "Huisverbod", "Een verbod om thuis te komen."),
    document("begrippen/ots", "Begrip", "Ondertoezichtstelling", "De rechter stelt een voogd aan.", synonyms=["OTS"]),
    document("protocollen/voogd", "Protocol", "Praten met de voogd", "Bij een ondertoezichtstelling is er een voogd."),
    document(
        "sociale-kaart/organisaties/veilig-thuis",
        "Organisatie",
        "Veilig Thuis",
        "Advies over geweld.",
        synonyms=["AMK"],
        phone="0800-2000",
    ),
    document("begrippen/mishandeling", "Begrip", "Kindermishandeling", "Kinderen slaan is mishandeling."),
    document("begrippen/offer", "Begrip", "Offer", "Een offer brengen na een slacht."),
    document("begrippen/slachtoffer", "Begrip", "Slachtoffer", "Wie geweld meemaakt."),
    document(
        "signalen/kind",
        "Signalenlijst",
        "Wat je merkt",
        "Een kind is stil.",
        words=["honger"],
        texts=["Het kind eet niets. Het kind heeft blauwe plekken. Er is ruzie."],
    ),
    document("redactie/fouten", "Voor redacteuren", "Fouten over huisverbod", "Uitleg voor redacteuren."),
    document("programmas/toontje", "Programma", "Tijd voor Toontje", "Voor kleuters."),
    document("programmas/mda", "Programma", "MDA++", "Veel hulpverleners samen."),
]


def index_of(documents: list[dict[str, Any]], folder: Path) -> str:
    """Return the index that the build makes of documents, by way of a file in `folder`."""
    path = folder / "documents.jsonl"
    path.write_text("\n".join(map(json.dumps, documents)), "utf-8")
    return run_node(ROOT / "site_overrides" / "build-search" / "index.mjs", (), f"{path}\n")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scripts of search, and the index of the documents above, as they lie in a site."""
    folder = tmp_path_factory.mktemp("search")
    shutil.copytree(ROOT / "site_overrides" / "assets", folder / "assets")
    (folder / "assets" / "vendor").mkdir()
    shutil.copy(
        ROOT / "node_modules" / "minisearch" / "dist" / "umd" / "index.js", folder / "assets/vendor/minisearch.js"
    )
    (folder / "assets" / "vendor" / "stemmer.js").write_bytes(stemmer_script(ROOT).data)
    (folder / "search").mkdir()
    (folder / "search" / "index.js").write_text(index_of(DOCUMENTS, folder), "utf-8")
    return folder


def found(site: Path, question: str) -> list[str]:
    """Return the ids of what was found, the best first."""
    return [each["id"] for each in ask(site, questions=[question])["answers"][0]["found"]]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        pytest.param("huisverbod", "protocollen/huisverbod", id="what to do before what it means"),
        pytest.param("huis verbod", "protocollen/huisverbod", id="a word in two"),
        pytest.param("HUISVERBODEN", "protocollen/huisverbod", id="another form, in capitals"),
        pytest.param("huisverbot", "protocollen/huisverbod", id="a wrong letter"),
        pytest.param("huisvebrod", "protocollen/huisverbod", id="two letters changed places"),
        pytest.param("mishendeling", "begrippen/mishandeling", id="a wrong letter in a part of a word"),
        pytest.param("toontije", "programmas/toontje", id="a sound that is written otherwise"),
        pytest.param("veiligthuis", "sociale-kaart/organisaties/veilig-thuis", id="two words in one"),
        pytest.param("tijdvoortoontje", "programmas/toontje", id="three words in one"),
        pytest.param("mishandeling", "begrippen/mishandeling", id="the last part of a compound"),
        pytest.param("kindermish", "begrippen/mishandeling", id="the start of a word, while typing"),
        pytest.param("AMK", "sociale-kaart/organisaties/veilig-thuis", id="an old name"),
        pytest.param("0800 2000", "sociale-kaart/organisaties/veilig-thuis", id="a number in parts"),
        pytest.param("08002000", "sociale-kaart/organisaties/veilig-thuis", id="a number in one"),
        pytest.param("telefoonnummer veilig thuis", "sociale-kaart/organisaties/veilig-thuis", id="an aside"),
        pytest.param("honger", "signalen/kind", id="an everyday word"),
        pytest.param("wat moet ik doen als een kind blauwe plekken heeft", "signalen/kind", id="a whole sentence"),
        pytest.param("geslagen", "begrippen/mishandeling", id="a strong verb"),
        pytest.param("mda plus plus", "programmas/mda", id="signs in words"),
        pytest.param("mda++", "programmas/mda", id="signs"),
    ],
)
def test_finds_first(site: Path, question: str, first: str) -> None:
    """However it is written, the right item comes first."""
    assert found(site, question)[:1] == [first]


def test_another_name_finds_texts_that_use_the_name(site: Path) -> None:
    """An abbreviation also finds the item that only uses the word in full."""
    assert found(site, "OTS") == ["begrippen/ots", "protocollen/voogd"]


def test_a_false_split_is_none(site: Path) -> None:
    """A slachtoffer is no offer."""
    assert found(site, "offer") == ["begrippen/offer"]


def test_pages_for_editors_come_last(site: Path) -> None:
    """Who looks for help does not look for how the site is written."""
    assert found(site, "huisverbod")[-1] == "redactie/fouten"


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        pytest.param("huisverbot", "huisverbod", id="one word"),
        pytest.param("tijdelijk huisvebrod", "tijdelijk huisverbod", id="in a question"),
        pytest.param("huisverbod", "", id="nothing wrong"),
        pytest.param("ruzje", "", id="too short to tell"),
    ],
)
def test_says_what_was_probably_meant(site: Path, question: str, meant: str) -> None:
    """A word that was read as another is said, as the site writes it."""
    assert ask(site, questions=[question])["answers"][0]["meant"] == meant


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        pytest.param("blauwe plek", "Het kind heeft [blauwe] [plekken].", id="the sentence of a text"),
        pytest.param("stil kind", "Een [kind] is [stil].", id="the summary"),
        pytest.param("honger", "Een kind is stil.", id="the summary, if no sentence has the word"),
    ],
)
def test_shows_the_sentence_that_fits(site: Path, question: str, sentence: str) -> None:
    """The words that were looked for are marked, in whatever form they stand."""
    assert ask(site, questions=[question])["answers"][0]["found"][0]["sentence"] == sentence


@pytest.mark.parametrize("question", ["", "   ", "?!", "het", "zzzzqqqq", "constructor", "a" * 500])
def test_a_question_without_an_answer(site: Path, question: str) -> None:
    """Nothing is found, and nothing breaks."""
    assert found(site, question) == []


def test_the_same_documents_give_the_same_index(site: Path, tmp_path: Path) -> None:
    """So that a build without changes changes nothing."""
    assert index_of(DOCUMENTS, tmp_path) == (site / "search" / "index.js").read_text("utf-8")


def test_a_word_without_end_does_not_keep_a_page_waiting(site: Path) -> None:
    """No word is as long as a page: what someone pasted is left out."""
    start = time.monotonic()
    (answer,) = ask(site, questions=["huisverbod " + "verkrachting" * 1_000])["answers"]
    assert "begrippen/huisverbod" in [found["id"] for found in answer["found"]]
    assert time.monotonic() - start < 10


@pytest.mark.parametrize(("before", "counts"), [(39, True), (40, False)])
def test_the_first_words_of_a_long_text_count(site: Path, before: int, counts: bool) -> None:
    """Who pastes a page gets what its first forty words ask, and need not wait for the rest."""
    (answer,) = ask(site, questions=["kwast " * before + "huisverbod"])["answers"]
    assert ("begrippen/huisverbod" in [found["id"] for found in answer["found"]]) == counts
