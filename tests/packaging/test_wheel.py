"""The wheel carries the data files, finds them without the checkout, and carries nothing else."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked as an installer would."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(out)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as wheel:
        wheel.extractall(out / "site")
    return out / "site"


def test_every_data_file_is_in_it(unpacked: Path) -> None:
    resources, carried = ROOT / "resources", unpacked / "nursedesk" / "_resources"
    here = {path.relative_to(resources) for path in resources.rglob("*") if path.is_file()}
    there = {path.relative_to(carried) for path in carried.rglob("*") if path.is_file()}
    assert there == here


def test_it_holds_the_program_alone(unpacked: Path) -> None:
    top = {path.name for path in unpacked.iterdir()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"nursedesk"}
    licences = next(unpacked.glob("*.dist-info")) / "licenses"
    assert (licences / "LICENSE").is_file()


def test_it_works_far_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(unpacked)}
    show = "import nursedesk; print(nursedesk.__file__)"
    where = subprocess.run([sys.executable, "-c", show], cwd=tmp_path, env=env, capture_output=True, text=True)
    assert where.stdout.startswith(str(unpacked))
    command = [sys.executable, "-m", "nursedesk", "examples"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "96365" in done.stdout
