"""What to say now: live notices computed from the coder itself."""
