"""Set NurseDesk up in this folder and run it, or run its tests: the two commands of the README.

Standard library only, because nothing is installed yet when it runs. Doing it again does only what has changed,
so the second time needs no network. A failure is one sentence that says what is wrong and what to type.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST_PYTHON = (3, 11)

# What Qt loads without any window (PySide6's wheel brings the rest of Qt), then what a real window adds,
# then what the tests look at windows, pictures and PDFs with, print on, hear the window through, fail calls with.
QT_PACKAGES = (
    "libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libcups2",
    "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-randr0 libxcb-xkb1 libxcb-sync1"
    " libxcb-xfixes0 libxkbcommon-x11-0 libx11-xcb1 libwayland-cursor0 libwayland-egl1",
    "xvfb xauth xdotool imagemagick poppler-utils cups-daemon cups-client dbus-daemon at-spi2-core"
    " python3-pyatspi strace",
)

USAGE = """\
python3 packaging/bootstrap.py run    open the desk; with no display, play the demo shift into demo-output
python3 packaging/bootstrap.py test   run what CI runs

Both set up what is missing first: Debian packages, the environment .venv, Python packages.
Arguments after `run` go to nursedesk; arguments after `test` go to pytest, which is then all that runs."""


class Trouble(Exception):
    """What stops the set-up, as the sentence to show."""


# ---------------------------------------------------------------- Debian packages


def wanted_packages(purpose: str, display: bool) -> tuple[str, ...]:
    """Return the Debian packages that purpose ("run" or "test") needs, with or without a display."""
    offscreen, window, looking = (group.split() for group in QT_PACKAGES)
    if purpose == "test":
        return (*offscreen, *window, *looking)
    return (*offscreen, *window) if display else (*offscreen,)


def missing_packages(wanted: tuple[str, ...], listing: str) -> tuple[str, ...]:
    """Return those of wanted that the listing of dpkg-query (status, name, provides; tabs between) does not have.

    A package that provides a wanted name counts: newer releases renamed some (libglib2.0-0t64).
    """
    present: set[str] = set()
    for line in listing.splitlines():
        status, name, provides = [*line.split("\t"), "", ""][:3]
        if status.startswith("ii"):
            present.add(name)
            present.update(word.split("(")[0].strip() for word in provides.split(","))
    return tuple(name for name in wanted if name not in present)


def installed_listing() -> str:
    """Return what dpkg-query knows of every package, one a line."""
    form = "${db:Status-Abbrev}\t${Package}\t${Provides}\n"
    return subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=True).stdout


def venv_package() -> tuple[str, ...]:
    """Return the package that lets this Python make environments, where Debian keeps it apart."""
    if importlib.util.find_spec("ensurepip") is not None:
        return ()
    if not sys.executable.startswith("/usr/bin/"):
        raise Trouble(
            f"The Python at {sys.executable} cannot make environments (its module ensurepip is missing). "
            "Run this command with /usr/bin/python3."
        )
    return (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)


def install_debian_packages(purpose: str, display: bool) -> None:
    """Install what is missing, or raise Trouble with the command to type; say so where there is no Debian."""
    if shutil.which("dpkg-query") is None or shutil.which("apt-get") is None:
        say(
            "This is not Debian or a relative of it, so no system libraries are installed here: if a window does "
            "not open, install what Qt 6 needs with this system's own tools."
        )
        if importlib.util.find_spec("ensurepip") is None:
            raise Trouble("This Python has no ensurepip: install your system's package for Python's venv first.")
        return
    missing = missing_packages(wanted_packages(purpose, display) + venv_package(), installed_listing())
    if missing:
        apt_install(missing)


def apt_install(missing: tuple[str, ...]) -> None:
    """Install missing with apt-get as root or through a sudo that asks nothing."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    typed = "sudo apt-get update && sudo " + " ".join(install)
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and quiet(["sudo", "-n", "true"]).returncode == 0:
        prefix = ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive"]
    else:
        raise Trouble(f"These Debian packages are missing and I may not install them. Type:\n\n    {typed}\n")
    say(f"Installing Debian packages: {' '.join(missing)}")
    quiet([*prefix, "apt-get", "update", "-qq"])  # offline the lists at hand may still do
    result = quiet([*prefix, *install])
    if result.returncode != 0:
        print(result.stderr.strip()[-1500:], file=sys.stderr)
        raise Trouble(f"Debian packages could not be installed. With a network connection, type:\n\n    {typed}\n")


