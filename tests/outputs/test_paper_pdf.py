"""The PDF and the preview: text that can be copied out, fonts inside, a barcode that scans."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import zxingcpp
from nursedesk.outputs.formats import one_line
from nursedesk.outputs.paper.model import Run, SheetStatus, Weight
from nursedesk.outputs.paper.page import BODY, Paper, use_fonts
from nursedesk.outputs.paper.paint import lay_out, picture, preview
from nursedesk.outputs.paper.pdf import ticket_pdf
from nursedesk.outputs.paper.setting import set_text
from nursedesk.outputs.safe_files import FileNotWritten
from nursedesk.record.encounter import Patient
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.house.tree import ROOT
from tests.outputs.visits import ENCOUNTER, INFLIXIMAB, TICKET, empty, long_stay, sheet_of

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")

FIGURES = (
    "SIGNED", "version 1 · original", "A-261124-007", "MORENO, Luisa", "07-Mar-1968", "40 20 113", "E-1124-0042",
    "24-Nov-2026", "Blue Ridge PPO", "11:02 – 14:29", "A. Castellano MD", "R. Whitfield MD", "K50.90", "E83.42",
    "inFLIXimab 400 mg", "magnesium sulfate 2 g", "diphenhydrAMINE 25 mg", "wasted 25 mg", "methylPREDNISolone",
    "A · PIV, left", "11:30", "14:16", "144", "12:18 – 12:40", "KJT9F21", "30-Sep-2027", "57894-030-01",
    "M. Ruiz RN",
    "16 min", "91 min", "0260 IV therapy", "0636 Drugs with detailed coding", "0250 Pharmacy, packaged",
    "96365", "96366", "96368", "96375", "J1745", "J3475", "J1200", "J2919", "JZ", "NDC ME400",
    "144 min = first hour + 1; next at 151 · R2.3", "None charted", "payers differ", "keep open · R1.6",
    "CORRECTION",
    "13:52", "13:45", "LATE ENTRY", "bag empty, at bedside", "14:31 EST", "I was responsible",
    "T. Adeyemi RN, 11:24",
    "7c41 9be0 55d2 a81f", "Suite-Laser-2", "CPT®", "Not the medical record", "page 1 of 1",
)  # fmt: skip


@pytest.fixture(autouse=True)
def faces(qapp: QApplication) -> Iterator[None]:
    """The program's own faces, as its start makes them known."""
    assert use_fonts(ROOT / "resources" / "fonts") == 3
    yield


def squeezed(text: str) -> str:
    """Text without its white space: where a line breaks is not what is asked here."""
    return re.sub(r"\s+", "", text)


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.fixture
def usual(tmp_path: Path) -> Path:
    path = tmp_path / "ticket.pdf"
    assert ticket_pdf(sheet_of(), path) == 1
    return path


def test_every_figure_can_be_copied_out(usual: Path) -> None:
    text = squeezed(text_of(usual))
    assert [figure for figure in FIGURES if squeezed(figure) not in text] == []


@poppler
def test_every_figure_is_there_for_another_reader_too(usual: Path) -> None:
    text = subprocess.run(["pdftotext", "-layout", usual, "-"], capture_output=True, check=True).stdout.decode()
    # -layout sets columns side by side, so only what stands on one line is asked of it.
    broken = {"A · PIV, left", "payers differ", "magnesium sulfate 2 g"}
    assert [f for f in FIGURES if f not in broken and squeezed(f) not in squeezed(text)] == []


