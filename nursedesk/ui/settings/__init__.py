"""The suite’s people and choices, and this station’s look."""
