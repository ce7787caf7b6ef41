"""Messages to other systems: where they go, what still has to go, and what became of each."""
