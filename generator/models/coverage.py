"""The coverage list `content/dekking.yml`: where each system that the sources hold has its place on the site."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.fields import AnyRef, Frozen, Line


class CoveredRow(Frozen):
    """A row of the inventory of the sources: the items that hold it, or why the site leaves it out.

    `source` and `row` name the row in `systems.tsv`, `name` is what it is called there.
    """

    source: Line
    row: Line
    name: Line
    items: tuple[AnyRef, ...] = ()
    left_out: Literal["intern", "persoonsgegevens", "buiten-bereik"] | None = None
    because: Line | None = None

    @model_validator(mode="after")
    def _has_a_place_or_a_reason(self) -> CoveredRow:
        reason = self.left_out is not None and self.because is not None
        if reason == bool(self.items) or (self.items and (self.left_out or self.because)):
            raise PydanticCustomError(
                "uncovered-row",
                "row {row} (`{name}`) needs `items` that hold it, or `left_out` with `because`; not both",
                {"row": self.row, "name": self.name},
            )
        return self


class Coverage(Frozen):
    """Every row, in the order of the inventories."""

    rows: Annotated[tuple[CoveredRow, ...], Field(min_length=1)]
