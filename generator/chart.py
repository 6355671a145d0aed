"""A figure -> its chart as HTML and SVG, which reads at 390 px, in the dark, and without telling colours apart.

Every bar and point carries its number as text. A chart is one image to a screen reader, with a short
description; the table that the template puts below it holds every number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.models.figure import Figure, Row

UNKNOWN = "niet bekend"
COLOURS = 4  # as many as tokens.css has; a fifth series starts again, and its name tells it apart

# The line chart's own units; on a phone one is about 0.9 px.
WIDTH, TOP, BOTTOM, SIDE = 340, 24, 196, 26
LABELS_Y, HEIGHT = BOTTOM + 24, BOTTOM + 34
ROOM_FOR_LABEL = 46


def chart(figure: Figure) -> Markup:
    """Return the chart of `figure`, of the kind that it names."""
    draw = {"bar": _bars, "stacked-bar": _stacked, "line": _lines}[figure.chart]
    return draw(figure)


def nl_number(value: int | float) -> str:
    """Return a number as the Dutch write it: 12.345,6."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))


def description(figure: Figure) -> str:
    """Return what someone who cannot see the chart should know of it."""
    known = [
        (value, row.label, name)
        for row in figure.rows
        for value, name in zip(row.values, figure.series, strict=True)
        if value is not None
    ]
    if not known:
        return f"{figure.title}. Er zijn geen getallen bekend."
    value, label, name = max(known, key=lambda entry: entry[0])
    where = f"{label} ({name})" if len(figure.series) > 1 else label
    return f"{figure.title}. Hoogste: {where}, {nl_number(value)}. Alle getallen staan in de tabel hieronder."


def _bars(figure: Figure) -> Markup:
    """Return a bar per number, with its label above it and its number behind it."""
    top = max(_known(figure.rows), default=0) or 1
    return _image("Staafdiagram", figure, Markup().join(_bar_group(figure, row, top) for row in figure.rows))


def _bar_group(figure: Figure, row: Row, top: float) -> Markup:
    lines = Markup().join(
        _bar_line(name if len(figure.series) > 1 else "", value, top, colour)
        for name, value, colour in zip(figure.series, row.values, _colours(figure.series), strict=True)
    )
    return Markup('<div class="bars"><span class="bars__label">{}</span>{}</div>').format(row.label, lines)


def _bar_line(name: str, value: float | None, top: float, colour: int) -> Markup:
    series = Markup('<span class="bars__series">{}</span>').format(name) if name else Markup()
    bar = _strip([(0, _share(value or 0, top), colour)])
    return Markup('<span class="bars__line">{}{}<span class="bars__value">{}</span></span>').format(
        series, bar, UNKNOWN if value is None else nl_number(value)
    )


def _stacked(figure: Figure) -> Markup:
    """Return a bar per row with a part per series, and below it the parts in the same order with their numbers."""
    top = max((sum(_known([row])) for row in figure.rows), default=0) or 1
    return _image("Gestapeld staafdiagram", figure, Markup().join(_stack(figure, row, top) for row in figure.rows))


def _stack(figure: Figure, row: Row, top: float) -> Markup:
    parts: list[tuple[float, float, int]] = []
    start = 0.0
    keys = Markup()
    for name, value, colour in zip(figure.series, row.values, _colours(figure.series), strict=True):
        width = _share(value or 0, top)
        parts.append((start, width, colour))
        start += width
        keys += _key(name, UNKNOWN if value is None else nl_number(value), colour)
    return Markup(
        '<div class="bars"><span class="bars__label">{}</span>{}<span class="bars__keys">{}</span></div>'
    ).format(row.label, _strip(parts), keys)


def _strip(parts: Iterable[tuple[float, float, int]]) -> Markup:
    """Return a bar of parts (start, width, colour), in hundredths of the whole width."""
    rects = Markup().join(
        Markup('<rect class="chart__s{}" x="{:.2f}" width="{:.2f}" height="10"/>').format(colour, start, width)
        for start, width, colour in parts
        if width
    )
    return Markup(
        '<svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="chart__track" width="100" height="10"/>{}</svg>'
    ).format(rects)


