"""Start-up loads only what the first thing to do needs; Qt and the database are felt as a wait."""

import subprocess
import sys

import pytest

HEAVY = (
    "PySide6",
    "sqlmodel",
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "pydantic",
    "cryptography",
    "zxingcpp",
    "rapidfuzz",
)
AFTERWARDS = f"""
import sys
loaded = [name for name in {HEAVY!r} if name in sys.modules]
print("LOADED", *loaded)
"""
IMPORT = "import nursedesk.cli"
HELP = """
import sys
sys.argv = ["nursedesk", "--help"]
from nursedesk.__main__ import main
try:
    main()
except SystemExit:
    pass
"""


@pytest.mark.parametrize("code", [IMPORT, HELP], ids=["import nursedesk.cli", "nursedesk --help"])
def test_the_command_line_starts_without_qt_and_database(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code + AFTERWARDS], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1].split() == ["LOADED"]
