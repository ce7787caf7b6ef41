"""Runs that try to make the record lose something: `python -m tests.campaign`."""
