"""Somebody presses anything, for hours."""
