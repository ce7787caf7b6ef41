"""Every string of the screen is in the Spanish file, translated, with its figures, and compiled."""

import ast
import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from tests.house.tree import PROGRAM, ROOT, named, python_files

TS = ROOT / "resources" / "i18n" / "nursedesk_es.ts"


@dataclass(frozen=True)
class Message:
    """One string: where it is said, what is said, what a translator is told, and the Spanish."""

    context: str
    source: str
    comment: str
    spanish: str
    finished: bool

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def translating() -> ModuleType:
    """packaging/translate.py, which is no package."""
    spec = importlib.util.spec_from_file_location("translate", ROOT / "packaging" / "translate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(ts: Path) -> Iterator[Message]:
    for context in ElementTree.parse(ts).getroot().iter("context"):  # noqa: S314 - a file of our own
        for one in context.iter("message"):
            spanish = one.find("translation")
            assert spanish is not None
            yield Message(
                context.findtext("name") or "",
                one.findtext("source") or "",
                one.findtext("comment") or "",
                spanish.text or "",
                spanish.get("type") is None,
            )


KEPT = tuple(messages(TS))


def parts(pattern: str, text: str) -> list[str]:
    return sorted(re.findall(pattern, text))


def faults(message: Message) -> list[str]:
    """What is wrong with one translation."""
    own, spanish = message.source, message.spanish
    found = []
    if not message.finished or not spanish.strip():
        found.append("not translated")
    if parts(r"\{[^{}]*\}|%n|%\d", own) != parts(r"\{[^{}]*\}|%n|%\d", spanish):
        found.append("figures differ")
    if (own[:1].isspace(), own[-1:].isspace()) != (spanish[:1].isspace(), spanish[-1:].isspace()):
        found.append("spaces at an end differ")
    if "  " in spanish or ("\n" in spanish and "\n" not in own):
        found.append("spaces or lines in it")
    if own.strip("“”")[-1:] in ".…?:" and own.strip("“”")[-1:] != spanish.strip("«»")[-1:]:
        found.append("ends otherwise")
    return found


def test_every_string_is_translated_with_its_figures() -> None:
    assert {message.key: wrong for message in KEPT if (wrong := faults(message))} == {}


@pytest.mark.parametrize(
    "message",
    [
        Message("Board", "Stop", "", "", True),
        Message("Board", "Stop", "", "Detener", False),
        Message("Board", "Stop {drug}", "", "Detener", True),
        Message("Board", "next ", "", "próx.", True),
        Message("Board", "Nothing is missing.", "", "No falta nada", True),
    ],
)
def test_the_check_sees_what_is_wrong(message: Message) -> None:
    assert faults(message) != []


def test_the_file_holds_what_the_program_says_and_no_more(tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.ts"
    translating().gather(fresh)
    said = {one.key for one in messages(fresh)}
    kept = {one.key for one in KEPT}
    assert (said - kept, kept - said) == (set(), set()), "run packaging/translate.py"


def test_what_is_loaded_is_what_is_translated(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    translating().compiled(TS, made)
    assert made.read_bytes() == TS.with_suffix(".qm").read_bytes(), "run packaging/translate.py"


def asked(path: Path) -> Iterator[tuple[str, str]]:
    """(context, string) of every tr() and translate() in a file, as Qt will look for it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    inside: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            inside[child] = node.name if isinstance(node, ast.ClassDef) else inside.get(node, "")
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        if name.endswith(".tr"):
            yield inside[node], _literal(node.args[0])
        elif name in ("translate", "QCoreApplication.translate"):
            yield _literal(node.args[0]), _literal(node.args[1])


def _literal(node: ast.expr) -> str:
    assert isinstance(node, ast.Constant) and isinstance(node.value, str), ast.unparse(node)
    return node.value


@pytest.mark.parametrize("room", ["ui", "app"])
def test_no_string_is_said_where_the_gatherer_does_not_look(room: str) -> None:
    """A name put together at run time, an alias, or a class inside another would be found by nobody."""
    known = {(one.context, one.source) for one in KEPT}
    asks = {(named(path), *one) for path in python_files(PROGRAM / room) for one in asked(path)}
    assert [ask for ask in sorted(asks) if ask[1:] not in known] == []


def test_a_string_is_asked_for_when_it_is_shown_and_not_when_a_file_is_read() -> None:
    """What is translated while a module is imported stays in the language of that moment."""
    early = []
    for path in (*python_files(PROGRAM / "ui"), *python_files(PROGRAM / "app")):
        for statement in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(statement, ast.FunctionDef | ast.ClassDef):
                calls = (node for node in _now(statement) if isinstance(node, ast.Call))
                early += [named(path) for call in calls if getattr(call.func, "id", "") == "translate"]
    assert early == []


def _now(node: ast.AST) -> Iterator[ast.AST]:
    """Everything in a statement that runs at once: what stands in a lambda runs later."""
    yield node
    if not isinstance(node, ast.Lambda):
        for child in ast.iter_child_nodes(node):
            yield from _now(child)


def test_one_english_word_has_two_spanish_ones_only_where_it_means_two_things() -> None:
    """By the glossary a term is said in one way; these are said in two, each for a reason of grammar or sense."""
    ways = defaultdict(set)
    for one in KEPT:
        ways[one.source].add(one.spanish)
    assert {own: said for own, said in ways.items() if len(said) > 1} == {
        "All": {"Todos", "Todas"},  # chairs and drugs; tickets
        "Charge nurse": {"Enfermería a cargo", "Enf. a cargo"},  # the role; beside a name
        "Chart": {"Anotar", "Gráfico"},  # the press; the picture
        "Done": {"Listo", "Listas"},  # put away; tickets
        "Expected": {"Esperado", "Esperados"},  # the patient; the list
        "paused": {"en pausa", "pausa"},  # under the narrow head of a table the short one
        "running": {"en marcha", "corre"},
        "signed": {"firmado", "firmada"},  # a drug's charting; a ticket
    }
