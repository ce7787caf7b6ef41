"""Find the words that a person would see and that no translator could: literals outside tr() and translate()."""

import ast
import re

TRANSLATES = {"tr", "translate"}
# What shows, or reads out, the text it is given; Qt's names, and the names of widgets that take it when made.
SHOWS = {
    "setText", "setTitle", "setWindowTitle", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText",
    "setAccessibleName", "setAccessibleDescription", "setInformativeText", "setDetailedText", "setSuffix",
    "setPrefix", "setLabelText", "setHtml", "setPlainText", "setMarkdown", "setHeaderLabels", "setTabText",
    "setItemText", "showMessage", "addItem", "addItems", "insertItem", "addAction", "addMenu", "addTab", "addRow",
    "drawText", "information", "warning", "question", "critical",
    "QLabel", "QPushButton", "QToolButton", "QRadioButton", "QCheckBox", "QGroupBox", "QAction",
    "QTableWidgetItem", "QListWidgetItem", "QStandardItem", "QMessageBox",
}  # fmt: skip
# The same in every language: the program's name, E/M, and keys as the keyboard spells them.
NAMES = re.compile(r"NurseDesk|E/M|\b(Ctrl|Alt|Shift)\+\w+\b")
# Calls that hand their text on rather than take it as data.
PASS_ON = {"format", "join", "strip", "upper", "lower", "capitalize", "title", "replace", "str"}


def called(node: ast.Call) -> str:
    """Return the last name of what node calls."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def seen_literals(node: ast.expr) -> list[ast.Constant]:
    """Return the string literals of an argument that end up before a person's eyes untranslated."""
    if isinstance(node, ast.Constant):
        return (
            [node] if isinstance(node.value, str) and any(c.isalpha() for c in NAMES.sub("", node.value)) else []
        )
    if isinstance(node, ast.Call):
        if called(node) not in PASS_ON:
            return []
        inner = [*node.args, *(keyword.value for keyword in node.keywords)]
        return seen(inner + ([node.func.value] if isinstance(node.func, ast.Attribute) else []))
    if isinstance(node, ast.IfExp):
        return seen([node.body, node.orelse])
    if isinstance(node, ast.FormattedValue):
        return seen_literals(node.value)
    if isinstance(node, ast.JoinedStr | ast.BoolOp):
        return seen(node.values)
    if isinstance(node, ast.BinOp):
        return seen([node.left, node.right])
    if isinstance(node, ast.List | ast.Tuple):
        return seen(node.elts)
    if isinstance(node, ast.NamedExpr | ast.Starred):
        return seen_literals(node.value)
    return []


def seen(nodes: list[ast.expr]) -> list[ast.Constant]:
    """Return the untranslated literals of several expressions."""
    return [literal for node in nodes for literal in seen_literals(node)]


def unwrapped(source: str) -> list[str]:
    """Return every untranslated literal that source shows, as line number and text."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in SHOWS:
            shown = [*node.args, *(k.value for k in node.keywords if k.arg in ("text", "title", "toolTip"))]
            found |= {(literal.lineno, str(literal.value)) for literal in seen(shown)}
    return [f"line {line}: {text!r}" for line, text in sorted(found)]
