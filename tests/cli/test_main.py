"""The command line itself: help, wrong use, where the common options may stand, how it fails."""

import sys
from pathlib import Path
from types import ModuleType

import nursedesk
import pytest
from nursedesk import cli
from nursedesk.cli import COMMANDS, main
from nursedesk.cli.failure import Failed


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "code" in out
    assert "examples" in out
    assert out.endswith("\n")


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    _, module_of = cli._parser()
    assert len(module_of) >= len(COMMANDS)
    for command in module_of:
        assert main([command, "--help"]) == 0
        out = capsys.readouterr().out
        assert f"usage: nursedesk {command}" in out
        assert "--data DIR" in out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"NurseDesk {nursedesk.__version__}\n"


@pytest.mark.parametrize("arguments", [["dance"], ["examples", "now"], ["--data"], ["--dat", "x", "examples"]])
def test_wrong_use_is_one_line_and_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("nursedesk")
    assert err.count("\n") == 1


class Told:
    """Stands for a command or the desk: keeps what it was called with."""

    def __init__(self, mistake: Exception | None = None) -> None:
        self.mistake = mistake
        self.args: object = None

    def run(self, args: object) -> int:
        self.args = args
        if self.mistake:
            raise self.mistake
        return 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "there", "--secrets", "s.toml", "examples"],
        ["examples", "--data", "there", "--secrets", "s.toml"],
        ["--data", "there", "examples", "--secrets", "s.toml"],
        ["--secrets=s.toml", "examples", "--data=there"],
    ],
)
def test_common_options_stand_before_or_after(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told()
    monkeypatch.setattr("nursedesk.cli.examples.run", told.run)
    assert main(arguments) == 0
    assert (told.args.data, told.args.secrets) == (Path("there"), Path("s.toml"))  # type: ignore[attr-defined]


def test_no_command_opens_the_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = ModuleType("nursedesk.app")
    called: list[object] = []
    desk.main = lambda *given: called.append(given) or 0  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nursedesk.app", desk)
    monkeypatch.setattr(nursedesk, "app", desk, raising=False)
    assert main([]) == 0
    assert main(["--data", "there"]) == 0
    assert called == [(None, None), (Path("there"), None)]


def test_how_a_command_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for mistake, status, said in (
        (Failed("no such\nchair \ud800"), 2, "nursedesk examples: no such chair \\ud800\n"),
        (KeyboardInterrupt(), 1, ""),
        (
            KeyError("a patient's name"),
            2,
            "nursedesk examples: stopped on a mistake of its own, please report it: ",
        ),
    ):
        monkeypatch.setattr("nursedesk.cli.examples.run", Told(mistake).run)  # type: ignore[arg-type]
        assert main(["examples"]) == status
        err = capsys.readouterr().err
        assert err.startswith(said)
        assert err.count("\n") <= 1
        assert "patient" not in err


def test_a_demo_without_a_window_keeps_no_suite(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["demo", "--offscreen", "--keep", str(tmp_path / "suite"), "--out", str(tmp_path / "out")]) == 2
    assert "--keep needs the window" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