def _key(name: str, value: str, colour: int) -> Markup:
    return Markup(
        '<span class="bars__key"><svg class="bars__swatch" viewBox="0 0 10 10" width="14" height="14" '
        'aria-hidden="true"><rect class="chart__s{}" width="10" height="10" rx="2"/></svg>{} <strong>{}</strong></span>'
    ).format(colour, name, value)


def _image(kind: str, figure: Figure, inside: Markup) -> Markup:
    return Markup('<div class="chart" role="img" aria-label="{}: {}">{}</div>').format(
        kind, description(figure), inside
    )


def _lines(figure: Figure) -> Markup:
    """Return a line per series, a dot and a number at every point, and a gap where none is known."""
    top = max(_known(figure.rows), default=0) or 1
    lines = Markup().join(
        _line(figure.rows, index, top, colour) for index, colour in enumerate(_colours(figure.series))
    )
    labels = Markup().join(
        Markup('<text class="chart__muted" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(x, LABELS_Y, text)
        for x, text in _labels(figure.rows)
    )
    svg = Markup(
        '<svg class="chart__plot" viewBox="0 0 {} {}" aria-hidden="true">'
        '<path class="chart__grid" d="M0 {}H{}"/>{}{}</svg>'
    ).format(WIDTH, HEIGHT, BOTTOM, WIDTH, lines, labels)
    return _image("Lijndiagram", figure, svg + _line_keys(figure))


def _line(rows: tuple[Row, ...], index: int, top: float, colour: int) -> Markup:
    points = [
        (_x(position, len(rows)), _y(value, top), value)
        for position, row in enumerate(rows)
        if (value := row.values[index]) is not None
    ]
    known = [row.values[index] is not None for row in rows]
    path = ""
    drawn = iter(points)
    for position, here in enumerate(known):
        if here:
            x, y, _ = next(drawn)
            path += f"{'L' if position and known[position - 1] else 'M'}{x:.1f} {y:.1f}"
    marks = Markup().join(_point(x, y, value, colour) for x, y, value in points)
    return Markup('<path class="chart__line chart__l{}" d="{}"/>{}').format(colour, path, marks)


def _point(x: float, y: float, value: float, colour: int) -> Markup:
    return Markup(
        '<circle class="chart__s{}" cx="{:.1f}" cy="{:.1f}" r="5"/>'
        '<text class="chart__value" x="{:.1f}" y="{:.1f}" text-anchor="middle">{}</text>'
    ).format(colour, x, y, x, y - 11, nl_number(value))


def _line_keys(figure: Figure) -> Markup:
    """Return which line is which, by colour and by dashes; nothing when there is one."""
    if len(figure.series) == 1:
        return Markup()
    keys = Markup().join(
        Markup(
            '<span class="bars__key"><svg viewBox="0 0 44 8" width="44" height="8" aria-hidden="true">'
            '<path class="chart__line chart__l{}" d="M2 4H42"/></svg>{}</span>'
        ).format(colour, name)
        for name, colour in zip(figure.series, _colours(figure.series), strict=True)
    )
    return Markup('<span class="bars__keys">{}</span>').format(keys)


def _labels(rows: tuple[Row, ...]) -> Iterator[tuple[float, str]]:
    """Yield as many labels below the axis as fit, counted back from the last."""
    step = max(1, -(-len(rows) * ROOM_FOR_LABEL // WIDTH))
    for position, row in enumerate(rows):
        if (len(rows) - 1 - position) % step == 0:
            yield _x(position, len(rows)), row.label


def _x(position: int, count: int) -> float:
    return WIDTH / 2 if count == 1 else SIDE + position * (WIDTH - 2 * SIDE) / (count - 1)


def _y(value: float, top: float) -> float:
    return BOTTOM - (BOTTOM - TOP) * value / top


def _known(rows: Iterable[Row]) -> list[float]:
    return [value for row in rows for value in row.values if value is not None]


def _share(value: float, top: float) -> float:
    return 100 * value / top


def _colours(series: tuple[str, ...]) -> list[int]:
    return [index % COLOURS + 1 for index in range(len(series))]
