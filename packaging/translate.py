"""Bring resources/i18n up to date: what the program says goes into the .ts, what is translated into the .qm.

    .venv/bin/python packaging/translate.py

New strings are in the .ts then, unfinished: translate them there (by hand, or in Qt Linguist: pyside6-linguist),
by the words of resources/i18n/glossary.md, and run it again. The tests hold that nothing is left unfinished and
that the .qm is what the .ts says.
"""

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parents[1]
TS = ROOT / "resources" / "i18n" / "nursedesk_es.ts"
TOOLS = Path(PySide6.__file__).parent


def gather(ts: Path) -> None:
    """Every string of the program in `ts`, what was translated kept; without line numbers, which only churn."""
    files = sorted(str(path) for path in (ROOT / "nursedesk").rglob("*.py"))
    kept = ["-locations", "none", "-no-obsolete", "-source-language", "en_US", "-target-language", "es"]
    _run("lupdate", "-silent", *kept, *files, "-ts", str(ts))


def compiled(ts: Path, qm: Path) -> None:
    """What is translated in `ts` as the program reads it."""
    _run("lrelease", "-silent", str(ts), "-qm", str(qm))


def _run(tool: str, *arguments: str) -> None:
    found = next(path for path in (TOOLS / tool, TOOLS / f"{tool}.exe") if path.is_file())
    subprocess.run([str(found), *arguments], check=True)


def main() -> int:
    """Gather and compile; 1 when something is still to be translated."""
    gather(TS)
    compiled(TS, TS.with_suffix(".qm"))
    # Our own file, which lupdate has just written.
    messages = ElementTree.parse(TS).iter("message")  # noqa: S314 - a file of our own
    waiting = [one for one in messages if one.find("translation[@type='unfinished']") is not None]
    for one in waiting:
        print("to translate:", one.findtext("source"))
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
