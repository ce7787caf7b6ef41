"""Reference data: loads resources/ into the plain values the coder reads."""
