"""The board: every chair of the suite, what runs in it, and one press for the moment something happens."""
