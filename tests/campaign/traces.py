"""What strace wrote of a program (`-f -y -xx`): its successful calls, line by line."""

import re
from collections.abc import Iterator
from pathlib import Path

STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
"""A string of a call; `-xx` writes every byte as a number."""
_LINE = re.compile(r"^(\d+) +(?:<\.\.\. )?(\w+)(?: resumed>)?(.*)$")


def calls_of(trace: Path) -> Iterator[tuple[str, str, str]]:
    """(name, arguments, result) of each call that did not fail, in the order in which they returned."""
    unfinished: dict[str, str] = {}
    with trace.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            found = _LINE.match(line.rstrip("\n"))
            if found is None:
                continue
            thread, name, rest = found.groups()
            if " resumed>" in line[:60]:
                rest = unfinished.pop(thread, "") + rest
            elif rest.endswith("<unfinished ...>"):
                unfinished[thread] = rest.removesuffix("<unfinished ...>")
                continue
            arguments, _, result = rest.rpartition(" = ")
            if result and not result.startswith(("-1", "?")):
                yield name, arguments, result


def shown(text: str) -> bytes:
    """The bytes of a string as strace writes it with `-xx`."""
    return bytes.fromhex(text.replace("\\x", ""))


def first_string(arguments: str) -> bytes:
    """The first string of a call; empty when it has none."""
    found = STRING.search(arguments)
    return shown(found.group(1)) if found else b""
