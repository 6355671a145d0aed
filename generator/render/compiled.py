"""Templates as Python compiled them, which takes longer than making a page of them; part of what is remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from jinja2.bccache import Bucket, BytecodeCache

from generator.memory import keep
from generator.processes import beside

Codes = Mapping[str, tuple[str, bytes]]


class CompiledTemplates(BytecodeCache):
    """The byte code of each template, with the checksum of its source."""

    def __init__(self) -> None:
        self.made = 0
        self._codes: dict[str, tuple[str, bytes]] = {}
        self._coming: Callable[[], Codes | None] = lambda: None

    @contextmanager
    def beside(self, compile_all: Callable[[], object]) -> Iterator[None]:
        """Let a copy of this process compile in the meantime, if nothing is compiled yet; the first who asks waits."""
        if self._codes:
            yield
            return

        def compiled() -> Codes:
            compile_all()
            return self._codes

        with beside(compiled) as self._coming:
            yield
        self._coming = lambda: None

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := self._taken():
            self.made += len(found)
            self._codes.update(found)
        checksum, code = self._codes.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def _taken(self) -> Codes | None:
        """Return what a copy compiled, once."""
        coming, self._coming = self._coming, lambda: None
        return coming()

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.made += 1
        self._codes[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())

    def state(self) -> dict[str, tuple[str, bytes]]:
        return self._codes

    def restore(self, state: dict[str, tuple[str, bytes]]) -> None:
        self._codes = dict(state)

    def __len__(self) -> int:
        return len(self._codes)


COMPILED = CompiledTemplates()
keep("templates", COMPILED)
