"""The table of who may do what in Help is the program's own."""

from nursedesk.catalog import resources
from nursedesk.desk.roles import Deed
from nursedesk.desk.suite import Role
from nursedesk.ui.people.words import deed_word, role_note, role_table_markdown, role_word


def test_help_shows_the_table_the_program_asks(qapp: object) -> None:
    text = resources.path("manual", "help.md").read_text(encoding="utf-8")
    assert role_table_markdown() in text


def test_every_role_and_deed_has_its_words(qapp: object) -> None:
    assert len({role_word(role) for role in Role}) == len(Role)
    assert len({role_note(role) for role in Role}) == len(Role)
    assert len({deed_word(deed) for deed in Deed}) == len(Deed)
