"""Today's expected list: who is coming, checked in with one press."""
