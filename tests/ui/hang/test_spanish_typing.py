"""What is typed in Spanish is read as the same typed in English."""

import pytest
from nursedesk.ui.check_in.form import allergies
from nursedesk.ui.hang.quantities import every, quantity, rate


@pytest.mark.parametrize(
    ("spanish", "english"),
    [("10 → 20 cada 15 min", "10 → 20 every 15 min"), ("10 a 20 cada 5", "10 to 20 every 5")],
)
def test_steps_of_a_rate(spanish: str, english: str) -> None:
    rates, minutes = every(spanish, typing=False)
    own, own_minutes = every(english, typing=False)
    assert minutes == own_minutes != ""
    assert rate(rates) == rate(own)


def test_a_dose_in_units() -> None:
    assert quantity("5,000 unidades") == quantity("5,000 units")


@pytest.mark.parametrize("said", ["ninguna", "Ninguno.", "sin alergias", "none"])
def test_no_allergies(said: str) -> None:
    assert allergies(said) == ()
