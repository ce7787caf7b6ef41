"""The language of the screen: our words and Qt's own, put in place before the first window is made."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from nursedesk.catalog import resources
from nursedesk.outputs.languages import Language


def speak(app: QApplication, language: Language) -> None:
    """Show what is made from now on in this language; what is on the screen already stays as it is."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.setParent(None)
    if language is Language.ENGLISH:
        return
    ours = str(resources.path("i18n"))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # Qt's own words first: of two translators the one that came last is asked first.
    for name, folder in ((f"qtbase_{language}", qts), (f"nursedesk_{language}", ours)):
        words = QTranslator(app)
        # A program without Qt's own words still has ours; a file dialog of Qt's then stays English.
        if words.load(name, folder):
            words.setObjectName(language.value)
            app.installTranslator(words)


def spoken() -> Language:
    """What the program speaks now."""
    app = QApplication.instance()
    put = app.findChildren(QTranslator) if app is not None else []
    return Language(put[-1].objectName()) if put and put[-1].objectName() else Language.ENGLISH
