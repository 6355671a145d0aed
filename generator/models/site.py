"""What `mkdocs.yml` must say for every page to be safe: where quick exit leads, and the emergency numbers."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.models.fields import WEB, AnyRef, Frozen, Line

DIALLED = re.compile(r"tel:\+?[0-9]+")


def _web(text: str) -> str:
    if not WEB.fullmatch(text):
        message = "`{found}` cannot be opened; write it as `https://www.example.nl/`"
        raise PydanticCustomError("bad-web-address", message, {"found": text})
    return text


def _dialled(text: str) -> str:
    if not DIALLED.fullmatch(text):
        raise PydanticCustomError(
            "bad-phone", "`{found}` cannot be dialled; write it as `tel:08002000`", {"found": text}
        )
    return text


class EmergencyNumber(Frozen):
    """A number on every page. `href` dials it, `ref` is the organisation that it is checked against."""

    label: Line
    number: Line
    href: Annotated[str, AfterValidator(_dialled)]
    ref: AnyRef
    note: Line


class MenuEntry(Frozen):
    """A part of the site in the menu of every page; `section` is the page that opens it."""

    section: AnyRef
    title: Line
    text: Line
    main: bool


class FooterEntry(Frozen):
    """A link at the foot of every page; `path` is the address of a page from the root, `./` for home."""

    title: Line
    path: Line

    @property
    def ref(self) -> str:
        """The page that the path leads to."""
        return self.path.removeprefix("./").removesuffix("/") or "index"


class Extra(BaseModel):
    """Our own settings; others there are the site builder's business."""

    model_config = ConfigDict(frozen=True)

    exit_url: Annotated[str, AfterValidator(_web)]
    emergency: Annotated[tuple[EmergencyNumber, ...], Field(min_length=1)]
    menu: tuple[MenuEntry, ...] = ()
    footer: tuple[FooterEntry, ...] = ()


class Site(BaseModel):
    """The settings of the site builder, as far as Baken depends on them."""

    model_config = ConfigDict(frozen=True)

    extra: Extra
