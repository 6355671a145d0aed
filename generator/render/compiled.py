"""Templates as Python compiled them, which takes longer than making a page of them; part of what is remembered."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from generator.memory import keep


class CompiledTemplates(BytecodeCache):
    """The byte code of each template, with the checksum of its source."""

    def __init__(self) -> None:
        self.made = 0
        self._codes: dict[str, tuple[str, bytes]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

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
