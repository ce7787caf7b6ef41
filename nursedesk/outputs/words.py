"""The coder's codes, reasons and findings in plain English: for screen, paper, `--text` and the ticket's JSON.

One line each, no HTML. Labels are this project's own; no code set's descriptions are repeated.
"""

from nursedesk.outputs.words_findings import finding_text
from nursedesk.outputs.words_labels import label
from nursedesk.outputs.words_why import why_text

__all__ = ["finding_text", "label", "why_text"]
