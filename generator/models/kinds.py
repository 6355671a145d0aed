"""The kinds of content and of games: folder, model and what they are called. The folder also starts the URL."""

from __future__ import annotations

from dataclasses import dataclass

from game_engine.scenario import Aid, Conversation, Decision, Game
from generator.models.area import Area
from generator.models.fields import Item
from generator.models.figure import Figure
from generator.models.organisation import Organisation
from generator.models.page import Page
from generator.models.programme import Programme
from generator.models.protocol import Protocol
from generator.models.sharing import SharingQuestion
from generator.models.signals import SignalList
from generator.models.source import Source
from generator.models.term import Term


@dataclass(frozen=True)
class Kind:
    """A kind: its name in commands, its folder in the URL and under `content/`, its model, and one of it in Dutch."""

    name: str
    folder: str
    model: type[Item] | type[Game]
    label: str

    @property
    def is_game(self) -> bool:
        """Whether people play it, so that it lives in `scenarios/`."""
        return self in GAME_KINDS


KINDS = (
    Kind("protocol", "protocollen", Protocol, "Protocol"),
    Kind("signals", "signalen", SignalList, "Signalenlijst"),
    Kind("sharing", "informatie-delen", SharingQuestion, "Informatie delen"),
    Kind("organisation", "sociale-kaart/organisaties", Organisation, "Organisatie"),
    Kind("area", "sociale-kaart/gebieden", Area, "Gebied"),
    Kind("programme", "programmas", Programme, "Programma"),
    Kind("figure", "cijfers", Figure, "Cijfers"),
    Kind("term", "begrippen", Term, "Begrip"),
    Kind("source", "bronnen", Source, "Bron"),
    Kind("page", "pages", Page, "Pagina"),
)
GAME_KINDS = (
    Kind("decision", "oefenen", Decision, "Oefening"),
    Kind("aid", "keuzehulp", Aid, "Keuzehulp"),
    Kind("conversation", "samen-spelen", Conversation, "Gespreksspel"),
)
BY_FOLDER = {kind.folder: kind for kind in KINDS}
BY_NAME = {kind.name: kind for kind in (*KINDS, *GAME_KINDS)}
