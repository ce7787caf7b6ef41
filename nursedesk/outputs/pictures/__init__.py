"""Pictures that look the same on screen, paper and in a file: pure painters over frozen models (QtGui only)."""
