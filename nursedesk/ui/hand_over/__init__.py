"""Handing open lines to a colleague."""
