"""Addresses as one page sees another: always relative, so that the site also works from a folder or a file."""

from __future__ import annotations

from generator.models.page import HOME


def depth_prefix(ref: str) -> str:
    """Return the way from the page of `ref` up to the root of the site."""
    return "" if ref == HOME else "../" * (ref.count("/") + 1)


def relative_url(own: str, target: str) -> str:
    """Return the address of `target` (`folder/id#anchor`) as seen from the page of `own`."""
    ref, hash_, anchor = target.partition("#")
    if not ref or ref == own:
        return f"#{anchor}" if anchor else "./"
    path = depth_prefix(own) + ("" if ref == HOME else f"{ref}/")
    return (path or "./") + hash_ + anchor