def test_all_faces_are_inside(usual: Path) -> None:
    fonts = [font for page in PdfReader(usual).pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    for font in fonts:
        (inner,) = (one.get_object() for one in font.get_object()["/DescendantFonts"])
        assert "/FontFile2" in inner["/FontDescriptor"].get_object()
        assert "Inter" in str(inner["/BaseFont"])


def test_nothing_about_the_patient_is_in_the_properties(usual: Path) -> None:
    reader = PdfReader(usual)
    told = " ".join(str(value) for value in (reader.metadata or {}).values())
    raw = re.sub(rb"stream\r?\n.*?endstream", b"", usual.read_bytes(), flags=re.DOTALL)
    meta = reader.trailer["/Root"].get("/Metadata")
    told += (meta.get_object().get_data().decode("utf-8", "replace") if meta else "") + raw.decode("latin-1")
    for secret in ("MORENO", "Luisa", "40 20 113", "E-1124-0042", "A-261124-007", "07-Mar", "Castellano", "jdoe"):
        assert secret not in told
    assert reader.metadata is not None
    assert reader.metadata.title == "Charge ticket"


@pytest.mark.parametrize(("paper", "size"), [("letter", (612, 792)), ("a4", (595, 842))])
def test_paper_sizes_hold_one_page(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    path = tmp_path / "ticket.pdf"
    assert ticket_pdf(sheet_of(), path, paper) == 1
    box = PdfReader(path).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == size
    assert "page 1 of 1" in text_of(path)


def test_an_unknown_paper_is_our_own_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="legal"):
        ticket_pdf(sheet_of(), tmp_path / "ticket.pdf", "legal")


def test_a_long_stay_repeats_its_heads_on_every_page(tmp_path: Path) -> None:
    stay, ticket = long_stay()
    path = tmp_path / "stay.pdf"
    count = ticket_pdf(sheet_of(stay, ticket, look=None, copy=2), path)
    texts = [page.extract_text() for page in PdfReader(path).pages]
    assert count == len(texts) >= 6
    for number, text in enumerate(texts, start=1):
        assert squeezed(f"page {number} of {count}") in squeezed(text)
        assert "A-261124-007" in text
    for text in texts[1:]:
        assert squeezed("continued · MORENO, Luisa") in squeezed(text)
        assert "COPY 2" in text
    for text in texts:
        if squeezed("LOT0") in squeezed(text):
            assert squeezed("Lot, expiry, NDC") in squeezed(text)
        if "96366" in text:
            assert squeezed("Our label") in squeezed(text)
            assert squeezed("0260 IV therapy") in squeezed(text)
    whole = squeezed("".join(texts))
    for index in range(60):
        assert f"LOT{index:03}" in whole
        assert squeezed(f"bag {index + 1} · R2.3") in whole


def test_nothing_is_painted_outside_the_margins() -> None:
    stay, ticket = long_stay()
    odd = replace(ENCOUNTER, patient=Patient("W" * 300, "9" * 90, None), chair="M" * 40, payer="W" * 200)
    for sheet in (sheet_of(), sheet_of(stay, ticket, look=None), sheet_of(odd), sheet_of(empty(), {}, look=None)):
        for paper in Paper:
            layout = lay_out(sheet, paper)
            for page in range(1, len(layout.pages) + 1):
                image = picture(layout, 425, page)
                inch = 1440 * 425 / layout.paper.size[0]
                left, top, right, foot = grey(image).point(lambda value: 255 * (value < 200)).getbbox() or (
                    0,
                    0,
                    0,
                    0,
                )
                assert left >= 0.45 * inch and right <= image.width() - 0.44 * inch
                assert top >= 0.3 * inch and foot <= image.height() - 0.3 * inch


def grey(image: QImage) -> Image.Image:
    """A picture as the readers of barcodes and pixels take it."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size = (plain.width(), plain.height())
    return Image.frombytes("L", size, bytes(plain.constBits()), "raw", "L", plain.bytesPerLine())


BAD_NAMES = (
    "=cmd|'/c calc'!A1",
    "@SUM(1)",
    "inf\u202elixi\u202cmab",
    "\u200d\u200d",
    "nul\x00byte",
    "lone\ud83d",
    "<b>bold</b>",
    "<img src=file:///etc/passwd>",
    "'; DROP TABLE event;--",
    "O'Brien-Ñuñez",
)
SHOWN = {
    "inf\u202elixi\u202cmab": "inf[U+202E]lixi[U+202C]mab",
    "\u200d\u200d": "[U+200D][U+200D]",
    "nul\x00byte": "nul[U+0000]byte",
    "lone\ud83d": "lone[U+D83D]",
}


@pytest.mark.parametrize("name", BAD_NAMES)
def test_bad_names_are_printed_as_they_are_written(tmp_path: Path, name: str) -> None:
    odd = replace(INFLIXIMAB, drug=name, response=None)
    visit = replace(ENCOUNTER, administrations=(odd,), patient=Patient(name, name, None), time_notes=())
    path = tmp_path / "ticket.pdf"
    ticket_pdf(sheet_of(visit, TICKET | {"lines": [], "findings": []}, look=None), path)
    shown = squeezed(SHOWN.get(name, name))
    # Patient, MRN, drug and timeline.
    assert squeezed(text_of(path)).count(shown) >= 4
    assert not PdfReader(path).pages[0].images
    assert "/URI" not in path.read_bytes().decode("latin-1")


@pytest.mark.parametrize("name", ["👩🏽\u200d⚕️ Noor", "محمد عبد", "李小龍", "O'Brien-N\u0303un\u0303ez"])
def test_every_script_is_printed_without_a_complaint(tmp_path: Path, name: str) -> None:
    visit = replace(ENCOUNTER, patient=Patient(name, "1", None))
    assert ticket_pdf(sheet_of(visit), tmp_path / "ticket.pdf") == 1


def test_a_dose_stays_behind_a_name_that_reads_from_the_right() -> None:
    name = one_line("שלום 12")
    ((layout, _),) = set_text(((Run(name, Weight.STRONG), Run(" 400 mg")),), 9000, BODY).paragraphs
    line = layout.lineAt(0)
    places = [line.cursorToX(at) for at in range(len(name) + 2)]
    edges = [place[0] if isinstance(place, tuple) else place for place in places]
    assert max(edges[: len(name)]) < edges[-1]


@poppler
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_barcode_scans_from_paper_at_150_dpi(tmp_path: Path, paper: str) -> None:
    path = tmp_path / "ticket.pdf"
    ticket_pdf(sheet_of(), path, paper)
    subprocess.run(["pdftoppm", "-r", "150", "-gray", "-singlefile", path, tmp_path / "page"], check=True)
    with Image.open(tmp_path / "page.pgm") as page:
        assert scanned(page) == "A-261124-007"
        # A copy of a copy: turned a little, paler.
        tired = page.rotate(1.5, fillcolor=255).point(lambda value: 60 + value * 3 // 4)
        assert scanned(tired) == "A-261124-007"


def test_the_barcode_scans_from_the_preview() -> None:
    assert scanned(grey(preview(sheet_of(), 1275))) == "A-261124-007"


def scanned(picture: Image.Image) -> str | None:
    found = zxingcpp.read_barcode(picture, formats=zxingcpp.BarcodeFormat.Code128)
    return found.text if found else None


def test_a_visit_without_a_number_has_no_bars_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "draft.pdf"
    sheet = sheet_of(empty(), {"lines": [], "findings": []}, status=SheetStatus.DRAFT, look=None)
    ticket_pdf(sheet, path)
    assert "No ticket number yet" in text_of(path)
    assert "Not signed" in text_of(path)
    assert scanned(grey(preview(sheet, 1275))) is None


def test_preview_is_as_wide_as_asked_and_a_page_that_is_not_there_is_the_nearest() -> None:
    image = preview(sheet_of(), 600, page=9)
    assert (image.width(), image.height()) == (600, 776)
    assert preview(sheet_of(), 600, page=1) == image
    assert preview(sheet_of(), 600, paper="a4").height() == 849


def test_a_pdf_is_not_written_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "ticket.pdf"
    path.write_bytes(b"old")
    with pytest.raises(FileNotWritten, match="already a file"):
        ticket_pdf(sheet_of(), path)
    assert path.read_bytes() == b"old"
    assert ticket_pdf(sheet_of(), path, overwrite=True) == 1


WORDY = "a reason that goes over two lines in its column, and some more of it to be sure of that; next at 151 min"


def test_a_wordy_visit_is_set_smaller_to_stay_on_one_page_and_its_bars_are_not() -> None:
    lines = [line | {"why": [{"rule": "R2.3", "text": WORDY}]} for line in TICKET["lines"]]
    layout = lay_out(sheet_of(ENCOUNTER, TICKET | {"lines": lines}))
    assert len(layout.pages) == 1
    assert 0.9 < layout.size < 1
    assert scanned(grey(picture(layout, 1275))) == "A-261124-007"


def test_a_figure_is_never_parted_from_its_unit() -> None:
    text = "IV infusion · sodium chloride 0.9 % · 250 mL · 95 mL/h"
    for width in range(1200, 4000, 50):
        ((layout, _),) = set_text(((Run(text),),), width, BODY).paragraphs
        lines = [layout.lineAt(at) for at in range(layout.lineCount())]
        shown = [text[line.textStart() : line.textStart() + line.textLength()] for line in lines]
        assert "".join(shown) == text
        assert not any(re.search(r"\d $", line) for line in shown[:-1]), shown
        assert all(line.naturalTextWidth() <= width for line in lines)
