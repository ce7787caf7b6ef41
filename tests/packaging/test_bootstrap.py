"""The set-up does what is missing and no more, and says one clear sentence when it cannot."""

import ast
import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "packaging" / "bootstrap.py"
PYPROJECT = '[project]\nname = "x"\ndependencies = ["a"]\n[build-system]\nrequires = ["b"]\n'

SHARED_OUT = ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"]
"""Two processes, each with whole files."""


@pytest.fixture
def bootstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up program, told that the project is in an empty folder."""
    spec = importlib.util.spec_from_file_location("bootstrap", SOURCE)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "pyproject.toml").write_text(PYPROJECT)
    (tmp_path / "constraints.txt").write_text("a==1\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "CONSTRAINTS", tmp_path / "constraints.txt")
    return module


@pytest.fixture
def calls(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have run, with the set-up itself left out; each succeeds."""
    made: list[list[str]] = []
    monkeypatch.setattr(bootstrap, "prepare", lambda purpose, display: None)
    monkeypatch.setattr(bootstrap, "call", lambda command, extra: made.append(command) or 0)
    return made


def test_it_needs_nothing_but_python() -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse(SOURCE.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(node.module or "")
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


# ---- Debian packages


@pytest.mark.parametrize(
    ("listing", "missing"),
    [
        ("", ("libgl1", "libglib2.0-0")),
        ("ii \tlibgl1\t\nii \tlibglib2.0-0\t", ()),
        ("rc \tlibgl1\t\nii \tlibglib2.0-0\t", ("libgl1",)),  # removed, its settings kept
        ("ii \tlibgl1\t\nii \tlibglib2.0-0t64\tlibglib2.0-0 (= 2.80)", ()),
        ("ii \tlibgl1-mesa\tother, libgl1\nii \tlibglib2.0-0", ()),
    ],
)
def test_a_package_is_missing_unless_it_or_its_successor_is_installed(
    bootstrap: ModuleType, listing: str, missing: tuple[str, ...]
) -> None:
    assert bootstrap.missing_packages(("libgl1", "libglib2.0-0"), listing) == missing


def test_a_window_and_the_tests_need_more_packages(bootstrap: ModuleType) -> None:
    offscreen, window, test = (
        set(bootstrap.wanted_packages(*asked)) for asked in (("run", False), ("run", True), ("test", False))
    )
    assert offscreen < window < test
    assert {"libgl1", "libdbus-1-3"} <= offscreen
    assert "libxcb-cursor0" in window - offscreen
    assert {"xvfb", "poppler-utils", "dbus-daemon", "at-spi2-core", "python3-pyatspi", "strace"} <= test - window


def test_without_leave_to_install_it_names_the_command(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    with pytest.raises(bootstrap.Trouble, match=r"sudo apt-get install -y --no-install-recommends libgl1 xvfb"):
        bootstrap.apt_install(("libgl1", "xvfb"))


@pytest.mark.parametrize(("root", "prefix"), [(True, []), (False, ["sudo", "-n", "env"])])
def test_with_leave_it_installs_and_asks_nothing(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, root: bool, prefix: list[str]
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        bootstrap, "quiet", lambda command: ran.append(command) or subprocess.CompletedProcess(command, 0, "", "")
    )
    bootstrap.apt_install(("libgl1",))
    assert ran[-1][: len(prefix)] == prefix
    assert ran[-1][-5:] == ["apt-get", "install", "-y", "--no-install-recommends", "libgl1"]


def test_elsewhere_it_says_one_sentence_and_goes_on(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: None)
    bootstrap.install_debian_packages("run", True)
    assert "not Debian" in capsys.readouterr().out


# ---- the environment


def test_nothing_is_installed_again_when_nothing_changed(bootstrap: ModuleType) -> None:
    assert not bootstrap.is_installed("run")
    bootstrap.stamp("run").write_text(bootstrap.fingerprint("run"))
    assert bootstrap.is_installed("run")
    assert not bootstrap.is_installed("test")


def test_the_packages_of_the_tests_serve_a_run(bootstrap: ModuleType) -> None:
    bootstrap.stamp("test").write_text(bootstrap.fingerprint("test"))
    assert bootstrap.is_installed("test")
    assert bootstrap.is_installed("run")


@pytest.mark.parametrize(
    ("file", "text", "still"),
    [
        ("pyproject.toml", PYPROJECT + "[tool.ruff]\nline-length = 99\n", True),
        ("pyproject.toml", PYPROJECT.replace('"a"', '"a", "c"'), False),
        ("constraints.txt", "a==2\n", False),
    ],
)
def test_only_what_decides_the_packages_counts_as_a_change(
    bootstrap: ModuleType, tmp_path: Path, file: str, text: str, still: bool
) -> None:
    bootstrap.stamp("run").write_text(bootstrap.fingerprint("run"))
    (tmp_path / file).write_text(text)
    assert bootstrap.is_installed("run") is still


def test_a_failed_installation_is_a_sentence_and_is_tried_again(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = subprocess.CompletedProcess([], 1)
    monkeypatch.setattr(bootstrap.subprocess, "run", lambda *args, **settings: failed)
    with pytest.raises(bootstrap.Trouble, match="Check the network connection"):
        bootstrap.install_python_packages("run")
    assert not bootstrap.is_installed("run")


# ---- the two commands


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display there")
@pytest.mark.parametrize(
    ("env", "display"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_a_display_is_there_or_not(bootstrap: ModuleType, env: dict[str, str], display: bool) -> None:
    assert bootstrap.has_display(env) is display


def test_run_opens_the_desk(
    bootstrap: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "has_display", lambda env: True)
    assert bootstrap.main(["run"]) == 0
    assert calls == [[str(bootstrap.in_venv("nursedesk"))]]


def test_run_without_a_display_says_so_and_plays_the_demo_shift(
    bootstrap: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap, "has_display", lambda env: False)
    assert bootstrap.main(["run"]) == 0
    assert calls[0][1:] == ["demo", "--offscreen", "--out", str(bootstrap.ROOT / "demo-output")]
    assert "There is no display here" in capsys.readouterr().out


def test_arguments_after_run_go_to_nursedesk(
    bootstrap: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "has_display", lambda env: False)
    bootstrap.main(["run", "code", "--lines", "visit.json"])
    assert calls[0][1:] == ["code", "--lines", "visit.json"]


def test_the_tests_are_what_ci_runs_with_pytest_last(bootstrap: ModuleType, calls: list[list[str]]) -> None:
    assert bootstrap.main(["test"]) == 0
    names = [Path(command[0]).stem for command in calls]
    assert names == ["ruff", "ruff", "mypy", "lint-imports", "python"]
    assert calls[-1][1:] == ["-m", "pytest", *SHARED_OUT]


def test_the_kill_campaign_runs_where_there_is_one(
    bootstrap: ModuleType, calls: list[list[str]], tmp_path: Path
) -> None:
    (tmp_path / "tests" / "campaign").mkdir(parents=True)
    bootstrap.main(["test"])
    assert calls[-2][1:] == ["-m", "tests.campaign", "--short"]


def test_arguments_after_test_go_to_pytest_alone(bootstrap: ModuleType, calls: list[list[str]]) -> None:
    bootstrap.main(["test", "tests/record", "-k", "fold"])
    assert [command[1:] for command in calls] == [["-m", "pytest", *SHARED_OUT, "tests/record", "-k", "fold"]]


def test_the_first_failure_stops_the_tests(
    bootstrap: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(bootstrap, "call", lambda command, extra: calls.append(command) or "mypy" in command[0])
    assert bootstrap.main(["test"]) == 1
    assert len(calls) == 3
    assert 'The step "types" failed' in capsys.readouterr().err


@pytest.mark.parametrize(("argv", "code"), [([], 0), (["--help"], 0), (["test", "--help"], 0), (["start"], 2)])
def test_it_explains_itself_and_refuses_what_it_does_not_know(
    bootstrap: ModuleType, calls: list[list[str]], argv: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(argv) == code
    said = capsys.readouterr()
    assert "bootstrap.py run" in (said.err if code else said.out)
    assert calls == []


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (OSError(28, "No space left on device", "/x/.venv"), "No space left on device"),
        (KeyboardInterrupt(), "Run the same command again"),
    ],
)
def test_no_traceback_reaches_a_person(
    bootstrap: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    failure: BaseException,
    sentence: str,
) -> None:
    def fail(purpose: str, display: bool) -> None:
        raise failure

    monkeypatch.setattr(bootstrap, "prepare", fail)
    assert bootstrap.main(["test"]) == 1
    assert sentence in capsys.readouterr().err


def test_an_older_python_is_told_which_one_is_needed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (99, 0))
    assert bootstrap.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


# ---- what the README says


def test_ci_calls_the_readme_s_test_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = ROOT / ".ci" / "run"
    assert "python3 packaging/bootstrap.py run" in readme
    assert "python3 packaging/bootstrap.py test" in readme
    assert "python3 packaging/bootstrap.py test" in ci.read_text(encoding="utf-8")
    assert os.access(ci, os.X_OK)
