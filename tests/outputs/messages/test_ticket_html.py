"""A ticket as a page: everything of the paper, nothing loaded, nothing obeyed."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from nursedesk.outputs.languages import Language
from nursedesk.outputs.messages.ticket_html import ticket_html
from nursedesk.outputs.paper.model import Sheet, SheetStatus
from nursedesk.record.encounter import Patient
from PIL import Image, ImageDraw

from tests.outputs.messages.made import BAD_NAMES, named
from tests.outputs.visits import ENCOUNTER, TICKET, empty, long_stay, sheet_of

VOID = frozenset({"meta", "br"})


class Page(HTMLParser):
    """The words, tags and addresses of a page; raises on a tag that is closed wrongly."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [f"{name}={value}" for name, value in attrs if name in ("src", "href", "action")]
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "title"):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def test_the_page_has_every_word_of_the_form() -> None:
    sheet = sheet_of()
    page = Page(ticket_html(sheet))
    for row in sheet.given:
        for cell in (row.drug, row.route, row.access, row.times, row.interruptions, row.lot, row.people):
            for paragraph in cell:
                for run in paragraph:
                    assert " ".join(run.text.split()) in page.text
    for group in sheet.charges:
        for charge in group.rows:
            for word in (charge.code, charge.label, charge.units, charge.quantity, charge.why):
                assert word in page.text
    for word in (sheet.site, sheet.number, "SIGNED", "version 1 · original", *sheet.footer, sheet.footer_ticket):
        assert word in page.text
    assert "11:30" in page.text and "13:52" in page.text


def test_nothing_is_loaded_and_nothing_runs() -> None:
    text = ticket_html(sheet_of())
    page = Page(text)
    assert page.addresses == []
    assert not {"script", "img", "link", "iframe", "object", "form", "base"} & set(page.tags)
    assert "default-src 'none'" in text
    assert not re.search(r"url\((?!#shared\))|@import|https?:", text)


def test_the_title_and_the_metadata_name_no_patient() -> None:
    head = ticket_html(sheet_of()).split("</head>")[0]
    assert "<title>Charge ticket A-261124-007</title>" in head
    for word in ("MORENO", "40 20 113", "1968"):
        assert word not in head


@pytest.mark.parametrize("name", BAD_NAMES, ids=lambda name: ascii(name[:20]))
def test_any_name_is_shown_and_not_obeyed(name: str) -> None:
    bad = named(name)
    sheet = sheet_of(bad.encounter, dict(bad.ticket))
    text = ticket_html(sheet)
    page = Page(text)
    assert set(page.tags) <= set(Page(ticket_html(sheet_of())).tags)
    text.encode("utf-8")
    assert not any(mark in text for mark in "\u202e\u0000\u200b")
    if name.startswith("<b>"):
        assert "<b>bold</b><img src=file:///etc/passwd>" in page.text


@pytest.mark.parametrize("status", SheetStatus)
def test_every_status_says_itself(status: SheetStatus) -> None:
    assert f">{status.value}</strong>" in ticket_html(sheet_of(status=status))


def test_a_form_in_spanish() -> None:
    text = ticket_html(sheet_of(language=Language.SPANISH), "es")
    assert '<html lang="es">' in text
    assert "Charge ticket" not in text
    assert "96365" in text


def test_a_long_stay_repeats_its_heads_on_paper() -> None:
    visit, ticket = long_stay()
    text = ticket_html(sheet_of(visit, ticket))
    assert Page(text).text.count("cefazolin bag 60") >= 1
    assert text.count("<thead>") == 2
    assert "table-header-group" in text


def test_a_visit_without_anything() -> None:
    page = Page(ticket_html(sheet_of(empty(), TICKET | {"lines": [], "findings": []}, status=SheetStatus.DRAFT)))
    assert "None charted" in page.text
    assert "No charge line" in page.text
    assert "No ticket number yet" in page.text
    assert "svg" not in page.tags


def svgs(sheet: Sheet) -> list[ElementTree.Element]:
    found = re.findall(r"<svg.*?</svg>", ticket_html(sheet), re.DOTALL)
    return [ElementTree.fromstring(one) for one in found]  # noqa: S314 - our own text


def test_the_bars_are_the_ticket_s_number() -> None:
    zxingcpp = pytest.importorskip("zxingcpp")
    bars, *_ = svgs(sheet_of())
    _, _, wide, tall = map(int, bars.attrib["viewBox"].split())
    picture = Image.new("L", (wide, tall), 255)
    draw = ImageDraw.Draw(picture)
    for x, across in re.findall(r"M(\d+) 0h(\d+)v60", bars[0].attrib["d"]):
        draw.rectangle((int(x), 0, int(x) + int(across) - 1, tall), fill=0)
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == ["A-261124-007"]


def test_the_timeline_has_a_bar_for_each_stretch_in_its_place() -> None:
    _, picture = svgs(sheet_of())
    rects = [one.attrib for one in picture.iter("rect")]
    assert len([one for one in rects if one.get("fill") == "#d9d9d9"]) == 3
    left, right, tall = 0.0, 960.0, float(picture.attrib["viewBox"].split()[3])
    for one in rects:
        assert left <= float(one["x"]) and float(one["x"]) + float(one["width"]) <= right
        assert float(one["y"]) >= 0 and float(one["y"]) + float(one["height"]) <= tall
    first, second = sorted(float(one["x"]) for one in rects if one.get("fill") == "#d9d9d9")[:2]
    assert first < second
    said = picture.find("desc")
    assert said is not None and said.text is not None and "inFLIXimab" in said.text


def test_a_patient_with_no_name_is_said() -> None:
    page = Page(ticket_html(sheet_of(replace(ENCOUNTER, patient=Patient()))))
    assert "Not recorded" in page.text
