"""A figure (cijfer): a small table with units and a year, drawn as an accessible chart."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.models.fields import Frozen, Line, Prose, SourcedItem

Number = Annotated[int | float, Field(ge=0)]


class Row(Frozen):
    """A label and one number for each series; `null` where the source gives none."""

    label: Line
    values: Annotated[tuple[Number | None, ...], Field(min_length=1)]


class Figure(SourcedItem):
    """Numbers with their unit, year and the known errors of their source.

    `series` names the columns after the label. `takeaway` is the sentence that a reader should remember.
    """

    unit: Line
    year: Line
    chart: Literal["bar", "stacked-bar", "line"]
    label: Line
    series: Annotated[tuple[Line, ...], Field(min_length=1)]
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]
    takeaway: Prose
    cautions: tuple[Prose, ...] = ()

    @model_validator(mode="after")
    def _rows_fit_series(self) -> Figure:
        for index, row in enumerate(self.rows):
            if len(row.values) != len(self.series):
                raise PydanticCustomError(
                    "row-length",
                    "row `{label}` has {found} values for {wanted} series; give each series one, or `null`",
                    {"label": row.label, "found": len(row.values), "wanted": len(self.series), "at": ("rows", index)},
                )
        return self
