"""What happened at the chair: events, the encounter they fold into, minutes, and the hash chain."""
