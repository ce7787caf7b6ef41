"""`nursedesk why` answers on one page, and says in one line what it does not know."""

import pytest
from nursedesk.catalog.rulebook import load_rulebook
from nursedesk.cli import main

CODES = tuple(load_rulebook().codes)


def asked(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    answer = main(["why", *args])
    out, err = capsys.readouterr()
    return answer, out, err


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page(capsys: pytest.CaptureFixture[str], code: str) -> None:
    answer, out, err = asked(capsys, code.lower())
    assert (answer, err) == (0, "")
    assert out.startswith(f"{code}  ")
    for heading in ("What it is for", "Minutes", "Modifiers", "Common errors", "Rules", "Sources"):
        assert f"\n{heading}\n" in out


def test_without_a_code_the_tree(capsys: pytest.CaptureFixture[str]) -> None:
    answer, out, _ = asked(capsys)
    assert answer == 0
    assert all(f"  {code} " in out for code in (*CODES, "96373", "96379"))


def test_topics_are_listed_and_open(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capsys, "topics")
    keys = [line.split()[0] for line in out.splitlines()[1:]]
    assert {"excludes", "tree", "rvu", "modifiers", "diagnoses", "pcs", "ms-drg", "examples", "pitfalls"} <= set(
        keys
    )
    for key in keys:
        answer, page, _ = asked(capsys, key.upper())
        assert answer == 0
        assert page.startswith(f"{key}  ")


def test_the_stale_figure_is_dated(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = asked(capsys, "96365")
    row = next(line for line in out.splitlines() if line.startswith("  work RVU"))
    assert row.split()[2:4] == ["0.21", "01-Jul-2024"]


def test_minutes(capsys: pytest.CaptureFixture[str]) -> None:
    answer, out, _ = asked(capsys, "96365", "--minutes", "135")
    assert answer == 0
    assert "96365 × 1 + 96366 × 1  91 to 150 min  next at 151" in out
    assert "96367 × 1 + 96366 × 1  91 to 150 min  next at 151" in out
    _, card, _ = asked(capsys, "96365", "--minutes", "90", "--profile", "reference-card")
    assert "96365 × 1 + 96366 × 1" in card


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("96373",), "96373 (Injection into an artery) is outside the codes NurseDesk gives"),
        (("99999",), "99999 is outside the codes NurseDesk gives"),
        (("j1745",), "j1745 is a drug code (inFLIXimab, per 10 mg)"),
        (("aspirin",), "there is no code or topic 'aspirin'"),
        (("9\n6\x07365",), "there is no code or topic"),
        (("pcs", "--minutes", "5"), "--minutes wants a code NurseDesk gives"),
        (("--minutes", "5"), "--minutes wants a code NurseDesk gives"),
        (("96365", "--minutes", "-1"), "-1 minutes cannot be: a number from 0 to 100,000"),
        (("96365", "--minutes", "100001"), "100001 minutes cannot be"),
        (("96365", "--minutes", "an hour"), "'an hour' is not a number of minutes"),
        (("96365", "--profile", "other"), "There is no profile 'other'"),
    ],
)
def test_what_it_does_not_know_is_one_line(
    capsys: pytest.CaptureFixture[str], args: tuple[str, ...], words: str
) -> None:
    answer, out, err = asked(capsys, *args)
    assert (answer, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1
