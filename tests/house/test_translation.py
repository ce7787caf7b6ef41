"""Every word on the screen can be translated."""

import re
from pathlib import Path

import pytest

from tests.house.tree import PROGRAM, named, python_files
from tests.house.wrapping import unwrapped


@pytest.mark.parametrize("path", python_files(PROGRAM / "ui"), ids=named)
def test_every_shown_word_is_wrapped(path: Path) -> None:
    assert unwrapped(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Stop")',
        'QLabel("Chair", parent)',
        'button.setAccessibleName(f"Start {drug}, chair {chair}")',
        'box.setToolTip("Saved" if saved else self.tr("Saving"))',
        'label.setText("Chair {}".format(chair))',
        'label.setText(" · ".join([drug, "late"]))',
        'view.setTitle(title or "Untitled")',
        'menu.addAction(icon, "Print")',
        'QPushButton(text="Sign")',
    ],
)
def test_the_check_sees_a_bare_word(source: str) -> None:
    assert unwrapped(source) != []


@pytest.mark.parametrize(
    "source",
    [
        'label.setText(self.tr("Stop"))',
        'label.setText(QCoreApplication.translate("Board", "Stop"))',
        'label.setText(f"{hours}:{minutes:02}")',
        'label.setText("—" if gone else words.state(look.state))',
        'box.addItem(words["outpatient_facility"], data_of("outpatient_facility"))',
        'label.setObjectName("stopButton_3_1")',
        'button.setText(self.tr("{drug}, chair {chair}").format(drug=line.drug, chair=names["chair"]))',
    ],
)
def test_the_check_lets_wrapped_words_and_signs_pass(source: str) -> None:
    assert unwrapped(source) == []


@pytest.mark.parametrize("path", python_files(PROGRAM / "app"), ids=named)
def test_what_the_desk_could_not_do_is_said_in_the_stations_language(path: Path) -> None:
    """Through `core.refusal` and `wording.fault`: the bare sentence is English."""
    bare = re.compile(r"refusal_text|\bstr\((failure|refused|wrong|error)\)")
    assert bare.findall(path.read_text(encoding="utf-8")) == []
