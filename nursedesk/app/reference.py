"""The wiring of the pages one reads: what each code is for, and Help."""

from nursedesk.app.core import Core
from nursedesk.catalog import resources
from nursedesk.catalog.reference import load_reference
from nursedesk.catalog.reference_words import load_reference_words
from nursedesk.outputs.languages import Language, english
from nursedesk.outputs.words_es_reference import spanish_reference
from nursedesk.ui.frame.help_page import HelpPage
from nursedesk.ui.reference.page import ReferencePage


class ReferenceWiring:
    """What each code is for, by the rule book of this site."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._shown = rulebook = core.rulebook()
        language = core.wording.language
        say = english if language is Language.ENGLISH else spanish_reference(load_reference_words(language))
        self.page = ReferencePage(load_reference(rulebook.codes), rulebook, say)

    def show(self) -> None:
        """By the rule book as it is now."""
        rulebook = self._core.rulebook()
        if rulebook is not self._shown:
            self._shown = rulebook
            self.page.show_rules(load_reference(rulebook.codes), rulebook)


class HelpWiring:
    """Help, in the language of the screen."""

    def __init__(self, language: Language) -> None:
        name = "help.es.md" if language is Language.SPANISH else "help.md"
        self.page = HelpPage(resources.path("manual", name).read_text(encoding="utf-8"))

    def show(self) -> None:
        """It is always up to date."""
