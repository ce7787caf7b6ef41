"""What leaves the desk for other systems: pure functions from a ticket and its visit to text."""