def quiet(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run command with no questions asked, keeping what it prints."""
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, capture_output=True, text=True, env=env, stdin=subprocess.DEVNULL, check=False)


# ---------------------------------------------------------------- the environment


def in_venv(name: str) -> Path:
    """Return the path of a program of the environment."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def make_venv() -> None:
    """Make the environment, or make it anew when its Python has gone (an upgrade, a moved folder)."""
    python = in_venv("python")
    if python.exists() and quiet([str(python), "-c", "import pip, encodings"]).returncode == 0:
        return
    say("Making the Python environment .venv")
    result = quiet([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if result.returncode != 0:
        print((result.stdout + result.stderr).strip()[-1500:], file=sys.stderr)
        raise Trouble(
            f"The environment {VENV} could not be made. Is there room on the disk, and may you write there?"
        )


def fingerprint(purpose: str) -> str:
    """Return a digest of all that decides what the environment must hold for purpose."""
    import tomllib  # here, because an older Python has to get as far as the sentence about its age

    tables = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    made_of = [purpose, str(ROOT), sys.version_info[:2], CONSTRAINTS.read_text(encoding="utf-8")]
    parts = [*made_of, tables["project"], tables["build-system"]]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def stamp(purpose: str) -> Path:
    """Return the file that remembers the fingerprint of the last installation for purpose."""
    return VENV / f"nursedesk-{purpose}.stamp"


def is_installed(purpose: str) -> bool:
    """Tell whether nothing changed since the packages for purpose were installed; those for tests serve a run."""
    good_for = ("test",) if purpose == "test" else ("run", "test")
    return any(stamp(p).is_file() and stamp(p).read_text(encoding="utf-8") == fingerprint(p) for p in good_for)


def install_python_packages(purpose: str) -> None:
    """Install NurseDesk from this folder into the environment, at exactly the versions of constraints.txt."""
    if is_installed(purpose):
        return
    say("Installing Python packages (the first time about 150 MB are fetched)")
    # The build tools first and no isolation, so that they too are the versions of constraints.txt.
    pip("hatchling", "editables")
    pip("--no-build-isolation", "--editable", f"{ROOT}[test]" if purpose == "test" else str(ROOT))
    stamp(purpose).write_text(fingerprint(purpose), encoding="utf-8")


def pip(*arguments: str) -> None:
    """Run pip install with the constraints; raise Trouble when it fails."""
    command = [
        str(in_venv("python")),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
    ]
    if subprocess.run([*command, "--constraint", CONSTRAINTS, *arguments], check=False).returncode != 0:
        raise Trouble(
            "The Python packages could not be installed; what pip said is above. Only .venv was "
            "touched. Check the network connection and run the same command again."
        )


# ---------------------------------------------------------------- the two commands


def has_display(env: dict[str, str]) -> bool:
    """Tell whether a window can be shown; only Linux and its like have machines without one."""
    if env.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    return sys.platform in ("win32", "darwin") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the desk, or with no display play the demo shift offscreen; with arguments, run nursedesk with them."""
    display = has_display(dict(os.environ))
    prepare("run", display)
    desk = str(in_venv("nursedesk"))
    if arguments or display:
        return call([desk, *arguments], {})
    say("There is no display here, so the demo shift is played without one and leaves its papers in demo-output.")
    demo = [desk, "demo", "--offscreen", "--out", str(ROOT / "demo-output")]
    return call(demo, {"QT_QPA_PLATFORM": "offscreen"})


def checks() -> list[tuple[str, list[str]]]:
    """Return what CI runs as names and commands; pytest last, so that its closing line closes the output."""
    python = str(in_venv("python"))
    steps = [
        ("style", [str(in_venv("ruff")), "check", "."]),
        ("format", [str(in_venv("ruff")), "format", "--check", "."]),
        ("types", [str(in_venv("mypy"))]),
        ("import contracts", [str(in_venv("lint-imports"))]),
    ]
    if (ROOT / "tests" / "campaign").is_dir() or (ROOT / "tests" / "campaign.py").is_file():
        steps.append(("kill campaign, short", [python, "-m", "tests.campaign", "--short"]))
    # A process that dies ends the run: a new one in its place would wait for its share for ever.
    shared_out = ["-n", "2", "--dist", "loadfile", "--max-worker-restart", "0"]
    return [*steps, ("tests", [python, "-m", "pytest", *shared_out])]


def test(arguments: list[str]) -> int:
    """Run what CI runs and stop at the first failure; with arguments, run only pytest with them."""
    prepare("test", display=True)
    steps = checks()
    if arguments:
        name, command = steps[-1]
        steps = [(name, command + arguments)]
    for name, command in steps:
        say(f"== {name}: {' '.join([Path(command[0]).name, *command[1:]])}")
        code = call(command, {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")})
        if code != 0:
            raise Trouble(f'The step "{name}" failed; what it said is above.')
    return 0


def prepare(purpose: str, display: bool) -> None:
    """Do all of the set-up for purpose that is not done yet."""
    if sys.platform == "linux":
        install_debian_packages(purpose, display)
    else:
        say("Debian packages are not needed here; NurseDesk is tried on Debian 12, other systems should work.")
    make_venv()
    install_python_packages(purpose)


def call(command: list[str], extra: dict[str, str]) -> int:
    """Run command in the project's folder, its output going where ours goes, and return its exit code."""
    env = os.environ | extra
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if sys.platform == "linux" and "UTF8" not in locale.upper().replace("-", ""):
        env["LC_ALL"] = "C.UTF-8"  # a bare machine has no locale, and Qt complains of any that is not UTF-8
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def say(text: str) -> None:
    """Print text at once, so that it stands before what the next program prints."""
    print(text, flush=True)


def main(argv: list[str]) -> int:
    """Run the command that argv names and return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"NurseDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    command, arguments = (argv[0], argv[1:]) if argv else ("--help", [])
    if command in ("-h", "--help") or arguments in (["-h"], ["--help"]):
        print(USAGE)
        return 0
    if command not in ("run", "test"):
        print(f"There is no command {command!r}.\n\n{USAGE}", file=sys.stderr)
        return 2
    try:
        return run(arguments) if command == "run" else test(arguments)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
    except OSError as error:
        print(f"The set-up stopped: {error}. Mend that and run the same command again.", file=sys.stderr)
    except KeyboardInterrupt:
        print("Stopped. Run the same command again to go on.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
