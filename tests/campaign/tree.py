"""All that a program does to a folder's disk, in order, and what may be there when the power fails in between.

The names in folders are kept apart from the files' content. Names change one after the other, as a journalling
file system has them: after a failure the first so many changes are there, and surely those before a folder was
synced. Of a file's content what was synced is there, and of the rest any part, whole or in sectors, whatever its
name says.
"""

import random
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.campaign import power_fail
from tests.campaign.recording import Act, Call
from tests.campaign.traces import STRING, calls_of, first_string, shown

ANSWERS = "answers"
_TRACED = "openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat"
_FD = re.compile(r"^\((\d+)<([^>]*)>")
_MADE = re.compile(r"^(\d+)<")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done: `made`, `folder`, `moved` (to `to`), `gone`, `written`, `cut`, `synced` or `answered`."""

    act: str
    path: str
    to: str = ""
    at: int = 0
    data: bytes = b""


def watch(root: Path, program: Sequence[str]) -> list[Step]:
    """Run a program and return what it did to what lies below `root`; its answers are lines in `root/answers`."""
    trace = root.parent / "calls"
    how = ["strace", "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", str(trace), "-e", f"trace={_TRACED}"]
    subprocess.run([*how, *program], check=True, timeout=600)
    steps = list(_steps(trace, root))
    trace.unlink()
    return steps


@dataclass
class _Open:
    path: str
    at: int
    append: bool


def _steps(trace: Path, root: Path) -> Iterator[Step]:
    reading = _Reading(root)
    for name, arguments, result in calls_of(trace):
        yield from reading.steps(name, arguments, result)


@dataclass
class _Reading:
    """Follows the program's open files, for writes that do not say where."""

    root: Path
    handles: dict[str, _Open] = field(default_factory=dict)

    def steps(self, name: str, arguments: str, result: str) -> Iterator[Step]:
        if name == "openat":
            yield from self._opened(arguments, result)
        elif name in ("mkdir", "mkdirat"):
            yield from (Step("folder", path) for path in self._below(arguments)[:1])
        elif name.startswith("unlink"):
            yield from (Step("gone", path) for path in self._below(arguments)[:1])
        elif name.startswith("rename"):
            paths = self._below(arguments)
            if len(paths) == 2:
                yield Step("moved", paths[0], paths[1])
        else:
            yield from self._on_handle(name, arguments)

    def _opened(self, arguments: str, result: str) -> Iterator[Step]:
        paths = self._below(arguments)
        number = _MADE.match(result)
        if number is not None:
            self.handles.pop(number.group(1), None)
        if not paths or number is None:
            return
        self.handles[number.group(1)] = _Open(paths[0], 0, "O_APPEND" in arguments)
        if "O_CREAT" in arguments:
            yield Step("made", paths[0])
        if "O_TRUNC" in arguments:
            yield Step("cut", paths[0])

    def _on_handle(self, name: str, arguments: str) -> Iterator[Step]:
        found = _FD.match(arguments)
        path = self._named(found.group(2)) if found else None
        if found is None or path is None:
            return
        last = arguments.rstrip(")").rpartition(", ")[2]
        if name == "pwrite64":
            yield Step("written", path, at=int(last), data=first_string(arguments))
        elif name == "ftruncate":
            yield Step("cut", path, at=int(last))
        elif name in ("fsync", "fdatasync"):
            yield Step("synced", path)
        elif path == ANSWERS:
            yield Step("answered", path, data=first_string(arguments))
        else:
            now = self.handles.setdefault(found.group(1), _Open(path, 0, append=False))
            data = first_string(arguments)
            yield Step("written", path, at=-1 if now.append else now.at, data=data)
            now.at += len(data)

    def _below(self, arguments: str) -> list[str]:
        named = [self._named(one) for one in STRING.findall(arguments)]
        return [one for one in named if one is not None]

    def _named(self, text: str) -> str | None:
        path = Path(shown(text).decode(errors="replace"))
        if not path.is_relative_to(self.root) or path.name.endswith("-shm"):
            return None
        return path.relative_to(self.root).as_posix()


@dataclass
class _Content:
    """A file whatever it is called: its content surely on the disk, what came since, and how long it is by now."""

    synced: bytes = b""
    pending: list[Call] = field(default_factory=list)
    length: int = 0

    def take(self, call: Call) -> None:
        self.pending.append(call)
        self.length = call.at if call.act is Act.CUT else max(self.length, call.at + len(call.data))

    def sync(self) -> None:
        for one in self.pending:
            self.synced = power_fail._after(self.synced, one)
        self.pending = []

    def found(self, chance: random.Random) -> bytes:
        content = self.synced
        for call in power_fail._some(self.pending, chance):
            torn = call.act is Act.WRITE and chance.random() < power_fail.TORN
            for one in power_fail._sectors(call, chance) if torn else [call]:
                content = power_fail._after(content, one)
        return content


class TreeDisk:
    """What a disk may hold of a folder; `take` follows the program step by step."""

    def __init__(self, root: Path) -> None:
        self._sure: dict[str, _Content | None] = {}
        for path in sorted(root.rglob("*")):
            name = path.relative_to(root).as_posix()
            content = path.read_bytes() if path.is_file() else b""
            self._sure[name] = _Content(content, length=len(content)) if path.is_file() else None
        self._now = dict(self._sure)
        self._changes: list[dict[str, _Content | None]] = []

    def take(self, step: Step) -> None:
        """One more step."""
        there = self._now.get(step.path)
        if step.act == "made" and step.path not in self._now:
            self._named(step.path, _Content())
        elif step.act == "folder":
            self._named(step.path, None)
        elif step.act == "moved" and step.path in self._now:
            self._now[step.to] = self._now.pop(step.path)
            self._changes.append(dict(self._now))
        elif step.act == "gone" and self._now.pop(step.path, None) is not None:
            self._changes.append(dict(self._now))
        elif step.act == "synced" and there is None:
            # A folder: its names, and with them those that changed before.
            self._sure, self._changes = dict(self._now), []
        elif there is not None:
            self._on_content(step, there)

    def _named(self, path: str, content: _Content | None) -> None:
        self._now[path] = content
        self._changes.append(dict(self._now))

    def _on_content(self, step: Step, there: _Content) -> None:
        if step.act == "synced":
            there.sync()
        elif step.act == "cut":
            there.take(Call(Act.CUT, step.path, step.at))
        elif step.act == "written":
            there.take(Call(Act.WRITE, step.path, there.length if step.at < 0 else step.at, step.data))

    def image(self, place: Path, chance: random.Random) -> None:
        """What may be found when the power fails now, put into an empty folder."""
        names = chance.choice([self._sure, *self._changes[-12:], *self._changes])
        for name, content in sorted(names.items()):
            path = place / name
            if content is None:
                path.mkdir(parents=True, exist_ok=True)
            elif path.parent.is_dir():
                path.write_bytes(content.found(chance))
