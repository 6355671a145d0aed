"""Turns the text of a condition into its tree, with Python's own grammar on a whitelist.

For the build only: the browser gets trees and never needs `ast`.
"""

from __future__ import annotations

import ast

from game_engine.conditions import Tree

LONGEST = 200  # characters; deeper nesting than this allows would exhaust Python's parser
COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
JOINS: dict[type[ast.boolop], str] = {ast.And: "and", ast.Or: "or"}
SUMS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-"}
ALLOWED = "use counters, whole numbers, + and -, comparisons (< <= > >= == !=), and/or/not and parentheses"


class ConditionError(ValueError):
    """The text is not a condition; `column` (from 1) is where it goes wrong."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.message = message
        self.column = column


def parse(text: str) -> Tree:
    """Return the tree of the condition in `text`.

    Raises ConditionError, naming what is allowed, on anything that is not on the whitelist.
    """
    if len(text) > LONGEST:
        raise ConditionError(f"a condition is at most {LONGEST} characters; use a counter to remember more", LONGEST)
    if "#" in text:
        raise ConditionError(f"`#` has no meaning in a condition; {ALLOWED}", text.index("#") + 1)
    line = " ".join(text.splitlines()).rstrip()
    code = line.lstrip()
    indent = len(line) - len(code)
    try:
        body = ast.parse(code, mode="eval").body
    except SyntaxError as error:
        message = f"this is not a condition: {error.msg}; {ALLOWED}"
        column = error.offset or len(code) + 1  # without offset, something is missing at the end
        raise ConditionError(message, indent + column) from None
    except ValueError:  # a null character, up to Python 3.11
        raise ConditionError(f"a condition is plain text; {ALLOWED}", 1) from None
    return _Reader(code, indent).condition(body)


class _Reader:
    """Reads syntax nodes of one text; knows where in the text each stands."""

    def __init__(self, code: str, indent: int) -> None:
        self.code = code
        self.indent = indent

    def condition(self, node: ast.expr) -> Tree:
        """Return the tree of something that is true or false."""
        match node:
            case ast.BoolOp(op=op, values=values):
                return [JOINS[type(op)], *(self.condition(value) for value in values)]
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return ["not", self.condition(operand)]
            case ast.Compare():
                return self.comparison(node)
            case ast.Name() | ast.BinOp() | ast.UnaryOp():
                self.number(node)  # what is not even a number has a better message
                source = ast.unparse(node)
                raise self.error(node, f"`{source}` is a number, not a condition; compare it, as in `{source} > 0`")
        raise self.refused(node)

    def comparison(self, node: ast.Compare) -> Tree:
        """Return one comparison, or for a chain `1 < a < 3` all its links joined with `and`."""
        numbers = [self.number(part) for part in (node.left, *node.comparators)]
        links = []
        for op, left, right in zip(node.ops, numbers, numbers[1:], strict=False):
            if type(op) not in COMPARISONS:
                raise self.refused(node)
            links.append([COMPARISONS[type(op)], left, right])
        return links[0] if len(links) == 1 else ["and", *links]

    def number(self, node: ast.expr) -> Tree:
        """Return the tree of something that is a whole number."""
        match node:
            case ast.Name(id=name):
                return name
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                return value
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return ["-", 0, self.number(operand)]
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.number(operand)
            case ast.BinOp(op=ast.Add() | ast.Sub() as op, left=left, right=right):
                return [SUMS[type(op)], self.number(left), self.number(right)]
        raise self.refused(node)

    def refused(self, node: ast.expr) -> ConditionError:
        """Return the error for a node that is not on the whitelist in this place."""
        return self.error(node, f"`{ast.unparse(node)}` is not allowed here; {ALLOWED}")

    def error(self, node: ast.expr, message: str) -> ConditionError:
        """Return an error that points at `node`; `ast` counts bytes, people count characters."""
        before = self.code.encode()[: node.col_offset].decode(errors="ignore")
        return ConditionError(message, self.indent + len(before) + 1)
