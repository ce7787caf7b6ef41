"""The samples on paper: barcodes decode at 150 dpi, every charge can be copied out, the log's formats agree."""

import csv
import io
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from tests.cli.test_samples import folder  # noqa: F401 - a fixture

NAMES = ("one-drug", "everything", "amended", "long-stay", "everything-a4", "everything-es")
poppler = pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler-utils is not installed")


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def charges(folder: Path, name: str) -> list[dict[str, str]]:  # noqa: F811 - the fixture above
    visit = name.removesuffix("-a4").removesuffix("-es")
    return list(csv.DictReader(io.StringIO((folder / f"ticket-{visit}.csv").read_text("utf-8"))))


@poppler
@pytest.mark.parametrize("name", NAMES)
def test_the_barcode_decodes_and_every_charge_is_text(
    folder: Path,  # noqa: F811 - the fixture above
    tmp_path: Path,
    name: str,
) -> None:
    file = folder / f"ticket-{name}.pdf"
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-png", str(file), str(tmp_path / "page")], check=True)
    first = sorted(tmp_path.glob("page*.png"))[0]
    (code,) = zxingcpp.read_barcodes(Image.open(first))
    said = subprocess.run(
        ["pdftotext", "-layout", str(file), "-"], capture_output=True, check=True
    ).stdout.decode()
    assert code.text in said
    for row in charges(folder, name):
        assert re.search(rf"{row['code']}\b.*\b{row['units']}\b", said), row


def test_a_usual_visit_is_one_page_and_every_page_says_which(folder: Path) -> None:  # noqa: F811
    for name, most in (("one-drug", 1), ("amended", 1), ("draft", 1), ("everything", 2), ("long-stay", 5)):
        pages = PdfReader(folder / f"ticket-{name}.pdf").pages
        assert len(pages) <= most, name
        for number, page in enumerate(pages, start=1):
            assert squeezed(f"page {number} of {len(pages)}") in squeezed(page.extract_text())


def test_the_spanish_paper_has_no_english_of_the_form(folder: Path) -> None:  # noqa: F811
    text = " ".join(page.extract_text() for page in PdfReader(folder / "ticket-everything-es.pdf").pages)
    for word in ("Charge ticket", "Patient", "not recorded", "None", "further hour", "rounded up", "Meaning"):
        assert word not in text, word
    for word in ("Hoja de cargos", "FIRMADA", "Infusión IV, primera hora", "hacia arriba", "página 1 de"):
        assert squeezed(word) in squeezed(text), word


def test_the_formats_of_the_shift_log_agree(folder: Path) -> None:  # noqa: F811
    rows = list(csv.DictReader(io.StringIO((folder / "shift-log.csv").read_text("utf-8"), newline="")))
    told = json.loads((folder / "shift-log.json").read_text("utf-8"))
    head, *cells = CalamineWorkbook.from_path(folder / "shift-log.xlsx").get_sheet_by_name("Lines").to_python()
    sheet = [dict(zip(head, row, strict=True)) for row in cells]
    lines = [line for visit in told["visits"] for line in visit["lines"]]
    assert len(rows) == len(lines) == len(sheet) == told["summary"]["lines"] > 20

    def key(row: dict[str, object], minutes: object) -> tuple[object, ...]:
        return row["encounter"], row["line"], row["drug"], int(minutes)  # type: ignore[call-overload]

    want = sorted(key(row, row["minutes"]) for row in rows)
    assert sorted(key(row, row["minutes"]) for row in lines) == want
    assert sorted(key(row, row["minutes"]) for row in sheet) == want
    text = squeezed(" ".join(page.extract_text() for page in PdfReader(folder / "shift-log.pdf").pages))
    for row in rows:
        assert squeezed(row["minutes"]) in text and squeezed(row["encounter"]) in text
